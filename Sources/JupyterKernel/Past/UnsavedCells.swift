import DequeModule
import JupyterProtocol

/// Cells on their way to the history file: those that were run since it was last written.
struct UnsavedCells: Sendable {
  /// They are written at once when so many wait, even if further cells do.
  static let batch = 500
  /// Cells that may wait until another kernel has let go of the file; the oldest are lost then.
  private static let limit = 1_000
  /// Sources that are written at once, and that may wait, in bytes.
  private static let sizes = (batch: 1 << 20, limit: 4 << 20)

  private(set) var entries: Deque<HistoryReply.Entry> = []
  private var size = 0

  var isEmpty: Bool { entries.isEmpty }

  /// Adds a cell.
  /// - Returns: whether they have become so many or so large that they are to be written now.
  mutating func append(_ entry: HistoryReply.Entry) -> Bool {
    let wasLarge = size >= Self.sizes.batch
    entries.append(entry)
    size += entry.input.utf8.count
    // Once only: if another kernel has the file, each attempt takes a while.
    let isDue = entries.count == Self.batch || !wasLarge && size >= Self.sizes.batch
    while entries.count > Self.limit || size > Self.sizes.limit, let oldest = entries.popFirst() {
      size -= oldest.input.utf8.count
    }
    return isDue
  }

  mutating func removeAll() {
    self = UnsavedCells()
  }
}
