/// The numbers by which a client asks for what is inside of a value.
///
/// A number stands for the way to the value, not for the value: nothing is kept alive by having been looked at, and
/// whoever asks later sees what is there then. No number is used twice.
struct References: Sendable {
  /// Where the way begins.
  enum Root: Sendable, Equatable {
    case globals
    /// The variables of a scope, of a call given by its position, in a stop.
    case scope(stop: Int, frame: Int, name: String)
    /// Something that was evaluated in a stop.
    case result(stop: Int, index: Int)

    /// The stop in which it means something; nil if it always does.
    var stop: Int? {
      switch self {
      case .globals: nil
      case .scope(let stop, _, _), .result(let stop, _): stop
      }
    }
  }

  /// From a value to one inside of it. The name tells whether it is still the same one.
  struct Step: Sendable, Equatable {
    let index: Int
    let name: String
  }

  struct Path: Sendable, Equatable {
    let root: Root
    var steps: [Step] = []

    func to(_ index: Int, _ name: String) -> Path {
      Path(root: root, steps: steps + [Step(index: index, name: name)])
    }
  }

  /// How many are remembered; beyond them all earlier ones are forgotten.
  static let limit = 100_000

  private var paths: [Int: Path] = [:]
  private var last = 0

  mutating func number(for path: Path) -> Int {
    if paths.count >= Self.limit { paths = [:] }
    last += 1
    paths[last] = path
    return last
  }

  subscript(number: Int) -> Path? { paths[number] }

  mutating func forget() { paths = [:] }

  /// Forgets what means something only in a stop that is over.
  mutating func forget(stop: Int) { paths = paths.filter { $0.value.root.stop != stop } }
}
