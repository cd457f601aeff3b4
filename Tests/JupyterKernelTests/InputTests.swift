import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("A cell that asks for input")
struct InputTests {
  @Test("gets the line that the user typed")
  func answer() throws {
    let frontEnd = try FrontEnd()
    let cell = try frontEnd.execute("ask name?")
    let question = try frontEnd.reply(to: cell, on: .stdin)
    #expect(question.type == "input_request")
    #expect(question.content == ["prompt": "name?", "password": false])
    try frontEnd.send("input_reply", ["value": "Ada"], on: .stdin)
    let result = try frontEnd.published(for: cell).last
    #expect(result?.content["data"] == ["text/plain": "you said Ada"])
    try frontEnd.shutDown()
  }

  @Test("can have what is typed hidden")
  func password() throws {
    let frontEnd = try FrontEnd()
    let cell = try frontEnd.execute("secret key?")
    #expect(try frontEnd.reply(to: cell, on: .stdin).content == ["prompt": "key?", "password": true])
    try frontEnd.send("input_reply", ["value": "xyz"], on: .stdin)
    #expect(try frontEnd.published(for: cell).last?.content["data"] == ["text/plain": "3 letters"])
    try frontEnd.shutDown()
  }

  @Test("fails clearly if the front end cannot ask")
  func notAllowed() throws {
    let frontEnd = try FrontEnd()
    let reply = try frontEnd.reply(to: try frontEnd.execute("ask", ["allow_stdin": false])).content
    #expect(reply["ename"] == "InputUnavailable")
    #expect(reply["evalue"]?.string?.hasPrefix("this front end cannot ask for input") == true)
    try frontEnd.shutDown()
  }

  @Test("stops waiting when it is interrupted, and a late answer to it is no answer to the next question")
  func interrupt() throws {
    let frontEnd = try FrontEnd()
    let cell = try frontEnd.execute("ask")
    let question = try frontEnd.reply(to: cell, on: .stdin)
    try frontEnd.send("interrupt_request", on: .control)
    #expect(try frontEnd.reply(to: cell).content["ename"] == "Interrupted")
    let next = try frontEnd.execute("ask")
    _ = try frontEnd.reply(to: next, on: .stdin)
    try frontEnd.send("input_reply", ["value": "late"], on: .stdin) {
      $0.parentHeader = question.wire.header
    }
    try frontEnd.send("input_reply", ["value": "in time"], on: .stdin)
    #expect(try frontEnd.published(for: next).last?.content["data"] == ["text/plain": "you said in time"])
    try frontEnd.shutDown()
  }
}
