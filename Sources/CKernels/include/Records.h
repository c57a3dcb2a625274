#ifndef CKERNELS_RECORDS_H
#define CKERNELS_RECORDS_H

#include <stdint.h>

// How many bytes kernel_records looks at together.
#define KERNEL_RECORD_BLOCK 64

// Where one record of a text lies.
struct kernel_record {
  // The first byte of the record.
  uint32_t start;
  // The first of its fields among the ends of fields.
  uint32_t first_field;
  // How many fields it has.
  uint32_t field_count;
  // The line where it begins.
  intptr_t line;
};

// Where a scan of records stands between two blocks.
struct kernel_record_scan {
  // Bytes with a meaning.
  uint8_t delimiter, quote;
  // Whether the next byte lies between quotes, and whether a quote there would open a field.
  uint8_t inside, may_open;
  // The line of the next byte, and that of the record in hand.
  intptr_t line, record_line;
  // The first byte of the record in hand, and the first of its fields.
  intptr_t record_start, first_field;
  // How many fields and records have ended, and for how many records there is room.
  intptr_t fields, records, room;
  // The most bytes and the most fields of a record that are taken here.
  intptr_t record_bytes, record_fields;
  // Set where a byte that was looked at is not ASCII, or is zero.
  uint8_t beyond_ascii, has_zero;
};

// Finds the records in blocks of 64 bytes from `start` on, as far as nothing is odd: a quote within
// an unquoted field, a carriage return without its line feed or at the end of a block, a record
// beyond the limits. A line feed before `skip` belongs to the return before it. Answers how many
// blocks were done; the block after them is left to the caller, unless there was no room for 64
// records more. The ends of fields need 8 spare places.
intptr_t kernel_records(
    const uint8_t *_Nonnull bytes, intptr_t start, intptr_t blocks, intptr_t skip,
    struct kernel_record_scan *_Nonnull scan,
    uint32_t *_Nonnull field_ends, struct kernel_record *_Nonnull records);

#endif
