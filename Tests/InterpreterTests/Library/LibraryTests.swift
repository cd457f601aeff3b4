import Language
import Testing

@testable import Interpreter

/// The declarations of the library, which evaluation, help and completion read.
struct LibraryTests {
  private let library = Interpreter.Library()

  private let methods: [Method] =
    Interpreter.Library.arrayMethods + Interpreter.Library.rangeMethods + Interpreter.Library.stringMethods
    + Interpreter.Library.dictionaryMethods + Interpreter.Library.tensorMethods

  private var everything: [LibraryFunction] { library.functions + methods.map(\.function) }

  @Test("Every function's example runs")
  func examples() async throws {
    let failures = try await onOwnThread {
      LibraryTests().everything.filter { !$0.example.hasPrefix("//") }.compactMap { function in
        if case .failed(let failure) = Notebook().run(function.example) {
          failure.report(colour: false)
        } else {
          nil
        }
      }
    }
    #expect(failures == [])
  }

  @Test("Every example shows its function")
  func exampleNames() {
    for function in everything { #expect(function.example.contains(function.name), "\(function.name)") }
  }

  @Test("Every function and member has a sentence that says what it does")
  func summaries() {
    for function in everything {
      #expect(function.summary.hasSuffix("."), "\(function.name)")
      #expect(!function.example.isEmpty, "\(function.name)")
    }
  }

  @Test("No name is declared twice, and no parameter of a function")
  func names() {
    let names = library.functions.map(\.name) + Interpreter.Library.constants.keys
    #expect(names.count == Set(names).count)
    for function in everything {
      #expect(Keyword(rawValue: function.name) == nil, "\(function.name) is a keyword")
      #expect(Set(function.parameters.map(\.name)).count == function.parameters.count, "\(function.name)")
    }
  }

  @Test("No member of one kind of value is declared twice")
  func members() {
    for cell in ["[1]", "0..<1", "\"a\"", "[1: 2]", "ones(1)", "mlp(2, 2)", "iris()"] {
      let notebook = Notebook()
      notebook.run("let value = \(cell)")
      guard let value = Inspection(notebook.session.machine).value(named: "value") else {
        Issue.record("\(cell) has no value")
        continue
      }
      let names = notebook.session.library.memberNames(of: value)
      #expect(names.count == Set(names).count, "\(cell)")
      #expect(!names.isEmpty, "\(cell)")
    }
  }

  @Test("Every function answers arguments of the wrong kind with a message, never with a trap")
  func wrongArguments() {
    let values = [
      "1", "-1", "2.5", "\"a\"", "[]", "[1, \"a\"]", "nil", "ones(2, 2)", "0..<3", "relu", "iris()", "(1, 2)",
      "zeros(0)", "nan",
    ]
    for function in library.functions where !["input", "time"].contains(function.name) {
      let notebook = Notebook()
      for value in values {
        for count in 1...3 {
          let arguments = Array(repeating: value, count: count).joined(separator: ", ")
          if case .failed(let failure) = notebook.run("\(function.name)(\(arguments));") {
            #expect(failure.name.hasPrefix("E"))
          }
        }
      }
    }
  }
}
