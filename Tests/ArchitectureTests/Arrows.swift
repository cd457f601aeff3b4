/// Which modules the sources of each target may import: the architecture as a table.
///
/// A new arrow belongs here only after it has been decided on: the table is what keeps the targets apart.
enum Arrows {
  /// Everything that a target may import from this package or from another, by the target's folder name.
  static let allowed: [String: Set<String>] = [
    "mlp-swift": ["JupyterKernel", "Interpreter", "CAssets", "ArgumentParser", "Logging"],
    "Interpreter": ["Language", "Engine", "Theory", "Figures", "OrderedCollections"],
    "Language": [],
    "Figures": ["CMemory", "Subprocess"],
    "Theory": ["Engine", "CGMP", "CKernels"],
    "Engine": ["CBLAS", "CKernels", "CAssets", "CZlib"],
    "JupyterKernel": ["JupyterProtocol", "CZeroMQ", "CSQLite", "DequeModule", "Logging"],
    "JupyterProtocol": ["Crypto"],
    "CBLAS": [],
    "CGMP": [],
    "CKernels": [],
    "CMemory": [],
    "CSQLite": [],
    "CZeroMQ": [],
    "CAssets": [],
    "CZlib": [],
  ]

  /// What every target may import: the standard library and the system. `Foundation` is not among them, for
  /// loading it would more than double the time that the kernel takes to start.
  static let system: Set<String> = ["Swift", "Synchronization", "Glibc", "Dispatch", "FoundationEssentials"]

  /// The targets without Swift code, which need no tests of their own.
  static let cTargets: Set<String> = [
    "CBLAS", "CGMP", "CKernels", "CMemory", "CSQLite", "CZeroMQ", "CAssets", "CZlib",
  ]

  /// The command, which Tests/Jupyter runs from outside, as Jupyter and people do.
  static let testedFromOutside: Set<String> = ["mlp-swift"]

  /// A way through the arrows that comes back to where it began, or `nil` if there is none.
  static func cycle(in arrows: [String: Set<String>]) -> [String]? {
    var finished: Set<String> = []
    func search(from target: String, along path: [String]) -> [String]? {
      if let start = path.firstIndex(of: target) { return path[start...] + [target] }
      if finished.contains(target) { return nil }
      for next in (arrows[target] ?? []).sorted() {
        if let found = search(from: next, along: path + [target]) { return found }
      }
      finished.insert(target)
      return nil
    }
    for target in arrows.keys.sorted() {
      if let found = search(from: target, along: []) { return found }
    }
    return nil
  }
}
