#include "include/CKernels.h"

#include <malloc.h>

void ckernels_keep_freed_pages(void) {
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
}
