#ifndef CKERNELS_FILTER_H
#define CKERNELS_FILTER_H

#include <stdint.h>

// Levels a search tree may have, and so the lists of centers kept on the way down.
#define KERNEL_FILTER_LEVELS 64

// kernel_assign on the rows of a search tree, to the last bit: nodes whose rows can only go to one
// center are not looked into (the filtering of Kanungo and others, 2002).
//
// A node is three numbers: first row, end, and the right child (0 in a leaf; the left child
// follows its parent). `boxes` has the lowest and highest value of each node and column. `owners`
// has for each node the label that all its rows have, or -1, and is kept from step to step.
// `lists` is room for KERNEL_FILTER_LEVELS x count numbers.
intptr_t kernel_filter_assign(
    const double *_Nonnull x, intptr_t stride, intptr_t columns,
    const int32_t *_Nonnull nodes, const double *_Nonnull boxes,
    const double *_Nonnull centers, intptr_t count, int32_t *_Nonnull lists,
    int32_t *_Nonnull owners, int32_t *_Nonnull labels,
    double *_Nonnull sums, intptr_t *_Nonnull sizes);

#endif
