#ifndef CGMP_SHIM_H
#define CGMP_SHIM_H

#include <gmp.h>

// GMP's names are macros for functions with other names, which Swift does not see.
typedef __mpz_struct cgmp_integer;

static inline void cgmp_init(mpz_ptr x) { mpz_init(x); }
static inline void cgmp_init_set_si(mpz_ptr x, long value) { mpz_init_set_si(x, value); }
static inline int cgmp_init_set_str(mpz_ptr x, const char *digits) { return mpz_init_set_str(x, digits, 10); }
static inline void cgmp_clear(mpz_ptr x) { mpz_clear(x); }
static inline int cgmp_fits_long(mpz_srcptr x) { return mpz_fits_slong_p(x) != 0; }
static inline long cgmp_get_si(mpz_srcptr x) { return mpz_get_si(x); }
static inline int cgmp_sgn(mpz_srcptr x) { return mpz_sgn(x); }
static inline int cgmp_cmp(mpz_srcptr a, mpz_srcptr b) { return mpz_cmp(a, b); }
static inline void cgmp_add(mpz_ptr r, mpz_srcptr a, mpz_srcptr b) { mpz_add(r, a, b); }
static inline void cgmp_sub(mpz_ptr r, mpz_srcptr a, mpz_srcptr b) { mpz_sub(r, a, b); }
static inline void cgmp_mul(mpz_ptr r, mpz_srcptr a, mpz_srcptr b) { mpz_mul(r, a, b); }
static inline void cgmp_addmul(mpz_ptr r, mpz_srcptr a, mpz_srcptr b) { mpz_addmul(r, a, b); }
static inline void cgmp_tdiv_q(mpz_ptr q, mpz_srcptr a, mpz_srcptr b) { mpz_tdiv_q(q, a, b); }
static inline void cgmp_divexact(mpz_ptr q, mpz_srcptr a, mpz_srcptr b) { mpz_divexact(q, a, b); }
static inline void cgmp_gcd(mpz_ptr r, mpz_srcptr a, mpz_srcptr b) { mpz_gcd(r, a, b); }
static inline void cgmp_shift_left(mpz_ptr r, mpz_srcptr a, unsigned long bits) { mpz_mul_2exp(r, a, bits); }
static inline void cgmp_shift_right(mpz_ptr r, mpz_srcptr a, unsigned long bits) { mpz_fdiv_q_2exp(r, a, bits); }
static inline void cgmp_pow(mpz_ptr r, mpz_srcptr a, unsigned long exponent) { mpz_pow_ui(r, a, exponent); }
static inline unsigned long cgmp_lowest_bit(mpz_srcptr a) { return mpz_scan1(a, 0); }
static inline size_t cgmp_bit_width(mpz_srcptr a) { return mpz_sizeinbase(a, 2); }
static inline size_t cgmp_digits(mpz_srcptr a) { return mpz_sizeinbase(a, 10); }
static inline void cgmp_get_str(char *text, mpz_srcptr a) { mpz_get_str(text, 10, a); }
static inline size_t cgmp_limbs(mpz_srcptr a) { return mpz_size(a); }
static inline unsigned long cgmp_limb(mpz_srcptr a, long index) { return mpz_getlimbn(a, index); }

#endif
