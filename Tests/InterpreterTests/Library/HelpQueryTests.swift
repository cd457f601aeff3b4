import Testing

@testable import Interpreter

/// `help(name)`, `?name`, `name?` and `??name`.
struct HelpQueryTests {
  @Test(
    "A question mark before or behind a name shows its help",
    arguments: [
      "?linspace", "linspace?", " ? linspace\n", "??linspace", "linspace??", "linspace()?", "help(linspace)",
      "help(\"linspace\")",
    ])
  func library(_ cell: String) {
    #expect(
      Notebook().value(cell) == """
        linspace(from, to, count: 50, dtype: float32)

        `count` numbers evenly spaced from `from` to `to`, both included.

          from   a number
          to     a number
          count  an integer, 50 if left out
          dtype  float32 or float64, float32 if left out

        Example:
            linspace(0, 1, 5)
        """)
  }

  @Test("A call of many arguments stands in several lines, broken between them")
  func manyArguments() {
    let lines = Notebook().value("?train").split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("train(net, on, ") && lines[0].hasSuffix(","))
    #expect(lines[1].hasPrefix("  "))
    #expect(lines.allSatisfy { $0.count <= 78 })
  }

  @Test("Two question marks show the text of a function of the notebook")
  func source() {
    let notebook = Notebook()
    notebook.run("func f(x, by y = 2) = x * y\nlet g = { a, b in a + b }; func h(n) {\n  return n\n}")
    #expect(notebook.value("f?") == "func f(x, by y = …)\n\nDefined in Cell [1].")
    #expect(notebook.value("??f").hasSuffix("    func f(x, by y = 2) = x * y"))
    #expect(notebook.value("??g").hasSuffix("    { a, b in a + b }"))
    #expect(notebook.value("??h").hasSuffix("    func h(n) {\n      return n\n    }"))
  }

  @Test("Members, values and what is not there are answered too")
  func others() {
    let notebook = Notebook()
    notebook.run("let net = mlp(2, 3)")
    #expect(notebook.value("?net.kind") == "kind = \"Sequential\"")
    #expect(notebook.value("net?").hasPrefix("net: a network\n"))
    #expect(notebook.value("help([1, 2])").hasPrefix("an array\n[1, 2]\n\nMembers: count, isEmpty"))
    #expect(notebook.value("help()").contains("explain(\"E041\")"))
    #expect(
      notebook.failure("linspce?") == """
        E020: `linspce` is not defined
          ╭─ Cell [6], line 1, column 1
        1 │ linspce?
          │ ^^^^^^^^ not found
          ╰─ help: did you mean `linspace`?
        """)
    #expect(notebook.message("help(\"trian\")") == "`trian` is not defined")
  }

  @Test("What the first help page shows runs")
  func overview() async throws {
    try await onOwnThread {
      let notebook = Notebook()
      let code = notebook.value("help()").split(separator: "\n").filter { $0.hasPrefix("    ") }
      #expect(code.count == 3)
      if case .failed(let failure) = notebook.run(code.joined(separator: "\n")) {
        Issue.record("\(failure.plain)")
      }
    }
  }

  @Test("A question of this kind is complete; other question marks mean what they did")
  func completeness() {
    for cell in ["?train", "??f", "x?", "net.layers?"] {
      #expect(Session.completeness(of: cell) == .complete)
    }
    #expect(HelpQuery("x > 1 ? 2 : 3") == nil)
    #expect(HelpQuery("?")?.path == [])
    #expect(HelpQuery("???x") == nil)
    #expect(HelpQuery("?x?") == nil)
    #expect(HelpQuery("a..b?") == nil)
    #expect(Session.completeness(of: "x > 1 ?") == .incomplete(indent: ""))
  }

  @Test("Names are completed behind a question mark")
  func completion() {
    #expect(Notebook().session.complete("?linsp", at: 6).items.map(\.text) == ["linspace"])
    #expect(Notebook().session.complete("??linsp", at: 7).range == 2..<7)
  }
}
