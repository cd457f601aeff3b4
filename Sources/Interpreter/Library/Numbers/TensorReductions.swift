extension Library {
  /// Reductions as methods of a tensor, as NumPy and PyTorch have them: the same functions, with the tensor before the
  /// dot.
  static var tensorReductions: [Method] {
    let names: Set = ["sum", "mean", "max", "min"]
    return reductions.filter { names.contains($0.name) }.map { function in
      Method(
        function.name, function.summary, Array(function.parameters.dropFirst()),
        example: "tensor([[1, 2], [3, 4]]).\(function.name)(axis: 0)",
        shape: .reductionOfReceiver
      ) { receiver, call in
        try function.body(
          function.takesOne
            ? Call(function: function, values: [receiver] + call.values, rest: [], machine: call.machine)
            : Call(function: function, values: [.null] + call.values, rest: [receiver], machine: call.machine)
        )
      }
    }
  }
}

extension LibraryFunction {
  /// Whether its first parameter takes a single value.
  fileprivate var takesOne: Bool { parameters.first.map { !$0.isVariadic } ?? false }
}

extension ShapeRule {
  /// A reduction of what stands before the dot.
  fileprivate static let reductionOfReceiver = ShapeRule { call in
    try reduction.infer(
      KnownCall(
        function: call.function, arguments: call.arguments, rest: [call.receiver].compactMap { $0 },
        labels: [],
        span: call.span))
  }
}
