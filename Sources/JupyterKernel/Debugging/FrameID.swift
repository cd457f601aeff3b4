/// The number by which a client names a call: it means nothing in any other stop.
///
/// After an evaluation the number is another one, which tells JupyterLab to ask for the values again; the earlier one
/// keeps its meaning.
struct FrameID {
  /// The number of the stop.
  let stop: Int
  /// The position of the call, the innermost having 0.
  let index: Int
  let number: Int

  private static let indexBits = 20
  private static let evaluationBits = 6

  /// - Parameter evaluations: how often something has been evaluated in the stop.
  init(stop: Int, index: Int, evaluations: Int) {
    self.stop = stop
    self.index = index
    let evaluation = evaluations % (1 << Self.evaluationBits)
    number = (stop << Self.evaluationBits | evaluation) << Self.indexBits | index + 1
  }

  /// What a number that a client has sent stands for; of one that no call goes by there need be no such stop, and the
  /// position may be -1.
  init(_ number: Int) {
    self.number = number
    stop = number >> (Self.indexBits + Self.evaluationBits)
    index = number & (1 << Self.indexBits - 1) - 1
  }
}
