import Language
import Testing

@testable import Interpreter

/// The pages of `explain`: one for each code, with examples that are what they say.
struct ExplainTests {
  @Test("Each code has exactly one page")
  func complete() {
    #expect(CodePage.all.map(\.code.rawValue).sorted() == ProblemCode.allCases.map(\.rawValue).sorted())
  }

  @Test(
    "A page's wrong example raises its code, and the right one runs without a word", arguments: CodePage.all)
  func examples(_ page: CodePage) async throws {
    let found = try await onOwnThread {
      let notebook = Notebook(directory: "/tmp")
      // Some examples go on until they are stopped.
      notebook.output.patience = page.code == .interrupted ? 3 : nil
      var report = notebook.output.errors
      switch notebook.run(page.wrong) {
      case .failed(let failure), .interrupted(let failure): report = failure.plain
      case .finished: report = notebook.output.errors
      }
      notebook.output.patience = nil
      let right = Notebook(directory: "/tmp")
      let outcome = right.value(page.right)
      return (report: report, right: outcome, warnings: right.output.errors)
    }
    #expect(found.report.contains(page.code.rawValue))
    #expect(!found.right.contains("╭─"), "\(found.right)")
    #expect(found.warnings == "")
  }

  @Test("A page is found by its code, however it is written")
  func lookUp() {
    let notebook = Notebook()
    #expect(
      notebook.value("explain(\"E031\")") == """
        E031: A member that a value does not have
        ─────────────────────────────────────────

        Behind the dot stands a name that this kind of value does not have.

        wrong:
            let net = mlp(2, 3)
            net.paramters

        right:
            let net = mlp(2, 3)
            net.parameters

        Where the kind of the value is known, this is found before the cell runs. The
        Tab key behind the dot lists what there is.
        """)
    #expect(notebook.value("explain(\"w7\")").hasPrefix("W007"))
    #expect(notebook.value("explain(\"41\")").hasPrefix("E041"))
    #expect(notebook.value("explain()").contains("E020  A name that nothing has"))
    #expect(notebook.message("explain(\"E999\")") == "there is no code \"E999\"")
    #expect(notebook.message("explain(\"fortyone\")") == "there is no code \"fortyone\"")
  }

  @Test("A failure ends with the hint where to read more; an interruption does not")
  func hint() {
    let notebook = Notebook()
    guard case .failed(let failure) = notebook.run("quux") else {
      Issue.record("this should fail")
      return
    }
    #expect(failure.report(colour: false).hasSuffix("\n`explain(\"E020\")` tells more"))
    #expect(failure.report(colour: true).hasSuffix("`explain(\"E020\")` tells more\u{1B}[0m"))
    notebook.output.patience = 3
    guard case .interrupted(let stopped) = notebook.run("while true { }") else {
      Issue.record("this should be stopped")
      return
    }
    #expect(!stopped.report(colour: false).contains("explain"))
  }

  @Test("No page can bring markup of its own into a front end")
  func markup() {
    let page = Page([.paragraph("a < b & `c > d`"), .code("<script>"), .terms([("<b>", "\"x\"")])])
    #expect(
      page.html == """
        <p>a &lt; b &amp; <code>c &gt; d</code></p>
        <pre><code>&lt;script&gt;</code></pre>
        <ul><li><code>&lt;b&gt;</code>: &quot;x&quot;</li></ul>
        """)
  }
}
