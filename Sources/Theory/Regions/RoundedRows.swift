/// Many points on their way through a network in Float64, each with a bound on how far rounding may have led it away.
struct RoundedRows {
  private(set) var width: Int
  /// Row after row.
  private(set) var values: [Double]
  /// For each row, how far each of its numbers may be from the exact one.
  private(set) var errors: [Double]

  var count: Int { errors.count }

  /// The places of some vertices.
  init(_ vertices: [Vertex], _ indices: [Int32]) {
    width = 2
    values = indices.flatMap { [vertices[Int($0)].x, vertices[Int($0)].y] }
    errors = indices.map { vertices[Int($0)].error }
  }

  mutating func apply(_ step: RoundedStep) throws {
    switch step {
    case .affine(let map, let kept): try apply(map, keeping: kept)
    case .activation(let activation, let kept): apply(activation, keeping: kept)
    case .remember(let kept):
      let old = self
      values = []
      values.reserveCapacity(count * (2 * width - kept))
      for row in 0..<count {
        values += old.row(row)
        values += old.row(row).dropFirst(kept)
      }
      width += width - kept
    case .addRemembered(let kept, let number):
      let old = self
      values = []
      values.reserveCapacity(count * (width - number))
      for index in 0..<count {
        let row = Array(old.row(index))
        values += row[..<kept]
        let sums = (kept..<kept + number).map { row[$0] + row[$0 + number] }
        values += sums
        errors[index] = 2 * errors[index] + Rounding.unit * largest(sums)
      }
      width -= number
    }
  }

  func row(_ index: Int) -> ArraySlice<Double> { values[(index * width)..<((index + 1) * width)] }

  private mutating func apply(_ map: RoundedMap, keeping kept: Int) throws {
    let inputs = kept == 0 ? values : (0..<count).flatMap { row($0).dropFirst(kept) }
    // The error of a sum of n products is at most n units of the sum of their magnitudes, in whatever order.
    let slack = Double(map.inputs + 4) * Rounding.unit
    for index in 0..<count {
      let size = largest(inputs[(index * map.inputs)..<((index + 1) * map.inputs)])
      let error =
        map.rowSum * errors[index] + slack * (map.rowSum * size + map.largestBias) + map.error * (size + 1)
      errors[index] = (kept == 0 ? error : max(error, errors[index])) * (1 + 8 * Rounding.unit)
    }
    var outputs = try product(
      of: inputs, rows: count, with: map.weights, transposedRows: map.outputs, inner: map.inputs)
    for row in 0..<count {
      for output in 0..<map.outputs { outputs[row * map.outputs + output] += map.bias[output] }
    }
    guard kept > 0 else {
      (values, width) = (outputs, map.outputs)
      return
    }
    values = (0..<count).flatMap {
      row($0).prefix(kept) + outputs[($0 * map.outputs)..<(($0 + 1) * map.outputs)]
    }
    width = kept + map.outputs
  }

  private mutating func apply(_ activation: RoundedActivation, keeping kept: Int) {
    for row in 0..<count {
      var size = 0.0
      for index in (row * width + kept)..<((row + 1) * width) {
        values[index] = activation(values[index])
        size = max(size, values[index].magnitude)
      }
      let error = activation.steepest * errors[row] + 4 * Rounding.unit * (size + activation.largestOffset)
      errors[row] = (kept == 0 ? error : max(error, errors[row])) * (1 + 8 * Rounding.unit)
    }
  }

  private func largest(_ numbers: some Sequence<Double>) -> Double {
    numbers.reduce(0) { max($0, $1.magnitude) }
  }
}

enum Rounding {
  /// The relative error of one operation in Float64, and a little more.
  static let unit = 0x1.1p-53
}

/// A step of a network in Float64.
enum RoundedStep {
  case affine(RoundedMap, keeping: Int)
  case activation(RoundedActivation, keeping: Int)
  case remember(keeping: Int)
  case addRemembered(keeping: Int, count: Int)

  init(_ step: ExactNetwork.Step) {
    switch step {
    case .affine(let map, let kept): self = .affine(RoundedMap(map), keeping: kept)
    case .activation(let activation, let kept):
      self = .activation(RoundedActivation(activation), keeping: kept)
    case .remember(let kept): self = .remember(keeping: kept)
    case .addRemembered(let kept, let count): self = .addRemembered(keeping: kept, count: count)
    }
  }
}

/// An affine map in Float64.
struct RoundedMap {
  let inputs: Int
  let outputs: Int
  let weights: [Double]
  let bias: [Double]
  /// The largest sum of magnitudes in a row of weights.
  let rowSum: Double
  let largestBias: Double
  /// What rounding the weights themselves costs at most, for inputs of size one.
  let error: Double

  init(_ map: AffineMap) {
    inputs = map.inputs
    outputs = map.outputs
    weights = map.weights.map(\.double)
    bias = map.bias.map(\.double)
    var rowSum = 0.0
    for output in 0..<map.outputs {
      let row = weights[(output * map.inputs)..<((output + 1) * map.inputs)]
      rowSum = max(rowSum, row.reduce(0) { $0 + $1.magnitude })
    }
    self.rowSum = rowSum * (1 + Double(map.inputs + 2) * Rounding.unit)
    largestBias = bias.reduce(0) { max($0, $1.magnitude) }
    // Weights that came from floating point are exact; others are off by half a unit each.
    let isExact = zip(map.weights + map.bias, weights + bias).allSatisfy { (try? Rational($1)) == $0 }
    error = isExact ? 0 : Rounding.unit * (self.rowSum + largestBias)
  }
}

/// An activation of straight pieces in Float64.
struct RoundedActivation {
  let breakpoints: [Double]
  private let slopes: [Double]
  private let offsets: [Double]
  let steepest: Double
  let largestOffset: Double

  init(_ activation: PiecewiseActivation) {
    breakpoints = activation.breakpoints.map(\.double)
    slopes = activation.pieces.map(\.slope.double)
    offsets = activation.pieces.map(\.offset.double)
    steepest = slopes.reduce(0) { max($0, $1.magnitude) }
    largestOffset = offsets.reduce(0) { max($0, $1.magnitude) }
  }

  func callAsFunction(_ x: Double) -> Double {
    var piece = 0
    for breakpoint in breakpoints where breakpoint < x { piece += 1 }
    return slopes[piece] * x + offsets[piece]
  }
}
