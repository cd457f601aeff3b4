extension Library {
  /// What changes an array.
  static var arrayMethods: [Method] {
    listMethods + [
      Method(
        mutating: "append", "Adds an element at the end.", [.required("element", .any)],
        example: "var xs = [1]; xs.append(2)"
      ) {
        let element = $1["element"]
        return try change(&$0) { elements in
          guard elements.count < RangeValue.longestList else {
            throw Fault(.limitExceeded, "this array grows too long")
          }
          elements.append(element)
        }
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
        guard case .array(var elements) = receiver else { throw Fault.receiverChanged }
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
    guard case .array(var elements) = receiver else { throw Fault.receiverChanged }
    receiver = .void
    defer { receiver = .array(elements) }
    try body(&elements)
    return .void
  }
}

extension Fault {
  /// The arguments of a method were evaluated after its receiver, and gave the variable another kind of value.
  static let receiverChanged = Fault(
    .badAssignment, "the variable got another value while the arguments of this method were computed")
}
