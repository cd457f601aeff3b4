import Engine

/// Two bounds on how much a network can stretch distances.
struct LipschitzValue: LibraryValue {
  static let kind = "Lipschitz bounds"
  let bounds: LipschitzBounds

  var text: String {
    var table = TextTable(header: ["layer", "constant"])
    table.rows = bounds.layers.map { [$0.layer, $0.constant.short] }
    return
      "Lipschitz constant from \(bounds.lower.short) (largest singular value at \(count(bounds.samples, "input"))) to \(bounds.upper.short) (product of the layers' constants)\n\n\(table.text)"
  }

  var memberNames: [String] { ["lower", "upper", "samples", "layers"] }

  func member(_ name: String) -> Value? {
    switch name {
    case "lower": .double(bounds.lower)
    case "upper": .double(bounds.upper)
    case "samples": .int(bounds.samples)
    case "layers":
      .array(
        bounds.layers.map {
          TupleValue.record(("layer", .string($0.layer)), ("constant", .double($0.constant)))
        })
    default: nil
    }
  }

  func isEqual(to other: any LibraryValue) -> Bool? { bounds == (other as? LipschitzValue)?.bounds }
}
