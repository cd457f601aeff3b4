import Glibc
import JupyterKernel

/// Commands that try out everything a cell can do; what is no command is a line for the calculator.
struct ToyLanguage: Interpreter {
  private var calculator = Calculator()

  static let info = LanguageInfo(
    name: "toy", version: "1.0", mimeType: "text/x-toy", fileExtension: ".toy",
    implementation: "toy-kernel", implementationVersion: "0.1", banner: "A toy",
    helpLinks: [.init(text: "Help", url: "https://example.org")])

  mutating func execute(_ code: String, in cell: Cell) throws -> MIMEBundle? {
    let words = code.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    switch words[0] {
    case "print": cell.write(rest + "\n")
    case "warn": cell.write(rest + "\n", to: .stderr)
    case "mixed":
      cell.write("one ")
      cell.write("two ", to: .stderr)
      cell.write("three ")
      cell.display(MIMEBundle(text: "four"))
      cell.write("five")
      return MIMEBundle(text: "six")
    case "show": cell.display(MIMEBundle(text: rest), id: "shown")
    case "shows": for number in 0..<(Int(rest) ?? 0) { cell.display(MIMEBundle(text: "\(number)")) }
    case "change": cell.update(MIMEBundle(text: rest), id: "shown")
    case "clear": cell.clearOutput(wait: rest == "wait")
    case "page": cell.page(MIMEBundle(text: rest))
    case "next": cell.setNextInput(rest)
    case "exit": cell.askExit()
    case "ask": return MIMEBundle(text: "you said \(try cell.readLine(prompt: rest))")
    case "doubt":
      _ = try cell.readLine(prompt: rest)
      throw Unforeseen()
    case "secret": return MIMEBundle(text: "\(try cell.readLine(prompt: rest, password: true).count) letters")
    case "flood": for number in 0..<(Int(rest) ?? 0) { cell.write("line \(number)\n") }
    case "pour":
      while true {
        cell.write("still pouring\n")
        try cell.checkInterruption()
      }
    case "spin":
      cell.write("spinning\n")
      while true { try cell.checkInterruption() }
    case "deaf":
      cell.write("deaf\n")
      // A call that does not come back for long and cannot be told to.
      poll(nil, 0, 10_000)
    case "raise": throw Unforeseen()
    default: return try calculator.execute(code, in: cell)
    }
    return nil
  }

  func complete(_ code: String, at cursor: Int) -> Completion { calculator.complete(code, at: cursor) }

  func inspect(_ code: String, at cursor: Int, detail: Int) -> MIMEBundle? {
    calculator.inspect(code, at: cursor, detail: detail)
  }

  func isComplete(_ code: String) -> Completeness { calculator.isComplete(code) }

  private struct Unforeseen: Error {}
}
