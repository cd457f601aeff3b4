import Glibc

/// The text of a small file, such as the system shows under `/proc`; nil if it cannot be read.
func textOfFile(_ path: String, limit: Int = 1 << 20) -> String? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var text: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 16384)
  while text.count < limit {
    let count = read(descriptor, &piece, piece.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { return nil }
    if count == 0 { break }
    text += piece[..<count]
  }
  return String(decoding: text, as: UTF8.self)
}

/// The lines `Name:  12 kB` of a file under `/proc`, in bytes.
struct SizeTable {
  private var sizes: [Substring: Int] = [:]

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let number = parts[1].split(separator: " ").first.flatMap({ Int($0) })
      else { continue }
      let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: 1024)
      if !isTooLarge { sizes[parts[0]] = bytes }
    }
  }

  subscript(name: Substring) -> Int? { sizes[name] }
}
