/// Reads comma-separated values as RFC 4180 describes them, or others that another sign separates, and says where a
/// file departs from that.
///
/// Fields in quotes may hold commas, line ends and doubled quotes. Lines end in LF or CRLF; a byte-order mark at
/// the beginning is skipped.
struct CSVReader {
  /// A line of the file: where it begins, and its fields.
  struct Row {
    let line: Int
    var fields: [String]
  }

  private let bytes: [UInt8]
  private let name: String
  private let separator: UInt8
  private var position = 0
  private var line = 1

  /// Creates a reader of a file's bytes; `name` is what errors call the file.
  init(_ bytes: [UInt8], name: String, separator: UInt8) {
    self.bytes = bytes
    self.name = name
    self.separator = separator
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// All rows. Lines without a single character are skipped.
  static func rows(of bytes: [UInt8], name: String, separator: UInt8) throws -> [Row] {
    var reader = CSVReader(bytes, name: name, separator: separator)
    var rows: [Row] = []
    while let row = try reader.nextRow() {
      if row.fields != [""] { rows.append(row) }
      if reader.line.isMultiple(of: 1024) { try Interruption.check() }
    }
    return rows
  }

  private mutating func nextRow() throws -> Row? {
    guard position < bytes.count else { return nil }
    var row = Row(line: line, fields: [])
    while true {
      row.fields.append(try nextField(column: row.fields.count + 1))
      guard position < bytes.count else { return row }
      let end = bytes[position]
      position += 1
      if end == separator { continue }
      // A CR was only taken as a line end together with its LF.
      if end == Byte.carriageReturn { position += 1 }
      line += 1
      return row
    }
  }

  /// The next field; stops at the separator or line end behind it.
  private mutating func nextField(column: Int) throws -> String {
    guard position < bytes.count, bytes[position] == Byte.quote else {
      let begin = position
      while position < bytes.count, !isEnd(position) {
        if bytes[position] == Byte.quote {
          throw error(
            "column \(column): a quote in the middle of a field; quote the whole field and double it")
        }
        position += 1
      }
      return try text(Array(bytes[begin..<position]), column)
    }
    let openingLine = line
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == Byte.quote {
        guard position < bytes.count, bytes[position] == Byte.quote else {
          guard position == bytes.count || isEnd(position) else {
            throw error(
              "column \(column): something follows the closing quote; expected the separator or the line's end"
            )
          }
          return try text(content, column)
        }
        position += 1
      }
      if byte == Byte.lineFeed { line += 1 }
      content.append(byte)
    }
    line = openingLine
    throw error("column \(column): the quote that opens here is never closed")
  }

  /// Whether a field ends at a position: at a separator, a LF or a CRLF.
  private func isEnd(_ position: Int) -> Bool {
    switch bytes[position] {
    case separator, Byte.lineFeed: true
    case Byte.carriageReturn: position + 1 < bytes.count && bytes[position + 1] == Byte.lineFeed
    default: false
    }
  }

  private func text(_ bytes: [UInt8], _ column: Int) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw error("column \(column): the text is not UTF-8; save the file with that encoding")
    }
    return text
  }

  private func error(_ message: String) -> EngineError {
    EngineError(.data, "`\(name)`, line \(line), \(message).")
  }

  private enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
  }
}
