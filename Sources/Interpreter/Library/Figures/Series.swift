import Engine

/// One of the curves that a call of `plot` draws.
struct Series {
  enum Content {
    case numbers([Double])
    /// A function or a network of one number.
    case function(Value)
  }

  /// Shown in the legend; empty for none.
  private(set) var name: String
  let content: Content
  /// Whether the name is the key of a dictionary.
  var isKeyed = false

  var isFunction: Bool { if case .function = content { true } else { false } }

  /// How many numbers there are; nil for a function.
  var length: Int? { if case .numbers(let numbers) = content { numbers.count } else { nil } }

  /// More columns than this make a tangle of lines.
  private static let mostColumns = 50

  /// The curves that a value stands for: one for a function or a list of numbers, one for each entry of a dictionary,
  /// each function of a list, and each column of a matrix.
  static func all(of value: Value) throws -> [Series] {
    switch value {
    case .dictionary(let entries):
      return try entries.flatMap { key, value in
        let parts = try all(of: value)
        return parts.map { part in
          let name = parts.count == 1 ? key.text : "\(key.text) \(part.name)"
          return Series(name: name, content: part.content, isKeyed: true)
        }
      }
    case .array(let elements) where elements.contains(where: \.isFunction):
      return try elements.map { element in
        guard element.isFunction else {
          throw Fault(
            .typeMismatch,
            "`plot` draws a list of numbers or a list of functions, but this list holds a function and \(element.kind)",
            help: ["a dictionary names what is drawn together: `plot([\"f\": f, \"g\": g], on: 0...1)`"])
        }
        return Series(name: element.functionName, content: .function(element))
      }
    case _ where value.isFunction:
      return [Series(name: value.functionName, content: .function(value))]
    default: return try lists(of: value)
    }
  }

  /// The numbers of a list, or those of each column of a matrix.
  private static func lists(of value: Value) throws -> [Series] {
    let columns: [[Double]]
    do { columns = try value.asColumns() } catch {
      if Fault(error).code == .shapeMismatch { throw error }
      throw Fault(
        .typeMismatch, "`plot` draws lists of numbers and functions, but this is \(value.kind)",
        help: [adviceForUndrawn(value) ?? Fault(error).message])
    }
    guard columns.count <= mostColumns else {
      throw Fault(
        .limitExceeded,
        "`plot` draws a line for each column of a matrix, up to \(mostColumns), but this one has \(columns.count)",
        help: ["`heatmap` draws a matrix as a field of colours"])
    }
    guard columns.count > 1 else { return columns.map { Series(name: "", content: .numbers($0)) } }
    return columns.enumerated().map { Series(name: "column \($0)", content: .numbers($1)) }
  }

  /// What to do with a value that is neither a list of numbers nor a function; nil where there is no more to say.
  private static func adviceForUndrawn(_ value: Value) -> String? {
    if case .string = value { return "a title has a label: `title: \"…\"`" }
    return value.number == nil ? nil : "a number for each name is drawn by `bar`"
  }

  /// Gives a lone curve without a key the name of the call, and several of them names to tell them apart.
  static func name(_ series: inout [Series], by name: String) {
    for index in series.indices {
      let own = series[index].name
      if series.count == 1 {
        if !series[0].isKeyed { series[0].name = name }
      } else {
        series[index].name = (name.isEmpty ? "" : "\(name) ") + (own.isEmpty ? "curve \(index + 1)" : own)
      }
    }
  }
}

extension Value {
  /// What a function is called; empty for a closure and for whatever is no function.
  var functionName: String {
    switch self {
    case .library(let function): function.name
    case .function(let function): function.code.name == "closure" ? "" : function.code.name
    default: ""
    }
  }

  /// The numbers of a list, or the columns of a matrix. One row alone counts as a list.
  func asColumns() throws -> [[Double]] {
    switch self {
    case .array(let elements) where elements.contains(where: \.isList):
      return try Value.tensor(asTensor(dtype: .float64)).asColumns()
    case .tensor(let tensor) where tensor.rank > 1:
      guard tensor.rank == 2 else {
        throw Fault(
          .shapeMismatch,
          "a list of numbers or a matrix is needed here, but this tensor has shape \(tensor.shape)",
          help: ["a part of it is taken by an index, as in `x[0]`"])
      }
      let (all, columns) = (tensor.doubles, tensor.shape[1])
      if tensor.shape.contains(1) { return [all] }
      return (0..<columns).map { column in
        stride(from: column, to: all.count, by: columns).map { all[$0] }
      }
    default: return [try asNumbers()]
    }
  }

  private var isList: Bool {
    switch self {
    case .array: true
    case .tensor(let tensor): tensor.rank > 0
    default: false
    }
  }
}
