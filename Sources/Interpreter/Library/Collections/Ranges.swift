extension Library {
  /// Computed from the ends: a range of a billion numbers is never listed for them.
  static var rangeProperties: [Property] {
    [
      property("count", "How many integers there are.") { .int(try $0.steps.count) },
      property("isEmpty", "Whether there are no integers.") { .boolean(try $0.steps.isEmpty) },
      property("first", "The first integer; nil if there is none.") {
        try $0.steps.first.map(Value.int) ?? .null
      },
      property("last", "The last integer; nil if there is none.") {
        try $0.steps.last.map(Value.int) ?? .null
      },
      property("indices", "The positions of the integers.") {
        .range(RangeValue(lower: .int(0), upper: .int(try $0.steps.count), isClosed: false))
      },
      property("lowerBound", "Where the range begins.") { $0.lower ?? .null },
      property("upperBound", "Where the range ends.") { $0.upper ?? .null },
    ]
  }

  private static func property(
    _ name: String, _ summary: String, _ get: @escaping (RangeValue) throws -> Value
  ) -> Property {
    Property(name, summary) { value in
      if case .range(let range) = value { try get(range) } else { .null }
    }
  }

  static var rangeMethods: [Method] { listMethods }
}
