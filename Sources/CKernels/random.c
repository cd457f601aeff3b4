#include "CKernels.h"
#include "dispatch.h"

// Philox 4x32-10 (Salmon, Moraes, Dror, Shaw, 2011), for several counters at once. The numbers are those of the
// generator in Swift.

MULTIVERSIONED
void ckernels_keep(
    float *factors, size_t counters, uint64_t threshold, float kept, uint64_t seed, uint64_t stream,
    uint64_t position) {
  for (size_t i = 0; i < counters; i++) {
    uint64_t at = position + i;
    uint32_t x = (uint32_t)at, y = (uint32_t)(at >> 32), z = (uint32_t)stream, w = (uint32_t)(stream >> 32);
    uint32_t key = (uint32_t)seed, second_key = (uint32_t)(seed >> 32);
    _Pragma("clang loop unroll(full)") for (int round = 0; round < 10; round++) {
      uint64_t a = (uint64_t)x * 0xD2511F53, b = (uint64_t)z * 0xCD9E8D57;
      x = (uint32_t)(b >> 32) ^ y ^ key;
      y = (uint32_t)b;
      z = (uint32_t)(a >> 32) ^ w ^ second_key;
      w = (uint32_t)a;
      key += 0x9E3779B9;
      second_key += 0xBB67AE85;
    }
    uint64_t first = x | (uint64_t)y << 32, second = z | (uint64_t)w << 32;
    factors[2 * i] = first >> 11 < threshold ? kept : 0;
    factors[2 * i + 1] = second >> 11 < threshold ? kept : 0;
  }
}
