import Testing

@testable import Interpreter

/// Completion and inspection at a cursor, which a `|` in the text marks.
struct HelpTests {
  private func complete(_ marked: String, after cells: String...) -> [String] {
    let notebook = Notebook()
    for cell in cells { notebook.run(cell) }
    let (code, cursor) = split(marked)
    return notebook.session.complete(code, at: cursor).items.map(\.text)
  }

  private func inspect(_ marked: String, after cells: String..., detailed: Bool = false) -> String? {
    let notebook = Notebook()
    for cell in cells { notebook.run(cell) }
    let (code, cursor) = split(marked)
    return notebook.session.inspect(code, at: cursor, isDetailed: detailed)?.text
  }

  private func split(_ marked: String) -> (String, Int) {
    let scalars = Array(marked.unicodeScalars)
    let cursor = scalars.firstIndex(of: "|") ?? scalars.count
    return (marked.replacing("|", with: ""), cursor)
  }

  @Test("Names of the library, of the notebook and of the unfinished cell are proposed")
  func names() {
    #expect(complete("linsp|") == ["linspace"])
    #expect(complete("lear|", after: "let learningRate = 1") == ["learningRate"])
    #expect(complete("let widget = 3\nfoo(widg|") == ["widget"])
    #expect(complete("whi|") == ["while"])
    #expect(complete("σ + alph|", after: "let alphabet = 1") == ["alphabet"])
    #expect(complete("0...coun|", after: "let counted = 3") == ["counted"])
  }

  @Test("Behind a dot the members are proposed; behind a call, of which nothing is known, none")
  func members() {
    #expect(complete("net.para|", after: "let net = mlp(2, 3)") == ["parameterCount", "parameters"])
    #expect(complete("xs.app|", after: "var xs = [1]") == ["append"])
    #expect(complete("net.layers.cou|", after: "let net = mlp(2, 3)") == ["count"])
    #expect(complete("f().cou|") == [])
    #expect(complete("pair.|", after: "let pair = (a: 1, 2)") == ["1", "a"])
  }

  @Test("Inside of a call the labels come first, with what they take")
  func labels() {
    #expect(complete("train(net, o|").prefix(2) == ["on: ", "optimizer: "])
    #expect(complete("plot([1, 2], tit|") == ["title: "])
    #expect(complete("train(net, on: data, |").prefix(2) == ["loss: ", "optimizer: "])
    #expect(complete("train(mlp(2, f(3)), epochs: 5, |").prefix(2) == ["on: ", "loss: "])
    #expect(complete("mlp(2, 16, 3, |").prefix(2) == ["activation: ", "init: "])
    #expect(complete("\"\\(f(1, 2), d|").prefix(2) == ["decimals: ", "digits: "])
    #expect(complete("\"\\(d|").first == "dataset")
  }

  @Test("Behind a label a value follows: no more labels are proposed")
  func valuesOfLabels() {
    #expect(complete("mlp(2, 3, activation: |").first { $0.hasSuffix(": ") } == nil)
    #expect(complete("train(net, on: optimi|") == [])
    #expect(complete("train(net, on: iris(), optimi|") == ["optimizer: "])
  }

  @Test(
    "Nothing is proposed in a text or a comment, but in the code of a text's interpolation",
    arguments: ["\"sin|\"", "// sin|", "1 /* /* */ sin|", "\"\"\"\na\nsin|", "\"\\(x) sin|", "\"\\\"sin|"])
  func textsAndComments(_ marked: String) {
    #expect(complete(marked) == [])
    for code in ["\"a\" + linsp|", "/* a */ linsp|", "// a\nlinsp|", "\"\\(linsp|", "\"\\((1 + 2) + linsp|"] {
      #expect(complete(code) == ["linspace"], "\(code)")
    }
  }

  @Test("A backslash and the name that LaTeX gives a letter become the letter")
  func letters() {
    let notebook = Notebook()
    let sigma = notebook.session.complete("let x = \\sigma", at: 14)
    #expect(sigma.items.map(\.text) == ["σ"] && sigma.range == 8..<14)
    #expect(complete("\\ep|") == ["\\epsilon"])
    #expect(complete("\\nothing|") == [])
    for (_, letter) in MathematicalLetters.byName {
      #expect(Notebook().value("let \(letter) = 1; \(letter)") == "1")
    }
  }

  @Test("Functions of the notebook and of the unfinished cell propose their labels too")
  func ownLabels() {
    #expect(complete("f(ba|", after: "func f(x, base = 2) = x").first == "base: ")
    #expect(complete("func g(x, at point) = x\ng(1, a|").first == "at: ")
  }

  @Test("Every proposal has a type, and those of the library and plain variables a line of text")
  func proposals() throws {
    let notebook = Notebook()
    notebook.run("let rate = 0.5; func f(x) = x; let net = mlp(2, 3)")
    func items(_ code: String) -> [Completions.Item] {
      notebook.session.complete(code, at: code.unicodeScalars.count).items
    }
    #expect(items("").allSatisfy { !$0.type.isEmpty && !$0.detail.isEmpty })
    let xavier = try #require(items("xavierN").first)
    #expect(xavier.type == "function")
    #expect(xavier.summary == "Normal weights of variance 2 gain² / (fan_in + fan_out).")
    #expect(items("rat").first?.summary == "rate = 0.5")
    #expect(items("f").first { $0.text == "f" }?.summary == "Defined in Cell [1].")
    let label = try #require(items("Adam(learn").first)
    #expect(label.type == "argument")
    #expect(label.detail == "a number from 0 up, 0.001 if left out")
    #expect(items("net.par").allSatisfy { $0.type == "member" && $0.detail == "a member of a network" })
  }

  @Test("Behind a label the argument is explained, and in a key what stands for it")
  func argumentsAndKeys() throws {
    let rate = try #require(inspect("Adam(learningRate: |)"))
    #expect(rate.hasPrefix("  learningRate  a number from 0 up, 0.001 if left out"))
    #expect(rate.contains("Adam(learningRate: 0.001,"))
    #expect(inspect("train(net, epo|chs: 3)")?.hasPrefix("  epochs") == true)
    #expect(inspect("Adam(lr: |)")?.hasPrefix("  learningRate") == true)
    #expect(inspect("t[\"loss|", after: "let t = [\"loss\": 0.5]") == "loss: a number\n0.5")
    #expect(inspect("plot(x, title: sin|)")?.hasPrefix("sin(x)") == true)
  }

  @Test("The range that is replaced is the word up to the cursor")
  func range() {
    let (code, cursor) = split("let y = lins| + 1")
    #expect(Notebook().session.complete(code, at: cursor).range == 8..<12)
    #expect(Notebook().session.complete("", at: 99).range == 0..<0)
  }

  @Test("A library function is explained with signature, parameters and example")
  func functions() {
    #expect(
      inspect("lins|pace(0, 1)") == """
        linspace(from, to, count: 50, dtype: float32)

        `count` numbers evenly spaced from `from` to `to`, both included.

          from   a number
          to     a number
          count  an integer, 50 if left out
          dtype  float32 or float64, float32 if left out

        Example:
            linspace(0, 1, 5)
        """)
    #expect(inspect("gelu(|")?.contains("Source: Hendrycks and Gimpel 2016") == true)
  }

  @Test("A function of the notebook shows its signature and, in detail, its text")
  func written() {
    let cell = "func f(x, by y = 2) = x * y"
    #expect(inspect("f|(1)", after: cell) == "func f(x, by y = …)\n\nDefined in Cell [1].")
    #expect(inspect("f|", after: cell, detailed: true)?.hasSuffix("x * y") == true)
  }

  @Test("Values and members are shown; of what is not known nothing is said")
  func values() {
    #expect(inspect("x|", after: "let x = [1, 2]") == "x: an array\n[1, 2]")
    #expect(inspect("net.kin|d", after: "let net = mlp(2, 3)") == "kind = \"Sequential\"")
    #expect(inspect("xs.map|", after: "let xs = [1]")?.hasPrefix("map(transform)") == true)
    #expect(inspect("xs.count|", after: "let xs = [1]") == "count: How many elements there are.")
    #expect(inspect("unknown|") == nil)
    #expect(inspect("f().x|", after: "let x = 3") == nil)
  }

  @Test("Any cursor in any text is answered")
  func anywhere() {
    let notebook = Notebook()
    let code = "let net = mlp(2, 3).layers[0] >> { $0.T }; plot(sin, on: 0...σ.x, title: \"a.b(c\")"
    for cursor in -1...code.unicodeScalars.count + 1 {
      _ = notebook.session.complete(code, at: cursor)
      _ = notebook.session.inspect(code, at: cursor, isDetailed: true)
      _ = notebook.session.complete(String(code.prefix(max(0, cursor))), at: cursor)
    }
  }
}
