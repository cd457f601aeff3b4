@testable import Interpreter

/// A debugger that notes what it is told, and does something where a test wants it to.
final class Onlooker: Observer {
  var isAttached = true
  /// The statements that were reached, as the names of functions with lines: "f 2".
  private(set) var trail: [String] = []
  private(set) var statements: [ReachedStatement] = []
  private(set) var failures: [Failure] = []
  /// What to do where a line is reached.
  var atLine: [Int: (ProgramView) -> Void] = [:]
  var atFailure: (ProgramView) -> Void = { _ in }
  private var keys: [String: UInt32] = [:]

  func key(of text: String) -> UInt32 {
    let key = keys[text] ?? UInt32(keys.count + 1)
    keys[text] = key
    return key
  }

  func isInterested(inKey key: UInt32, line: Int) -> Bool { true }

  func reach(_ statement: ReachedStatement, _ view: ProgramView) {
    statements.append(statement)
    trail.append("\(view.calls.first?.name ?? "nothing") \(statement.line)")
    atLine[statement.line]?(view)
  }

  func fail(_ failure: Failure, at statement: ReachedStatement, _ view: ProgramView) {
    failures.append(failure)
    trail.append("failure \(statement.line)")
    atFailure(view)
  }

  func glance(_ view: ProgramView) {}
}

extension InspectedValue {
  /// Name, type and text on one line.
  var line: String { "\(name): \(type ?? "-") = \(text)" }
}

extension ProgramView {
  /// A scope of a call as lines; empty if the call has no such scope.
  func lines(_ scope: String, ofCall index: Int = 0) -> [String] {
    let scopes = try? scopes(ofCall: index)
    return scopes?.first { $0.name == scope }?.values.map(\.line) ?? []
  }

  /// The text of an expression's value, or why it has none.
  func answer(_ code: String, inCall index: Int = 0) -> String {
    do { return try evaluate(code, inCall: index).text } catch { return "\(error)" }
  }
}
