#include <cblas.h>

/* LAPACK's singular value decomposition, which OpenBLAS contains; declared here because its C header is a
   package of its own. Matrices are column by column; the last argument is the length of `jobz`. */
void dgesdd_(
  const char *jobz, const int *m, const int *n, double *a, const int *lda, double *s, double *u,
  const int *ldu, double *vt, const int *ldvt, double *work, const int *lwork, int *iwork, int *info,
  unsigned long jobz_length);
