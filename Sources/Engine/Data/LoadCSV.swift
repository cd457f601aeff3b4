/// How a CSV file is to be understood as a data set.
public struct CSVOptions: Sendable {
  /// The columns to use as features, in order; `nil` for all but the target.
  public var features: [String]?
  /// The columns among the features that hold categories, such as words.
  public var categorical: [String]
  /// Whether rows with a missing value are left out; otherwise a missing value is an error.
  public var dropMissing: Bool
  /// Whether the target is a class; `nil` takes text for classes and numbers for numbers.
  public var isClassification: Bool?
  /// The sign between two fields.
  public var separator: Character
  /// The type of the numbers.
  public var dtype: DType

  /// Creates options.
  public init(
    features: [String]? = nil, categorical: [String] = [], dropMissing: Bool = false,
    isClassification: Bool? = nil, separator: Character = ",", dtype: DType = .float32
  ) {
    self.features = features
    self.categorical = categorical
    self.dropMissing = dropMissing
    self.isClassification = isClassification
    self.separator = separator
    self.dtype = dtype
  }
}

/// Reads a data set from a CSV file whose first line names the columns.
///
/// All columns but the target are features, unless the options name some. They must be numbers, or categories,
/// which become their positions in alphabetical order. A target of text makes classes, in the same order. Throws with line and column when something does not fit.
public func loadCSV(_ path: String, target: String, options: CSVOptions = CSVOptions()) throws -> Dataset {
  let table = try CSVTable(StoredFile.read(path), name: path, separator: options.separator)
  return try dataset(table, target: target, options: options)
}

/// A data set from a table.
func dataset(
  _ table: CSVTable, target: String, options: CSVOptions, name: String? = nil
) throws -> Dataset {
  var table = table
  let targetColumn = try table.column(target)
  let columns = try options.features?.map(table.column) ?? table.header.indices.filter { $0 != targetColumn }
  guard !columns.isEmpty else {
    throw EngineError(
      .data,
      "`\(table.name)` has no column besides the target `\(target)`, so there is nothing to learn from.")
  }
  if options.dropMissing { table = try table.droppingMissing(columns + [targetColumn]) }

  let wanted = try options.categorical.map { name in
    let column = try table.column(name)
    guard let position = columns.firstIndex(of: column) else {
      throw EngineError(
        .data, "`\(table.name)` has its column `\(name)` as a category, but it is not among the features.")
    }
    return position
  }
  var values = [Double](repeating: 0, count: table.rows.count * columns.count)
  var categories: [Int: [String]] = [:]
  for (position, column) in columns.enumerated() {
    let numbers: [Double]
    if wanted.contains(position) {
      (numbers, categories[position]) = try categoryPositions(table, column)
    } else {
      numbers = try table.numbers(column)
    }
    for (row, number) in numbers.enumerated() { values[row * columns.count + position] = number }
  }
  let features = try Tensor(values, shape: [table.rows.count, columns.count], dtype: options.dtype)
  let (targets, classNames) = try targetValues(table, targetColumn, options)
  return try Dataset(
    features, Tensor(targets, dtype: options.dtype), featureNames: columns.map { table.header[$0] },
    categories: categories, classNames: classNames, name: name ?? table.name)
}

/// The target column as numbers, and the names of its classes if it has any.
private func targetValues(
  _ table: CSVTable, _ column: Int, _ options: CSVOptions
) throws -> (values: [Double], classNames: [String]?) {
  guard try options.isClassification ?? !table.isNumeric(column) else {
    return (try table.numbers(column), nil)
  }
  let (positions, names) = try categoryPositions(table, column)
  return (positions, names)
}

/// A column as positions among its distinct values, which are ordered as numbers or alphabetically.
private func categoryPositions(
  _ table: CSVTable, _ column: Int
) throws -> (positions: [Double], names: [String]) {
  let isNumeric = try table.isNumeric(column)
  for row in table.rows where CSVTable.isMissing(row.fields[column]) {
    // The same error as for a missing number.
    _ = try table.number(row, column)
  }
  let names = Set(table.rows.map { $0.fields[column] }).sorted { a, b in
    if isNumeric, let x = Double(a), let y = Double(b), x != y { return x < y }
    return a < b
  }
  let positions = Dictionary(uniqueKeysWithValues: zip(names, names.indices.map(Double.init)))
  return (table.rows.compactMap { positions[$0.fields[column]] }, names)
}
