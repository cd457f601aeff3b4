import Testing

@testable import JupyterProtocol

/// Whatever comes over the wire, it is read or refused with an error. A trap would end the test run.
@Suite("No bytes bring the protocol down")
struct FuzzTests {
  private static let request: [[UInt8]] = [
    Array("client".utf8), WireMessage.delimiter, Array(repeating: 0x61, count: 64),
    Array(#"{"msg_id":"1","msg_type":"execute_request","session":"s","date":"2026-01-01T00:00:00Z"}"#.utf8),
    Array("{}".utf8), Array("{}".utf8),
    Array(
      #"{"code":"1+\u00e4\ud83d\ude00","silent":false,"user_expressions":{"a":"1e5"},"n":[-1.5e3]}"#.utf8),
  ]
  private static let file =
    Array(
      #"{"transport":"tcp","ip":"127.0.0.1","shell_port":1,"control_port":2,"stdin_port":3,"iopub_port":4,"#
        .utf8)
    + Array(#""hb_port":5,"key":"k","signature_scheme":"hmac-sha256","curve_publickey":null}"#.utf8)

  @Test("random frames", arguments: 0..<50)
  func randomFrames(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      var frames = (0..<Int.random(in: 0..<9, using: &generator)).map { _ in
        (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
      }
      if let index = frames.indices.randomElement(using: &generator) { frames[index] = WireMessage.delimiter }
      read(frames)
    }
  }

  @Test("a message with bytes changed, put in or taken out", arguments: 0..<50)
  func mutations(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      read(Self.request.map { mutate($0, using: &generator) })
    }
  }

  @Test("a message that ends early")
  func truncations() {
    for count in Self.request.indices { read(Array(Self.request[..<count])) }
    for (index, frame) in Self.request.enumerated() {
      for length in frame.indices {
        var frames = Self.request
        frames[index] = Array(frame[..<length])
        read(frames)
      }
    }
  }

  @Test("a connection file with bytes changed, put in or taken out", arguments: 0..<50)
  func connectionFiles(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = mutate(Self.file, using: &generator)
      if let file = try? ConnectionFile(text) {
        for socket in ConnectionFile.Socket.allCases { #expect(!file.endpoint(of: socket).isEmpty) }
      }
    }
  }

  /// Does what the kernel does with frames.
  private func read(_ frames: [[UInt8]]) {
    guard let message = try? WireMessage(frames: frames) else { return }
    #expect(!Signing(key: "k").verifies(message))
    #expect(message.frames == frames)
    _ = try? Header(try JSON(message.header))
    guard let content = try? JSON(message.content) else { return }
    _ = try? ExecuteRequest(content)
    _ = try? CompleteRequest(content)
    _ = try? HistoryRequest(content)
    _ = try? DebugRequest(content)
    #expect(throws: Never.self) { try JSON(content.bytes) }
  }

  private func mutate(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0..<4, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let byte = UInt8.random(in: 0...255, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.insert(byte, at: place)
      case 1 where place < bytes.count: bytes[place] = byte
      case 2 where place < bytes.count: bytes.remove(at: place)
      default: break
      }
    }
    return bytes
  }
}
