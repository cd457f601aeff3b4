import CZeroMQ
import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("A kernel that is treated badly")
struct HostilityTests {
  /// Sends something, then checks that the kernel did not answer it and still answers what is right.
  private func survive(
    _ frontEnd: FrontEnd, _ mistreat: (FrontEnd, FrontEnd.Channel) throws -> Void
  ) throws {
    for channel in [FrontEnd.Channel.shell, .control, .stdin] { try mistreat(frontEnd, channel) }
    for channel in [FrontEnd.Channel.shell, .control] {
      let id = try frontEnd.send("kernel_info_request", on: channel)
      #expect(try frontEnd.next(on: channel) { _ in true }.parent == id)
    }
  }

  @Test("drops a message with a wrong signature or without one, and says so without the contents")
  func forgery() throws {
    let frontEnd = try FrontEnd()
    try survive(frontEnd) { frontEnd, channel in
      try frontEnd.send("execute_request", ["code": "1 + 1"], on: channel, forge: { $0.signature[0] ^= 1 })
      try frontEnd.send("execute_request", ["code": "1 + 1"], on: channel, forge: { $0.signature = [] })
      try frontEnd.send("execute_request", ["code": "1 + 1"], on: channel, forge: { $0.content += [0x20] })
    }
    try frontEnd.shutDown()
    let lines = frontEnd.log.lines
    #expect(lines.filter { $0.hasSuffix("wrong signature") }.count == 9)
    #expect(lines.allSatisfy { !$0.contains("1 + 1") && !$0.contains("key") })
  }

  @Test("hears a message once, however often and wherever it is sent again")
  func replay() throws {
    let frontEnd = try FrontEnd()
    var frames: [[UInt8]] = []
    let id = try frontEnd.send("execute_request", ["code": "1 + 1"], forge: { frames = $0.frames })
    _ = try frontEnd.reply(to: id)
    try survive(frontEnd) { frontEnd, channel in try frontEnd.send(frames: frames, on: channel) }
    #expect(try frontEnd.reply(to: try frontEnd.execute("1")).content["execution_count"] == 2)
    try frontEnd.shutDown()
    #expect(frontEnd.log.lines.contains("dropped a message on control: a message that came before"))
  }

  @Test("hears none of its own messages, which whoever listens can send back")
  func reflection() throws {
    let frontEnd = try FrontEnd { Telephone() }
    let id = try frontEnd.execute("call")
    _ = try frontEnd.reply(to: id)
    let opened = try #require(try frontEnd.published(for: id).first { $0.type == "comm_open" })
    try survive(frontEnd) { frontEnd, channel in
      try frontEnd.send(frames: Array(opened.wire.frames.drop { $0 != WireMessage.delimiter }), on: channel)
    }
    let asked = try frontEnd.send("comm_info_request")
    #expect(try frontEnd.reply(to: asked).content["comms"]?.object?.count == 1)
    try frontEnd.shutDown()
    // On whichever socket it is read first; on the others it has come before.
    let refusals = frontEnd.log.lines.filter { $0.hasSuffix("one of the kernel's own messages") }
    #expect(refusals.count == 1)
  }

  @Test("drops frames that are no message")
  func garbage() throws {
    let frontEnd = try FrontEnd()
    try survive(frontEnd) { frontEnd, channel in
      try frontEnd.send(frames: [[]], on: channel)
      try frontEnd.send(frames: [[0xFF, 0x00]], on: channel)
      try frontEnd.send(frames: [WireMessage.delimiter], on: channel)
      try frontEnd.send(frames: [WireMessage.delimiter, [], [], [], []], on: channel)
      try frontEnd.send(frames: Array(repeating: [1], count: 10_000), on: channel)
    }
    #expect(frontEnd.log.lines.contains("dropped a message on shell: malformed: no <IDS|MSG> frame"))
    try frontEnd.shutDown()
  }

  @Test("drops signed messages whose JSON is wrong")
  func wrongJSON() throws {
    let frontEnd = try FrontEnd(.ipc(key: ""))
    try survive(frontEnd) { frontEnd, channel in
      try frontEnd.send("execute_request", on: channel) { $0.header = Array("{".utf8) }
      try frontEnd.send("execute_request", on: channel) { $0.header = Array("[]".utf8) }
      try frontEnd.send("execute_request", on: channel) { $0.content = [0xFF] }
      try frontEnd.send("execute_request", on: channel) {
        $0.content = Array(repeating: 0x5B, count: 100_000)
      }
    }
    #expect(
      frontEnd.log.lines.contains("dropped a message on shell: header is no JSON: no member name at byte 1"))
    try frontEnd.shutDown()
  }

  @Test("reads random frames on every socket and goes on", arguments: 0..<4)
  func fuzz(seed: UInt64) throws {
    let frontEnd = try FrontEnd(.ipc(key: ""))
    var generator = SplitMix(seed: seed)
    for _ in 0..<300 {
      var frames = (0..<Int.random(in: 1..<8, using: &generator)).map { _ in
        (0..<Int.random(in: 0..<20, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
      }
      if let index = frames.indices.randomElement(using: &generator) { frames[index] = WireMessage.delimiter }
      try frontEnd.send(
        frames: frames, on: [.shell, .control, .stdin].randomElement(using: &generator) ?? .shell)
    }
    let id = try frontEnd.execute("1 + 1")
    #expect(try frontEnd.reply(to: id).content["status"] == "ok")
    try frontEnd.shutDown()
  }

  @Test("answers thousands of requests that were sent at once, in order")
  func manyRequests() throws {
    let frontEnd = try FrontEnd()
    let ids = try (0..<5_000).map { _ in try frontEnd.send("is_complete_request", ["code": "1"]) }
    for id in ids { #expect(try frontEnd.next(on: .shell) { _ in true }.parent == id) }
    try frontEnd.shutDown()
  }

  @Test("takes a cell of many megabytes")
  func largeCell() throws {
    let frontEnd = try FrontEnd()
    let id = try frontEnd.execute("print " + String(repeating: "x", count: 1 << 20))
    let text = try frontEnd.published(for: id).last?.content["text"]?.string
    #expect(text?.utf8.count == (1 << 20) + 1)
    try frontEnd.shutDown()
  }

  @Test("goes on for the others when a front end does not read its output")
  func stuckFrontEnd() throws {
    let reader = try FrontEnd()
    let stuck = try FrontEnd(connectingTo: reader, session: "stuck", iopubHighWaterMark: 1)
    let published = try reader.published(for: try reader.execute("shows 12000")).dropFirst()
    #expect(published.map { $0.content["data"]?["text/plain"]?.string } == (0..<12_000).map { "\($0)" })
    let line = "a front end does not read its output, which is dropped for it from here on"
    #expect(reader.log.lines.contains(line))
    #expect(try stuck.next(on: .iopub) { $0.type == "display_data" }.content["data"] == ["text/plain": "0"])
    try reader.shutDown()
  }

  @Test("does not start where another one listens, and says where")
  func portInUse() throws {
    let address = try KernelAddress.tcp()
    let socket = try Socket(.router, in: try Context())
    try socket.bind(to: address.file.endpoint(of: .control))
    let kernel = Kernel(connectionFile: "", language: ToyLanguage.info, logger: LogRecord().logger) {
      ToyLanguage()
    }
    let error = #expect(throws: KernelError.self) { try kernel.serve(address.file, wakeUp: WakeUp()) { nil } }
    let endpoint = address.file.endpoint(of: .control)
    #expect(
      error?.description == "control_port: cannot listen on \(endpoint): Address already in use")
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      let mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ (mixed >> 27)
    }
  }
}
