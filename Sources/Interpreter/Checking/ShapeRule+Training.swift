import Engine
import Language

extension ShapeRule {
  /// Whether network, data and loss go together.
  static let training = ShapeRule { call in
    guard let net = call["net"], let data = call["on"] else { return .unknown }
    for set in [call["on"], call["validation"]].compactMap({ $0 }) {
      if set.span != data.span { try checkFeatures(of: net, set) }
      switch KnownLoss(call["loss"]?.known, for: set.known.data) {
      case .classes: try checkClasses(of: net, set)
      case .numbers(let loss): try checkTargets(of: net, set, loss, at: call["loss"]?.span)
      case nil: break
      }
    }
    return .unknown
  }

  /// With the cross-entropy a network gives a number for each class.
  private static func checkClasses(of net: KnownCall.Argument, _ data: KnownCall.Argument) throws {
    guard let given = net.known.network?.given, let known = data.known.data, let highest = known.highestClass,
      highest >= given.count
    else { return }
    let classes = max(highest + 1, known.classes ?? 0)
    throw Misfit(
      .shapeMismatch,
      "`\(known.name)` has \(count(classes, "class", "classes")), but the network gives \(count(given.count, "number")) per row",
      [
        .init(data.span, count(classes, "class", "classes")),
        .init(given.place ?? net.span, given.label("gives", in: net.span)),
      ], help: [given.proposal(classes) ?? "its last layer needs \(classes) outputs, one for each class"])
  }

  /// A loss that compares number with number needs an output for each target.
  private static func checkTargets(
    of net: KnownCall.Argument, _ data: KnownCall.Argument, _ loss: String, at lossSpan: Span?
  ) throws {
    guard let known = data.known.data, let areClasses = known.areClasses, known.row?.count == 1 else {
      return
    }
    let classes = known.highestClass.map { max($0 + 1, known.classes ?? 0) }
    if loss == "bceWithLogits", areClasses, let classes, (known.highestClass ?? 0) > 1 {
      throw Misfit(
        .invalidValue, "`bceWithLogits` tells two classes apart, but `\(known.name)` has \(classes)",
        [
          .init(lossSpan ?? data.span, "for two classes"),
          .init(data.span, count(classes, "class", "classes")),
        ],
        help: ["use `crossEntropy`, which is the loss if none is given, and \(classes) outputs"])
    }
    guard let given = net.known.network?.given, let width = areClasses ? 1 : known.targetWidth else { return }
    if given.count != width {
      let advice =
        areClasses
        ? "for classes use `crossEntropy`, which is the loss if none is given"
        : given.proposal(width) ?? "give the network as many outputs as the targets have columns"
      throw Misfit(
        .shapeMismatch,
        "`\(loss)` compares like with like, but the network gives \(count(given.count, "number")) per row and `\(known.name)` has \(areClasses ? "one, the class" : count(width, "target"))",
        [
          .init(given.place ?? net.span, given.label("gives", in: net.span)),
          .init(data.span, areClasses ? "a class for each row" : count(width, "target")),
        ] + (lossSpan.map { [.init($0)] } ?? []), help: [advice])
    }
    guard areClasses, let classes, classes > 2, (known.highestClass ?? 0) > 1 else { return }
    var misfit = Misfit(
      .classesAsNumbers,
      "`\(loss)` takes the \(classes) classes of `\(known.name)` for the numbers 0 to \(classes - 1), as if the last were the most",
      [
        .init(lossSpan ?? data.span, "compares numbers"),
        .init(data.span, count(classes, "class", "classes")),
      ],
      help: ["for classes use `crossEntropy`, which is the loss if none is given, and \(classes) outputs"])
    misfit.severity = .warning
    throw misfit
  }
}

/// What a loss compares.
private enum KnownLoss {
  /// Numbers for all classes with a class.
  case classes
  /// Each number with a number: the loss's name.
  case numbers(String)

  /// nil where the loss is not known.
  init?(_ loss: Known?, for data: KnownData?) {
    guard let loss, !loss.isNil else {
      guard let areClasses = data?.areClasses else { return nil }
      self = areClasses ? .classes : .numbers("mse")
      return
    }
    switch loss.value {
    case .library(let function)?:
      switch function.name {
      case "crossEntropy": self = .classes
      case "mse", "l1", "bceWithLogits", "huber": self = .numbers(function.name)
      default: return nil
      }
    case .object(let object)?:
      switch (object as? LossValue)?.loss {
      case is CrossEntropy: self = .classes
      case is BinaryCrossEntropy: self = .numbers("bceWithLogits")
      case is HuberLoss: self = .numbers("huber")
      default: return nil
      }
    default: return nil
    }
  }
}
