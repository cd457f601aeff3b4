import Testing

@testable import Engine

@Suite struct IndexingTests {
  let x: Tensor

  init() throws {
    x = try Tensor.arange(to: 24).reshaped(to: [2, 3, 4])
  }

  @Test("positions, ranges, the ellipsis and new axes select as in NumPy")
  func selections() throws {
    #expect(try x.selecting([.at(1), .at(-1), .at(0)]) == Tensor(20))
    #expect(try x.selecting([.at(0)]).shape == [3, 4])
    #expect(try x.selecting([.ellipsis, .at(1)]).doubles == [1, 5, 9, 13, 17, 21])
    #expect(try x.selecting([.newAxis, .ellipsis, .newAxis]).shape == [1, 2, 3, 4, 1])
    #expect(try x.selecting([.at(0), .range(from: 1, to: nil, step: 1), .at(0)]).doubles == [4, 8])
    #expect(try x.selecting([]) == x)
  }

  @Test(
    "ranges are limited to the axis and step either way",
    arguments: [
      (0, 3, 1, [0, 1, 2]), (nil, nil, 2, [0, 2, 4]), (nil, nil, -1, [4, 3, 2, 1, 0]), (-2, nil, 1, [3, 4]),
      (1, 100, 1, [1, 2, 3, 4]), (3, 1, 1, []), (3, 1, -1, [3, 2]), (-100, 2, 1, [0, 1]), (7, 9, 1, []),
      (nil, nil, .max, [0]), (nil, nil, .min, [4]), (4, -100, -3, [4, 1]),
    ] as [(Int?, Int?, Int, [Double])])
  func ranges(_ from: Int?, _ to: Int?, _ step: Int, _ expected: [Double]) throws {
    let line = try Tensor.arange(to: 5)
    #expect(try line.selecting([.range(from: from, to: to, step: step)]).doubles == expected)
  }

  @Test("an assignment replaces the part, broadcasts, and leaves other copies alone")
  func assignment() throws {
    var y = x
    try y.assign(Tensor(-1), to: [.at(0), .all, .at(0)])
    #expect(try y.selecting([.at(0), .all, .at(0)]).doubles == [-1, -1, -1])
    #expect(x.doubles[0] == 0)
    try y.assign(Tensor([7, 8]), to: [.at(1), .at(1), .range(from: nil, to: nil, step: 2)])
    #expect(try y.selecting([.at(1), .at(1)]).doubles == [7, 17, 8, 19])
  }

  @Test("what is out of range is named with the range")
  func errors() throws {
    #expect(
      message { _ = try x.selecting([.at(2)]) }
        == "Position 2 is out of range: axis 0 of shape [2, 3, 4] has positions 0 to 1, or -1 to -2 from the end."
    )
    #expect(message { _ = try x.selecting([.at(.min)]) }.contains("out of range"))
    #expect(message { _ = try Tensor.zeros([0]).selecting([.at(0)]) }.contains("is empty"))
    #expect(message { _ = try x.selecting([.at(0), .at(0), .at(0), .at(0)]) }.contains("too many"))
    #expect(message { _ = try x.selecting([.ellipsis, .ellipsis]) }.contains("at most one"))
    #expect(message { _ = try x.selecting([.range(from: nil, to: nil, step: 0)]) }.contains("cannot be 0"))
    var y = x
    #expect(
      message { try y.assign(Tensor([1, 2, 3]), to: [.at(0), .at(0)]) }
        == "Values of shape [3] do not fit the selected part, which has shape [4].")
    #expect(y == x)
    #expect(message { _ = try x.gathering([2]) } == "Row 2 is out of range: there are 2 rows.")
  }

  @Test("rows are gathered in order, repeatedly and from the end")
  func rows() throws {
    let y = try Tensor.arange(to: 6).reshaped(to: [3, 2])
    #expect(try y.gathering([2, 0, -1]).doubles == [4, 5, 0, 1, 4, 5])
    #expect(try y.gathering([]).shape == [0, 2])
  }
}
