#include "CKernels.h"
#include "dispatch.h"
#include <stdint.h>
#include <string.h>

MULTIVERSIONED
void ckernels_adam(
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
