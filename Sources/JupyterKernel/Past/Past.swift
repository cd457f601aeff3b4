import Glibc
import JupyterProtocol
import Logging

/// Everything that was run: this session's cells in memory, those of all sessions in a file if there is one.
///
/// The file is opened when the first cell has been answered, and written when nothing waits or much has come together.
/// Whatever is wrong with it costs one log line and never an answer: history then is that of this session. A file that
/// cannot be written is let go of; a question that it cannot answer concerns that question alone.
struct Past: Sendable {
  private enum Keeping: Sendable {
    case not
    case notYet(path: String)
    case inFile(HistoryFile)
  }

  private var recent = History()
  private var unsaved = UnsavedCells()
  private var keeping: Keeping
  private let logger: Logger

  /// - Parameter file: where the history is kept; nil to keep none beyond the session.
  init(file: String?, logger: Logger) {
    keeping = file.map { .notYet(path: $0) } ?? .not
    self.logger = logger
  }

  mutating func append(line: Int, input: String) {
    recent.append(line: line, input: input)
    guard let entry = recent.entries.last else { return }
    if case .not = keeping { return }
    if unsaved.append(entry) { save() }
  }

  /// Keeps the text of a cell's value, for this session.
  mutating func setOutput(_ text: String?, line: Int) {
    recent.setOutput(text, line: line)
  }

  /// Writes what has not been written yet.
  mutating func save() {
    guard !unsaved.isEmpty, let file = openedFile() else { return }
    attempt { past throws(DatabaseError) in
      try file.append(past.unsaved.entries)
      past.unsaved.removeAll()
    }
  }

  /// The cells that a request asks for, the oldest first.
  mutating func entries(for access: HistoryRequest.Access) -> [HistoryReply.Entry] {
    guard let file = openedFile() else { return recent.entries(for: access) }
    save()
    if case .range(let session, _, _) = access, session == 0 || session == file.session {
      return recent.entries(for: access)
    }
    do { return recent.addingOutputs(try file.entries(for: access)) } catch {
      if !error.isBusy {
        logger.warning("a question about the history is answered from this session only: \(error)")
      }
      return recent.entries(for: access)
    }
  }

  private mutating func openedFile() -> HistoryFile? {
    if case .inFile(let file) = keeping { return file }
    guard case .notYet(let path) = keeping else { return nil }
    attempt { past throws(DatabaseError) in
      let file = try past.openOrReplace(path)
      past.keeping = .inFile(file)
      past.recent.session = file.session
    }
    if case .inFile(let file) = keeping { return file }
    return nil
  }

  private func openOrReplace(_ path: String) throws(DatabaseError) -> HistoryFile {
    do { return try HistoryFile(path) } catch {
      guard error.isDamage, rename(path, path + ".damaged") == 0 else { throw error }
      logger.warning("history file \(path): \(error); it now is \(path).damaged, and a new one is begun")
      return try HistoryFile(path)
    }
  }

  /// Writes to the file. If another kernel has it, it is tried again later; after any other failure the
  /// file is let go of.
  private mutating func attempt(_ body: (inout Self) throws(DatabaseError) -> Void) {
    do { try body(&self) } catch {
      if error.isBusy { return }
      logger.warning("the history is kept for this session only: \(error)")
      keeping = .not
      unsaved.removeAll()
    }
  }
}
