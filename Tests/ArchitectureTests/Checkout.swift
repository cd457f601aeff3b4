import FoundationEssentials
import Testing

/// The package as it lies on disk.
enum Checkout {
  /// The folder that holds Package.swift.
  static let root: String = {
    // …/Tests/ArchitectureTests/Checkout.swift
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The names in a folder, given from the root, sorted.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
  }

  /// The names of the folders in a folder, given from the root, sorted.
  static func folders(in folder: String) throws -> [String] {
    try names(in: folder).filter { isFolder("\(folder)/\($0)") }
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder) && isFolder
  }

  /// Every Swift file in a folder and below, with its content.
  static func swiftFiles(in folder: String) throws -> [SwiftFile] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)").sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { try SwiftFile(path: "\(folder)/\($0)") }
  }
}

/// A source file of the package.
struct SwiftFile {
  /// The path from the package's root.
  let path: String
  let content: String

  init(path: String) throws {
    self.path = path
    content = try String(contentsOfFile: "\(Checkout.root)/\(path)", encoding: .utf8)
  }

  var lineCount: Int { content.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count }

  /// Reports what is wrong with this file, at the place where it is wrong.
  func report(_ problem: String, line: Int) {
    let location = SourceLocation(
      fileID: "ArchitectureTests/\(path.split(separator: "/").last ?? "")",
      filePath: "\(Checkout.root)/\(path)", line: line, column: 1)
    Issue.record("\(path):\(line): \(problem)", sourceLocation: location)
  }
}
