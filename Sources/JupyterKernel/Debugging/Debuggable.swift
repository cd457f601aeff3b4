import JupyterProtocol

/// A language whose cells can be stopped and looked into while they run.
///
/// A kernel for such a language says that it has a debugger, and serves the debugger panel of a front end. What it takes:
///
/// 1. `statementLines`, so that a breakpoint comes to lie where there is something to stop at;
/// 2. `betweenCells`, by which values are found;
/// 3. while a cell runs for which `cell.isDebugged` holds, a call of `cell.reach` before each statement and wherever a
///    loop comes back to its header, and of `cell.failing` where it fails; and in every cell, now and then, a call of
///    `cell.answerDebugger`.
public protocol Debuggable: Interpreter, SendableMetatype {
  /// The lines of a cell, counted from 1 and in order, on which a statement begins. Called on any thread.
  static func statementLines(of code: String) -> [Int]

  /// Calls `body` once with the program as it stands between two cells. Called on the evaluation thread.
  func betweenCells(_ body: (any DebuggedProgram) -> Void)
}

/// A program that stands still, for the while of a call: what is under way in it and what its names mean.
///
/// Every call comes on the evaluation thread. What is thrown becomes the message of an error response.
public protocol DebuggedProgram {
  /// The calls that are under way, the innermost first; none between cells.
  var frames: [DebugFrame] { get }

  /// What can be named in a call, given by its position in `frames`: the nearest scope first.
  func scopes(of frame: Int) throws -> [DebugScope]

  /// The names that stay from cell to cell.
  var globals: [DebugVariable] { get }

  /// Evaluates code where a call has come to. What it prints goes below the cell.
  func evaluate(_ code: String, in frame: Int) throws -> DebugVariable

  /// Whether the condition of a breakpoint holds where a call has come to.
  func holds(_ condition: String, in frame: Int) throws -> Bool

  /// The value of a name as a cell would show it; nil if there is nothing to show.
  /// - Parameter frame: the call that it is named in; nil between cells.
  func display(_ name: String, in frame: Int?) throws -> MIMEBundle?

  /// Gives the value of a name in a call a name that stays.
  func copyToGlobals(_ name: String, from frame: Int, as newName: String) throws -> DebugVariable

  /// Waits, while the cell is held up, until there is something to do: subshells may go on meanwhile.
  ///
  /// By default nothing is done but to wait.
  func aside<Result>(_ wait: () -> Result) -> Result
}

extension DebuggedProgram {
  public func aside<Result>(_ wait: () -> Result) -> Result { wait() }
}

/// A call that is under way.
public struct DebugFrame: Sendable, Equatable {
  /// The name of the function, or of the cell.
  public var name: String
  /// The whole text of the cell in which it stands.
  public var code: String
  /// What messages call that cell.
  public var cellName: String
  /// The line that it has come to, counted from 1.
  public var line: Int
  /// The place in that line, counted from 1.
  public var column: Int

  /// A call with these particulars.
  public init(name: String, code: String, cellName: String, line: Int, column: Int) {
    self.name = name
    self.code = code
    self.cellName = cellName
    self.line = line
    self.column = column
  }
}

/// Names that belong together, as the locals of a call do.
public struct DebugScope {
  /// What the front end calls them; "Locals" and "Globals" are known to all.
  public var name: String
  /// The names, with their values.
  public var variables: [DebugVariable]

  /// A scope with these names in it.
  public init(name: String, variables: [DebugVariable]) {
    self.name = name
    self.variables = variables
  }
}

/// A value with its name. What is inside of it is made only when somebody asks for it.
public struct DebugVariable {
  /// The values inside.
  public struct Children {
    /// How many there are.
    public var count: Int
    /// Whether they go by numbers, as those of a list do.
    public var isIndexed: Bool
    /// Makes some of them; the range lies within the count.
    public var make: (Range<Int>) -> [DebugVariable]

    /// So many values, made when asked for.
    public init(count: Int, isIndexed: Bool, make: @escaping (Range<Int>) -> [DebugVariable]) {
      self.count = count
      self.isIndexed = isIndexed
      self.make = make
    }
  }

  /// The name, the index or the key.
  public var name: String
  /// The value in a few characters.
  public var value: String
  /// The kind of value. JupyterLab shows it in place of the value, unless it is nil, or `int`, `float`, `bool` or `str`.
  public var type: String?
  /// What is inside; nil if nothing is.
  public var children: Children?

  /// A value with its name.
  public init(name: String, value: String, type: String? = nil, children: Children? = nil) {
    self.name = name
    self.value = value
    self.type = type
    self.children = children
  }
}
