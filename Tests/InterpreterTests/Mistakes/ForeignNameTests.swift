import Language
import Testing

@testable import Interpreter

struct ForeignNameTests {
  @Test("What is proposed for names and members of other libraries is the language's own")
  func proposals() {
    let session = Notebook().session
    for (name, advice) in ForeignNames.names {
      #expect(session.library.value(name) == nil, "`\(name)` is a name of the library")
      for code in Self.code(in: advice) {
        let program = Parser.parse(Source(name: name, text: code))
        #expect(program.isValid, "\(code)")
        guard advice.hasPrefix("write `"), let word = code.firstMatch(of: /^[A-Za-z]\w*/)?.output else {
          continue
        }
        #expect(
          session.library.value(String(word)) != nil || ["x", "xs", "a", "b"].contains(word),
          "\(name): \(code)")
      }
    }
  }

  @Test("A member that is proposed belongs to some kind of value")
  func members() throws {
    let notebook = Notebook()
    let library = notebook.session.library
    try notebook.run(
      all:
        "let h = train(mlp(4, 3), on: iris(), epochs: 1, progress: false); let n = mlp(4, 3); let d = iris()")
    let values = ["h", "n", "d"].compactMap { notebook.session.globals.value(of: $0) }
    let known = Set(
      (values + [.array([]), .string(""), .tensor(.init(0)), .dictionary([:])]).flatMap {
        library.memberNames(of: $0)
      })
    for (name, proposals) in ForeignNames.members {
      #expect(Set(proposals).isSubset(of: known), "\(name): \(proposals)")
    }
  }

  /// What stands between backticks, with something in the place of each `…`.
  private static func code(in advice: String) -> [String] {
    advice.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.offset % 2 == 1 ? String($0.element.replacing("…", with: "x")) : nil }
      // How a value stands in a text is no expression by itself.
      .filter { !$0.hasPrefix("\\(") }
  }
}
