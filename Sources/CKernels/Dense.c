#include "CKernels.h"
#include "Lanes.h"

#pragma STDC FP_CONTRACT OFF

typedef struct {
  const double *x;
  intptr_t stride;
  double limit;
} Ball;

// How many rows of a node are within the limit of a row.
INLINE intptr_t inside(
    const Ball *ball, intptr_t columns, intptr_t row, intptr_t start, intptr_t end) {
  WideMarks order = {0, 1, 2, 3, 4, 5, 6, 7}, hits = 0;
  for (intptr_t other = start; other < end; other += 8) {
    Wide sum = 0;
    for (intptr_t j = 0; j < columns; j++) {
      Wide at;
      LOAD(at, ball->x + j * ball->stride + other);
      at -= ball->x[j * ball->stride + row];
      sum += at * at;
    }
    hits -= (sum <= ball->limit) & (order < (WideMarks)(end - other));
  }
  Marks half = hits.lo + hits.hi;
  return SUM(half);
}

// The boxes of the nodes, turned so that four of them are met at once; places to spare are far off.
INLINE intptr_t turn(
    const double *boxes, intptr_t columns, const int32_t *near, intptr_t count, double *turned) {
  intptr_t width = (count + 3) / 4 * 4;
  for (intptr_t j = 0; j < columns; j++) {
    for (intptr_t i = 0; i < width; i++) {
      const double *box = boxes + (near[i < count ? i : 0] * columns + j) * 2;
      turned[2 * j * width + i] = i < count ? box[0] : __builtin_inf();
      turned[(2 * j + 1) * width + i] = i < count ? box[1] : -__builtin_inf();
    }
  }
  return width;
}

INLINE void dense(
    const Ball *ball, intptr_t columns, intptr_t start, intptr_t rows, const int32_t *nodes,
    const double *boxes, const int32_t *near, intptr_t count,
    intptr_t sure, intptr_t least, double *turned, uint8_t *answers) {
  const Marks bits = {1, 2, 4, 8};
  intptr_t width = turn(boxes, columns, near, count, turned);
  for (intptr_t row = 0; row < rows; row++) {
    intptr_t found = sure;
    for (intptr_t i = 0; i < width && found < least; i += 4) {
      Lanes sum = 0;
      for (intptr_t j = 0; j < columns; j++) {
        Lanes below, above;
        LOAD(below, turned + 2 * j * width + i);
        LOAD(above, turned + (2 * j + 1) * width + i);
        double at = ball->x[j * ball->stride + start + row];
        below -= at;
        above = at - above;
        Marks isBelow = below > above;
        Lanes gap = isBelow ? below : above;
        Marks isOutside = gap > 0;
        gap = isOutside ? gap : (Lanes)0;
        sum += gap * gap;
      }
      Marks hits = (sum <= ball->limit) & bits;
      uint64_t open = (uint64_t)((hits.x | hits.y) | (hits.z | hits.w));
      for (; open && found < least; open &= open - 1) {
        const int32_t *node = nodes + 3 * near[i + __builtin_ctzll(open)];
        found += inside(ball, columns, start + row, node[0], node[1]);
      }
    }
    answers[row] = found >= least;
  }
}

WIDE_CLONES
void kernel_dense_rows(
    const double *x, intptr_t stride, intptr_t columns, intptr_t start, intptr_t rows,
    const int32_t *nodes, const double *boxes, const int32_t *near, intptr_t count, double limit,
    intptr_t sure, intptr_t least, double *scratch, uint8_t *answers) {
  Ball ball = {x, stride, limit};
#define FORWARD(number) \
  dense(&ball, number, start, rows, nodes, boxes, near, count, sure, least, scratch, answers)
  switch (columns) {
    case 2: FORWARD(2); return;
    case 3: FORWARD(3); return;
    case 4: FORWARD(4); return;
    case 5: FORWARD(5); return;
    case 6: FORWARD(6); return;
    default: FORWARD(columns); return;
  }
#undef FORWARD
}
