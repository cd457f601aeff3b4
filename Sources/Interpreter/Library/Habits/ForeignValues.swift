/// What to write instead of an argument of another kind.
extension ValueType {
  /// Advice for a value of some kind, where this type is expected; nil where there is nothing to say.
  /// - Parameters:
  ///   - kind: the argument's kind, if it is known.
  ///   - value: the argument itself, if it is known.
  func advice(for kind: ArgumentKind?, _ value: Value?) -> String? {
    switch (self, value) {
    case (.range, .null?): return "give the interval: `on: 0...1`"
    case (_, .string(let text)?): return ForeignWords.advice(forText: text, as: self)
    case (.integer, .double(let number)?):
      return Int(exactly: number).map { "write `\($0)`" } ?? "an integer has no decimal point"
    case (.boolean, .int(0)?): return "write `false`"
    case (.boolean, .int(1)?): return "write `true`"
    case (.loss, .int(let epochs)?): return "a number of epochs has a label: `epochs: \(epochs)`"
    case (.dataset, .library(let function)?) where function.canBeCalledAlone,
      (.layer, .library(let function)?) where function.canBeCalledAlone,
      (.activation, .library(let function)?) where function.canBeCalledAlone:
      return "call it: `\(function.name)()`"
    case (.layer, .library(let function)?) where ["mlp", "Linear"].contains(function.name):
      return "call it with its widths, as in `\(function.example)`"
    case (.range, .array(let ends)?) where ends.count == 2 && ends.allSatisfy { $0.number != nil }:
      return "write `\(ends[0].brief)...\(ends[1].brief)`"
    default: break
    }
    return switch (self, kind) {
    case (.layer, .list?): Advice.joinedLayers
    case (.integer, .tuple?): "leave the inner parentheses out, as in `zeros(2, 3)`"
    case (.tensor, .data?), (.numeric, .data?), (.numbers, .data?):
      "the rows of a data set are its `features`: write `data.features`"
    case (.array, .data?): "`data.count` is the number of its rows, `data.features` are the rows"
    case (.array, .object?), (.array, .network?): "several values stand in brackets: `[a, b]`"
    case (.work, .integer?), (.work, .decimal?), (.work, .tensor?):
      "write what is to be run in braces: `{ … }`"
    case (.function, .integer?), (.function, .decimal?), (.function, .tensor?), (.functionOfOne, .integer?),
      (.functionOfOne, .decimal?), (.functionOfTwo, .integer?), (.functionOfTwo, .decimal?):
      "a function is written `\(closure)`, or by its name alone, as in `sin`"
    case (.loss, .decimal?): Advice.learningRate
    case (.dataset, .decimal?):
      "keep some rows apart: `let (rows, others) = split(data, test: 0.2)`"
    case (.dataset, .tensor?): "features and targets make a data set: `dataset(x, y)`"
    case (.range, .integer?), (.range, .decimal?): "a range is one value: `0...1`"
    case (.numeric, .network?), (.tensor, .network?):
      "a network is called with a tensor, as in `net(x)`; layers are joined by `>>`"
    case (.layer, .data?): "the network comes first, then the data"
    case (.number, .dictionary?):
      "leave the parameters out: `train` brings the network and the optimiser together"
    default: nil
    }
  }
}

extension LibraryFunction {
  /// Whether it needs no arguments.
  var canBeCalledAlone: Bool { parameters.allSatisfy { $0.defaultValue != nil && !$0.isVariadic } }
}
