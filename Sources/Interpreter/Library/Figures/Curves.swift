import Engine
import Figures

extension Library {
  /// What `plot` draws: curves of lists and functions.
  static func plotted(_ call: Call) throws -> Figure {
    if let plotted = call["x"].plotted { return try plotted.figure().styled(call, keepsOwn: true) }
    if let data = call["x"].object(DatasetValue.self) {
      return try points(of: data.dataset, call).styled(call)
    }
    let first = try Series.all(of: call["x"])
    let xs: [Double]
    var series: [Series]
    if call.has("on") {
      xs = try samples(call)
      series = try first + (call.has("y") ? Series.all(of: call["y"]) : [])
      if series.contains(where: { !$0.isFunction }) {
        throw Fault(
          .argumentMismatch, "`on` is the range of x for functions, but there are lists of numbers to plot",
          help: ["lists are plotted by `plot(ys)` or `plot(xs, ys)`"]
        ).about("on", of: call)
      }
    } else if first.contains(where: \.isFunction) {
      throw missingRange(call)
    } else if call.has("y") {
      guard first.count == 1, first[0].name.isEmpty, case .numbers(let numbers) = first[0].content else {
        throw call.mismatch("x", "a list of numbers")
      }
      xs = numbers
      series = try Series.all(of: call["y"])
    } else {
      series = first
      xs = (0..<(first.first?.length ?? 0)).map(Double.init)
    }
    Series.name(&series, by: try call.string("name"))
    let marks = try series.enumerated().flatMap { try curve($1, xs, colour: $0, call) }
    return try Figure(marks: marks).styled(call)
  }

  /// - Parameter colour: what a line and its points share; a line alone takes the next colour of its figure.
  private static func curve(
    _ series: Series, _ xs: [Double], colour: Int, _ call: Call
  ) throws -> [any Mark] {
    let ys: [Double]
    switch series.content {
    case .function(let function): ys = try evaluated(function, at: xs, call.machine)
    case .numbers(let numbers): ys = numbers
    }
    guard ys.count == xs.count else {
      throw Fault(
        .shapeMismatch, "`plot` needs as many y as x, but there are \(xs.count) x and \(ys.count) y")
    }
    let isDashed = try call.boolean("dashed")
    guard try call.boolean("points") else {
      return [try Line(xs: xs, ys: ys, name: series.name, dashed: isDashed)]
    }
    return [
      try Line(xs: xs, ys: ys, name: series.name, dashed: isDashed, colour: colour),
      try Points(xs: xs, ys: ys, colour: colour),
    ]
  }

  /// The values of a function at many places: at once for a network, one by one for a function.
  private static func evaluated(_ function: Value, at xs: [Double], _ machine: Machine) throws -> [Double] {
    if let layer = function.object(LayerValue.self)?.layer {
      let column = try Tensor(xs, dtype: layer.parameters.first?.value.dtype ?? .float64).reshaped(to: [
        xs.count, 1,
      ])
      let outputs = try Engine.predict(layer, column)
      guard outputs.count == xs.count else {
        throw Fault(
          .shapeMismatch,
          "`plot` draws networks with one input and one output, but this one gives \(outputs.shape)")
      }
      return outputs.doubles
    }
    return try xs.map { x in
      try machine.pollNow()
      let y = try machine.call(function, [.double(x)])
      guard let number = y.number else {
        if case .tensor(let tensor) = y, tensor.count == 1 { return try tensor.item() }
        throw Fault(.typeMismatch, "the function to plot must give a number, but it gave \(y.kind)")
      }
      return number
    }
  }

  private static func samples(_ call: Call) throws -> [Double] {
    let range = try call.interval("on")
    let count = 401
    return (0..<count).map {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(count - 1)
    }
  }

  /// The fault of a function to plot over nobody knows what, with the call that was meant.
  private static func missingRange(_ call: Call) -> Fault {
    let (x, y) = (call["x"], call["y"])
    let message =
      "to plot \(x.object(LayerValue.self) == nil ? "a function" : "a network") give the range of x"
    let f = x.nameInCall
    let meant =
      switch y {
      case .null, .unset: "plot(\(f), on: 0...1)"
      case .range(let range): "plot(\(f), on: \(range.text))"
      case _ where y.isFunction: "plot(\(f), \(y.nameInCall), on: 0...1)"
      default: "plot(xs, \(f))"
      }
    return Fault(.argumentMismatch, message, help: ["write `\(meant)`"])
      .about(call.has("y") ? "y" : "x", of: call)
  }
}

extension Value {
  /// How a function, or a list of functions, is called in a proposal.
  fileprivate var nameInCall: String {
    switch self {
    case .array(let elements): "[\(elements.map(\.nameInCall).joined(separator: ", "))]"
    case .object(let object) where object is LayerValue: "net"
    default: functionName.isEmpty ? "f" : functionName
    }
  }
}
