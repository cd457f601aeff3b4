import Engine
import Theory

extension Library {
  /// How many regions networks can have, and how many they do.
  static var bounds: [LibraryFunction] {
    [
      LibraryFunction(
        "regionBounds",
        "What is known of the number of linear regions of ReLU networks of a shape: the inputs, then the units of each hidden layer, or a network. Exact integers, in one table, beside a `measured` number where one is given.",
        [.required("shape", .any), .optional("measured", .any, .null)],
        example: "regionBounds([2, 8, 8], measured: 592).montufarLower",
        reference: "Serra, Tjandraatmadja and Ramalingam 2018, arXiv:1711.02114"
      ) { call in
        let bounds = try call.shapeBounds("shape")
        return .object(RegionBoundsValue(bounds: bounds, measured: try call.measuredRegions("measured")))
      },
      LibraryFunction(
        "arrangementRegions",
        "How many regions hyperplanes in general position make of a space, which is the largest number for one hidden layer; `central` if all of them go through the origin, as without biases.",
        [
          .required("hyperplanes", .integer), .required("dimension", .integer),
          .optional("central", .boolean, .boolean(false)),
        ], example: "arrangementRegions(20, 3)",
        reference: "Zaslavsky 1975, Memoirs of the AMS 154"
      ) { call in
        let n = try call.integer("hyperplanes", in: 0...10_000)
        let d = try call.integer("dimension", in: 0...10_000)
        let regions =
          try call.boolean("central")
          ? centralArrangementRegions(hyperplanes: n, dimension: d)
          : Theory.arrangementRegions(hyperplanes: n, dimension: d)
        return .exact(regions)
      },
      LibraryFunction(
        "regionCount",
        "The exact number of activation regions of a ReLU network in a box of any number of inputs, a range for each: for tens of units. Each split is a linear programme that Float64 proves, or exact numbers where it cannot.",
        [
          .required("net", .any), .optional("in", .array, .null),
          .optional("limit", .integer, .int(10_000_000)),
        ], example: "regionCount(Linear(3, 4) >> relu >> Linear(4, 1), in: [-1...1, -1...1, 0...2]).count",
        reference: "after Serra, Tjandraatmadja and Ramalingam 2018, arXiv:1711.02114"
      ) { call in
        try call.regionCount(
          of: call.exactNetwork("net"), limit: call.integer("limit", atLeast: 1))
      },
      LibraryFunction(
        "regionsAlong",
        "The exact number of activation regions of a network along the segment between two points, or on the flat through more: from the first point p, the places p + Σ tᵢ (pᵢ − p) with each tᵢ in a range of `in`, from 0 to 1 if there are none. On a plane through three points the regions are drawn as well.",
        [.required("net", .any), .required("points", .array), .optional("in", .array, .null)],
        example: "regionsAlong(mlp(5, 8, 1), [[0, 0, 0, 0, 0], [1, 1, 1, 1, 1]]).count"
      ) { call in
        let network = try call.exactNetwork("net")
        let points = try call.array("points").map { try call.fractions($0) }
        let flat = try network.restricted(through: points)
        if flat.inputs == 2 {
          let machine = call.machine
          let box = call.has("in") ? try call.planeBox("in") : try PlaneBox(x: (0, 1), y: (0, 1))
          let found = try LinearRegions(flat, in: box) { try machine.pollNow() }
          return .object(RegionsValue(regions: found, pieces: nil))
        }
        let unit = [(lower: Rational, upper: Rational)](repeating: (0, 1), count: flat.inputs)
        let box = call.has("in") ? try call.box("in", inputs: flat.inputs) : unit
        return .object(RegionCountValue(count: try call.count(flat, in: box), box: box, network: flat))
      },
      LibraryFunction(
        "regionsThrough",
        "The exact numbers of activation regions of a network along lines through random pairs of different rows of some data, from one row to the other; with `planes`, on the parallelograms that random triples span. A list of as many numbers as `count` says.",
        [
          .required("net", .any), .required("data", .any), .optional("count", .integer, .int(20)),
          .optional("planes", .boolean, .boolean(false)),
        ], example: "mean(regionsThrough(mlp(4, 8, 3), iris(), count: 5)) >= 1",
        reference: "Hanin and Rolnick 2019, arXiv:1901.09021, section 5"
      ) { call in
        let network = try call.exactNetwork("net")
        let points = try call.exactPoints("data")
        let machine = call.machine
        let size = try call.boolean("planes") ? 3 : 2
        return .array(
          try (0..<call.integer("count", in: 1...100_000)).map { _ in
            let flat = try network.restricted(
              through: points.spanning(size, from: &machine.generator))
            let section = try flat.regionCountOnUnitCube { try machine.pollNow() }
            return .int(section)
          })
      },
      LibraryFunction(
        "folds",
        "Montúfar's network for a shape, the inputs and then the units of each hidden layer: every layer but the last folds the cube onto itself, so that inside of the unit cube it has exactly as many regions as his lower bound counts. Needs layers at least as wide as the input.",
        [.required("shape", .array)], example: "regionCount(folds([2, 4, 4]), in: [0...1, 0...1]).count",
        reference: "Montúfar, Pascanu, Cho and Bengio 2014, arXiv:1402.1869"
      ) { call in
        let (inputs, widths) = try call.shape("shape")
        for size in [inputs] + widths where size > 512 {
          throw Fault(.limitExceeded, "`folds` makes layers of at most 512 units, but \(size) are asked for")
            .about("shape", of: call)
        }
        return .object(
          LayerValue(layer: try ExactNetwork.folds(inputs: inputs, widths: widths).network()))
      },
    ]
  }
}

extension Call {
  /// The number of regions in the box `in`.
  func regionCount(of network: ExactNetwork, limit: Int = 10_000_000) throws -> Value {
    if has("merge"), try boolean("merge") {
      throw Fault(.invalidValue, "only the regions of networks of two inputs can be merged").about(
        "merge", of: self)
    }
    let box = try box("in", inputs: network.inputs)
    return .object(
      RegionCountValue(count: try count(network, in: box, limit: limit), box: box, network: network))
  }

  /// The inputs and the widths of a list.
  fileprivate func shape(_ name: String) throws -> (inputs: Int, widths: [Int]) {
    let sizes = try array(name).map { value -> Int in
      guard case .int(let size) = value else {
        throw mismatch(name, "the inputs and the units of each hidden layer, such as `[2, 8, 8]`")
      }
      return size
    }
    guard let inputs = sizes.first else {
      throw Fault(.invalidValue, "a shape starts with the number of inputs, as in `[2, 8, 8]`").about(
        name, of: self)
    }
    return (inputs, Array(sizes.dropFirst()))
  }

  fileprivate func shapeBounds(_ name: String) throws -> RegionBounds {
    if case .object = self[name] { return try RegionBounds(exactNetwork(name)) }
    let (inputs, widths) = try shape(name)
    return try RegionBounds(inputs: inputs, widths: widths)
  }

  /// A number of regions, or something that has been counted.
  fileprivate func measuredRegions(_ name: String) throws -> Int? {
    guard has(name) else { return nil }
    var value = self[name]
    if case .object(let object) = value, let count = try object.member("count") { value = count }
    guard case .int(let number) = value else {
      throw mismatch(name, "a number of regions, or what was counted")
    }
    return number
  }

  /// A range for each input; from −1 to 1 where none are given.
  fileprivate func box(_ name: String, inputs: Int) throws -> [(lower: Rational, upper: Rational)] {
    guard has(name) else { return [(lower: Rational, upper: Rational)](repeating: (-1, 1), count: inputs) }
    return try array(name).map { value in
      guard let ends = value.exactEnds else {
        throw mismatch(name, "a list of ranges such as `[-1...1, 0...2, -1...1]`")
      }
      return ends
    }
  }

  fileprivate func count(
    _ network: ExactNetwork, in box: [(lower: Rational, upper: Rational)], limit: Int = 10_000_000
  ) throws -> RegionCount {
    try RegionCount(network, in: box, limit: limit) { _ in try machine.pollNow() }
  }
}

extension [[Rational]] {
  /// Some of the points, at random, such that they span as much as so many points can.
  fileprivate func spanning(_ number: Int, from generator: inout Generator) throws -> [[Rational]] {
    // Where a hundred draws find none, nearly all rows are the same.
    for _ in 0..<100 where count >= number {
      let drawn = generator.permutation(count).prefix(number).map { self[$0] }
      if ExactNetwork.span(drawn) { return drawn }
    }
    throw Fault(
      .invalidValue,
      "no \(number) of the \(Interpreter.count(count, "row")) that were drawn at random span a \(number == 2 ? "line" : "plane")",
      help: ["give more rows that differ"])
  }
}

extension Value {
  /// An integer of any size.
  static func exact(_ integer: Integer) -> Value {
    integer.int.map(Value.int) ?? .rational(Rational(integer))
  }
}
