import Glibc
import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("A client of the debugger that does anything")
struct DebugFuzzTests {
  private static let commands =
    [
      "initialize", "attach", "configurationDone", "disconnect", "terminate", "debugInfo", "dumpCell",
      "source",
      "setBreakpoints", "setExceptionBreakpoints", "threads", "modules", "continue", "next", "stepIn",
      "stepOut",
      "pause", "exceptionInfo", "nonsense",
    ] + Inspector.commands.sorted()
  private static let names = [
    "code", "source", "breakpoints", "filters", "threadId", "frameId", "variablesReference", "start", "count",
    "startFrame", "levels", "expression", "variableName", "srcVariableName", "srcFrameId",
    "terminateDebuggee",
  ]
  private static let cell = "a = 1\nl = list 3\nenter f\nb = 2\nleave\nshow a"

  @Test("gets an answer to each request, and the kernel goes on", arguments: 0..<12)
  func anything(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let client = try DebugClient()
    if seed % 3 > 0 {
      try client.get("initialize")
      try client.get("attach")
    }
    var cells: [String] = []
    for _ in 0..<150 {
      if Int.random(in: 0..<12, using: &generator) == 0 {
        cells.append(try client.frontEnd.execute(Self.cell))
      }
      let command = Self.commands.randomElement(using: &generator) ?? ""
      let response = try client.ask(command, arguments(using: &generator))
      #expect(response["type"] == "response" && response["command"]?.string == command)
      #expect((response["success"] == true) == (response["body"] != nil))
      #expect((response["success"] == false) == (response["message"] != nil))
    }
    _ = try? client.get("disconnect")
    for cell in cells { #expect(try client.finish(cell)["execution_count"] != nil) }
    #expect(try client.finish(client.frontEnd.execute("show 1"))["status"] == "ok")
    try client.frontEnd.shutDown()
  }

  private func arguments(using generator: inout SplitMix) -> JSON.Object {
    var object: JSON.Object = [:]
    for _ in 0..<Int.random(in: 0..<6, using: &generator) {
      object[Self.names.randomElement(using: &generator) ?? ""] = value(depth: 0, using: &generator)
    }
    // Often enough something that is meant.
    if Bool.random(using: &generator) {
      let path = "/tmp/cells_\(getpid())/\(CellFiles.key(of: Self.cell)).toy"
      object["source"] = ["path": .string(path)]
      object["breakpoints"] = [["line": .integer(Int.random(in: 0..<9, using: &generator))]]
      object["code"] = .string(Self.cell)
      object["threadId"] = nil
      object["frameId"] = .integer(Int.random(in: 1..<6, using: &generator) << 26 | 1)
    }
    return object
  }

  private func value(depth: Int, using generator: inout SplitMix) -> JSON {
    switch Int.random(in: 0..<(depth < 3 ? 9 : 6), using: &generator) {
    case 0: .null
    case 1: .bool(.random(using: &generator))
    case 2: .integer([0, 1, -1, .max, .min, 1 << 32 | 1].randomElement(using: &generator) ?? 0)
    case 3: .number(1e300)
    case 4:
      .string(["", "a", "b", "l", "uncaught", "\u{0}", "\u{1F9E0}"].randomElement(using: &generator) ?? "")
    case 5: .integer(.random(in: -2..<40, using: &generator))
    case 6: .array((0..<2).map { _ in value(depth: depth + 1, using: &generator) })
    default:
      .object([
        "path": value(depth: depth + 1, using: &generator),
        "line": value(depth: depth + 1, using: &generator),
      ])
    }
  }

  /// Random numbers that are the same each time.
  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }
}
