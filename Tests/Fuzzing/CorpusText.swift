import Glibc

/// A text of the folder `Corpus`: a corner of the grammar, something that goes on without an end, something that a
/// limit must stop, or what once was read or run wrongly.
public struct CorpusText: Sendable, CustomStringConvertible {
  /// The name of its file, which says what is in it.
  public let name: String
  public let text: String

  public var description: String { name }

  /// All of them, by their names; bytes that are no UTF-8 are read as U+FFFD, as the kernel reads them.
  public static let all: [CorpusText] = names.map { name in
    CorpusText(name: name, text: String(decoding: bytes(of: "\(folder)/\(name)"), as: UTF8.self))
  }

  private static let folder =
    #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Corpus"

  private static var names: [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".mlp") { names.append(name) }
    }
    return names.sorted()
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
  }
}
