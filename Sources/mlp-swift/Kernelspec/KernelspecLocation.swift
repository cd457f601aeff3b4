import ArgumentParser
import Glibc

/// Where a kernelspec goes: the options of `install` and `uninstall`, and the folders that Jupyter searches.
struct KernelspecLocation: ParsableArguments {
  @Flag(name: .long, help: "For this user alone, in Jupyter's data folder. This is the default.")
  var user = false

  @Flag(name: .long, help: "In the active virtual or Conda environment, or else in Python's own prefix.")
  var sysPrefix = false

  @Option(name: .long, help: ArgumentHelp("In DIR/share/jupyter, such as --prefix .venv.", valueName: "dir"))
  var prefix: String?

  func validate() throws {
    let options = [(user, "--user"), (sysPrefix, "--sys-prefix"), (prefix != nil, "--prefix")]
    let given = options.filter(\.0).map(\.1)
    guard given.count <= 1 else {
      throw ValidationError("\(given.joined(separator: " and ")) exclude each other: give one of them.")
    }
    if prefix == "" {
      throw ValidationError("--prefix needs a folder, such as --prefix .venv or --prefix /usr/local.")
    }
  }

  /// The absolute path of the folder for this kernelspec; it need not exist.
  ///
  /// - Throws: `InstallProblem` if `--sys-prefix` finds no Python, or if there is no home folder.
  func folder() throws -> String {
    let data: String
    if let prefix {
      data = prefix + "/share/jupyter"
    } else if sysPrefix {
      data = try Self.pythonPrefix() + "/share/jupyter"
    } else {
      data = try Self.userDataFolder()
    }
    return try FileSystem.absolute(data + "/kernels/" + Kernelspec.name)
  }

  /// Jupyter's rule for one user's data: `JUPYTER_DATA_DIR`, else `jupyter` in `XDG_DATA_HOME`, else the
  /// same in `~/.local/share`. A variable that is set but empty counts as not set.
  static func userDataFolder() throws -> String {
    if let data = Environment["JUPYTER_DATA_DIR"] { return data }
    if let data = Environment["XDG_DATA_HOME"] { return data + "/jupyter" }
    guard let home = Environment["HOME"] else { throw InstallProblem.noHome }
    return home + "/.local/share/jupyter"
  }

  /// The active environment, or what `python3` itself calls its prefix.
  static func pythonPrefix() throws -> String {
    if let active = Environment["VIRTUAL_ENV"] ?? Environment["CONDA_PREFIX"] { return active }
    let prefix = firstLine(ofCommand: "python3 -c 'import sys; print(sys.prefix)' 2>/dev/null")
    guard let prefix, !prefix.isEmpty else { throw InstallProblem.noPython }
    return prefix
  }

  /// What a command of the shell prints up to the first newline, or `nil` if it fails. The command is one
  /// of this file's own: nothing that a user wrote may become part of it.
  private static func firstLine(ofCommand command: StaticString) -> String? {
    guard let pipe = popen("\(command)", "r") else { return nil }
    var line: [UInt8] = []
    while case let byte = getc(pipe), byte != EOF, byte != UInt8(ascii: "\n") {
      line.append(UInt8(truncatingIfNeeded: byte))
    }
    return pclose(pipe) == 0 ? String(validating: line, as: UTF8.self) : nil
  }
}
