import ArgumentParser

/// `mlp-swift install`: tells Jupyter how to start this very binary.
struct Install: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let Jupyter start this program as a kernel.",
    discussion: """
      Writes a kernelspec: kernel.json and three logos. It names the place where this program lies now, so \
      run the command again after moving the program.
      """)

  @OptionGroup var location: KernelspecLocation

  func run() throws {
    let folder = KernelspecFolder(path: try location.folder())
    try folder.write(Kernelspec(executable: try Executable.path()).files)
    print("Installed the kernelspec \(Kernelspec.name) in \(folder.path)")
  }
}
