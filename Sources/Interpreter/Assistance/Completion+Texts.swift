import Glibc

/// A text that is being written at a cursor.
struct TextContext {
  enum Place {
    /// `parameters["we`
    case key(of: [String])
    /// `loadCSV("flo`
    case file(for: String)
    /// Any other text, of which nothing is known.
    case elsewhere
  }

  let place: Place
  /// What is written of the text so far.
  let written: String
  /// The same, as offsets into the code's Unicode scalars.
  let range: Range<Int>

  /// The text that begins at an offset.
  /// - Parameter scalars: the code up to the cursor.
  init(_ scalars: [Unicode.Scalar], from start: Int) {
    let quote = start - 1
    range = quote + 1..<scalars.count
    written = String(String.UnicodeScalarView(scalars[range]))
    let before = String(String.UnicodeScalarView(scalars[..<quote]))
    let context = CursorContext(before + "x", cursor: quote + 1)
    if let callee = context.callee, callee.hasPrefix("load") || callee == "import" {
      place = .file(for: callee)
    } else if before.last == "[" {
      // The names before the bracket, as before a dot.
      let base = CursorContext(String(before.dropLast()) + ".", cursor: quote)
      place = base.receiver.map { $0.isEmpty ? .elsewhere : .key(of: $0) } ?? .elsewhere
    } else {
      place = .elsewhere
    }
  }
}

extension Session {
  func complete(_ text: TextContext) -> Completions {
    var items: [Completions.Item] = []
    switch text.place {
    case .key(let path):
      if case .dictionary(let dictionary)? = Inspection(machine).value(ofPath: path) {
        for case (.string(let key), let value) in dictionary where key.hasPrefix(text.written) {
          items.append(
            .init(
              text: key, type: "key", detail: value.kind,
              summary: value.isPlainScalar ? "\(key): \(value.brief)" : ""))
        }
      }
    case .file(let callee): items = files(for: callee, beginning: text.written)
    case .elsewhere: break
    }
    return Completions(items: items, range: text.range)
  }

  /// So many files of a folder are proposed at most.
  private static let mostFiles = 200

  /// The folders, and the files of the kind that a function loads, in the folder that the text has come to.
  private func files(for callee: String, beginning written: String) -> [Completions.Item] {
    let folder = written.lastIndex(of: "/").map { String(written[...$0]) } ?? ""
    let prefix = written.dropFirst(folder.count)
    let suffix =
      [
        "loadCSV": ".csv", "loadNPY": ".npy", "loadNPZ": ".npz", "import": ".mlp", "load": ".safetensors",
        "loadStateDict": ".safetensors",
      ][callee] ?? ""
    guard let path = folder.isEmpty ? machine.directory : try? machine.path(of: String(folder.dropLast())),
      let directory = opendir(path)
    else { return [] }
    defer { closedir(directory) }
    var items: [Completions.Item] = []
    while items.count < Self.mostFiles, let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(prefix), !name.hasPrefix("."), name.allSatisfy({ $0 != "\"" && $0 != "\\" }) else {
        continue
      }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        items.append(.init(text: folder + name + "/", type: "folder", detail: "a folder"))
      } else if name.hasSuffix(suffix) {
        items.append(.init(text: folder + name, type: "file", detail: "a file in this folder"))
      }
    }
    return items.sorted { $0.text < $1.text }
  }
}
