/// What all shells of a notebook have in common: its names and their values, and whose turn it is to evaluate.
///
/// Each shell has a ``Session`` of its own, used by a thread of its own. Only one of them evaluates at a time; it lets
/// others have their turn wherever it looks whether it was interrupted, and while it waits for a person or for a
/// picture.
///
/// `@unchecked Sendable` is safe because whatever can change in it is only touched by the thread that holds the baton;
/// `Machine.inTurn` is the one way for a session to reach it.
public final class Workspace: @unchecked Sendable {
  /// The folder that file names are relative to.
  let directory: String
  let baton = Baton()

  // From here on for the holder of the baton alone.

  /// The values of the notebook's names.
  let globals = Globals()
  private(set) lazy var library = Library()
  /// The machine whose thread holds the baton; nil between cells.
  private(set) var evaluating: Machine?
  /// How the last training went, whether it was interrupted or not; nil before there was one.
  var lastTraining: Training?
  /// What front ends show and move as widgets.
  var widgets = WidgetGroups()
  /// The files that have been imported, by their place, with the text that was run.
  var importedTexts: [String: String] = [:]
  private var cells = 0
  /// How many cells are under way, in all shells: those that pause are counted.
  private(set) var cellsUnderWay = 0
  /// Whether the functions of earlier cells announce their statements to a debugger.
  var isDebugged = false
  private var machines = 0
  /// Weights and optimisers that running cells have changed, and the machines that run them.
  private var claims: [ObjectIdentifier: ObjectIdentifier] = [:]

  /// A training, with its number among all of them.
  struct Training {
    let number: Int
    let history: HistoryValue
  }

  /// - Parameter directory: the notebook's folder, to which file names are relative.
  public init(directory: String) {
    self.directory = directory
  }

  // MARK: Turns

  /// The workspace of the cell that runs on the current thread.
  @TaskLocal static var current: Workspace?

  func beginTurn(_ machine: Machine) {
    baton.take()
    evaluating = machine
  }

  func endTurn() {
    evaluating = nil
    baton.give()
  }

  /// Waits for something outside, with the other shells free to evaluate meanwhile. `body` must touch nothing but
  /// values of its own.
  static func aside<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    guard let machine = current?.evaluating else { return try body() }
    return try machine.aside(body)
  }

  // MARK: Numbers

  /// The number of the next cell. No two cells have the same, whichever shells they run in.
  func nextCell() -> Int {
    cells += 1
    return cells
  }

  func noteBeginOfCell() { cellsUnderWay += 1 }

  func noteEndOfCell() { cellsUnderWay -= 1 }

  /// Which stream of random numbers the next machine draws from: the main shell's, made first, is the first.
  func nextStream() -> UInt64 {
    defer { machines += 1 }
    return UInt64(machines)
  }

  // MARK: Claims

  /// Leaves what a cell is about to change to this cell until it ends: only then can it put back what it found.
  /// Throws where another cell has it.
  func claim(_ objects: some Sequence<AnyObject>, called what: String, for machine: Machine) throws {
    let owner = ObjectIdentifier(machine)
    for object in objects where claims[ObjectIdentifier(object), default: owner] != owner {
      throw Fault(
        .invalidValue, "another cell that is still running changes this \(what)",
        help: ["wait until it has ended, or interrupt it", "or work on a \(what) of your own meanwhile"])
    }
    for object in objects { claims[ObjectIdentifier(object)] = owner }
  }

  /// Gives up the claims of a cell that has ended.
  func releaseClaims(of machine: Machine) {
    if !claims.isEmpty { claims = claims.filter { $0.value != ObjectIdentifier(machine) } }
  }
}
