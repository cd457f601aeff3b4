import Glibc

/// The program that runs now.
enum Executable {
  /// The absolute path of this program's file, every symbolic link resolved.
  ///
  /// - Throws: `InstallProblem.unnamedExecutable` if the kernel does not tell it, or not as UTF-8, which
  ///   is the only thing that `kernel.json` can hold.
  static func path() throws -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0, let path = String(validating: buffer.prefix(count), as: UTF8.self) else {
      throw InstallProblem.unnamedExecutable
    }
    return path
  }
}
