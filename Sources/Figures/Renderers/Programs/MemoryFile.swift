import CMemory
import Glibc

/// Hands bytes to a program as a file that has no name and lies in memory.
///
/// Not through a pipe: when the program ends early, writing the rest into a pipe raises SIGPIPE, which would end this
/// process too.
enum MemoryFile {
  /// A descriptor open at the start of a file with some bytes. The caller closes it.
  ///
  /// - Throws: ``FigureError/noMemoryFile(reason:)``.
  static func holding(_ bytes: [UInt8]) throws(FigureError) -> CInt {
    // The name is for whoever looks into /proc; nothing else is called by it.
    let file = memfd_create("mlp-swift", UInt32(MFD_CLOEXEC))
    guard file >= 0 else { throw problem() }

    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        let problem = problem()
        close(file)
        throw problem
      }
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func problem() -> FigureError {
    .noMemoryFile(reason: String(cString: strerror(errno)))
  }
}
