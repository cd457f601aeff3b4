import JupyterKernel
import Logging

/// A kernel in less than a hundred lines: numbers, `+ - * /`, parentheses, and names that keep a value.
struct Calculator: Interpreter {
  static let info = LanguageInfo(
    name: "calculator", version: "1.0", mimeType: "text/plain", fileExtension: ".txt",
    implementation: "calculator-kernel", implementationVersion: "1.0", banner: "A calculator")

  /// What the program of such a kernel does, the path being its argument.
  static func run(connectionFile path: String) throws {
    let logger = Logger(label: "calculator")
    try Kernel(connectionFile: path, language: info, logger: logger) { Calculator() }.run()
  }

  private var values: [String: Double] = [:]

  mutating func execute(_ code: String, in cell: Cell) throws -> MIMEBundle? {
    var last: Double?
    for line in code.split(separator: "\n") {
      try cell.checkInterruption()
      let sides = line.split(separator: "=", maxSplits: 1)
      var formula = Formula(values: values, rest: sides[sides.count - 1].filter { $0 != " " }[...])
      last = try formula.value()
      if sides.count == 2 {
        values[sides[0].filter { $0 != " " }] = last
        last = nil
      }
    }
    return last.map { MIMEBundle(text: Calculator.text($0)) }
  }

  func complete(_ code: String, at cursor: Int) -> Completion {
    let letters = code.unicodeScalars.prefix(cursor).reversed().prefix { $0.properties.isAlphabetic }
    let word = String(String.UnicodeScalarView(letters.reversed()))
    let matches = values.keys.filter { $0.hasPrefix(word) }.sorted()
    return Completion(
      matches: matches.map { .init($0, type: "instance") }, replacing: (cursor - letters.count)..<cursor)
  }

  func inspect(_ code: String, at cursor: Int, detail: Int) -> MIMEBundle? {
    values[code].map { MIMEBundle(text: "\(code) is \(Calculator.text($0))") }
  }

  func isComplete(_ code: String) -> Completeness {
    let open = code.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
    return open < 0 ? .invalid : open > 0 ? .incomplete(indent: "  ") : .complete
  }

  private static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}

/// A formula that is being read from left to right.
private struct Formula {
  let values: [String: Double]
  var rest: Substring

  mutating func value() throws -> Double {
    let value = try value(above: 0)
    guard rest.isEmpty else { throw CellError(name: "SyntaxError", message: "no operator before \(rest)") }
    return value
  }

  /// Reads on for as long as the operators bind more tightly.
  private mutating func value(above precedence: Int) throws -> Double {
    var value = try operand()
    while let sign = rest.first, let own = ["+": 1, "-": 1, "*": 2, "/": 2][sign], own > precedence {
      rest.removeFirst()
      let right = try self.value(above: own)
      switch sign {
      case "+": value += right
      case "-": value -= right
      case "*": value *= right
      default:
        guard right != 0 else { throw CellError(name: "DivisionByZero", message: "a division by zero") }
        value /= right
      }
    }
    return value
  }

  private mutating func operand() throws -> Double {
    if rest.first == "(" {
      rest.removeFirst()
      let value = try value(above: 0)
      guard rest.popFirst() == ")" else { throw CellError(name: "SyntaxError", message: "no closing )") }
      return value
    }
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "." }
    rest.removeFirst(word.count)
    if let value = values[String(word)] ?? Double(word) { return value }
    throw CellError(name: "NameError", message: word.isEmpty ? "a number is missing" : "\(word) has no value")
  }
}
