import Engine

/// What is known of a data set before the cell runs.
struct KnownData {
  /// What the data set is called.
  var name: String
  var rows: Int?
  /// The lengths of a row's axes: `[4]` for rows of four features; nil where nothing is known.
  var row: [Int?]?
  /// How many classes there are; nil for numbers to predict, and where it is not known.
  var classes: Int?
  /// The highest class that some row surely has; nil where it is not known.
  var highestClass: Int?
  /// Whether the targets are classes; nil where it is not known.
  var areClasses: Bool?
  /// How many numbers to predict a row has; nil where it is not known.
  var targetWidth: Int?

  /// The features as a tensor.
  var features: KnownShape? { row.map { KnownShape([rows] + $0) } }

  /// How many numbers a row has for a layer; nil where it is not known.
  var width: Int? { row.flatMap { $0.last ?? nil } }
}

extension KnownData {
  /// A data set of an earlier cell.
  init(_ data: Dataset) {
    self.init(
      name: data.name, rows: data.count, row: data.featureShape, classes: data.classNames?.count,
      highestClass: nil, areClasses: data.isClassification)
    guard data.isClassification else {
      targetWidth = data.targets.rank == 1 ? 1 : data.targets.rank == 2 ? data.targets.shape[1] : nil
      return
    }
    // Only a class that some row has can be missed by a network.
    highestClass = data.targets.doubles.max().flatMap { Int(exactly: $0) }
  }
}
