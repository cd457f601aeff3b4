import Glibc
import JupyterProtocol
import Synchronization

/// Makes the kernel's messages and hands them to the outbox. Any thread may use it.
final class Outlet: Sendable {
  let outbox: Outbox
  /// The kernel's session, new each time a kernel starts.
  let session: String
  private let signing: Signing
  private let sent = Atomic<Int>(0)

  init(signing: Signing, outbox: Outbox) {
    self.signing = signing
    self.outbox = outbox
    session = Outlet.randomID()
  }

  /// Sends a message to every front end.
  /// - Parameters:
  ///   - buffers: binary data that belong to the content.
  ///   - parent: the request that caused it; nil if none did.
  func publish(
    _ content: some MessageContent, metadata: JSON.Object = [:], buffers: [[UInt8]] = [], parent: Request?
  ) {
    let topic = Array("kernel.\(session).\(content.messageType)".utf8)
    var message = compose(content, metadata: metadata, parent: parent, identities: [topic])
    message.buffers = buffers
    outbox.send(to: .iopub, message)
  }

  /// Greets the subscribers of a topic, of which one is new. The topic itself leads the message to them.
  func welcome(_ topic: String) {
    let message = compose(IOPubWelcome(subscription: topic), parent: nil, identities: [Array(topic.utf8)])
    outbox.send(to: .iopub, message)
  }

  /// Answers a request on the channel on which it came.
  func reply(_ content: some MessageContent, metadata: JSON.Object = [:], to request: Request) {
    let message = compose(
      content, metadata: metadata, parent: request, identities: request.message.identities)
    outbox.send(to: request.channel == .control ? .control : .shell, message)
  }

  /// Answers a shutdown request, and tells every front end of it.
  func sayFarewell(_ request: ShutdownRequest, to message: Request) {
    let farewell = ShutdownReply(restart: request.restart)
    reply(farewell, to: message)
    publish(farewell, parent: message)
  }

  /// Asks the client that sent a request for input.
  /// - Parameter id: the id of the question, from `newMessageID`.
  func ask(_ content: InputRequest, id: String, request: Request) {
    let message = compose(content, id: id, parent: request, identities: request.message.identities)
    outbox.send(to: .stdin, message)
  }

  /// An id that no other message has.
  func newMessageID() -> String {
    "\(session)_\(sent.add(1, ordering: .relaxed).newValue)"
  }

  /// A complete, signed message.
  private func compose(
    _ content: some MessageContent, metadata: JSON.Object = [:], id: String? = nil, parent: Request?,
    identities: [[UInt8]]
  ) -> WireMessage {
    let header = Header(
      messageID: id ?? newMessageID(), session: session, username: "kernel", date: Outlet.timestamp(),
      messageType: content.messageType)
    var message = WireMessage(
      identities: identities, header: header.json.bytes,
      parentHeader: parent?.message.header ?? WireMessage.emptyObject,
      metadata: metadata.isEmpty ? WireMessage.emptyObject : JSON.object(metadata).bytes,
      content: content.json.bytes)
    message.signature = signing.signature(of: message)
    return message
  }

  /// An id for a subshell, which nobody can have from an earlier kernel.
  func newSubshellID() -> String { Outlet.randomID() }

  private static func randomID() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Now in UTC, ISO 8601 with microseconds.
  static func timestamp() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    gmtime_r(&now.tv_sec, &parts)
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let day = "\(parts.tm_year + 1900)-\(padded(Int(parts.tm_mon) + 1, 2))-\(padded(Int(parts.tm_mday), 2))"
    let time =
      "\(padded(Int(parts.tm_hour), 2)):\(padded(Int(parts.tm_min), 2)):\(padded(Int(parts.tm_sec), 2))"
    return "\(day)T\(time).\(padded(now.tv_nsec / 1000, 6))Z"
  }
}
