#include "CKernels.h"
#include "Lanes.h"

#pragma STDC FP_CONTRACT OFF

INLINE void squared(
    const double *x, intptr_t stride, intptr_t rows, intptr_t columns,
    const double *point, double *distances) {
  for (intptr_t row = 0; row < rows; row += 4) {
    Lanes sum = 0;
    for (intptr_t j = 0; j < columns; j++) {
      Lanes at;
      LOAD(at, x + j * stride + row);
      at -= point[j];
      sum += at * at;
    }
    STORE(distances + row, sum);
  }
}

CLONES
void kernel_squared_distances(
    const double *x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    const double *point, double *distances) {
  switch (columns) {
    case 2: squared(x + start, stride, rows, 2, point, distances); return;
    case 3: squared(x + start, stride, rows, 3, point, distances); return;
    case 4: squared(x + start, stride, rows, 4, point, distances); return;
    default: squared(x + start, stride, rows, columns, point, distances); return;
  }
}

// `lowered` is null where closest must stay as it is.
INLINE double potential(
    const double *x, intptr_t stride, intptr_t rows, intptr_t columns,
    const double *point, const double *closest, double *lowered) {
  Lanes total = 0;
  intptr_t row = 0;
  for (; row + 4 <= rows; row += 4) {
    Lanes sum = 0, old;
    for (intptr_t j = 0; j < columns; j++) {
      Lanes at;
      LOAD(at, x + j * stride + row);
      at -= point[j];
      sum += at * at;
    }
    LOAD(old, closest + row);
    Marks nearer = sum < old;
    Lanes least = nearer ? sum : old;
    if (lowered) STORE(lowered + row, least);
    total += least;
  }
  double answer = SUM(total);
  for (; row < rows; row++) {
    double sum = 0;
    for (intptr_t j = 0; j < columns; j++) {
      double at = x[j * stride + row] - point[j];
      sum += at * at;
    }
    double least = sum < closest[row] ? sum : closest[row];
    if (lowered) lowered[row] = least;
    answer += least;
  }
  return answer;
}

CLONES
double kernel_potential(
    const double *x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    const double *point, const double *closest) {
  switch (columns) {
    case 2: return potential(x + start, stride, rows, 2, point, closest, 0);
    case 3: return potential(x + start, stride, rows, 3, point, closest, 0);
    case 6: return potential(x + start, stride, rows, 6, point, closest, 0);
    default: return potential(x + start, stride, rows, columns, point, closest, 0);
  }
}

CLONES
double kernel_lower_potential(
    const double *x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    const double *point, double *closest) {
  return potential(x + start, stride, rows, columns, point, closest, closest);
}
