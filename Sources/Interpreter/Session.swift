import Engine
import Language

/// A notebook's language, from cell to cell: what is defined stays until the session ends.
///
/// Not `Sendable`: every call comes from the thread that evaluates. Sessions of one workspace, each on a thread of its
/// own, work on the same names.
public final class Session {
  let machine: Machine
  private let stackSize: Int

  var library: Library { machine.library }
  var globals: Globals { machine.globals }

  /// A session on its own.
  /// - Parameters:
  ///   - directory: the notebook's folder, to which file names are relative.
  ///   - stackSize: the bytes of stack that the evaluating thread has left: they bound how deep functions can
  ///     call each other.
  public convenience init(directory: String, stackSize: Int = 4 << 20) {
    self.init(in: Workspace(directory: directory), stackSize: stackSize)
  }

  /// A session that shares its names with all others of a workspace; the first of them draws the random numbers of a
  /// session on its own, each later one others.
  /// - Parameter stackSize: the bytes of stack that the evaluating thread has left.
  public init(in workspace: Workspace, stackSize: Int = 4 << 20) {
    keepFreedPages()
    self.stackSize = stackSize
    machine = workspace.baton.held { Machine(workspace) }
  }

  /// How a cell ended.
  public enum Outcome {
    /// With a value to show, or none.
    case finished(Display?)
    case failed(Failure)
    /// Because somebody asked for it; what was defined and trained until then stays.
    case interrupted(Failure)
  }

  /// Checks and runs a cell.
  ///
  /// A cell with a problem that shows itself before running does not run at all. One that fails while it runs
  /// leaves every earlier definition, every network's weights and the random numbers as they were; what it has printed stays.
  ///
  /// - Parameters:
  ///   - name: how messages refer to the cell, such as `Cell [3]`.
  ///   - observer: a debugger that looks on.
  public func run(
    _ code: String, name: String, output: any Output, observer: (any Observer)? = nil
  ) -> Outcome {
    machine.inTurn { check(code, name: name, output: output, observer: observer) }
  }

  private func check(_ code: String, name: String, output: any Output, observer: (any Observer)?) -> Outcome {
    if let query = HelpQuery(code) { return answer(query, code, name: name) }
    machine.adoptThread(stackSize: stackSize)
    let watch = watch(for: observer)
    let source = Source(name: name, text: code)
    let program = Parser.parse(source)
    let snapshot = globals.snapshot
    guard program.isValid else { return .failed(Failure(program.problems, in: source)) }
    let imports = machine.imports(of: program)
    globals.declared = []
    var (cell, found, files) = Lowering.lower(
      program, library: library, globals: globals, imports: imports, watch: watch)
    let sure = Checker.problems(
      in: program, library: library, globals: globals, unsettled: imports.namesToCome)
    // A member that cannot be assigned to cannot be so in a variable either.
    found.removeAll { problem in
      problem.code == .constantAssignment
        && sure.contains { $0.code == .badAssignment && $0.span.start == problem.span.start }
    }
    let problems = (program.problems + found + sure).sorted { $0.span.start < $1.span.start }
    let unsettled = imports.namesToCome.union(program.declaredNames)
    for index in files.indices {
      files[index].problems += Checker.problems(
        in: files[index].program, library: library, globals: globals, unsettled: unsettled)
    }
    guard !(problems + files.flatMap(\.problems)).contains(where: { $0.severity == .error }) else {
      globals.restore(snapshot)
      return .failed(Failure(problems, in: source, files: files))
    }
    for (text, warnings) in [(source, problems)] + files.map({ ($0.program.source, $0.problems) }) {
      for warning in warnings { output.write(warning.rendered(in: text, colour: true) + "\n", to: .error) }
    }
    machine.admit(observer, watch)
    defer { machine.dismissObserver() }
    return whole(source, snapshot, output) {
      let value = try machine.run(cell, source)
      guard cell.showsResult,
        let display = try located(cell.resultSpan, { try value.display(isCancelled: output.interruption) })
      else { return nil }
      display.showFirst(on: output)
      return display
    }
  }

  /// Does something with the notebook between two cells, as a cell: whole or not at all. To be called in a turn.
  /// - Parameter observer: a debugger that looks on.
  func whole(
    in source: Source, output: any Output, observer: (any Observer)?, _ body: (Machine) throws -> Display?
  ) -> Outcome {
    machine.adoptThread(stackSize: stackSize)
    machine.admit(observer, watch(for: observer))
    defer { machine.dismissObserver() }
    globals.declared = []
    return whole(source, globals.snapshot, output) { try body(machine) }
  }

  /// Runs something that, if it fails, leaves everything as it was.
  private func whole(
    _ source: Source, _ snapshot: Globals.Snapshot, _ output: any Output, _ body: () throws -> Display?
  ) -> Outcome {
    machine.output = output
    machine.interruption = Interruption(output.interruption)
    machine.beginCell(before: snapshot, declared: globals.declared)
    let generator = machine.generator
    defer {
      machine.output = nil
      machine.interruption = nil
      machine.endCell()
    }
    do {
      let display = try FigureValue.$isPictureWanted.withValue(output.showsPictures) {
        try Workspace.$current.withValue(machine.workspace) {
          try Interruption.$current.withValue(machine.interruption, operation: body)
        }
      }
      return .finished(display)
    } catch {
      let fault = Fault(error)
      if fault.code == .interrupted { return .interrupted(Failure(fault, in: source)) }
      machine.undoCell()
      machine.generator = generator
      return .failed(Failure(fault, in: source))
    }
  }

  /// Shows what a name is.
  private func answer(_ query: HelpQuery, _ code: String, name: String) -> Outcome {
    if var display = Inspection(machine).display(ofPath: query.path, isDetailed: query.isDetailed) {
      display.isAnswer = true
      return .finished(display)
    }
    let fault = Fault.unknownName(
      query.path.joined(separator: "."), among: globals.names.map(\.text), in: library)
    let source = Source(name: name, text: code)
    return .failed(Failure(fault.at(Span(0, source.bytes.count)), in: source))
  }

  /// Whether a text can be run as it stands, or needs more lines.
  public static func completeness(of code: String) -> Language.Completeness {
    HelpQuery(code) == nil ? Completeness(of: code) : .complete
  }
}
