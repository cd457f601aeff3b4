import Engine
import Language
import Theory

extension Library {
  /// Functions that make one number of many.
  static var reductions: [LibraryFunction] {
    [
      reduction(
        "sum", "The sum of all numbers, or along an axis.", integers: { $0.reduce((0, false), adding) },
        fractions: { $0.reduce(0, +) }
      ) {
        try $0.sum(axis: $1, keepDims: $2)
      },
      reduction("mean", "The mean of all numbers, or along an axis.") { try $0.mean(axis: $1, keepDims: $2) },
      reduction(
        "prod", "The product of all numbers, or along an axis.",
        integers: { $0.reduce((1, false), multiplying) }, fractions: { $0.reduce(1, *) }
      ) {
        try $0.prod(axis: $1, keepDims: $2)
      },
      reduction("norm", "The Euclidean length, of all numbers or along an axis.") {
        try $0.norm(axis: $1, keepDims: $2)
      },
      reduction("logsumexp", "log(Σ exp(x)) without overflow.") { try $0.logsumexp(axis: $1, keepDims: $2) },
      spread("variance", "The variance, with n-1 in the denominator unless `unbiased` is false.") {
        try $0.variance(axis: $1, unbiased: $2)
      },
      spread("std", "The standard deviation, with n-1 in the denominator unless `unbiased` is false.") {
        try $0.std(axis: $1, unbiased: $2)
      },
      extreme("max", "The largest of a list or of some arguments, or along an axis.", .greater) {
        try $0.max(axis: $1)
      },
      extreme("min", "The smallest of a list or of some arguments, or along an axis.", .less) {
        try $0.min(axis: $1)
      },
      LibraryFunction(
        "maximum", "Element by element, the larger of two.",
        [.required("a", .numeric), .required("b", .numeric)],
        example: "maximum(arange(0, 3), 1)", shape: .elementwisePair
      ) { call in
        let (a, b) = try pair(call["a"], call["b"])
        return .tensor(try Tensor.maximum(a, b))
      },
      LibraryFunction(
        "minimum", "Element by element, the smaller of two.",
        [.required("a", .numeric), .required("b", .numeric)],
        example: "minimum(arange(0, 3), 1)", shape: .elementwisePair
      ) { call in
        let (a, b) = try pair(call["a"], call["b"])
        return .tensor(try Tensor.minimum(a, b))
      },
      position("argmax", "The position of the largest number, overall or along an axis.") {
        try $0.argmax(axis: $1)
      },
      position("argmin", "The position of the smallest number, overall or along an axis.") {
        try $0.argmin(axis: $1)
      },
      LibraryFunction(
        "softmax", "exp(x) divided by its sum along an axis.",
        [.required("x", .tensor), .optional("axis", .integer, .int(-1))], example: "softmax([1, 2, 3])",
        shape: .same
      ) { .tensor(try $0.tensor("x").softmax(axis: $0.integer("axis"))) },
      LibraryFunction(
        "logSoftmax", "The logarithm of `softmax`, without underflow.",
        [.required("x", .tensor), .optional("axis", .integer, .int(-1))], example: "logSoftmax([1, 2, 3])",
        shape: .same
      ) { .tensor(try $0.tensor("x").logSoftmax(axis: $0.integer("axis"))) },
      LibraryFunction("all", "Whether no element is 0 or false.", "x", .array, example: "all(ones(2) > 0)") {
        value in
        .boolean(try booleans(value).allSatisfy { $0 })
      },
      LibraryFunction(
        "any", "Whether some element is not 0 or false.", "x", .array, example: "any(zeros(2) > 0)"
      ) { value in
        .boolean(try booleans(value).contains(true))
      },
    ]
  }

  private static func booleans(_ value: Value) throws -> [Bool] {
    if case .tensor(let tensor) = value { return tensor.doubles.map { $0 != 0 } }
    return try elements(of: value).map { element in
      if case .boolean(let flag) = element { return flag }
      guard let number = element.number else {
        throw Fault(.typeMismatch, "a list of booleans is needed here, but one element is \(element.kind)")
      }
      return number != 0
    }
  }

  private static func reduction(
    _ name: String, _ summary: String, integers: (([Int]) -> (Int, Bool))? = nil,
    fractions: (([Rational]) -> Rational)? = nil, _ body: @escaping (Tensor, Int?, Bool) throws -> Tensor
  ) -> LibraryFunction {
    LibraryFunction(
      name, summary,
      [
        .required("x", .tensor), .optional("axis", .integer, .null),
        .optional("keepDims", .boolean, .boolean(false)),
      ],
      example: "\(name)([1, 2, 3])", shape: .reduction
    ) { call in
      guard case .tensor = call["x"] else { return try listReduction(call, integers, fractions, body) }
      return .tensor(try body(call.tensor("x"), call.axis(), call.boolean("keepDims")))
    }
  }

  /// A list of plain numbers is reduced to a plain number: exactly if they are integers, in double precision
  /// otherwise.
  private static func listReduction(
    _ call: Call, _ integers: (([Int]) -> (Int, Bool))?, _ fractions: (([Rational]) -> Rational)?,
    _ body: (Tensor, Int?, Bool) throws -> Tensor
  ) throws -> Value {
    let (list, axis, keepsAxes) = (try call.array("x"), try call.axis(), try call.boolean("keepDims"))
    // Of a list there is one axis; what goes wrong with another is the tensor's to say.
    guard !keepsAxes, axis == nil || axis == 0 || axis == -1 else {
      return try plain(body(call.tensor("x", dtype: .float64), axis, keepsAxes))
    }
    let whole = list.compactMap { if case .int(let i) = $0 { i } else { nil } }
    if let integers, whole.count == list.count {
      let (result, overflow) = integers(whole)
      if !overflow { return .int(result) }
    }
    if let fractions, list.contains(where: \.isFraction) {
      let exact = list.compactMap(\.fraction)
      if exact.count == list.count { return .rational(fractions(exact)) }
    }
    return try plain(body(call.tensor("x", dtype: .float64), axis, keepsAxes))
  }

  /// A single number as a plain one, unless a derivative depends on where it came from.
  private static func plain(_ result: Tensor) throws -> Value {
    result.rank == 0 && !result.isTracked ? .double(try result.item()) : .tensor(result)
  }

  private static func adding(_ sum: (Int, Bool), _ next: Int) -> (Int, Bool) {
    let (result, overflow) = sum.0.addingReportingOverflow(next)
    return (result, sum.1 || overflow)
  }

  private static func multiplying(_ product: (Int, Bool), _ next: Int) -> (Int, Bool) {
    let (result, overflow) = product.0.multipliedReportingOverflow(by: next)
    return (result, product.1 || overflow)
  }

  private static func spread(
    _ name: String, _ summary: String, _ body: @escaping (Tensor, Int?, Bool) throws -> Tensor
  ) -> LibraryFunction {
    LibraryFunction(
      name, summary,
      [
        .required("x", .tensor), .optional("axis", .integer, .null),
        .optional("unbiased", .boolean, .boolean(true)),
      ],
      example: "\(name)([1, 2, 3])", shape: .reduction
    ) { call in
      if case .tensor(let x) = call["x"] {
        return .tensor(try body(x, call.axis(), call.boolean("unbiased")))
      }
      return try plain(body(call.tensor("x", dtype: .float64), call.axis(), call.boolean("unbiased")))
    }
  }

  private static func extreme(
    _ name: String, _ summary: String, _ better: ComparisonOperator,
    _ body: @escaping (Tensor, Int?) throws -> Tensor
  ) -> LibraryFunction {
    LibraryFunction(
      name, summary, [.variadic("values", .numeric), .optional("axis", .integer, .null)],
      example: "\(name)(3, 1, 2)", shape: .reduction
    ) { call in
      let axis = try call.axis()
      if call.rest.count == 1, case .tensor(let x) = call.rest[0] { return .tensor(try body(x, axis)) }
      if call.rest.count == 1, call.rest[0].number != nil {
        throw Fault(
          .typeMismatch, "`\(name)` compares several numbers, but this is one",
          help: ["write `\(name)(a, b)`, or give it a list"])
      }
      let list = call.rest.count == 1 ? try elements(of: call.rest[0]) : call.rest
      guard var best = list.first else {
        throw Fault(
          .invalidValue, "`\(name)` of nothing does not exist", help: ["give it at least one number"])
      }
      for value in list {
        guard let x = value.number, let y = best.number else {
          throw Fault(
            .typeMismatch, "`\(name)` compares plain numbers, but one argument is \(value.kind)",
            help: ["`\(name)imum(a, b)` compares tensors element by element"])
        }
        // What is not a number wins, as it does in tensors: it must not go unseen.
        if y.isNaN { continue }
        if try x.isNaN || compare(better, value, best) == .boolean(true) { best = value }
      }
      return best
    }
  }

  private static func position(
    _ name: String, _ summary: String, _ body: @escaping (Tensor, Int?) throws -> Tensor
  ) -> LibraryFunction {
    LibraryFunction(
      name, summary, [.required("x", .tensor), .optional("axis", .integer, .null)],
      example: "\(name)([3, 1, 2])"
    ) { call in
      let isTensor: Bool = if case .tensor = call["x"] { true } else { false }
      let result = try body(call.tensor("x", dtype: isTensor ? nil : .float64), call.axis())
      return result.rank == 0 ? .int(Int(try result.item())) : .tensor(result)
    }
  }
}
