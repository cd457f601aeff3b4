import Engine

/// Follows a training, and has a view show how far it is: its words, and the curve of the loss so far.
///
/// The view appears once a training takes longer than a moment, and changes at most ten times a second.
final class TrainingProgress {
  /// Ends a training whose view has a button that was pressed.
  struct Stop: Error {}

  private let view: (any ProgressView)?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var nextDrawing: ContinuousClock.Instant
  private var curve = LossCurve()

  private static let patience = Duration.milliseconds(200)
  private static let interval = Duration.milliseconds(100)

  /// - Parameter view: nil to show nothing.
  init(_ view: (any ProgressView)?) {
    self.view = view
    start = clock.now
    nextDrawing = start + Self.patience
  }

  /// Notes a step that was done.
  ///
  /// Throws ``Stop`` when the training is to end with it.
  func note(_ step: TrainingStep) throws {
    guard let view else { return }
    curve.append(step.loss)
    guard step.step < step.totalSteps else { return }
    if view.isStopWanted { throw Stop() }
    let now = clock.now
    guard now >= nextDrawing else { return }
    nextDrawing = now + Self.interval
    let elapsed = (now - start) / .seconds(1)
    let fraction = Double(step.step) / Double(max(step.totalSteps, 1))
    let left = elapsed / fraction - elapsed
    let words =
      "epoch \(step.epoch)/\(step.totalEpochs) · loss \(step.loss.short) · "
      + "\(formatted(Double(step.step) / elapsed, "%.0f")) steps/s · \(duration(left)) left"
    view.show(ProgressDrawing(fraction: fraction, words: words, losses: curve.points))
  }

  /// Shows how the training ended.
  func finish(_ history: History) {
    let done = history.isComplete ? "trained" : "stopped after"
    let loss = history.lastLoss.map { ", loss \($0.short)" } ?? ""
    view?.finish(
      ProgressDrawing(
        fraction: history.isComplete ? 1 : Double(history.steps) / Double(max(history.totalSteps, 1)),
        words: "\(done) \(count(history.steps, "step")) in \(duration(history.seconds))\(loss)",
        losses: curve.points))
  }
}

/// The losses of a training, thinned as they come so that a long one still fits into a small picture.
struct LossCurve {
  private(set) var points: [Double] = []
  private var pending = (sum: 0.0, count: 0)
  private var stride = 1

  private static let limit = 240

  mutating func append(_ loss: Double) {
    pending.sum += loss
    pending.count += 1
    guard pending.count == stride else { return }
    points.append(pending.sum / Double(stride))
    pending = (0, 0)
    if points.count == Self.limit {
      // Neighbours become one point, and each further point stands for twice as many steps.
      points = Swift.stride(from: 0, to: points.count, by: 2).map { (points[$0] + points[$0 + 1]) / 2 }
      stride *= 2
    }
  }
}

extension Double {
  /// Four significant digits.
  var short: String { formatted(self, "%.4g") }
}
