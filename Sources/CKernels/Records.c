#include <stdbool.h>

#include "CKernels.h"
#include "Lanes.h"

typedef uint8_t Bytes __attribute__((ext_vector_type(64)));
typedef bool Bits __attribute__((ext_vector_type(64)));

// One bit for each byte of a block that is this one.
#define MARKED(block, byte, bits) \
  do { \
    Bits marks = __builtin_convertvector((block) == (Bytes)(byte), Bits); \
    __builtin_memcpy(&(bits), &marks, sizeof(bits)); \
  } while (0)

// Bit i is the parity of bits 0 to i: set from each opening quote to the byte before its closing one.
INLINE uint64_t parities(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ bits << 32;
}

INLINE uint64_t below(int bit) { return ((uint64_t)1 << bit) - 1; }

WIDE_CLONES
intptr_t kernel_records(
    const uint8_t *bytes, intptr_t start, intptr_t blocks, intptr_t skip,
    struct kernel_record_scan *state, uint32_t *field_ends, struct kernel_record *records) {
  struct kernel_record_scan scan = *state;
  uint64_t carry = scan.inside ? ~(uint64_t)0 : 0;
  uint64_t may_open = scan.may_open;
  intptr_t block = 0;
  for (; block < blocks && scan.records + KERNEL_RECORD_BLOCK <= scan.room; block++) {
    const intptr_t base = start + block * KERNEL_RECORD_BLOCK;
    Bytes text;
    uint64_t delimiters, quotes, feeds, returns, zeros, high;
    LOAD(text, bytes + base);
    MARKED(text, scan.delimiter, delimiters);
    MARKED(text, scan.quote, quotes);
    MARKED(text, '\n', feeds);
    MARKED(text, '\r', returns);
    MARKED(text, 0, zeros);
    Bits marks = __builtin_convertvector(text >= (Bytes)0x80, Bits);
    __builtin_memcpy(&high, &marks, sizeof(high));

    const uint64_t inside = parities(quotes) ^ carry;
    const uint64_t opens = (delimiters | feeds | returns | quotes) & ~inside;
    const uint64_t odd_quotes = quotes & inside & ~(opens << 1 | may_open);
    const uint64_t odd_returns = (returns & ~(feeds >> 1)) | returns >> 63;
    if (odd_quotes | odd_returns) break;
    if (base + KERNEL_RECORD_BLOCK - scan.record_start > scan.record_bytes) break;

    uint64_t own_feeds = feeds & ~(returns << 1);
    if (base < skip) own_feeds &= ~(uint64_t)1;
    uint64_t ends = (returns | own_feeds) & ~inside;
    const uint64_t fields = (delimiters & ~inside) | ends;
    const int count = __builtin_popcountll(fields);
    if (scan.fields + count - scan.first_field > scan.record_fields) break;

    uint32_t *out = field_ends + scan.fields;
    uint64_t left = fields;
    for (int written = 0; written < count; written += 8, out += 8) {
      for (int i = 0; i < 8; i++) {
        // Beyond the last one this is rubbish, which the next block writes over.
        out[i] = (uint32_t)base + (uint32_t)(left ? __builtin_ctzll(left) : 0);
        left &= left - 1;
      }
    }
    const uint64_t quoted_feeds = feeds & inside;
    int counted = 0;
    while (ends) {
      const int bit = __builtin_ctzll(ends);
      ends &= ends - 1;
      const intptr_t last = scan.fields + __builtin_popcountll(fields & below(bit));
      struct kernel_record *record = records + scan.records++;
      record->start = (uint32_t)scan.record_start;
      record->first_field = (uint32_t)scan.first_field;
      record->field_count = (uint32_t)(last + 1 - scan.first_field);
      record->line = scan.record_line;
      if (quoted_feeds) {
        const int before = __builtin_popcountll(quoted_feeds & below(bit));
        scan.line += before - counted;
        counted = before;
      }
      scan.record_line = ++scan.line;
      scan.first_field = last + 1;
      scan.record_start = base + bit + 1 + (int)(returns >> bit & 1);
    }
    if (quoted_feeds) scan.line += __builtin_popcountll(quoted_feeds) - counted;
    scan.fields += count;
    carry = (uint64_t)((int64_t)inside >> 63);
    may_open = opens >> 63;
    scan.beyond_ascii |= high != 0;
    scan.has_zero |= zeros != 0;
  }
  scan.inside = carry != 0;
  scan.may_open = (uint8_t)may_open;
  *state = scan;
  return block;
}
