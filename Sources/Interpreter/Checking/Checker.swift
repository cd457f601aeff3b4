import Language

/// Finds what is sure to fail in a cell before anything of it runs: shapes that do not fit, numbers out of
/// bounds, members that do not exist, closures that cannot be called as they will be.
///
/// It goes through the syntax tree as the evaluator would, with what is `Known` in the place of values. A problem
/// is reported only where the code is sure to run and sure to fail there.
struct Checker {
  let source: Source
  let library: Library
  let globals: Globals
  var scopes = Scopes()
  private(set) var problems: [Problem] = []
  /// How many conditions surround the current place, so that it may not run.
  var uncertainty = 0
  /// The call, in the cell, of the function of an earlier cell that is being followed.
  var outerCall: Span?
  /// The expression inside of that function that is being looked at.
  var innerPlace: Span?
  /// The same of the last problem.
  private(set) var lastProblem: Span?
  /// The functions that are being followed, by the place of their bodies.
  var followed: [Span] = []
  /// How many more expressions may be looked at inside of functions that are followed.
  var budget = 4000
  /// The names that functions and closures of the cell change: nothing is known of them.
  let changedInside: Set<String>
  /// The names of the notebook of which nothing is known, since an import may change them.
  private let unsettled: Set<String>
  /// The names that the cell declares at its top level.
  let ownNames: Set<String>
  /// The names of the notebook that the function of an earlier cell that is being followed mentions: every other name
  /// from around it is the library's, whatever the notebook calls so by now.
  var namesOutside: Set<String>?
  /// Whether the notebook's names still mean what they did when the cell began.
  var knowsConstants = true
  var knowsVariables = true

  /// The problems of a program without errors in its grammar.
  ///
  /// - Parameter unsettled: names of the notebook that get another value before the cell ends, by what it imports.
  static func problems(
    in program: Program, library: Library, globals: Globals, unsettled: Set<String> = []
  ) -> [Problem] {
    var checker = Checker(program, library: library, globals: globals, unsettled: unsettled)
    // Functions can be called above their text.
    for case .function(let function) in program.statements.map(\.kind) { checker.declare(function) }
    for statement in program.statements { checker.visit(statement) }
    // Of a closure that has the wrong arguments, it is of no interest which of them it uses.
    let errors = checker.problems.filter { $0.severity == .error }.map(\.span)
    return checker.problems.filter { problem in
      problem.severity == .error
        || !errors.contains { $0.start <= problem.span.start && problem.span.end <= $0.end }
    }
  }

  private init(_ program: Program, library: Library, globals: Globals, unsettled: Set<String>) {
    source = program.source
    self.library = library
    self.globals = globals
    self.unsettled = unsettled
    ownNames = Set(program.declaredNames)
    changedInside = Changes(insideFunctionsOf: program.statements).names
  }

  // MARK: Names

  mutating func meaning(of name: String) -> Known {
    if let namesOutside, !namesOutside.contains(name), !scopes.declaresInside(name) {
      return libraryMeaning(of: name)
    }
    if let known = scopes.lookUp(name) { return known }
    // Declared further down: a function that mentions it may run before or after that.
    if ownNames.contains(name), scopes.functionBase != nil { return .unknown }
    if unsettled.contains(name) { return .unknown }
    if let index = globals.index(of: name) {
      guard let value = globals.value(of: name) else {
        return followed.isEmpty ? libraryMeaning(of: name) : .unknown
      }
      let isConstant = globals.names[index].isConstant
      guard isConstant ? knowsConstants : knowsVariables && knowsConstants, !changedInside.contains(name)
      else { return .unknown }
      return .value(value)
    }
    return libraryMeaning(of: name)
  }

  /// Whether a name stands for a constant of the notebook, of this cell or an earlier one.
  func isConstant(_ name: String) -> Bool {
    if let isVariable = scopes.isVariable(name) { return !isVariable && !scopes.declaresInside(name) }
    guard !ownNames.contains(name), let index = globals.index(of: name) else { return false }
    return globals.names[index].isConstant
  }

  private func libraryMeaning(of name: String) -> Known {
    library.value(name).map(Known.value) ?? .unknown
  }

  mutating func declare(_ name: String, _ known: Known, isVariable: Bool) {
    scopes.declare(name, changedInside.contains(name) ? .unknown : known, isVariable: isVariable)
  }

  mutating func assign(_ name: String, _ known: Known) {
    let known = changedInside.contains(name) ? .unknown : known
    // A variable of an earlier cell: from here on the cell knows it as its own.
    if !scopes.assign(name, known) {
      if scopes.isTopLevel { scopes.declare(name, known, isVariable: true) } else { knowsVariables = false }
    }
  }

  mutating func forget(_ names: Set<String>) {
    for name in names {
      if !scopes.assign(name, .unknown), globals.index(of: name) != nil { knowsVariables = false }
    }
  }

  /// Functions of the notebook can change any of its variables.
  mutating func forgetVariables() {
    scopes.forgetTopLevelVariables()
    knowsVariables = false
  }

  // MARK: Places and problems

  /// A place that a message can point at: inside of an earlier cell's function, the call that leads there.
  func place(_ span: Span) -> Span { outerCall ?? span }

  mutating func report(_ misfit: Misfit) {
    guard uncertainty == 0 || misfit.severity == .warning, let first = misfit.labels.first else { return }
    var related: [Problem.Label] = []
    for label in misfit.labels.dropFirst()
    where label.span != first.span && !related.contains(where: { $0.span == label.span }) {
      related.append(label)
    }
    let problem = Problem(
      misfit.code, misfit.message, at: first.span, label: first.text, help: misfit.help, related: related,
      severity: misfit.severity)
    // A function that is looked at by itself and followed from a call shows the same twice.
    if !problems.contains(where: { $0.code == problem.code && $0.span == problem.span }) {
      problems.append(problem)
      lastProblem = innerPlace
    }
  }

  /// Reports what does not keep the cell from running.
  mutating func warn(_ misfit: Misfit) {
    var misfit = misfit
    misfit.severity = .warning
    report(misfit)
  }

  /// Adds to the problems from a position on.
  mutating func mend(problemsFrom first: Int, _ body: (inout Problem) -> Void) {
    for index in first..<problems.count { body(&problems[index]) }
  }

  /// What a rule finds; nothing where it finds a mistake, which is then reported.
  mutating func inferring(_ body: (inout Checker) throws -> Known) -> Known {
    do { return try body(&self) } catch let misfit as Misfit { report(misfit) } catch {
      // A rule throws nothing else; what the engine may add says nothing that is sure.
    }
    return .unknown
  }
}
