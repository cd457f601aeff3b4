import JupyterProtocol

/// Holds cells back until somebody listens to what they publish.
///
/// A client that is there before the kernel makes its connections one by one, each anew after a tenth of a second or two
/// if nobody answered. Its first cell may be here before its subscription, and what is published to nobody is lost: a
/// console that waits for `idle` would wait forever. Only the first subscriber is waited for, and not for long.
struct FirstSubscriber {
  /// How long cells wait, in milliseconds.
  private static let patience = 1_000
  /// Requests that are held back; rather than more of them, output is lost.
  private static let limit = 1_000

  private var held: [Request] = []
  /// Until when they are held back.
  private var end = Moment.now
  private var isWaitOver = false

  /// Notes a subscription.
  mutating func arrive() { isWaitOver = true }

  /// Whether a request has to wait, and is kept: a cell, or what comes behind one.
  mutating func holdsBack(_ request: Request) -> Bool {
    let isCell = request.header.messageType == ExecuteRequest.messageType
    guard !held.isEmpty || isCell && !isWaitOver else { return false }
    if held.isEmpty { end = .now + Self.patience }
    held.append(request)
    isWaitOver = isWaitOver || held.count >= Self.limit
    return true
  }

  /// When to ask for them even if nobody has come; nil if none is held back.
  var nextTurn: Moment? { held.isEmpty ? nil : isWaitOver ? .now : end }

  /// What need not wait any longer, in order.
  mutating func released() -> [Request] {
    guard !held.isEmpty, isWaitOver || end <= .now else { return [] }
    isWaitOver = true
    defer { held = [] }
    return held
  }
}
