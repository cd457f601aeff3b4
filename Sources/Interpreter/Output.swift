/// Where a running cell's output goes, and where its input comes from.
public protocol Output: AnyObject {
  func write(_ text: String, to stream: OutputStream)

  /// Shows a value; with an `id`, it can be updated later.
  func show(_ display: Display, id: String?)

  /// Replaces what was shown under `id`.
  func update(_ display: Display, id: String)

  /// Removes the cell's output; with `wait`, only when new output arrives.
  func clear(wait: Bool)

  /// Writes code into the next cell when this one has ended, or into this one instead.
  func setNextInput(_ code: String, replacingThisCell: Bool)

  /// Asks the person at the front end for a line. What is typed stays hidden if it is a password.
  ///
  /// Throws where the front end has nobody to ask, and when the wait is interrupted.
  func readLine(prompt: String, isPassword: Bool) throws -> String

  /// The comms of the front end; nil where nothing is shown that a person could move, as on a terminal.
  var comms: (any WidgetComms)? { get }

  /// Whether something can take the place of what was shown before. In a file each thing stands below the last.
  var canUpdate: Bool { get }

  /// Whether pictures can be shown. A terminal takes text alone, so nothing need be drawn for it.
  var showsPictures: Bool { get }

  /// Whether somebody has asked for the cell to stop. Cheap: it is read every few thousand steps.
  var isInterrupted: Bool { get }

  /// The same question for other threads, such as one that waits for gnuplot.
  var interruption: @Sendable () -> Bool { get }
}

extension Output {
  public func setNextInput(_ code: String, replacingThisCell: Bool) {}
  public var comms: (any WidgetComms)? { nil }
  public var canUpdate: Bool { true }
}

public enum OutputStream: Sendable { case standard, error }
