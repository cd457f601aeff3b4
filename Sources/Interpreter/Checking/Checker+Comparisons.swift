import Language

extension Checker {
  /// `a < b`: of tensors, a tensor of zeros and ones.
  mutating func comparison(
    _ first: Expression, _ rest: [(operation: ComparisonOperator, right: Expression)]
  ) -> Known {
    var left = argument(first)
    var result = Known.unknown
    for (index, part) in rest.enumerated() {
      let right = argument(part.right)
      // Tensors of different shapes may be compared as a whole.
      let isEquality = part.operation == .equal || part.operation == .notEqual
      if isEquality {
        warn(of: part.operation, between: left, and: right)
      } else if index == 0, left.known.tensorShape != nil || right.known.tensorShape != nil {
        result = inferring { try $0.elementwise(part.operation.rawValue, left, right) }
      }
      left = right
    }
    return rest.count == 1 ? result : .unknown
  }

  /// Says of `"1" == 1` that the answer is known before it runs.
  private mutating func warn(
    of operation: ComparisonOperator, between left: KnownCall.Argument, and right: KnownCall.Argument
  ) {
    // A function may be meant for values of several kinds.
    guard followed.isEmpty, let a = left.known.argumentKind, let b = right.known.argumentKind,
      a.isNeverEqual(to: b), let first = left.known.kindText, let second = right.known.kindText
    else { return }
    warn(
      Misfit(
        .unequalKinds, "this is always \(operation == .notEqual): \(first) never equals \(second)",
        [.init(left.span, first), .init(right.span, second)], help: Self.advice(comparing: a, with: b)))
  }

  private static func advice(comparing a: ArgumentKind, with b: ArgumentKind) -> [String] {
    switch (a, b) {
    case (.string, _) where b.isNumber, (_, .string) where a.isNumber:
      ["`double(text)` makes a number of a text, `string(x)` a text of a number"]
    case (.boolean, .tensor), (.tensor, .boolean):
      ["comparisons of tensors give ones and zeros: compare with 1 or 0"]
    default: []
    }
  }
}

extension ArgumentKind {
  fileprivate var isNumber: Bool { [.integer, .decimal, .exact].contains(self) }

  /// Whether no value of the one kind equals any of the other.
  fileprivate func isNeverEqual(to other: ArgumentKind) -> Bool {
    guard let a = family, let b = other.family, a != b else { return false }
    // The elements of a tensor are compared with a number, or with those of a list.
    let families: Set = [a, b]
    return families != [.tensors, .numbers] && families != [.tensors, .lists]
  }

  private enum Family { case booleans, numbers, tensors, lists, strings, dictionaries }

  /// The kinds among which values may be equal; nil where nothing is sure.
  private var family: Family? {
    switch self {
    case .boolean: .booleans
    case .integer, .decimal, .exact: .numbers
    case .tensor: .tensors
    case .list, .range, .tuple: .lists
    case .string: .strings
    case .dictionary: .dictionaries
    case .function, .libraryFunction, .network, .data, .object: nil
    }
  }
}
