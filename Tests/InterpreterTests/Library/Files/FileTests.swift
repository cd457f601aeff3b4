import Glibc
import Testing

@testable import Interpreter

/// Files beside the notebook.
struct FileTests {
  /// Runs a test in a fresh folder that has a file, and a link out of the folder.
  private func withFolder(_ text: String, _ body: (Notebook) throws -> Void) throws {
    var template = Array("/tmp/mlp-notebook-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for name in ["data.csv", "link.csv"] { unlink(folder + "/" + name) }
      rmdir(folder)
    }
    let file = try #require(fopen(folder + "/data.csv", "w"))
    fputs(text, file)
    fclose(file)
    symlink("/etc/hostname", folder + "/link.csv")
    try body(Notebook(directory: folder))
  }

  @Test("A table beside the notebook becomes a data set")
  func loading() throws {
    try withFolder("a,b,kind\n1,2,cat\n3,4,dog\n5,6,cat\n") { notebook in
      let shown = notebook.value("loadCSV(\"data.csv\", target: \"kind\")")
      #expect(shown.contains("3 rows of 2 features, 2 classes (cat, dog)"))
      #expect(
        notebook.value("loadCSV(\"data.csv\", target: \"b\", features: [\"a\"]).targets.array()")
          == "[2.0, 4.0, 6.0]")
      #expect(notebook.message("loadCSV(\"data.csv\", target: \"knd\")").contains("knd"))
    }
  }

  @Test("A damaged table is refused with its line")
  func damage() throws {
    try withFolder("a,b\n1,2\n3\n") { notebook in
      #expect(notebook.message("loadCSV(\"data.csv\", target: \"b\")").contains("line 3"))
    }
    try withFolder("") { notebook in
      #expect(notebook.message("loadCSV(\"data.csv\", target: \"b\")").contains("empty"))
    }
  }

  @Test("A file that is not there is told from one with a name like it")
  func missing() throws {
    try withFolder("a,b\n1,2\n") { notebook in
      #expect(
        notebook.failure("loadCSV(\"dat.csv\", target: \"b\")") == """
          E053: there is no file `dat.csv`
            ╭─ Cell [1], line 1, column 1
          1 │ loadCSV("dat.csv", target: "b")
            │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            ╰─ help: did you mean `data.csv`?
          """)
    }
  }

  @Test("A link that leads out of the folder is not followed")
  func links() throws {
    try withFolder("a,b\n1,2\n") { notebook in
      #expect(
        notebook.message("loadCSV(\"link.csv\", target: \"b\")")
          == "`link.csv` leads out of the notebook's folder")
      #expect(notebook.message("loadCSV(\"./../data.csv\", target: \"b\")") != "finished with nothing")
    }
  }

  @Test("Whether there is something outside of the folder is not told")
  func whatIsOutside() throws {
    try withFolder("a,b\n1,2\n") { notebook in
      for name in [
        "../nowhere.csv", "../nowhere/data.csv", "../../tmp/data.csv", "../../etc/passwd", "../../etc/no/no",
      ] {
        #expect(
          notebook.message("loadCSV(\"\(name)\", target: \"b\")")
            == "`\(name)` lies outside of the notebook's folder")
      }
      #expect(
        notebook.message("loadCSV(\"no/../data.csv\", target: \"b\")")
          == "there is no folder `no/..` next to the notebook")
    }
  }
}
