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
        let (from, to, step) = (try call.number("from"), try call.number("to"), try call.number("by"))
        guard step != 0 else {
          throw Fault(.invalidValue, "a stride's step cannot be 0").about("by", of: call)
        }
        guard (to - from) / step < Double(RangeValue.longestList) else {
          throw Fault(.limitExceeded, "a stride from \(from) to \(to) by \(step) has too many steps")
        }
        if case .int(let from) = call["from"], case .int(let to) = call["to"],
          case .int(let step) = call["by"]
        {
          return .array(Swift.stride(from: from, to: to, by: step).map(Value.int))
        }
        return .array(Swift.stride(from: from, to: to, by: step).map(Value.double))
      },
      LibraryFunction(
        "len", "How many elements there are: of a tensor along its first axis, of a text its characters.",
        "xs", .array, example: "len([1, 2, 3])"
      ) { value in
        if case .tensor(let tensor) = value, tensor.rank > 0 { return .int(tensor.shape[0]) }
        if case .dictionary(let dictionary) = value { return .int(dictionary.count) }
        if case .range(let range) = value { return .int(try range.steps.count) }
        return .int(try elements(of: value).count)
      },
    ]
  }
}
