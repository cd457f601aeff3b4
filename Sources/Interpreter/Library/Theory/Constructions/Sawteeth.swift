import Theory

extension Library {
  /// Depth against width: functions of many pieces, and how few units reach them.
  static var sawteeth: [LibraryFunction] {
    [
      LibraryFunction(
        "sawtooth",
        "Telgarsky's sawtooth: the tent map 2 relu(x) − 4 relu(x − 1/2), composed `k` times. On [0, 1] it has 2^k pieces, from k hidden layers of two units.",
        [.required("k", .integer)], example: "pieces(sawtooth(4), on: 0...1).count",
        reference: "Telgarsky 2015, arXiv:1509.08101, theorem 1.1"
      ) { call in try call.binary(.sawtooth(call.integer("k"))) },
      LibraryFunction(
        "zigzag",
        "A map of three units per hidden layer, composed `depth` times, with 4^depth pieces on [0, 1]: the most that a network of that size can have. Its weights are no binary fractions: take `exact: true` to count the pieces.",
        [.required("depth", .integer), exactParameter],
        example: "pieces(zigzag(3, exact: true), on: 0...1).count",
        reference: "the most pieces: Serra, Tjandraatmadja and Ramalingam 2018, arXiv:1711.02114"
      ) { call in try call.constructed(.zigzag(call.integer("depth"))) },
      LibraryFunction(
        "doubledReLU",
        "The recursion f ← 2 relu(2 f) − 1, `n` times from f = x, which is sometimes printed as Telgarsky's function: on [0, 1] it never has more than two pieces.",
        [.required("n", .integer)], example: "pieces(doubledReLU(8), on: 0...1).count"
      ) { call in try call.binary(.doubledReLU(call.integer("n"))) },
      LibraryFunction(
        "sawtoothBound",
        "The least integral over [0, 1] of the distance between the sawtooth of `k` folds and any continuous function of so many straight `pieces`: 1/8 − (pieces + 1)/2^(k+2), or 0 where that is negative.",
        [.required("k", .integer), .required("pieces", .number)],
        example: "sawtoothBound(8, pieces: mostPieces([10]))",
        reference: "after Telgarsky 2015, arXiv:1509.08101; the constant is this project's"
      ) { call in
        let pieces = try call.fraction("pieces")
        guard pieces.isInteger else { throw call.mismatch("pieces", "an integer") }
        return .rational(try Theory.sawtoothBound(call.integer("k"), pieces: pieces.numerator))
      },
      LibraryFunction(
        "mostPieces",
        "The most pieces that a ReLU network of one input with hidden layers of these widths can have: Π (width + 1).",
        [.required("widths", .array)], example: "mostPieces([10, 10])",
        reference: "Serra, Tjandraatmadja and Ramalingam 2018, arXiv:1711.02114"
      ) { call in
        let widths = try call.array("widths").map { width -> Int in
          guard case .int(let width) = width else { throw call.mismatch("widths", "a list of integers") }
          return width
        }
        return .rational(Rational(try Theory.mostPieces(widths)))
      },
    ]
  }
}
