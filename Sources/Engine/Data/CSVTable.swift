/// A CSV file as named columns of text.
struct CSVTable {
  let name: String
  let header: [String]
  let rows: [CSVReader.Row]

  /// Reads a table: a line of names, then lines with as many fields.
  /// - Parameter separator: the sign between two fields, of one byte.
  init(_ bytes: [UInt8], name: String, separator: Character = ",") throws {
    guard let byte = separator.asciiValue, !CSVTable.taken.contains(separator) else {
      throw EngineError(
        .value, "Fields cannot be separated by \(String(separator).debugDescription).",
        hint: "Use a sign such as `,`, `;` or a tab.")
    }
    let all = try CSVReader.rows(of: bytes, name: name, separator: byte)
    guard let first = all.first else {
      throw EngineError(.data, "`\(name)` is empty.", hint: "Its first line must name the columns.")
    }
    guard all.count > 1 else {
      throw EngineError(.data, "`\(name)` has a line of names, but no rows.")
    }
    for row in all.dropFirst() where row.fields.count != first.fields.count {
      throw EngineError(
        .data,
        "`\(name)`, line \(row.line): \(row.fields.count) fields, but the first line names \(first.fields.count) columns.",
        hint: "A field that contains a comma must be in quotes.")
    }
    self.name = name
    header = first.fields
    rows = Array(all.dropFirst())
    var seen: Set<String> = []
    for column in header where !seen.insert(column).inserted {
      throw EngineError(.data, "`\(name)` has two columns called `\(column)`.")
    }
  }

  /// Signs that have another meaning.
  private static let taken: Set<Character> = ["\"", "\n", "\r"]

  /// The signs that files are separated by instead of a comma.
  private static let otherSeparators = [";", "\t", "|"]

  /// The position of a column. Throws, with the name that was probably meant, when there is none.
  func column(_ wanted: String) throws -> Int {
    if let index = header.firstIndex(of: wanted) { return index }
    if header.count == 1, let sign = CSVTable.otherSeparators.first(where: header[0].contains) {
      throw EngineError(
        .data, "`\(name)` has a single column, `\(header[0])`.",
        hint: "Where another sign stands between the fields, write `separator: \(sign.debugDescription)`.")
    }
    let guess = nearest(to: wanted, among: header).map { "Did you mean `\($0)`?" }
    throw EngineError(
      .data, "`\(name)` has no column `\(wanted)`; its columns are \(header.joined(separator: ", ")).",
      hint: guess)
  }

  /// Whether a field says that its value is missing.
  static func isMissing(_ field: String) -> Bool {
    switch field.lowercased() {
    case "", "na", "n/a", "nan", "null", "none", "?": true
    default: false
    }
  }

  /// The rows in which no column of some has a missing value.
  func droppingMissing(_ columns: [Int]) throws -> CSVTable {
    let kept = rows.filter { row in !columns.contains { CSVTable.isMissing(row.fields[$0]) } }
    guard !kept.isEmpty else {
      throw EngineError(.data, "Every row of `\(name)` lacks a value, so that none is left.")
    }
    return CSVTable(name: name, header: header, rows: kept)
  }

  private init(name: String, header: [String], rows: [CSVReader.Row]) {
    self.name = name
    self.header = header
    self.rows = rows
  }

  /// Whether a column holds numbers only, apart from missing values.
  func isNumeric(_ column: Int) throws -> Bool {
    var isNumeric = true
    Interruption.forEachPiece(of: rows.count, length: CSVTable.pieceLength) { piece in
      isNumeric =
        isNumeric
        && rows[piece].allSatisfy {
          Double(trimming($0.fields[column])) != nil || CSVTable.isMissing($0.fields[column])
        }
    }
    try Interruption.check()
    return isNumeric
  }

  /// A column as numbers. Throws where one is missing or not a number.
  func numbers(_ column: Int) throws -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(rows.count)
    try Interruption.forEachPiece(of: rows.count, length: CSVTable.pieceLength) { piece in
      for row in rows[piece] { numbers.append(try number(row, column)) }
    }
    try Interruption.check()
    return numbers
  }

  /// How many rows lie between two looks whether the work is to stop.
  private static let pieceLength = 1000

  /// A field as a number. Throws when it is missing or not a number.
  func number(_ row: CSVReader.Row, _ column: Int) throws -> Double {
    let field = row.fields[column]
    if let value = Double(trimming(field)), value.isFinite { return value }
    let place = "`\(name)`, line \(row.line), column `\(header[column])`"
    if CSVTable.isMissing(field) {
      throw EngineError(
        .data, "\(place): the value is missing (\"\(field)\").",
        hint: "Use `dropMissing: true` to leave such rows out.")
    }
    throw EngineError(
      .data, "\(place): \"\(field)\" is not a finite number.",
      hint:
        "Name a column of words with `categorical: [\(header[column].debugDescription)]`, the columns to use with `features:`, or correct the file."
    )
  }

  /// A field without spaces around it.
  private func trimming(_ field: String) -> Substring {
    var text = field[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
