import JupyterProtocol

/// The cells that were run in this session.
struct History {
  /// The number of this session.
  static let session = 1

  private(set) var entries: [HistoryReply.Entry] = []

  mutating func append(line: Int, input: String) {
    entries.append(HistoryReply.Entry(session: Self.session, line: line, input: input))
  }

  /// Keeps the text of a cell's value.
  mutating func setOutput(_ text: String?, line: Int) {
    guard let index = entries.indices.last, entries[index].line == line else { return }
    entries[index].output = text
  }

  /// The cells that a request asks for, the oldest first.
  func entries(for access: HistoryRequest.Access) -> [HistoryReply.Entry] {
    switch access {
    case .tail(let count):
      return entries.suffix(max(0, count))
    case .range(let session, let start, let stop):
      guard session == 0 || session == Self.session else { return [] }
      return entries.filter { $0.line >= start && $0.line < stop ?? .max }
    case .search(let pattern, let count, let unique):
      let glob = Glob(pattern)
      var found = entries.filter { glob.matches($0.input) }
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
