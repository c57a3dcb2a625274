#include "CKernels.h"
#include "Lanes.h"

#pragma STDC FP_CONTRACT OFF

INLINE void pair_sums(
    const double *x, intptr_t stride, intptr_t columns,
    intptr_t aStart, intptr_t aEnd, intptr_t bStart, intptr_t bEnd, double magic,
    double *rowSums, double *columnSums) {
  intptr_t whole = bStart + (bEnd - bStart) / 8 * 8;
  intptr_t left = bEnd - whole;
  WideMarks order = {0, 1, 2, 3, 4, 5, 6, 7};
  WideMarks inside = order < (WideMarks)left;
  for (intptr_t a = aStart; a < aEnd; a++) {
    Wide rowSum = 0;
    for (intptr_t b = bStart; b < bEnd; b += 8) {
      Wide sum = 0;
      for (intptr_t j = 0; j < columns; j++) {
        Wide at;
        LOAD(at, x + j * stride + b);
        at -= x[j * stride + a];
        sum += at * at;
      }
      Wide distance = __builtin_elementwise_sqrt(sum);
      // Adding and taking away the magic number rounds to a multiple of the grid.
      distance = (distance + magic) - magic;
      // The last lanes may belong to other rows: they count as nothing.
      if (b == whole) distance = inside ? distance : (Wide)0;
      rowSum += distance;
      if (columnSums) {
        Wide old;
        LOAD(old, columnSums + (b - bStart));
        old += distance;
        STORE(columnSums + (b - bStart), old);
      }
    }
    Lanes half = rowSum.lo + rowSum.hi;
    rowSums[a - aStart] += SUM(half);
  }
}

WIDE_CLONES
void kernel_pair_sums(
    const double *x, intptr_t stride, intptr_t columns,
    intptr_t aStart, intptr_t aEnd, intptr_t bStart, intptr_t bEnd, double magic,
    double *rowSums, double *columnSums, intptr_t columnOffset) {
  double *sums = columnSums ? columnSums + columnOffset : 0;
#define FORWARD(count) \
  pair_sums(x, stride, count, aStart, aEnd, bStart, bEnd, magic, rowSums, sums)
  switch (columns) {
    case 1: FORWARD(1); return;
    case 2: FORWARD(2); return;
    case 3: FORWARD(3); return;
    case 4: FORWARD(4); return;
    case 5: FORWARD(5); return;
    case 6: FORWARD(6); return;
    default: FORWARD(columns); return;
  }
#undef FORWARD
}

CLONES
void kernel_add(
    double *into, intptr_t intoOffset, const double *from, intptr_t fromOffset, intptr_t count) {
  into += intoOffset;
  from += fromOffset;
  for (intptr_t i = 0; i < count; i++) into[i] += from[i];
}
