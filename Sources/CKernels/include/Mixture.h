#ifndef CKERNELS_MIXTURE_H
#define CKERNELS_MIXTURE_H

#include <stdint.h>

// A mixture of normal distributions, `count` components on points in columns (see Distances.h).
//   means:     columns values for each component
//   factors:   for each component the inverse of the Cholesky factor of its covariance, a lower
//              triangle in columns x columns places; only its diagonal is read if `diagonal`
//   constants: for each component the logarithm of its weight and of its density at the mean
//   scratch:   KERNEL_MIXTURE_SCRATCH(columns, count) places that anything may be written to
//
// Moments of a component are KERNEL_MIXTURE_MOMENTS(columns) places: the sum of memberships, then
// of membership * (x - mean) for each column, then of membership * (x - mean)(x - mean) for the
// lower triangle row by row (if `diagonal`, off the diagonal they stay 0).
// Memberships below e^-80 count as 0.
#define KERNEL_MIXTURE_TILE 256
#define KERNEL_MIXTURE_MOMENTS(columns) (1 + (columns) + (columns) * ((columns) + 1) / 2)

// How many doubles the loops need for themselves.
static inline intptr_t kernel_mixture_scratch(intptr_t columns, intptr_t count) {
  return (count + 2 * columns) * KERNEL_MIXTURE_TILE
      + 4 * count * KERNEL_MIXTURE_MOMENTS(columns);
}

// How many doubles the moments of a component take.
static inline intptr_t kernel_mixture_moments(intptr_t columns) {
  return KERNEL_MIXTURE_MOMENTS(columns);
}

// Writes the moments of each component and answers the log-likelihood of the rows.
double kernel_mixture_step(
    const double *_Nonnull x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    intptr_t diagonal, intptr_t count, const double *_Nonnull means,
    const double *_Nonnull factors, const double *_Nonnull constants,
    double *_Nonnull scratch, double *_Nonnull moments);

// The same moments if every row belongs to the component of its label alone; labels[0] is the
// label of row `start`.
void kernel_mixture_label_moments(
    const double *_Nonnull x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    intptr_t diagonal, intptr_t count, const double *_Nonnull means,
    const int32_t *_Nonnull labels, double *_Nonnull scratch, double *_Nonnull moments);

// The likeliest component of every row (ties: the lower index), and, unless memberships is null,
// how far it belongs to each: memberships[component * rows + row].
void kernel_mixture_memberships(
    const double *_Nonnull x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    intptr_t diagonal, intptr_t count, const double *_Nonnull means,
    const double *_Nonnull factors, const double *_Nonnull constants,
    double *_Nonnull scratch, int32_t *_Nonnull labels, double *_Nullable memberships);

// The natural logarithm of a positive normal number, the same bits on every processor.
double kernel_log(double value);

#endif
