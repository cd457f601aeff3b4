#pragma once
#include "dispatch.h"
#include <stdint.h>
#include <string.h>

// Elementary functions without branches, so that a loop over them is vectorised.

/// e^x: 2^n e^r with |r| <= log(2)/2, where Taylor's polynomial of degree 7 has a relative error below 6e-9.
INLINED float elementary_exp(float x) {
  const float lowest = -86.9f, highest = 88.7228f;
  float limited = x < lowest ? lowest : x;
  limited = limited > highest ? highest : limited;
  // Adding 1.5 2^23 rounds to a whole number, and leaves it in the low bits.
  const float magic = 12582912.0f;
  float shifted = limited * 1.44269504f + magic;
  float n = shifted - magic;
  float r = limited - n * 0.693145752f;
  r = r - n * 1.42860677e-6f;
  float p = 1.0f / 5040;
  p = p * r + 1.0f / 720;
  p = p * r + 1.0f / 120;
  p = p * r + 1.0f / 24;
  p = p * r + 1.0f / 6;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  int32_t bits;
  memcpy(&bits, &shifted, sizeof bits);
  // 2^(n-1), and twice that, since 2^128 is no float.
  int32_t exponent = (int32_t)((uint32_t)(bits - 0x4B400000 + 126) << 23);
  float half;
  memcpy(&half, &exponent, sizeof half);
  float y = p * half * 2;
  y = x < lowest ? 0 : y;
  return x > highest ? __builtin_inff() : y;
}

/// tanh x: near 0 an odd polynomial, fitted at Chebyshev nodes to a relative error below 7e-9; farther out from
/// e^2|x|.
INLINED float elementary_tanh(float x) {
  float z = x * x;
  float p = -0.005473604891449213f;
  p = p * z + 0.020420853048563004f;
  p = p * z - 0.05366738513112068f;
  p = p * z + 0.13330447673797607f;
  p = p * z - 0.3333323001861572f;
  float near = x + x * z * p;
  float size = __builtin_fabsf(x);
  float far = 1 - 2 / (elementary_exp(2 * size) + 1);
  return size < 0.625f ? near : __builtin_copysignf(far, x);
}

INLINED float elementary_sigmoid(float x) { return 1 / (1 + elementary_exp(-x)); }

/// erf x, within 3 units in the last place: below 1 an odd polynomial, beyond it 1 - e^-p, where p approximates
/// -log erfc. Both fitted at Chebyshev nodes.
INLINED float elementary_erf(float x) {
  float size = __builtin_fabsf(x), z = x * x;
  float p = 7.882497448008507e-05f;
  p = p * z - 0.0008018855005502701f;
  p = p * z + 0.005189312156289816f;
  p = p * z - 0.02685432881116867f;
  p = p * z + 0.11283597350120544f;
  p = p * z - 0.3761262595653534f;
  p = p * z + 1.1283791065216064f;
  // Beyond 4 erf is 1; a NaN stays one in the product with x.
  float limited = size > 4 ? 4 : size;
  float q = -1.6140616025950294e-06f;
  q = q * limited + 4.559062290354632e-05f;
  q = q * limited - 0.0005927695310674608f;
  q = q * limited + 0.004740222357213497f;
  q = q * limited - 0.02636471763253212f;
  q = q * limited + 0.10997824370861053f;
  q = q * limited + 0.6319370865821838f;
  q = q * limited + 1.1301666498184204f;
  q = q * limited - 0.00030321296071633697f;
  float far = __builtin_copysignf(1 - elementary_exp(-q), x);
  return size >= 1 ? far : p * x;
}

/// The standard normal distribution function.
INLINED float elementary_normal(float x) { return 0.5f * (1 + elementary_erf(0.70710678f * x)); }
