import JupyterProtocol
import Testing

@testable import JupyterKernel

@Suite("A kernel of less than a hundred lines")
struct CalculatorTests {
  @Test("calculates, remembers, completes, and says what is wrong")
  func session() throws {
    let frontEnd = try FrontEnd(language: Calculator.info) { Calculator() }
    func answer(_ code: String) throws -> JSON? {
      let shown = try frontEnd.published(for: try frontEnd.execute(code)).last?.content
      return shown?["data"]?["text/plain"] ?? shown?["evalue"]
    }
    #expect(try answer("side = 2 * (3 + 4) / 4 - 0.5") == nil)
    #expect(try answer("side * side") == "9")
    #expect(try answer("(1") == "no closing )")
    #expect(try answer("1 / (2 - 2)") == "a division by zero")
    let completion = try frontEnd.send("complete_request", ["code": "1 + si", "cursor_pos": 6])
    #expect(try frontEnd.reply(to: completion).content["matches"] == ["side"])
    try frontEnd.shutDown()
  }

  @Test("needs no more than a path to run")
  func connectionFile() {
    let error = #expect(throws: KernelError.self) { try Calculator.run(connectionFile: "/nowhere") }
    #expect(error?.description == "connection file /nowhere: cannot be opened: No such file or directory")
  }
}
