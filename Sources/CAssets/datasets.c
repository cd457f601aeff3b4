#include "CAssets.h"

// SwiftPM compiles C as C17, where Clang offers C23's #embed as an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char digits_csv[] = {
#embed "data/digits.csv"
};
const CAsset cassets_digits_csv = {digits_csv, sizeof digits_csv};

static const unsigned char iris_csv[] = {
#embed "data/iris.csv"
};
const CAsset cassets_iris_csv = {iris_csv, sizeof iris_csv};

static const unsigned char penguins_csv[] = {
#embed "data/penguins.csv"
};
const CAsset cassets_penguins_csv = {penguins_csv, sizeof penguins_csv};
