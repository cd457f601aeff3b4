import Glibc

/// The texts of cells under the names of files, by which the Debug Adapter Protocol speaks of sources.
///
/// No file is written: a front end computes a cell's name from its text and what `debugInfo` says of the naming, and
/// asks for the text by `source`.
struct CellFiles: Sendable {
  static let hashSeed: UInt32 = 0xC70F_6907
  /// The largest cell that can be debugged, in bytes.
  static let cellLimit = 1 << 20
  /// What all the texts may hold, in bytes: the oldest then go.
  private static let sizeLimit = 32 << 20

  let prefix: String
  let suffix: String
  private var texts: [UInt32: String] = [:]
  /// The keys in the order in which they came.
  private var order: ArraySlice<UInt32> = []
  private var size = 0

  /// - Parameter suffix: the extension of a source file, with its dot.
  init(suffix: String) {
    // The process is part of the name, so that a front end sees that a kernel is new.
    prefix = "/tmp/cells_\(getpid())/"
    self.suffix = suffix
  }

  /// The number by which a cell's statements are told from those of other cells.
  static func key(of code: String) -> UInt32 { Murmur2.hash(code, seed: hashSeed) }

  func path(_ key: UInt32) -> String { "\(prefix)\(key)\(suffix)" }

  /// The key in a path of one of these files; nil for any other path.
  func key(ofPath path: String) -> UInt32? {
    guard path.hasPrefix(prefix), path.hasSuffix(suffix),
      path.utf8.count > prefix.utf8.count + suffix.utf8.count
    else { return nil }
    return UInt32(path.dropFirst(prefix.count).dropLast(suffix.count))
  }

  /// Remembers a cell.
  /// - Returns: its key, and whether it was not known.
  mutating func insert(_ code: String) -> (key: UInt32, isNew: Bool) {
    let key = Self.key(of: code)
    let old = texts.updateValue(code, forKey: key)
    size += code.utf8.count - (old?.utf8.count ?? 0)
    if old == nil { order.append(key) }
    while size > Self.sizeLimit, order.count > 1, let oldest = order.popFirst() {
      size -= texts.removeValue(forKey: oldest)?.utf8.count ?? 0
    }
    return (key, old == nil)
  }

  subscript(key: UInt32) -> String? { texts[key] }
}
