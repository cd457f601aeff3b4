import DequeModule
import JupyterProtocol

/// The cells that were run in this session; of a very long session the latest.
struct History: Sendable {
  /// The number of this session.
  var session = 1

  /// Text that is kept, sources and values together, in bytes.
  static let limit = 2 << 20

  private(set) var entries: Deque<HistoryReply.Entry> = []
  private var size = 0

  /// Adds a cell.
  mutating func append(line: Int, input: String) {
    entries.append(HistoryReply.Entry(session: session, line: line, input: input))
    grow(by: entries.last)
  }

  /// Keeps the text of a cell's value.
  mutating func setOutput(_ text: String?, line: Int) {
    guard let index = entries.lastIndex(where: { $0.line == line }) else { return }
    size -= Self.size(of: entries[index])
    entries[index].output = text
    grow(by: entries[index])
  }

  /// Counts an entry in and lets the oldest go while there is too much.
  private mutating func grow(by entry: HistoryReply.Entry?) {
    size += entry.map(Self.size) ?? 0
    while size > Self.limit, let oldest = entries.popFirst() { size -= Self.size(of: oldest) }
  }

  /// With what an entry takes beside its text.
  private static func size(of entry: HistoryReply.Entry) -> Int {
    entry.input.utf8.count + (entry.output?.utf8.count ?? 0) + 128
  }

  /// The cells that a request asks for, the oldest first.
  func entries(for access: HistoryRequest.Access) -> [HistoryReply.Entry] {
    select(access).map { entry in
      // Its number may have become known only after the cell was run.
      var entry = entry
      entry.session = session
      return entry
    }
  }

  /// Entries of any session, those of this one with the text of their values.
  func addingOutputs(_ entries: [HistoryReply.Entry]) -> [HistoryReply.Entry] {
    let outputs = Dictionary(self.entries.map { ($0.line, $0.output) }) { _, latest in latest }
    return entries.map { entry in
      var entry = entry
      if entry.session == session { entry.output = outputs[entry.line] ?? nil }
      return entry
    }
  }

  private func select(_ access: HistoryRequest.Access) -> [HistoryReply.Entry] {
    switch access {
    case .tail(let count):
      return Array(entries.suffix(max(0, count)))
    case .range(let session, let start, let stop):
      guard session == 0 || session == self.session else { return [] }
      return entries.filter { $0.line >= start && $0.line < stop ?? .max }
    case .search(let pattern, let count, let unique):
      let glob = Glob(pattern)
      var found = Array(entries.filter { glob.matches($0.input) })
      if unique { found = Self.latestOfEach(found) }
      return found.suffix(count.map { max(0, $0) } ?? found.count)
    }
  }

  /// Of cells with the same source the last one.
  private static func latestOfEach(_ entries: [HistoryReply.Entry]) -> [HistoryReply.Entry] {
    var seen: Set<String> = []
    return entries.reversed().filter { seen.insert($0.input).inserted }.reversed()
  }
}
