#include "CKernels.h"
#include "Lanes.h"

#pragma STDC FP_CONTRACT OFF

INLINE intptr_t move_row(
    const double *x, intptr_t stride, intptr_t row, intptr_t columns,
    int32_t label, int32_t *labels, double *sums, intptr_t *sizes) {
  int32_t old = labels[row];
  if (old == label) return 0;
  labels[row] = label;
  for (intptr_t j = 0; j < columns; j++) sums[label * columns + j] += x[j * stride + row];
  sizes[label] += 1;
  if (old >= 0) {
    for (intptr_t j = 0; j < columns; j++) sums[old * columns + j] -= x[j * stride + row];
    sizes[old] -= 1;
  }
  return 1;
}

// Eight rows at a time, so that the additions of one row hide behind those of the other.
INLINE intptr_t assign(
    const double *x, intptr_t stride, intptr_t rows, intptr_t columns,
    const double *centers, intptr_t count, int32_t *labels, double *sums, intptr_t *sizes) {
  intptr_t moved = 0;
  for (intptr_t row = 0; row < rows; row += 8) {
    Lanes best0 = __builtin_inf(), best1 = __builtin_inf();
    Marks label0 = 0, label1 = 0;
    for (intptr_t c = 0; c < count; c++) {
      Lanes sum0 = 0, sum1 = 0;
      for (intptr_t j = 0; j < columns; j++) {
        Lanes at = centers[c * columns + j], x0, x1;
        LOAD(x0, x + j * stride + row);
        LOAD(x1, x + j * stride + row + 4);
        x0 -= at;
        x1 -= at;
        sum0 += x0 * x0;
        sum1 += x1 * x1;
      }
      Marks nearer0 = sum0 < best0, nearer1 = sum1 < best1;
      best0 = nearer0 ? sum0 : best0;
      best1 = nearer1 ? sum1 : best1;
      label0 = nearer0 ? (Marks)c : label0;
      label1 = nearer1 ? (Marks)c : label1;
    }
    int32_t fresh[8];
    Labels narrow0 = __builtin_convertvector(label0, Labels);
    Labels narrow1 = __builtin_convertvector(label1, Labels);
    STORE(fresh, narrow0);
    STORE(fresh + 4, narrow1);
    intptr_t end = rows - row < 8 ? rows - row : 8;
    if (end == 8) {
      Labels old0, old1;
      LOAD(old0, labels + row);
      LOAD(old1, labels + row + 4);
      Labels differ = (old0 ^ narrow0) | (old1 ^ narrow1);
      if ((differ.x | differ.y | differ.z | differ.w) == 0) continue;
    }
    for (intptr_t lane = 0; lane < end; lane++)
      moved += move_row(x, stride, row + lane, columns, fresh[lane], labels, sums, sizes);
  }
  return moved;
}

CLONES
intptr_t kernel_assign(
    const double *x, intptr_t stride, intptr_t rows, intptr_t columns,
    const double *centers, intptr_t count, int32_t *labels, double *sums, intptr_t *sizes) {
  // A constant number of columns lets the compiler unroll and keep the row in registers.
  switch (columns) {
    case 1: return assign(x, stride, rows, 1, centers, count, labels, sums, sizes);
    case 2: return assign(x, stride, rows, 2, centers, count, labels, sums, sizes);
    case 3: return assign(x, stride, rows, 3, centers, count, labels, sums, sizes);
    case 4: return assign(x, stride, rows, 4, centers, count, labels, sums, sizes);
    case 5: return assign(x, stride, rows, 5, centers, count, labels, sums, sizes);
    case 6: return assign(x, stride, rows, 6, centers, count, labels, sums, sizes);
    default: return assign(x, stride, rows, columns, centers, count, labels, sums, sizes);
  }
}

CLONES
void kernel_two_nearest(
    const double *x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    const double *centers, intptr_t count, int32_t *labels, double *first, double *second) {
  x += start;
  for (intptr_t row = 0; row < rows; row += 4) {
    Lanes best = __builtin_inf(), next = __builtin_inf();
    Marks label = 0;
    for (intptr_t c = 0; c < count; c++) {
      Lanes sum = 0;
      for (intptr_t j = 0; j < columns; j++) {
        Lanes at;
        LOAD(at, x + j * stride + row);
        at -= centers[c * columns + j];
        sum += at * at;
      }
      Marks nearer = sum < best;
      Marks between = sum < next;
      next = nearer ? best : (between ? sum : next);
      best = nearer ? sum : best;
      label = nearer ? (Marks)c : label;
    }
    intptr_t end = rows - row < 4 ? rows - row : 4;
    for (intptr_t lane = 0; lane < end; lane++) {
      labels[row + lane] = (int32_t)label[lane];
      first[row + lane] = best[lane];
      second[row + lane] = next[lane];
    }
  }
}
