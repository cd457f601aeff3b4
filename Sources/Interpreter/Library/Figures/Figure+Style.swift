import Figures

extension Figure {
  /// The figure with the title, labels, scales and size of a call.
  func styled(_ call: Call, keepsOwn: Bool = false) throws -> Figure {
    var figure = self
    let title = try call.string("title")
    if !title.isEmpty || !keepsOwn { figure.title = title }
    for (label, scale, axis) in [("xLabel", "xScale", \Figure.x), ("yLabel", "yScale", \Figure.y)] {
      let text = try call.string(label)
      if !text.isEmpty { figure[keyPath: axis].label = text }
      switch try call.string(scale) {
      case "linear": if !keepsOwn { figure[keyPath: axis].scale = .linear }
      case "log": figure[keyPath: axis].scale = .log
      case "symlog": figure[keyPath: axis].scale = .symlog
      case let other:
        throw Fault(.invalidValue, "a scale is \"linear\", \"log\" or \"symlog\", not \"\(other)\"").about(
          scale, of: call)
      }
    }
    figure.width = try size(call, "width")
    figure.height = try size(call, "height")
    return figure
  }

  private func size(_ call: Call, _ name: String) throws -> Int {
    let size = try call.integer(name)
    guard (100...4000).contains(size) else {
      throw Fault(.invalidValue, "a figure's \(name) lies between 100 and 4000 pixels, but it is \(size)")
        .about(name, of: call)
    }
    return size
  }

  /// Both figures' marks in one, with the first one's axes where it says something about them.
  func overlaid(with other: Figure) -> Figure {
    var figure = self
    figure.marks += other.marks
    if figure.title.isEmpty { figure.title = other.title }
    if figure.x.label.isEmpty { figure.x.label = other.x.label }
    if figure.y.label.isEmpty { figure.y.label = other.y.label }
    return figure
  }
}
