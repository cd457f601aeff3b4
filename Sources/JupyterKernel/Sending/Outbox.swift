import JupyterProtocol
import Synchronization

/// What is to be sent, in order, from every thread to the one that owns the sockets.
final class Outbox: Sendable {
  /// A message and the socket it goes to.
  struct Item: Sendable {
    enum Channel: Sendable {
      case shell, control, stdin, iopub
    }

    let channel: Channel
    let frames: [[UInt8]]
    let size: Int
  }

  /// What may wait to be sent before a cell's output is held back, in bytes.
  static let limit = 4 << 20

  private struct State: Sendable {
    var items: [Item] = []
    var size = 0
    /// Whether the kernel has ended and nothing is sent any more.
    var isClosed = false
    /// Cells with printed text that is to be sent when the moment is over.
    var cells: [Cell] = []
  }

  private let state = Monitor(State())
  private let wakeUp: WakeUp

  init(wakeUp: WakeUp) {
    self.wakeUp = wakeUp
  }

  func send(to channel: Item.Channel, _ message: WireMessage) {
    let frames = message.frames
    let size = frames.reduce(0) { $0 + $1.count }
    let wasEmpty = state.withLock { state in
      if state.isClosed { return false }
      state.items.append(Item(channel: channel, frames: frames, size: size))
      state.size += size
      return state.items.count == 1
    }
    if wasEmpty { wakeUp.signal() }
  }

  /// Sleeps while more than the limit waits to be sent, unless `isOver`.
  /// - Returns: whether there is room. Output that finds none is to be dropped: its cell was interrupted and does
  ///   not stop, or the kernel has ended.
  func waitForRoom(unless isOver: () -> Bool) -> Bool {
    state.wait { state in
      if state.isClosed { return false }
      if state.size <= Outbox.limit { return true }
      return isOver() ? false : nil
    }
  }

  /// Has the printed text of a cell sent in a moment.
  func flushSoon(_ cell: Cell) {
    state.withLock { $0.cells.append(cell) }
    wakeUp.signal()
  }

  /// The messages that wait, taken out in their order. Their bytes count until `sent` is called.
  func takeItems() -> [Item] {
    state.withLock { state in
      defer { state.items = [] }
      return state.items
    }
  }

  /// Makes room again for messages that are with the sockets now.
  func sent(bytes: Int) {
    state.withLock { $0.size -= bytes }
  }

  /// The cells whose printed text is to be sent in a moment.
  func takeCells() -> [Cell] {
    state.withLock { state in
      defer { state.cells = [] }
      return state.cells
    }
  }

  /// Drops what is left and lets every sleeping thread go on.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.items = []
      state.cells = []
    }
  }

  /// Lets every sleeping thread look again whether it is over.
  func notify() {
    state.withLock { _ in }
  }
}
