#ifndef CKERNELS_DISTANCES_H
#define CKERNELS_DISTANCES_H

#include <stdint.h>

// Points are columns: value `column` of row `row` is x[column * stride + row]. Every column must
// be followed by at least KERNEL_PADDING readable doubles. Where a loop takes `start`, it works on
// the rows from there on, and every other array begins at that row.
#define KERNEL_PADDING 8

// Squared distances of `rows` points to one point; writes rows rounded up to a multiple of 4.
void kernel_squared_distances(
    const double *_Nonnull x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    const double *_Nonnull point, double *_Nonnull distances);

// Moves every row to its nearest center (ties: the lower index). `labels` holds the old labels
// (-1: none yet) and gets the new ones; `sums` (count x columns) and `sizes` follow every move.
// Answers how many rows moved.
intptr_t kernel_assign(
    const double *_Nonnull x, intptr_t stride, intptr_t rows, intptr_t columns,
    const double *_Nonnull centers, intptr_t count,
    int32_t *_Nonnull labels, double *_Nonnull sums, intptr_t *_Nonnull sizes);

// The nearest and second nearest center of every row: label and both squared distances.
// With one center the second distance is infinite. The outputs need no padding.
void kernel_two_nearest(
    const double *_Nonnull x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    const double *_Nonnull centers, intptr_t count,
    int32_t *_Nonnull labels, double *_Nonnull first, double *_Nonnull second);

// Sum over the rows of the smaller of closest[row] and the squared distance to the point.
double kernel_potential(
    const double *_Nonnull x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    const double *_Nonnull point, const double *_Nonnull closest);

// The same sum, and closest[row] becomes the smaller of the two.
double kernel_lower_potential(
    const double *_Nonnull x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    const double *_Nonnull point, double *_Nonnull closest);

// Distances between the rows a and the rows b, each rounded to a multiple of the grid that
// `magic` (1.5 * 2^52 * grid) stands for; added up for every row of a, and, unless
// columnSums is null, for every row of b, the first of them at columnSums[columnOffset].
// columnSums needs KERNEL_PADDING spare places. Sums of multiples of the grid are exact, so the
// order of adding cannot matter.
void kernel_pair_sums(
    const double *_Nonnull x, intptr_t stride, intptr_t columns,
    intptr_t aStart, intptr_t aEnd, intptr_t bStart, intptr_t bEnd, double magic,
    double *_Nonnull rowSums, double *_Nullable columnSums, intptr_t columnOffset);

// into[intoOffset + i] += from[fromOffset + i] for i below count.
void kernel_add(
    double *_Nonnull into, intptr_t intoOffset,
    const double *_Nonnull from, intptr_t fromOffset, intptr_t count);

#endif
