import Testing

@testable import Interpreter

struct ScalarTests {
  @Test("Random programs about numbers come out as a plain evaluator says, values and mistakes alike")
  func programs() async throws {
    let found = try await onOwnThread {
      var (finished, failed) = (0, 0)
      var differences: [String] = []
      var notebook = Notebook()
      for seed in 0..<400 {
        if seed % 100 == 0 { notebook = Notebook() }
        let program = ScalarProgram(seed: UInt64(seed))
        let expected: Outcome
        do { expected = .values(try ScalarReference.results(of: program)) } catch let mistake
          as ScalarReference.Mistake
        {
          expected = .mistake(mistake.message)
        } catch {
          continue
        }
        if case .values = expected { finished += 1 } else { failed += 1 }
        for isInFunction in [true, false] {
          let text = program.text(inFunction: isInFunction)
          let outcome = Outcome(of: text, in: notebook)
          if outcome != expected { differences.append("\(text)\n→ \(outcome), not \(expected)") }
        }
      }
      return (finished: finished, failed: failed, differences: differences)
    }
    let shortest = found.differences.min { $0.utf8.count < $1.utf8.count }
    #expect(shortest == nil, "\(found.differences.count) programs differ")
    // Programs that all end alike would try little.
    #expect(found.finished > 80)
    #expect(found.failed > 80)
  }
}

/// How a program ended. Numbers are the same only if they are of one kind and equal to the last bit.
private enum Outcome: Equatable {
  case values([ScalarValue])
  case mistake(String)

  init(of cell: String, in notebook: Notebook) {
    switch notebook.run(cell + ";") {
    case .finished: self = .values((notebook.session.globals.value(of: "r")?.scalars) ?? [])
    case .failed(let failure), .interrupted(let failure): self = .mistake(failure.message)
    }
  }

  static func == (left: Outcome, right: Outcome) -> Bool {
    switch (left, right) {
    case (.values(let a), .values(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
    case (.mistake(let a), .mistake(let b)): a == b
    default: false
    }
  }
}

extension ScalarValue {
  fileprivate func isIdentical(to other: ScalarValue) -> Bool {
    switch (self, other) {
    case (.int(let a), .int(let b)): a == b
    case (.double(let a), .double(let b)): a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
    case (.boolean(let a), .boolean(let b)): a == b
    default: false
    }
  }
}

extension Value {
  /// The elements of an array of scalars.
  fileprivate var scalars: [ScalarValue] {
    guard case .array(let elements) = self else { return [] }
    return elements.compactMap { element in
      switch element {
      case .int(let value): .int(value)
      case .double(let value): .double(value)
      case .boolean(let value): .boolean(value)
      default: nil
      }
    }
  }
}
