import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("Values that a debugger asks for")
struct InspectionTests {
  @Test("are listed and entered between cells, until the next list makes them old")
  func idle() throws {
    let client = try DebugClient()
    _ = try client.finish(client.frontEnd.execute("a = 7\nl = list 3"))
    let list = try client.get("inspectVariables")["variables"]?.array ?? []
    #expect(list.map(DebugClient.line) == ["a = 7", "l = a list"])
    #expect(list[0]["variablesReference"] == 0 && list[0]["type"] == "int" && list[0]["evaluateName"] == "a")
    #expect(list[1]["indexedVariables"] == 3 && list[1]["type"] == "list of 3")
    #expect(try client.lines(list[1]) == ["[0] = 0", "[1] = 1", "[2] = 2"])
    let inside = try client.get("variables", ["variablesReference": list[1]["variablesReference"] ?? nil])
    #expect(try client.lines(inside["variables"]?.array?[2]) == ["[0] = 2"])
    #expect(try client.get("richInspectVariables", ["variableName": "a"])["data"]?["text/plain"] == "7!")
    #expect(try client.problem("richInspectVariables", ["variableName": "x"]) == "NameError: x has no value")

    let reference = list[1]["variablesReference"] ?? nil
    try client.get("inspectVariables")
    #expect(
      try client.problem("variables", ["variablesReference": reference]).contains("the program has gone on"))
    try client.frontEnd.shutDown()
  }

  @Test("come in parts if they are many")
  func paging() throws {
    let client = try DebugClient()
    _ = try client.finish(client.frontEnd.execute("l = list 2500"))
    let list = try client.get("inspectVariables")["variables"]?.array?.first
    let all = try client.lines(list)
    #expect(all.count == 1001 && all.last == "… = 1500 more")
    #expect(try client.lines(list, ["start": 2498, "count": 10]) == ["[2498] = 2498", "[2499] = 2499"])
    #expect(try client.lines(list, ["start": -5, "count": 1]) == ["[0] = 0"])
    #expect(try client.lines(list, ["start": 99999, "count": -1]) == [])
    try client.frontEnd.shutDown()
  }

  @Test("are evaluated where a cell is held up, and gone when it has gone on")
  func evaluation() throws {
    let client = try DebugClient.attached()
    let code = "l = list 2\nenter f\nb = 5\nleave"
    try client.stop(code, at: 4)
    let (cell, _) = try client.run(code)
    let frame = try client.frames[0]
    let id = frame["id"] ?? nil
    #expect(try client.get("evaluate", ["expression": "b", "frameId": id])["result"] == "5")
    #expect(try client.get("evaluate", ["expression": "b", "context": "hover"])["type"] == "int")
    // What was evaluated may have changed anything: the frame has a new number, and the old one still works.
    #expect(try client.frames[0]["id"] != id)
    let result = try client.get("evaluate", ["expression": "l", "frameId": id])
    #expect(try client.lines(result) == ["[0] = 0", "[1] = 1"])
    #expect(
      try client.problem("evaluate", ["expression": "x", "frameId": id]) == "NameError: x has no value")
    #expect(try client.problem("evaluate", ["frameId": id]).contains("`expression` is missing"))
    #expect(try client.get("copyToGlobals", ["srcVariableName": "b", "srcFrameId": id])["value"] == "5")
    #expect(
      try client.get("richInspectVariables", ["variableName": "b", "frameId": id])["data"]?["text/plain"]
        == "5!")
    #expect(try client.problem("scopes", ["frameId": 12]).contains("no frame 12"))
    #expect(try client.problem("stackTrace", ["threadId": 2]).contains("no thread 2"))
    #expect(try client.get("stackTrace", ["startFrame": 1, "levels": 1])["stackFrames"]?.array?.count == 1)
    let scope = try client.scope("Locals", of: frame)

    try client.get("continue")
    _ = try client.finish(cell)
    #expect(
      try client.problem("evaluate", ["expression": "b", "frameId": id]) == "evaluate: nothing is stopped")
    #expect(
      try client.problem("variables", ["variablesReference": scope?["variablesReference"] ?? nil]).contains(
        "gone on"))
    let (second, _) = try client.run(code)
    #expect(try client.problem("scopes", ["frameId": id]).contains("it belongs to an earlier stop"))
    try client.get("continue")
    _ = try client.finish(second)
    try client.frontEnd.shutDown()
  }

  @Test("wait for a cell that does not answer; too many are refused")
  func waiting() throws {
    let client = try DebugClient()
    let cell = try client.frontEnd.execute("a = 1\nask")
    _ = try client.frontEnd.reply(to: cell, on: .stdin)
    let ids = try (0...DebugDesk.questionLimit).map { _ in try client.send("inspectVariables") }
    let refused = try client.frontEnd.reply(to: ids[DebugDesk.questionLimit], on: .control).content
    #expect(refused["success"] == false)
    #expect(refused["message"]?.string?.contains("\(DebugDesk.questionLimit) questions wait already") == true)
    // What needs no values is answered meanwhile.
    #expect(try client.get("debugInfo")["isStarted"] == false)
    try client.frontEnd.send("input_reply", ["value": ""], on: .stdin)
    _ = try client.finish(cell)
    for id in ids.dropLast() {
      let content = try client.frontEnd.reply(to: id, on: .control).content
      #expect(content["body"]?["variables"]?.array?.map(DebugClient.line) == ["a = 1"])
    }
    #expect(try client.frontEnd.published(for: ids[0]).isEmpty)
    try client.frontEnd.shutDown()
  }
}
