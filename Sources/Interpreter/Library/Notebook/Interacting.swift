extension Library {
  /// Functions that are moved by hand.
  static var interacting: [LibraryFunction] {
    [
      LibraryFunction(
        "interact",
        "Controls for the arguments of a function, and below them what it gives, anew at each move. An integer or floating-point range is a slider (with a step as a tuple, `(0, 1, 0.25)`), a list or dictionary a menu, `true` or `false` a box to tick, a text a field, a number a slider around it. The labels are free; the function takes the values in the order of the controls. Where a front end has no widgets it shows what the first values give.",
        [.labelled("control", .control), .required("body", .functionOfControls)],
        example: "interact(k: 1...5, name: [\"sin\", \"cos\"]) { k, name in \"\\(name)(\\(k) x)\" }",
        shape: .interaction
      ) { call in
        let controls = try controls(call.labels, call.rest)
        let body = try call.callback("body").value
        try body.require(argumentsFor: call.labels)
        guard let output = call.machine.output else { return .void }
        try Interaction(controls, body).begin(on: output, call.machine)
        return .void
      }
    ]
  }

  /// How many controls one function may have.
  private static let mostControls = 32

  /// The controls for labelled arguments.
  private static func controls(_ labels: [String], _ values: [Value]) throws -> [Control] {
    guard !labels.isEmpty else { throw Fault.noControls }
    guard labels.count <= mostControls else {
      throw Fault(
        .limitExceeded, "`interact` takes at most \(mostControls) controls, but there are \(labels.count)")
    }
    return try zip(labels, values).map { try Control($0, $1) }
  }
}

extension Value {
  /// Throws for a function of the notebook that does not take the values of the controls.
  fileprivate func require(argumentsFor labels: [String]) throws {
    guard case .function(let function) = self else { return }
    let code = function.code
    let mismatch = Fault.mismatch(
      of: code.name, taking: code.parameters.map(\.name), needed: code.arity.lowerBound, controls: labels)
    if let mismatch { throw mismatch }
  }
}

extension Fault {
  static let noControls = Fault(
    .argumentMismatch, "`interact` needs at least one control",
    help: ["give each argument of the function a label and its values: `interact(k: 1...10) { k in … }`"])

  /// A value without a label where a control should stand; without one is only the function.
  static func unlabelledControl(of function: String, at argument: Int?) -> Fault {
    Fault(
      .argumentMismatch, "`\(function)` needs a label for each control", label: "which argument is this for?",
      help: [
        "the label is the name of the function's argument, as in `\(function)(k: 1...5) { k in plot([k, 1]) }`"
      ], argument: argument)
  }

  /// Why a function does not take the values of the controls of `interact`; nil if it does.
  /// - Parameter needed: how many arguments cannot be left out.
  static func mismatch(of name: String, taking names: [String], needed: Int, controls: [String]) -> Fault? {
    let subject = name == "closure" ? "its closure" : "`\(name)`"
    let help = ["a closure for them is written `{ \(controls.joined(separator: ", ")) in … }`"]
    guard (needed...names.count).contains(controls.count) else {
      let takes =
        names.isEmpty
        ? "no arguments"
        : needed == names.count
          ? count(names.count, "argument") : "\(needed) to \(count(names.count, "argument"))"
      return Fault(
        .argumentMismatch,
        "`interact` has \(count(controls.count, "control")), but \(subject) takes \(takes)",
        label: "takes \(takes)", help: help)
    }
    guard names != controls, names.count == controls.count, Set(names) == Set(controls) else { return nil }
    return Fault(
      .argumentMismatch, "`interact` has its controls in another order than the arguments of \(subject)",
      label: "another order", help: ["values go by their order, not by their names"] + help)
  }
}
