import Language

extension Lowering {
  /// What was found in a file that the cell imports.
  struct File {
    let program: Program
    var problems: [Problem]
    /// The statements that import it, innermost first.
    var imports: [Fault.Call]
  }

  /// The node of an `import` whose file has been read; nil for any other statement.
  mutating func importedFile(_ statement: Statement) -> Node? {
    let span = statement.span
    // Why a file cannot be had is reported as a whole.
    if imports.failed.contains(span.start) { return Node(span) }
    guard let found = imports.statements[span.start] else { return nil }
    defer { declare(importedNames: found.file.names) }
    guard found.isRun else { return Node(span) }
    let file = found.file
    var lowered = Lowering.lower(
      file.program, library: library, globals: globals, imports: file.imports, watch: watch)
    let call = Fault.Call(function: file.source.name, span: span, source: source)
    files.append(
      File(program: file.program, problems: file.program.problems + lowered.problems, imports: [call]))
    for index in lowered.files.indices { lowered.files[index].imports.append(call) }
    files += lowered.files
    return ImportNode(file, lowered.cell, span)
  }
}
