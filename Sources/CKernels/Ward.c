#include "CKernels.h"
#include "Lanes.h"

#pragma STDC FP_CONTRACT OFF

typedef struct {
  const double *boxes, *slots;
  const int32_t *ids;
  intptr_t columns, leaves;
} Tree;

typedef struct {
  const double *point;  // the coordinates, eight places apart
  double size;
  int32_t id, nearest;
  double least;
} Search;

// No cluster of the node can be nearer than this: rounding is monotone.
INLINE double bound(const Tree *tree, const Search *search, intptr_t node, intptr_t columns) {
  const double *box = tree->boxes + node * (2 * columns + 1);
  double sum = 0;
  for (intptr_t j = 0; j < columns; j++) {
    double value = search->point[j * 8];
    double below = box[2 * j] - value, above = value - box[2 * j + 1];
    double gap = below > above ? below : above;
    gap = gap > 0 ? gap : 0;
    sum += gap * gap;
  }
  double size = box[2 * columns];
  return search->size * size / (search->size + size) * sum;
}

INLINE void scan(const Tree *tree, Search *search, intptr_t leaf, intptr_t columns) {
  const double *slots = tree->slots + leaf * 8 * (columns + 1);
  const int32_t *ids = tree->ids + leaf * 8;
  Lanes sum0 = 0, sum1 = 0, size0, size1;
  for (intptr_t j = 0; j < columns; j++) {
    Lanes at = search->point[j * 8], x0, x1;
    LOAD(x0, slots + j * 8);
    LOAD(x1, slots + j * 8 + 4);
    x0 -= at;
    x1 -= at;
    sum0 += x0 * x0;
    sum1 += x1 * x1;
  }
  LOAD(size0, slots + columns * 8);
  LOAD(size1, slots + columns * 8 + 4);
  Lanes own = search->size;
  sum0 = own * size0 / (own + size0) * sum0;
  sum1 = own * size1 / (own + size1) * sum1;
  Lanes least = search->least;
  Marks hits = (sum0 <= least) | (sum1 <= least);
  if ((hits.x | hits.y | hits.z | hits.w) == 0) return;
  double costs[8];
  STORE(costs, sum0);
  STORE(costs + 4, sum1);
  for (int lane = 0; lane < 8; lane++) {
    if (ids[lane] < 0 || ids[lane] == search->id) continue;
    if (costs[lane] > search->least) continue;
    if (costs[lane] == search->least && ids[lane] > search->nearest) continue;
    search->least = costs[lane];
    search->nearest = ids[lane];
  }
}

INLINE void descend(const Tree *tree, Search *search, intptr_t top, intptr_t columns) {
  // Two children a level are kept at most, and a tree has fewer than 32 levels.
  intptr_t nodes[64];
  double bounds[64];
  int depth = 0;
  nodes[0] = top;
  bounds[0] = bound(tree, search, top, columns);
  depth = 1;
  while (depth > 0) {
    depth -= 1;
    intptr_t node = nodes[depth];
    // Infinity stands for a node without living clusters. An equal bound may hide a lower id.
    if (bounds[depth] > search->least || bounds[depth] == __builtin_inf()) continue;
    if (node >= tree->leaves) {
      scan(tree, search, node - tree->leaves, columns);
      continue;
    }
    double left = bound(tree, search, 2 * node, columns);
    double right = bound(tree, search, 2 * node + 1, columns);
    int leftFirst = left <= right;
    nodes[depth] = 2 * node + leftFirst;
    bounds[depth] = leftFirst ? right : left;
    nodes[depth + 1] = 2 * node + 1 - leftFirst;
    bounds[depth + 1] = leftFirst ? left : right;
    depth += 2;
  }
}

INLINE void nearest(
    const Tree *tree, intptr_t columns,
    const int32_t *places, intptr_t count, int32_t *nearest, double *costs) {
  for (intptr_t query = 0; query < count; query++) {
    intptr_t leaf = places[query] / 8, lane = places[query] % 8;
    Search search;
    search.point = tree->slots + leaf * 8 * (columns + 1) + lane;
    search.size = search.point[columns * 8];
    search.id = tree->ids[places[query]];
    search.nearest = -1;
    search.least = __builtin_inf();
    scan(tree, &search, leaf, columns);
    // From the own leaf upwards: the bound is good before far nodes are asked.
    for (intptr_t node = tree->leaves + leaf; node > 1; node /= 2)
      descend(tree, &search, node ^ 1, columns);
    nearest[query] = search.nearest;
    costs[query] = search.least;
  }
}

CLONES
void kernel_ward_nearest(
    const double *boxes, const double *slots, const int32_t *ids,
    intptr_t columns, intptr_t leaves,
    const int32_t *places, intptr_t start, intptr_t count, int32_t *found, double *costs) {
  Tree tree = {boxes, slots, ids, columns, leaves};
  places += start;
  switch (columns) {
    case 2: nearest(&tree, 2, places, count, found, costs); return;
    case 3: nearest(&tree, 3, places, count, found, costs); return;
    case 4: nearest(&tree, 4, places, count, found, costs); return;
    default: nearest(&tree, columns, places, count, found, costs); return;
  }
}
