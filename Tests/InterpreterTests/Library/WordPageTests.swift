import Language
import Testing

@testable import Interpreter

/// Help about the language's own words and signs.
struct WordPageTests {
  private func inspect(_ marked: String) -> String? {
    let scalars = Array(marked.unicodeScalars)
    let cursor = scalars.firstIndex(of: "¦") ?? scalars.count
    return Notebook().session.inspect(marked.replacing("¦", with: ""), at: cursor, isDetailed: false)?.text
  }

  @Test("Each word and each operator has one page")
  func complete() {
    let names = WordPage.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
    for word in Keyword.allCases { #expect(names.contains(word.rawValue), "\(word.rawValue)") }
    // What only separates or encloses is explained where it is used.
    let plain: Set<Sign> = [.leftParenthesis, .rightParenthesis, .comma, .colon, .dot, .arrow]
    for sign in Sign.allCases where !plain.contains(sign) {
      #expect(names.contains(sign.rawValue), "\(sign.rawValue)")
    }
  }

  @Test("The examples work as they stand", arguments: WordPage.all.map { [$0.names[0], $0.example] })
  func examples(_ page: [String]) {
    let notebook = Notebook()
    let value = notebook.value(page[1])
    #expect(!value.contains("╭─"), "\(value)")
    #expect(notebook.output.errors == "")
  }

  @Test(
    "A word or sign is asked for in every way that a name is",
    arguments: ["?check", "check?", "? check", "??check", "help(\"check\")"])
  func words(_ cell: String) {
    #expect(
      Notebook().value(cell) == """
        check condition, "what is claimed"

        Claims that a condition holds: prints ✓ with both sides, or fails the cell
        with them. The words behind the comma may be left out.

        Example:
            check allClose(0.1 + 0.2, 0.3), "sums are right up to rounding"
        """)
  }

  @Test(
    "A sign is asked for by itself or in quotes",
    arguments: [
      ["?@", "a @ b"], ["@?", "a @ b"], ["help(\"@\")", "a @ b"], ["? **", "a ** b"], ["..<?", "a..<b"],
      ["?...", "a...b"], ["help(\"..<\")", "a..<b"], ["help(\"...\")", "a...b"], ["???", "a ?? b"],
      ["??", "a ?? b"], ["?>>", "layer >> layer"], ["??:", "condition ? a : b"], ["?$0", "{ $0 … }"],
      ["$0?", "{ $0 … }"], ["help(\"?:\")", "condition ? a : b"], ["?import", "import(path)"],
      ["?else", "if condition { … } else { … }"], ["?_", "_"], ["?{", "{ x, y in … }, { $0 … }"],
    ])
  func signs(_ query: [String]) {
    #expect(Notebook().value(query[0]).split(separator: "\n").first.map(String.init) == query[1])
  }

  @Test("A question mark alone shows where to begin")
  func alone() {
    #expect(Notebook().value("?") == Notebook().value("help()"))
  }

  @Test("A sign that the language does not have is said to be none")
  func unknown() {
    #expect(
      Notebook().failure("?&&&") == """
        E020: `&&&` is no name, word or sign of this language
          ╭─ Cell [1], line 1, column 1
        1 │ ?&&&
          │ ^^^^
          ╰─ help: the signs are +  -  *  /  %  **  @  >>  ==  <  &&  ||  !  ??  ?:  ..<  ...  =  +=  $0  {  [  \\(  _  ;  //
        """)
  }

  @Test(
    "Shift-Tab shows the word or operator at the cursor",
    arguments: [
      ["che¦ck 1 == 1", "check condition"], ["while¦ true { }", "while condition"], ["x @¦ w", "a @ b"],
      ["x ¦@ w", "a @ b"], ["print(x @¦ w)", "a @ b"], ["f(0..<¦n)", "a..<b"], ["d[1] ??¦ 2", "a ?? b"],
      ["Linear(2, 3) >>¦ ReLU()", "layer >> layer"], ["a *¦ -b", "a * b"], ["a <¦= b", "a < b"],
      ["x = 0 - -¦1", "a - b"], ["xs.map { $0¦ + 1 }", "{ $0 … }"], ["x ** 2 +¦ 1", "a + b"],
    ])
  func inspection(_ place: [String]) {
    #expect(inspect(place[0])?.hasPrefix(place[1]) == true, "\(inspect(place[0]) ?? "nothing")")
  }

  @Test("An operator behind which nothing stands yet does not hide the call around it")
  func unfinished() {
    #expect(inspect("linspace(0, 2 *¦)")?.hasPrefix("linspace(") == true)
    #expect(inspect("linspace(0, 2 *¦")?.hasPrefix("linspace(") == true)
    #expect(inspect("linspace¦(0, 2 * 3)")?.hasPrefix("linspace(") == true)
    #expect(inspect("\"a + ¦b\"") == nil)
  }
}
