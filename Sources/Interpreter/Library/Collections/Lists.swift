extension Library {
  // MARK: Arrays

  static var arrayProperties: [Property] {
    [
      property("count", "How many elements there are.") { .int($0.count) },
      property("isEmpty", "Whether there are no elements.") { .boolean($0.isEmpty) },
      property("first", "The first element; nil if there is none.") { $0.first ?? .null },
      property("last", "The last element; nil if there is none.") { $0.last ?? .null },
      property("indices", "The positions of the elements.") {
        .range(RangeValue(lower: .int(0), upper: .int($0.count), isClosed: false))
      },
    ]
  }

  private static func property(_ name: String, _ summary: String, _ get: @escaping ([Value]) -> Value)
    -> Property
  {
    Property(name, summary) { value in
      if case .array(let elements) = value { get(elements) } else { .null }
    }
  }

  /// The results of `transform` for each element, or each entry of a dictionary.
  static func mapped(_ value: Value, _ call: Call) throws -> Value {
    let transform = try call.callback("transform")
    return .array(try elements(of: value).map { try transform($0) })
  }

  /// Calls `body` with each element, or each entry of a dictionary.
  static func visited(_ value: Value, _ call: Call) throws -> Value {
    let body = try call.callback("body")
    for element in try elements(of: value) { _ = try body(element) }
    return .void
  }

  /// What arrays and ranges have in common.
  static var listMethods: [Method] {
    [
      Method(
        "map", "The results of a function for each element.", [.required("transform", .functionOfOne)],
        example: "[1, 2].map { $0 * 10 }", body: mapped),
      Method(
        "filter", "The elements for which a condition holds.", [.required("isIncluded", .functionOfOne)],
        example: "(0..<6).filter { $0 % 2 == 0 }"
      ) { value, call in
        let isIncluded = try call.callback("isIncluded")
        return .array(try elements(of: value).filter { try flag(isIncluded($0)) })
      },
      Method(
        "reduce", "The elements combined into one value, from the left.",
        [.required("initial", .any), .required("combine", .functionOfTwo)],
        example: "[1, 2, 3].reduce(0) { $0 + $1 }"
      ) { value, call in
        let combine = try call.callback("combine")
        return try elements(of: value).reduce(call["initial"]) { try combine($0, $1) }
      },
      Method(
        "forEach", "Calls a function with each element.", [.required("body", .functionOfOne)],
        example: "[1, 2].forEach { print($0) }", body: visited),
      Method(
        "contains",
        "Whether an element is there, or one for which a condition holds, or a number lies in a range.",
        [.required("element", .any).also("where")], example: "[1, 2].contains { $0 > 1 }"
      ) { value, call in
        if let isWanted = try call.condition("element") {
          return .boolean(try elements(of: value).contains { try flag(isWanted($0)) })
        }
        if case .range(let range) = value { return .boolean(range.contains(call["element"]) ?? false) }
        return .boolean(try elements(of: value).contains(call["element"]))
      },
      Method(
        "allSatisfy", "Whether a condition holds for every element; true where there is none.",
        [.required("condition", .functionOfOne)], example: "[1, 2].allSatisfy { $0 > 0 }"
      ) { value, call in
        let condition = try call.callback("condition")
        return .boolean(try elements(of: value).allSatisfy { try flag(condition($0)) })
      },
      Method(
        "firstIndex",
        "The position of an element, or of the first for which a condition holds; nil if there is none.",
        [.required("of", .any).also("where")], example: "[5, 6].firstIndex(of: 6)"
      ) { value, call in
        let elements = try elements(of: value)
        let position =
          if let isWanted = try call.condition("of") {
            try elements.firstIndex { try flag(isWanted($0)) }
          } else {
            elements.firstIndex(of: call["of"])
          }
        return position.map(Value.int) ?? .null
      },
      Method("reversed", "The elements in reverse order.", example: "(0..<3).reversed()") { value, _ in
        .array(try elements(of: value).reversed())
      },
      Method(
        "sorted",
        "The elements in ascending order. `by` is a function whose values are compared instead, or one of two elements that says whether the first comes before the second.",
        [.optional("by", .function, .null)], example: "[3, 1, 2].sorted { a, b in a > b }"
      ) { value, call in
        .array(try sorted(elements(of: value), call))
      },
      Method(
        "joined", "The elements as one text.", [.optional("separator", .string, .string(""))],
        example: "[\"a\", \"b\"].joined(separator: \", \")"
      ) { value, call in
        .string(try call.machine.joined(elements(of: value), separator: call.string("separator")))
      },
      Method("sum", "The sum of the elements.", example: "[1, 2, 3].sum()") { value, _ in
        try elements(of: value).reduce(.int(0)) { try apply(.add, $0, $1) }
      },
      Method("min", "The smallest element; nil if there is none.", example: "[3, 1].min()") { value, _ in
        try foremost(of: elements(of: value), .less)
      },
      Method("max", "The largest element; nil if there is none.", example: "[3, 1].max()") { value, _ in
        try foremost(of: elements(of: value), .greater)
      },
      Method(
        "dropFirst", "All but the first elements.", [.optional("count", .integer, .int(1))],
        example: "[1, 2, 3].dropFirst()"
      ) { value, call in
        .array(Array(try elements(of: value).dropFirst(call.integer("count", atLeast: 0))))
      },
      Method(
        "dropLast", "All but the last elements.", [.optional("count", .integer, .int(1))],
        example: "[1, 2, 3].dropLast()"
      ) { value, call in
        .array(Array(try elements(of: value).dropLast(call.integer("count", atLeast: 0))))
      },
      Method("prefix", "The first elements.", [.required("count", .integer)], example: "[1, 2, 3].prefix(2)")
      { value, call in
        .array(Array(try elements(of: value).prefix(call.integer("count", atLeast: 0))))
      },
      Method("suffix", "The last elements.", [.required("count", .integer)], example: "[1, 2, 3].suffix(2)") {
        value, call in
        .array(Array(try elements(of: value).suffix(call.integer("count", atLeast: 0))))
      },
      Method("enumerated", "Pairs of position and element.", example: "[5, 6].enumerated()") { value, _ in
        .array(
          try elements(of: value).enumerated().map {
            .tuple(TupleValue(labels: ["offset", "element"], values: [.int($0), $1]))
          })
      },
    ]
  }
}
