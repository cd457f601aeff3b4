/// A network that is a chain of known layers, laid out in memory: its stages, and where each parameter and each
/// stage's output lies.
struct PlanLayout {
  /// A stage and where its output lies among the buffers.
  struct PlacedStage {
    let stage: any PlanStage
    let output: Int
  }

  /// A parameter and where it lies.
  struct Slot {
    let parameter: Parameter
    let place: ParameterPlace
  }

  /// The kinds of stages. The first that is made for a layer gets it.
  private static let kinds: [any PlanStage.Type] = [
    LinearStage.self, SpectralNormStage.self, BatchNormStage.self, LayerNormStage.self, ActivationStage.self,
    DropoutStage.self, SoftmaxStage.self,
  ]

  /// The largest number of rows of a batch.
  let rows: Int
  /// How many numbers a row of the input has.
  let inputs: Int
  private(set) var stages: [PlacedStage] = []
  private(set) var slots: [Slot] = []
  /// How many numbers all trained parameters take, with gaps that keep each of them aligned.
  private(set) var trainedCount = 0
  /// How many numbers all other parameters take: frozen ones, and those that layers keep themselves.
  private(set) var keptCount = 0
  /// Where among these lie those that layers change by themselves in training.
  private(set) var statistics: [Range<Int>] = []
  /// How many numbers the stages' outputs, and what they note for their way back, take.
  private(set) var bufferCount = 0
  /// The largest number of outputs of any stage.
  private(set) var widest = 0

  /// How many numbers a row of the output has.
  var outputs: Int { stages.last?.stage.outputs ?? inputs }
  /// The index of the first stage that has anything to train: no gradient is needed before it.
  private(set) var firstTrained = 0

  /// Lays out a network for batches of up to `rows` rows of `inputs` numbers.
  ///
  /// `nil` if it is not such a chain, uses a parameter twice, mixes types, or has nothing to train.
  init?(_ net: any Layer, inputs: Int, rows: Int) {
    self.rows = rows
    self.inputs = inputs
    var layers = ((net as? Sequential)?.layers ?? [net])[...]
    while let layer = layers.first {
      if layer.keepsRowsInTraining {
        layers.removeFirst()
        continue
      }
      guard let stage = nextStage(&layers) else { return nil }
      if trainedCount == 0 { firstTrained = stages.count + 1 }
      widest = max(widest, stage.outputs)
      stages.append(PlacedStage(stage: stage, output: takeBuffer(rows * stage.outputs)))
    }
    let parameters = slots.map(\.parameter)
    guard trainedCount > 0, Set(parameters.map(ObjectIdentifier.init)).count == parameters.count,
      Set(parameters.map(\.value.dtype)).count == 1
    else { return nil }
  }

  private mutating func nextStage(_ layers: inout ArraySlice<any Layer>) -> (any PlanStage)? {
    for kind in PlanLayout.kinds {
      if let stage = kind.init(&layers, inputs: outputs, in: &self) { return stage }
    }
    return nil
  }

  /// Gives a parameter the next place.
  mutating func place(_ parameter: Parameter) -> ParameterPlace {
    let count = parameter.value.count
    let place: ParameterPlace
    if parameter.isTrainable {
      place = ParameterPlace(offset: PlanLayout.aligned(trainedCount), isTrained: true)
      trainedCount = place.offset + count
    } else {
      place = ParameterPlace(offset: PlanLayout.aligned(keptCount), isTrained: false)
      keptCount = place.offset + count
    }
    slots.append(Slot(parameter: parameter, place: place))
    return place
  }

  /// Gives a parameter that its layer changes by itself in training the next place.
  mutating func placeStatistic(_ parameter: Parameter) -> ParameterPlace {
    let place = place(parameter)
    if !place.isTrained { statistics.append(place.offset..<place.offset + parameter.value.count) }
    return place
  }

  /// The place of the next `count` numbers among the buffers.
  mutating func takeBuffer(_ count: Int) -> Int {
    let offset = PlanLayout.aligned(bufferCount)
    bufferCount = offset + count
    return offset
  }

  /// The next place at the beginning of a vector, and of a cache line.
  static func aligned(_ offset: Int) -> Int { (offset + 15) / 16 * 16 }
}

/// Where a parameter lies among those that are trained, or among the others.
struct ParameterPlace: Sendable {
  let offset: Int
  let isTrained: Bool
}

extension Layer {
  /// Whether the output in training is the input itself, as far as rows of numbers go.
  fileprivate var keepsRowsInTraining: Bool {
    self is Identity || self is Flatten || (self as? Dropout)?.probability == 0
  }
}

extension TrainingRun {
  /// How many numbers of the data make up a row of what the network takes; `nil` if it may take more axes apart.
  var rowWidth: Int? {
    let shape = data.features.shape
    if shape.count == 2 { return shape[1] }
    // Rows are contiguous anyway.
    let first = (net as? Sequential)?.layers.first ?? net
    return first is Flatten && data.count > 0 ? data.features.count / data.count : nil
  }
}
