/// An activation that consists of straight pieces: ReLU, its leaky form, the hard forms of tanh and sigmoid.
public struct PiecewiseActivation: Hashable, Sendable {
  /// The name of the layer.
  public let name: String
  /// Where one piece meets the next, in rising order; at least one.
  public let breakpoints: [Rational]
  /// The pieces from left to right, one more than there are breakpoints: `slope * x + offset`.
  public let pieces: [Piece]

  /// The slopes and offsets as integers over `scale`.
  let scaled: [(slope: Integer, offset: Integer)]
  /// The least common denominator of slopes and offsets.
  let scale: Integer

  /// A straight piece.
  public struct Piece: Hashable, Sendable {
    public let slope: Rational
    public let offset: Rational
  }

  /// Continuous pieces of given slopes.
  ///
  /// - Parameters:
  ///   - slopes: one more than there are breakpoints.
  ///   - offset: the value at zero of the first piece, drawn on to there.
  init(_ name: String, breakpoints: [Rational], slopes: [Rational], offset: Rational) {
    self.name = name
    self.breakpoints = breakpoints
    var pieces = [Piece(slope: slopes[0], offset: offset)]
    for (breakpoint, slope) in zip(breakpoints, slopes.dropFirst()) {
      let before = pieces[pieces.count - 1]
      pieces.append(Piece(slope: slope, offset: before.offset + (before.slope - slope) * breakpoint))
    }
    self.pieces = pieces
    let scale = pieces.flatMap { [$0.slope.denominator, $0.offset.denominator] }
      .reduce(Integer(1)) { $0 * $1.dividedExactly(by: $0.greatestCommonDivisor(with: $1)) }
    self.scale = scale
    scaled = pieces.map { piece in
      (
        piece.slope.numerator * scale.dividedExactly(by: piece.slope.denominator),
        piece.offset.numerator * scale.dividedExactly(by: piece.offset.denominator)
      )
    }
  }

  public static func == (a: PiecewiseActivation, b: PiecewiseActivation) -> Bool {
    a.breakpoints == b.breakpoints && a.pieces == b.pieces
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(breakpoints)
    hasher.combine(pieces)
  }

  /// max(0, x)
  public static let relu = PiecewiseActivation("ReLU", breakpoints: [0], slopes: [0, 1], offset: 0)

  /// x above zero, `slope` times x below.
  public static func leakyReLU(_ slope: Rational) -> PiecewiseActivation {
    PiecewiseActivation("LeakyReLU", breakpoints: [0], slopes: [slope, 1], offset: 0)
  }

  /// x between −1 and 1, and constant beyond.
  public static let hardTanh = PiecewiseActivation(
    "HardTanh", breakpoints: [-1, 1], slopes: [0, 1, 0], offset: -1)

  /// x/6 + 1/2 between −3 and 3, and constant beyond.
  public static let hardSigmoid = PiecewiseActivation(
    "HardSigmoid", breakpoints: [-3, 3], slopes: [0, Rational(reducing: 1, over: 6), 0], offset: 0)

  /// The value at a place.
  public func callAsFunction(_ x: Rational) -> Rational {
    let piece = pieces[breakpoints.count { $0 < x }]
    return piece.slope * x + piece.offset
  }
}

extension PiecewiseActivation {
  /// How far right of a breakpoint a number lies, times something positive.
  func side(of coordinate: Integer, over weight: Integer, of breakpoint: Rational) -> Integer {
    breakpoint.signum == 0
      ? coordinate : coordinate * breakpoint.denominator - breakpoint.numerator * weight
  }

  /// The value at a number, times the weight and the scale.
  func image(of coordinate: Integer, over weight: Integer) -> Integer {
    let number = breakpoints.count { side(of: coordinate, over: weight, of: $0).signum() > 0 }
    let piece = scaled[number]
    var image = Integer(0)
    if !piece.slope.isZero { image = piece.slope == 1 ? coordinate : coordinate * piece.slope }
    if !piece.offset.isZero { image += piece.offset * weight }
    return image
  }
}
