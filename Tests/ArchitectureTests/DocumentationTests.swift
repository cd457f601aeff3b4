import Testing

/// The two library products are read by people who do not have the sources before them.
@Suite("Documentation of the library products")
struct DocumentationTests {
  @Test("Every public declaration has a comment", arguments: ["JupyterKernel", "JupyterProtocol"])
  func everythingPublicIsDocumented(target: String) throws {
    for file in try Checkout.swiftFiles(in: "Sources/\(target)") {
      for (line, declaration) in Self.undocumented(in: file.content) {
        file.report("`\(declaration)` is public and has no comment: say what it is for.", line: line)
      }
    }
  }

  @Test(
    "Each library has a page that begins with an overview", arguments: ["JupyterKernel", "JupyterProtocol"])
  func thereIsAnOverview(target: String) throws {
    let page = try SwiftFile(path: "Sources/\(target)/\(target).docc/\(target).md").content
    #expect(page.hasPrefix("# ``\(target)``\n") && page.contains("\n## Overview\n"))
  }

  @Test("A declaration without a comment is found, one that carries out a protocol is passed over")
  func whatIsFound() {
    let source = """
      /// A kind.
      public enum Kind: String {
        case one
        /// Two.
        case two

        public var description: String { rawValue }
        public func more() {}
        func own() {}
      }
      extension Interpreter {
        public func complete() {}
      }
      """
    #expect(Self.undocumented(in: source).map(\.line) == [3, 8])
  }

  /// How declarations begin that carry out a requirement of a protocol, whose comment is shown for them.
  private static let requirements = [
    "static let messageType ", "static var messageType:", "var messageType:", "var json: JSON",
    "var description: String", "init(_ json: JSON)", "static func == ",
  ]

  private static func inheritsComment(_ declaration: Substring) -> Bool {
    let name = declaration.prefix { $0 != " " && $0 != ":" }
    return name.hasPrefix("init(") && name.hasSuffix("Literal")
      || requirements.contains { declaration.hasPrefix($0) }
  }

  /// Extensions that say what holds for a language that does not say it itself.
  private static let defaults = ["extension Interpreter {", "extension DebuggedProgram {"]

  /// The public declarations, and the cases of public enumerations, with no comment above them.
  private static func undocumented(in source: String) -> [(line: Int, declaration: String)] {
    var found: [(Int, String)] = []
    var isDocumented = false
    var areDefaults = false
    // The indentation of the enumeration around a line, if it is public.
    var enumeration: Int?
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let text = line.drop { $0 == " " }
      let depth = line.count - text.count
      if depth == 0, text.hasPrefix("extension ") { areDefaults = defaults.contains(String(text)) }
      if depth == enumeration, text == "}" { enumeration = nil }
      let isPublic = text.hasPrefix("public ")
      let isCase = text.hasPrefix("case ") && enumeration.map { depth == $0 + 2 } ?? false
      if isPublic && !areDefaults || isCase, !isDocumented {
        let declaration = text.trimmingPrefix("public ").trimmingPrefix("mutating ")
        if !inheritsComment(declaration) {
          found.append((index + 1, String(text)))
        }
      }
      if isPublic, text.contains("enum "), text.hasSuffix("{") { enumeration = depth }
      // An attribute stands between a comment and what it belongs to.
      if !text.hasPrefix("@") { isDocumented = text.hasPrefix("///") }
    }
    return found
  }
}
