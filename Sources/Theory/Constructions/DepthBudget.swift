// How wide a network may be, or must be, for its depth.

/// The largest width of `depth` equally wide hidden layers with which a network has at most so many weights and biases;
/// nil where even width one has more.
///
/// - Throws: ``TheoryError`` for a depth, a budget or numbers of inputs and outputs beyond 1 to 2^40.
public func widestNetwork(parameters: Int, depth: Int, inputs: Int, outputs: Int) throws -> Int? {
  for number in [parameters, depth, inputs, outputs] where !(1...(1 << 40)).contains(number) {
    throw TheoryError(
      "Depth, parameters, inputs and outputs are at least 1 (and at most 2^40), not \(number).")
  }
  func count(_ width: Int) -> Double {
    let (w, n, m) = (Double(width), Double(inputs), Double(outputs))
    return (n + 1) * w + Double(depth - 1) * w * (w + 1) + (w + 1) * m
  }
  guard count(1) <= Double(parameters) else { return nil }
  var (fits, fails) = (1, parameters + 1)
  while fails - fits > 1 {
    let middle = (fits + fails) / 2
    if count(middle) <= Double(parameters) { fits = middle } else { fails = middle }
  }
  return fits
}

/// The smallest width with which ReLU networks of `depth` hidden layers can come as near to x² on [0, 1] as `error`:
/// (W + 1)^L ≥ (8 ε)^−½. No narrower network does, however it is trained.
///
/// A network of width W has at most (W + 1)^L pieces, and on an interval of length h no straight line is nearer to x²
/// than h²/8: some piece of p is at least 1/p long, so that ε ≥ 1/(8 p²).
/// - Throws: ``TheoryError`` unless the depth lies between 1 and 1000 and the error between 10^−30 and 1.
public func squareWidth(error: Rational, depth: Int) throws -> Int {
  guard (1...1000).contains(depth) else {
    throw TheoryError("The depth is a number of hidden layers from 1 to 1000, not \(depth).")
  }
  guard error > 0, error <= 1, error.double > 1e-30 else {
    throw TheoryError("The error lies between 1e-30 and 1, but it is \(error.double).")
  }
  func suffices(_ width: Int) throws -> Bool {
    8 * error * Rational(Integer(width + 1).power(2 * depth)) >= 1
  }
  var (fails, fits) = (-1, 1)
  while try !suffices(fits) { (fails, fits) = (fits, 2 * fits) }
  while fits - fails > 1 {
    let middle = (fits + fails) / 2
    if try suffices(middle) { fits = middle } else { fails = middle }
  }
  return fits
}
