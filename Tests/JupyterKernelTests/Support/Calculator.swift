import JupyterKernel

/// A language of whole numbers, `+ - * /`, parentheses and names: what a kernel needs at least.
struct Calculator: Interpreter {
  private var values: [String: Int] = [:]

  mutating func execute(_ code: String, in cell: Cell) throws -> MIMEBundle? {
    var last: Int?
    for line in code.split(separator: "\n") {
      try cell.checkInterruption()
      let sides = line.split(separator: "=", maxSplits: 1)
      let value = try evaluate(sides[sides.count - 1])
      if sides.count == 2 {
        values[sides[0].filter { $0 != " " }] = value
        last = nil
      } else {
        last = value
      }
    }
    return last.map { MIMEBundle(text: "\($0)") }
  }

  func complete(_ code: String, at cursor: Int) -> Completion {
    let typed = code.unicodeScalars.prefix(cursor)
    let word = String(
      String.UnicodeScalarView(typed.reversed().prefix { $0.properties.isAlphabetic }.reversed()))
    let start = cursor - word.unicodeScalars.count
    let matches = values.keys.filter { $0.hasPrefix(word) }.sorted()
    return Completion(matches: matches.map { .init($0, type: "instance") }, replacing: start..<cursor)
  }

  func inspect(_ code: String, at cursor: Int, detail: Int) -> MIMEBundle? {
    values[code].map { MIMEBundle(text: "\(code) is \($0)") }
  }

  func isComplete(_ code: String) -> Completeness {
    let depth = code.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
    if depth < 0 { return .invalid }
    return depth > 0 ? .incomplete(indent: "  ") : .complete
  }

  private func evaluate(_ text: Substring) throws -> Int {
    var rest = text.filter { $0 != " " }[...]
    let value = try sum(&rest)
    guard rest.isEmpty else { throw CellError(name: "SyntaxError", message: "no operator before \(rest)") }
    return value
  }

  private func sum(_ rest: inout Substring) throws -> Int {
    var value = try product(&rest)
    while let sign = rest.first, sign == "+" || sign == "-" {
      rest.removeFirst()
      let next = try product(&rest)
      value = try checked(
        sign == "+" ? value.addingReportingOverflow(next) : value.subtractingReportingOverflow(next))
    }
    return value
  }

  private func product(_ rest: inout Substring) throws -> Int {
    var value = try factor(&rest)
    while let sign = rest.first, sign == "*" || sign == "/" {
      rest.removeFirst()
      let next = try factor(&rest)
      if sign == "/", next == 0 { throw CellError(name: "DivisionByZero", message: "\(value) / 0") }
      value = try checked(
        sign == "*" ? value.multipliedReportingOverflow(by: next) : value.dividedReportingOverflow(by: next))
    }
    return value
  }

  private func factor(_ rest: inout Substring) throws -> Int {
    if rest.first == "(" {
      rest.removeFirst()
      let value = try sum(&rest)
      guard rest.popFirst() == ")" else {
        throw CellError(name: "SyntaxError", message: "no closing parenthesis")
      }
      return value
    }
    let word = rest.prefix { $0.isLetter || $0.isNumber }
    rest.removeFirst(word.count)
    if let number = Int(word) { return number }
    guard let value = values[String(word)] else {
      throw CellError(
        name: "NameError", message: word.isEmpty ? "a number is missing" : "\(word) has no value")
    }
    return value
  }

  private func checked(_ result: (partialValue: Int, overflow: Bool)) throws -> Int {
    if result.overflow { throw CellError(name: "Overflow", message: "the result has more than 64 bits") }
    return result.partialValue
  }
}
