import JupyterProtocol
import Testing

@Suite("The example of the documentation")
struct ExampleTests {
  private static let file = """
    {"ip": "127.0.0.1", "key": "k", "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5}
    """

  @Test("takes a request apart and makes its answer")
  func requestAndAnswer() throws {
    let file = try ConnectionFile(Array(Self.file.utf8))
    let signing = Signing(key: file.key, scheme: file.signatureScheme)
    var sent = WireMessage(
      identities: [Array("client".utf8)],
      header: Array(#"{"msg_id": "0", "msg_type": "is_complete_request"}"#.utf8),
      content: Array(#"{"code": "(1"}"#.utf8))
    sent.signature = signing.signature(of: sent)

    let message = try WireMessage(frames: sent.frames)
    #expect(signing.verifies(message))
    let header = try Header(JSON(message.header))
    #expect(header.messageType == IsCompleteRequest.messageType)
    #expect(try IsCompleteRequest(JSON(message.content)).code == "(1")

    let reply = IsCompleteReply(.incomplete, indent: "  ")
    let replyHeader = Header(
      messageID: "1", session: "s", username: "kernel", date: "2026-01-01T00:00:00Z",
      messageType: reply.messageType)
    var answer = WireMessage(
      identities: message.identities, header: replyHeader.json.bytes, parentHeader: message.header,
      content: reply.json.bytes)
    answer.signature = signing.signature(of: answer)
    #expect(signing.verifies(answer))
    #expect(try JSON(answer.content) == ["status": "incomplete", "indent": "  "])
    #expect(answer.frames.first == Array("client".utf8))
  }
}
