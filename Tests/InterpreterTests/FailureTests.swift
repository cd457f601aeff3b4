import Testing

@testable import Interpreter

@Suite("Why a cell failed")
struct FailureTests {
  private func unknownName(_ code: String, after earlier: String = "") -> String? {
    let notebook = Notebook(files: ["broken.mlp": "nothing"])
    notebook.run(earlier)
    guard case .failed(let failure) = notebook.run(code) else { return "did not fail" }
    return failure.unknownName
  }

  @Test(
    "It says which name nothing has, if that is the first that is wrong and was found before the cell ran")
  func unknownNames() {
    #expect(unknownName("exit") == "exit")
    #expect(unknownName("  quit ()") == "quit")
    #expect(unknownName("1 + größe") == "größe")
    #expect(unknownName("let a = [1]; a.b") == nil)
    #expect(unknownName("import(\"broken.mlp\")") == nil)
    #expect(unknownName("exit()", after: "func exit() { print(later) }; let later = exit()") != "later")
  }
}
