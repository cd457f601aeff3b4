import Language
import Testing

/// Something that a student writes, and all that is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let text: String
  let messages: String

  init(_ text: String, _ messages: String) {
    self.text = text
    self.messages = messages
  }

  var testDescription: String { text.replacing("\n", with: "⏎") }
}

@Suite("Mistakes and their whole messages")
struct MistakeTests {
  private static let all: [Mistake] =
    Mistake.pythonStatements + Mistake.pythonExpressions + Mistake.mathematics + Mistake.swift
    + Mistake.otherLanguages + Mistake.openEnds + Mistake.literals + Mistake.declarations + Mistake.mixtures

  @Test("each is answered in its own terms", arguments: all)
  func messages(mistake: Mistake) {
    let source = Source(name: "Cell [1]", text: mistake.text)
    let problems = Parser.parse(source).problems
    #expect(problems.map { $0.rendered(in: source) }.joined(separator: "\n") == mistake.messages)
  }

  @Test("none is read as an unfinished text once a line follows it", arguments: all)
  func isNotIncomplete(mistake: Mistake) {
    let problems = Parser.parse(Source(name: "Cell [1]", text: mistake.text + "\nlet after = 1\n")).problems
    let isOpen = problems.contains { $0.code == .unclosedBracket && $0.isAtEnd }
    let isOpenString = problems.contains { [.unterminatedString, .unterminatedComment].contains($0.code) }
    #expect(isOpen || isOpenString || problems.allSatisfy { !$0.isAtEnd })
  }

  @Test("no two are told apart by their place alone: most help texts say what to write")
  func help() {
    let silent = Self.all.filter { !$0.messages.contains("help: ") && !$0.messages.contains("missing") }
    #expect(silent.count < Self.all.count / 10)
  }
}
