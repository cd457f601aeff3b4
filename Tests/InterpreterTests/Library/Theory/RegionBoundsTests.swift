import Testing

@testable import Interpreter

@Suite("Bounds and counts of regions in the language")
struct RegionBoundsTests {
  @Test(
    "Bounds are exact, whatever their size",
    arguments: [
      ("regionBounds([2, 8, 8]).montufarLower", "592"), ("regionBounds([2, 8, 8]).serraLower", "925"),
      ("regionBounds([2, 8, 8]).serraUpper", "1369"), ("regionBounds([2, 8, 8]).pascanuLower", "148"),
      ("regionBounds([3, 4, 4]).serraUpper", "161"), ("regionBounds([3, 4, 4]).montufarUpper", "225"),
      ("regionBounds([2, 2, 2]).serraLower", "nil"), ("regionBounds([2, 16, 16]).typical", "512"),
      ("regionBounds([3, 20]).zaslavsky", "1351"), ("regionBounds(mlp(2, 6, 6, 1)).montufarLower", "198"),
      ("regionBounds([2, 10, 10]).averageUpper(100, T: 1)", "20000"), ("arrangementRegions(100, 2)", "5051"),
      ("arrangementRegions(10, 3, central: true)", "92"),
    ])
  func bounds(cell: String, shown: String) {
    #expect(Notebook().value(cell) == shown)
  }

  @Test("The table holds the bounds beside what was measured, very large numbers by their first digits")
  func table() {
    let notebook = Notebook()
    let table = notebook.value(
      "regionBounds([2, 8, 8], measured: regionCount(folds([2, 8, 8]), in: [0...1, 0...1]))")
    #expect(table.contains("Montúfar 2014          some reach      592"))
    #expect(table.hasSuffix("measured                               592"))
    let large = notebook.value("regionBounds([784, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10])")
    #expect(large.contains("4.62e33") && large.contains("1.33e36") && large.contains("1000000000000"))
  }

  @Test("Regions of any number of inputs are counted, and along segments and planes")
  func counts() throws {
    try Notebook().run(
      all: "let net = Linear(3, 5) >> relu >> Linear(5, 1)",
      "let c = regions(net, in: [-1...1, -1...1, 0...2])",
      "check c.count == regionCount(net, in: [-1...1, -1...1, 0...2]).count && c.count >= 1",
      "check c.count <= c.bounds.serraUpper",
      "check regionsAlong(net, [[0, 0, 0], [1, 1, 1]]).count <= 6",
      "check regionsAlong(net, [[0, 0, 0], [1, 1, 1], [0, 0, 1]], in: [-9...9, -9...9]).count <= 16",
      "check regionCount(folds([2, 4, 4]), in: [0...1, 0...1]).count == 44",
      "check regions(folds([2, 6, 6]), in: [0...1, 0...1]).count == 198",
      "let plane = mlp(2, 7, 5, 1)",
      "check regions(plane, in: [-1...2, -1...1]).count == regionCount(plane, in: [-1...2, -1...1]).count")
  }

  @Test("Regions are counted along random lines and planes through data")
  func sections() throws {
    try Notebook().run(
      all: "seed(3); let net = mlp(4, 16, 16, 3); let data = iris()",
      "let lines = regionsThrough(net, data, count: 6)", "check lines.count == 6 && min(lines) >= 1",
      "let planes = regionsThrough(net, data.x, count: 4, planes: true)", "check min(planes) >= 1",
      "check regionsThrough(mlp(1, 5, 1), [[-1], [1]], count: 1)[0] <= 6",
      "let a = [-1, 0, 0, 0]; let b = [1, 2, 0, 0]; let c = [0, 1, 0, 3]",
      "check regionsAlong(net, [a, b]).count == regionsAlong(net, [b, a]).count",
      "check sum(regionsAlong(net, [a, b, c]).areas) == 1")
  }

  @Test(
    "Mistakes are named",
    arguments: [
      ("regionBounds([2])", "a network without hidden layers is one affine map, and has one region"),
      ("regionBounds([2, 0])", "a layer cannot have 0 units"),
      ("regionBounds([])", "a shape starts with the number of inputs, as in `[2, 8, 8]`"),
      ("regionCount(mlp(2, 3, 1), in: [1...0, 0...1])", "the range from 1 to 0 is empty"),
      ("regionCount(mlp(3, 3, 1), in: [0...1])", "the network takes 3 numbers, but the box has 1 ranges"),
      ("regions(mlp(3, 3, 1), merge: true)", "only the regions of networks of two inputs can be merged"),
      (
        "regionsAlong(mlp(2, 3, 1), [[0, 0], [1]])",
        "the network takes points of 2 coordinates, but one has 1"
      ),
      (
        "regionsThrough(mlp(1, 4, 1), [[1], [1]])",
        "no 2 of the 2 rows that were drawn at random span a line"
      ),
      ("folds([2, 1000])", "`folds` makes layers of at most 512 units, but 1000 are asked for"),
    ])
  func mistakes(cell: String, message: String) {
    #expect(Notebook().message(cell) == message)
  }
}
