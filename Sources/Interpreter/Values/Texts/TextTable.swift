/// A table of words and numbers: the first column stands to the left, the others to the right.
struct TextTable {
  let header: [String]
  var rows: [[String]] = []

  var text: String {
    let widths = header.indices.map { column in
      rows.map { $0[column].count }.reduce(header[column].count, max)
    }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).enumerated().map { column, cell in
        cell.0.padded(cell.1, left: column > 0)
      }.joined(separator: "  ")
    }
    let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    return ([line(header), rule] + rows.map(line)).joined(separator: "\n")
  }
}

extension TupleValue {
  /// A tuple with a label for each of its values.
  static func record(_ entries: (String, Value)...) -> Value {
    .tuple(TupleValue(labels: entries.map(\.0), values: entries.map(\.1)))
  }
}
