import ArgumentParser
import Interpreter

/// `mlp-swift reference`: prints the reference of the language.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print the reference of the language, as Markdown.")

  func run() { Terminal.write(Reference.markdown) }
}
