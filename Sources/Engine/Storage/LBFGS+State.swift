extension LBFGS.Memory {
  private static let prefix = Optimiser.prefix + "curvature."

  /// The memory as tensors, a row for each change.
  var tensors: [(name: String, tensor: Tensor)] {
    func rows(_ rows: [[Double]]) -> Tensor {
      Tensor(.float64(rows.flatMap { $0 }), shape: [rows.count, direction.count])
    }
    let parts: [(String, Tensor)] = [
      ("steps", rows(changes.map(\.step))), ("gradients", rows(changes.map(\.gradient))),
      ("inverses", Tensor(changes.map(\.inverse), dtype: .float64)),
      ("last", rows([direction, gradient])), ("factors", Tensor([scale, length], dtype: .float64)),
    ]
    return parts.map { (Self.prefix + $0.0, $0.1) }
  }

  /// Reads the memory about `count` numbers from a file; nil where there is none. Throws when it is incomplete or
  /// about another number of them.
  init?(in file: Safetensors, count: Int, source: String) throws {
    func part(_ name: String) -> Tensor? { file[Self.prefix + name]?.converted(to: .float64) }
    guard file.tensors.contains(where: { $0.name.hasPrefix(Self.prefix) }) else { return nil }
    guard let steps = part("steps"), let gradients = part("gradients"), let inverses = part("inverses"),
      let last = part("last"), let factors = part("factors"), inverses.rank == 1,
      steps.shape == [inverses.count, count], gradients.shape == steps.shape, last.shape == [2, count],
      factors.shape == [2]
    else {
      throw EngineError.unreadable(
        source, "what its optimiser remembers of the curvature is not about \(count) numbers")
    }
    func row(_ tensor: Tensor, _ i: Int) -> [Double] { Array(tensor.doubles[i * count..<(i + 1) * count]) }
    self.init(
      changes: inverses.doubles.enumerated().map { i, inverse in
        Change(step: row(steps, i), gradient: row(gradients, i), inverse: inverse)
      },
      scale: factors.doubles[0], direction: row(last, 0), length: factors.doubles[1], gradient: row(last, 1))
  }
}
