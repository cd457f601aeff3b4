#include "CKernels.h"
#include "elementary.h"

// One loop for each activation: a choice within the loop would keep it from being vectorised.

#define FOR_EACH_VALUE(EXPRESSION)              \
  for (size_t row = 0; row < rows; row++) {                   \
    float *from = z + row * columns;                          \
    float *to = y + row * columns;                            \
    /* y is z itself or apart from it: no turn writes what another reads. */ \
    _Pragma("clang loop vectorize(assume_safety)")            \
    for (size_t i = 0; i < columns; i++) {                    \
      float x = bias ? from[i] + bias[i] : from[i];           \
      if (bias && y != z) from[i] = x;                        \
      to[i] = (EXPRESSION);                                   \
    }                                                         \
  }

MULTIVERSIONED
void ckernels_bias_activation(
    ckernels_activation f, float slope, float *z, float *y, const float *restrict bias, size_t rows,
    size_t columns) {
  switch (f) {
    case ckernels_identity:
      if (bias || y != z) FOR_EACH_VALUE(x)
      break;
    case ckernels_rectifier: FOR_EACH_VALUE(x > 0 ? x : slope * x) break;
    case ckernels_tanh: FOR_EACH_VALUE(elementary_tanh(x)) break;
    case ckernels_sigmoid: FOR_EACH_VALUE(elementary_sigmoid(x)) break;
    case ckernels_silu: FOR_EACH_VALUE(x * elementary_sigmoid(x)) break;
    case ckernels_gelu: FOR_EACH_VALUE(x * elementary_normal(x)) break;
  }
}

INLINED float silu_slope(float x) {
  float s = elementary_sigmoid(x);
  return s * (1 + x * (1 - s));
}

#define FOR_EACH_SLOPE(EXPRESSION)                                       \
  for (size_t row = 0; row < rows; row++) {                              \
    float *restrict g = gradient + row * columns;                        \
    const float *restrict given = known + row * columns;                 \
    for (size_t i = 0; i < columns; i++) {                               \
      float v = given[i];                                                \
      g[i] *= (EXPRESSION);                                              \
    }                                                                    \
    if (bias_gradient) {                                                 \
      for (size_t i = 0; i < columns; i++) bias_gradient[i] += g[i];     \
    }                                                                    \
  }

MULTIVERSIONED
void ckernels_activation_gradient(
    ckernels_activation f, float slope, float *restrict gradient, const float *restrict known,
    float *restrict bias_gradient, size_t rows, size_t columns) {
  if (bias_gradient) {
    for (size_t i = 0; i < columns; i++) bias_gradient[i] = 0;
  }
  switch (f) {
    case ckernels_identity: FOR_EACH_SLOPE(((void)v, 1.0f)) break;
    case ckernels_rectifier: FOR_EACH_SLOPE(v > 0 ? 1 : slope) break;
    case ckernels_tanh: FOR_EACH_SLOPE(1 - v * v) break;
    case ckernels_sigmoid: FOR_EACH_SLOPE(v * (1 - v)) break;
    case ckernels_silu: FOR_EACH_SLOPE(silu_slope(v)) break;
    case ckernels_gelu: FOR_EACH_SLOPE(elementary_normal(v) + 0.39894228f * v * elementary_exp(-0.5f * v * v)) break;
  }
}

MULTIVERSIONED
void ckernels_exp(float *x, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] = elementary_exp(x[i]);
}

MULTIVERSIONED
void ckernels_erf(float *x, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] = elementary_erf(x[i]);
}
