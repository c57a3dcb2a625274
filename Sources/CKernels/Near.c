#include "CKernels.h"
#include "Lanes.h"

#pragma STDC FP_CONTRACT OFF

INLINE uint64_t near_rows(
    const double *x, intptr_t stride, intptr_t rows, intptr_t columns,
    const double *point, double limit, double *distances) {
  const Marks bits = {1, 2, 4, 8};
  uint64_t found = 0;
  for (intptr_t row = 0; row < rows; row += 4) {
    Lanes sum = 0;
    for (intptr_t j = 0; j < columns; j++) {
      Lanes at;
      LOAD(at, x + j * stride + row);
      at -= point[j];
      sum += at * at;
    }
    STORE(distances + row, sum);
    Marks inside = (sum <= limit) & bits;
    found |= (uint64_t)((inside.x | inside.y) | (inside.z | inside.w)) << row;
  }
  return rows < 64 ? found & (((uint64_t)1 << rows) - 1) : found;
}

CLONES
uint64_t kernel_near(
    const double *x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    const double *point, double limit, double *distances) {
#define FORWARD(count) near_rows(x + start, stride, rows, count, point, limit, distances)
  switch (columns) {
    case 2: return FORWARD(2);
    case 3: return FORWARD(3);
    case 4: return FORWARD(4);
    case 5: return FORWARD(5);
    case 6: return FORWARD(6);
    default: return FORWARD(columns);
  }
#undef FORWARD
}

double kernel_box_distance(const double *box, intptr_t columns, const double *point) {
  double sum = 0;
  for (intptr_t j = 0; j < columns; j++) {
    double below = box[2 * j] - point[j];
    double above = point[j] - box[2 * j + 1];
    double gap = below > above ? below : above;
    gap = gap > 0 ? gap : 0;
    sum += gap * gap;
  }
  return sum;
}
