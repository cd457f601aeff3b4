import Engine
import Figures

/// How a training went; shown as the curves of loss and accuracy.
struct HistoryValue: Plotted {
  static let kind = "a history"
  let history: History
  /// The gradient flow at some of the steps; nil where it was not asked for.
  let recordedFlow: GradientFlowRecord?
  /// What the training needs to be continued.
  let origin: Origin

  /// A training's network, its optimiser, and the seed of its order of rows.
  struct Origin {
    let net: any Layer
    let optimiser: Optimiser
    /// How many steps the optimiser had done when the history was taken; nil if it cannot be said.
    let optimiserSteps: Int?
    let seed: UInt64
  }

  var text: String {
    var parts = [
      "\(count(history.epochs, "epoch")), \(count(history.steps, "step")) in \(duration(history.seconds))"
    ]
    if let loss = history.epochLosses.last ?? history.lastLoss { parts.append("loss \(loss.short)") }
    if let accuracy = percentage(history.epochAccuracies) { parts.append(accuracy) }
    if let loss = history.validationLosses.last { parts.append("validation loss \(loss.short)") }
    if let accuracy = percentage(history.validationAccuracies) { parts.append("validation \(accuracy)") }
    var text = parts.joined(separator: ", ")
    if !history.isComplete {
      text += "\nstopped after step \(history.steps) of \(history.totalSteps)"
    } else if let epoch = history.restoredEpoch {
      let end = history.isStoppedEarly ? "stopped early" : "trained to the end"
      text += "\n\(end); the weights are those of epoch \(epoch), with the lowest validation loss"
    }
    if let recordedFlow {
      text += "\nits `gradientFlow` at \(count(recordedFlow.entries.count, "step")) was recorded"
    }
    return text
  }

  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display {
    var figure = try figure()
    let picture = try FigureValue(figure: figure).display(isCancelled: isCancelled)
    // As text the summary stands above the curve, where a title would repeat it.
    figure.title = ""
    var display = picture
    display.text = text + "\n" + figure.text()
    return display
  }

  private var title: String {
    let last = history.epochLosses.last ?? history.lastLoss ?? .nan
    let validation = history.validationLosses.last.map { ", validation \($0.short)" } ?? ""
    // Beside a curve of validation the legend says both.
    let accuracy = hasValidationCurve ? "" : percentage(history.epochAccuracies).map { ", \($0)" } ?? ""
    return "loss \(last.short)\(validation)\(accuracy) after \(count(history.epochs, "epoch"))"
  }

  private var isByEpoch: Bool { history.epochLosses.count > 2 }
  private var hasValidationCurve: Bool { isByEpoch && !history.validationLosses.isEmpty }

  private func percentage(_ accuracies: [Double]) -> String? {
    accuracies.last.map { "accuracy \(formatted($0 * 100, "%.2f")) %" }
  }

  private func name(_ curve: String, _ accuracies: [Double]) -> String {
    percentage(accuracies).map { "\(curve), \($0)" } ?? curve
  }

  /// The mean loss of each epoch; of each step where there are few epochs.
  func figure() throws -> Figure {
    let losses = isByEpoch ? history.epochLosses : history.losses
    let xs = (1...max(1, losses.count)).prefix(losses.count).map(Double.init)
    var marks: [any Mark] = [
      try Line(xs: xs, ys: losses, name: name("training", history.epochAccuracies))
    ]
    if hasValidationCurve {
      let validation = history.validationLosses
      marks.append(
        try Line(
          xs: (1...validation.count).map(Double.init), ys: validation,
          name: name("validation", history.validationAccuracies)))
    }
    let isPositive = losses.allSatisfy { $0 > 0 } && history.validationLosses.allSatisfy { $0 > 0 }
    return Figure(
      title: title, marks: marks, x: Axis(isByEpoch ? "epoch" : "step"),
      y: Axis("loss", scale: isPositive ? .log : .linear), showsLegend: marks.count > 1)
  }

  var memberNames: [String] {
    [
      "losses", "stepLosses", "accuracies", "validationLosses", "validationAccuracies", "learningRates",
      "loss", "gradientFlow",
      "epochs", "steps", "seconds", "isComplete", "stoppedEarly", "bestEpoch",
    ]
  }

  func member(_ name: String) throws -> Value? {
    func list(_ numbers: [Double]) -> Value { .array(numbers.map(Value.double)) }
    return switch name {
    case "losses": list(history.epochLosses)
    case "stepLosses": list(history.losses)
    case "accuracies": list(history.epochAccuracies)
    case "validationLosses": list(history.validationLosses)
    case "validationAccuracies": list(history.validationAccuracies)
    case "learningRates": list(history.learningRates)
    case "isComplete": .boolean(history.isComplete)
    case "stoppedEarly": .boolean(history.isStoppedEarly)
    case "bestEpoch": history.restoredEpoch.map(Value.int) ?? .null
    case "loss": (history.epochLosses.last ?? history.lastLoss).map(Value.double) ?? .null
    case "epochs": .int(history.epochs)
    case "steps": .int(history.steps)
    case "seconds": .double(history.seconds)
    case "gradientFlow": try gradientFlow()
    default: nil
    }
  }

  private func gradientFlow() throws -> Value {
    guard let recordedFlow else {
      throw Fault(
        .invalidValue, "the gradient flow was not recorded in this training",
        help: [
          "`train(…, gradientFlowEvery: 50)` records it every 50 steps; `gradientFlow(net, on: …)` shows what it is now"
        ])
    }
    return .object(GradientFlowRecordValue(record: recordedFlow))
  }
}
