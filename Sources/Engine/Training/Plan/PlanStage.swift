/// A part of a training plan that stands for one layer of a chain, or for a layer and the activation behind it.
///
/// A stage knows where everything it needs lies, and allocates nothing when it runs. Its methods are specialised
/// for both kinds of number by an attribute, since they are called through the protocol.
protocol PlanStage: Sendable {
  /// Takes the layers that it stands for from the front of a chain, for rows of `inputs` numbers; `nil`, with
  /// nothing taken, when it is not made for the first of them.
  init?(_ layers: inout ArraySlice<any Layer>, inputs: Int, in layout: inout PlanLayout)

  /// How many numbers a row of the output has.
  var outputs: Int { get }

  /// How many numbers the stage's matrix products need to work with, for batches of `rows`.
  func workspaceCount<T: Scalar>(for type: T.Type, rows: Int) -> Int

  /// Writes the outputs `y` for the inputs `x`. Throws what the layer would throw in training.
  func forward<T: Scalar>(
    _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>, _ pass: inout PlanPass<T>) throws

  /// Writes the gradients of the stage's parameters, and turns the gradient at its outputs into that at its
  /// inputs. `x` and `y` are what they were in `forward`.
  func backward<T: Scalar>(
    _ deltas: inout PlanDeltas<T>, input x: UnsafePointer<T>, output y: UnsafePointer<T>,
    _ pass: borrowing PlanPass<T>)
}

extension PlanStage {
  func workspaceCount<T: Scalar>(for type: T.Type, rows: Int) -> Int { 0 }
}

/// One step's way through a plan: what the stages find there.
struct PlanPass<T: Scalar> {
  /// How many rows the batch has.
  let rows: Int
  let memory: PlanMemory<T>
  /// Where random stages draw from, in the order of the chain.
  var generator: Generator

  /// The numbers of a parameter.
  @inline(__always)
  func value(_ place: ParameterPlace) -> UnsafeMutablePointer<T> {
    (place.isTrained ? memory.values : memory.kept) + place.offset
  }

  /// Where the gradient of a parameter goes; `nil` if it is not trained.
  @inline(__always)
  func gradient(_ place: ParameterPlace?) -> UnsafeMutablePointer<T>? {
    guard let place, place.isTrained else { return nil }
    return memory.gradients + place.offset
  }

  /// Numbers that a stage keeps from its way there for its way back.
  @inline(__always)
  func buffer(_ offset: Int) -> UnsafeMutablePointer<T> { memory.buffers + offset }
}

/// The gradient with respect to what lies between two stages, on its way back.
struct PlanDeltas<T: Scalar> {
  /// The gradient at the outputs of a stage, and after its `backward` at its inputs.
  private(set) var current: UnsafeMutablePointer<T>
  /// Where the other is written by a stage that does not work in place; followed by `turn`.
  private(set) var next: UnsafeMutablePointer<T>
  /// Whether the gradient at the inputs is of use to anyone.
  var isWanted = true

  init(_ memory: PlanMemory<T>) { (current, next) = memory.deltas }

  /// Makes what was written to `next` the current gradient.
  mutating func turn() { swap(&current, &next) }
}
