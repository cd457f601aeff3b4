import Language

/// Turns a syntax tree into nodes that can be run, and finds what is wrong with it before it runs: names that
/// mean nothing, labels that do not exist, constants that are assigned to.
struct Lowering {
  let source: Source
  let library: Library
  let globals: Globals
  var context: FunctionContext
  var problems: [Problem] = []
  /// Who is to be told of the statements when they are run; nil if nobody is.
  let watch: Watch?
  /// The names that this cell declares at its top level, with the place of the declaration.
  private var topLevel: [String: Span] = [:]
  /// The same names without those of imported files, and whether each is a constant.
  private(set) var ownNames: [String: Bool] = [:]
  /// What the cell imports.
  let imports: Imports
  /// What was found in the files that are to be run.
  var files: [File] = []
  /// Those whose declaration stands before the current place.
  private var declared: Set<String> = []
  /// The functions declared at the top level of this cell.
  var functions: [String: FunctionCode] = [:]
  private let earlier: Set<String>
  /// The names that mean nothing, with the number of the problem that says so.
  private var unknown: [String: Int] = [:]

  /// - Parameters:
  ///   - mentionedInside: the names that functions in the text mention.
  ///   - earlier: the notebook's names that are known in it from its beginning.
  init(
    _ source: Source, mentionedInside: Set<String>, library: Library, globals: Globals, earlier: Set<String>,
    imports: Imports = Imports(), watch: Watch?
  ) {
    self.source = source
    self.library = library
    self.globals = globals
    self.earlier = earlier
    self.imports = imports
    self.watch = watch
    context = FunctionContext(parent: nil, mentionedInside: mentionedInside)
  }

  /// A cell that can be run.
  struct Cell {
    let body: BlockNode
    let frameSize: Int
    /// Whether the last statement's value is shown.
    let showsResult: Bool
    /// The place of the last statement.
    let resultSpan: Span
  }

  /// Lowers a program without errors; the result is worth running only if no problem is an error.
  ///
  /// - Parameters:
  ///   - imports: the files that it imports; they are lowered too.
  ///   - watch: who is to be told of its statements when they are run.
  ///   - given: variables that the program finds in the first slots of its frame.
  static func lower(
    _ program: Program, library: Library, globals: Globals, imports: Imports = Imports(),
    watch: Watch? = nil, given: [GivenVariable] = []
  ) -> (cell: Cell, problems: [Problem], files: [File]) {
    var lowering = Lowering(
      program.source, mentionedInside: Mentions.inside(program.statements), library: library,
      globals: globals, earlier: Set(globals.names.map(\.text)), imports: imports, watch: watch)
    for variable in given { lowering.context.adopt(variable) }
    lowering.problems = imports.problems
    let body = lowering.topLevelBlock(program)
    var showsResult = !program.hidesResult
    if case .expression? = program.statements.last?.kind {} else { showsResult = false }
    let cell = Cell(
      body: body, frameSize: lowering.context.slotCount, showsResult: showsResult,
      resultSpan: program.statements.last?.span ?? program.source.end)
    return (cell, lowering.problems.sorted { $0.span.start < $1.span.start }, lowering.files)
  }

  private mutating func topLevelBlock(_ program: Program) -> BlockNode {
    for statement in program.statements {
      switch statement.kind {
      case .declaration(let isConstant, let pattern, _):
        for (name, span) in pattern.names {
          noteTopLevel(name, at: span)
          ownNames[name] = isConstant
        }
      case .function(let function):
        ownNames[function.name] = true
        noteTopLevel(function.name, at: function.nameSpan, help: "choose another name for one of them")
        functions[function.name] = code(of: function)
      default: break
      }
    }
    for statement in program.statements {
      guard let found = imports.statements[statement.span.start] else { continue }
      for name in found.file.names.sorted() { noteImported(name, at: found.span) }
    }
    // Functions first: they can be called above their text, as in Swift, since they capture nothing of the cell.
    var functions: [Node] = []
    var others: [Node] = []
    for syntax in program.statements {
      let node = statement(syntax)
      if case .function = syntax.kind { functions.append(node) } else { others.append(node) }
    }
    let nodes = functions + others
    return BlockNode(nodes, Span(0, source.bytes.count))
  }

  private mutating func noteTopLevel(
    _ name: String, at span: Span, help: String = "to change a variable's value leave `let` or `var` out"
  ) {
    if let first = topLevel[name] {
      report(
        .duplicateName, "`\(name)` is declared twice in this cell", at: span, label: "again here",
        help: [help],
        related: [Problem.Label(first, "first here")])
    } else {
      topLevel[name] = span
    }
  }

  /// Two files may declare the same name: then the later one counts. The cell itself may not declare it too.
  private mutating func noteImported(_ name: String, at span: Span) {
    guard let place = topLevel[name] else { return topLevel[name] = span }
    let isImported = imports.statements.values.contains { $0.span == place }
    if !isImported {
      report(
        .duplicateName, "`\(name)` is declared in this cell and in a file that it imports", at: place,
        label: "declared here", help: ["choose another name, or import the file in a cell of its own"],
        related: [Problem.Label(span, "and in this file")])
    }
  }

  /// From here on the names of an imported file have their meaning.
  mutating func declare(importedNames names: Set<String>) {
    for name in names where globals.index(of: name) == nil { _ = globals.declare(name, isConstant: true) }
    declared.formUnion(names)
  }

  /// A function's signature, before its inside is lowered: so that calls to it can be checked anywhere.
  func code(of function: Function) -> FunctionCode {
    FunctionCode(
      name: function.name, source: source,
      parameters: function.parameters.map {
        FunctionCode.Parameter(
          label: $0.label, name: $0.name, defaultValue: $0.defaultValue.map { Node($0.span) })
      },
      syntax: FunctionSyntax(
        nameSpan: function.nameSpan, parameters: function.parameters, body: function.body))
  }

  // MARK: Names

  var isTopLevel: Bool { context.parent == nil }

  /// Declares the name of a `let`, `var` or `func`: a name of the notebook at a cell's top level, a slot elsewhere.
  mutating func declare(
    _ name: String, isConstant: Bool, isFunction: Bool = false, origin: Variable.Origin = .declaration,
    at span: Span, isGlobal: Bool
  ) -> Place {
    if isGlobal {
      declared.insert(name)
      return .global(globals[globals.declare(name, isConstant: isConstant)])
    }
    switch context.declare(name, isConstant: isConstant, mayRecur: isFunction, origin: origin, at: span) {
    case .success(let variable): return variable.isShared ? .shared(variable.slot) : .local(variable.slot)
    case .failure(let taken):
      report(
        .duplicateName, "`\(name)` is declared twice in the same block", at: span, label: "again here",
        related: [Problem.Label(taken.span, "first here")])
      return .local(0)
    }
  }

  enum Meaning {
    case variable(Variable)
    case global(Int)
    case library(LibraryFunction)
    case constant(Value)
  }

  /// What a name means at the current place; reports it where it means nothing.
  /// - Parameter member: what follows the name and a dot.
  mutating func meaning(of name: String, before member: String? = nil, at span: Span) -> Meaning? {
    if let variable = context.variable(name) { return .variable(variable) }
    if declared.contains(name) || earlier.contains(name), let index = globals.index(of: name) {
      return global(index)
    }
    if let place = topLevel[name] {
      // A function may mention what is declared below it; it runs later.
      if functions[name] != nil || !isTopLevel {
        return global(globals.declare(name, isConstant: ownNames[name] ?? isConstantLater(name)))
      }
      if library.value(name) == nil {
        report(
          .unknownName, "`\(name)` is used before its declaration", at: span, label: "used here",
          related: [Problem.Label(place, "declared here")])
        return nil
      }
    }
    switch library.value(name) {
    case .library(let function)?: return .library(function)
    case let value?: return .constant(value)
    case nil: break
    }
    // A file that cannot be had may declare it.
    guard imports.failed.isEmpty else { return nil }
    // What this cell declares further down helps only those who run later.
    let known = context.names + earlier + declared + (isTopLevel ? [] : Array(topLevel.keys))
    reportUnknown(name, Fault.unknownName(name, before: member, among: known, in: library), at: span)
    return nil
  }

  /// Reports a name that means nothing, once: further places are marked in the same report.
  mutating func reportUnknown(_ name: String, _ fault: Fault, at span: Span) {
    if let index = unknown[name] {
      if problems[index].labels.count < 5 { problems[index].labels.append(.init(span, "and here")) }
      return
    }
    unknown[name] = problems.count
    report(fault, at: span)
  }

  private func global(_ index: Int) -> Meaning {
    context.mention(global: index)
    return .global(index)
  }

  /// Whether a name of the notebook has, where the current place runs, the value that an earlier cell gave it.
  ///
  /// A name that the cell declares has it above its declaration, but not in functions: they run at any time.
  func hasEarlierValue(_ name: String) -> Bool {
    !imports.namesToCome.contains(name)
      && (ownNames[name] == nil || isTopLevel && !declared.contains(name))
  }

  /// Whether a name of the notebook is a constant where the current place runs.
  func isConstant(_ name: String, _ index: Int) -> Bool {
    isTopLevel ? globals.names[index].isConstant : ownNames[name] ?? globals.names[index].isConstant
  }

  /// A name that a file imported later will settle: treated as a variable until then.
  private func isConstantLater(_ name: String) -> Bool {
    globals.index(of: name).map { globals.names[$0].isConstant } ?? false
  }

  // MARK: Problems

  mutating func report(
    _ code: ProblemCode, _ message: String, at span: Span, label: String = "", help: [String] = [],
    related: [Problem.Label] = []
  ) {
    problems.append(Problem(code, message, at: span, label: label, help: help, related: related))
  }

  mutating func report(_ fault: Fault, at span: Span) {
    report(fault.code, fault.message, at: span, label: fault.label, help: fault.help)
  }
}

extension Pattern {
  /// The names in a pattern, with their places.
  var names: [(String, Span)] {
    switch self {
    case .name(let name, let span): [(name, span)]
    case .wildcard: []
    case .tuple(let parts, _): parts.flatMap(\.names)
    }
  }
}
