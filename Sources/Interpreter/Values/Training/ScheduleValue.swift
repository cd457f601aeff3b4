import Engine
import Figures

/// A learning-rate schedule; shown as the curve of the learning rate, called with an epoch or step (and the first
/// learning rate, 1 if left out) it gives the rate there.
struct ScheduleValue: Plotted {
  static let kind = "a learning-rate schedule"
  let schedule: Schedule

  var text: String { schedule.description }

  private static let usualLength = 100
  private static let largestDrawing = 2000

  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display {
    var figure = try figure()
    var display = try FigureValue(figure: figure).display(isCancelled: isCancelled)
    // As text the name stands above the curve, where a title would repeat it.
    figure.title = ""
    display.text = text + "\n" + figure.text()
    return display
  }

  /// The learning rate over the first epochs or steps: as many as show what it does, 100 if in doubt.
  func figure() throws -> Figure {
    let last = schedule.limit.map { $0 - 1 } ?? max(Self.usualLength, schedule.length ?? 0)
    // A long one is drawn at some places only.
    let interval = last / Self.largestDrawing + 1
    let places = Array(stride(from: 0, through: last, by: interval))
    let rates = places.map { schedule.rate(epoch: $0, initial: 1) }
    let isAbsolute = zip(places, rates).allSatisfy { schedule.rate(epoch: $0, initial: 2) == $1 }
    return Figure(
      title: text, marks: [try Line(xs: places.map(Double.init), ys: rates)], x: Axis(schedule.unit.rawValue),
      y: Axis(isAbsolute ? "learning rate" : "learning rate, from 1"), showsLegend: false)
  }

  func call(_ arguments: [Value], _ machine: Machine) throws -> Value? {
    guard (1...2).contains(arguments.count), case .int(let place) = arguments[0], place >= 0,
      let initial = arguments.count == 2 ? arguments[1].number : 1
    else {
      throw Fault(
        .argumentMismatch,
        "a schedule is called with the number of \(schedule.unit == .epoch ? "an epoch" : "a step") from 0 up, and the first learning rate if it is not 1"
      )
    }
    return .double(schedule.rate(epoch: place, initial: initial))
  }

  func isEqual(to other: any LibraryValue) -> Bool? {
    (other as? ScheduleValue)?.schedule.description == schedule.description
  }
}

/// When a training ends early.
struct EarlyStoppingValue: LibraryValue {
  static let kind = "a rule of early stopping"
  let rule: EarlyStopping
  var text: String { "earlyStopping(patience: \(rule.patience), minDelta: \(rule.minDelta))" }
}
