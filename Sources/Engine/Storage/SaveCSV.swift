/// Writes a data set as a CSV file that `loadCSV` reads back: a line of names, then a line for each row.
///
/// Features without names are called `x0`, `x1`, …; the target is the last column, classes by their names, or
/// several columns `target0`, `target1`, … when a row has several. Numbers have as many digits as it takes to read
/// them back unchanged; classes whose names are numbers need `isClassification` there. Throws when a row of features is not a line of numbers, two columns have the same name, or
/// the file cannot be written.
public func saveCSV(_ data: Dataset, to path: String, target: String = "target") throws {
  try StoredFile.write(Array(CSVText(data, target: target, name: path).text.utf8), to: path)
}

/// A data set as the text of a CSV file.
struct CSVText {
  private(set) var text: String

  init(_ data: Dataset, target: String, name: String) throws {
    guard data.features.rank <= 2, data.targets.rank <= 2 else {
      throw EngineError(
        .shape,
        "A line of a CSV file holds one row of numbers, but the rows of `\(data.name)` have shape \(data.featureShape).",
        hint: "Flatten them, or use `saveNPY`.")
    }
    let (width, outputs) = (data.features.count / data.count, data.targets.count / data.count)
    let features = data.featureNames.isEmpty ? (0..<width).map { "x\($0)" } : data.featureNames
    let targets = data.targets.rank == 1 ? [target] : (0..<outputs).map { "\(target)\($0)" }
    let header = features + targets
    var seen: Set<String> = []
    for column in header where !seen.insert(column).inserted {
      throw EngineError(
        .data, "`\(name)` cannot have two columns called `\(column)`.",
        hint: "Give the target another name with `target:`.")
    }
    text = header.map(CSVText.field).joined(separator: ",") + "\n"
    for row in 0..<data.count {
      if row.isMultiple(of: 1024) { try Interruption.check() }
      var fields = (0..<width).map { CSVText.number(data.features.storage, row * width + $0) }
      for i in row * outputs..<(row + 1) * outputs {
        fields.append(
          data.classNames.map { CSVText.field($0[Int(data.targets.storage[i])]) }
            ?? CSVText.number(data.targets.storage, i))
      }
      text += fields.joined(separator: ",") + "\n"
    }
  }

  private static func number(_ storage: Storage, _ index: Int) -> String {
    switch storage {
    case .float32(let numbers): "\(numbers[index])"
    case .float64(let numbers): "\(numbers[index])"
    }
  }

  /// A field in quotes where it needs them.
  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes || text.isEmpty else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
