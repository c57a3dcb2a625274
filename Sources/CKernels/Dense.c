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

// A bit for each of four turned boxes that may hold rows within the limit of a row.
INLINE uint64_t reached(
    const Ball *ball, intptr_t columns, intptr_t row, const double *turned, intptr_t width,
    double limit) {
  const Marks bits = {1, 2, 4, 8};
  Lanes sum = 0;
  for (intptr_t j = 0; j < columns; j++) {
    Lanes below, above;
    LOAD(below, turned + 2 * j * width);
    LOAD(above, turned + (2 * j + 1) * width);
    double at = ball->x[j * ball->stride + row];
    below -= at;
    above = at - above;
    Marks isBelow = below > above;
    Lanes gap = isBelow ? below : above;
    Marks isOutside = gap > 0;
    gap = isOutside ? gap : (Lanes)0;
    sum += gap * gap;
  }
  Marks hits = (sum <= limit) & bits;
  return (uint64_t)((hits.x | hits.y) | (hits.z | hits.w));
}

INLINE void dense(
    const Ball *ball, intptr_t columns, intptr_t start, intptr_t rows, const int32_t *nodes,
    const double *boxes, const int32_t *near, intptr_t count,
    intptr_t sure, intptr_t least, double *turned, uint8_t *answers) {
  intptr_t width = turn(boxes, columns, near, count, turned);
  for (intptr_t row = 0; row < rows; row++) {
    intptr_t found = sure;
    for (intptr_t i = 0; i < width && found < least; i += 4) {
      uint64_t open = reached(ball, columns, start + row, turned + i, width, ball->limit);
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

// The squared distances between boxes: the smallest and the largest that rows in them can have.
INLINE void between(
    const double *a, const double *b, intptr_t columns, double *least, double *greatest) {
  double small = 0, large = 0;
  for (intptr_t j = 0; j < columns; j++) {
    double left = a[2 * j] - b[2 * j + 1], right = b[2 * j] - a[2 * j + 1];
    double gap = left > right ? left : right;
    gap = gap > 0 ? gap : 0;
    small += gap * gap;
    double up = a[2 * j + 1] - b[2 * j], down = b[2 * j + 1] - a[2 * j];
    double span = up > down ? up : down;
    large += span * span;
  }
  *least = small;
  *greatest = large;
}

INLINE intptr_t near_leaves(
    const int32_t *nodes, const double *boxes, intptr_t columns, intptr_t leaf, double limit,
    intptr_t enough, const intptr_t *weights, int32_t *near, intptr_t *count) {
  // One node a level waits at most, besides the one that is looked at.
  int32_t waiting[KERNEL_FILTER_LEVELS];
  const double *box = boxes + leaf * 2 * columns;
  intptr_t sure = 0, place = nodes[3 * leaf];
  int depth = 1;
  waiting[0] = 0;
  *count = 0;
  while (depth > 0) {
    int32_t node = waiting[--depth];
    if (weights && weights[node] == 0) continue;
    double least, greatest;
    between(box, boxes + node * 2 * columns, columns, &least, &greatest);
    if (least > limit) continue;
    const int32_t *entry = nodes + 3 * node;
    if (enough > 0 && greatest <= limit) {
      sure += entry[1] - entry[0];
      if (sure >= enough) return sure;
    } else if (entry[2] == 0) {
      near[(*count)++] = node;
    } else {
      // The leaf itself and what stands by it come first: most neighbors are there.
      int isRight = place >= nodes[3 * entry[2]];
      waiting[depth] = isRight ? node + 1 : entry[2];
      waiting[depth + 1] = isRight ? entry[2] : node + 1;
      depth += 2;
    }
  }
  return sure;
}

CLONES
intptr_t kernel_near_leaves(
    const int32_t *nodes, const double *boxes, intptr_t columns, intptr_t leaf, double limit,
    intptr_t enough, const intptr_t *weights, int32_t *near, intptr_t *count) {
#define FORWARD(number) \
  return near_leaves(nodes, boxes, number, leaf, limit, enough, weights, near, count)
  switch (columns) {
    case 2: FORWARD(2);
    case 3: FORWARD(3);
    case 4: FORWARD(4);
    case 5: FORWARD(5);
    case 6: FORWARD(6);
    default: FORWARD(columns);
  }
#undef FORWARD
}

// The nearest so far.
typedef struct {
  double least;
  int32_t row;
} Nearest;

// Looks for a nearer row among the marked ones of a node.
INLINE void approach(
    const Ball *ball, intptr_t columns, intptr_t row, intptr_t start, intptr_t end, uint64_t marks,
    const int32_t *places, Nearest *nearest) {
  const WideMarks bits = {1, 2, 4, 8, 16, 32, 64, 128};
  for (intptr_t other = start; other < end; other += 8, marks >>= 8) {
    Wide sum = 0;
    for (intptr_t j = 0; j < columns; j++) {
      Wide at;
      LOAD(at, ball->x + j * ball->stride + other);
      at -= ball->x[j * ball->stride + row];
      sum += at * at;
    }
    WideMarks within = (sum <= nearest->least) & bits;
    Marks half = within.lo | within.hi;
    uint64_t hits = (uint64_t)((half.x | half.y) | (half.z | half.w)) & marks & 255;
    for (; hits; hits &= hits - 1) {
      int lane = __builtin_ctzll(hits);
      int32_t candidate = (int32_t)other + lane;
      double distance = sum[lane];
      if (distance > nearest->least) continue;
      if (distance == nearest->least && nearest->row >= 0 &&
          places[nearest->row] < places[candidate]) continue;
      nearest->least = distance;
      nearest->row = candidate;
    }
  }
}

INLINE void nearest_marked(
    const Ball *ball, intptr_t columns, intptr_t start, uint64_t wanted, const int32_t *nodes,
    const double *boxes, const uint64_t *marks, const int32_t *places,
    const int32_t *near, intptr_t count, double *turned, int32_t *found) {
  intptr_t width = turn(boxes, columns, near, count, turned);
  for (; wanted; wanted &= wanted - 1) {
    int offset = __builtin_ctzll(wanted);
    intptr_t row = start + offset;
    Nearest nearest = {ball->limit, -1};
    for (intptr_t i = 0; i < width; i += 4) {
      uint64_t open = reached(ball, columns, row, turned + i, width, nearest.least);
      for (; open; open &= open - 1) {
        int32_t at = near[i + __builtin_ctzll(open)];
        const int32_t *node = nodes + 3 * at;
        approach(ball, columns, row, node[0], node[1], marks[at], places, &nearest);
      }
    }
    found[offset] = nearest.row;
  }
}

WIDE_CLONES
void kernel_nearest_marked(
    const double *x, intptr_t stride, intptr_t columns, intptr_t start, uint64_t wanted,
    const int32_t *nodes, const double *boxes, const uint64_t *marks, const int32_t *places,
    const int32_t *near, intptr_t count, double limit, double *scratch, int32_t *found) {
  Ball ball = {x, stride, limit};
#define FORWARD(number) \
  nearest_marked( \
      &ball, number, start, wanted, nodes, boxes, marks, places, near, count, scratch, found)
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
