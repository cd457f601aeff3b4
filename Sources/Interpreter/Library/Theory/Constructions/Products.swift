import Engine
import Theory

extension Library {
  /// Squares and products: polynomials by deep and by shallow networks.
  static var products: [LibraryFunction] {
    let layers = 1...400
    return [
      LibraryFunction(
        "square",
        "x² on [0, 1] by `m` hidden layers of three ReLUs. It meets x² at each j/2^m and lies above it by 4^−(m+1) at most, which it reaches in the middle between.",
        [.required("m", .integer)], example: "quadraticError(pieces(square(3), on: 0...1)).upper",
        reference: "Yarotsky 2017, arXiv:1610.01145, proposition 2"
      ) { call in try call.binary(.square(call.integer("m", in: layers))) },
      LibraryFunction(
        "multiply",
        "x y for |x|, |y| ≤ `bound` by m + 1 hidden layers of ReLUs: off by −4 bound² ε to 2 bound² ε, where ε = 4^−(m+1). Where one factor is 0, so is the result.",
        [.required("m", .integer), .optional("bound", .number, .int(1)), exactParameter],
        example: "multiply(4, bound: 2)([[0.5, -1.5]])",
        reference: "Yarotsky 2017, arXiv:1610.01145, proposition 3, with the factor that makes it true"
      ) { call in
        try call.constructed(.multiply(call.integer("m", in: layers), bound: call.fraction("bound")))
      },
      LibraryFunction(
        "product",
        "The product of `n` numbers from [−1, 1], where n is 2, 4, 8, …: a tree of products of two, each of m + 1 hidden layers of ReLUs. Its size grows with n, not with 2^n.",
        [.required("n", .integer), .optional("m", .integer, .int(6))],
        example: "product(4, m: 6)([[0.5, -0.5, 1, 0.75]])",
        reference: "Yarotsky 2017, arXiv:1610.01145, and Lin, Tegmark and Rolnick 2017, arXiv:1608.08225"
      ) { call in try call.binary(.product(call.integer("n"), call.integer("m", in: layers))) },
      LibraryFunction(
        "shallowProduct",
        "The product of `n` numbers by one hidden layer of 2^n units, as many as one layer needs, up to an error that falls with the square of `scale`. The activation is exp, softplus, sigmoid or tanh. With exp it is Π sinh(scale · x_i) / scale^n. Rounding grows as scale falls: the units cancel.",
        [
          .required("n", .integer), .optional("scale", .number, .double(0.1)),
          .optional("activation", .activation, .string("exp")),
        ], example: "shallowProduct(3, scale: 0.1)([[0.5, -1, 0.75]])",
        reference:
          "Rolnick and Tegmark 2018, arXiv:1705.05502; Lin, Tegmark and Rolnick 2017, arXiv:1608.08225"
      ) { call in
        let activation = try call.smoothActivation()
        let sum = try Theory.shallowProduct(
          call.integer("n"), scale: call.number("scale"), activation: activation)
        return .object(LayerValue(layer: try sum.network(activation.layer)))
      },
      LibraryFunction(
        "productUnits",
        "How many units of a smooth activation multiply `n` numbers in so many hidden `layers`, where each layer multiplies groups of b numbers by 2^b units: 2^n in one layer, 4 (n − 1) in log₂ n.",
        [.required("n", .integer), .required("layers", .integer)], example: "productUnits(16, layers: 4)",
        reference: "Rolnick and Tegmark 2018, arXiv:1705.05502"
      ) { call in
        .rational(Rational(try Theory.productUnits(call.integer("n"), layers: call.integer("layers"))))
      },
    ]
  }
}

extension Call {
  fileprivate func smoothActivation() throws -> SmoothActivation {
    let name: String
    switch self["activation"] {
    case .string(let text): name = text
    case .library(let function): name = function.name
    case let value: name = value.object(LayerValue.self)?.layer.kind ?? ""
    }
    guard let found = SmoothActivation.allCases.first(where: { $0.rawValue == name.lowercased() }) else {
      throw Fault(
        .invalidValue,
        "the activation of `\(function.name)` is one of \(SmoothActivation.allCases.map(\.rawValue).joined(separator: ", "))",
        help: ["its Taylor series must have a term of order n, which that of relu has not"]
      ).about("activation", of: self)
    }
    return found
  }
}

extension SmoothActivation {
  fileprivate var layer: any Layer {
    switch self {
    case .exp: Lambda("exp") { x, _ in x.exp() }
    case .softplus: Softplus()
    case .sigmoid: Sigmoid()
    case .tanh: Tanh()
    }
  }
}
