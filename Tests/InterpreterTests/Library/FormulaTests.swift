import Testing

@testable import Interpreter

/// What front ends typeset.
struct FormulaTests {
  /// The TeX of a cell's value; nil where it has none.
  private func latex(_ cell: String) -> String? {
    guard case .finished(let display?) = Notebook().run(cell) else { return nil }
    guard let text = display.formats["text/latex"] else { return nil }
    return String(text.dropFirst("$\\displaystyle ".count).dropLast())
  }

  @Test("Every formula belongs to a function or layer, and its brackets close each other")
  func all() {
    let library = Library()
    let names = Set(library.names)
    for (name, formula) in Formulas.byName {
      #expect(names.contains(name), "no function is called \(name)")
      #expect(formula.count { $0 == "{" } == formula.count { $0 == "}" }, "\(name)")
      #expect(formula.ranges(of: "\\left").count == formula.ranges(of: "\\right").count, "\(name)")
      #expect(formula.ranges(of: "\\begin{").count == formula.ranges(of: "\\end{").count, "\(name)")
      #expect(!formula.contains("$"), "\(name)")
    }
  }

  @Test("A function shows its formula and keeps its words; one without a formula only words")
  func functions() {
    #expect(latex("relu") == #"\operatorname{relu}(x) = \max(x, 0)"#)
    #expect(latex("Softplus()") == #"\operatorname{softplus}(x) = \log(1 + e^x)"#)
    #expect(Notebook().value("relu") == "func relu(x)\nmax(x, 0), also an activation.")
    #expect(latex("linspace") == nil)
    #expect(latex("Linear(2, 3)") == nil)
  }

  @Test("Help shows the formula in Markdown and HTML, and so does the reference")
  func help() throws {
    guard case .finished(let display?) = Notebook().run("help(sigmoid)") else {
      Issue.record("there should be help")
      return
    }
    #expect(display.formats["text/markdown"]?.contains(#"$$\sigma(x) = \frac{1}{1 + e^{-x}}$$"#) == true)
    #expect(display.formats["text/html"]?.contains(#"$\displaystyle \sigma(x)"#) == true)
    #expect(!display.text.contains("\\"))
    #expect(Reference.markdown.contains(#"$$y = x W^\top + b$$"#))
  }

  @Test("Settings stand in the formula")
  func settings() {
    #expect(latex("huber(delta: 0.5)")?.contains(#"|r| \le 0.5"#) == true)
    #expect(latex("LeakyReLU(0.1)")?.contains(#"0.1\,x"#) == true)
    #expect(
      latex("he(mode: \"fan_out\", gain: 1)")
        == #"W_{ij} \sim \mathcal{N}\left(0,\ \frac{1}{n_{\text{out}}}\right)"#)
    #expect(
      latex("xavier(gain: 2)")
        == #"W_{ij} \sim \mathcal{U}(-a, a), \quad a = \sqrt{\frac{24}{n_{\text{in}} + n_{\text{out}}}}"#)
  }

  @Test(
    "Fractions are typeset in lists, matrices and tuples, but not among other values or where there are many")
  func fractions() {
    #expect(latex("[rational(1, 2), 3]") == #"\left[\frac{1}{2},\ 3\right]"#)
    #expect(
      latex("[[rational(1, 2), 1], [0, rational(-1, 3)]]")
        == #"\begin{bmatrix} \frac{1}{2} & 1 \\[2pt] 0 & -\frac{1}{3} \end{bmatrix}"#)
    #expect(
      latex("(low_er: rational(1, 3), 2)") == #"\left(\text{low\_er}: \frac{1}{3},\ 2\right)"#)
    #expect(latex("[1, 2]") == nil)
    #expect(latex("[rational(1, 2), \"a\"]") == nil)
    #expect(latex("(1...100).map { rational($0, 3) }") == nil)
  }

  @Test("A piecewise linear function is shown by its cases, as long as they are few")
  func pieces() {
    #expect(
      latex("pieces(sawtooth(1), on: 0...1)")
        == #"f(x) = \begin{cases} 2\,x & 0 \le x \le \frac{1}{2} \\[4pt] -2\,x + 2 & \frac{1}{2} \le x \le 1 \end{cases}"#
    )
    #expect(latex("piecewiseLinear([[0, 1], [2, 1]])") == #"f(x) = 1 , \quad 0 \le x \le 2"#)
    #expect(latex("pieces(sawtooth(4), on: 0...1)") == nil)
  }

  @Test("Bounds are a table, long numbers with a power of ten")
  func bounds() {
    let small = latex("regionBounds([2, 16, 16])")
    #expect(small?.contains(#"\text{Serra 2018} & \text{at most} & 18769"#) == true)
    #expect(latex("regionBounds([2, 256, 256, 256])")?.contains(#"\cdot 10^{231}"#) == true)
  }
}
