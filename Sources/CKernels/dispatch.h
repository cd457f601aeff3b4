#pragma once

// A function marked so exists once per generation of x86 processors; the loader picks one. Its loops are
// vectorised for each, and what it calls must be inlined into it. The thread sanitizer is not ready yet when the
// loader picks.
#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
#define MULTIVERSIONED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define MULTIVERSIONED
#endif

#define INLINED static inline __attribute__((always_inline))
