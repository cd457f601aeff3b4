/// The rules by which optimisers change parameters.
///
/// An enumeration, so that the compiler sees each rule's loop for each kind of number.
enum UpdateRule: Sendable {
  case sgd(SGD)
  case adam(Adam)
  case rmsprop(RMSprop)
  case adagrad(Adagrad)
  /// A rule on clipped gradients. It is meant for all parameters at once: a norm is that of everything it is
  /// given.
  indirect case clipped(UpdateRule, GradientClipping)

  var name: String {
    switch self {
    case .sgd: "SGD"
    case .adam(let rule): rule.isDecoupled ? "AdamW" : "Adam"
    case .rmsprop: "RMSprop"
    case .adagrad: "Adagrad"
    case .clipped(let rule, _): rule.name
    }
  }

  /// How many numbers are remembered for each number of a parameter.
  var slotCount: Int {
    switch self {
    case .sgd(let rule): rule.momentum == 0 ? 0 : 1
    case .adam: 2
    case .rmsprop(let rule): rule.slotCount
    case .adagrad: 1
    case .clipped(let rule, _): rule.slotCount
    }
  }

  /// What the slots begin with.
  var slotStart: Double {
    if case .adagrad(let rule) = self { rule.start } else { 0 }
  }

  /// Changes `count` numbers in place. `slots` holds what is remembered about them, slot after slot, and
  /// `step` counts from 1.
  @inline(__always)
  func update<T: Scalar>(
    _ values: UnsafeMutablePointer<T>, gradient: UnsafePointer<T>, slots: UnsafeMutablePointer<T>,
    count: Int, step: Int, learningRate: Double
  ) {
    switch self {
    case .sgd(let rule):
      rule.update(values, gradient: gradient, slots: slots, count: count, learningRate: learningRate)
    case .adam(let rule):
      T.update(
        by: rule, values, gradient: gradient, m: slots, v: slots + count, count: count, step: step,
        learningRate: learningRate)
    case .rmsprop(let rule):
      rule.update(values, gradient: gradient, slots: slots, count: count, learningRate: learningRate)
    case .adagrad(let rule):
      rule.update(
        values, gradient: gradient, sums: slots, count: count, step: step, learningRate: learningRate)
    case .clipped(let rule, let clipping):
      // Only training plans use this case, and the gradients are memory of theirs.
      clipping.clip(UnsafeMutablePointer(mutating: gradient), count: count)
      rule.update(
        values, gradient: gradient, slots: slots, count: count, step: step, learningRate: learningRate)
    }
  }

  /// The same on storage of equal types.
  func update(
    _ values: inout Storage, gradient: Storage, slots: inout Storage, step: Int, learningRate: Double
  ) {
    switch (values, gradient, slots) {
    case (.float32(var x), .float32(let g), .float32(var s)):
      values = .float32([])
      slots = .float32([])
      update(&x, g, &s, step: step, learningRate: learningRate)
      values = .float32(x)
      slots = .float32(s)
    case (.float64(var x), .float64(let g), .float64(var s)):
      values = .float64([])
      slots = .float64([])
      update(&x, g, &s, step: step, learningRate: learningRate)
      values = .float64(x)
      slots = .float64(s)
    default:
      break
    }
  }

  private func update<T: Scalar>(
    _ values: inout [T], _ gradient: [T], _ slots: inout [T], step: Int, learningRate: Double
  ) {
    let count = values.count
    values.withUnsafeMutableBufferPointer { values in
      slots.withUnsafeMutableBufferPointer { slots in
        gradient.reading { gradient in
          guard let values = values.baseAddress else { return }
          // A rule without slots touches none; the pointer is then only a placeholder.
          update(
            values, gradient: gradient, slots: slots.baseAddress ?? values, count: count, step: step,
            learningRate: learningRate)
        }
      }
    }
  }
}
