import Engine
import Figures

/// What each layer makes of data; shown as the variance of its outputs.
struct ActivationFlowValue: Plotted {
  static let kind = "activation statistics"
  let flow: ActivationFlow

  var text: String {
    var table = TextTable(header: ["layer", "mean", "variance", "dead", "saturated"])
    table.rows = flow.layers.map { layer in
      ["\(layer.position)  \(layer.layer)", layer.mean.short, layer.variance.short]
        + [layer.dead, layer.saturated].map { part in part.map { formatted(100 * $0, "%.1f %%") } ?? "" }
    }
    return table.text
  }

  /// The variance of each layer's outputs on a logarithmic axis.
  func figure() throws -> Figure {
    try Figure(
      title: "variance of activations", layers: flow.layers.map(\.position), flow.layers.map(\.variance),
      named: "variance")
  }

  var memberNames: [String] { ["layers", "means", "variances", "dead", "saturated"] }

  func member(_ name: String) -> Value? {
    func list(_ number: (ActivationFlow.OfLayer) -> Double?) -> Value {
      .array(flow.layers.map { number($0).map(Value.double) ?? .null })
    }
    return switch name {
    case "layers":
      .array(
        flow.layers.map {
          TupleValue.record(
            ("position", .int($0.position)), ("layer", .string($0.layer)), ("mean", .double($0.mean)),
            ("variance", .double($0.variance)), ("dead", $0.dead.map(Value.double) ?? .null),
            ("saturated", $0.saturated.map(Value.double) ?? .null))
        })
    case "means": list(\.mean)
    case "variances": list(\.variance)
    case "dead": list(\.dead)
    case "saturated": list(\.saturated)
    default: nil
    }
  }

  func isEqual(to other: any LibraryValue) -> Bool? { flow == (other as? ActivationFlowValue)?.flow }
}
