import Theory

/// What is known of the number of regions of a shape, in one table.
struct RegionBoundsValue: LibraryValue {
  static let kind = "bounds on a number of regions"
  let bounds: RegionBounds
  /// What was counted, to stand beside.
  let measured: Int?

  private struct Row {
    let member: String
    let says: String
    let source: String
    let number: Integer?
  }

  private var rows: [Row] {
    var rows = [
      Row(member: "pascanuLower", says: "some reach", source: "Pascanu 2013", number: bounds.pascanuLower),
      Row(member: "montufarLower", says: "some reach", source: "Montúfar 2014", number: bounds.montufarLower),
      Row(member: "serraLower", says: "some reach", source: "Serra 2018", number: bounds.serraLower),
      Row(member: "serraUpper", says: "at most", source: "Serra 2018", number: bounds.serraUpper),
      Row(member: "montufarUpper", says: "at most", source: "Montúfar 2017", number: bounds.montufarUpper),
      Row(member: "patterns", says: "at most", source: "2 to the units", number: bounds.patterns),
      Row(
        member: "productOfWidths", says: "neither", source: "product of widths",
        number: bounds.productOfWidths),
    ]
    if bounds.widths.count == 1 {
      rows.insert(
        Row(member: "zaslavsky", says: "the maximum", source: "Zaslavsky 1975", number: bounds.serraUpper),
        at: 0)
    }
    return rows
  }

  var text: String {
    var table = TextTable(header: ["source", "says", "regions"])
    table.rows = lines.map { [$0.source, $0.says, $0.number] }
    return "regions of ReLU networks \(shape.joined(separator: " → "))\n\n\(table.text)"
  }

  func display(isCancelled: @escaping @Sendable () -> Bool) -> Display {
    Display(text: text, formula: formula)
  }

  /// The table in TeX.
  private var formula: String {
    let rows = lines.map { line in
      let parts = line.number.split(separator: "e")
      let number = parts.count == 2 ? "\(parts[0]) \\cdot 10^{\(parts[1])}" : line.number.texNumber
      // MathJax's fonts have no letters with accents.
      let source = line.source.replacing("ú", with: "}\\acute{\\text{u}}\\text{")
      return "\\text{\(source)} & \\text{\(line.says)} & \(number)"
    }
    let head = "\\text{regions of ReLU networks } \(shape.joined(separator: " \\to "))"
    return
      "\\begin{array}{llr} \\rlap{\(head)} & & \\\\ \\hline \(rows.joined(separator: " \\\\ ")) \\end{array}"
  }

  private var shape: [String] { ([bounds.inputs] + bounds.widths).map(String.init) }

  /// The rows of the table, and what was measured.
  private var lines: [(source: String, says: String, number: String)] {
    var lines = rows.map { ($0.source, $0.says, $0.number.map(Self.short) ?? "–") }
    let typical = bounds.typical
    lines.append(
      (
        "Hanin-Rolnick 2019", "typical order",
        typical.isInteger ? Self.short(typical.numerator) : Value.rational(typical).brief
      ))
    if let measured { lines.append(("measured", "", "\(measured)")) }
    return lines
  }

  /// The digits, or the first of very many.
  private static func short(_ number: Integer) -> String {
    let digits = number.description
    guard digits.count > 15 else { return digits }
    // Rounded by hand: the number may lie beyond the range of Float64.
    let leading = Integer(String(digits.prefix(4)))?.int ?? 0
    let rounded = (leading + 5) / 10
    let (head, exponent) = rounded > 999 ? (100, digits.count) : (rounded, digits.count - 1)
    let fraction = head % 100
    return "\(head / 100).\(fraction < 10 ? "0" : "")\(fraction)e\(exponent)"
  }

  var memberNames: [String] { rows.map(\.member) + ["typical", "measured", "averageUpper"] }

  func member(_ name: String) -> Value? {
    switch name {
    case "typical": return .rational(bounds.typical)
    case "measured": return measured.map(Value.int) ?? .null
    case "averageUpper": return .library(Self.averageUpper(of: bounds))
    default: break
    }
    guard let row = rows.first(where: { $0.member == name }) else { return nil }
    return row.number.map(Value.exact) ?? .null
  }

  private static func averageUpper(of bounds: RegionBounds) -> LibraryFunction {
    LibraryFunction(
      "averageUpper",
      "The upper bound vol · (T N)^d / d! on the average number of regions of random networks of N units in a large cube.",
      [.required("volume", .number), .required("T", .number)],
      example: "regionBounds([2, 16, 16]).averageUpper(100, T: 1)",
      reference: "Hanin and Rolnick 2019, arXiv:1906.00904"
    ) { call in
      .rational(bounds.averageUpper(volume: try call.fraction("volume"), constant: try call.fraction("T")))
    }
  }

  func isEqual(to other: any LibraryValue) -> Bool? {
    guard let other = other as? RegionBoundsValue else { return nil }
    return other.bounds == bounds && other.measured == measured
  }
}

extension String {
  /// A number or a fraction as a formula has it.
  fileprivate var texNumber: String {
    let parts = split(separator: "/")
    return parts.count == 2 ? "\\tfrac{\(parts[0])}{\(parts[1])}" : replacing("≈", with: "\\approx")
  }
}
