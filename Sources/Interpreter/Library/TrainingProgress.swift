import Engine
import Figures

/// Shows how a training gets on: a bar with the loss and the time left, and the curve of the loss so far.
///
/// Appears once a training takes longer than a moment, is drawn at most ten times a second, and shrinks to one
/// line at the end.
final class TrainingProgress {
  private let output: (any Output)?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var nextDrawing: ContinuousClock.Instant
  private var id: String?
  private var curve = LossCurve()

  private static let patience = Duration.milliseconds(200)
  private static let interval = Duration.milliseconds(100)

  init(_ output: (any Output)?) {
    self.output = output
    start = clock.now
    nextDrawing = start + Self.patience
  }

  func note(_ step: TrainingStep) {
    guard let output else { return }
    curve.append(step.loss)
    let now = clock.now
    guard now >= nextDrawing, step.step < step.totalSteps else { return }
    nextDrawing = now + Self.interval
    let elapsed = (now - start) / .seconds(1)
    let fraction = Double(step.step) / Double(max(step.totalSteps, 1))
    let left = elapsed / fraction - elapsed
    let words =
      "epoch \(step.epoch)/\(step.totalEpochs) · loss \(step.loss.short) · "
      + "\(formatted(Double(step.step) / elapsed, "%.0f")) steps/s · \(duration(left)) left"
    let bar = ProgressDrawing(fraction: fraction, words: words, losses: curve.points)
    let display = Display(text: bar.text, formats: ["image/svg+xml": bar.svg])
    if let id {
      output.update(display, id: id)
    } else {
      let new = "training-\(UInt64.random(in: 0 ... .max))"
      id = new
      output.show(display, id: new)
    }
  }

  /// Replaces the bar, if it was shown, by a line that says what was done.
  func finish(_ history: History) {
    guard let output, let id else { return }
    let done = history.isComplete ? "trained" : "stopped after"
    let loss = history.lastLoss.map { ", loss \($0.short)" } ?? ""
    output.update(
      Display(text: "\(done) \(count(history.steps, "step")) in \(duration(history.seconds))\(loss)"), id: id)
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
