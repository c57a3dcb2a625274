#include "CKernels.h"
#include "Lanes.h"

#pragma STDC FP_CONTRACT OFF

// Nodes of at most so many rows are not split further: a look at the rows is cheaper.
#define SCANNED 128

typedef struct {
  const double *x;
  intptr_t stride;
  const double *centers;
  int32_t *labels;
  double *sums;
  intptr_t *sizes;
} Step;

INLINE intptr_t move_row(const Step *step, intptr_t row, intptr_t columns, int32_t label) {
  int32_t old = step->labels[row];
  if (old == label) return 0;
  const double *x = step->x + row;
  step->labels[row] = label;
  for (intptr_t j = 0; j < columns; j++) step->sums[label * columns + j] += x[j * step->stride];
  step->sizes[label] += 1;
  if (old >= 0) {
    for (intptr_t j = 0; j < columns; j++) step->sums[old * columns + j] -= x[j * step->stride];
    step->sizes[old] -= 1;
  }
  return 1;
}

// The centers among `known` that may be nearest to some row of the box, in the same order.
//
// Against the one that is nearest to the middle every other is tried in the corner that suits it
// best. The margin is far above what rounding does to distances within the box, so a center that
// is dropped would lose, and not even tie, wherever a row is.
INLINE intptr_t rivals(
    const double *box, const double *centers, intptr_t columns,
    const int32_t *known, intptr_t count, int32_t *kept) {
  double least = __builtin_inf(), span = 0;
  int32_t best = known[0];
  for (intptr_t i = 0; i < count; i++) {
    const double *center = centers + known[i] * columns;
    double sum = 0;
    for (intptr_t j = 0; j < columns; j++) {
      double at = 0.5 * (box[2 * j] + box[2 * j + 1]) - center[j];
      sum += at * at;
    }
    if (sum < least) {
      least = sum;
      best = known[i];
    }
  }
  for (intptr_t j = 0; j < columns; j++) {
    double width = box[2 * j + 1] - box[2 * j];
    span += width * width;
  }
  const double *middle = centers + best * columns;
  intptr_t left = 0;
  for (intptr_t i = 0; i < count; i++) {
    const double *center = centers + known[i] * columns;
    double own = 0, other = 0;
    for (intptr_t j = 0; j < columns; j++) {
      double corner = center[j] > middle[j] ? box[2 * j + 1] : box[2 * j];
      double a = corner - center[j], b = corner - middle[j];
      own += a * a;
      other += b * b;
    }
    int isOut = known[i] != best && own - other > 1e-11 * (own + other + span);
    kept[left] = known[i];
    left += !isOut;
  }
  return left;
}

// Moves rows, eight at a time.
INLINE intptr_t scan(
    const Step *step, intptr_t start, intptr_t stop, intptr_t columns,
    const int32_t *known, intptr_t count) {
  intptr_t moved = 0;
  for (intptr_t row = start; row < stop; row += 8) {
    Wide best = __builtin_inf();
    WideMarks label = known[0];
    for (intptr_t i = 0; i < count; i++) {
      const double *center = step->centers + known[i] * columns;
      Wide sum = 0;
      for (intptr_t j = 0; j < columns; j++) {
        Wide at;
        LOAD(at, step->x + j * step->stride + row);
        at -= center[j];
        sum += at * at;
      }
      WideMarks nearer = sum < best;
      best = nearer ? sum : best;
      label = nearer ? (WideMarks)known[i] : label;
    }
    WideLabels fresh = __builtin_convertvector(label, WideLabels);
    intptr_t end = stop - row < 8 ? stop - row : 8;
    if (end == 8) {
      WideLabels old;
      LOAD(old, step->labels + row);
      old ^= fresh;
      Labels differ = old.lo | old.hi;
      if ((differ.x | differ.y | differ.z | differ.w) == 0) continue;
    }
    int32_t labels[8];
    STORE(labels, fresh);
    for (intptr_t lane = 0; lane < end; lane++)
      moved += move_row(step, row + lane, columns, labels[lane]);
  }
  return moved;
}

INLINE intptr_t filter(
    const Step *step, intptr_t columns, const int32_t *nodes, const double *boxes,
    intptr_t count, int32_t *lists, int32_t *owners) {
  // One node a level waits at most, besides the one that is looked at.
  int32_t waiting[KERNEL_FILTER_LEVELS], levels[KERNEL_FILTER_LEVELS];
  intptr_t counts[KERNEL_FILTER_LEVELS], moved = 0;
  int depth = 1;
  for (int32_t c = 0; c < count; c++) lists[c] = c;
  counts[0] = count;
  waiting[0] = 0;
  levels[0] = 1;
  while (depth > 0) {
    depth -= 1;
    int32_t node = waiting[depth], level = levels[depth];
    int32_t *known = lists + level * count;
    const int32_t *entry = nodes + 3 * node;
    counts[level] = rivals(
        boxes + node * 2 * columns, step->centers, columns,
        known - count, counts[level - 1], known);
    if (counts[level] == 1) {
      if (owners[node] == known[0]) continue;
      owners[node] = known[0];
      for (intptr_t row = entry[0]; row < entry[1]; row++)
        moved += move_row(step, row, columns, known[0]);
    } else if (entry[2] == 0 || entry[1] - entry[0] <= SCANNED) {
      owners[node] = -1;
      moved += scan(step, entry[0], entry[1], columns, known, counts[level]);
    } else {
      // What is known of a node is told to its children only when they are needed.
      if (owners[node] >= 0) owners[node + 1] = owners[entry[2]] = owners[node];
      owners[node] = -1;
      waiting[depth] = entry[2];
      waiting[depth + 1] = node + 1;
      levels[depth] = levels[depth + 1] = level + 1;
      depth += 2;
    }
  }
  return moved;
}

WIDE_CLONES
intptr_t kernel_filter_assign(
    const double *x, intptr_t stride, intptr_t columns, const int32_t *nodes, const double *boxes,
    const double *centers, intptr_t count, int32_t *lists,
    int32_t *owners, int32_t *labels, double *sums, intptr_t *sizes) {
  Step step = {x, stride, centers, labels, sums, sizes};
#define FORWARD(number) filter(&step, number, nodes, boxes, count, lists, owners)
  switch (columns) {
    case 1: return FORWARD(1);
    case 2: return FORWARD(2);
    case 3: return FORWARD(3);
    case 4: return FORWARD(4);
    case 5: return FORWARD(5);
    case 6: return FORWARD(6);
    default: return FORWARD(columns);
  }
#undef FORWARD
}
