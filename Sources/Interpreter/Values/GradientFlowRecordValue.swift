import Engine
import Figures

/// Gradient flows at several steps of a training; shown as the size of the gradient at each layer over the steps.
struct GradientFlowRecordValue: Plotted {
  static let kind = "a record of gradient flows"
  let record: GradientFlowRecord

  var text: String {
    var table = TextTable(header: ["step", "loss", "first |δ|", "last |δ|", "ratio", "verdict"])
    table.rows = record.entries.map { step, flow in
      let ends = [flow.layers.first?.norm, flow.layers.last?.norm].map { $0?.short ?? "" }
      return [String(step), flow.loss.short] + ends + [flow.ratio.short, flow.verdict.rawValue]
    }
    return table.text
  }

  /// A line for the first layer, the middle one and the last.
  func figure() throws -> Figure {
    let steps = record.entries.map { Double($0.step) }
    let depth = record.entries.first?.flow.layers.count ?? 0
    var shown: [Int] = []
    for layer in [0, depth / 2, depth - 1] where layer >= 0 && !shown.contains(layer) { shown.append(layer) }
    let marks = try shown.map { layer in
      try Line(
        xs: steps, ys: record.entries.map { $0.flow.layers[layer].norm },
        name: "layer \(record.entries[0].flow.layers[layer].position)")
    }
    return Figure(
      title: "gradients during training", marks: marks, x: Axis("step"), y: Axis("|dL/dh|", scale: .log))
  }

  var memberNames: [String] { ["steps", "flows", "count"] }

  func member(_ name: String) -> Value? {
    switch name {
    case "steps": .array(record.entries.map { .int($0.step) })
    case "flows": .array(record.entries.map { .object(GradientFlowValue(flow: $0.flow)) })
    case "count": .int(record.entries.count)
    default: nil
    }
  }
}
