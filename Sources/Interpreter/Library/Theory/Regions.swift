import Theory

extension Library {
  /// The regions on which networks are affine.
  static var regions: [LibraryFunction] {
    [
      LibraryFunction(
        "regions",
        "The activation regions of a ReLU network of two inputs in a box, given by two ranges: convex polygons on each of which the network is affine. Their number is proved: every sign that Float64 cannot decide is decided by exact numbers. With `merge`, neighbours with the same affine map count as one. For another number of inputs, with a range for each, the regions are counted as by `regionCount`, and only their number is kept.",
        [
          .required("net", .any), .optional("in", .array, .null),
          .optional("merge", .boolean, .boolean(false)),
        ], example: "regions(Linear(2, 5) >> relu >> Linear(5, 1), in: [-1...1, -1...1]).count",
        reference: "Montúfar, Pascanu, Cho and Bengio 2014, arXiv:1402.1869"
      ) { call in
        let network = try call.exactNetwork("net")
        let machine = call.machine
        guard network.inputs == 2 else { return try call.regionCount(of: network) }
        let merges = try call.boolean("merge")
        let found = try LinearRegions(network, in: call.planeBox("in"), keepsMaps: merges) {
          try machine.pollNow()
        }
        let pieces = try merges ? found.pieces { try machine.pollNow() } : nil
        return .object(RegionsValue(regions: found, pieces: pieces))
      }
    ]
  }
}

extension Call {
  /// Two ranges of numbers; the square from −1 to 1 where none are given.
  func planeBox(_ name: String) throws -> PlaneBox {
    guard has(name) else { return try PlaneBox(x: (-1, 1), y: (-1, 1)) }
    let ranges = try array(name).map(\.exactEnds)
    guard ranges.count == 2, let x = ranges[0], let y = ranges[1] else {
      throw mismatch(name, "a list of two ranges such as `[-1...1, -1...1]`")
    }
    return try PlaneBox(x: x, y: y)
  }
}
