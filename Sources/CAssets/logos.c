#include "CAssets.h"

// SwiftPM compiles C as C17, where Clang offers C23's #embed as an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char logo_32[] = {
#embed "../../kernelspec/logo-32x32.png"
};
const CAsset cassets_logo_32 = {logo_32, sizeof logo_32};

static const unsigned char logo_64[] = {
#embed "../../kernelspec/logo-64x64.png"
};
const CAsset cassets_logo_64 = {logo_64, sizeof logo_64};

static const unsigned char logo_svg[] = {
#embed "../../kernelspec/logo-svg.svg"
};
const CAsset cassets_logo_svg = {logo_svg, sizeof logo_svg};
