import Language

/// Who is told of the statements of a cell, and by which numbers.
final class Watch {
  let observer: any Observer
  /// The keys of texts, which are asked for once each.
  private var keys: [ObjectIdentifier: UInt32] = [:]

  init(_ observer: any Observer) { self.observer = observer }

  /// The key of a text; it must stay while this object does.
  func key(of source: Source) -> UInt32 {
    let id = ObjectIdentifier(source)
    if let key = keys[id] { return key }
    let key = observer.key(of: source.text)
    keys[id] = key
    return key
  }
}

extension Lowering {
  /// A statement that is announced before it is run. The declaration of a function is not: it does nothing that could
  /// be seen, and its line belongs to its first statement.
  mutating func watched(_ statement: Statement, isGlobal: Bool, by watch: Watch) -> Node {
    if case .function = statement.kind { return unwatched(statement, isGlobal: isGlobal) }
    let line = source.line(at: statement.span.start) + 1
    let startsLine = line != context.lastLine
    context.lastLine = line
    let place = place(of: statement, startsLine: startsLine, by: watch)
    return PausePoint(unwatched(statement, isGlobal: isGlobal), place)
  }

  /// The body of a loop, after each pass of which the loop is announced anew if somebody watches. To be called where
  /// the loop's own variable is in scope: in the header it has the value of the pass that has ended.
  func pass(_ body: Node, of loop: Statement) -> Node {
    // To come back to a line is to begin it, also where the whole loop stands on it.
    guard let watch else { return body }
    return LoopPass(body, backTo: place(of: loop, startsLine: true, by: watch))
  }

  private func place(of statement: Statement, startsLine: Bool, by watch: Watch) -> PausePoint.Place {
    PausePoint.Place(
      statement, in: source, key: watch.key(of: source), startsLine: startsLine,
      variables: context.visibleVariables)
  }

  /// Lowers anew the functions of earlier cells that the notebook's names mean or its controls call, so that their
  /// statements are announced, or are no longer.
  ///
  /// The names in them mean what they did. Left as they are: functions that have captured variables, and those in
  /// which a name has changed from a variable to a constant. No cell may be under way.
  static func renewFunctions(of workspace: Workspace, _ watch: Watch?) {
    let named = workspace.globals.names.compactMap { workspace.globals.value(of: $0.text) }
    for case .function(let function) in named + workspace.widgets.functions
    where function.captures.isEmpty {
      renew(function.code, workspace.globals, workspace.library, watch)
    }
  }

  private static func renew(_ code: FunctionCode, _ globals: Globals, _ library: Library, _ watch: Watch?) {
    guard let syntax = code.syntax else { return }
    let mentioned = code.mentionedGlobals.map { globals.names[$0].text }
    var lowering = Lowering(
      code.source, mentionedInside: [], library: library, globals: globals, earlier: Set(mentioned),
      watch: watch)
    let new = FunctionCode(name: code.name, source: code.source, parameters: code.parameters, syntax: syntax)
    _ = lowering.function(new, syntax.parameters, syntax.body, syntax.body.span)
    if !lowering.problems.contains(where: { $0.severity == .error }) { code.takeInside(of: new) }
  }
}

extension Session {
  /// Who is to be told of the statements of the next cell, or of the next call by a control, if anybody is. Functions
  /// of earlier cells follow, but not while another shell may be in the middle of one.
  func watch(for observer: (any Observer)?) -> Watch? {
    let watch = observer.flatMap { $0.isAttached ? Watch($0) : nil }
    let workspace = machine.workspace
    if workspace.isDebugged != (watch != nil), workspace.cellsUnderWay == 0 {
      workspace.isDebugged.toggle()
      Lowering.renewFunctions(of: workspace, watch)
    }
    return watch
  }

  /// The lines of a cell, counted from 1, on which a statement begins at which a debugger can stop.
  public static func statementLines(of code: String) -> [Int] {
    let program = Parser.parse(Source(name: "", text: code))
    var lines: Set<Int> = []
    func visit(_ statements: [Statement]) {
      for statement in statements {
        if case .function = statement.kind {
        } else {
          lines.insert(program.source.line(at: statement.span.start) + 1)
        }
        visit(statement.parts)
      }
    }
    func visit(_ parts: (expressions: [Expression], blocks: [Block])) {
      for block in parts.blocks { visit(block.statements) }
      for expression in parts.expressions { visit(expression.parts) }
    }
    visit(program.statements)
    return lines.sorted()
  }
}
