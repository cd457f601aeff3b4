import Engine
import Figures

/// How gradients flow back through a network; shown as the size of the gradient at each layer.
struct GradientFlowValue: Plotted {
  static let kind = "a gradient flow"
  let flow: GradientFlow

  var text: String {
    let threshold = GradientFlow.threshold
    var lines = [
      "\(flow.verdict.rawValue): |δ| of the first layer is \(flow.ratio.short) times that of the last (healthy from \((1 / threshold).short) to \(threshold.short))"
    ]
    if flow.slope.isFinite {
      lines.append("ln |δ| changes by \(flow.slope.short) per layer on the way back; loss \(flow.loss.short)")
    }
    let dead = flow.deadLayers
    if !dead.isEmpty {
      lines.append(
        "no gradient at all reaches \(dead.count == 1 ? "layer" : "layers") \(dead.map(String.init).joined(separator: ", "))"
      )
    }
    var layers = TextTable(header: ["layer", "|δ|", "mean", "std", "max"])
    layers.rows = flow.layers.map { layer in
      ["\(layer.position)  \(layer.layer)"]
        + [layer.norm, layer.mean, layer.std, layer.maximum].map(\.short)
    }
    return ([lines.joined(separator: "\n"), layers.text] + tables).joined(separator: "\n\n")
  }

  /// A table for each role that occurs: they differ in size by nature.
  private var tables: [String] {
    GradientFlow.Role.allCases.compactMap { role in
      let parameters = flow.parameters.filter { $0.role == role }
      guard !parameters.isEmpty else { return nil }
      let heading = [.weight: "weights", .bias: "biases", .norm: "norm parameters"][role] ?? ""
      var table = TextTable(header: [heading, "|dW|", "mean", "std", "max", "|dW|/|W|"])
      table.rows = parameters.map { parameter in
        // A parameter of zeros, as fresh biases are, has no size to compare with.
        let relative = parameter.relative.isFinite ? parameter.relative.short : "–"
        return [parameter.name]
          + [parameter.norm, parameter.mean, parameter.std, parameter.maximum].map(\.short) + [relative]
      }
      return table.text
    }
  }

  /// |δ| of each layer on a logarithmic axis, from which layers without gradient are left out.
  func figure() throws -> Figure {
    try Figure(
      title: "gradient \(flow.verdict.rawValue): first to last layer \(flow.ratio.short)",
      layers: flow.layers.map(\.position), flow.layers.map(\.norm), named: "|dL/dh|")
  }

  var memberNames: [String] {
    [
      "verdict", "ratio", "slope", "layers", "parameters", "weights", "biases", "norms", "deadLayers", "loss",
      "threshold",
    ]
  }

  func member(_ name: String) -> Value? {
    func list(_ role: GradientFlow.Role?) -> Value {
      .array(flow.parameters.filter { role == nil || $0.role == role }.map(record))
    }
    return switch name {
    case "verdict": .string(flow.verdict.rawValue)
    case "ratio": .double(flow.ratio)
    case "slope": .double(flow.slope)
    case "layers":
      .array(
        flow.layers.map {
          TupleValue.record(
            ("position", .int($0.position)), ("layer", .string($0.layer)), ("norm", .double($0.norm)),
            ("mean", .double($0.mean)), ("std", .double($0.std)), ("maximum", .double($0.maximum)))
        })
    case "parameters": list(nil)
    case "weights": list(.weight)
    case "biases": list(.bias)
    case "norms": list(.norm)
    case "deadLayers": .array(flow.deadLayers.map(Value.int))
    case "loss": .double(flow.loss)
    case "threshold": .double(GradientFlow.threshold)
    default: nil
    }
  }

  private func record(_ parameter: GradientFlow.OfParameter) -> Value {
    TupleValue.record(
      ("name", .string(parameter.name)), ("role", .string(parameter.role.rawValue)),
      ("norm", .double(parameter.norm)), ("mean", .double(parameter.mean)), ("std", .double(parameter.std)),
      ("maximum", .double(parameter.maximum)), ("relative", .double(parameter.relative)))
  }

  func isEqual(to other: any LibraryValue) -> Bool? { flow == (other as? GradientFlowValue)?.flow }
}
