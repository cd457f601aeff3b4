/// An activation and the affine map behind it, in Float64: where the numbers of a network of the plane bend.
///
/// A continuous function of straight pieces is its first piece, and from each breakpoint on something more: the
/// change of the slope times the distance from there. So each line adds what is beyond it and nothing else.
final class BendingLayer: Sendable {
  /// The activation among the network's steps.
  let step: Int
  /// Numbers in front that the activation leaves as they are.
  let kept: Int
  let breakpoints: [Double]
  /// How the slope changes at each breakpoint.
  private let changes: [Double]
  private let first: (slope: Double, offset: Double)
  /// To the next activation, or to the outputs; nil where nobody asks for what comes behind.
  private let passage: Passage?

  init(_ activation: PiecewiseActivation, at step: Int, keeping kept: Int, _ passage: Passage?) {
    self.step = step
    self.kept = kept
    self.passage = passage
    breakpoints = activation.breakpoints.map(\.double)
    let slopes = activation.pieces.map(\.slope)
    changes = zip(slopes.dropFirst(), slopes).map { ($0 - $1).double }
    first = (slopes[0].double, activation.pieces[0].offset.double)
  }

  /// The layers of a network, and the way to the first of them.
  ///
  /// - Parameter includingOutputs: whether the last layer leads on to the outputs.
  static func layers(
    of network: ExactNetwork, includingOutputs: Bool
  ) throws -> (first: Passage, layers: [BendingLayer]) {
    let bends = network.steps.indices.filter {
      if case .activation = network.steps[$0] { true } else { false }
    }
    let entry = try Passage(network.steps[..<(bends.first ?? network.steps.count)], inputs: network.inputs)
    var width = entry.outputs
    var layers: [BendingLayer] = []
    for (index, step) in bends.enumerated() {
      guard case .activation(let activation, let kept) = network.steps[step] else { continue }
      let end = includingOutputs ? network.steps.count : nil
      let next = index + 1 < bends.count ? bends[index + 1] : end
      let passage = try next.map { try Passage(network.steps[step..<$0], inputs: width) }
      layers.append(BendingLayer(activation, at: step, keeping: kept, passage))
      width = passage?.outputs ?? width
    }
    return (entry, layers)
  }

  /// What comes next if no line adds anything; nil where nobody asks.
  ///
  /// Its error covers all that the lines will add.
  func base(_ functions: PlaneFunctions) -> PlaneFunctions? {
    guard let passage else { return nil }
    let lines = (functions.count - kept) * breakpoints.count
    let steepest = max(1, first.slope.magnitude + changes.reduce(0) { $0 + $1.magnitude })
    let farthest = breakpoints.reduce(0) { max($0, $1.magnitude) }
    let size = steepest * (functions.largest + farthest) + first.offset.magnitude
    var base = passage.bias(
      before: lines + functions.count, ofSize: size, within: steepest * functions.error)
    for unit in 0..<functions.count {
      let (slope, offset) = unit < kept ? (1, 0) : first
      guard slope != 0 || offset != 0 else { continue }
      let function = functions[unit]
      base.add(
        PlaneFunction(
          a: slope * function.a, b: slope * function.b, c: slope * function.c + offset, error: 0),
        times: passage.weights(of: unit))
    }
    return base
  }

  /// Adds to the next activation's numbers what a unit adds beyond one of its lines.
  func add(_ functions: PlaneFunctions, _ unit: Int, beyond breakpoint: Int, to next: inout PlaneFunctions?) {
    guard let passage else { return }
    let (function, change) = (functions[unit], changes[breakpoint])
    next?.add(
      PlaneFunction(
        a: change * function.a, b: change * function.b, c: change * (function.c - breakpoints[breakpoint]),
        error: 0),
      times: passage.weights(of: unit))
  }
}

extension Passage {
  /// What comes out for functions that nothing has bent yet.
  func image(of functions: PlaneFunctions) -> PlaneFunctions {
    var image = bias(before: inputs, ofSize: functions.largest, within: functions.error)
    for input in 0..<inputs { image.add(functions[input], times: weights(of: input)) }
    return image
  }

  /// The bias alone, with an error that covers all that will be added to it.
  ///
  /// - Parameters:
  ///   - addends: how many functions will be added, times the weights of their inputs.
  ///   - size: the largest magnitude that an input's functions reach together.
  ///   - room: how far they may be from the exact ones.
  fileprivate func bias(before addends: Int, ofSize size: Double, within room: Double) -> PlaneFunctions {
    // Every partial sum is at most this large, and each addend as exact as four operations are.
    let sum = rowSum * size + largestBias
    let rounding = Double(addends + 8) * Rounding.unit * sum
    let error = rowSum * room + rounding + self.error * (size + 1)
    return PlaneFunctions(constants: bias, error: error * (1 + 16 * Rounding.unit))
  }
}
