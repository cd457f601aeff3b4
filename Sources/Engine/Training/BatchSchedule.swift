/// Which rows each step of a training sees.
///
/// Each epoch's order follows from seed and epoch alone, so that any step can be the first.
struct BatchSchedule: Sendable {
  let rows: Int
  let batch: Int
  let epochs: Int
  /// The seed of the orders; `nil` keeps the rows in their own.
  let seed: UInt64?

  /// Throws when a count makes no sense.
  init(rows: Int, batch: Int?, epochs: Int, seed: UInt64?) throws {
    guard epochs >= 0, epochs <= 1 << 40 else {
      throw EngineError(.value, "The number of epochs is from 0 up, but it is \(epochs).")
    }
    guard batch.map({ $0 > 0 }) ?? true else {
      throw EngineError(
        .value, "A batch has at least one row, but `batch` is \(batch ?? 0).",
        hint: "Leave `batch` out to take all rows at once.")
    }
    self.rows = rows
    self.batch = min(batch ?? rows, rows)
    self.epochs = epochs
    self.seed = seed
  }

  var stepsPerEpoch: Int { (rows + batch - 1) / batch }
  var totalSteps: Int { stepsPerEpoch * epochs }

  /// The order of the rows in an epoch, counted from 0; `nil` for their own.
  func order(epoch: Int) -> [Int]? {
    guard let seed else { return nil }
    var generator = Generator(seed: seed, stream: BatchSchedule.orderStream | UInt64(epoch))
    return generator.permutation(rows)
  }

  /// The places in an epoch's order that one of its batches takes, both counted from 0.
  func range(batch index: Int) -> Range<Int> {
    index * batch..<min((index + 1) * batch, rows)
  }

  /// The streams of orders lie apart from those that a network draws from.
  private static let orderStream: UInt64 = 1 << 62
  /// The random numbers that a network may use in a step, counted from 0.
  static func generator(seed: UInt64, step: Int) -> Generator {
    Generator(seed: seed, stream: 1 << 61 | UInt64(step))
  }
}
