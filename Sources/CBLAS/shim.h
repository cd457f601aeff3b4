#include <cblas.h>

// LAPACK's QR decomposition, from the same library. Its Fortran names are the stable ones; every argument is a
// pointer and matrices are stored column by column.

/// Factors the m by n matrix a into Q and R: R above the diagonal, Q as reflectors below it and in tau.
void dgeqrf_(
    const int *m, const int *n, double *a, const int *lda, double *tau, double *work, const int *lwork,
    int *info);

/// Turns the first k reflectors that dgeqrf_ left in the m by n matrix a into the columns of Q.
void dorgqr_(
    const int *m, const int *n, const int *k, double *a, const int *lda, const double *tau, double *work,
    const int *lwork, int *info);

/// The singular values s of the m by n matrix a, which it destroys, and its singular vectors where jobz asks for
/// them. The last argument is the length of jobz, which Fortran passes along with a text.
void dgesdd_(
    const char *jobz, const int *m, const int *n, double *a, const int *lda, double *s, double *u,
    const int *ldu, double *vt, const int *ldvt, double *work, const int *lwork, int *iwork, int *info,
    unsigned long jobz_length);
