extension Library {
  /// What changes an array.
  static var arrayMethods: [Method] {
    listMethods + [
      Method(
        mutating: "append", "Adds an element at the end.", [.required("element", .any)],
        example: "var xs = [1]; xs.append(2)"
      ) {
        try append($1["element"], to: &$0)
        return .void
      },
      Method(
        mutating: "insert", "Adds an element before a position.",
        [.required("element", .any), .required("at", .integer)],
        example: "var xs = [1]; xs.insert(0, at: 0)"
      ) { receiver, call in
        let place = try call.integer("at")
        try change(&receiver) { elements in
          guard (0...elements.count).contains(place) else {
            throw Fault(
              .indexOutOfRange,
              "there is no position \(place) in an array of \(count(elements.count, "element"))")
          }
          elements.insert(call["element"], at: place)
        }
        return .void
      },
      Method(
        mutating: "removeLast", "Takes the last element away and gives it.",
        example: "var xs = [1, 2]; xs.removeLast()"
      ) { receiver, _ in
        try change(&receiver) { elements in
          guard let last = elements.popLast() else {
            throw Fault(.indexOutOfRange, "an empty array has no last element to remove")
          }
          return last
        }
      },
      Method(
        mutating: "remove", "Takes the element at a position away and gives it.", [.required("at", .integer)],
        example: "var xs = [1, 2]; xs.remove(at: 0)"
      ) { receiver, call in
        let index = try call.integer("at")
        return try change(&receiver) { elements in
          elements.remove(at: try position(index, in: elements.count, of: "the array"))
        }
      },
    ]
  }

  static func append(_ element: Value, to receiver: inout Value) throws {
    try change(&receiver) { elements in
      guard elements.count < RangeValue.longestList else {
        throw Fault(.limitExceeded, "this array grows too long")
      }
      elements.append(element)
    }
  }

  /// A change of an array in place: while it runs, the array has no other owner.
  private static func change<Result>(_ receiver: inout Value, _ body: (inout [Value]) throws -> Result) throws
    -> Result
  {
    guard receiver.isArray else { throw Fault.receiverChanged }
    var elements = receiver.takeElements()
    defer { receiver = .array(elements) }
    return try body(&elements)
  }
}

extension Value {
  /// Asked for apart: a pattern match on a value that is to change would hold it, and the change then copy it.
  var isArray: Bool { if case .array = self { true } else { false } }
}

extension Fault {
  /// The arguments of a method were evaluated after its receiver, and gave the variable another kind of value.
  static let receiverChanged = Fault(
    .badAssignment, "the variable got another value while the arguments of this method were computed")
}
