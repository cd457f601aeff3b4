import CZeroMQ
import Glibc
import JupyterProtocol
import Logging

@testable import JupyterKernel

/// A client of a kernel that runs in this process: sends requests and waits for what comes back.
final class FrontEnd {
  enum Channel: String, CaseIterable {
    case shell, control, stdin, iopub, heartbeat
  }

  struct Message {
    let type: String
    /// The id of the request that caused it; nil if none did.
    let parent: String?
    let wire: WireMessage
    let content: JSON
    var state: String? { content["execution_state"]?.string }
  }

  struct TimedOut: Error {
    let waitingFor: String
  }

  /// How long an answer may take before a test fails, in milliseconds.
  static let patience = 20_000

  let address: KernelAddress
  let log: LogRecord
  private let end: Monitor<(any Error)??>
  private var sockets: [Channel: Socket] = [:]
  private var waiting: [Channel: [Message]] = [:]
  private let signing: Signing
  private let session: String
  private var sent = 0

  /// Starts a kernel and connects to it; everything that it publishes from then on is seen.
  init<Language: Interpreter>(
    _ address: KernelAddress = .ipc(), session: String = "front-end",
    language: LanguageInfo = ToyLanguage.info, historyFile: String? = nil, hasSubshells: Bool = false,
    interpreter: @escaping @Sendable () -> Language = { ToyLanguage() }
  ) throws {
    self.address = address
    self.session = session
    signing = Signing(key: address.file.key, scheme: address.file.signatureScheme)
    log = LogRecord()
    end = Monitor(nil)
    let kernel = Kernel(
      connectionFile: "", language: language, logger: log.logger, historyFile: historyFile,
      hasSubshells: hasSubshells, makeInterpreter: interpreter)
    let thread = try DeepThread { [file = address.file, end] in
      do {
        try kernel.serve(file, wakeUp: WakeUp()) { nil }
        end.withLock { $0 = .some(nil) }
      } catch {
        end.withLock { $0 = .some(error) }
      }
    }
    thread.detach()
    try connect()
  }

  /// Connects to the kernel of another front end.
  init(connectingTo other: FrontEnd, session: String, iopubHighWaterMark: Int32 = 0) throws {
    address = other.address
    self.session = session
    signing = other.signing
    log = other.log
    end = other.end
    try connect(iopubHighWaterMark: iopubHighWaterMark)
  }

  /// - Parameter iopubHighWaterMark: how many messages wait on this side; 0 for any number.
  private func connect(iopubHighWaterMark: Int32 = 0) throws {
    let context = try Context()
    for (channel, name) in zip(Channel.allCases, ConnectionFile.Socket.allCases) {
      sockets[channel] = try address.connect(
        name, as: session, highWaterMark: channel == .iopub ? iopubHighWaterMark : 0, in: context)
    }
    _ = try next(on: .iopub) { $0.type == "iopub_welcome" }
  }

  deinit {
    address.remove()
  }

  // MARK: Sending

  /// Sends a request and returns its id.
  /// - Parameters:
  ///   - subshell: which is to answer; nil for the main shell.
  ///   - change: applied before the message is signed.
  ///   - forge: applied after it.
  @discardableResult
  func send(
    _ type: String, _ content: JSON = [:], on channel: Channel = .shell, date: String = "",
    subshell: String? = nil,
    change: (inout WireMessage) -> Void = { _ in }, forge: (inout WireMessage) -> Void = { _ in }
  ) throws -> String {
    sent += 1
    let id = "\(session)-\(sent)"
    let header = Header(
      messageID: id, session: session, username: "test", date: date, messageType: type, subshellID: subshell)
    var message = WireMessage(identities: [], header: header.json.bytes, content: content.bytes)
    change(&message)
    message.signature = signing.signature(of: message)
    forge(&message)
    try send(frames: message.frames, on: channel)
    return id
  }

  func send(frames: [[UInt8]], on channel: Channel) throws {
    guard let socket = sockets[channel], try socket.send(frames) else {
      throw TimedOut(waitingFor: "room to send")
    }
  }

  /// Runs a cell and returns the id of the request.
  @discardableResult
  func execute(
    _ code: String, _ more: JSON.Object = [:], date: String = "", in subshell: String? = nil
  ) throws -> String {
    var content: JSON.Object = ["code": .string(code), "allow_stdin": true]
    for (name, value) in more.members { content[name] = value }
    return try send("execute_request", .object(content), date: date, subshell: subshell)
  }

  /// Asks for a subshell and returns its id.
  func makeSubshell() throws -> String {
    let id = try send("create_subshell_request", on: .control)
    let content = try reply(to: id, on: .control).content
    guard let subshell = content["subshell_id"]?.string else {
      throw TimedOut(waitingFor: "a subshell, not \(content)")
    }
    return subshell
  }

  // MARK: Receiving

  /// The next message for which the condition holds; earlier ones stay for later calls.
  func next(on channel: Channel, where condition: (Message) -> Bool) throws -> Message {
    let deadline = Moment.now + Self.patience
    var seen = 0
    while true {
      let arrived = waiting[channel, default: []]
      if let index = arrived[seen...].firstIndex(where: condition) {
        return waiting[channel, default: []].remove(at: index)
      }
      seen = arrived.count
      waiting[channel, default: []].append(try receive(on: channel, before: deadline))
    }
  }

  /// The reply to a request.
  func reply(to id: String, on channel: Channel = .shell) throws -> Message {
    try next(on: channel) { $0.parent == id }
  }

  /// Everything published for a request from busy to idle, both taken off.
  func published(for id: String) throws -> [Message] {
    var messages: [Message] = []
    repeat { messages.append(try next(on: .iopub) { $0.parent == id }) } while messages.last?.state != "idle"
    guard messages.first?.state == "busy" else { throw TimedOut(waitingFor: "busy before everything else") }
    return Array(messages.dropFirst().dropLast())
  }

  /// The raw frames of the next message.
  func frames(on channel: Channel, before deadline: Moment = .now + patience) throws -> [[UInt8]] {
    guard let socket = sockets[channel] else { throw TimedOut(waitingFor: channel.rawValue) }
    var poller = Poller([socket], descriptor: -1)
    while true {
      if let frames = try socket.receive() { return frames }
      guard deadline > .now else { throw TimedOut(waitingFor: "a message on \(channel)") }
      try poller.wait(milliseconds: deadline.millisecondsLeft, first: 1)
    }
  }

  private func receive(on channel: Channel, before deadline: Moment) throws -> Message {
    let wire = try WireMessage(frames: try frames(on: channel, before: deadline))
    guard signing.verifies(wire) else { throw TimedOut(waitingFor: "a signed message") }
    return Message(
      type: try Header(JSON(wire.header)).messageType, parent: try JSON(wire.parentHeader)["msg_id"]?.string,
      wire: wire, content: try JSON(wire.content))
  }

  // MARK: The end

  /// Asks the kernel to shut down.
  @discardableResult
  func shutDown(restart: Bool = false) throws -> Message {
    let id = try send("shutdown_request", ["restart": .bool(restart)], on: .control)
    let reply = try reply(to: id, on: .control)
    try waitForEnd()
    return reply
  }

  /// Waits until the kernel has returned.
  func waitForEnd() throws {
    let error = end.wait { $0 }
    if let error { throw error }
  }
}
