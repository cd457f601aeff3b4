/// How a front end shows that a training gets on.
protocol ProgressView: AnyObject {
  /// Whether the person at the front end has seen enough.
  var isStopWanted: Bool { get }

  /// Shows how far it is, in place of what was shown before. Called at most ten times a second.
  func show(_ progress: ProgressDrawing)

  /// Shows how it ended, if anything was shown before.
  func finish(_ end: ProgressDrawing)
}

/// Progress as a display that is updated: a picture, or characters in a console. It shrinks to one line at the end.
final class ProgressBar: ProgressView {
  private let output: any Output
  private var id: String?

  init(_ output: any Output) { self.output = output }

  let isStopWanted = false

  func show(_ progress: ProgressDrawing) {
    if let id {
      output.update(progress.display, id: id)
    } else {
      let new = ProgressDrawing.newDisplayID()
      id = new
      output.show(progress.display, id: new)
    }
  }

  func finish(_ end: ProgressDrawing) {
    if let id { output.update(Display(text: end.words), id: id) }
  }
}
