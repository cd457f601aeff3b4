import Interpreter
import JupyterKernel

/// The one adapter between the kernel, which knows no language, and the language, which knows no kernel.
struct MLPLanguage: JupyterKernel.Interpreter {
  let session: Session

  /// The language of one shell of a notebook.
  init(_ workspace: Workspace, stackSize: Int) {
    session = Session(in: workspace, stackSize: stackSize)
  }

  static let info = LanguageInfo(
    name: "mlp-swift", version: MLPSwift.version, mimeType: "text/x-swift", fileExtension: ".mlp",
    pygmentsLexer: "swift", codemirrorMode: "swift", implementation: "mlp-swift",
    implementationVersion: MLPSwift.version,
    banner: """
      MLP-Swift \(MLPSwift.version): the theory of multi-layer perceptrons, checked as it runs.
      Try  plot(sin, on: 0...6.28)  or  train(mlp(64, 64, 10), on: digits())
      """)

  mutating func execute(_ code: String, in cell: Cell) throws -> MIMEBundle? {
    let name = cell.isSilent ? "silent cell" : "Cell [\(cell.executionCount)]"
    switch session.run(code, name: name, output: CellOutput(cell), observer: CellObserver(cell)) {
    case .finished(let display?) where display.isAnswer:
      cell.page(MIMEBundle(display))
      return nil
    case .finished(let display): return display.map(MIMEBundle.init)
    case .failed(let failure):
      guard Self.meansToEnd(code, failure) else { throw failure.cellError }
      cell.askExit()
      return nil
    case .interrupted(let failure):
      throw Interruption(traceback: failure.traceback)
    }
  }

  /// Whether a cell is what ends a console, as in others, and has been given no meaning of its own.
  private static func meansToEnd(_ code: String, _ failure: Failure) -> Bool {
    let text = code.filter { !$0.isWhitespace }
    return ["exit", "quit"].contains { word in
      [word, word + "()"].contains(text) && failure.unknownName == word
    }
  }

  mutating func complete(_ code: String, at cursor: Int) -> Completion {
    let found = session.complete(code, at: cursor)
    let matches = found.items.map { item in
      Completion.Match(
        item.text, type: item.type, signature: item.detail,
        documentation: item.summary.isEmpty ? nil : item.summary)
    }
    return Completion(matches: matches, replacing: found.range)
  }

  mutating func inspect(_ code: String, at cursor: Int, detail: Int) -> MIMEBundle? {
    session.inspect(code, at: cursor, isDetailed: detail > 0).map(MIMEBundle.init)
  }

  mutating func isComplete(_ code: String) -> Completeness {
    switch Session.completeness(of: code) {
    case .complete: .complete
    case .incomplete(let indent): .incomplete(indent: indent)
    case .invalid: .invalid
    }
  }

  mutating func opened(_ comm: Comm, _ message: Comm.Message, in cell: Cell) -> Bool {
    session.isKnown(commTarget: comm.target)
  }

  mutating func received(_ message: Comm.Message, on comm: Comm, in cell: Cell) {
    session.receive(
      WidgetValue(.object(message.data)), on: comm.id, target: comm.target, output: CellOutput(cell),
      observer: CellObserver(cell))
  }

  mutating func closed(_ comm: Comm, _ message: Comm.Message, in cell: Cell) {
    session.closed(comm: comm.id, output: CellOutput(cell))
  }
}

extension MIMEBundle {
  init(_ display: Display) {
    self.init(text: display.text)
    for (type, content) in display.formats {
      // JSON stands in the bundle as it is. What is none goes as a string, which the front end will complain of.
      let value = type.hasSuffix("json") ? try? JSON(parsing: content) : nil
      self[type] = value ?? .string(content)
    }
  }
}

extension Failure {
  var cellError: CellError {
    CellError(name: name, message: message, traceback: traceback)
  }
}
