import Glibc
import Synchronization
import Testing

@testable import Interpreter

@Suite("The notebook's folder, from which nothing leads out")
struct ContainmentTests {
  @Test("Folders whose names look alike and differ in their bytes are told apart")
  func alike() throws {
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    let folder = Folder(["\(composed)/own.mlp": "let own = 1", "\(decomposed)/secret.mlp": "let secret = 7"])
    symlink("../\(decomposed)", "\(folder.path)/\(composed)/link")
    symlink("../\(composed)", "\(folder.path)/\(decomposed)/link")
    for (own, file) in [(composed, "secret.mlp"), (decomposed, "own.mlp")] {
      let notebook = Notebook(directory: "\(folder.path)/\(own)")
      let refusal = "leads out of the notebook's folder"
      #expect(notebook.message("import(\"link/\(file)\")") == "`link/\(file)` \(refusal)")
      #expect(notebook.message("saveNPY([1], \"link/out.npy\")") == "`link/out.npy` \(refusal)")
      #expect(notebook.message("loadCSV(\"link/no/no.csv\", target: \"y\")").contains(refusal))
    }
    #expect(
      Notebook(directory: "\(folder.path)/\(decomposed)").value("import(\"secret.mlp\"); secret") == "7")
  }

  @Test("A name is cut at its slashes, whatever sign follows them")
  func slashes() {
    let notebook = Notebook(files: [
      "a.mlp": "", "\u{301}b/c.mlp": "import(\"d.mlp\")", "\u{301}b/d.mlp": "let d = 4",
    ])
    #expect(notebook.value("import(\"\u{301}b/c.mlp\"); d") == "4")
    #expect(notebook.message("import(\"/\u{301}b/c.mlp\")").contains("lies outside"))
    #expect(
      notebook.message("saveNPY([1], \"no/\u{301}x.npy\")") == "there is no folder `no` next to the notebook")
  }

  @Test("A link that takes a folder's place while cells read and write leads none of them out")
  func race() throws {
    let folder = Folder(["notebook/a.mlp": "", "outside/x.csv": "a,b\n7,7\n"])
    let path = "\(folder.path)/notebook"
    mkdir("\(path)/d", 0o700)
    symlink("../outside", "\(path)/link")
    folder.write("a,b\n1,1\n", to: "notebook/x.csv")
    rename("\(path)/x.csv", "\(path)/d/x.csv")
    // As another process may: the folder and the link take turns at its name.
    let isOver = Flag()
    let exchange = try Beside {
      while !isOver.isSet {
        for (old, new) in [("d", "kept"), ("link", "d"), ("d", "link"), ("kept", "d")] {
          rename("\(path)/\(old)", "\(path)/\(new)")
        }
      }
    }
    let notebook = Notebook(directory: path)
    var read: Set<String> = []
    for _ in 0..<1_000 {
      let value = notebook.value("loadCSV(\"d/x.csv\", target: \"b\").features.item()")
      read.insert(value.hasPrefix("E053") ? "refused" : value)
      notebook.run("saveNPY([1], \"d/out.npy\")")
    }
    isOver.set()
    _ = try exchange.value
    #expect(read.subtracting(["refused"]) == ["1.0"])
    #expect(access("\(folder.path)/outside/out.npy", F_OK) != 0)
  }

  private final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
  }
}
