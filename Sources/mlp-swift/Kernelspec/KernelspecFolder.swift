import Glibc

/// The folder of one kernelspec on disk, such as `~/.local/share/jupyter/kernels/mlp-swift`.
struct KernelspecFolder {
  /// An absolute path.
  let path: String

  /// Writes the files, each as a whole, over those of an earlier installation.
  ///
  /// - Throws: `InstallProblem.cannotWrite`, naming the place and the reason.
  func write(_ files: [(name: String, content: [UInt8])]) throws(InstallProblem) {
    do {
      try FileSystem.makeFolder(path)
      for file in files {
        try FileSystem.write(file.content, to: "\(path)/\(file.name)")
      }
    } catch {
      throw .cannotWrite(path, error)
    }
  }

  /// Deletes the files of these names, and the folder if nothing else is in it.
  ///
  /// - Returns: the names of what else is there, and so stays.
  /// - Throws: `InstallProblem.notInstalled` if there is no such folder or none of the files is in it;
  ///   `.cannotRemove` if the system refuses.
  func remove(_ fileNames: [String]) throws(InstallProblem) -> [String] {
    // `kernel.json` is the last of the names and goes first: what is half removed is no kernel.
    let present = fileNames.reversed().filter { FileSystem.exists("\(path)/\($0)") }
    if present.isEmpty { throw .notInstalled(path) }
    do {
      for name in present {
        try SystemError.check { unlink("\(path)/\(name)") }
      }
      let others = try FileSystem.names(in: path)
      if others.isEmpty { try SystemError.check { rmdir(path) } }
      return others
    } catch {
      throw .cannotRemove(path, error)
    }
  }
}
