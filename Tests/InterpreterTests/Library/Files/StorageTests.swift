import Foundation
import Testing

@testable import Interpreter

@Suite("Files of a notebook")
struct StorageTests {
  /// Runs with a notebook in a folder of its own, beside a folder that it must not reach.
  private func inFolder(_ body: (Notebook, _ folder: String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    for name in ["notebook/sub", "outside"] {
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    let folder = root.appendingPathComponent("notebook").path
    try FileManager.default.createSymbolicLink(atPath: folder + "/out", withDestinationPath: "../outside")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/dangling", withDestinationPath: "../outside/x")
    try body(Notebook(directory: folder), folder)
    let outside = try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("outside").path)
    #expect(outside.isEmpty)
  }

  @Test("A network is saved, read as a dictionary, and given to another network")
  func networks() throws {
    try inFolder { notebook, _ in
      try notebook.run(
        all: "let a = Linear(2, 3) >> ReLU() >> Linear(3, 1)",
        "let b = Linear(2, 3) >> ReLU() >> Linear(3, 1)",
        "save(a, \"sub/net.safetensors\")", "let weights = load(\"sub/net.safetensors\")",
        "check all(weights[\"0.weight\"] == a.parameters[\"0.weight\"]), \"the same weights\"",
        "loadStateDict(b, \"sub/net.safetensors\")",
        "check b([[1, 2]]).item() == a([[1, 2]]).item(), \"the same outputs\"",
        "save(weights, \"again.safetensors\")", "loadStateDict(b, load(\"again.safetensors\"))")
    }
  }

  @Test("A run goes on from a file to the same weights")
  func continuation() throws {
    try inFolder { notebook, _ in
      try notebook.run(
        all:
          "func go(net, opt) { train(net, on: moons(20), optimizer: opt, epochs: 2, seed: 1, progress: false) }",
        "let a = mlp(2, 4, 2)\nlet p = Adam()\ngo(a, p)\nsave(a, \"run.safetensors\", optimizer: p)\ngo(a, p)",
        "let b = mlp(2, 4, 2)\nlet q = Adam()\nloadStateDict(b, \"run.safetensors\", optimizer: q)\ngo(b, q)",
        "check a.parameters == b.parameters, \"the same weights\"")
    }
  }

  @Test("A cell that fails after loading leaves the weights as they were")
  func undo() throws {
    try inFolder { notebook, _ in
      try notebook.run(
        all: "let a = mlp(2, 2)", "let b = mlp(2, 2)", "let before = b.parameters",
        "save(a, \"net.safetensors\")")
      _ = notebook.failure("loadStateDict(b, \"net.safetensors\")\ncheck 1 == 2, \"not so\"")
      try notebook.run(all: "check b.parameters == before, \"as before\"")
      #expect(
        notebook.message("loadStateDict(mlp(2, 3), \"net.safetensors\")").contains("`0.weight` has shape"))
    }
  }

  @Test("Arrays and data sets are written and read back")
  func arrays() throws {
    try inFolder { notebook, _ in
      try notebook.run(
        all: "let x = tensor([[1, 2], [3, 4.5]])", "saveNPY(x, \"x.npy\")",
        "check all(loadNPY(\"x.npy\") == x), \"the array\"", "saveNPZ([\"x\": x, \"y\": [1, 2]], \"xy.npz\")",
        "check all(loadNPZ(\"xy.npz\")[\"x\"] == x), \"the archive\"",
        "saveNPZ([\"x\": x, \"y\": [1, 2]], \"xyz.npz\", compressed: true)",
        "check all(loadNPZ(\"xyz.npz\")[\"x\"] == x), \"the compressed archive\"",
        "saveCSV(moons(5), \"moons.csv\")",
        "check loadCSV(\"moons.csv\", target: \"target\", classes: true) == moons(5), \"the rows\"")
    }
  }

  @Test(
    "No name leads out of the notebook's folder, nor into one that does not exist",
    arguments: [
      ("../x.npy", "outside"), ("sub/../../x.npy", "outside"), ("../outside/x.npy", "outside"),
      ("out/x.npy", "leads out"), ("/tmp/x.npy", "outside"), ("~/x.npy", "outside"), ("out", "leads out"),
      ("dangling", "leads nowhere"), ("none/x.npy", "no folder `none`"), ("none/../../x.npy", "no folder"),
      ("", "not a file's name"), ("sub/", "directory"), ("sub/.", "directory"), ("..", "outside"),
    ])
  func escapes(name: String, expected: String) throws {
    try inFolder { notebook, folder in
      let found = notebook.message("saveNPY([1], \"\(name)\")")
      #expect(found.contains(expected), "\(found)")
      let content = try FileManager.default.subpathsOfDirectory(atPath: folder)
      #expect(content.sorted() == ["dangling", "out", "sub"])
    }
  }

  @Test("A picture is kept in the format that the file's ending names")
  func pictures() async throws {
    let found = try await onOwnThread {
      var found: [String] = []
      try? inFolder { notebook, folder in
        for file in ["a.svg", "a.png", "b.pdf"] {
          found.append(notebook.message("save(plot([1, 2]), \"\(file)\")"))
          let start = FileManager.default.contents(atPath: folder + "/" + file)?.prefix(4) ?? Data()
          found.append(String(decoding: start, as: UTF8.self))
        }
        found.append(notebook.message("save(plot([1, 2]), \"a.gif\")"))
        found.append(notebook.message("save(panels([plot([1])]), \"panels.svg\")"))
      }
      return found
    }
    let done = "finished with nothing"
    #expect(
      found == [
        done, "<svg", done, "\u{FFFD}PNG", done, "%PDF",
        "the ending of `a.gif` does not say what kind of picture it is to be", done,
      ])
  }

  @Test("A wrong value or a missing file is told by name")
  func mistakes() throws {
    try inFolder { notebook, _ in
      #expect(
        notebook.message("load(\"none.safetensors\")")
          == "there is no file `none.safetensors`")
      #expect(notebook.message("saveNPZ([1], \"a.npz\")").contains("a dictionary of tensors by name"))
      #expect(notebook.message("saveNPZ([1: [2]], \"a.npz\")").contains("names of tensors are strings"))
      #expect(notebook.message("save(3, \"a\")").contains("a network, a figure, or a dictionary of tensors"))
      #expect(notebook.message("loadStateDict(mlp(2, 2), 3)").contains("a file's name, or a dictionary"))
      #expect(notebook.message("save(mlp(2, 2), \"a\", optimizer: 3)").contains("an optimiser such as"))
    }
  }
}
