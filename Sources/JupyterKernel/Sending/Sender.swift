import DequeModule
import Logging

/// Puts what waits in the outbox on the sockets, in order, on the thread that owns them.
///
/// A subscriber that reads more slowly than a cell prints holds the cell back for a while. One that does not
/// read at all is given up on: what has no room in its queue is then lost to it, and to it alone. Anybody may subscribe, so
/// replies do not wait with the output.
struct Sender {
  private let sockets: Sockets
  private let logger: Logger
  private var items: Deque<Outbox.Item> = []
  /// When a full subscriber is given up on; nil while none is full.
  private var givingUp: Moment?
  private var hasGivenUp = false
  /// When printed text is sent that has waited long enough; nil while there is none.
  private var flushing: Moment?
  private var cells: [Cell] = []
  /// Questions for clients whose connection to stdin is still being made, and until when each is tried.
  private var questions: [(item: Outbox.Item, end: Moment)] = []
  /// Whether to wait for nobody, because the kernel ends.
  var isInHaste = false

  /// How long a full subscriber is waited for, in milliseconds.
  private static let patience = 1_000
  /// How long a client may take to connect to stdin once its cell asks for input, in milliseconds.
  private static let stdinPatience = 5_000
  /// How long after it is tried again, in milliseconds.
  private static let pause = 5
  /// How long printed text may wait for more, in milliseconds.
  private static let collecting = 50

  init(sockets: Sockets, logger: Logger) {
    self.sockets = sockets
    self.logger = logger
  }

  /// When `send` is to be called next, even if no thread has anything new to say.
  var nextTurn: Moment? {
    let retry = givingUp == nil && questions.isEmpty ? nil : Moment.now + Self.pause
    return [retry, flushing].compactMap { $0 }.min()
  }

  mutating func send(from outbox: Outbox) throws(KernelError) {
    flushCells(outbox)
    try ask()
    items += outbox.takeItems()
    while let item = items.first {
      guard try send(item) else {
        try sendPastOutput(outbox)
        return
      }
      items.removeFirst()
      outbox.sent(bytes: item.size)
    }
    items = []
  }

  private mutating func flushCells(_ outbox: Outbox) {
    cells += outbox.takeCells()
    guard !cells.isEmpty else { return }
    let due = flushing ?? .now + Self.collecting
    flushing = due
    guard due <= .now || isInHaste else { return }
    for cell in cells { cell.flush() }
    cells = []
    flushing = nil
  }

  /// - Returns: false if a subscriber is full and is to be waited for.
  private mutating func send(_ item: Outbox.Item) throws(KernelError) -> Bool {
    let socket = sockets.socket(for: item.channel)
    if try socket.send(item.frames) {
      if item.channel == .iopub {
        // ZeroMQ leaves a subscriber out to which something was lost, until it has read half of its queue: whoever is full
        // next is another one, or one that reads again, and is waited for anew.
        givingUp = nil
        hasGivenUp = false
      }
      return true
    }
    if item.channel == .stdin { questions.append((item, .now + Self.stdinPatience)) }
    guard item.channel == .iopub else { return true }
    if !hasGivenUp, !isInHaste {
      let end = givingUp ?? .now + Self.patience
      givingUp = end
      guard end <= .now else { return false }
      logger.warning("a front end does not read its output, which is dropped for it from here on")
    }
    givingUp = nil
    hasGivenUp = true
    try sockets.sendToThoseWithRoom(item.frames)
    return true
  }

  /// Tries the questions that found nobody.
  private mutating func ask() throws(KernelError) {
    let open = questions
    questions = []
    for question in open where try !sockets.stdin.send(question.item.frames) {
      if question.end > .now {
        questions.append(question)
      } else {
        logger.warning("a front end that was to be asked for input has not connected to stdin")
      }
    }
  }

  /// Replies do not wait behind output that is held back: their order among themselves is kept, and no front end can tell
  /// in which order what comes on two sockets was sent. A question waits, since what was printed before it belongs to it.
  private mutating func sendPastOutput(_ outbox: Outbox) throws(KernelError) {
    let mayPass = { (item: Outbox.Item) in item.channel == .control || item.channel == .shell }
    for item in items where mayPass(item) {
      _ = try sockets.socket(for: item.channel).send(item.frames)
      outbox.sent(bytes: item.size)
    }
    items.removeAll(where: mayPass)
  }
}
