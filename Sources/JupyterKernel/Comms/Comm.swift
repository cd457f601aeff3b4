import JupyterProtocol

/// A channel of its own between the language and what a front end shows, such as a slider.
///
/// A value: every copy speaks on the same comm. It stays open until one of the two sides closes it or the kernel
/// ends. What is sent on a comm that has been closed is dropped.
public struct Comm: Sendable, Identifiable {
  /// Unique to the comm; chosen by the side that opened it.
  public let id: String
  /// What the side that was asked to open it talks through it: `jupyter.widget`.
  public let target: String
  let comms: OpenComms

  /// What one side tells the other.
  public struct Message: Sendable, Equatable {
    /// What is said, in the form that the target asks for.
    public var data: JSON.Object
    /// What stands beside it: for `jupyter.widget` the version of its protocol.
    public var metadata: JSON.Object
    /// Binary data that belong to it, byte for byte.
    public var buffers: [[UInt8]]

    /// A message of these parts.
    public init(_ data: JSON.Object = [:], metadata: JSON.Object = [:], buffers: [[UInt8]] = []) {
      self.data = data
      self.metadata = metadata
      self.buffers = buffers
    }
  }

  /// Whether neither side has closed it.
  public var isOpen: Bool { comms[id] != nil }

  /// Whether a further message from the front end has arrived and waits for its turn. A language that is told of
  /// every move of a slider can then leave the work to the last of them.
  public var hasWaitingMessage: Bool { comms.isMessageWaiting(for: id) }

  /// What the messages from the front end say that have arrived and wait for their turn, the oldest first. A language
  /// that is busy in a cell can heed a word that must not wait for the cell's end; they still have their turn later.
  public var waitingData: [JSON.Object] { comms.waitingData(for: id).compactMap(\.object) }

  /// Sends a message to every front end, after what the cell has printed so far.
  /// - Parameter cell: the cell or callback that causes it; also a silent one sends.
  public func send(_ message: Message, in cell: Cell) {
    guard isOpen else { return }
    cell.post(CommMessage(id: id, data: message.data), with: message)
  }

  /// Closes it on both sides. The language is not told of what it does itself.
  public func close(_ message: Message = Message(), in cell: Cell) {
    guard comms.remove(id) != nil else { return }
    cell.post(CommClose(id: id, data: message.data), with: message)
  }
}
