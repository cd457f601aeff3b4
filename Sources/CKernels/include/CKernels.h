#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Loops that are compiled for several generations of processors; the best that runs is
// chosen when the program starts. Swift itself compiles for the oldest only.

#pragma clang assume_nonnull begin

/// The wish that a long kernel stop: it asks `is_due` every few milliseconds, from any of its threads, and returns with the
/// rest undone when that says so. Nobody wants it to where this is NULL.
typedef struct {
  bool (*_Nullable is_due)(void *_Nullable context);
  void *_Nullable context;
} ckernels_wish;

// MARK: Matrix products

/// Whether this processor has what `ckernels_sgemm` is written for, AVX-512.
bool ckernels_can_sgemm(void);

/// Whether `ckernels_sgemm` should be used: it can be, and was compiled with optimisation.
bool ckernels_prefers_sgemm(void);

/// On how many threads a product of this size is best computed here: on one where OPENBLAS_NUM_THREADS or
/// OMP_NUM_THREADS says so, or the product is small.
size_t ckernels_sgemm_threads(size_t m, size_t n, size_t k);

/// How many floats of workspace `ckernels_sgemm` needs for a product of this size.
size_t ckernels_sgemm_workspace(size_t threads, size_t m, size_t n, size_t k);

/// c = op(a) op(b) for row-major contiguous matrices, where op(a) is m by k and op(b) is k by n, and op
/// transposes if asked to. The result does not depend on the number of threads, to the bit. Only for processors on
/// which `ckernels_can_sgemm`.
void ckernels_sgemm(
    size_t threads, bool transpose_a, bool transpose_b, size_t m, size_t n, size_t k, const float *a,
    const float *b, float *c, float *workspace, ckernels_wish to_stop);

// MARK: Activations

/// The activations that can be fused with a bias.
typedef enum {
  ckernels_identity,
  ckernels_rectifier,  // x above 0, slope x below
  ckernels_tanh,
  ckernels_sigmoid,
  // The slopes of these follow from the argument, not from the value.
  ckernels_silu,
  ckernels_gelu,
} ckernels_activation;

/// y = f(z + bias) for each of `rows` rows of `columns` numbers. y is z, or does not overlap it; then z becomes
/// z + bias.
void ckernels_bias_activation(
    ckernels_activation f, float slope, float *z, float *y, const float *_Nullable bias, size_t rows, size_t columns);

/// gradient *= f'(x), and bias_gradient = the sums of its columns. `known` is x or f(x), whichever tells the slope.
void ckernels_activation_gradient(
    ckernels_activation f, float slope, float *gradient, const float *known, float *_Nullable bias_gradient,
    size_t rows, size_t columns);

/// x = e to the power of x, within 2 units in the last place; 0 where that is below 2e-38.
void ckernels_exp(float *x, size_t count);

/// x = erf(x), within 3 units in the last place.
void ckernels_erf(float *x, size_t count);

// MARK: Random numbers

/// Writes `kept` or 0 for each two of the 64-bit numbers that Philox 4x32-10 makes of the counters from `position` on:
/// `kept` where the upper 53 bits are below `threshold`. `factors` has room for 2 `counters`.
void ckernels_keep(
    float *factors, size_t counters, uint64_t threshold, float kept, uint64_t seed, uint64_t stream,
    uint64_t position);

// MARK: Optimisers

/// The settings of a step of Adam; see the Swift type of that name.
typedef struct {
  float keep1, take1;     // beta1, 1 - beta1
  float keep2, take2;     // beta2, 1 - beta2
  float epsilon;
  float step_size;        // learning rate / (1 - beta1^t)
  float root_correction;  // 1 / sqrt(1 - beta2^t)
  float decay;            // added to the gradient, times the value
  float shrink;           // the value is multiplied by it first
} ckernels_adam_settings;

/// A step of Adam on `count` values with running means m and v.
void ckernels_adam(
    ckernels_adam_settings settings, float *values, const float *gradient, float *m, float *v, size_t count);

// MARK: Affine functions of the plane

/// Adds `a`, `b` and `c` times the weights to three columns of `count` numbers each: `count` functions a x + b y + c.
void ckernels_plane_add(
    double *functions, const double *weights, double a, double b, double c, size_t count);

/// The largest magnitude among the numbers of `count` functions; those that are not numbers are passed over.
double ckernels_plane_largest(const double *functions, size_t count);

/// For each of `count` functions 1 where its values at all of some places are above `upper`, -1 where all are below
/// `lower`, else 0. `places` holds x and y of each corner, of which there is at least one.
void ckernels_plane_sides(
    const double *functions, size_t count, const double *places, size_t corners, double lower, double upper,
    int8_t *sides);

// MARK: The rest

/// Whether all numbers are finite.
bool ckernels_all_finite(const float *x, size_t count);

/// Lets the process keep the pages of freed memory, up to a quarter of a gigabyte, for what is asked for next.
void ckernels_keep_freed_pages(void);

#pragma clang assume_nonnull end
