import Engine
import Language

extension Session {
  /// Shows what can be seen of the program between cells: the notebook's names. It stands still meanwhile, also in
  /// other shells.
  public func look<Result>(_ body: (ProgramView) throws -> Result) rethrows -> Result {
    try machine.inTurn { try body(ProgramView(machine)) }
  }
}

/// The program as a debugger sees it: the calls under way, the names that mean something there, their values.
///
/// To be used on the thread that evaluates, and while the program stands still.
public struct ProgramView {
  let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  /// A call that is under way.
  public struct Call {
    /// The function's name, or the cell's.
    public let name: String
    /// The name of the cell in which the text stands, and the cell's whole text.
    public let cell: (name: String, text: String)
    /// Where it has come to, both counted from 1.
    public let line: Int
    public let column: Int
  }

  /// Names that belong together.
  public struct Scope {
    /// "Locals", "Captured" or "Globals".
    public let name: String
    public let values: [InspectedValue]
  }

  /// The calls under way, the innermost first and of very many only these; none between cells.
  public var calls: [Call] {
    tracked.compactMap { call in
      call.place.map {
        Call(
          name: call.name, cell: ($0.source.name, $0.source.text), line: $0.line, column: $0.column)
      }
    }
  }

  private static let callLimit = 1_000

  /// The calls that have reached a statement, the innermost first.
  private var tracked: [Tracker.Call] {
    guard let calls = machine.tracker?.calls else { return [] }
    return Array(calls.lazy.reversed().filter { $0.place != nil }.prefix(Self.callLimit))
  }

  /// A call by its position in `calls`.
  func call(_ index: Int) throws -> Tracker.Call {
    let calls = tracked
    guard calls.indices.contains(index) else {
      throw Fault(.indexOutOfRange, "there is no call \(index): \(count(calls.count, "call")) are under way")
    }
    return calls[index]
  }

  /// Waits while a cell is held up, with the other shells free to evaluate meanwhile. `wait` must touch nothing but
  /// values of its own.
  public func aside<Result>(_ wait: () -> Result) -> Result { machine.aside(wait) }

  // MARK: Names

  /// The names that mean something in a call, by its position in `calls`; those of an empty scope are left out.
  public func scopes(ofCall index: Int) throws -> [Scope] {
    let call = try call(index)
    let captured = Set(call.captured.map(\.slot))
    let locals = call.variables.filter { !captured.contains($0.slot) }
    var scopes = [
      Scope(name: "Locals", values: inspected(locals, call.frame)),
      Scope(name: "Captured", values: inspected(call.captured, call.frame)),
    ]
    scopes.removeAll { $0.values.isEmpty }
    return scopes + [Scope(name: "Globals", values: globals)]
  }

  private func inspected(_ variables: [VisibleVariable], _ frame: Frame) -> [InspectedValue] {
    variables.compactMap { variable in
      variable.value(in: frame).map { InspectedValue(variable.name, $0) }
    }
  }

  /// The notebook's names that have a value.
  public var globals: [InspectedValue] {
    machine.globals.names.compactMap { name in
      machine.globals.value(of: name.text).map { InspectedValue(name.text, $0) }
    }
  }

  /// What a name means in a call; between cells, and where a call gives it no meaning, in the notebook or the library.
  func value(named name: String, inCall index: Int?) throws -> Value {
    if let index {
      let call = try call(index)
      for variable in (call.captured + call.variables).reversed() where variable.name == name {
        if let value = variable.value(in: call.frame) { return value }
      }
    }
    if let value = machine.globals.value(of: name) ?? machine.library.value(name) { return value }
    throw Fault.unknownName(name, among: machine.globals.names.map(\.text), in: machine.library)
  }

  /// A value as a cell would show it; nil where there is nothing to show.
  /// - Throws: `InspectionProblem` if nothing has that name, or the value cannot be drawn.
  public func display(
    ofName name: String, inCall index: Int?, isCancelled: @escaping @Sendable () -> Bool
  ) throws -> Display? {
    try worded {
      let value = try value(named: name, inCall: index)
      guard var display = try value.display(isCancelled: isCancelled) else { return nil }
      // A cell shows the picture of a table in an output of its own; here there is one for both.
      for above in display.above {
        display.formats.merge(above.formats) { own, _ in own }
      }
      return display
    }
  }

  /// Gives the notebook a name, from now on and for later cells, for a value that one has in a call.
  public func copy(_ name: String, fromCall index: Int, as newName: String) throws -> InspectedValue {
    try worded {
      guard newName.isName else {
        throw Fault(.invalidValue, "`\(newName)` cannot be a name", help: ["write letters and digits"])
      }
      let value = try value(named: name, inCall: index)
      machine.keepGlobals()
      let global = machine.globals[machine.globals.declare(newName, isConstant: false)]
      global.value.pointee = value
      global.function.pointee = nil
      return InspectedValue(newName, value)
    }
  }
}

extension Tracker.Call {
  /// The variables in scope at the statement that it has come to, the outermost first.
  var variables: [VisibleVariable] { place?.variables ?? [] }
}

extension String {
  /// Whether the text is a name of the language.
  fileprivate var isName: Bool {
    let program = Parser.parse(Source(name: "", text: self))
    guard program.isValid, program.statements.count == 1,
      case .expression(let expression)? = program.statements.first?.kind,
      case .name(self) = expression.kind
    else { return false }
    return true
  }
}

/// Why something cannot be looked at or evaluated: one line.
public struct InspectionProblem: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Gives the faults of an inspection the words that a person reads.
func worded<Result>(_ body: () throws -> Result) throws -> Result {
  do { return try body() } catch {
    let fault = Fault(error)
    let message = "\(fault.code.rawValue): \(fault.message)"
    // Of a failed check the label has the values.
    throw InspectionProblem(fault.code == .checkFailed ? "\(message): \(fault.label)" : message)
  }
}
