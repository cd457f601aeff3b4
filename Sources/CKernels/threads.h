#pragma once
#include <stddef.h>

/// How many threads this process should use: what OPENBLAS_NUM_THREADS or OMP_NUM_THREADS says, otherwise as many as
/// processors that it may run on.
size_t threads_count(void);

/// Calls work(context, part) for each part from 0 to parts - 1, on several threads where they are free, and returns
/// when all are done. Takes no memory, except for the threads when they are first needed.
///
/// If another thread is in the midst of a call, this one does all parts itself.
void threads_share(size_t parts, void (*work)(void *context, size_t part), void *context);
