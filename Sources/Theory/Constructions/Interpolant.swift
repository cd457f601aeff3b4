extension ExactNetwork {
  /// The function through some points as one hidden layer: `y_0 + Σ a_j relu(x − x_j)`, with a unit for each piece
  /// whose weight is the change of the slope there. Left of the first point it is constant.
  ///
  /// - Throws: ``TheoryError`` for more than a million pieces.
  public static func interpolant(_ function: PiecewiseLinear) throws -> ExactNetwork {
    guard function.count <= 1_000_000 else {
      throw TheoryError("A network with \(function.count) units in its layer is too large to build.")
    }
    let starts = function.knots.dropLast().map(\.x)
    var before = Rational.zero
    let changes = function.slopes.map { slope -> Rational in
      defer { before = slope }
      return slope - before
    }
    return try ExactNetwork([
      AffineMap(rows: starts.map { _ in [1] }, bias: starts.map { -$0 }),
      AffineMap(rows: [changes], bias: [function.knots[0].y]),
    ])
  }
}
