import Glibc

/// Why `install` or `uninstall` could not do its work. Each message ends with what to do about it.
enum InstallProblem: Error, Equatable, CustomStringConvertible {
  case cannotWrite(String, SystemError)
  case cannotRemove(String, SystemError)
  case notInstalled(String)
  case noHome
  case noPython
  case unnamedExecutable

  var description: String {
    switch self {
    case .cannotWrite(let path, let error):
      "cannot write the kernelspec to \(path): \(error). \(Self.remedy(error))"
    case .cannotRemove(let path, let error):
      "cannot remove the kernelspec from \(path): \(error). \(Self.remedy(error))"
    case .notInstalled(let path):
      "no kernelspec of this program in \(path). Give the option that it was installed with: --user, "
        + "--sys-prefix or --prefix DIR."
    case .noHome:
      "no home folder: HOME, XDG_DATA_HOME and JUPYTER_DATA_DIR are not set. Set one of them, or give "
        + "--prefix DIR."
    case .noPython:
      "no environment is active (VIRTUAL_ENV, CONDA_PREFIX), and python3 could not be asked for its prefix. "
        + "Activate the environment that Jupyter runs in, or name it with --prefix DIR."
    case .unnamedExecutable:
      "cannot find out where this program lies (/proc/self/exe). Is /proc mounted, and is the path of the "
        + "program valid UTF-8?"
    }
  }

  private static func remedy(_ error: SystemError) -> String {
    switch error.code {
    case EACCES, EPERM, EROFS: "Choose a folder that you may change, such as --user or --prefix .venv."
    case ENOTDIR, EEXIST, EISDIR:
      "Something of another kind has that name: move it away, or choose another folder."
    case ENOSPC, EDQUOT: "Make room on that disk, or choose another folder."
    default: "Choose another folder with --prefix DIR."
    }
  }
}
