/// A kind of value that the library adds to the language: networks, data sets, figures, histories, …
///
/// One conformance makes the kind known to messages, display, members and calls.
public protocol LibraryValue {
  /// The kind as a message names it: "a network".
  static var kind: String { get }

  /// The value as text, for the console and for `print`.
  var text: String { get }

  /// The value as text inside of a list, a tuple or a dictionary: one line, by default the kind where the text has
  /// more.
  var line: String { get }

  /// The value as Jupyter shows it; by default its text alone.
  ///
  /// - Parameter isCancelled: whether somebody has asked to stop, for what takes long.
  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display

  /// The names that may follow a dot, in the order in which completion lists them.
  var memberNames: [String] { get }

  /// The member of that name; nil where there is none.
  func member(_ name: String) throws -> Value?

  /// The result of `value(arguments)`; nil where the kind cannot be called.
  func call(_ arguments: [Value], _ machine: Machine) throws -> Value?

  /// Whether `==` holds between this value and another of the same kind; nil where `==` has no meaning.
  func isEqual(to other: any LibraryValue) -> Bool?
}

extension LibraryValue {
  public var line: String { text.contains("\n") ? Self.kind : text }
  public func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display { Display(text: text) }
  public var memberNames: [String] { [] }
  public func member(_ name: String) throws -> Value? { nil }
  public func call(_ arguments: [Value], _ machine: Machine) throws -> Value? { nil }
  public func isEqual(to other: any LibraryValue) -> Bool? { nil }
}
