#ifndef CKERNELS_WARD_H
#define CKERNELS_WARD_H

#include <stdint.h>

// Clusters in a tree of boxes. Node 1 is the root, nodes 2i and 2i + 1 are the children of i, and
// node `leaves` (a power of two) is the first leaf. A leaf has eight slots.
//   boxes: for each node the lowest and the highest value of each column, then the smallest size;
//          a node without clusters has lowest +infinity and highest -infinity
//   slots: for each leaf the eight values of each column, then the eight sizes
//   ids:   for each leaf eight names; -1 is an empty slot, whose values are +infinity, size 1
//
// For the clusters in places[start ..< start + count] (leaf * 8 + slot): the cluster that is
// cheapest to join with, at sizes a * b / (a + b) times the squared distance of the centers, and
// that cost. Ties go to the lowest id; a cluster alone finds -1 at infinite cost.
void kernel_ward_nearest(
    const double *_Nonnull boxes, const double *_Nonnull slots, const int32_t *_Nonnull ids,
    intptr_t columns, intptr_t leaves,
    const int32_t *_Nonnull places, intptr_t start, intptr_t count,
    int32_t *_Nonnull found, double *_Nonnull costs);

#endif
