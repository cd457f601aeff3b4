import Engine

/// The layers that a function of the language refers to: those that train when the function is a layer.
///
/// They are found among what it captured and among the notebook's names that it mentions; inside of lists; and
/// through other functions that it refers to. Each is found once, in the order of mention.
struct UsedLayers {
  private(set) var layers: [any Layer] = []
  private let globals: Globals
  private var functions: Set<ObjectIdentifier> = []
  private var parameters: Set<ObjectIdentifier> = []

  init(by function: FunctionValue, _ globals: Globals) {
    self.globals = globals
    // A list of what is still to visit, not recursion: functions can refer to each other without an end.
    var pending: [Value] = [.function(function)]
    while let value = pending.popLast() { pending += parts(of: value).reversed() }
  }

  /// Notes a layer; of anything else gives the values in it.
  private mutating func parts(of value: Value) -> [Value] {
    switch value {
    case .object(let object):
      guard let layer = (object as? LayerValue)?.layer else { return [] }
      // A layer without parameters has nothing to train; one whose parameters are all known adds none.
      let new = layer.parameters.filter { parameters.insert(ObjectIdentifier($0)).inserted }
      if !new.isEmpty { layers.append(layer) }
      return []
    case .function(let function):
      guard functions.insert(ObjectIdentifier(function)).inserted else { return [] }
      return Array(function.captures) + function.code.mentionedGlobals.map { globals[$0].value.pointee }
    case .box(let box): return [box.value]
    case .array(let elements): return elements.filter(\.canHoldLayers)
    case .tuple(let tuple): return tuple.values
    case .dictionary(let dictionary): return Array(dictionary.values)
    default: return []
    }
  }
}

extension Value {
  /// False for numbers and texts, of which lists may hold millions.
  fileprivate var canHoldLayers: Bool {
    switch self {
    case .object, .function, .box, .array, .tuple, .dictionary: true
    default: false
    }
  }
}
