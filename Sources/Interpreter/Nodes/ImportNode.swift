import Language

/// `import("file.mlp")`: runs the file's statements as if they stood here.
final class ImportNode: StatementNode {
  private let file: ImportedFile
  private let cell: Lowering.Cell

  init(_ file: ImportedFile, _ cell: Lowering.Cell, _ span: Span) {
    self.file = file
    self.cell = cell
    super.init(span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    let machine = frame.machine
    do { _ = try machine.run(cell, file.source) } catch {
      throw Fault(error).leaving(file.source.name, file.source, at: span)
    }
    machine.journal.note(file, in: machine.workspace)
    return .next
  }
}
