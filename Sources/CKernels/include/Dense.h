#ifndef CKERNELS_DENSE_H
#define CKERNELS_DENSE_H

#include <stdint.h>

// How much room kernel_dense_rows needs for so many nodes: their boxes, four to a register.
#define KERNEL_DENSE_SCRATCH(columns, count) (2 * (columns) * ((count) + 4))

// The leaves that may hold rows within the limit (a squared distance) of rows of one leaf, those
// around it first; nodes are those of Filter.h. With `enough` above 0, nodes that lie wholly within
// the limit are counted instead of opened, and it ends when so many rows are certain. With
// `weights`, nodes that weigh nothing are left out. `near` has room for every leaf.
// Answers how many rows are certain.
intptr_t kernel_near_leaves(
    const int32_t *_Nonnull nodes, const double *_Nonnull boxes, intptr_t columns,
    intptr_t leaf, double limit, intptr_t enough, const intptr_t *_Nullable weights,
    int32_t *_Nonnull near, intptr_t *_Nonnull count);

// For each row of a stretch: whether `sure` and the rows of some nodes that are within the limit
// (a squared distance) are at least `least` together. Nodes and boxes are those of Filter.h; `near`
// names the nodes to look into, those first that are likeliest to be within reach.
void kernel_dense_rows(
    const double *_Nonnull x, intptr_t stride, intptr_t columns, intptr_t start, intptr_t rows,
    const int32_t *_Nonnull nodes, const double *_Nonnull boxes,
    const int32_t *_Nonnull near, intptr_t count, double limit,
    intptr_t sure, intptr_t least, double *_Nonnull scratch, uint8_t *_Nonnull answers);

// For each row of a stretch whose bit is set in `wanted`: the nearest marked row within the limit
// among those of some nodes, or -1. A node's marks are a bit per row. Of equally near rows that
// with the lower place is taken.
void kernel_nearest_marked(
    const double *_Nonnull x, intptr_t stride, intptr_t columns, intptr_t start, uint64_t wanted,
    const int32_t *_Nonnull nodes, const double *_Nonnull boxes,
    const uint64_t *_Nonnull marks, const int32_t *_Nonnull places,
    const int32_t *_Nonnull near, intptr_t count, double limit,
    double *_Nonnull scratch, int32_t *_Nonnull found);

#endif
