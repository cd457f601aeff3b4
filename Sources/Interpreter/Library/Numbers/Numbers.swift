import Engine
import Glibc
import Theory

extension Library {
  static var constants: [String: Value] {
    [
      "pi": .double(.pi), "π": .double(.pi), "e": .double(M_E), "inf": .double(.infinity),
      "nan": .double(.nan),
      "float32": .object(DTypeValue(dtype: .float32)), "float64": .object(DTypeValue(dtype: .float64)),
    ]
  }

  /// Functions of numbers and, element by element, of tensors.
  static var numbers: [LibraryFunction] {
    [
      elementwise("exp", "The exponential function.", Glibc.exp, tensor: { $0.exp() }),
      elementwise("log", "The natural logarithm.", Glibc.log, tensor: { $0.log() }),
      elementwise("sqrt", "The square root.", Glibc.sqrt, tensor: { $0.sqrt() }),
      elementwise(
        "abs", "The absolute value.", { Swift.abs($0) }, integer: { $0 == .min ? nil : Swift.abs($0) },
        fraction: { $0.magnitude },
        tensor: { $0.abs() }),
      elementwise(
        "sign", "-1, 0 or 1, the sign of a number.", { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 },
        integer: { $0.signum() }, fraction: { Rational($0.signum) }, tensor: { $0.sign() }),
      elementwise("sin", "The sine of an angle in radians.", Glibc.sin, tensor: { $0.sin() }),
      elementwise("cos", "The cosine of an angle in radians.", Glibc.cos, tensor: { $0.cos() }),
      elementwise("tan", "The tangent of an angle in radians.", Glibc.tan, tensor: { $0.tan() }),
      elementwise("asin", "The angle whose sine this is.", Glibc.asin, tensor: { $0.asin() }),
      elementwise("acos", "The angle whose cosine this is.", Glibc.acos, tensor: { $0.acos() }),
      elementwise("atan", "The angle whose tangent this is.", Glibc.atan, tensor: { $0.atan() }),
      elementwise("sinh", "The hyperbolic sine.", Glibc.sinh, tensor: { $0.sinh() }),
      elementwise("cosh", "The hyperbolic cosine.", Glibc.cosh, tensor: { $0.cosh() }),
      elementwise("erf", "The error function.", Glibc.erf, tensor: { $0.erf() }),
      elementwise(
        "floor", "The next integer below.", { $0.rounded(.down) }, integer: { $0 },
        fraction: { Rational($0.floor) }, tensor: { $0.floor() }),
      elementwise(
        "ceil", "The next integer above.", { $0.rounded(.up) }, integer: { $0 },
        fraction: { -Rational((-$0).floor) }, tensor: { $0.ceil() }),
      elementwise(
        "round", "The nearest integer; halves go to the even one.", { $0.rounded(.toNearestOrEven) },
        integer: { $0 }, tensor: { $0.round() }),
      elementwise("tanh", "The hyperbolic tangent, also an activation.", Glibc.tanh, tensor: { $0.tanh() }),
      elementwise("sigmoid", "1 / (1 + exp(-x)), also an activation.", { 1 / (1 + Glibc.exp(-$0)) }) {
        $0.sigmoid()
      },
      elementwise(
        "relu", "max(x, 0), also an activation.", { Swift.max($0, 0) }, fraction: { Swift.max($0, 0) },
        tensor: { $0.relu() }),
      elementwise(
        "gelu", "x times the normal distribution function at x, also an activation.",
        { 0.5 * $0 * (1 + Glibc.erf($0 / 2.0.squareRoot())) },
        reference: "Hendrycks and Gimpel 2016, arXiv:1606.08415", tensor: { $0.gelu() }),
      elementwise(
        "silu", "x times sigmoid(x), also an activation.", { $0 / (1 + Glibc.exp(-$0)) },
        reference: "Elfwing, Uchibe and Doya 2017, arXiv:1702.03118", tensor: { $0.silu() }),
      elementwise(
        "softplus", "log(1 + exp(x)), a smooth relu.",
        { Swift.max($0, 0) + log1p(Glibc.exp(-Swift.abs($0))) }, tensor: { $0.softplus() }),
      elementwise(
        "hardTanh", "x, cut off at -1 and 1, also an activation.", { Swift.min(Swift.max($0, -1), 1) },
        tensor: { try $0.clip(min: -1, max: 1) }),
      elementwise(
        "hardSigmoid", "x / 6 + 1 / 2, cut off at 0 and 1, also an activation.",
        { Swift.min(Swift.max($0 / 6 + 0.5, 0), 1) }, tensor: { try $0.hardSigmoid() }),
      LibraryFunction(
        "elu", "x where it is positive, `alpha` times exp(x) - 1 elsewhere; also an activation.",
        [.required("x", .numeric), .optional("alpha", .number, .double(1))], example: "elu(-2)",
        reference: "Clevert, Unterthiner and Hochreiter 2015, arXiv:1511.07289"
      ) { call in
        let alpha = try call.number("alpha")
        if case .tensor(let x) = call["x"] { return .tensor(x.elu(alpha: alpha)) }
        let x = try call.number("x")
        return .double(x > 0 ? x : alpha * Glibc.expm1(x))
      },
      LibraryFunction(
        "leakyRelu", "x where it is positive, `slope` times x elsewhere.",
        [.required("x", .numeric), .optional("slope", .number, .double(0.01))], example: "leakyRelu(-2)",
        shape: .same
      ) { call in
        let slope = try call.number("slope")
        if case .tensor(let x) = call["x"] { return .tensor(x.leakyRelu(slope: slope)) }
        let x = try call.number("x")
        return .double(x >= 0 ? x : slope * x)
      },
      LibraryFunction(
        "int", "The integer part of a number, or the integer that a string spells.", "x", .any,
        example: "int(3.9)"
      ) { value in
        if case .int = value { return value }
        if case .string(let text) = value {
          guard let integer = Int(text.trimmed) else {
            throw Fault(.invalidValue, "\(value.brief) does not spell an integer")
          }
          return .int(integer)
        }
        guard let number = value.number else {
          throw Fault(.typeMismatch, "`int` takes a number or a string, but this is \(value.kind)")
        }
        guard let integer = Int(exactly: number.rounded(.towardZero)) else {
          throw Fault(.invalidValue, "\(value.brief) is not within the range of integers")
        }
        return .int(integer)
      },
      LibraryFunction(
        "double", "A number as a floating-point number, or the number that a string spells.", "x", .any,
        example: "double(3)"
      ) { value in
        if case .string(let text) = value {
          guard let number = Double(text.trimmed) else {
            throw Fault(.invalidValue, "\(value.brief) does not spell a number")
          }
          return .double(number)
        }
        guard let number = value.number else {
          throw Fault(.typeMismatch, "`double` takes a number or a string, but this is \(value.kind)")
        }
        return .double(number)
      },
      LibraryFunction(
        "string",
        "A value as the text that `print` shows. With `decimals`, each number in it has so many digits behind the point; with `digits`, it has so many that count. Inside of a text `\\(x, decimals: 3)` does the same.",
        [
          .required("x", .any), .optional("decimals", .integer, .null, in: .within(0...17)),
          .optional("digits", .integer, .null, in: .within(1...17)),
        ], example: "string(2 / 3, decimals: 3)"
      ) { call in .string(call["x"].text(try precision(call))) },
      LibraryFunction("isNaN", "Whether a number is not a number.", "x", .any, example: "isNaN(0.0 / 0.0)") {
        value in
        if case .tensor(let x) = value, x.rank > 0 { return .tensor(x.isNaN()) }
        return .boolean(value.number?.isNaN ?? false)
      },
    ]
  }

  private static func precision(_ call: Call) throws -> Precision? {
    guard call.has("decimals") else {
      return call.has("digits") ? .digits(try call.integer("digits", in: 1...17)) : nil
    }
    guard !call.has("digits") else {
      throw Fault(
        .argumentMismatch, "`string` takes `decimals` or `digits`, not both",
        help: ["`decimals` counts behind the point, `digits` from the first that is not 0"])
    }
    return .decimals(try call.integer("decimals", in: 0...17))
  }

  /// A function of a number that works on the elements of a tensor too.
  ///
  /// - Parameter integer: the result for an integer where that is an integer again; otherwise, and where it gives
  ///   nil, the integer is taken as a `Double`.
  /// - Parameter fraction: the result for an exact number where that is exact again.
  private static func elementwise(
    _ name: String, _ summary: String, _ scalar: @escaping (Double) -> Double,
    integer: @escaping (Int) -> Int? = { _ in nil },
    fraction: @escaping (Rational) -> Rational? = { _ in nil },
    reference: String? = nil,
    tensor: @escaping (Tensor) throws -> Tensor
  ) -> LibraryFunction {
    LibraryFunction(name, summary, example: "\(name)(0.5)", reference: reference, shape: .same) { value in
      switch value {
      case .double(let x): return .double(scalar(x))
      case .int(let x): return integer(x).map(Value.int) ?? .double(scalar(Double(x)))
      case .rational(let x): return fraction(x).map(Value.rational) ?? .double(scalar(x.double))
      case .tensor(let x): return .tensor(try tensor(x))
      case .array:
        throw Fault(
          .typeMismatch, "`\(name)` takes a number or a tensor, but this is an array",
          help: ["write `\(name)(tensor(…))`, or `xs.map(\(name))` for an array"])
      default:
        throw Fault(.typeMismatch, "`\(name)` takes a number or a tensor, but this is \(value.kind)")
      }
    }
  }
}

/// `float32`, `float64`
struct DTypeValue: LibraryValue {
  static let kind = "a number type"
  let dtype: DType
  var text: String { dtype.rawValue }
  func isEqual(to other: any LibraryValue) -> Bool? { (other as? DTypeValue)?.dtype == dtype }
}
