/// Rows of features, each with its target: numbers to predict, or a class.
public struct Dataset: Sendable {
  /// What the data are called.
  public let name: String
  /// The features, `[rows, …]`: at least one axis beside that of the rows.
  public let features: Tensor
  /// The targets: `[rows]`, or `[rows, outputs]`. For classes, `[rows]` with the position of each row's class in
  /// `classNames`.
  public let targets: Tensor
  /// What the features are called, if they have names.
  public let featureNames: [String]
  /// What the categories are called of each feature that is one: the feature's number is a position among them.
  /// By the feature's position; empty if all features are quantities.
  public let categories: [Int: [String]]
  /// What the classes are called; `nil` if the targets are numbers to predict.
  public let classNames: [String]?

  /// Creates a data set. Features of shape `[rows]` are rows of a single number, `[rows, 1]`.
  ///
  /// Throws when there are no rows, features and targets differ in their number, a number is not finite, names
  /// do not match the features, or a target is not a class or a feature not one of its categories.
  public init(
    _ features: Tensor, _ targets: Tensor, featureNames: [String] = [], categories: [Int: [String]] = [:],
    classNames: [String]? = nil, name: String = "data"
  ) throws {
    guard features.rank >= 1, targets.rank >= 1 else {
      throw EngineError(
        .data,
        "A data set needs rows, but the \(features.rank == 0 ? "features" : "targets") are a single number.")
    }
    guard features.shape[0] == targets.shape[0] else {
      throw EngineError(
        .data, "There are \(features.shape[0]) rows of features, but \(targets.shape[0]) targets.",
        hint: "Give one target for each row.")
    }
    guard features.count > 0, targets.count > 0 else {
      throw EngineError(
        .data, "A data set needs at least one row, but the features have shape \(features.shape).")
    }
    let features = features.rank == 1 ? try features.reshaped(to: [features.count, 1]) : features
    try Dataset.requireFinite(features, "feature")
    try Dataset.requireFinite(targets, "target")
    guard featureNames.isEmpty || featureNames.count == features.shape.last else {
      throw EngineError(
        .data,
        "There are \(featureNames.count) names for rows of \(features.shape[features.rank - 1]) features.")
    }
    if let classNames {
      guard targets.rank == 1 else {
        throw EngineError(
          .data, "Classes are given by one number per row, but the targets have shape \(targets.shape).")
      }
      for (row, value) in targets.doubles.enumerated()
      where Int(exactly: value).map(classNames.indices.contains) != true {
        throw EngineError(
          .data,
          "Row \(row) has the class \(value.formatted), but there are \(classNames.count) classes, from 0.")
      }
    }
    guard categories.isEmpty || !featureNames.isEmpty else {
      throw EngineError(.data, "Features that are categories need names.")
    }
    for (column, names) in categories { try Dataset.requireCategories(names, of: features, column) }
    self.name = name
    self.features = features.detached
    self.targets = targets.detached
    self.featureNames = featureNames
    self.categories = categories
    self.classNames = classNames
  }

  private static func requireCategories(_ names: [String], of features: Tensor, _ column: Int) throws {
    guard features.rank == 2, (0..<features.shape[1]).contains(column) else {
      throw EngineError(
        .data, "Feature \(column) has categories, but the features have shape \(features.shape).")
    }
    let width = features.shape[1]
    for (row, value) in features.doubles[column...].enumerated()
    where row % width == 0 && Int(exactly: value).map(names.indices.contains) != true {
      throw EngineError(
        .data,
        "Feature \(column) of row \(row / width) is the category \(value.formatted), but there are \(names.count), from 0."
      )
    }
  }

  private static func requireFinite(_ values: Tensor, _ what: String) throws {
    guard !values.isFinite else { return }
    let width = values.shape.dropFirst().reduce(1, *)
    if let place = values.doubles.firstIndex(where: { !$0.isFinite }) {
      throw EngineError(
        .data,
        "The \(what)s of row \(place / width) contain \(values.doubles[place]), which nothing can be learned from.",
        hint: "Leave such rows out, or replace the value.")
    }
  }

  /// How many rows there are.
  public var count: Int { features.shape[0] }
  /// Whether the targets are classes.
  public var isClassification: Bool { classNames != nil }
  /// The shape of one row of features.
  public var featureShape: [Int] { Array(features.shape.dropFirst()) }

  /// Some rows, in the given order. Throws when one does not exist.
  public func rows(_ positions: [Int]) throws -> Dataset {
    guard !positions.isEmpty else { throw EngineError(.data, "A data set needs at least one row.") }
    return Dataset(
      unchecked: try features.gathering(positions), try targets.gathering(positions), like: self)
  }

  /// The same data with other features in place of these, row by row.
  func replacing(features: Tensor) -> Dataset { Dataset(unchecked: features, targets, like: self) }

  /// The same data in another type.
  public func converted(to dtype: DType) -> Dataset {
    Dataset(unchecked: features.converted(to: dtype), targets.converted(to: dtype), like: self)
  }

  private init(unchecked features: Tensor, _ targets: Tensor, like other: Dataset) {
    self.features = features
    self.targets = targets
    name = other.name
    featureNames = other.featureNames
    categories = other.categories
    classNames = other.classNames
  }
}
