import Glibc
import Testing

@testable import Interpreter

/// `import("file.mlp")`: when a file runs, what it can see, and what is there afterwards.
struct ImportTests {
  @Test("The names of an imported file are there, in the same cell and later")
  func names() {
    let notebook = Notebook(files: [
      "tools.mlp": "let n = 3; func square(x) = x ** 2; var k = 1; print(\"ran\")"
    ])
    #expect(notebook.prints("import(\"tools.mlp\")\nprint(square(n))") == "ran\n9\n")
    #expect(notebook.value("k += n; k") == "4")
    #expect(notebook.message("n = 4") == "`n` is a constant")
    #expect(notebook.value("import(\"tools.mlp\")") == "(nothing)")
  }

  @Test("An unchanged file is not run again, a changed one is")
  func again() {
    let notebook = Notebook(files: ["a.mlp": "let n = 1; print(\"a\", n)"])
    #expect(notebook.prints("import(\"a.mlp\"); import(path: \"./a.mlp\")") == "a 1\n")
    #expect(notebook.prints("import(\"a.mlp\")") == "")
    notebook.folder?.write("let n = 2; print(\"a\", n)", to: "a.mlp")
    #expect(notebook.prints("import(\"a.mlp\"); print(n)") == "a 2\n2\n")
  }

  @Test("A file is run again when one that it imports has changed; both only once")
  func changedBelow() {
    let notebook = Notebook(files: [
      "a.mlp": "import(\"c.mlp\"); let a = c; print(\"a\")", "c.mlp": "let c = 1; print(\"c\")",
      "b.mlp": "import(\"c.mlp\"); let b = c; print(\"b\")",
    ])
    #expect(notebook.prints("import(\"a.mlp\"); import(\"b.mlp\"); print(a + b)") == "c\na\nb\n2\n")
    notebook.folder?.write("let c = 5; print(\"c\")", to: "c.mlp")
    #expect(notebook.prints("import(\"a.mlp\"); import(\"b.mlp\"); print(a + b)") == "c\na\nb\n10\n")
  }

  @Test("Paths are seen from the importing file, and lead nowhere outside of the notebook's folder")
  func paths() {
    let notebook = Notebook(files: [
      "lib/a.mlp": "import(\"b.mlp\"); import(\"../top.mlp\"); let a = b + top", "lib/b.mlp": "let b = 1",
      "top.mlp": "let top = 2", "lib/out.mlp": "import(\"../../x.mlp\")",
    ])
    #expect(notebook.value("import(\"lib/a.mlp\"); a") == "3")
    #expect(
      notebook.message("import(\"lib/out.mlp\")") == "`../../x.mlp` lies outside of the notebook's folder")
    symlink("/etc/hostname", "\(notebook.folder?.path ?? "")/link.mlp")
    #expect(notebook.message("import(\"link.mlp\")") == "`link.mlp` leads out of the notebook's folder")
    #expect(notebook.message("import(\"/etc/hostname.mlp\")").contains("lies outside"))
  }

  @Test("A file that fails leaves the earlier state whole, and is run again when it is mended")
  func failing() {
    let notebook = Notebook(files: [
      "good.mlp": "let g = 1", "bad.mlp": "var n = 7\nlet list = [1]\nlist[n]",
    ])
    notebook.run("let n = 1; let net = Linear(1, 1)")
    #expect(notebook.failure("import(\"good.mlp\"); import(\"bad.mlp\")").contains("no element 7"))
    #expect(notebook.value("n") == "1")
    #expect(notebook.message("n = 2") == "`n` is a constant")
    #expect(notebook.message("g") == "`g` is not defined")
    notebook.folder?.write("var n = 0\nlet list = [1]\nlist[n]", to: "bad.mlp")
    #expect(notebook.value("import(\"good.mlp\"); import(\"bad.mlp\"); (n, g, list)") == "(0, 1, [1])")
  }

  @Test("An interrupted file counts as not run, but what it had defined stays")
  func interrupted() {
    let notebook = Notebook(files: ["slow.mlp": "let first = 1\nwhile first < 2 { }\nlet second = 2"])
    notebook.output.patience = 5
    guard case .interrupted = notebook.run("import(\"slow.mlp\")") else {
      Issue.record("an endless loop should have been interrupted")
      return
    }
    notebook.output.patience = nil
    #expect(notebook.value("first") == "1")
    notebook.folder?.write("let first = 3", to: "slow.mlp")
    #expect(notebook.value("import(\"slow.mlp\"); first") == "3")
  }

  @Test("What a cell knows of a name no longer counts once an imported file gives it another value")
  func noStaleKnowledge() {
    let notebook = Notebook(files: [
      "new.mlp": "let net = Linear(5, 1); func f(a, b) = a + b; let m = ones(2, 7) @ ones(k, 1)"
    ])
    notebook.run("let net = Linear(2, 1); func f(a) = a; let k = 3")
    #expect(notebook.value("let k = 7; import(\"new.mlp\"); net(ones(3, 5)).shape") == "[3, 1]")
    #expect(notebook.value("f(1, 2)") == "3")
    notebook.run("func f(a) = a")
    notebook.folder?.write("func f(a, b) = a * b", to: "new.mlp")
    #expect(notebook.value("import(\"new.mlp\"); f(2, 3)") == "6")
  }

  @Test("A variable that closures share is put back as it was before the cell, not before the file")
  func sharedVariables() {
    let notebook = Notebook(files: ["use.mlp": "count(); count(); [1][2]"])
    notebook.run("let count = { () in 0 }; func maker() { var n = 0; return { n += 1; return n } }")
    notebook.run("let count = maker()")
    #expect(notebook.message("count(); count(); import(\"use.mlp\")").contains("no element 2"))
    #expect(notebook.value("count()") == "1")
  }

  @Test("Only the library's own `import` imports")
  func ownImport() {
    let notebook = Notebook()
    #expect(notebook.value("func import(x) = 2 * x\nimport(4)") == "8")
    #expect(notebook.value("import(5)") == "10")
  }

  @Test("Functions of a file are shown with their place, and fail with a trace through it")
  func places() {
    let notebook = Notebook(files: [
      "lib/f.mlp": "// comment\nfunc pick(i) = [1, 2][i]",
      "use.mlp": "import(\"lib/f.mlp\")\nlet x = pick(5)",
    ])
    #expect(
      notebook.failure("let before = 1\nimport(\"use.mlp\")") == """
        E042: there is no element 5 in the array
          ╭─ lib/f.mlp, line 2, column 16
        2 │ func pick(i) = [1, 2][i]
          │                ^^^^^^^^^
          ╰─ help: valid are 0 to 1, and -1 to -2 from the end
          in pick, called from use.mlp, line 2: let x = pick(5)
          in use.mlp, called from Cell [1], line 2: import("use.mlp")
        """)
    notebook.run("import(\"lib/f.mlp\")")
    #expect(notebook.value("help(pick)").contains("Defined in lib/f.mlp."))
  }

  @Test("File names and the names of imported files are completed")
  func completion() {
    let notebook = Notebook(files: ["tools.mlp": "let threshold = 1", "data.csv": "", "lib/x.mlp": ""])
    let session = notebook.session
    #expect(session.complete("import(\"", at: 8).items.map(\.text) == ["lib/", "tools.mlp"])
    let code = "import(\"tools.mlp\")\nprint(thre"
    #expect(session.complete(code, at: code.count).items.map(\.text) == ["threshold"])
  }
}
