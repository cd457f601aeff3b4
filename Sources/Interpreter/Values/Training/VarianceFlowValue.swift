import Engine
import Figures

/// Signals and gradients through random networks; shown as measured points on the predicted lines.
struct VarianceFlowValue: Plotted {
  static let kind = "a variance flow"
  let flow: VarianceFlow

  var text: String {
    var table = TextTable(header: ["layer", "q", "±", "predicted", "|δ|²", "±", "predicted"])
    table.rows = flow.layers.map { layer in
      [String(layer.layer)] + cells(layer.forward) + cells(layer.backward)
    }
    let ratio = flow.normRatio
    return
      "a gradient's norm changes by \(ratio.mean.short) ± \(ratio.standardError.short) per layer (predicted \(ratio.predicted.short)), over \(count(flow.networks, "network"))\n\n\(table.text)"
  }

  private func cells(_ measurement: VarianceFlow.Measurement) -> [String] {
    [measurement.mean, measurement.standardError, measurement.predicted].map(\.short)
  }

  /// What was measured as points, what the recursion gives as dashed lines, on a logarithmic axis.
  func figure() throws -> Figure {
    let layers = flow.layers.map { Double($0.layer) }
    func marks(_ name: String, _ colour: Int, _ part: (VarianceFlow.OfLayer) -> VarianceFlow.Measurement)
      throws -> [any Mark]
    {
      [
        try Line(
          xs: layers, ys: flow.layers.map { part($0).predicted }, name: "\(name), predicted", dashed: true,
          colour: colour),
        try Points(xs: layers, ys: flow.layers.map { part($0).mean }, name: name, colour: colour),
      ]
    }
    return Figure(
      title: "signals and gradients through depth",
      marks: try marks("q", 0, \.forward) + marks("|δ|²", 1, \.backward), x: Axis("layer"),
      y: Axis("size", scale: .log))
  }

  var memberNames: [String] {
    [
      "layers", "forward", "predictedForward", "forwardErrors", "backward", "predictedBackward",
      "backwardErrors", "normRatio", "normRatioError", "predictedNormRatio", "networks",
    ]
  }

  func member(_ name: String) -> Value? {
    func list(_ number: (VarianceFlow.OfLayer) -> Double) -> Value {
      .array(flow.layers.map { .double(number($0)) })
    }
    return switch name {
    case "layers": .array(flow.layers.map { .int($0.layer) })
    case "forward": list(\.forward.mean)
    case "predictedForward": list(\.forward.predicted)
    case "forwardErrors": list(\.forward.standardError)
    case "backward": list(\.backward.mean)
    case "predictedBackward": list(\.backward.predicted)
    case "backwardErrors": list(\.backward.standardError)
    case "normRatio": .double(flow.normRatio.mean)
    case "normRatioError": .double(flow.normRatio.standardError)
    case "predictedNormRatio": .double(flow.normRatio.predicted)
    case "networks": .int(flow.networks)
    default: nil
    }
  }

  func isEqual(to other: any LibraryValue) -> Bool? { flow == (other as? VarianceFlowValue)?.flow }
}
