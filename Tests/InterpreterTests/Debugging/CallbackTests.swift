import Testing

@testable import Interpreter

/// What a debugger is told of functions that controls call.
struct CallbackTests {
  private let frontEnd = WidgetFrontEnd()
  private let onlooker = Onlooker()
  private static let cell = "interact(k: 1...9) { k in\n  let twice = 2 * k\n  twice\n}"

  init() { frontEnd.notebook.observer = onlooker }

  @Test("The statements of a function are told of when a control is moved, as when its cell is run")
  func moves() throws {
    try frontEnd.notebook.run(all: Self.cell)
    let trail = ["Cell [1] 1", "closure 2", "closure 3"]
    #expect(onlooker.trail == trail)
    var seen: [String] = []
    onlooker.atLine[3] = { view in
      #expect(view.calls.map(\.name) == ["closure"])
      seen = view.lines("Locals")
    }
    frontEnd.move("k", to: 8)
    #expect(onlooker.trail == trail + ["closure 2", "closure 3"])
    #expect(seen == ["k: int = 8", "twice: int = 16"])
    #expect(frontEnd.shown == ["16"])
  }

  @Test(
    "A function of controls that were there before the debugger is told of too, and no longer when it has gone"
  )
  func attachedLate() throws {
    onlooker.isAttached = false
    try frontEnd.notebook.run(all: "func f(x) {\n  return x\n}", "interact(k: 1...9) { k in\n  f(k)\n}")
    onlooker.isAttached = true
    frontEnd.move("k", to: 8)
    #expect(onlooker.trail == ["closure 2", "f 2"])
    onlooker.isAttached = false
    frontEnd.move("k", to: 7)
    #expect(onlooker.trail.count == 2)
    #expect(frontEnd.shown == ["7"])
  }

  @Test("An error is told where it arises, and then stands with the controls")
  func failure() throws {
    try frontEnd.notebook.run(all: "interact(k: 1...9) { k in\n  1 % (k - 8)\n}")
    frontEnd.move("k", to: 8)
    #expect(onlooker.trail.last == "failure 2")
    #expect(frontEnd.shown == ["E043: division by zero"])
  }

  @Test("A debugger that comes and goes is the same to all shells of a notebook")
  func otherShells() throws {
    let notebook = frontEnd.notebook
    let other = Notebook(in: notebook.session.machine.workspace)
    other.observer = onlooker
    onlooker.isAttached = false
    try notebook.run(all: "func f(x) {\n  return x\n}")
    for (count, isAttached) in [(2, true), (2, false), (4, true)] {
      onlooker.isAttached = isAttached
      #expect(other.value("f(1)") == "1")
      #expect(onlooker.trail.count == count)
      onlooker.isAttached = false
      #expect(notebook.value("f(2)") == "2")
    }
  }
}
