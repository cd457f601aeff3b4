import CAssets

// Data sets that come with the project.

/// 1797 handwritten digits of 8×8 pixels with values 0 to 16, in ten classes.
///
/// Source: Alpaydin and Kaynak, "Optical recognition of handwritten digits", UCI repository, 1998; test part.
public func digits() throws -> Dataset {
  try bundled(
    cassets_digits_csv, "digits", target: "digit", options: CSVOptions(isClassification: true))
}

/// 150 irises of three species, with the length and width of sepals and petals in centimetres.
///
/// Source: Fisher, "The use of multiple measurements in taxonomic problems", 1936.
public func iris() throws -> Dataset {
  try bundled(cassets_iris_csv, "iris", target: "species")
}

/// 342 penguins of three species, with bill length, bill depth, flipper length (mm) and body mass (g); two more
/// were not measured and are left out.
///
/// - Parameter categorical: whether island and sex follow as two more features, the numbers of categories. Nine
///   more penguins, whose sex is not known, are then left out.
///
/// Source: Gorman, Williams, Fraser, "Ecological sexual dimorphism […] of Antarctic penguins", 2014.
public func penguins(categorical: Bool = false) throws -> Dataset {
  let measures = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
  let categories = categorical ? ["island", "sex"] : []
  return try bundled(
    cassets_penguins_csv, "penguins", target: "species",
    options: CSVOptions(features: measures + categories, categorical: categories, dropMissing: true))
}

private func bundled(
  _ asset: CAsset, _ name: String, target: String, options: CSVOptions = CSVOptions()
) throws -> Dataset {
  let bytes = Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
  return try dataset(CSVTable(bytes, name: name), target: target, options: options, name: name)
}
