import Glibc
import Testing

@testable import Interpreter

/// Completion inside of a text: keys and file names.
struct TextCompletionTests {
  @Test("The keys of a dictionary are proposed behind its bracket, with what they stand for")
  func keys() {
    let notebook = Notebook()
    notebook.run("let table = [\"loss\": 0.5, \"rate\": [1, 2]]; let net = mlp(2, 3)")
    let all = notebook.session.complete("table[\"", at: 7)
    #expect(all.items.map(\.text) == ["loss", "rate"])
    #expect(all.items.map(\.detail) == ["a number", "an array"])
    let some = notebook.session.complete("print(net.parameters[\"0.w", at: 25)
    #expect(some.items.map(\.text) == ["0.weight"])
    #expect(some.range == 22..<25)
    #expect(notebook.session.complete("net[\"", at: 5).items == [])
  }

  @Test("Files next to the notebook are proposed to what loads them")
  func files() throws {
    var template = Array("/tmp/mlp-completion-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for name in ["a.csv", "b.npy", "data/c.csv"] { unlink("\(folder)/\(name)") }
      rmdir("\(folder)/data")
      rmdir(folder)
    }
    mkdir("\(folder)/data", 0o700)
    for name in ["a.csv", "b.npy", "data/c.csv"] { fclose(fopen("\(folder)/\(name)", "w")) }
    let session = Notebook(directory: folder).session
    #expect(session.complete("loadCSV(\"", at: 9).items.map(\.text) == ["a.csv", "data/"])
    #expect(session.complete("loadCSV(\"data/", at: 14).items.map(\.text) == ["data/c.csv"])
    #expect(session.complete("loadNPY(\"b", at: 10).items.map(\.text) == ["b.npy"])
    #expect(session.complete("loadCSV(\"../", at: 12).items == [])
    #expect(session.complete("print(\"", at: 7).items.allSatisfy { $0.type != "file" })
  }
}
