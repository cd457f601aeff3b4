#include "CKernels.h"
#include "threads.h"

#if defined(__x86_64__)
#include <immintrin.h>

// The product is built from tiles of up to 12 rows by 32 columns, which stay in registers: 24 of the 32 vectors
// hold sums, 2 hold a row of b, and a's numbers are broadcast. Around them are the usual loops over blocks that
// fit into the caches (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008).

#define AVX512 __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,fma")))
#define INLINED static inline __attribute__((always_inline)) AVX512
#define UNROLLED _Pragma("clang loop unroll(full)")

enum {
  lane_count = 16,
  tile_rows = 12,
  tile_columns = 2 * lane_count,
  block_depth = 352,     // of k: a panel of b then takes 44 kB
  block_columns = 1024,  // of n: all panels of b then take 1.4 MB
  block_rows = 96,       // of m: a block of a then takes 132 kB
  many_columns = 512,    // enough for threads to share them
  row_gap = 16,          // between rows of a packed block, so that they do not compete for one cache set
};

bool ckernels_can_sgemm(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
         && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
}

/// Numbers with some distance between rows and between columns.
typedef struct {
  const float *at;
  size_t row, column;
} matrix;

INLINED __mmask16 lanes(size_t count) {
  return count >= lane_count ? 0xFFFF : (__mmask16)((1u << count) - 1);
}

/// One tile of c: `rows` by up to 16 `vectors` columns.
INLINED void tile(
    const int rows, const int vectors, matrix a, matrix b, float *c, size_t ldc, size_t k, size_t columns,
    bool accumulates) {
  const __mmask16 mask[2] = {lanes(columns), vectors > 1 ? lanes(columns - lane_count) : (__mmask16)0};
  __m512 sum[tile_rows][2];
  UNROLLED for (int i = 0; i < rows; i++) {
    UNROLLED for (int v = 0; v < vectors; v++) sum[i][v] = _mm512_setzero_ps();
  }
  // Of a large product c is not in the nearest cache: asked for now, it is there when the sums are.
  if (k >= 8) {
    UNROLLED for (int i = 0; i < rows; i++) {
      UNROLLED for (int v = 0; v < vectors; v++) __builtin_prefetch(c + i * ldc + v * lane_count, 1);
    }
  }
  for (size_t p = 0; p < k; p++) {
    __m512 row[2];
    UNROLLED for (int v = 0; v < vectors; v++) row[v] = _mm512_maskz_loadu_ps(mask[v], b.at + v * lane_count);
    UNROLLED for (int i = 0; i < rows; i++) {
      __m512 x = _mm512_set1_ps(a.at[i * a.row]);
      UNROLLED for (int v = 0; v < vectors; v++) sum[i][v] = _mm512_fmadd_ps(x, row[v], sum[i][v]);
    }
    a.at += a.column;
    b.at += b.row;
  }
  UNROLLED for (int i = 0; i < rows; i++) {
    UNROLLED for (int v = 0; v < vectors; v++) {
      float *at = c + i * ldc + v * lane_count;
      if (accumulates) sum[i][v] = _mm512_add_ps(sum[i][v], _mm512_maskz_loadu_ps(mask[v], at));
      _mm512_mask_storeu_ps(at, mask[v], sum[i][v]);
    }
  }
}

/// A tile, where one of a's distances is known to be 1.
INLINED void tile_by_layout(
    const int rows, const int vectors, matrix a, matrix b, float *c, size_t ldc, size_t k, size_t columns,
    bool accumulates) {
  if (a.row == 1) {
    tile(rows, vectors, (matrix){a.at, 1, a.column}, b, c, ldc, k, columns, accumulates);
  } else {
    tile(rows, vectors, (matrix){a.at, a.row, 1}, b, c, ldc, k, columns, accumulates);
  }
}

/// All tiles of one panel of up to 32 columns.
INLINED void panel(
    const int vectors, matrix a, matrix b, float *c, size_t ldc, size_t m, size_t k, size_t columns,
    bool accumulates) {
  size_t i = 0;
#define TILES(ROWS)                                                                              \
  for (; i + ROWS <= m; i += ROWS) {                                                             \
    matrix part = {a.at + i * a.row, a.row, a.column};                                           \
    tile_by_layout(ROWS, vectors, part, b, c + i * ldc, ldc, k, columns, accumulates);           \
  }
  TILES(12)
  TILES(10)
  TILES(8)
  TILES(6)
  TILES(4)
  TILES(2)
  TILES(1)
#undef TILES
}

/// Rows of up to 32 numbers from rows of b.
AVX512 static void pack_rows(matrix b, size_t k, size_t columns, float *packed) {
  __mmask16 first = lanes(columns), second = lanes(columns > lane_count ? columns - lane_count : 0);
  for (size_t p = 0; p < k; p++, packed += tile_columns) {
    const float *from = b.at + p * b.row;
    _mm512_storeu_ps(packed, _mm512_maskz_loadu_ps(first, from));
    _mm512_storeu_ps(packed + lane_count, _mm512_maskz_loadu_ps(second, from + lane_count));
  }
}

/// A block of 8 by 8 numbers with rows and columns exchanged.
INLINED void transpose8(const float *from, size_t row, float *to) {
  __m256 r[8], s[8];
  UNROLLED for (int i = 0; i < 8; i++) r[i] = _mm256_loadu_ps(from + i * row);
  UNROLLED for (int i = 0; i < 4; i++) {
    s[2 * i] = _mm256_unpacklo_ps(r[2 * i], r[2 * i + 1]);
    s[2 * i + 1] = _mm256_unpackhi_ps(r[2 * i], r[2 * i + 1]);
  }
  UNROLLED for (int i = 0; i < 2; i++) {
    r[4 * i] = _mm256_shuffle_ps(s[4 * i], s[4 * i + 2], 0x44);
    r[4 * i + 1] = _mm256_shuffle_ps(s[4 * i], s[4 * i + 2], 0xEE);
    r[4 * i + 2] = _mm256_shuffle_ps(s[4 * i + 1], s[4 * i + 3], 0x44);
    r[4 * i + 3] = _mm256_shuffle_ps(s[4 * i + 1], s[4 * i + 3], 0xEE);
  }
  UNROLLED for (int i = 0; i < 4; i++) {
    _mm256_storeu_ps(to + i * tile_columns, _mm256_permute2f128_ps(r[i], r[i + 4], 0x20));
    _mm256_storeu_ps(to + (i + 4) * tile_columns, _mm256_permute2f128_ps(r[i], r[i + 4], 0x31));
  }
}

/// Rows of up to 32 numbers from columns of b, which lie next to each other in memory.
AVX512 static void pack_columns(matrix b, size_t k, size_t columns, float *packed) {
  size_t whole = k / 8 * 8;
  size_t j = 0;
  for (; j + 8 <= columns; j += 8) {
    const float *from = b.at + j * b.column;
    for (size_t p = 0; p < whole; p += 8) transpose8(from + p, b.column, packed + p * tile_columns + j);
    for (size_t p = whole; p < k; p++) {
      for (size_t i = 0; i < 8; i++) packed[p * tile_columns + j + i] = from[i * b.column + p];
    }
  }
  for (; j < columns; j++) {
    for (size_t p = 0; p < k; p++) packed[p * tile_columns + j] = b.at[j * b.column + p];
  }
}

/// A block of a, packed as its layout is best read: slivers of 12 columns side by side, or rows with gaps.
AVX512 static matrix pack_block(matrix a, size_t m, size_t k, float *packed) {
  size_t length = k + row_gap;
  if (a.column == 1) {
    for (size_t i = 0; i < m; i++) {
      const float *from = a.at + i * a.row;
      for (size_t p = 0; p < k; p += lane_count) {
        __mmask16 mask = lanes(k - p);
        _mm512_mask_storeu_ps(packed + i * length + p, mask, _mm512_maskz_loadu_ps(mask, from + p));
      }
    }
    return (matrix){packed, length, 1};
  }
  for (size_t p = 0; p < k; p++) {
    for (size_t i = 0; i < m; i += lane_count) {
      __mmask16 mask = lanes(m - i);
      _mm512_mask_storeu_ps(
          packed + p * (block_rows + row_gap) + i, mask, _mm512_maskz_loadu_ps(mask, a.at + p * a.column + i));
    }
  }
  return (matrix){packed, 1, block_rows + row_gap};
}

/// How long the parts are when a length is divided evenly into parts of at most `limit`.
static size_t part(size_t length, size_t limit) {
  size_t parts = (length + limit - 1) / limit;
  return (length + parts - 1) / parts;
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/// How many floats one thread needs for its part of a product.
static size_t share_of_workspace(size_t n, size_t k) {
  size_t columns = least(block_columns, (n + tile_columns - 1) / tile_columns * tile_columns);
  size_t depth = least(block_depth, k);
  return (columns * depth + (block_rows + row_gap) * (depth + row_gap) + lane_count - 1) / lane_count * lane_count;
}

size_t ckernels_sgemm_workspace(size_t threads, size_t m, size_t n, size_t k) {
  (void)m;
  return threads * share_of_workspace(n, k);
}

/// A product of m by n numbers that lie in rows of `ldc`, all of it by the thread that calls.
AVX512 static void multiply(
    matrix left, matrix right, float *c, size_t ldc, size_t m, size_t n, size_t k, float *workspace,
    ckernels_wish to_stop) {
  // Packing pays when what is packed is read often enough, from rows far enough apart.
  bool packs_a = n >= 128 && m * k > 4096;
  bool packs_b = right.row == 1 || (m >= 48 && n > tile_columns);
  float *packed_a = workspace, *packed_b = workspace + (block_rows + row_gap) * (least(block_depth, k) + row_gap);
  size_t depth = part(k, block_depth);

  for (size_t p = 0; p < k; p += depth) {
    size_t kp = least(depth, k - p);
    for (size_t j = 0; j < n; j += block_columns) {
      size_t nj = least(block_columns, n - j);
      matrix bj = {right.at + p * right.row + j * right.column, right.row, right.column};
      if (packs_b) {
        for (size_t q = 0; q < nj; q += tile_columns) {
          matrix from = {bj.at + q * bj.column, bj.row, bj.column};
          (bj.row == 1 ? pack_columns : pack_rows)(from, kp, least(tile_columns, nj - q), packed_b + q * kp);
        }
      }
      for (size_t i = 0; i < m; i += block_rows) {
        if (i + p + j > 0 && to_stop.is_due && to_stop.is_due(to_stop.context)) return;
        size_t mi = least(block_rows, m - i);
        matrix ai = {left.at + i * left.row + p * left.column, left.row, left.column};
        if (packs_a) ai = pack_block(ai, mi, kp, packed_a);
        for (size_t q = 0; q < nj; q += tile_columns) {
          matrix bq = packs_b ? (matrix){packed_b + q * kp, tile_columns, 1}
                              : (matrix){bj.at + q, bj.row, 1};
          float *cq = c + i * ldc + j + q;
          size_t columns = least(tile_columns, nj - q);
          if (columns > lane_count) {
            panel(2, ai, bq, cq, ldc, mi, kp, columns, p > 0);
          } else {
            panel(1, ai, bq, cq, ldc, mi, kp, columns, p > 0);
          }
        }
      }
    }
  }
}

/// A product that threads share: whole columns of tiles for each, or rows where there are few columns. A number's
/// sum is the same wherever its part begins.
typedef struct {
  matrix left, right;
  float *c, *workspace;
  size_t m, n, k, step, share;
  ckernels_wish to_stop;
  bool is_by_columns;
} shared_product;

static void multiply_part(void *context, size_t index) {
  const shared_product *all = context;
  size_t length = all->is_by_columns ? all->n : all->m, begin = index * all->step;
  if (begin >= length) return;
  size_t count = least(all->step, length - begin);
  matrix left = all->left, right = all->right;
  float *workspace = all->workspace + index * all->share;
  if (all->is_by_columns) {
    right.at += begin * right.column;
    multiply(left, right, all->c + begin, all->n, all->m, count, all->k, workspace, all->to_stop);
  } else {
    left.at += begin * left.row;
    multiply(left, right, all->c + begin * all->n, all->n, count, all->n, all->k, workspace, all->to_stop);
  }
}

void ckernels_sgemm(
    size_t threads, bool transpose_a, bool transpose_b, size_t m, size_t n, size_t k, const float *a,
    const float *b, float *c, float *workspace, ckernels_wish to_stop) {
  if (k == 0) {
    for (size_t i = 0; i < m * n; i++) c[i] = 0;
  }
  if (m == 0 || n == 0 || k == 0) return;
  shared_product all = {
    .left = transpose_a ? (matrix){a, 1, m} : (matrix){a, k, 1},
    .right = transpose_b ? (matrix){b, 1, k} : (matrix){b, n, 1},
    .c = c, .workspace = workspace, .m = m, .n = n, .k = k, .share = share_of_workspace(n, k), .to_stop = to_stop,
    .is_by_columns = n >= m || n >= many_columns,
  };
  if (threads < 2) return multiply(all.left, all.right, c, n, m, n, k, workspace, to_stop);
  size_t grain = all.is_by_columns ? tile_columns : tile_rows;
  size_t grains = ((all.is_by_columns ? n : m) + grain - 1) / grain;
  all.step = (grains + threads - 1) / threads * grain;
  threads_share(threads, multiply_part, &all);
}

#else

bool ckernels_can_sgemm(void) { return false; }
size_t ckernels_sgemm_workspace(size_t threads, size_t m, size_t n, size_t k) { return 0; }
void ckernels_sgemm(
    size_t threads, bool transpose_a, bool transpose_b, size_t m, size_t n, size_t k, const float *a,
    const float *b, float *c, float *workspace, ckernels_wish to_stop) {}

#endif

bool ckernels_prefers_sgemm(void) {
#ifdef __OPTIMIZE__
  return ckernels_can_sgemm();
#else
  return false;
#endif
}

size_t ckernels_sgemm_threads(size_t m, size_t n, size_t k) {
  // Below about a millisecond of work, waking another thread and waiting for it gains nothing that can be relied on.
  const double least_work = 1e8;
  return (double)m * (double)n * (double)k < least_work ? 1 : threads_count();
}
