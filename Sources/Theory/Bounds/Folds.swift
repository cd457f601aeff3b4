extension ExactNetwork {
  /// Montúfar's folds: a network with as many regions inside of the unit cube as his lower bound counts.
  ///
  /// Each hidden layer but the last lays every coordinate p = ⌊width / inputs⌋ times upon [0, 1], by
  /// p relu(x) − 2p relu(x − 1/p) + 2p relu(x − 2/p) − …, so that p^inputs small cubes look the same to the layers
  /// behind; the last one cuts the cube by planes in general position. Units that do not divide evenly are left out
  /// of the folds: their weights are zero.
  ///
  /// Source: Montúfar, Pascanu, Cho, Bengio 2014 (arXiv 1402.1869), section 3.
  ///
  /// - Throws: ``TheoryError`` for a layer that is narrower than the input.
  public static func folds(inputs: Int, widths: [Int]) throws -> ExactNetwork {
    let bounds = try RegionBounds(inputs: inputs, widths: widths)
    guard bounds.montufarLower != nil, let last = widths.last else {
      throw TheoryError(
        "Folds need layers of at least as many units as there are inputs, but there are \(inputs) inputs and the narrowest layer has \(widths.min() ?? 0) units."
      )
    }
    var network = try generalPosition(units: last, inputs: inputs)
    for width in widths.dropLast().reversed() {
      network = try fold(width: width, inputs: inputs).followed(by: network)
    }
    return network
  }

  /// One hidden layer that folds each coordinate, and the sums that the next layer sees.
  private static func fold(width: Int, inputs: Int) throws -> ExactNetwork {
    let p = width / inputs
    var rows: [[Rational]] = []
    var bias: [Rational] = []
    var sums = [[Rational]](repeating: [Rational](repeating: 0, count: width), count: inputs)
    for axis in 0..<inputs {
      for j in 0..<p {
        var row = [Rational](repeating: 0, count: inputs)
        row[axis] = Rational(j == 0 ? p : 2 * p)
        sums[axis][rows.count] = j.isMultiple(of: 2) ? 1 : -1
        rows.append(row)
        bias.append(Rational(-2 * j))
      }
    }
    while rows.count < width {
      rows.append([Rational](repeating: 0, count: inputs))
      bias.append(0)
    }
    return try ExactNetwork([
      AffineMap(rows: rows, bias: bias),
      AffineMap(rows: sums, bias: [Rational](repeating: 0, count: inputs)),
    ])
  }

  /// A hidden layer whose planes all cross each other inside of the unit cube, near its centre.
  private static func generalPosition(units: Int, inputs: Int) throws -> ExactNetwork {
    // Normals (1, s, s², …) are independent for different s; offsets on another curve keep any inputs + 1 planes
    // apart: they meet at elementary symmetric functions of the s, which scaled down lie near the centre. Powers of
    // two below the line keep the numbers exact in Float64.
    let room = 1 << (Int.bitWidth - (units - 1).leadingZeroBitCount)
    let parameters = (0..<units).map { Rational(reducing: 2 * $0 + 1 - units, over: room) }
    let rows = parameters.map { s in
      (1..<inputs).reduce(into: [Rational.one]) { row, _ in row.append(row[row.count - 1] * s) }
    }
    let scale = Rational(reducing: 1, over: Integer(1) << (inputs + 1))
    let bias = zip(parameters, rows).map { s, row in
      row.reduce(row[inputs - 1] * s * scale) { $0 - $1 * .half }
    }
    return try ExactNetwork([
      AffineMap(rows: rows, bias: bias),
      AffineMap(rows: [[Rational](repeating: 1, count: units)], bias: [0]),
    ])
  }
}
