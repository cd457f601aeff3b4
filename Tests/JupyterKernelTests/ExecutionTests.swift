import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("A cell")
struct ExecutionTests {
  @Test("is answered with busy, input, result, idle, all under its header, and a reply")
  func result() throws {
    let frontEnd = try FrontEnd()
    let id = try frontEnd.execute("1 + 2 * 3")
    let published = try frontEnd.published(for: id)
    #expect(published.map(\.type) == ["execute_input", "execute_result"])
    #expect(published[0].content == ["code": "1 + 2 * 3", "execution_count": 1])
    #expect(published[1].content == ["execution_count": 1, "data": ["text/plain": "7"], "metadata": [:]])
    let reply = try frontEnd.reply(to: id)
    #expect(
      reply.content == ["status": "ok", "execution_count": 1, "payload": [], "user_expressions": [:]])
    try frontEnd.shutDown()
  }

  @Test("gets its header back byte for byte")
  func parentHeader() throws {
    let frontEnd = try FrontEnd()
    var header: [UInt8] = []
    let id = try frontEnd.send("kernel_info_request") { header = $0.header }
    #expect(try frontEnd.reply(to: id).wire.parentHeader == header)
    try frontEnd.shutDown()
  }

  @Test("keeps the order of what it prints and shows, each piece of text whole")
  func order() throws {
    let frontEnd = try FrontEnd()
    let published = try frontEnd.published(for: try frontEnd.execute("mixed")).dropFirst()
    let expected: [(String, String?)] = [
      ("stream", "one "), ("stream", "two "), ("stream", "three "), ("display_data", nil), ("stream", "five"),
      ("execute_result", nil),
    ]
    #expect(published.map(\.type) == expected.map(\.0))
    #expect(published.map { $0.content["text"]?.string } == expected.map(\.1))
    #expect(published.dropFirst().first?.content["name"] == "stderr")
    try frontEnd.shutDown()
  }

  @Test("that prints a great deal sends it in few messages and loses nothing")
  func flood() throws {
    let frontEnd = try FrontEnd()
    let published = try frontEnd.published(for: try frontEnd.execute("flood 200000")).dropFirst()
    let text = published.compactMap { $0.content["text"]?.string }.joined()
    #expect(text == (0..<200_000).map { "line \($0)\n" }.joined())
    #expect(published.count < 200)
    try frontEnd.shutDown()
  }

  @Test("that prints and then works on shows its text before it ends")
  func textOfALongCell() throws {
    let frontEnd = try FrontEnd()
    let id = try frontEnd.execute("spin")
    let text = try frontEnd.next(on: .iopub) { $0.type == "stream" }
    #expect(text.parent == id)
    #expect(text.content["text"] == "spinning\n")
    try frontEnd.shutDown()
  }

  @Test("that fails is answered with the error, twice, and keeps what it had printed")
  func failure() throws {
    let frontEnd = try FrontEnd()
    let id = try frontEnd.execute("1 / 0")
    let error: JSON.Object = [
      "ename": "DivisionByZero", "evalue": "a division by zero",
      "traceback": ["DivisionByZero: a division by zero"],
    ]
    #expect(try frontEnd.published(for: id).last?.content == .object(error))
    let reply = try frontEnd.reply(to: id).content
    #expect(reply["status"] == "error")
    #expect(reply["execution_count"] == 1)
    for (name, value) in error.members { #expect(reply[name] == value) }
    try frontEnd.shutDown()
  }

  @Test("whose language throws an error of its own kind shows its type")
  func unforeseenError() throws {
    let frontEnd = try FrontEnd()
    let reply = try frontEnd.reply(to: try frontEnd.execute("raise")).content
    #expect(reply["ename"] == "Unforeseen")
    #expect(reply["evalue"] == "Unforeseen()")
    try frontEnd.shutDown()
  }

  @Test("counts only if it is stored; a silent one shows nothing")
  func counting() throws {
    let frontEnd = try FrontEnd()
    func count(_ more: JSON.Object) throws -> (count: Int?, types: [String]) {
      let id = try frontEnd.execute("mixed", more)
      let types = try frontEnd.published(for: id).map(\.type)
      return (try frontEnd.reply(to: id).content["execution_count"]?.integer, types)
    }
    #expect(try count([:]).count == 1)
    let unstored = try count(["store_history": false])
    #expect(unstored.count == 1)
    #expect(unstored.types.count == 7)
    let silent = try count(["silent": true, "store_history": true])
    #expect(silent.count == 1)
    #expect(silent.types == [])
    #expect(try count([:]).count == 2)
    try frontEnd.shutDown()
  }

  @Test("has its user expressions evaluated, an error in one staying in its place")
  func userExpressions() throws {
    let frontEnd = try FrontEnd()
    let id = try frontEnd.execute("x = 5", ["user_expressions": ["good": "x * 2", "bad": "y"]])
    let reply = try frontEnd.reply(to: id).content
    #expect(reply["status"] == "ok")
    let values = reply["user_expressions"]
    #expect(values?["good"] == ["status": "ok", "data": ["text/plain": "10"], "metadata": [:]])
    #expect(values?["bad"]?["ename"] == "NameError")
    #expect(values?["bad"]?["status"] == "error")
    try frontEnd.shutDown()
  }

  @Test("has tens of thousands of user expressions answered, in order, and of one name the last")
  func manyUserExpressions() throws {
    let frontEnd = try FrontEnd()
    var expressions = (0..<40_000).map { (name: "e\($0)", value: JSON.string("\($0)")) }
    expressions.append(("e7", "5 + 5"))
    let asked = JSON.object(JSON.Object(members: expressions))
    let id = try frontEnd.execute("x = 5", ["user_expressions": asked])
    let values = try frontEnd.reply(to: id).content["user_expressions"]?.object
    #expect(values?.members.map(\.name) == expressions.dropLast().map(\.name))
    let texts = values?.members.map { $0.value["data"]?["text/plain"]?.string }
    #expect(texts == (0..<40_000).map { $0 == 7 ? "10" : "\($0)" })
    try frontEnd.shutDown()
  }

  @Test("can page, propose the next cell, end a console, replace a display and clear its output")
  func otherOutput() throws {
    let frontEnd = try FrontEnd()
    let page = try frontEnd.reply(to: try frontEnd.execute("page help")).content["payload"]
    #expect(page == [["source": "page", "data": ["text/plain": "help"], "start": 0]])
    let next = try frontEnd.reply(to: try frontEnd.execute("next 1+1")).content["payload"]
    #expect(next == [["source": "set_next_input", "text": "1+1", "replace": false]])
    let exit = try frontEnd.reply(to: try frontEnd.execute("exit")).content["payload"]
    #expect(exit == [["source": "ask_exit", "keepkernel": false]])
    let shown = try frontEnd.published(for: try frontEnd.execute("show a"))
    #expect(shown.last?.content["transient"] == ["display_id": "shown"])
    let changed = try frontEnd.published(for: try frontEnd.execute("change b"))
    #expect(changed.last?.type == "update_display_data")
    #expect(try frontEnd.published(for: try frontEnd.execute("clear wait")).last?.content == ["wait": true])
    try frontEnd.shutDown()
  }
}
