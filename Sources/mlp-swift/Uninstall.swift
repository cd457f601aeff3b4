import ArgumentParser

/// `mlp-swift uninstall`: removes what `mlp-swift install` wrote, and nothing else.
struct Uninstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back what install wrote.",
    discussion: "Give the same option as for install. Files that install did not write stay where they are.")

  @OptionGroup var location: KernelspecLocation

  func run() throws {
    let folder = KernelspecFolder(path: try location.folder())
    let foreign = try folder.remove(Kernelspec.fileNames)
    print("Removed the kernelspec \(Kernelspec.name) from \(folder.path)")
    if !foreign.isEmpty {
      print("Left what install did not write: \(foreign.joined(separator: ", "))")
    }
  }
}
