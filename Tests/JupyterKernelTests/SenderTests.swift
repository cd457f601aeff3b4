import CZeroMQ
import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("What is sent while a front end does not read")
struct SenderTests {
  private let address: KernelAddress
  private let sockets: Sockets
  private let outbox: Outbox
  private let log = LogRecord()
  private let subscriber: Socket
  private let client: Socket

  init() throws {
    address = KernelAddress.ipc()
    sockets = try Sockets(address.file)
    outbox = Outbox(wakeUp: try WakeUp())
    let context = try Context()
    subscriber = try address.connect(.iopub, as: "", highWaterMark: 1, in: context)
    client = try address.connect(.shell, as: "client", highWaterMark: 0, in: context)
    _ = try Self.next(on: sockets.iopub)
    _ = try client.send([[1]])
    _ = try Self.next(on: sockets.shell)
  }

  private static func next(on socket: Socket) throws -> [[UInt8]] {
    var poller = Poller([socket], descriptor: -1)
    while true {
      if let frames = try socket.receive() { return frames }
      try poller.wait(milliseconds: 20_000, first: 1)
    }
  }

  private func message(to identity: String = "", content: [UInt8]) -> WireMessage {
    WireMessage(identities: [Array(identity.utf8)], header: [], content: content)
  }

  /// As much output as no queue holds.
  private func publishFlood() {
    for _ in 0..<3_000 { outbox.send(to: .iopub, message(content: [UInt8](repeating: 1, count: 4_000))) }
  }

  @Test("are replies, past the output that is held back, in their order")
  func replies() throws {
    defer { address.remove() }
    var sender = Sender(sockets: sockets, logger: log.logger)
    publishFlood()
    for number: UInt8 in 1...3 { outbox.send(to: .shell, message(to: "client", content: [number])) }
    try sender.send(from: outbox)
    #expect(try (0..<3).map { _ in try Self.next(on: client).last } == [[1], [2], [3]])
    #expect(sender.nextTurn != nil)
    #expect(try subscriber.receive() != nil)
  }

  @Test("are no more replies on control than a client may leave unread, and later ones once it reads")
  func unreadReplies() throws {
    defer { address.remove() }
    let deaf = try address.connect(.control, as: "deaf", highWaterMark: 1, in: Context())
    _ = try deaf.send([[1]])
    _ = try Self.next(on: sockets.control)
    let count = 2 * UInt32(Sockets.controlHighWaterMark)
    for number in 0..<count {
      _ = try sockets.control.send([Array("deaf".utf8), Array("\(number)".utf8)])
    }
    var read: [UInt32] = []
    // Until the first that was sent once there was room again, behind those that had been kept.
    while read.last != count {
      _ = try sockets.control.send([Array("deaf".utf8), Array("\(count)".utf8)])
      read.append(UInt32(String(decoding: try Self.next(on: deaf).last ?? [], as: UTF8.self)) ?? 0)
    }
    let kept = read.prefix { $0 != count }
    #expect(kept.count < count)
    #expect(Array(kept) == Array(0..<UInt32(kept.count)))
  }
}
