import Testing

@testable import JupyterProtocol

@Suite("A message's frames")
struct WireMessageTests {
  private static func bytes(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  @Test("are taken apart and put together again")
  func roundTrip() throws {
    let frames = Self.bytes("client", "hop", "<IDS|MSG>", "ab12", "{h}", "{p}", "{m}", "{c}", "b1", "b2")
    let message = try WireMessage(frames: frames)
    #expect(message.identities == Self.bytes("client", "hop"))
    #expect(message.signature == Array("ab12".utf8))
    #expect(message.header == Array("{h}".utf8))
    #expect(message.parentHeader == Array("{p}".utf8))
    #expect(message.metadata == Array("{m}".utf8))
    #expect(message.content == Array("{c}".utf8))
    #expect(message.buffers == Self.bytes("b1", "b2"))
    #expect(message.frames == frames)
  }

  @Test("may hold the delimiter as a buffer")
  func delimiterInBuffers() throws {
    let frames = Self.bytes("<IDS|MSG>", "", "{}", "{}", "{}", "{}", "<IDS|MSG>")
    let message = try WireMessage(frames: frames)
    #expect(message.identities.isEmpty)
    #expect(message.buffers == [WireMessage.delimiter])
  }

  @Test("are refused without the delimiter")
  func noDelimiter() {
    let error = #expect(throws: FrameError.self) { try WireMessage(frames: Self.bytes("a", "b")) }
    #expect(error?.description == "no <IDS|MSG> frame")
    #expect(throws: FrameError.noDelimiter) { try WireMessage(frames: []) }
  }

  @Test("are refused if one is missing", arguments: 0..<5)
  func tooFew(count: Int) {
    let frames = [WireMessage.delimiter] + Array(repeating: [0x7B, 0x7D], count: count)
    let error = #expect(throws: FrameError.self) { try WireMessage(frames: frames) }
    #expect(
      error?.description == "\(count) frames after <IDS|MSG>, expected the signature and four dictionaries")
  }

  @Test("are refused if they are too many or too large")
  func limits() {
    let frames = Self.bytes("<IDS|MSG>", "", "{}", "{}", "{}", "{12345}")
    let few = WireMessage.Limits(frames: 5, jsonBytes: 100)
    #expect(throws: FrameError.tooManyFrames(count: 6, limit: 5)) {
      try WireMessage(frames: frames, limits: few)
    }
    let small = WireMessage.Limits(frames: 10, jsonBytes: 12)
    let error = #expect(throws: FrameError.self) { try WireMessage(frames: frames, limits: small) }
    #expect(error?.description == "13 bytes of JSON, the limit is 12")
    let narrow = WireMessage.Limits(bufferBytes: 4)
    #expect(throws: Never.self) { try WireMessage(frames: frames + Self.bytes("123", "4"), limits: narrow) }
    let buffers = #expect(throws: FrameError.self) {
      try WireMessage(frames: frames + Self.bytes("123", "45"), limits: narrow)
    }
    #expect(buffers?.description == "5 bytes of buffers, the limit is 4")
  }
}

@Suite("A header")
struct HeaderTests {
  @Test("is read back as it was written")
  func roundTrip() throws {
    let header = Header(
      messageID: "m", session: "s", username: "u", date: "2026-01-01T00:00:00.000000Z",
      messageType: "execute_request", subshellID: "sub")
    #expect(try Header(header.json) == header)
  }

  @Test("needs an id and a type and nothing more")
  func tolerance() throws {
    let header = try Header(["msg_id": "m", "msg_type": "t", "date": 5, "extra": [1]])
    #expect(header.messageID == "m")
    #expect(header.session == "")
    #expect(header.date == "")
    #expect(header.subshellID == nil)
  }

  @Test("is refused without them")
  func errors() {
    let missing = #expect(throws: ContentError.self) { try Header(["msg_id": "m"]) }
    #expect(missing?.description == "header: `msg_type` is missing, expected a string")
    let mistyped = #expect(throws: ContentError.self) { try Header(["msg_id": 1, "msg_type": "t"]) }
    #expect(mistyped?.description == "header: `msg_id` is a number, expected a string")
    let array = #expect(throws: ContentError.self) { try Header([]) }
    #expect(array?.description == "header is an array, expected an object")
  }
}
