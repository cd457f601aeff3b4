/// The numbers in a network as affine functions of its input, within one region: exactly, over one denominator.
struct AffineRows {
  /// For each variable and, last, for the constant: the coefficients of all numbers, times `weight`.
  private(set) var columns: [[Integer]]
  /// The common denominator, positive.
  private(set) var weight: Integer

  /// How many variables there are.
  var variables: Int { columns.count - 1 }
  /// How many numbers there are.
  var count: Int { columns[0].count }

  /// The points of a box as functions of variables that run from 0 to 1.
  init(_ box: [(lower: Rational, upper: Rational)]) {
    let place = HomogeneousPoint(box.map { $0.upper - $0.lower } + box.map(\.lower))
    weight = place.weight
    columns = box.indices.map { variable in
      box.indices.map { $0 == variable ? place.coordinates[variable] : 0 }
    }
    columns.append(Array(place.coordinates[box.count...]))
  }

  /// Takes a step of a network.
  ///
  /// - Parameter pieces: for each of the numbers that an activation bends, which of its pieces it is on.
  mutating func apply(_ step: ExactNetwork.Step, pieces: [Int] = []) {
    switch step {
    case .affine(let map, let kept): apply(map, keeping: kept)
    case .activation(let activation, let kept): apply(activation, keeping: kept, pieces)
    case .remember(let kept):
      for column in columns.indices { columns[column] += columns[column][kept...] }
    case .addRemembered(let kept, let number):
      for column in columns.indices {
        for index in kept..<kept + number { columns[column][index] += columns[column][index + number] }
        columns[column].removeLast(number)
      }
    }
  }

  private mutating func apply(_ map: AffineMap, keeping kept: Int) {
    for column in columns.indices {
      let old = columns[column]
      let isConstant = column == columns.count - 1
      columns[column] =
        old[..<kept].map { $0 * map.scale }
        + (0..<map.outputs).map { map.output($0, of: old[kept...], over: isConstant ? weight : 0) }
    }
    weight *= map.scale
    reduceBinary()
  }

  private mutating func apply(_ activation: PiecewiseActivation, keeping kept: Int, _ pieces: [Int]) {
    let (scale, scaled) = (activation.scale, activation.scaled)
    for column in columns.indices {
      for index in 0..<kept where scale != 1 { columns[column][index] *= scale }
      for (number, piece) in pieces.enumerated() { columns[column][kept + number] *= scaled[piece].slope }
    }
    for (number, piece) in pieces.enumerated() where !scaled[piece].offset.isZero {
      columns[variables][kept + number] += scaled[piece].offset * weight
    }
    weight *= scale
    reduceBinary()
  }

  /// How far a number lies above a breakpoint, as a function: its coefficients and its constant, times something
  /// positive.
  func height(of number: Int, above breakpoint: Rational) -> [Integer] {
    var row = columns.map { $0[number] }
    guard breakpoint.signum != 0 else { return row }
    for index in row.indices { row[index] *= breakpoint.denominator }
    row[variables] = row[variables] - breakpoint.numerator * weight
    return row
  }

  /// Takes common factors of two out, which is cheap.
  private mutating func reduceBinary() {
    var shift = weight.trailingZeroBitCount
    for column in columns {
      for number in column where shift > 0 && !number.isZero {
        shift = min(shift, number.trailingZeroBitCount)
      }
    }
    guard shift > 0 else { return }
    weight = weight >> shift
    for column in columns.indices {
      for index in columns[column].indices { columns[column][index] = columns[column][index] >> shift }
    }
  }
}
