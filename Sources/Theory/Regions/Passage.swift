/// The affine map from one activation to the next in Float64, with a bound on what rounding it costs.
struct Passage {
  let inputs: Int
  let outputs: Int
  /// For each input its weights in all outputs, one input after the other.
  private let weights: [Double]
  let bias: [Double]
  /// The largest sum of magnitudes among the weights of an output.
  let rowSum: Double
  let largestBias: Double
  /// How far an output's weights and its bias, together, may be from the exact ones.
  let error: Double

  /// The map that some steps make, none of which is an activation.
  init(_ steps: some Sequence<ExactNetwork.Step>, inputs: Int) throws {
    var images = Images(inputs)
    for step in steps { try images.apply(step) }
    self.inputs = inputs
    outputs = images.width
    weights = Array(images.numbers.dropLast(images.width))
    bias = Array(images.numbers.suffix(images.width))
    rowSum = images.rowSum(of: inputs) * (1 + Double(inputs + 2) * Rounding.unit)
    largestBias = bias.reduce(0) { max($0, $1.magnitude) }
    error = images.error
  }

  /// The weights of an input in all outputs.
  func weights(of input: Int) -> ArraySlice<Double> { weights[(input * outputs)..<((input + 1) * outputs)] }
}

/// What a map makes of each input alone, without the bias; and of nothing, with it.
private struct Images {
  private let count: Int
  private(set) var width: Int
  /// One image after the other.
  private(set) var numbers: [Double]
  /// How far the same number of all images, together, may be from the exact ones.
  private(set) var error = 0.0
  private var isIdentity = true

  init(_ inputs: Int) {
    count = inputs + 1
    width = inputs
    numbers = [Double](repeating: 0, count: count * width)
    for input in 0..<inputs { numbers[input * width + input] = 1 }
  }

  /// The largest sum of magnitudes of a number over the first images.
  func rowSum(of images: Int) -> Double {
    var sums = [Double](repeating: 0, count: width)
    for image in 0..<images {
      for index in 0..<width { sums[index] += numbers[image * width + index].magnitude }
    }
    return sums.reduce(0, max)
  }

  mutating func apply(_ step: ExactNetwork.Step) throws {
    switch step {
    case .activation: break
    case .affine(let map, let kept): try apply(RoundedMap(map), keeping: kept)
    case .remember(let kept): rearrange { $0 + $0.dropFirst(kept) }
    case .addRemembered(let kept, let number):
      rearrange { image in
        let from = image.startIndex + kept
        return image.prefix(kept) + (from..<from + number).map { image[$0] + image[$0 + number] }
      }
      error = 2 * error + Rounding.unit * rowSum(of: count)
    }
    isIdentity = false
  }

  private mutating func rearrange(_ body: (ArraySlice<Double>) -> ArraySlice<Double>) {
    numbers = (0..<count).flatMap { body(numbers[($0 * width)..<(($0 + 1) * width)]) }
    width = numbers.count / count
  }

  private mutating func apply(_ map: RoundedMap, keeping kept: Int) throws {
    if isIdentity, kept == 0 {
      (numbers, width, error) = (map.transposed + map.bias, map.outputs, map.error)
      return
    }
    let slack = Double(map.inputs + 4) * Rounding.unit
    let size = rowSum(of: count)
    let rounding =
      map.rowSum * error + slack * (map.rowSum * size + map.largestBias) + map.error * (size + 1)
    error = max(error, rounding) * (1 + 8 * Rounding.unit)
    let behind = (0..<count).flatMap { numbers[($0 * width + kept)..<(($0 + 1) * width)] }
    let outputs = map.outputs
    var images = try product(
      of: behind, rows: count, with: map.weights, transposedRows: outputs, inner: map.inputs)
    for output in 0..<outputs { images[(count - 1) * outputs + output] += map.bias[output] }
    let old = self
    numbers = []
    numbers.reserveCapacity(count * (kept + outputs))
    for image in 0..<count {
      numbers += old.numbers[(image * width)..<(image * width + kept)]
      numbers += images[(image * outputs)..<((image + 1) * outputs)]
    }
    width = kept + outputs
  }
}

/// An affine map in Float64.
private struct RoundedMap {
  let inputs: Int
  let outputs: Int
  /// Row after row, one for each output.
  let weights: [Double]
  let bias: [Double]
  /// The largest sum of magnitudes in a row of weights.
  let rowSum: Double
  let largestBias: Double
  /// How far a row's weights and its bias, together, may be from the exact ones.
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
    error = map.fitsFloat64 ? 0 : Rounding.unit * (self.rowSum + largestBias)
  }

  /// The weights column after column.
  var transposed: [Double] {
    (0..<inputs).flatMap { input in (0..<outputs).map { weights[$0 * inputs + input] } }
  }
}
