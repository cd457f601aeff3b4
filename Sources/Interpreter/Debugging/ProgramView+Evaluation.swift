import Language

extension ProgramView {
  /// Evaluates an expression or an assignment as if it stood at the place that a call has come to.
  ///
  /// What it assigns to, the program keeps; what it prints, the cell prints. A debugger does not stop in it.
  /// - Throws: `InspectionProblem` if it is no valid code, or fails.
  public func evaluate(_ code: String, inCall index: Int) throws -> InspectedValue {
    try worded { InspectedValue(code, try value(of: code, inCall: index)) }
  }

  /// Whether a condition holds at the place that a call has come to.
  public func holds(_ condition: String, inCall index: Int) throws -> Bool {
    try worded {
      let source = Source(name: "condition", text: condition)
      return try truth(of: value(of: condition, inCall: index), at: Span(0, source.bytes.count))
    }
  }

  private func value(of code: String, inCall index: Int) throws -> Value {
    let call = try call(index)
    let program = Parser.parse(Source(name: "expression", text: code))
    for statement in program.statements {
      switch statement.kind {
      case .expression, .assignment, .check: continue
      default:
        throw Fault(
          .misplacedStatement, "only expressions and assignments can be evaluated here",
          help: ["declare names and write loops in a cell"])
      }
    }
    let visible = VisibleVariables(call)
    let (cell, problems, _) = Lowering.lower(
      program, library: machine.library, globals: machine.globals, given: visible.variables)
    if let problem = (program.problems + problems).first(where: { $0.severity == .error }) {
      throw Fault(problem.code, problem.message)
    }
    return try machine.withFrame(cell.frameSize) { frame in
      visible.copy(into: frame)
      let value = try cell.body.evaluate(frame)
      visible.takeBack(from: frame)
      return value
    }
  }
}

/// The variables that can be seen from where a call has come to, for an expression that is evaluated there.
private struct VisibleVariables {
  private let frame: Frame
  private let found: [VisibleVariable]

  init(_ call: Tracker.Call) {
    frame = call.frame
    // Of equal names, the innermost hides the others.
    var seen: Set<String> = []
    found = (call.captured + call.variables).reversed().filter {
      $0.value(in: call.frame) != nil && seen.insert($0.name).inserted
    }
  }

  /// In the order of their slots in the new frame.
  var variables: [GivenVariable] {
    found.map {
      // What is shared already stays so; and a variable may come to be shared by a closure in the expression.
      GivenVariable(name: $0.name, isConstant: $0.isConstant, isShared: isShared($0) || !$0.isConstant)
    }
  }

  private func isShared(_ variable: VisibleVariable) -> Bool {
    if case .box = frame.slots[variable.slot] { true } else { false }
  }

  func copy(into new: Frame) {
    for (slot, variable) in found.enumerated() {
      let value = frame.slots[variable.slot]
      new.slots[slot] = isShared(variable) || variable.isConstant ? value : .box(Box(value))
    }
  }

  /// Gives the program what was assigned to its variables.
  func takeBack(from new: Frame) {
    for (slot, variable) in found.enumerated() where !isShared(variable) && !variable.isConstant {
      if case .box(let box) = new.slots[slot] { frame.slots[variable.slot] = box.value }
    }
  }
}

extension Machine {
  /// Holds on to what the notebook's names mean now until the cell has ended: a function that is being called must
  /// not go away because its name gets another meaning.
  func keepGlobals() { kept.append(globals.snapshot) }
}
