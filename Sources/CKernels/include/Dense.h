#ifndef CKERNELS_DENSE_H
#define CKERNELS_DENSE_H

#include <stdint.h>

// How much room kernel_dense_rows needs for so many nodes: their boxes, four to a register.
#define KERNEL_DENSE_SCRATCH(columns, count) (2 * (columns) * ((count) + 4))

// For each row of a stretch: whether `sure` and the rows of some nodes that are within the limit
// (a squared distance) are at least `least` together. Nodes and boxes are those of Filter.h; `near`
// names the nodes to look into, those first that are likeliest to be within reach.
void kernel_dense_rows(
    const double *_Nonnull x, intptr_t stride, intptr_t columns, intptr_t start, intptr_t rows,
    const int32_t *_Nonnull nodes, const double *_Nonnull boxes,
    const int32_t *_Nonnull near, intptr_t count, double limit,
    intptr_t sure, intptr_t least, double *_Nonnull scratch, uint8_t *_Nonnull answers);

#endif
