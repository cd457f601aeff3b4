import Engine
import Figures

extension Library {
  // MARK: Data and networks in the plane

  static func scattered(_ call: Call) throws -> Figure {
    if let data = call["x"].object(DatasetValue.self) {
      return try points(of: data.dataset, call).styled(call)
    }
    let xs = try call.list("x")
    let ys = try call.has("y") ? call.list("y") : xs
    let places = call.has("y") ? xs : xs.indices.map(Double.init)
    return try Figure(marks: [Points(xs: places, ys: ys, name: call.string("name"))]).styled(call)
  }

  static func points(of data: Dataset, _ call: Call) throws -> Figure {
    guard data.featureShape == [2] else {
      throw Fault(
        .shapeMismatch,
        "only data with two features can be drawn in the plane, but `\(data.name)` has shape \(data.features.shape)",
        help: ["two columns are drawn by `scatter(x[..., 0], x[..., 1])`, where `x` is `data.features`"])
    }
    let all = data.features.doubles
    let xs = stride(from: 0, to: all.count, by: 2).map { all[$0] }
    let ys = stride(from: 1, to: all.count, by: 2).map { all[$0] }
    let names = data.featureNames.count == 2 ? data.featureNames : ["", ""]
    let classes = data.isClassification ? data.targets.doubles.map { Int($0) } : []
    return Figure(
      marks: [try Points(xs: xs, ys: ys, classes: classes, classNames: data.classNames ?? [])],
      x: Axis(names[0]),
      y: Axis(names[1]))
  }

  static func boundary(_ call: Call) throws -> Figure {
    let data = try call.dataset("on")
    let net = try call["net"].asLayer(call.machine)
    var figure = try points(of: data, call)
    let all = data.features.doubles
    let x = box(stride(from: 0, to: all.count, by: 2).map { all[$0] })
    let y = box(stride(from: 1, to: all.count, by: 2).map { all[$0] })
    let (columns, rows) = (140, 100)
    var places: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        places.append(x.lowerBound + (x.upperBound - x.lowerBound) * (Double(column) + 0.5) / Double(columns))
        places.append(y.lowerBound + (y.upperBound - y.lowerBound) * (Double(row) + 0.5) / Double(rows))
      }
    }
    let grid = try Tensor(places, shape: [columns * rows, 2], dtype: data.features.dtype)
    let classes = try Engine.classes(net, grid)
    let region = try Region(
      Grid(columns: columns, rows: rows, x: x, y: y, values: classes), classNames: [])
    figure.marks.insert(region, at: 0)
    return try figure.styled(call)
  }

  /// The range of some numbers, with a margin around it.
  private static func box(_ numbers: [Double]) -> ClosedRange<Double> {
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
    let margin = max((high - low) * 0.08, 1e-6)
    return low - margin...high + margin
  }
}

extension Call {
  /// A list of numbers, which a matrix is not.
  fileprivate func list(_ name: String) throws -> [Double] {
    if case .tensor(let tensor) = self[name], tensor.rank > 1, !tensor.shape.contains(tensor.count) {
      throw Fault(
        .shapeMismatch,
        "`\(function.name)` takes a list of numbers for `\(name)`, but this tensor has shape \(tensor.shape)",
        help: ["two columns are drawn by `scatter(x[..., 0], x[..., 1])`"]
      ).about(name, of: self)
    }
    return try numbers(name)
  }
}
