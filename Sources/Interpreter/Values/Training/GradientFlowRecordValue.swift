import Engine
import Figures

/// Gradient flows at several steps of a training; shown as the size of the gradient at each layer over the steps.
struct GradientFlowRecordValue: Plotted {
  static let kind = "a record of gradient flows"
  let record: GradientFlowRecord

  var text: String {
    let threshold = GradientFlow.threshold
    var heading =
      "gradient flow at \(count(record.entries.count, "step")): healthy where |δ| of the first layer is \((1 / threshold).short) to \(threshold.short) times that of the last"
    let shown = shownEntries
    if shown.count < record.entries.count { heading += "; \(shown.count) of them are listed" }
    var table = TextTable(header: ["step", "loss", "first |δ|", "last |δ|", "ratio", "verdict"])
    table.rows = shown.map { step, flow in
      let ends = [flow.layers.first?.norm, flow.layers.last?.norm].map { $0?.short ?? "" }
      return [String(step), flow.loss.short] + ends + [flow.ratio.short, flow.verdict.rawValue]
    }
    return "\(heading)\n\n\(table.text)"
  }

  /// All entries, or so many from first to last at equal distances as are read at a glance.
  private var shownEntries: [(step: Int, flow: GradientFlow)] {
    let (most, last) = (24, record.entries.count - 1)
    guard last >= most else { return record.entries }
    return (0..<most).map { record.entries[$0 * last / (most - 1)] }
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

  var memberNames: [String] { ["steps", "flows", "ratios", "verdicts", "every", "count"] }

  func member(_ name: String) -> Value? {
    switch name {
    case "steps": .array(record.entries.map { .int($0.step) })
    case "flows": .array(record.entries.map { .object(GradientFlowValue(flow: $0.flow)) })
    case "ratios": .array(record.entries.map { .double($0.flow.ratio) })
    case "verdicts": .array(record.entries.map { .string($0.flow.verdict.rawValue) })
    case "every": .int(record.every)
    case "count": .int(record.entries.count)
    default: nil
    }
  }
}
