import ArgumentParser

/// The command `mlp-swift`. A subcommand is a file of its own and one line in the list below.
@main
struct MLPSwift: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mlp-swift",
    abstract: "A Jupyter kernel for the theory of multi-layer perceptrons.",
    version: version,
    subcommands: [
      KernelCommand.self,
      Run.self,
      ReferenceCommand.self,
      Install.self,
      Uninstall.self,
    ])

  /// The version of the whole program, as `--version` prints it.
  static let version = "0.1.0"
}
