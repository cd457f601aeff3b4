import Testing

@testable import Interpreter

/// A session whose cells are run one after the other, as a person at a front end would.
final class Notebook {
  let session: Session
  let output = RecordingOutput()
  /// Looks on while cells run.
  var observer: (any Observer)?
  private var cells = 0

  /// The folder that it lies in, if it has one of its own.
  let folder: Folder?

  init(directory: String = "/nonexistent") {
    session = Session(directory: directory, stackSize: 3 << 20)
    folder = nil
  }

  /// One more shell of a notebook.
  init(in workspace: Workspace) {
    session = Session(in: workspace, stackSize: 3 << 20)
    folder = nil
  }

  /// A notebook beside some files, given as their texts by their names.
  init(files: [String: String]) {
    let folder = Folder(files)
    self.folder = folder
    session = Session(directory: folder.path, stackSize: 3 << 20)
  }

  /// Runs a cell. What it printed is in `printed`, its end in the result.
  @discardableResult
  func run(_ code: String) -> Session.Outcome {
    cells += 1
    output.printed = ""
    output.errors = ""
    output.shown = []
    return session.run(code, name: "Cell [\(cells)]", output: output, observer: observer)
  }

  /// What the last cell printed.
  var printed: String { output.printed }

  /// The text of a cell's value; the report of its failure where it has none.
  func value(_ code: String) -> String {
    switch run(code) {
    case .finished(let display): display?.text ?? "(nothing)"
    case .failed(let failure), .interrupted(let failure): failure.plain
    }
  }

  /// What a cell printed; the report of its failure where it fails.
  func prints(_ code: String) -> String {
    switch run(code) {
    case .finished: printed
    case .failed(let failure), .interrupted(let failure): printed + failure.plain
    }
  }

  /// The whole report of a cell that must fail.
  func failure(_ code: String) -> String {
    switch run(code) {
    case .failed(let failure), .interrupted(let failure): failure.plain
    case .finished(let display): "finished with \(display?.text ?? "nothing")"
    }
  }

  /// The first line's message of a cell that must fail.
  func message(_ code: String) -> String {
    switch run(code) {
    case .failed(let failure), .interrupted(let failure): failure.message
    case .finished(let display): "finished with \(display?.text ?? "nothing")"
    }
  }

  /// Runs cells whose success the rest of a test builds upon.
  func run(all cells: String...) throws {
    for cell in cells {
      if case .finished = run(cell) { continue }
      Issue.record("this cell should succeed:\n\(cell)\n\(failure(cell))")
    }
  }
}

/// Keeps everything that a cell writes.
final class RecordingOutput: Output {
  var printed = ""
  var errors = ""
  var shown: [Display] = []
  /// The ids of what was replaced.
  var updated: [String] = []
  /// How many questions whether to stop are answered with no; nil for all.
  var patience: Int?
  /// When long work of the engine is to stop; nil for never.
  var deadline: ContinuousClock.Instant?
  /// The lines that a person would type.
  var typed: [String] = []
  /// Off unless a test is about pictures: drawing waits, which must not happen on the few threads that run tests.
  var showsPictures = false
  /// A front end with widgets, for tests that are about them.
  var comms: (any WidgetComms)?

  func write(_ text: String, to stream: OutputStream) {
    if stream == .standard { printed += text } else { errors += text }
  }

  func show(_ display: Display, id: String?) { shown.append(display) }

  func update(_ display: Display, id: String) {
    shown.append(display)
    updated.append(id)
  }

  func clear(wait: Bool) { printed = "" }

  func readLine(prompt: String, isPassword: Bool) throws -> String {
    guard !typed.isEmpty else { throw NobodyThere() }
    return typed.removeFirst()
  }

  struct NobodyThere: Error, CustomStringConvertible { let description = "nobody can answer here" }

  var isInterrupted: Bool {
    guard let left = patience else { return false }
    patience = left - 1
    return left <= 0
  }

  var interruption: @Sendable () -> Bool {
    { [deadline] in deadline.map { $0 < .now } ?? false }
  }
}
