import Glibc
import Testing

@testable import Interpreter

/// What is wrong with an import, or with the file, is found before anything runs.
struct ImportMistakeTests {
  private static let files = [
    "tools.mlp": "let n = 3", "wrong.mlp": "let a = 1\nlet b = aa + 1\nLinear(2, 3) >> Linear(4, 5)",
    "broken.mlp": "let x = (1", "one.mlp": "import(\"two.mlp\")", "two.mlp": "import(\"one.mlp\")",
  ]

  private static let cases: [(cell: String, report: String)] = [
    (
      "print(1); import(\"wrong.mlp\")\nb + 1",
      """
      E020: `aa` is not defined
        ╭─ wrong.mlp, line 2, column 9
      2 │ let b = aa + 1
        │         ^^ not found
        ╰─ help: did you mean `a`?

      E041: `Linear(4, 5)` takes 4 features, but `Linear(2, 3)` before it gives 3
        ╭─ wrong.mlp, line 3, column 17
      3 │ Linear(2, 3) >> Linear(4, 5)
        │ ------------ gives 3
        │                 ^^^^^^^^^^^^ takes 4
        ╰─ help: did you mean `Linear(3, 5)`?
        in wrong.mlp, called from Cell [1], line 1: print(1); import("wrong.mlp")
      """
    ),
    (
      "import(\"broken.mlp\")",
      """
      E011: this `(` is never closed
        ╭─ broken.mlp, line 1, column 9
      1 │ let x = (1
        │         ^
        ╰─ help: close it with `)`
        in broken.mlp, called from Cell [1], line 1: import("broken.mlp")
      """
    ),
    (
      "import(\"tool.mlp\"); somethingOfIt",
      """
      E053: there is no file `tool.mlp`
        ╭─ Cell [1], line 1, column 8
      1 │ import("tool.mlp"); somethingOfIt
        │        ^^^^^^^^^^
        ╰─ help: did you mean `tools.mlp`?
      """
    ),
    (
      "import(\"one.mlp\")",
      """
      E053: `one.mlp` imports itself: one.mlp → two.mlp → one.mlp
        ╭─ two.mlp, line 1, column 8
      1 │ import("one.mlp")
        │        ^^^^^^^^^
        ╰─ help: put what both need in a file of its own, which both import
        in two.mlp, called from one.mlp, line 1: import("two.mlp")
        in one.mlp, called from Cell [1], line 1: import("one.mlp")
      """
    ),
    (
      "if true { import(\"tools.mlp\") }",
      """
      E018: `import` is a statement of its own, at the top level of a cell or file
        ╭─ Cell [1], line 1, column 11
      1 │ if true { import("tools.mlp") }
        │           ^^^^^^^^^^^^^^^^^^^
        ╰─ help: its names are then known to all that follows: `import("functions.mlp")`
      """
    ),
    (
      "let file = \"tools.mlp\"\nimport(file)",
      """
      E030: `import` takes the name of a file, written out
        ╭─ Cell [1], line 2, column 8
      2 │ import(file)
        │        ^^^^
        ╰─ help: as in `import("functions.mlp")`: its names are to be known before the cell runs
      """
    ),
    (
      "import(\"data.csv\")",
      """
      E053: `data.csv` is no file to import: its name must end in `.mlp`
        ╭─ Cell [1], line 1, column 8
      1 │ import("data.csv")
        │        ^^^^^^^^^^
        ╰─ help: data are read by `loadCSV("data.csv", target: …)`
      """
    ),
    (
      "print(n); import(\"tools.mlp\")",
      """
      E020: `n` is used before its declaration
        ╭─ Cell [1], line 1, column 7
      1 │ print(n); import("tools.mlp")
        │       ^ used here
        │                  ----------- declared here
      """
    ),
    (
      "import(\"tools.mlp\")\nlet n = 4",
      """
      E022: `n` is declared in this cell and in a file that it imports
        ╭─ Cell [1], line 2, column 5
      1 │ import("tools.mlp")
        │        ----------- and in this file
      2 │ let n = 4
        │     ^ declared here
        ╰─ help: choose another name, or import the file in a cell of its own
      """
    ),
  ]

  @Test("A wrong import is answered with its place and what to do", arguments: cases.indices)
  func report(_ index: Int) {
    let notebook = Notebook(files: Self.files)
    #expect(notebook.failure(Self.cases[index].cell) == Self.cases[index].report)
    #expect(notebook.printed == "")
  }

  @Test("A file that is no text, a pipe and a folder are refused at once")
  func strangeFiles() {
    let folder = Folder(["folder.mlp/x": ""])
    let notebook = Notebook(directory: folder.path)
    mkfifo("\(folder.path)/pipe.mlp", 0o600)
    if let file = fopen("\(folder.path)/bytes.mlp", "w") {
      fputs("\u{FF}", file)
      fputc(0xFF, file)
      fclose(file)
    }
    #expect(notebook.message("import(\"pipe.mlp\")").contains("not an ordinary file"))
    #expect(notebook.message("import(\"folder.mlp\")").contains("a directory"))
    #expect(notebook.message("import(\"bytes.mlp\")") == "`bytes.mlp` is not a text in UTF-8")
  }

  @Test("Files that import each other without end are refused, and many that share one take no time")
  func manyFiles() {
    var files = ["f0.mlp": "let end = 1"]
    for index in 1...30 {
      files["f\(index).mlp"] = "import(\"f\(index - 1).mlp\"); import(\"./f\(index - 1).mlp\")"
    }
    for index in 0..<40 { files["g\(index).mlp"] = "import(\"g\(index + 1).mlp\")" }
    let notebook = Notebook(files: files)
    #expect(notebook.value("import(\"f30.mlp\"); end") == "1")
    #expect(notebook.message("import(\"g0.mlp\")") == "files import each other more than 32 deep")
  }
}
