import Language

/// A function or closure written in the language, of this cell or an earlier one.
struct KnownFunction {
  let name: String
  let parameters: [Parameter]
  let body: Block
  /// Whether calls of it can be followed: it refers to nothing but its parameters and the names of the notebook.
  let isSelfContained: Bool
  /// The text that the body stands in, where that is not the cell.
  var source: Source?
  /// The notebook's names that a function of an earlier cell mentions, by their numbers.
  var mentionedGlobals: [Int]?
  /// The place of a closure's head or of a function's name.
  let place: Span

  /// How many arguments it can be called with.
  var arity: ClosedRange<Int> { parameters.count { $0.defaultValue == nil }...parameters.count }
}

extension FunctionValue {
  /// The function as it can be followed from a later cell.
  var known: KnownFunction? {
    code.syntax.map {
      KnownFunction(
        name: code.name, parameters: $0.parameters, body: $0.body, isSelfContained: captures.isEmpty,
        source: code.source, mentionedGlobals: code.mentionedGlobals, place: code.bodySpan)
    }
  }
}

/// A function or closure as it was written: by this its calls are followed, and its text is shown.
struct FunctionSyntax {
  /// nil for a closure.
  let nameSpan: Span?
  let parameters: [Parameter]
  let body: Block
}
