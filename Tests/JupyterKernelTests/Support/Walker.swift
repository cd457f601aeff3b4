import JupyterKernel

/// A language of lines that can be debugged: `a = 7` names a number, `l = list 3` a list, `enter f` and `leave` are a
/// call; `show a`, `ask`, `fail` and `spin` do what they say. A blank line is no statement. A message on a comm is run as
/// its member `code` says.
struct Walker: Debuggable {
  struct Call {
    let name: String
    let number: Int
    var line = 0
    var names: [(String, Int)] = []
  }

  /// What the debugger sees; a list is kept as a negative number, its count.
  struct Program: DebuggedProgram {
    var code = ""
    var calls: [Call] = []
    var notes: [(String, Int)] = []
    var cellName = "cell"

    var frames: [DebugFrame] {
      calls.reversed().map {
        DebugFrame(name: $0.name, code: code, cellName: cellName, line: $0.line, column: 1)
      }
    }

    func scopes(of frame: Int) throws -> [DebugScope] {
      guard frames.indices.contains(frame) else {
        throw CellError(name: "NoCall", message: "no call \(frame)")
      }
      let locals = calls[calls.count - 1 - frame].names.map(Self.variable)
      return [DebugScope(name: "Locals", variables: locals), DebugScope(name: "Globals", variables: globals)]
    }

    var globals: [DebugVariable] { notes.map(Self.variable) }

    static func variable(_ name: String, _ value: Int) -> DebugVariable {
      guard value < 0 else { return DebugVariable(name: name, value: "\(value)", type: "int") }
      return DebugVariable(
        name: name, value: "a list", type: "list of \(-value)",
        children: .init(count: -value, isIndexed: true) { range in
          range.map { index in
            let inside = DebugVariable.Children(count: 1, isIndexed: true) { _ in [variable("[0]", index)] }
            return DebugVariable(name: "[\(index)]", value: "\(index)", children: inside)
          }
        })
    }

    func value(_ name: String, in frame: Int?) throws -> Int {
      if let number = Int(name) { return number }
      let locals = frame.map { calls[calls.count - 1 - $0].names } ?? []
      guard let found = (locals + notes).first(where: { $0.0 == name }) else {
        throw CellError(name: "NameError", message: "\(name) has no value")
      }
      return found.1
    }

    func evaluate(_ code: String, in frame: Int) throws -> DebugVariable {
      Self.variable(code, try value(code, in: frame))
    }

    func holds(_ condition: String, in frame: Int) throws -> Bool { try value(condition, in: frame) != 0 }

    func display(_ name: String, in frame: Int?) throws -> MIMEBundle? {
      MIMEBundle(text: "\(try value(name, in: frame))!")
    }

    func copyToGlobals(_ name: String, from frame: Int, as newName: String) throws -> DebugVariable {
      Self.variable(newName, try value(name, in: frame))
    }
  }

  private var program = Program()

  static func statementLines(of code: String) -> [Int] {
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      $1.isEmpty ? nil : $0 + 1
    }
  }

  func betweenCells(_ body: (any DebuggedProgram) -> Void) { body(program) }

  mutating func execute(_ code: String, in cell: Cell) throws -> MIMEBundle? {
    program.code = code
    program.calls = [Call(name: "cell", number: 1)]
    defer { program.calls = [] }
    var number = 1
    let key = cell.debugKey(of: code)
    for (index, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.isEmpty else { continue }
      program.calls[program.calls.count - 1].line = index + 1
      try reach(key, cell)
      do { try run(line.split(separator: " ").map(String.init), key, &number, cell) } catch {
        if let error = error as? CellError {
          cell.failing(
            error, depth: program.calls.count, call: program.calls.last?.number ?? 0, program: program)
        }
        throw error
      }
    }
    return nil
  }

  mutating func opened(_ comm: Comm, _ message: Comm.Message, in cell: Cell) throws -> Bool { true }

  mutating func received(_ message: Comm.Message, on comm: Comm, in cell: Cell) throws {
    _ = try execute(message.data["code"]?.string ?? "", in: cell)
  }

  private func reach(_ key: UInt32, _ cell: Cell) throws {
    guard cell.isDebugged, let call = program.calls.last else { return }
    cell.reach(
      key: key, line: call.line, startsLine: true, depth: program.calls.count, call: call.number,
      program: program)
    try cell.checkInterruption()
  }

  private mutating func run(_ words: [String], _ key: UInt32, _ number: inout Int, _ cell: Cell) throws {
    let last = program.calls.count - 1
    switch words[0] {
    case "enter":
      number += 1
      program.calls.append(Call(name: words[1], number: number, line: program.calls[last].line))
    case "leave": program.calls.removeLast()
    case "show": cell.write("\(try program.value(words[1], in: 0))\n")
    case "ask": _ = try cell.readLine()
    case "fail": throw CellError(name: "Failure", message: "as asked")
    case "spin":
      cell.write("spinning\n")
      while true {
        try reach(key, cell)
        if cell.hasDebuggerQuestions { cell.answerDebugger(program) }
        try cell.checkInterruption()
      }
    default:
      let value = words[2] == "list" ? -(Int(words[3]) ?? 0) : Int(words[2]) ?? 0
      if last > 0 {
        program.calls[last].names.append((words[0], value))
      } else {
        program.notes.removeAll { $0.0 == words[0] }
        program.notes.append((words[0], value))
      }
    }
  }
}
