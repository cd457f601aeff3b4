import Language
import Testing

@testable import Interpreter

/// Every parameter of every library function with a value of every kind: what is refused before the cell runs must
/// fail when it runs.
struct ArgumentKindTests {
  /// A value of each kind.
  private static let specimens = [
    "true", "3", "0.5", "rational(1, 3)", "\"text\"", "[1, 2]", "ones(2, 2)", "0...3", "(1, 2)", "[\"a\": 1]",
    "{ x in x }", "sin", "Linear(2, 2)", "moons(10)", "Adam()",
  ]

  /// A value that a parameter may take.
  private static func fitting(_ type: ValueType) -> String {
    switch type {
    case .any, .integer: "2"
    case .number, .numeric: "0.5"
    case .boolean, .progress: "true"
    case .string: "\"a\""
    case .tensor, .numbers, .namedNumbers, .array: "[1, 2]"
    case .function, .functionOfOne: "{ x in x }"
    case .work: "{ 1 }"
    case .control: "k: 0...3"
    case .functionOfControls: "{ k in k }"
    case .functionOfTwo: "{ a, b in a + b }"
    case .dtype: "float64"
    case .layer: "Linear(2, 2)"
    case .activation: "relu"
    case .initialiser: "he"
    case .loss: "mse"
    case .optimiser: "Adam()"
    case .schedule: "StepLR(step_size: 3)"
    case .history: "lastHistory()"
    case .dataset: "moons(10)"
    case .range: "0...1"
    case .figure: "plot([1, 2])"
    }
  }

  private static func calls(of function: LibraryFunction) -> [String] {
    let required = function.parameters.filter {
      $0.defaultValue == nil && !$0.isVariadic || function.name == "Linear" && $0.name.hasSuffix("puts")
    }
    return function.parameters.flatMap { parameter in
      specimens.map { specimen in
        let others = required.filter { $0.name != parameter.name }.map { "\($0.name): \(fitting($0.type))" }
        // Arguments without a label come first.
        let rest = function.parameters.filter(\.isVariadic).map {
          $0.name == parameter.name ? specimen : fitting($0.type)
        }
        let own = parameter.isVariadic ? [] : ["\(parameter.name): \(specimen)"]
        let all = function.parameters[0].isVariadic ? rest + rest + own + others : own + others
        return "\(function.name)(\(all.joined(separator: ", ")));"
      }
    }
  }

  @Test("What is refused for its kind fails when it runs all the same")
  func refusals() async throws {
    let found = try await onOwnThread {
      let notebook = Notebook()
      let session = notebook.session
      var (refused, falseAlarms) = (0, [String]())
      session.machine.output = notebook.output
      for text in session.library.functions.filter({ $0.name != "import" && $0.name != "interact" }).flatMap(
        Self.calls)
      {
        let program = Parser.parse(Source(name: "program", text: text))
        let (cell, problems, _) = Lowering.lower(
          program, library: session.library, globals: session.globals)
        #expect(problems.isEmpty, "\(text)")
        let sure = Checker.problems(in: program, library: session.library, globals: session.globals)
        guard let problem = sure.first(where: { $0.code == .typeMismatch }) else { continue }
        refused += 1
        notebook.output.patience = 100
        do {
          _ = try session.machine.withFrame(cell.frameSize) { try cell.body.evaluate($0) }
          falseAlarms.append("\(text) \(problem.message)")
        } catch {}
      }
      return (refused: refused, falseAlarms: falseAlarms)
    }
    #expect(found.falseAlarms == [])
    #expect(found.refused > 3000)
  }
}
