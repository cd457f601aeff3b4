/// An `import` in a source file.
struct ImportStatement: Equatable {
  /// The module, without the declaration in `import struct Module.Declaration`.
  let module: String
  /// The line that it stands on, from 1.
  let line: Int

  /// The imports of a source text, in order. Those in comments and in multi-line strings are none.
  static func all(in source: String) -> [ImportStatement] {
    var imports: [ImportStatement] = []
    var isInString = false
    var isInComment = false
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if !isInString && !isInComment, let module = module(importedBy: line) {
        imports.append(ImportStatement(module: module, line: index + 1))
      }
      if !isInComment && line.count(of: "\"\"\"") % 2 == 1 { isInString.toggle() }
      if !isInString {
        let change = line.count(of: "/*") - line.count(of: "*/")
        if change != 0 { isInComment = change > 0 }
      }
    }
    return imports
  }

  /// The module that a single line imports.
  private static func module(importedBy line: Substring) -> String? {
    // Attributes such as `@testable` and access levels such as `internal` may come first.
    let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    var words = line.split { " \t;".contains($0) }[...]
    while let word = words.first, word.hasPrefix("@") || modifiers.contains(word) { words.removeFirst() }
    guard words.popFirst() == "import" else { return nil }
    if let word = words.first, kinds.contains(word) { words.removeFirst() }
    return words.first.map { String($0.prefix { $0 != "." }) }
  }
}

extension Substring {
  /// How often `part` occurs, without overlaps.
  fileprivate func count(of part: String) -> Int {
    var count = 0
    var rest = self
    while let first = rest.firstIndex(where: { _ in true }) {
      if rest.hasPrefix(part) {
        count += 1
        rest = rest.dropFirst(part.count)
      } else {
        rest = rest[rest.index(after: first)...]
      }
    }
    return count
  }
}
