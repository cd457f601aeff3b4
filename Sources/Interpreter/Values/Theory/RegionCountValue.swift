import Theory

/// How many regions a network has in a box.
struct RegionCountValue: LibraryValue {
  static let kind = "a number of regions"
  let count: RegionCount
  let box: [(lower: Rational, upper: Rational)]
  let network: ExactNetwork

  var text: String {
    let sides = box.map { "[\($0.lower), \($0.upper)]" }
    let place = sides.count > 6 ? "a box of \(sides.count) dimensions" : sides.joined(separator: " × ")
    return
      "\(Interpreter.count(count.count, "activation region")) in \(place)\nproved by \(programmes), \(decided)"
  }

  private var programmes: String { Interpreter.count(count.programmes, "linear programme") }

  private var decided: String {
    count.exactDecisions == 0
      ? "all of them certain in Float64" : "\(count.exactDecisions) of them in exact numbers"
  }

  var memberNames: [String] { ["count", "programmes", "exactDecisions", "bounds"] }

  func member(_ name: String) throws -> Value? {
    switch name {
    case "count": .int(count.count)
    case "programmes": .int(count.programmes)
    case "exactDecisions": .int(count.exactDecisions)
    case "bounds":
      .object(RegionBoundsValue(bounds: try RegionBounds(network), measured: count.count))
    default: nil
    }
  }

  func isEqual(to other: any LibraryValue) -> Bool? {
    (other as? RegionCountValue)?.count.count == count.count
  }
}
