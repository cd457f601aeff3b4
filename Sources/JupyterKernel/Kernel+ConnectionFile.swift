import Glibc
import JupyterProtocol

extension Kernel {
  /// The largest connection file that is read, in bytes.
  private static let sizeLimit = 1 << 20

  func readConnectionFile() throws(KernelError) -> ConnectionFile {
    let descriptor = open(connectionFile, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw KernelError("connection file \(connectionFile): cannot be opened: \(KernelError.systemReason())")
    }
    defer { close(descriptor) }
    warnOfReaders(descriptor)

    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while text.count <= Self.sizeLimit {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw KernelError("connection file \(connectionFile): cannot be read: \(KernelError.systemReason())")
      }
      if count == 0 { break }
      text += piece[..<count]
    }
    do { return try ConnectionFile(text) } catch {
      throw KernelError("connection file \(connectionFile): \(error)")
    }
  }

  /// Whoever can read the key can run cells.
  private func warnOfReaders(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 != 0 else { return }
    logger.warning("connection file \(connectionFile): other users may read it (chmod 600 prevents that)")
  }
}
