#include "CKernels.h"
#include "Lanes.h"

#pragma STDC FP_CONTRACT OFF

#define TILE KERNEL_MIXTURE_TILE
#define LN2_HIGH 0x1.62e42fee00000p-1
#define LN2_LOW 0x1.a39ef35793c76p-33

typedef struct {
  const double *x;
  intptr_t stride, columns, diagonal, count;
  const double *means, *factors, *constants;
} Mixture;

// e^x for -81 < x <= 0: powers of two, and a Taylor series for what is left.
INLINE void exponential(Wide *value) {
  const double magic = 0x1.8p52;
  Wide x = *value;
  Wide turns = x * 0x1.71547652b82fep0 + magic;
  WideMarks power;
  LOAD(power, &turns);
  turns -= magic;
  Wide r = (x - turns * LN2_HIGH) - turns * LN2_LOW;
  Wide sum = 1.0 / 6227020800;
  sum = sum * r + 1.0 / 479001600;
  sum = sum * r + 1.0 / 39916800;
  sum = sum * r + 1.0 / 3628800;
  sum = sum * r + 1.0 / 362880;
  sum = sum * r + 1.0 / 40320;
  sum = sum * r + 1.0 / 5040;
  sum = sum * r + 1.0 / 720;
  sum = sum * r + 1.0 / 120;
  sum = sum * r + 1.0 / 24;
  sum = sum * r + 1.0 / 6;
  sum = sum * r + 0.5;
  sum = sum * r + 1;
  sum = sum * r + 1;
  // The low bits of the magic sum are the power itself.
  power = (power + 1023) << 52;
  Wide scale;
  LOAD(scale, &power);
  *value = sum * scale;
}

double kernel_log(double value) {
  uint64_t bits;
  __builtin_memcpy(&bits, &value, 8);
  int64_t exponent = (int64_t)(bits >> 52) - 1023;
  bits = (bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000;
  double m;
  __builtin_memcpy(&m, &bits, 8);
  if (m > 0x1.6a09e667f3bcdp0) {
    m *= 0.5;
    exponent += 1;
  }
  double f = m - 1, s = f / (2 + f), z = s * s, sum = 0;
  for (int odd = 23; odd > 1; odd -= 2) sum = (sum + 1.0 / odd) * z;
  return exponent * LN2_HIGH + (2 * s + (2 * s * sum + exponent * LN2_LOW));
}

// Logarithms of weighted densities: out[component * TILE + row].
INLINE void densities(
    const Mixture *m, intptr_t columns, intptr_t first, intptr_t rows, double *out) {
  for (intptr_t c = 0; c < m->count; c++) {
    const double *mean = m->means + c * columns;
    const double *factor = m->factors + c * columns * columns;
    for (intptr_t row = 0; row < rows; row += 8) {
      const double *x = m->x + first + row;
      Wide sum = 0;
      for (intptr_t i = 0; i < columns; i++) {
        Wide y = 0;
        for (intptr_t j = m->diagonal ? i : 0; j <= i; j++) {
          Wide at;
          LOAD(at, x + j * m->stride);
          y += factor[i * columns + j] * (at - mean[j]);
        }
        sum += y * y;
      }
      sum = m->constants[c] - 0.5 * sum;
      STORE(out + c * TILE + row, sum);
    }
  }
}

// Multiplies into a product between 1 and 2, whose exponents are counted apart.
#define MULTIPLY(factor, product, exponents) \
  do { \
    Lanes grown = *(product) * (factor); \
    Marks bits; \
    LOAD(bits, &grown); \
    *(exponents) += (bits >> 52) - 1023; \
    bits = (bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000; \
    LOAD(*(product), &bits); \
  } while (0)

// Turns densities into memberships. Log-likelihoods are kept as a sum of the largest terms and a
// product of what comes on top, whose exponents are counted apart, so that one logarithm is enough.
INLINE void memberships(
    intptr_t count, intptr_t rows, double *tile, Lanes *tops, Lanes *product, Marks *exponents) {
  WideMarks order = {0, 1, 2, 3, 4, 5, 6, 7};
  for (intptr_t row = 0; row < rows; row += 8) {
    WideMarks inside = order < (WideMarks)(rows - row);
    Wide top, total = 0;
    LOAD(top, tile + row);
    for (intptr_t c = 1; c < count; c++) {
      Wide at;
      LOAD(at, tile + c * TILE + row);
      WideMarks higher = at > top;
      top = higher ? at : top;
    }
    for (intptr_t c = 0; c < count; c++) {
      Wide at;
      LOAD(at, tile + c * TILE + row);
      at -= top;
      WideMarks counts = inside & (at > -80.0);
      Marks any = counts.lo | counts.hi;
      if ((any.x | any.y | any.z | any.w) == 0) {
        at = 0;
      } else {
        at = counts ? at : (Wide)0;
        exponential(&at);
        at = counts ? at : (Wide)0;
      }
      total += at;
      STORE(tile + c * TILE + row, at);
    }
    total = inside ? total : (Wide)1;
    top = inside ? top : (Wide)0;
    *tops += top.lo;
    *tops += top.hi;
    MULTIPLY(total.lo, product, exponents);
    MULTIPLY(total.hi, product, exponents);
    Wide share = 1 / total;
    for (intptr_t c = 0; c < count; c++) {
      Wide at;
      LOAD(at, tile + c * TILE + row);
      at *= share;
      STORE(tile + c * TILE + row, at);
    }
  }
}

// Adds the moments of a tile to sums in lanes.
INLINE void add_moments(
    const Mixture *m, intptr_t columns, intptr_t first, intptr_t rows,
    const double *tile, double *spare, double *sums) {
  intptr_t width = KERNEL_MIXTURE_MOMENTS(columns);
  double *gaps = spare, *weighted = spare + columns * TILE;
  for (intptr_t c = 0; c < m->count; c++) {
    Lanes total = 0, old;
    for (intptr_t row = 0; row < rows; row += 4) {
      Lanes share;
      LOAD(share, tile + c * TILE + row);
      total += share;
    }
    // Neighbors stand together, so most components have no part in a tile.
    if (SUM(total) == 0) continue;
    double *sum = sums + c * width * 4;
    LOAD(old, sum);
    old += total;
    STORE(sum, old);
    sum += 4;
    for (intptr_t j = 0; j < columns; j++, sum += 4) {
      total = 0;
      // As far as the products below will read: what lies beyond the end is times 0.
      for (intptr_t row = 0; row < (rows + 7) / 8 * 8; row += 4) {
        Lanes at, share;
        LOAD(at, m->x + j * m->stride + first + row);
        LOAD(share, tile + c * TILE + row);
        at -= m->means[c * columns + j];
        STORE(gaps + j * TILE + row, at);
        at *= share;
        STORE(weighted + j * TILE + row, at);
        total += at;
      }
      LOAD(old, sum);
      old += total;
      STORE(sum, old);
    }
    for (intptr_t i = 0; i < columns; i++) {
      for (intptr_t j = 0; j <= i; j++, sum += 4) {
        if (m->diagonal && j < i) continue;
        Wide both = 0;
        for (intptr_t row = 0; row < rows; row += 8) {
          Wide a, b;
          LOAD(a, weighted + i * TILE + row);
          LOAD(b, gaps + j * TILE + row);
          both += a * b;
        }
        LOAD(old, sum);
        old += both.lo + both.hi;
        STORE(sum, old);
      }
    }
  }
}

// Lanes of sums become numbers.
INLINE void finish(const double *sums, intptr_t count, double *moments) {
  for (intptr_t at = 0; at < count; at++) {
    Lanes lanes;
    LOAD(lanes, sums + 4 * at);
    moments[at] = SUM(lanes);
  }
}

// Rows of a tile behind its end belong to nobody: the moments are added eight rows at a time.
INLINE void clear_end(intptr_t count, intptr_t rows, double *tile) {
  for (intptr_t row = rows; row < TILE && row < rows + 8; row++)
    for (intptr_t c = 0; c < count; c++) tile[c * TILE + row] = 0;
}

INLINE double step(
    const Mixture *m, intptr_t columns, intptr_t start, intptr_t rows,
    double *scratch, double *moments) {
  intptr_t places = m->count * KERNEL_MIXTURE_MOMENTS(columns);
  double *tile = scratch, *spare = tile + m->count * TILE, *sums = spare + 2 * columns * TILE;
  Lanes tops = 0, product = 1;
  Marks exponents = 0;
  for (intptr_t at = 0; at < 4 * places; at++) sums[at] = 0;
  for (intptr_t first = 0; first < rows; first += TILE) {
    intptr_t some = rows - first < TILE ? rows - first : TILE;
    densities(m, columns, start + first, some, tile);
    memberships(m->count, some, tile, &tops, &product, &exponents);
    clear_end(m->count, some, tile);
    add_moments(m, columns, start + first, some, tile, spare, sums);
  }
  finish(sums, places, moments);
  double answer = SUM(tops);
  for (int lane = 0; lane < 4; lane++) {
    answer += kernel_log(product[lane]);
    answer += (double)exponents[lane] * 0x1.62e42fefa39efp-1;
  }
  return answer;
}

WIDE_CLONES
double kernel_mixture_step(
    const double *x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    intptr_t diagonal, intptr_t count, const double *means,
    const double *factors, const double *constants, double *scratch, double *moments) {
  Mixture m = {x, stride, columns, diagonal, count, means, factors, constants};
  if (diagonal) return step(&m, columns, start, rows, scratch, moments);
  switch (columns) {
    case 2: return step(&m, 2, start, rows, scratch, moments);
    case 3: return step(&m, 3, start, rows, scratch, moments);
    case 4: return step(&m, 4, start, rows, scratch, moments);
    case 5: return step(&m, 5, start, rows, scratch, moments);
    case 6: return step(&m, 6, start, rows, scratch, moments);
    default: return step(&m, columns, start, rows, scratch, moments);
  }
}

WIDE_CLONES
void kernel_mixture_label_moments(
    const double *x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    intptr_t diagonal, intptr_t count, const double *means,
    const int32_t *labels, double *scratch, double *moments) {
  Mixture m = {x, stride, columns, diagonal, count, means, 0, 0};
  intptr_t places = count * KERNEL_MIXTURE_MOMENTS(columns);
  double *tile = scratch, *spare = tile + count * TILE, *sums = spare + 2 * columns * TILE;
  for (intptr_t at = 0; at < 4 * places; at++) sums[at] = 0;
  for (intptr_t first = 0; first < rows; first += TILE) {
    intptr_t some = rows - first < TILE ? rows - first : TILE;
    for (intptr_t c = 0; c < count; c++)
      for (intptr_t row = 0; row < some; row++)
        tile[c * TILE + row] = labels[first + row] == c ? 1 : 0;
    clear_end(count, some, tile);
    add_moments(&m, columns, start + first, some, tile, spare, sums);
  }
  finish(sums, places, moments);
}

WIDE_CLONES
void kernel_mixture_memberships(
    const double *x, intptr_t stride, intptr_t start, intptr_t rows, intptr_t columns,
    intptr_t diagonal, intptr_t count, const double *means,
    const double *factors, const double *constants,
    double *scratch, int32_t *labels, double *shares) {
  Mixture m = {x, stride, columns, diagonal, count, means, factors, constants};
  double *tile = scratch;
  Lanes tops = 0, product = 1;
  Marks exponents = 0;
  for (intptr_t first = 0; first < rows; first += TILE) {
    intptr_t some = rows - first < TILE ? rows - first : TILE;
    densities(&m, columns, start + first, some, tile);
    for (intptr_t row = 0; row < some; row += 8) {
      Wide top;
      WideMarks best = 0;
      LOAD(top, tile + row);
      for (intptr_t c = 1; c < count; c++) {
        Wide at;
        LOAD(at, tile + c * TILE + row);
        WideMarks higher = at > top;
        top = higher ? at : top;
        best = higher ? (WideMarks)c : best;
      }
      for (intptr_t lane = 0; lane < 8 && row + lane < some; lane++)
        labels[first + row + lane] = (int32_t)best[lane];
    }
    if (!shares) continue;
    memberships(count, some, tile, &tops, &product, &exponents);
    for (intptr_t c = 0; c < count; c++)
      for (intptr_t row = 0; row < some; row++)
        shares[c * rows + first + row] = tile[c * TILE + row];
  }
}
