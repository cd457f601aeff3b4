import Testing

@testable import Engine

/// An operation under test, by the name that its golden values have.
struct Operation: Sendable, CustomTestStringConvertible {
  let name: String
  let apply: @Sendable ([Tensor]) throws -> Tensor
  var testDescription: String { name }

  init(_ name: String, _ apply: @escaping @Sendable ([Tensor]) throws -> Tensor) {
    self.name = name
    self.apply = apply
  }

  /// Every differentiable operation.
  static let all: [Operation] = elementwise + binary + reductions + products + rearrangements

  static let elementwise: [Operation] = [
    .init("exp") { $0[0].exp() }, .init("log") { $0[0].log() }, .init("log1p") { $0[0].log1p() },
    .init("sqrt") { $0[0].sqrt() }, .init("square") { $0[0].square() }, .init("abs") { $0[0].abs() },
    .init("sin") { $0[0].sin() }, .init("cos") { $0[0].cos() }, .init("tan") { $0[0].tan() },
    .init("asin") { $0[0].asin() }, .init("acos") { $0[0].acos() }, .init("atan") { $0[0].atan() },
    .init("sinh") { $0[0].sinh() }, .init("cosh") { $0[0].cosh() }, .init("tanh") { $0[0].tanh() },
    .init("sigmoid") { $0[0].sigmoid() }, .init("relu") { $0[0].relu() },
    .init("leakyRelu") { $0[0].leakyRelu(slope: 0.1) }, .init("softplus") { $0[0].softplus() },
    .init("gelu") { $0[0].gelu() }, .init("silu") { $0[0].silu() }, .init("erf") { $0[0].erf() },
    .init("clip") { try $0[0].clip(min: -0.5, max: 0.75) }, .init("negative") { -$0[0] },
    .init("squarePower") { try $0[0] ** Tensor(2, dtype: $0[0].dtype) },
    .init("cubePower") { try $0[0] ** Tensor(3, dtype: $0[0].dtype) },
  ]

  static let binary: [Operation] = [
    .init("add") { try $0[0] + $0[1] }, .init("subtract") { try $0[0] - $0[1] },
    .init("multiply") { try $0[0] * $0[1] }, .init("divide") { try $0[0] / $0[1] },
    .init("power") { try $0[0] ** $0[1] },
    .init("maximum") { try Tensor.maximum($0[0], $0[1]) },
    .init("minimum") { try Tensor.minimum($0[0], $0[1]) },
  ]

  static let reductions: [Operation] = [
    .init("sum") { try $0[0].sum() }, .init("sumAxis0") { try $0[0].sum(axis: 0) },
    .init("sumAxis1Keep") { try $0[0].sum(axis: 1, keepDims: true) },
    .init("mean") { try $0[0].mean() }, .init("meanAxis") { try $0[0].mean(axis: -1) },
    .init("var") { try $0[0].variance() },
    .init("varBiased") { try $0[0].variance(axis: 1, unbiased: false) },
    .init("std") { try $0[0].std(axis: 0) }, .init("prod") { try $0[0].prod(axis: 1) },
    .init("prodAll") { try $0[0].prod() }, .init("prodWithZero") { try $0[0].prod(axis: 1) },
    .init("max") { try $0[0].max(axis: 1) }, .init("maxAll") { try $0[0].max() },
    .init("min") { try $0[0].min(axis: 0) }, .init("softmax") { try $0[0].softmax() },
    .init("softmaxAxis0") { try $0[0].softmax(axis: 0) }, .init("logSoftmax") { try $0[0].logSoftmax() },
    .init("logsumexp") { try $0[0].logsumexp(axis: 1) }, .init("norm") { try $0[0].norm() },
    .init("normAxis") { try $0[0].norm(axis: 1) },
  ]

  static let products: [Operation] =
    [
      "matmul", "matmulVectorMatrix", "matmulMatrixVector", "matmulVectors", "matmulBatched",
      "matmulBatchedShared", "matmulBroadcast", "matmulVectorBatch",
    ].map { .init($0) { try Tensor.matmul($0[0], $0[1]) } } + [
      .init("matmulTransposedFirst") { try Tensor.matmul($0[0], $0[1], transposingFirst: true) },
      .init("matmulTransposedSecond") { try Tensor.matmul($0[0], $0[1], transposingSecond: true) },
      .init("matmulTransposedBoth") {
        try Tensor.matmul($0[0], $0[1], transposingFirst: true, transposingSecond: true)
      },
    ]

  static let rearrangements: [Operation] = [
    .init("permute") { try $0[0].permuted([2, 0, 1]) }, .init("transpose") { try $0[0].transposed },
    .init("reshape") { try $0[0].reshaped(to: [2, -1]) },
    .init("broadcast") { try $0[0].broadcast(to: [2, 3, 4]) },
    .init("slice") {
      try $0[0].selecting([.range(from: 1, to: nil, step: 1), .range(from: nil, to: nil, step: 2)])
    },
    .init("sliceMixed") { try $0[0].selecting([.ellipsis, .newAxis, .at(1)]) },
    .init("gather") { try $0[0].gathering([2, 0, -1]) },
    .init("concatenate") { try Tensor.concatenate($0, axis: 1) },
    .init("stack") { try Tensor.stack($0, axis: 1) },
  ]
}
