import Engine
import Theory

extension Library {
  /// Finite samples, memorised by narrow networks.
  static var memorisation: [LibraryFunction] {
    [
      LibraryFunction(
        "memorize",
        "A network of width two that takes given labels at given points, exactly: N different points need N − 1 hidden layers at most, whatever their dimension and the labels. The result has the network in Float64 and without rounding, and says how each layer comes about. With `runs`, two labels are told apart as in the paper: R runs of equal labels along the projection need R − 1 hidden layers, and at least two. A data set brings its labels along.",
        [
          .required("points", .any), .optional("labels", .any, .null),
          .optional("runs", .boolean, .boolean(false)),
        ],
        example: "memorize([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]).depth",
        reference:
          "the theorem: Hernández and Zuazua 2024, arXiv:2409.06555; the string of maxima and minima: after Hanin and Sellke 2017, arXiv:1710.11278"
      ) { call in
        let points = try call.exactPoints("points")
        let labels = try call.exactLabels("labels", of: "points")
        let machine = call.machine
        if try call.boolean("runs") {
          let compression = try RunCompression(
            points: points, labels: labels, progress: { try machine.pollNow() })
          return .object(try RunCompressionValue(compression, points: points, labels: labels))
        }
        let memorisation = try Memorisation(
          points: points, values: labels, progress: { try machine.pollNow() })
        return .object(try MemorisationValue(memorisation, points: points, labels: labels))
      },
      LibraryFunction(
        "monotoneWitness",
        "Whether labels never fall along some direction, which a network of width one needs, since it is a monotone function of one direction: the direction, or differences of points that add up to zero, which prove that there is none.",
        [.required("points", .any), .required("labels", .any)],
        example: "monotoneWitness([0, 1, 2], [0, 1, 0]).exists",
        reference: "Gordan 1873, Mathematische Annalen 6:23"
      ) { call in
        .object(
          MonotoneWitnessValue(
            witness: try MonotoneWitness(
              points: call.exactPoints("points"), labels: call.exactList("labels"),
              progress: { try call.machine.pollNow() })))
      },
    ]
  }
}

extension Call {
  /// A list of points as exact rows; plain numbers are points of a line, and a data set stands for its features.
  func exactPoints(_ name: String) throws -> [[Rational]] {
    if let tensor = features(name) {
      guard (1...2).contains(tensor.rank) else {
        throw Fault(
          .shapeMismatch,
          "`\(name)` of `\(function.name)` has shape [points, coordinates], but this one has \(tensor.shape)",
          help: ["`Flatten()` turns pictures into rows"]
        ).about(name, of: self)
      }
      let width = tensor.rank == 2 ? tensor.shape[1] : 1
      let numbers: [Rational] = try tensor.doubles.map { try exactNumber(.double($0), of: name) }
      return (0..<tensor.shape[0]).map { Array(numbers[($0 * width)..<(($0 + 1) * width)]) }
    }
    return try array(name).map { point in
      if point.number != nil { return [try exactNumber(point, of: name)] }
      switch point {
      case .array, .tensor, .tuple: return try elements(of: point).map { try exactNumber($0, of: name) }
      default:
        throw Fault(.typeMismatch, "a point is a number or a list of numbers, but one is \(point.kind)")
          .about(name, of: self)
      }
    }
  }

  private func features(_ name: String) -> Tensor? {
    if case .tensor(let tensor) = self[name] { return tensor }
    return self[name].object(DatasetValue.self)?.dataset.features
  }

  /// The labels of some points; where they are not given, those of the data set.
  fileprivate func exactLabels(_ name: String, of points: String) throws -> [Rational] {
    if has(name) { return try exactList(name) }
    guard let data = self[points].object(DatasetValue.self)?.dataset else {
      throw mismatch(name, "a label for each point")
    }
    return try exactList(data.targets, name)
  }

  /// A list of exact numbers.
  func exactList(_ name: String) throws -> [Rational] {
    if case .tensor(let tensor) = self[name] { return try exactList(tensor, name) }
    return try array(name).map { try exactNumber($0, of: name) }
  }

  private func exactList(_ tensor: Tensor, _ name: String) throws -> [Rational] {
    guard tensor.rank == 1 || tensor.rank == 2 && tensor.shape[1] == 1 else {
      throw Fault(
        .shapeMismatch,
        "`\(name)` of `\(function.name)` is one number for each point, but its shape is \(tensor.shape)"
      ).about(name, of: self)
    }
    return try tensor.doubles.map { try exactNumber(.double($0), of: name) }
  }

  private func exactNumber(_ value: Value, of name: String) throws -> Rational {
    if case .boolean(let truth) = value { return truth ? 1 : 0 }
    guard value.number != nil else {
      throw Fault(.typeMismatch, "`\(name)` of `\(function.name)` are numbers, but one is \(value.kind)")
        .about(name, of: self)
    }
    guard let exact = value.exactly else {
      throw Fault(.invalidValue, "`\(name)` of `\(function.name)` are finite, but one is \(value.brief)")
        .about(name, of: self)
    }
    return exact
  }
}
