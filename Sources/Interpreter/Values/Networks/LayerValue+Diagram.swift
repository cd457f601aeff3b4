import Engine
import Figures

extension LayerValue {
  /// More units or columns than this make a picture of lines that nobody can tell apart.
  private static let most = (units: 16, columns: 8)

  /// The table, under a drawing where the network is a chain of a few small layers.
  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display {
    var display = Display(text: text, formula: formula)
    if FigureValue.isPictureWanted, let diagram {
      let line = diagram.columns.map { "\($0.units) \($0.name)" }.joined(separator: " ─ ")
      display.above = [Display(text: line, formats: ["image/svg+xml": diagram.svg])]
    }
    return display
  }

  /// What a single activation computes.
  private var formula: String? {
    switch layer {
    case let layer as LeakyReLU: Formulas.leakyReLU(slope: formatted(layer.slope, "%.6g"))
    case let layer as ELU: Formulas.elu(alpha: formatted(layer.alpha, "%.6g"))
    case let layer as GELU where layer.isApproximate:
      #"\operatorname{gelu}(x) \approx \frac{x}{2}\left(1 + \tanh\left(\sqrt{\tfrac{2}{\pi}}\,(x + 0.044715\,x^3)\right)\right)"#
    default: layer.parameters.isEmpty && layer.children.isEmpty ? Formulas.byName[layer.kind] : nil
    }
  }

  /// The network as circles and lines; nil where it has other layers than `Linear` with parameters, or too many units.
  private var diagram: NetworkDiagram? {
    let layers = (layer as? Sequential)?.layers ?? []
    var columns: [NetworkDiagram.Column] = []
    for layer in layers {
      if let linear = layer as? Linear {
        if columns.isEmpty { columns.append(.init(name: "input", units: linear.inputs)) }
        columns.append(
          .init(
            name: "Linear(\(linear.inputs), \(linear.outputs))", units: linear.outputs,
            biases: linear.bias?.value.doubles ?? [], weights: linear.weight.value.doubles))
      } else if !columns.isEmpty, layer.parameters.isEmpty, layer.children.isEmpty, !(layer is Lambda) {
        columns[columns.count - 1].name += " → \(layer.kind)"
      } else {
        return nil
      }
    }
    let isSmall =
      (3...Self.most.columns).contains(columns.count) && columns.allSatisfy { $0.units <= Self.most.units }
    return isSmall ? NetworkDiagram(title: "Network: \(layer)", columns: columns) : nil
  }
}
