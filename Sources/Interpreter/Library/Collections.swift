import Language
import OrderedCollections

extension Library {
  /// Functions that make lists.
  static var collections: [LibraryFunction] {
    [
      LibraryFunction(
        "zip", "Pairs of the elements at the same positions; as long as the shorter list.",
        [.required("a", .array), .required("b", .array)], example: "zip([1, 2], [\"a\", \"b\"])"
      ) { call in
        .array(
          zip(try call.array("a"), try call.array("b")).map {
            .tuple(TupleValue(labels: [nil, nil], values: [$0, $1]))
          })
      },
      LibraryFunction(
        "enumerated", "Pairs of position and element.", [.required("xs", .array)],
        example: "enumerated([5, 6])"
      ) {
        .array(
          try $0.array("xs").enumerated().map {
            .tuple(TupleValue(labels: ["offset", "element"], values: [.int($0), $1]))
          })
      },
      LibraryFunction(
        "stride", "The numbers from `from` up to but not including `to`, `by` apart.",
        [.required("from", .number), .required("to", .number), .required("by", .number)],
        example: "stride(from: 0, to: 10, by: 3)"
      ) { call in
        if case .int(let from) = call["from"], case .int(let to) = call["to"],
          case .int(let step) = call["by"], step != 0
        {
          return .array(Swift.stride(from: from, to: to, by: step).map(Value.int))
        }
        let step = try call.number("by")
        guard step != 0 else { throw Fault(.invalidValue, "a stride's step cannot be 0") }
        let (from, to) = (try call.number("from"), try call.number("to"))
        guard ((to - from) / step).magnitude < 1e8 else {
          throw Fault(.limitExceeded, "this stride has too many steps")
        }
        return .array(Swift.stride(from: from, to: to, by: step).map(Value.double))
      },
      LibraryFunction(
        "len", "How many elements there are; also `xs.count`.", "xs", .array, example: "len([1, 2, 3])"
      ) { value in
        if case .tensor(let tensor) = value, tensor.rank > 0 { return .int(tensor.shape[0]) }
        if case .dictionary(let dictionary) = value { return .int(dictionary.count) }
        return .int(try elements(of: value).count)
      },
    ]
  }

  // MARK: Arrays and ranges

  static var arrayProperties: [Property] { listProperties }
  static var rangeProperties: [Property] {
    listProperties + [
      Property("lowerBound", "Where the range begins.") {
        if case .range(let range) = $0 { range.lower ?? .null } else { .null }
      },
      Property("upperBound", "Where the range ends.") {
        if case .range(let range) = $0 { range.upper ?? .null } else { .null }
      },
    ]
  }

  private static var listProperties: [Property] {
    [
      Property("count", "How many elements there are.") { .int(try elements(of: $0).count) },
      Property("isEmpty", "Whether there are no elements.") { .boolean(try elements(of: $0).isEmpty) },
      Property("first", "The first element; nil if there is none.") { try elements(of: $0).first ?? .null },
      Property("last", "The last element; nil if there is none.") { try elements(of: $0).last ?? .null },
      Property("indices", "The positions of the elements.") {
        .range(RangeValue(lower: .int(0), upper: .int(try elements(of: $0).count), isClosed: false))
      },
    ]
  }

  static var rangeMethods: [Method] { listMethods }

  static var arrayMethods: [Method] {
    listMethods + [
      Method(
        mutating: "append", "Adds an element at the end.", [.required("element", .any)],
        example: "var xs = [1]; xs.append(2)"
      ) {
        let element = $1["element"]
        return try change(&$0) { $0.append(element) }
      },
      Method(
        mutating: "insert", "Adds an element before a position.",
        [.required("element", .any), .required("at", .integer)],
        example: "var xs = [1]; xs.insert(0, at: 0)"
      ) { receiver, call in
        let place = try call.integer("at")
        return try change(&receiver) { elements in
          guard (0...elements.count).contains(place) else {
            throw Fault(
              .indexOutOfRange,
              "there is no position \(place) in an array of \(count(elements.count, "element"))")
          }
          elements.insert(call["element"], at: place)
        }
      },
      Method(
        mutating: "removeLast", "Takes the last element away and gives it.",
        example: "var xs = [1, 2]; xs.removeLast()"
      ) { receiver, _ in
        guard case .array(var elements) = receiver, let last = elements.last else {
          throw Fault(.indexOutOfRange, "an empty array has no last element to remove")
        }
        receiver = .void
        elements.removeLast()
        receiver = .array(elements)
        return last
      },
      Method(
        mutating: "remove", "Takes the element at a position away and gives it.", [.required("at", .integer)],
        example: "var xs = [1, 2]; xs.remove(at: 0)"
      ) { receiver, call in
        guard case .array(var elements) = receiver else { return .void }
        let place = try position(call.integer("at"), in: elements.count, of: "the array")
        receiver = .void
        let removed = elements.remove(at: place)
        receiver = .array(elements)
        return removed
      },
    ]
  }

  /// A change of an array in place: while it runs, the array has no other owner.
  private static func change(_ receiver: inout Value, _ body: (inout [Value]) throws -> Void) throws -> Value
  {
    guard case .array(var elements) = receiver else { return .void }
    receiver = .void
    defer { receiver = .array(elements) }
    try body(&elements)
    return .void
  }

  private static var listMethods: [Method] {
    [
      Method(
        "map", "The results of a function for each element.", [.required("transform", .function)],
        example: "[1, 2].map { $0 * 10 }"
      ) { value, call in
        let transform = try call.callback("transform")
        return .array(try elements(of: value).map { try transform($0) })
      },
      Method(
        "filter", "The elements for which a condition holds.", [.required("isIncluded", .function)],
        example: "(0..<6).filter { $0 % 2 == 0 }"
      ) { value, call in
        let isIncluded = try call.callback("isIncluded")
        return .array(try elements(of: value).filter { try flag(isIncluded($0)) })
      },
      Method(
        "reduce", "The elements combined into one value, from the left.",
        [.required("initial", .any), .required("combine", .function)],
        example: "[1, 2, 3].reduce(0) { $0 + $1 }"
      ) { value, call in
        let combine = try call.callback("combine")
        return try elements(of: value).reduce(call["initial"]) { try combine($0, $1) }
      },
      Method(
        "forEach", "Calls a function with each element.", [.required("body", .function)],
        example: "[1, 2].forEach { print($0) }"
      ) { value, call in
        let body = try call.callback("body")
        for element in try elements(of: value) { _ = try body(element) }
        return .void
      },
      Method(
        "contains", "Whether an element is there.", [.required("element", .any)],
        example: "[1, 2].contains(2)"
      ) { value, call in
        .boolean(try elements(of: value).contains(call["element"]))
      },
      Method(
        "firstIndex", "The position of an element; nil if it is not there.", [.required("of", .any)],
        example: "[5, 6].firstIndex(of: 6)"
      ) { value, call in
        (try elements(of: value).firstIndex(of: call["of"])).map(Value.int) ?? .null
      },
      Method("reversed", "The elements in reverse order.", example: "(0..<3).reversed()") { value, _ in
        .array(try elements(of: value).reversed())
      },
      Method(
        "sorted", "The elements in ascending order, or by the values that a function gives.",
        [.optional("by", .function, .null)], example: "[3, 1, 2].sorted()"
      ) { value, call in
        .array(try sorted(elements(of: value), call))
      },
      Method(
        "joined", "The elements as one text.", [.optional("separator", .string, .string(""))],
        example: "[\"a\", \"b\"].joined(separator: \", \")"
      ) { value, call in
        .string(try elements(of: value).map(\.text).joined(separator: call.string("separator")))
      },
      Method("sum", "The sum of the elements.", example: "[1, 2, 3].sum()") { value, _ in
        try elements(of: value).reduce(.int(0)) { try apply(.add, $0, $1) }
      },
      Method("min", "The smallest element; nil if there is none.", example: "[3, 1].min()") { value, _ in
        try best(elements(of: value), .less)
      },
      Method("max", "The largest element; nil if there is none.", example: "[3, 1].max()") { value, _ in
        try best(elements(of: value), .greater)
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

  private static func flag(_ value: Value) throws -> Bool {
    switch value {
    case .boolean(let flag): return flag
    case .tensor(let tensor) where tensor.count == 1: return try tensor.item() != 0
    default: throw Fault(.typeMismatch, "the function must give true or false, but it gave \(value.kind)")
    }
  }

  private static func best(_ elements: [Value], _ order: ComparisonOperator) throws -> Value {
    guard var best = elements.first else { return .null }
    for element in elements.dropFirst() {
      if case .boolean(true) = try compare(order, element, best) { best = element }
    }
    return best
  }

  private static func sorted(_ elements: [Value], _ call: Call) throws -> [Value] {
    let keys: [Value]
    if call.has("by") {
      let key = try call.callback("by")
      keys = try elements.map { try key($0) }
    } else {
      keys = elements
    }
    let order = try zip(keys, elements.indices).sorted { a, b in
      if case .boolean(true) = try compare(.less, a.0, b.0) { return true }
      if case .boolean(true) = try compare(.less, b.0, a.0) { return false }
      return a.1 < b.1
    }
    return order.map { elements[$0.1] }
  }

  // MARK: Strings and dictionaries

  static var stringProperties: [Property] {
    [
      Property("count", "How many characters there are.") { .int($0.text.count) },
      Property("isEmpty", "Whether there are no characters.") { .boolean($0.text.isEmpty) },
    ]
  }

  static var stringMethods: [Method] {
    [
      Method("uppercased", "The text in capital letters.", example: "\"relu\".uppercased()") { value, _ in
        .string(value.text.uppercased())
      },
      Method("lowercased", "The text in small letters.", example: "\"ReLU\".lowercased()") { value, _ in
        .string(value.text.lowercased())
      },
      Method(
        "split", "The parts between separators.", [.optional("separator", .string, .string(" "))],
        example: "\"a,b\".split(separator: \",\")"
      ) { value, call in
        let separator = try call.string("separator")
        guard !separator.isEmpty else { return .array(value.text.map { .string(String($0)) }) }
        return .array(
          value.text.split(separator: separator, omittingEmptySubsequences: false).map { .string(String($0)) }
        )
      },
      Method(
        "contains", "Whether a text occurs in this one.", [.required("text", .string)],
        example: "\"relu\".contains(\"el\")"
      ) { value, call in
        .boolean(value.text.contains(try call.string("text")))
      },
      Method(
        "hasPrefix", "Whether the text begins with another.", [.required("text", .string)],
        example: "\"relu\".hasPrefix(\"re\")"
      ) { value, call in
        .boolean(value.text.hasPrefix(try call.string("text")))
      },
      Method(
        "padded",
        "The text, filled up with spaces to a width: on the right, or on the left if `left` is true.",
        [.required("width", .integer), .optional("left", .boolean, .boolean(false))],
        example: "\"7\".padded(3, left: true)"
      ) { value, call in
        let fill = String(
          repeating: " ", count: Swift.max(0, Swift.min(try call.integer("width"), 10_000) - value.text.count)
        )
        return .string(try call.boolean("left") ? fill + value.text : value.text + fill)
      },
    ]
  }

  static var dictionaryProperties: [Property] {
    [
      Property("count", "How many entries there are.") { .int(try elements(of: $0).count) },
      Property("isEmpty", "Whether there are no entries.") { .boolean(try elements(of: $0).isEmpty) },
      Property("keys", "The keys, in the order in which they were added.") {
        if case .dictionary(let dictionary) = $0 { .array(Array(dictionary.keys)) } else { .null }
      },
      Property("values", "The values, in the order in which they were added.") {
        if case .dictionary(let dictionary) = $0 { .array(Array(dictionary.values)) } else { .null }
      },
    ]
  }

  static var dictionaryMethods: [Method] {
    [
      Method(
        mutating: "remove", "Takes a key's entry away and gives its value; nil if there is none.",
        [.required("key", .any)], example: "var d = [\"a\": 1]; d.remove(\"a\")"
      ) { receiver, call in
        guard case .dictionary(var dictionary) = receiver else { return .void }
        receiver = .void
        let removed = dictionary.removeValue(forKey: call["key"])
        receiver = .dictionary(dictionary)
        return removed ?? .null
      }
    ]
  }
}
