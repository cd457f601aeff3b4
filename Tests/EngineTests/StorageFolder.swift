import Foundation
import Testing

@testable import Engine

/// The files that NumPy and the safetensors package wrote, and a folder to write to.
enum StorageFolder {
  /// A file that `golden/storage/generate.py` wrote.
  static func golden(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("golden/storage/\(name)").path
  }

  /// Runs with a fresh folder, which is removed afterwards.
  static func with(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  /// What a folder holds.
  static func content(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// Reads a file with each of its bytes changed in several ways, and shortened. Whatever is thrown must be an
  /// error of the engine's that names the file.
  static func mutate(_ name: String, read: ([UInt8], String) throws -> Void) throws {
    let bytes = try StoredFile.read(golden(name))
    var refused = 0
    func attempt(_ changed: [UInt8]) {
      do { try read(changed, "some file") } catch {
        refused += 1
        #expect((error as? EngineError)?.message.contains("some file") == true, "\(error)")
      }
    }
    for position in bytes.indices {
      for mask: UInt8 in [0x01, 0x90] {
        var changed = bytes
        changed[position] ^= mask
        attempt(changed)
      }
      attempt(Array(bytes[..<position]))
      attempt(Array(bytes[..<position]) + bytes[(position + 1)...])
    }
    // Every shortened file at least.
    #expect(refused > bytes.count)
  }

  /// Checks what `mixed` in the generator script describes.
  static func expectMixed(_ tensors: [(name: String, tensor: Tensor)]) throws {
    let expected: [String: Tensor] = [
      "u1": Tensor([0, 255]), "i1": Tensor([-128, 127]), "u2": Tensor([0, 65535]),
      "i2": Tensor([-32768, 32767]),
      "u4": Tensor([0, 4_294_967_295], dtype: .float64),
      "i4": Tensor([-2_147_483_648, 2_147_483_647], dtype: .float64),
      "u8": Tensor([0, 9_007_199_254_740_992], dtype: .float64),
      "i8": Tensor([-9_007_199_254_740_992, 9_007_199_254_740_992], dtype: .float64),
      "bool": Tensor([1, 0, 1]), "f2": Tensor([0.5, -65504, 5.9604644775390625e-8, .infinity]),
    ]
    let found = Dictionary(uniqueKeysWithValues: tensors.map { ($0.name, $0.tensor) })
    for (name, tensor) in expected { #expect(found[name] == tensor, "\(name)") }
  }
}
