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
    + Mistake.otherLanguages + Mistake.openEnds + Mistake.literals + Mistake.declarations + Mistake.bodies
    + Mistake.mixtures + Mistake.wideForms + Mistake.formattedTexts + Mistake.furtherHabits + Mistake.ofLayers

  @Test("each is answered in its own terms", arguments: all)
  func messages(mistake: Mistake) {
    let source = Source(name: "Cell [1]", text: mistake.text)
    let problems = Parser.parse(source).problems
    #expect(problems.map { $0.rendered(in: source) }.joined(separator: "\n") == mistake.messages)
  }

  @Test("nearly every message says what to write instead")
  func help() {
    let silent = Self.all.filter { !$0.messages.contains("help: ") && !$0.messages.contains("missing") }
    #expect(silent.count < Self.all.count / 10, "\(silent.map(\.text))")
  }
}
