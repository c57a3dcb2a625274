#ifndef CKERNELS_NEAR_H
#define CKERNELS_NEAR_H

#include <stdint.h>

// Squared distances of at most 64 rows to one point, as kernel_squared_distances gives them, and
// a bit for each row whose distance is at most the limit.
uint64_t kernel_near(
    const double *_Nonnull x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    const double *_Nonnull point, double limit, double *_Nonnull distances);

// The smallest squared distance of a point to a box: lowest and highest value, column by column.
double kernel_box_distance(
    const double *_Nonnull box, intptr_t columns, const double *_Nonnull point);

#endif
