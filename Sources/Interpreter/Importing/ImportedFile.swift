import Language

/// A file of the language that a cell or another file imports.
final class ImportedFile {
  /// Where it lies, without links.
  let path: String
  /// Its text, called as seen from the notebook's folder.
  let program: Program
  /// What it imports itself.
  let imports: Imports
  /// The names that it and the files that it imports declare.
  let names: Set<String>
  /// Whether it was run in this session as it stands now, and so were the files that it imports.
  let hasRun: Bool

  init(path: String, program: Program, imports: Imports, wasRunAs earlierText: String?) {
    self.path = path
    self.program = program
    self.imports = imports
    names = imports.names.union(program.declaredNames)
    hasRun = earlierText == program.source.text && imports.haveRun
  }

  var source: Source { program.source }
}

/// The statements `import("file.mlp")` of a text, with the files that they name.
struct Imports {
  struct Statement {
    /// The place of the file's name.
    let span: Span
    let file: ImportedFile
    /// Whether the file is to be run: it is new or has changed, and no statement before has run it.
    let isRun: Bool
  }

  /// The statements, by where they begin.
  private(set) var statements: [Int: Statement] = [:]
  /// Why some files cannot be had.
  private(set) var problems: [Problem] = []
  /// Where the statements begin whose file cannot be had.
  private(set) var failed: Set<Int> = []
  /// The names that the files declare.
  private(set) var names: Set<String> = []
  /// The names that running the statements gives new values.
  private(set) var namesToCome: Set<String> = []
  /// Whether all files were run in this session as they stand now.
  private(set) var haveRun = true

  mutating func add(_ statement: Statement, at start: Int) {
    statements[start] = statement
    names.formUnion(statement.file.names)
    if statement.isRun { namesToCome.formUnion(statement.file.names) }
    haveRun = haveRun && statement.file.hasRun
  }

  mutating func add(_ fault: Fault, at span: Span, of start: Int) {
    failed.insert(start)
    haveRun = false
    problems.append(Problem(fault.code, fault.message, at: span, label: fault.label, help: fault.help))
  }
}

extension Program {
  /// The names that the statements of the top level declare.
  var declaredNames: [String] {
    statements.flatMap { statement -> [String] in
      switch statement.kind {
      case .declaration(_, let pattern, _): pattern.names.map(\.0)
      case .function(let function): [function.name]
      default: []
      }
    }
  }
}

extension Statement {
  /// The arguments of `import(…)`, if that is all of the statement.
  var importArguments: [Argument]? {
    guard case .expression(let value) = kind, case .call(let callee, let arguments) = value.kind,
      case .name("import") = callee.kind
    else { return nil }
    return arguments
  }
}

extension Expression {
  /// The content of a text without `\(…)`; nil for any other expression.
  var literalText: String? {
    guard case .string(let parts) = kind else { return nil }
    if parts.isEmpty { return "" }
    if parts.count == 1, case .text(let text) = parts[0] { return text }
    return nil
  }
}
