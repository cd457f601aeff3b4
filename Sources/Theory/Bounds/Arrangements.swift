/// How many regions `hyperplanes` hyperplanes in general position make of a space: the sum of C(n, j) for j up to the
/// dimension. No arrangement makes more, so it is also the largest number of regions of one hidden layer.
///
/// Source: Schläfli; Zaslavsky 1975, Memoirs of the AMS 154. Negative numbers count as zero.
public func arrangementRegions(hyperplanes: Int, dimension: Int) -> Integer {
  binomials(hyperplanes, through: dimension).reduce(0) { $0 + $1 }
}

/// The same for hyperplanes that all go through the origin: one hidden layer without biases.
///
/// Source: Zaslavsky 1975; twice the sum of C(n − 1, j) for j below the dimension.
public func centralArrangementRegions(hyperplanes: Int, dimension: Int) -> Integer {
  guard hyperplanes > 0, dimension > 0 else { return 1 }
  return 2 * arrangementRegions(hyperplanes: hyperplanes - 1, dimension: dimension - 1)
}

/// C(n, 0), C(n, 1), …, as far as they are not zero and at most C(n, `last`).
func binomials(_ n: Int, through last: Int) -> [Integer] {
  var numbers = [Integer(1)]
  for j in 0..<max(0, min(n, last)) {
    numbers.append((numbers[j] * Integer(n - j)).dividedExactly(by: Integer(j + 1)))
  }
  return numbers
}
