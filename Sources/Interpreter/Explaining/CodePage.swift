import Language

/// What there is to know about a code such as `E041`: `explain("E041")` shows it.
struct CodePage: Sendable {
  let code: ProblemCode
  /// The mistake in a few words.
  let title: String
  /// What the code says about a cell.
  let meaning: String
  /// A cell that raises the code, and one that does what was meant. The tests run both.
  let wrong: String
  let right: String
  /// Why the language is as it is.
  let why: String

  init(_ code: ProblemCode, _ title: String, _ meaning: String, wrong: String, right: String, why: String) {
    self.code = code
    self.title = title
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
    self.why = why
  }

  /// A page for each code, in the order of the codes.
  static let all = (reading + sentences + names + values + running).sorted { $0.number < $1.number }

  /// The page of a code, whose letter is of no importance.
  static func page(_ text: String) -> CodePage? {
    let digits = text.filter(\.isNumber)
    return all.first { $0.number == Int(digits) && (text == digits || text.first?.isLetter == true) }
  }

  private var number: Int { Int(code.rawValue.dropFirst()) ?? 0 }
}

extension CodePage: LibraryValue {
  static let kind = "an explanation"

  var text: String { page.text }

  func display(isCancelled: @escaping @Sendable () -> Bool) -> Display { page.display }

  private var page: Page {
    Page([
      .heading("\(code.rawValue): \(title)"), .paragraph(meaning), .caption("wrong"), .code(wrong.shortened),
      .caption("right"), .code(right), .paragraph(why),
    ])
  }
}

/// All codes with their titles: `explain()` shows it.
struct CodeList: LibraryValue {
  static let kind = "a list of codes"

  var text: String { page.text }

  func display(isCancelled: @escaping @Sendable () -> Bool) -> Display { page.display }

  private var page: Page {
    Page([
      .paragraph("`explain(\"E020\")` tells what a code means, with an example. There are:"),
      .terms(CodePage.all.map { ($0.code.rawValue, $0.title) }),
    ])
  }
}

extension String {
  /// The text without its middle, where it is long.
  fileprivate var shortened: String { count > 240 ? prefix(80) + " … " + suffix(80) : self }
}
