import Testing

@testable import Engine

@Suite struct TensorTests {
  @Test("tensors are made from numbers, and say when they do not fit")
  func creation() throws {
    #expect(Tensor(3).rank == 0)
    #expect(try Tensor(3).item() == 3)
    #expect(try Tensor([1, 2, 3, 4], shape: [2, 2]).doubles == [1, 2, 3, 4])
    #expect(
      message { _ = try Tensor([1, 2, 3], shape: [2, 2]) }
        == "3 numbers do not fill the shape [2, 2], which holds 4.")
    #expect(message { _ = try Tensor([1, 2]).item() }.contains("shape [2] holds 2"))
    #expect(try Tensor.eye(2).doubles == [1, 0, 0, 1])
  }

  @Test("arange and linspace reach where they should")
  func sequences() throws {
    #expect(try Tensor.arange(to: 3).doubles == [0, 1, 2])
    #expect(try Tensor.arange(from: 1, to: 0, step: -0.25, dtype: .float64).doubles == [1, 0.75, 0.5, 0.25])
    #expect(try Tensor.arange(from: 3, to: 1).count == 0)
    #expect(message { _ = try Tensor.arange(to: 3, step: 0) }.contains("has no end"))
    #expect(message { _ = try Tensor.arange(to: 1e300) }.contains("too large"))
    let line = try Tensor.linspace(from: -1, to: 0.1, count: 12, dtype: .float64)
    #expect(line.doubles.first == -1 && line.doubles.last == 0.1)
    #expect(try Tensor.linspace(from: 2, to: 5, count: 1).doubles == [2])
    #expect(message { _ = try Tensor.linspace(from: 0, to: 1, count: -1) }.contains("negative"))
  }

  @Test("sizes that are negative, overflow or exceed the memory are refused")
  func sizes() throws {
    #expect(
      message { _ = try Tensor.zeros([2, -1]) }.contains("no negative lengths, but this one is [2, -1]"))
    #expect(message { _ = try Tensor.zeros([.max, .max]) }.contains("too large"))
    #expect(message { _ = try Tensor.zeros([1 << 20, 1 << 20]) }.contains("too large"))
    #expect(try Tensor.zeros([1000, 0]).count == 0)
    #expect(message { _ = try Tensor.zeros([.max, 0, 2]) }.contains("too large"))
    #expect(message { _ = try Tensor.eye(1 << 30) }.contains("too large"))
    let tall = try Tensor.zeros([1 << 20, 1])
    #expect(message { _ = try tall + tall.transposed }.contains("too large"))
    #expect(message { _ = try Tensor.matmul(tall, tall, transposingSecond: true) }.contains("too large"))
  }

  @Test("a tensor that would take more than a third of what is free is refused")
  func memory() throws {
    try AvailableMemory.requireRoom(2 << 20, of: 7 << 20, for: [2])
    #expect(
      message { try AvailableMemory.requireRoom(3 << 20, of: 7 << 20, for: [3, 1]) }
        .contains("A tensor of shape [3, 1] takes 3 MB, and three times that is not free: there are 7 MB."))
  }

  @Test("a tensor is a value: changing a copy leaves the original")
  func values() throws {
    let x = try Tensor.zeros([2])
    var y = x
    try y.assign(Tensor(1), to: [.at(0)])
    #expect(x.doubles == [0, 0] && y.doubles == [1, 0])
    let z = y
    try y.assign(Tensor([5, 6], dtype: .float64), to: [.ellipsis])
    #expect(z.doubles == [1, 0] && y.doubles == [5, 6] && y.dtype == .float32)
    #expect(throws: EngineError.self) { try y.assign(Tensor([1, 2, 3]), to: [.ellipsis]) }
    #expect(y.doubles == [5, 6])
  }

  @Test("reshape infers a length, and says what does not fit")
  func reshape() throws {
    let x = try Tensor.arange(to: 12)
    #expect(try x.reshaped(to: [3, -1]).shape == [3, 4])
    #expect(message { _ = try x.reshaped(to: [5, -1]) }.contains("12 is not a multiple of 5"))
    #expect(message { _ = try x.reshaped(to: [-1, -1]) }.contains("Only one length"))
    #expect(message { _ = try x.reshaped(to: [5, 5]) }.contains("do not fit [5, 5], which holds 25"))
    #expect(message { _ = try x.reshaped(to: [0, -1]) }.contains("not a multiple of 0"))
  }

  @Test("axes are exchanged, dropped and added, and wrong ones are named")
  func axes() throws {
    let x = try Tensor.arange(to: 6).reshaped(to: [1, 2, 3])
    #expect(try x.transposed.shape == [3, 2, 1])
    #expect(try x.transposed.doubles == [0, 3, 1, 4, 2, 5])
    #expect(try x.squeezed().shape == [2, 3])
    #expect(try x.unsqueezed(axis: -1).shape == [1, 2, 3, 1])
    #expect(try x.swappingAxes(0, -1).shape == [3, 2, 1])
    #expect(message { _ = try x.squeezed(axis: 1) }.contains("has length 2"))
    #expect(
      message { _ = try x.sum(axis: 3) } == "There is no axis 3: a tensor with 3 axes has axes -3 to 2.")
    #expect(message { _ = try Tensor(1).sum(axis: 0) } == "There is no axis 0: a scalar has no axes.")
    #expect(message { _ = try x.permuted([0, 0, 1]) }.contains("not an order of the 3 axes"))
  }

  @Test("reductions of no numbers are 0, 1 or an error")
  func emptyReductions() throws {
    let none = try Tensor.zeros([0, 3])
    #expect(try none.sum().item() == 0)
    #expect(try none.prod().item() == 1)
    #expect(try none.sum(axis: 0).doubles == [0, 0, 0])
    #expect(try none.max(axis: 1).shape == [0])
    for (name, reduce) in [
      ("mean", { try none.mean() }), ("max", { try none.max(axis: 0) }), ("argmax", { try none.argmax() }),
      ("var", { try none.variance() }), ("softmax", { try none.softmax(axis: 0) }),
    ] as [(String, () throws -> Tensor)] {
      #expect(message { _ = try reduce() }.contains("`\(name)` of no numbers"))
    }
    #expect(message { _ = try Tensor([1]).std() }.contains("divides by n − 1"))
  }

  @Test(
    "A mean is a sum divided once: that of equal numbers is the number, and of whole ones it is rounded once")
  func means() throws {
    for dtype in [DType.float32, .float64] {
      for n in 1...300 {
        #expect(try Tensor.ones([n], dtype: dtype).mean().item() == 1)
        #expect(try Tensor.full([2, n], 3, dtype: dtype).mean(axis: 1).doubles == [3, 3])
      }
      for right in 0...100 {
        let hits = Tensor((0..<100).map { $0 < right ? 1 : 0 }, dtype: dtype)
        let exact = dtype == .float32 ? Double(Float(right) / 100) : Double(right) / 100
        #expect(try hits.mean().item() == exact)
      }
    }
    let x = Tensor([1, 2, 3, 4], dtype: .float64)
    #expect(try x.variance().item() == 5.0 / 3)
    #expect(try x.variance(unbiased: false).item() == 1.25)
    #expect(
      try gradient(at: Tensor([1, 2, 3], dtype: .float64)) { try $0.mean() }.doubles == [
        1.0 / 3, 1.0 / 3, 1.0 / 3,
      ])
  }

  @Test("argmax finds the first of the largest, along an axis or among all")
  func argmax() throws {
    let x = try Tensor([1, 5, 5, 9, 0, 9], shape: [2, 3])
    #expect(try x.argmax(axis: 1).doubles == [1, 0])
    #expect(try x.argmax(axis: 0).doubles == [1, 0, 1])
    #expect(try x.argmax().item() == 3)
    #expect(try x.argmin(axis: -1, keepDims: true).doubles == [0, 1])
    #expect(try Tensor([1, .nan, 2]).argmax().item() == 1)
  }

  @Test("a long sum in single precision keeps its digits")
  func longSum() throws {
    let x = try Tensor.full([1_000_000], 0.1)
    #expect(abs(try x.sum().item() - 100_000) < 0.05)
  }

  @Test("extreme arguments neither overflow nor vanish")
  func extremes() throws {
    let x = Tensor([1000, 1000], dtype: .float64)
    #expect(try x.softmax().doubles == [0.5, 0.5])
    #expect(abs(try x.logsumexp().item() - (1000 + 0.6931471805599453)) < 1e-12)
    #expect(abs(try Tensor([3e200, 4e200], dtype: .float64).norm().item() / 5e200 - 1) < 1e-15)
    #expect(Tensor([-1000, 1000]).softplus().doubles == [0, 1000])
    #expect(Tensor([-1000, 1000]).sigmoid().doubles == [0, 1])
    #expect(try gradient(at: try Tensor.zeros([2])) { try $0.norm() }.doubles == [0, 0])
  }

  @Test("NaN is not hidden by maximum, relu, clip or sign")
  func nan() throws {
    let x = Tensor([.nan])
    #expect(try Tensor.maximum(x, Tensor(0)).doubles[0].isNaN)
    #expect(try Tensor.minimum(Tensor(0), x).doubles[0].isNaN)
    #expect(x.relu().doubles[0].isNaN && x.sign().doubles[0].isNaN)
    #expect(try x.clip(min: 0, max: 1).doubles[0].isNaN && x.max().item().isNaN)
  }

  @Test("matrix products say which lengths differ, and that numbers have none")
  func products() throws {
    let (a, b) = (try Tensor.zeros([3, 4]), try Tensor.zeros([3, 2]))
    #expect(
      message { _ = try Tensor.matmul(a, b) }.contains(
        "[3, 4] and [3, 2] do not fit for `@`: the inner lengths are 4 and 3"))
    let batches = (try Tensor.zeros([2, 3, 4]), try Tensor.zeros([3, 4, 5]))
    #expect(
      message { _ = try Tensor.matmul(batches.0, batches.1) }
        == """
        Shapes [2, 3, 4] and [3, 4, 5] do not fit for `@`: there are 2 matrices against 3 in axis -3.
        Before the last two axes, aligned at the right, two lengths must be equal or one of them 1.
        """)
    #expect(message { _ = try Tensor.matmul(a, Tensor([1, 2, 3])) }.contains("[3, 4] and [3]"))
    #expect(message { _ = try Tensor.matmul(a, Tensor(2)) }.contains("the second operand is a single number"))
    #expect(try Tensor.matmul(.zeros([2, 0]), .zeros([0, 3])) == .zeros([2, 3]))
    #expect(try Tensor.matmul(.zeros([0, 2]), .zeros([2, 3])).shape == [0, 3])
  }

  @Test("joining names the part that does not fit")
  func joining() throws {
    let (a, b) = (try Tensor.zeros([2, 3]), try Tensor.zeros([2, 4]))
    #expect(try Tensor.concatenate([a, b], axis: -1).shape == [2, 7])
    #expect(try Tensor.stack([Tensor(1), Tensor(2)]).doubles == [1, 2])
    #expect(message { _ = try Tensor.concatenate([a, b]) }.contains("(part 1)"))
    #expect(message { _ = try Tensor.stack([a, b]) }.contains("Only equal shapes"))
    #expect(message { _ = try Tensor.stack([]) }.contains("empty"))
    #expect(message { _ = try Tensor.concatenate([Tensor(1)]) }.contains("Use `stack`"))
  }

  @Test("clip refuses ends in the wrong order")
  func clip() throws {
    #expect(try Tensor([-2, 0, 2]).clip(min: -1).doubles == [-1, 0, 2])
    #expect(message { _ = try Tensor([1]).clip(min: 2, max: 1) }.contains("min ≤ max"))
  }
}
