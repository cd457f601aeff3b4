import Engine
import Glibc
import Language

extension Machine {
  /// No file to import is longer than so many bytes.
  private static let longestFile = 1 << 20
  /// So deep may files import each other.
  private static let deepestImport = 32

  /// The files that a text imports, read and parsed, and those that they import in turn.
  func imports(of program: Program) -> Imports {
    var reading = Reading()
    return imports(of: program, in: "", &reading)
  }

  /// What has been read for a cell so far.
  private struct Reading {
    var files: [String: ImportedFile] = [:]
    /// The files that are being read, each imported by the one before.
    var chain: [(path: String, name: String)] = []
  }

  private func imports(of program: Program, in folder: String, _ reading: inout Reading) -> Imports {
    var imports = Imports()
    // A name of the notebook's own takes the place of the library's.
    guard globals.index(of: "import") == nil, !program.declaredNames.contains("import") else {
      return imports
    }
    for statement in program.statements {
      guard let arguments = statement.importArguments else { continue }
      let start = statement.span.start
      guard arguments.count == 1, arguments[0].label ?? "path" == "path",
        let name = arguments[0].value.literalText
      else {
        imports.add(.importWithoutText, at: arguments.first?.value.span ?? statement.span, of: start)
        continue
      }
      let span = arguments[0].value.span
      do {
        let path = try self.path(of: name, in: folder)
        let isFirst = reading.files[path] == nil
        let file = try reading.files[path] ?? read(path, called: name, &reading)
        reading.files[path] = file
        imports.add(.init(span: span, file: file, isRun: isFirst && !file.hasRun), at: start)
      } catch { imports.add(Fault(error), at: span, of: start) }
    }
    return imports
  }

  private func read(_ path: String, called name: String, _ reading: inout Reading) throws -> ImportedFile {
    let shown = try nameFromFolder(path)
    if let first = reading.chain.firstIndex(where: { $0.path == path }) {
      let circle = reading.chain[first...].map(\.name) + [shown]
      throw Fault(
        .fileProblem, "`\(shown)` imports itself: \(circle.joined(separator: " → "))",
        help: ["put what both need in a file of its own, which both import"])
    }
    guard reading.chain.count < Self.deepestImport else {
      throw Fault(.limitExceeded, "files import each other more than \(Self.deepestImport) deep")
    }
    guard path.hasSuffix(".mlp") else { throw Fault.notImportable(name) }
    guard access(path, F_OK) == 0 else {
      throw Fault.missing(
        name, among: neighbours(of: path).filter { $0.hasSuffix(".mlp") },
        lookedFor: "beside the notebook or file that imports it")
    }
    let bytes: [UInt8]
    do {
      bytes = try withoutFollowingLinks { try Engine.loadBytes(path, limit: Self.longestFile) }
    } catch let error as EngineError {
      throw EngineError(error.kind, error.message.replacing(path, with: name), hint: error.hint)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(.fileProblem, "`\(name)` is not a text in UTF-8")
    }
    let program = Parser.parse(Source(name: shown, text: text))
    reading.chain.append((path, shown))
    defer { reading.chain.removeLast() }
    let folder = shown.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(shown[...$0]) } ?? ""
    return ImportedFile(
      path: path, program: program, imports: imports(of: program, in: folder, &reading),
      wasRunAs: workspace.importedTexts[path])
  }
}

extension Fault {
  /// For `import` where it cannot be known before the cell runs, or that it runs at all.
  static let misplacedImport = Fault(
    .misplacedStatement, "`import` is a statement of its own, at the top level of a cell or file",
    help: ["its names are then known to all that follows: `import(\"functions.mlp\")`"])

  fileprivate static let importWithoutText = Fault(
    .argumentMismatch, "`import` takes the name of a file, written out",
    help: ["as in `import(\"functions.mlp\")`: its names are to be known before the cell runs"])

  fileprivate static func notImportable(_ name: String) -> Fault {
    let help =
      if name.hasSuffix(".ipynb") {
        "a notebook cannot be imported: keep what several share in a file such as `functions.mlp`"
      } else if let load = ["csv": "loadCSV", "npy": "loadNPY", "npz": "loadNPZ", "safetensors": "load"]
        .first(
          where: { name.hasSuffix(".\($0.key)") })
      {
        "data are read by `\(load.value)(\"\(name)\"\(load.key == "csv" ? ", target: …" : ""))`"
      } else {
        "a file with statements of this language is called `….mlp`"
      }
    return Fault(.fileProblem, "`\(name)` is no file to import: its name must end in `.mlp`", help: [help])
  }
}
