import Engine

/// A network as a table: a line for each layer, with the shape of its output and its parameters.
struct NetworkTable {
  private var rows: [(layer: String, output: String, parameters: String)] = []
  private let total: Int

  init(_ network: any Layer) {
    total = network.parameterCount
    let layers = (network as? Sequential)?.layers ?? [network]
    var shape = network.features(.taken).map { [1, $0.count] }
    for layer in layers {
      shape = shape.flatMap { try? layer.outputShape(for: $0) }
      let output = shape.map { $0.dropFirst().map(String.init).joined(separator: "×") } ?? ""
      let count = layer.parameterCount
      rows.append((layer.description, output, count == 0 ? "" : Self.grouped(count)))
    }
  }

  var text: String {
    guard rows.count > 1 else {
      return rows.first.map { $0.layer + (total == 0 ? "" : "   \(Self.grouped(total)) parameters") }
        ?? "an empty network"
    }
    let header = ("layer", "output", "parameters")
    let widths = (
      rows.map(\.layer.count).reduce(header.0.count, max),
      rows.map(\.output.count).reduce(header.1.count, max),
      rows.map(\.parameters.count).reduce(header.2.count, max)
    )
    func line(_ a: String, _ b: String, _ c: String) -> String {
      a.padded(widths.0) + "   " + b.padded(widths.1, left: true) + "   " + c.padded(widths.2, left: true)
    }
    var lines = [line(header.0, header.1, header.2)]
    lines.append(String(repeating: "─", count: widths.0 + widths.1 + widths.2 + 6))
    lines += rows.map { line($0.layer, $0.output, $0.parameters) }
    lines.append(String(repeating: "─", count: widths.0 + widths.1 + widths.2 + 6))
    lines.append(line("total", "", Self.grouped(total)))
    return lines.joined(separator: "\n")
  }

  /// 12 345, in groups of three.
  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var place = digits.count - 3
    while place > 0 {
      digits.insert("\u{202F}", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}

extension String {
  /// The text filled up with spaces to a width.
  func padded(_ width: Int, left: Bool = false) -> String {
    let fill = String(repeating: " ", count: max(0, width - count))
    return left ? fill + self : self + fill
  }
}
