import Engine
import Figures

extension Library {
  /// What `plot` draws: curves of lists and functions.
  static func plotted(_ call: Call) throws -> Figure {
    if let plotted = call["x"].plotted { return try plotted.figure().styled(call, keepsOwn: true) }
    if let data = call["x"].object(DatasetValue.self) {
      return try points(of: data.dataset, call).styled(call)
    }
    var marks: [any Mark] = []
    let xs: [Double]
    let series: Value
    if call.has("on") {
      xs = try samples(call)
      series = call["x"]
    } else if call.has("y") {
      xs = try call.numbers("x")
      series = call["y"]
    } else {
      series = call["x"]
      let length = try call["x"].seriesLength(call)
      xs = (0..<length).map(Double.init)
    }
    if case .dictionary(let dictionary) = series {
      for (index, entry) in dictionary.enumerated() {
        marks += try curve(entry.value, xs, name: entry.key.text, colour: index, call)
      }
    } else {
      marks = try curve(series, xs, name: call.string("name"), colour: 0, call)
    }
    return try Figure(marks: marks).styled(call)
  }

  /// What to do with a value that is neither a list of numbers nor a function; nil where there is no more to say.
  private static func adviceForUndrawn(_ value: Value) -> String? {
    if case .string = value { return "a title has a label: `title: \"…\"`" }
    return value.number == nil ? nil : "a number for each name is drawn by `bar`"
  }

  /// - Parameter colour: what a line and its points share; a line alone takes the next colour of its figure.
  private static func curve(
    _ values: Value, _ xs: [Double], name: String, colour: Int, _ call: Call
  ) throws -> [any Mark] {
    let ys: [Double]
    switch values {
    case .function, .library, .object:
      ys = try evaluated(values, at: xs, call.machine)
    default:
      do { ys = try values.asNumbers() } catch {
        throw Fault(
          .typeMismatch, "`plot` draws lists of numbers and functions, but this is \(values.kind)",
          help: [Self.adviceForUndrawn(values) ?? Fault(error).message])
      }
    }
    guard ys.count == xs.count else {
      throw Fault(
        .shapeMismatch, "`plot` needs as many y as x, but there are \(xs.count) x and \(ys.count) y")
    }
    let isDashed = try call.boolean("dashed")
    guard try call.boolean("points") else { return [try Line(xs: xs, ys: ys, name: name, dashed: isDashed)] }
    return [
      try Line(xs: xs, ys: ys, name: name, dashed: isDashed, colour: colour),
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
}

extension Value {
  /// How many numbers a series has that is drawn over its positions.
  fileprivate func seriesLength(_ call: Call) throws -> Int {
    switch self {
    case .dictionary(let dictionary): return try dictionary.values.first?.seriesLength(call) ?? 0
    case .function, .library:
      throw Fault(
        .argumentMismatch, "to plot a function give the range of x", help: ["write `plot(f, on: 0...1)`"])
    case .object(let object) where object is LayerValue:
      throw Fault(
        .argumentMismatch, "to plot a network give the range of x", help: ["write `plot(net, on: 0...1)`"])
    default:
      do { return try asNumbers().count } catch {
        throw Fault(
          .typeMismatch, "`plot` draws lists of numbers and functions, but this is \(kind)",
          help: [Fault(error).message])
      }
    }
  }
}
