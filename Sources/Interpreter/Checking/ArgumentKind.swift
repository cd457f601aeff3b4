/// The kinds of values that arguments are told apart by before a cell runs.
enum ArgumentKind {
  case boolean, integer, decimal, exact, string
  case list, tensor, range, tuple, dictionary
  /// A function or closure of the language, and one of the library.
  case function, libraryFunction
  case network, data
  /// Any other value of the library: a loss, an optimiser, a figure.
  case object
}

extension Known {
  /// The kind; nil where it is not known, for nil, and for a single number in a tensor, which stands for a number.
  var argumentKind: ArgumentKind? {
    switch content {
    case .unknown: nil
    case .tensor(let shape): shape.rank == 0 ? nil : .tensor
    case .list: .list
    case .tuple: .tuple
    case .network: .network
    case .data: .data
    case .function: .function
    case .value(let value): value.argumentKind
    }
  }

  /// The kind as messages name it; nil where it is not known.
  var kindText: String? {
    switch content {
    case .unknown: nil
    case .tensor(let shape): "a tensor of shape \(shape)"
    case .list: "an array"
    case .tuple: "a tuple"
    case .network: LayerValue.kind
    case .data: DatasetValue.kind
    case .function: "a function"
    case .value(let value): value.kind
    }
  }
}

extension Value {
  /// The kind; nil for nil, and for a single number in a tensor, which stands for a number.
  var argumentKind: ArgumentKind? {
    switch self {
    case .unset, .void, .null, .box: nil
    case .boolean: .boolean
    case .int: .integer
    case .double: .decimal
    case .rational: .exact
    case .array: .list
    case .string: .string
    case .tensor(let tensor): tensor.rank == 0 ? nil : .tensor
    case .range: .range
    case .tuple: .tuple
    case .dictionary: .dictionary
    case .function: .function
    case .library: .libraryFunction
    case .object(let object):
      object is LayerValue ? .network : object is DatasetValue ? .data : .object
    }
  }
}

extension ValueType {
  /// Whether a parameter of this type takes no value of some kind, whatever it is.
  func refuses(_ kind: ArgumentKind) -> Bool { kinds.map { !$0.contains(kind) } ?? false }

  /// The kinds among which are all values that it takes; nil for all.
  private var kinds: Set<ArgumentKind>? {
    switch self {
    case .any, .control: nil
    case .number: [.integer, .decimal, .exact]
    case .integer: [.integer]
    case .boolean: [.boolean]
    case .string: [.string]
    case .progress: [.boolean, .string]
    case .numeric: [.integer, .decimal, .exact, .boolean, .tensor, .list, .range, .tuple]
    case .tensor: [.integer, .decimal, .exact, .boolean, .tensor, .list, .range, .tuple]
    case .numbers: [.list, .tensor, .range, .tuple]
    case .namedNumbers: [.list, .tensor, .range, .tuple, .dictionary]
    case .array: [.list, .tensor, .range, .tuple, .string, .dictionary]
    case .function, .work, .functionOfOne, .functionOfTwo, .functionOfControls:
      [.function, .libraryFunction, .network, .object]
    case .dtype, .history: [.object]
    case .layer: [.network, .function, .libraryFunction]
    case .activation: [.network, .function, .libraryFunction, .string]
    case .initialiser, .optimiser: [.libraryFunction, .object]
    case .loss, .schedule: [.libraryFunction, .object, .function]
    case .dataset: [.data]
    case .range: [.range, .list, .tuple]
    case .figure: [.object, .network, .data]
    }
  }

  /// What it takes, as messages say it.
  var expectation: String {
    switch self {
    case .tensor: "a tensor or an array of numbers"
    case .initialiser: "an initialiser such as `he`, `xavier` or `zeros`"
    case .optimiser: "an optimiser such as `Adam()` or `SGD(learningRate: 0.1)`"
    case .loss: "a loss such as `mse` or `crossEntropy`, or a function of prediction and target"
    case .dataset: "a data set such as `digits()` or `dataset(x, y)`"
    case .dtype: "`float32` or `float64`"
    case .layer: "a layer such as `Linear(2, 16)`"
    case .activation: "an activation such as `relu`"
    case .range: "a range such as `0...1`"
    case .schedule: "a schedule such as `StepLR(step_size: 30)`"
    case .history: "a history such as `lastHistory()`"
    default: rawValue
    }
  }
}
