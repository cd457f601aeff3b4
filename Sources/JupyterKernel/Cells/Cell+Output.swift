import JupyterProtocol

extension Cell {
  /// The two streams of printed text.
  public typealias OutputStream = StreamOutput.Name

  /// Prints text. It is sent in pieces: when enough has come together, a moment has passed, something else is
  /// shown or the cell ends. A cell that prints faster than the front end reads is held back here.
  public func write(_ text: String, to stream: OutputStream = .stdout) {
    guard !isSilent, !text.isEmpty, hasRoom else { return }
    let isFirst = printed.withLock { printed in
      if printed.stream != stream { send(&printed) }
      let isFirst = printed.isEmpty
      printed.append(text, to: stream)
      if printed.isFull { send(&printed) }
      return isFirst && !printed.isEmpty
    }
    if isFirst { outlet.outbox.flushSoon(self) }
  }

  /// Shows a picture, a table or the like below the cell.
  /// - Parameter id: under which `update` can replace it later.
  public func display(_ bundle: MIMEBundle, id: String? = nil) {
    offer(DisplayData(.new, bundle, displayID: id))
  }

  /// Replaces what was displayed under this id, wherever it is shown.
  public func update(_ bundle: MIMEBundle, id: String) {
    offer(DisplayData(.update, bundle, displayID: id))
  }

  /// Takes away what the cell has shown so far.
  /// - Parameter wait: until there is something new to show, which avoids flicker.
  public func clearOutput(wait: Bool = false) {
    offer(ClearOutput(wait: wait))
  }

  private func offer(_ content: some MessageContent) {
    if !isSilent, hasRoom { publish(content) }
  }

  /// Waits, if need be, until the front end has read what came before.
  var hasRoom: Bool {
    outlet.outbox.waitForRoom { isInterrupted }
  }

  /// Sends a message on iopub at once, after the text printed before it.
  func publish(_ content: some MessageContent) {
    if !isSilent { afterPrinted { outlet.publish(content, parent: request) } }
  }

  /// Sends something after the text printed before it.
  func afterPrinted(_ send: () -> Void) {
    printed.withLock { printed in
      self.send(&printed)
      send()
    }
  }

  /// Sends the printed text that is still held back.
  func flush() {
    printed.withLock { send(&$0) }
  }

  private func send(_ printed: inout PrintedText) {
    guard let message = printed.take() else { return }
    outlet.publish(message, parent: request)
  }
}

/// Text that was printed and not yet sent; always of one stream, so that the order is kept.
struct PrintedText: Sendable {
  /// The size at which it is sent, in bytes.
  static let limit = 64 << 10

  private(set) var stream = Cell.OutputStream.stdout
  private var text = ""

  var isEmpty: Bool { text.isEmpty }
  var isFull: Bool { text.utf8.count >= Self.limit }

  mutating func append(_ more: String, to stream: Cell.OutputStream) {
    self.stream = stream
    text += more
  }

  /// The message for what was printed, or nil if nothing was.
  mutating func take() -> StreamOutput? {
    guard !text.isEmpty else { return nil }
    let message = StreamOutput(name: stream, text: text)
    text = ""
    return message
  }
}
