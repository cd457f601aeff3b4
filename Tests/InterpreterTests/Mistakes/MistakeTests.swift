import Testing

/// What a student might get wrong, and the whole report that answers it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  /// Cells that run before.
  let earlier: [String]
  let cell: String
  let report: String

  init(_ name: String, after earlier: [String] = [], _ cell: String, _ report: String) {
    self.name = name
    self.earlier = earlier
    self.cell = cell
    self.report = report
  }

  var testDescription: String { name }

  static let all =
    names + productsBeforeRunning + networksBeforeRunning + callsBeforeRunning
    + argumentsBeforeRunning + callsOfOwnBeforeRunning + calls + types + parameters
    + controls + plots + shapes + values + indices + limits + checks + files + statements
    + namesOfOtherLibraries + membersOfOtherLibraries + callsOfOtherLibraries + ofStudents + ofStudentsAtWork
    + methods
}

struct MistakeTests {
  @Test("A mistake is answered with its place, what was found and what to do", arguments: Mistake.all)
  func report(_ mistake: Mistake) throws {
    let notebook = Notebook(directory: "/tmp")
    for cell in mistake.earlier { try notebook.run(all: cell) }
    #expect(notebook.failure(mistake.cell) == mistake.report)
  }

  @Test("No two mistakes have the same name")
  func names() {
    #expect(Set(Mistake.all.map(\.name)).count == Mistake.all.count)
  }
}
