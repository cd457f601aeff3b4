#include "CKernels.h"
#include "dispatch.h"

// Many affine functions of the plane at once: all a, then all b, then all c of a x + b y + c.

MULTIVERSIONED
void ckernels_plane_add(
    double *restrict functions, const double *restrict weights, double a, double b, double c, size_t count) {
  for (size_t i = 0; i < count; i++) {
    functions[i] += a * weights[i];
    functions[count + i] += b * weights[i];
    functions[2 * count + i] += c * weights[i];
  }
}

MULTIVERSIONED
double ckernels_plane_largest(const double *functions, size_t count) {
  // Eight at a time, in the processor's registers: a maximum in order could not be vectorised.
  double largest[8] = {0};
  size_t i = 0;
  for (; i + 8 <= 3 * count; i += 8) {
    for (size_t k = 0; k < 8; k++) {
      double size = __builtin_fabs(functions[i + k]);
      largest[k] = size > largest[k] ? size : largest[k];
    }
  }
  for (; i < 3 * count; i++) {
    double size = __builtin_fabs(functions[i]);
    largest[0] = size > largest[0] ? size : largest[0];
  }
  double result = 0;
  for (size_t k = 0; k < 8; k++) result = largest[k] > result ? largest[k] : result;
  return result;
}

MULTIVERSIONED
void ckernels_plane_sides(
    const double *restrict functions, size_t count, const double *restrict places, size_t corners, double lower,
    double upper, int8_t *restrict sides) {
  enum { BLOCK = 64 };
  double low[BLOCK], high[BLOCK];
  for (size_t from = 0; from < count; from += BLOCK) {
    size_t n = count - from < BLOCK ? count - from : BLOCK;
    const double *restrict a = functions + from;
    const double *restrict b = a + count;
    const double *restrict c = b + count;
    for (size_t i = 0; i < n; i++) {
      low[i] = __builtin_inf();
      high[i] = -__builtin_inf();
    }
    for (size_t corner = 0; corner < corners; corner++) {
      double x = places[2 * corner], y = places[2 * corner + 1];
      for (size_t i = 0; i < n; i++) {
        double value = a[i] * x + b[i] * y + c[i];
        low[i] = value < low[i] ? value : low[i];
        high[i] = value > high[i] ? value : high[i];
      }
    }
    for (size_t i = 0; i < n; i++) sides[from + i] = (low[i] > upper) - (high[i] < lower);
  }
}
