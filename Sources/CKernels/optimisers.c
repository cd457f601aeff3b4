#include "CKernels.h"
#include "dispatch.h"
#include "threads.h"
#include <stdint.h>
#include <string.h>

// By the thread that calls.
MULTIVERSIONED
void adam_alone(
    ckernels_adam_settings s, float *restrict values, const float *restrict gradient, float *restrict m,
    float *restrict v, size_t count) {
  for (size_t i = 0; i < count; i++) {
    float g = gradient[i] + s.decay * values[i];
    float mean = s.keep1 * m[i] + s.take1 * g;
    float square = s.keep2 * v[i] + s.take2 * g * g;
    m[i] = mean;
    v[i] = square;
    float root = __builtin_elementwise_sqrt(square) * s.root_correction;
    values[i] = s.shrink * values[i] - s.step_size * mean / (root + s.epsilon);
  }
}

typedef struct {
  ckernels_adam_settings settings;
  float *values, *m, *v;
  const float *gradient;
  size_t count, step;
} shared_update;

static void update_part(void *context, size_t index) {
  const shared_update *all = context;
  size_t i = index * all->step;
  if (i >= all->count) return;
  size_t count = all->step < all->count - i ? all->step : all->count - i;
  adam_alone(all->settings, all->values + i, all->gradient + i, all->m + i, all->v + i, count);
}

void ckernels_adam(
    ckernels_adam_settings s, float *restrict values, const float *restrict gradient, float *restrict m,
    float *restrict v, size_t count) {
  // A part then takes some 50 microseconds.
  const size_t least_part = 1 << 17, cache_line = 16;
  size_t parts = count / least_part < threads_count() ? count / least_part : threads_count();
  if (parts < 2) return adam_alone(s, values, gradient, m, v, count);
  size_t step = (count / parts / cache_line + 1) * cache_line;
  shared_update all = {s, values, m, v, gradient, count, step};
  threads_share(parts, update_part, &all);
}

MULTIVERSIONED
bool ckernels_all_finite(const float *x, size_t count) {
  uint32_t largest = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t bits;
    memcpy(&bits, x + i, sizeof bits);
    bits &= 0x7FFFFFFF;
    largest = bits > largest ? bits : largest;
  }
  // Infinities and NaN have the largest exponent.
  return largest < 0x7F800000;
}
