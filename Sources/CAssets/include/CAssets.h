#pragma once
#include <stddef.h>

/// A file embedded in the binary: its bytes and how many there are.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} CAsset;

extern const CAsset cassets_digits_csv;
extern const CAsset cassets_iris_csv;
extern const CAsset cassets_penguins_csv;

extern const CAsset cassets_logo_32;
extern const CAsset cassets_logo_64;
extern const CAsset cassets_logo_svg;
