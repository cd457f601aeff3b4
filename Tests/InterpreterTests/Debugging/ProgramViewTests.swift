import Testing

@testable import Interpreter

/// What a debugger can see and do while a program stands still.
struct ProgramViewTests {
  private let notebook = Notebook()
  private let onlooker = Onlooker()

  init() { notebook.observer = onlooker }

  /// Runs a cell, and what a test wants to do at one of its lines.
  private func run(_ code: String, at line: Int, _ body: @escaping (ProgramView) -> Void) {
    var wasThere = false
    onlooker.atLine = [
      line: { view in
        wasThere = true
        body(view)
      }
    ]
    if case .failed(let failure) = notebook.run(code) { Issue.record("\(failure.plain)") }
    #expect(wasThere, "line \(line) is not reached")
  }

  private func problem(_ body: () throws -> Any?) -> String {
    do { return "no problem, but \(String(describing: try body()))" } catch { return "\(error)" }
  }

  @Test("The calls are there with their places, the innermost first")
  func calls() {
    run("func f(x) {\n  return x\n}\nfunc g() {\n  let n = 1;  f(n)\n}\ng()", at: 2) { view in
      #expect(view.calls.map(\.name) == ["f", "g", "Cell [1]"])
      #expect(view.calls.map(\.line) == [2, 5, 7])
      #expect(view.calls.map(\.column) == [3, 15, 1])
      #expect(view.calls.allSatisfy { $0.cell.name == "Cell [1]" && $0.cell.text.hasPrefix("func f") })
    }
    #expect(notebook.session.look { $0.calls.isEmpty })
  }

  @Test("The scopes hold what is in scope and has a value")
  func scopes() {
    let code = """
      var seen = 0
      func make(start) {
        var n = start
        let unused = 1
        return { step in
          n += step
          let now = n
          for i in 0..<1 {
            seen += i
          }
          return now
        }
      }
      make(40)(2)
      """
    run(code, at: 9) { view in
      #expect(view.lines("Locals") == ["step: int = 2", "now: int = 42", "i: int = 0"])
      #expect(view.lines("Captured") == ["n: int = 42"])
      #expect(view.lines("Globals") == ["seen: int = 0", "make: func make(start) = func make(start)"])
      #expect((try? view.scopes(ofCall: 1).map(\.name)) == ["Globals"])
      #expect(problem { try view.scopes(ofCall: 7) }.contains("no call 7"))
    }
  }

  @Test("Expressions have the meaning that they would have in the program's place")
  func evaluation() {
    let code = "let k = 3\nfunc f(x) {\n  let k = 10\n  return k * x\n}\nf(2)"
    run(code, at: 4) { view in
      #expect(view.answer("k + x") == "12")
      #expect(view.answer("k", inCall: 1) == "3")
      #expect(view.answer("[1, 2].map { $0 * k }") == "[10, 20]")
      #expect(view.answer("f(1)") == "10")
      #expect((try? view.holds("x == 2 && k > 9", inCall: 0)) == true)
      #expect(problem { try view.holds("x", inCall: 0) }.contains("a condition must be true or false"))
      #expect(view.answer("nowhere") == "E020: `nowhere` is not defined")
      #expect(view.answer("1 +").hasPrefix("E0"))
      #expect(view.answer("1 % 0") == "E043: division by zero")
      #expect(view.answer("check x == 3").hasSuffix("2 == 3 is false"))
      #expect(view.answer("let z = 1").contains("only expressions and assignments"))
      #expect(view.answer("k = 1").contains("`k` is a constant"))
    }
    // Nothing of what was evaluated was told of, for all its calls and errors.
    #expect(onlooker.trail == ["Cell [1] 1", "Cell [1] 6", "f 3", "f 4"])
    #expect(onlooker.failures.isEmpty)
  }

  @Test("What is assigned stays: to locals, to those that closures share, and to the notebook's names")
  func assignment() {
    let code = """
      var total = 1
      func f() {
        var a = 1
        var b = 1
        let grow = { b += 1 }
        grow()
        return [a, b]
      }
      (f(), total)
      """
    run(code, at: 6) { view in
      #expect(view.answer("a = 20") == "")
      #expect(view.answer("b = 30") == "")
      #expect(view.answer("total += 4") == "")
      #expect(view.answer("[1].map({ x in a += x })") == "[()]")
      #expect(view.lines("Locals").prefix(2) == ["a: int = 21", "b: int = 30"])
    }
    onlooker.atLine = [:]
    #expect(notebook.value("total") == "5")
    var result = ""
    onlooker.atLine = [
      6: { view in
        #expect(view.answer("a = 20") == "")
        #expect(view.answer("b = 30") == "")
      }
    ]
    result = notebook.value(code)
    #expect(result == "([20, 31], 1)")
  }

  @Test("A cell that fails takes back what was assigned while it stood still")
  func takenBack() throws {
    try notebook.run(
      all: "func make() {\n  var n = 1\n  return { n += 1; return n }\n}\nlet next = make()\nvar total = 1")
    onlooker.atLine = [
      1: { view in
        #expect(view.answer("total = 50") == "")
        #expect(view.answer("next()") == "2")
      }
    ]
    #expect(notebook.failure("let a = 1\nnext()\n1 % 0").contains("division by zero"))
    onlooker.atLine = [:]
    #expect(notebook.value("(total, next())") == "(1, 2)")
  }

  @Test("A local's value gets a name of the notebook, even that of a function that is being called")
  func copies() {
    run("func f(x) {\n  let y = [x, x]\n  return y\n}\nf(7)", at: 3) { view in
      #expect((try? view.copy("y", fromCall: 0, as: "kept").line) == "kept: array of 2 = [7, 7]")
      #expect((try? view.copy("x", fromCall: 0, as: "f").text) == "7")
      #expect(problem { try view.copy("nowhere", fromCall: 0, as: "z") } == "E020: `nowhere` is not defined")
      #expect(problem { try view.copy("x", fromCall: 0, as: "1 + 1") }.contains("cannot be a name"))
    }
    onlooker.atLine = [:]
    #expect(notebook.value("(kept, f)") == "([7, 7], 7)")
  }

  @Test("Between cells the notebook's names can be seen, and shown as a cell would show them")
  func idle() throws {
    try notebook.run(all: "let a = 1\nlet t = tensor([[1.0, 2.0], [3.0, 4.0]])")
    let view = notebook.session.look { $0 }
    #expect(view.globals.map(\.line).first == "a: int = 1")
    let display = try view.display(ofName: "t", inCall: nil, isCancelled: { false })
    #expect(display?.text.hasSuffix("2×2, float32") == true)
    #expect(
      problem { try view.display(ofName: "aa", inCall: nil, isCancelled: { false }) }
        == "E020: `aa` is not defined")
    #expect(view.answer("a").contains("no call 0"))
  }
}
