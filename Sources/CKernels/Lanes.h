#ifndef CKERNELS_LANES_H
#define CKERNELS_LANES_H

#include <stdint.h>

// The loader picks the widest clone the processor has; elsewhere the plain function stands alone.
// So does it under a sanitizer, which is not ready yet when the loader asks.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define CLONES
#endif
#endif
#if !defined(CLONES) && defined(__x86_64__) && defined(__linux__) && defined(__has_attribute)
#if __has_attribute(target_clones)
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3")))
// For loops over `Wide`: without the width the compiler would halve the registers again.
#define WIDE_CLONES \
  __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4"), min_vector_width(512)))
#endif
#endif
#ifndef CLONES
#define CLONES
#endif
#ifndef WIDE_CLONES
#define WIDE_CLONES
#endif

#define INLINE static inline __attribute__((always_inline))

typedef double Lanes __attribute__((ext_vector_type(4)));
typedef double Wide __attribute__((ext_vector_type(8)));
typedef int64_t Marks __attribute__((ext_vector_type(4)));
typedef int64_t WideMarks __attribute__((ext_vector_type(8)));
typedef int32_t WideLabels __attribute__((ext_vector_type(8)));
typedef int32_t Labels __attribute__((ext_vector_type(4)));

// Macros, not functions: a vector argument would change its calling convention with the clone.
#define LOAD(vector, address) __builtin_memcpy(&(vector), (address), sizeof(vector))
#define STORE(address, vector) __builtin_memcpy((address), &(vector), sizeof(vector))
#define SUM(vector) (((vector).x + (vector).y) + ((vector).z + (vector).w))

#endif
