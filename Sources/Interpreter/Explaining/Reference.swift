import Language

/// The whole language as one Markdown text, made from the declarations that evaluation, completion and help read.
public enum Reference {
  public static var markdown: String {
    let library = Library()
    var lines = [
      "# The language's reference", "",
      "Made by `make reference` from the declarations of the library; do not edit it. In a notebook, `help(name)` or `?name` shows the same.",
      "",
    ]
    lines += words + constants(library)
    for (title, functions) in groups(of: library) {
      lines += ["## \(title)", ""] + functions.flatMap { section($0, named: $0.name) }
    }
    lines += members(library) + codes
    return lines.joined(separator: "\n") + "\n"
  }

  /// The functions by subject, each once; what belongs to none comes last.
  private static func groups(of library: Library) -> [(title: String, functions: [LibraryFunction])] {
    let subjects: [(String, [LibraryFunction])] = [
      ("Help", Library.help), ("Numbers", Library.numbers), ("Printing, asking, timing", Library.printing),
      ("Lists", Library.collections), ("Tensors", Library.tensors), ("Reductions", Library.reductions),
      ("Derivatives", Library.gradients), ("Layers, networks and initialisers", Library.layers),
      ("Normalisation and dropout", Library.normalisation), ("Combining layers", Library.combination),
      ("Losses, optimisers and training", Library.training), ("Losses with settings", Library.losses),
      ("Learning-rate schedules", Library.schedules), ("Data", Library.data),
      ("Diagnostics", Library.diagnostics), ("Exact numbers and networks", Library.exactness),
      ("Functions of straight pieces", Library.pieces), ("Linear regions", Library.regions),
      ("Bounds on linear regions", Library.bounds),
      ("Constructions of the theorems", Library.constructions),
      ("Figures", Library.drawing), ("Controls", Library.interacting),
      ("Files", Library.storage + Library.importing),
    ]
    var left = library.functions
    var groups: [(title: String, functions: [LibraryFunction])] = []
    for (title, functions) in subjects {
      let names = Set(functions.map(\.name))
      groups.append((title, left.filter { names.contains($0.name) }))
      left.removeAll { names.contains($0.name) }
    }
    groups.append(("Further functions", left))
    return groups.filter { !$0.functions.isEmpty }
  }

  private static func section(_ function: LibraryFunction, named name: String) -> [String] {
    var lines = ["### `\(name)`", "", "```swift", function.signature, "```", "", function.summary, ""]
    if let formula = function.formula { lines += ["$$\(formula)$$", ""] }
    if !function.parameters.isEmpty {
      lines += function.parameters.map { "- `\($0.name)`: \($0.explanation)" } + [""]
    }
    lines += ["```swift", function.example, "```", ""]
    if let reference = function.reference { lines += ["*Source: \(reference)*", ""] }
    return lines
  }

  private static var words: [String] {
    ["## Words and signs of the language", ""]
      + WordPage.all.flatMap { page in
        [
          "### " + page.names.map { "`\($0)`" }.joined(separator: " "), "", "```swift", page.form, "```", "",
          page.meaning, "", "```swift", page.example, "```", "",
        ]
      }
  }

  private static func constants(_ library: Library) -> [String] {
    let names = library.names.filter { if case .library? = library.value($0) { false } else { true } }
    return ["## Constants", ""]
      + names.sorted().map { "- `\($0)`: \(library.value($0)?.description ?? "")" } + [""]
  }

  private static func members(_ library: Library) -> [String] {
    let kinds: [(String, Value)] = [
      ("arrays", .array([])), ("texts", .string("")), ("dictionaries", .dictionary([:])),
      ("ranges", .range(RangeValue(lower: .int(0), upper: .int(1), isClosed: false))),
      ("tensors", .tensor(.init(0))),
    ]
    return kinds.flatMap { kind, value in
      ["## Members of \(kind)", ""]
        + library.memberNames(of: value).flatMap { name -> [String] in
          if let method = library.method(name, of: value) {
            return section(method.function, named: ".\(name)")
          }
          return ["### `.\(name)`", "", library.property(name, of: value)?.summary ?? "", ""]
        }
    }
  }

  private static var codes: [String] {
    ["## Codes of problems", "", "`explain(\"E041\")` shows the page of a code, with examples.", ""]
      + CodePage.all.map { "- `\($0.code.rawValue)`: \($0.title)" }
  }
}
