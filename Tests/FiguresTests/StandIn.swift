import Foundation
import Testing

/// Runs a body with the path of a shell script that stands in for gnuplot, in a directory that is removed afterwards.
@discardableResult
func withProgram<Result>(_ command: String, _ body: (String) async throws -> Result) async throws -> Result {
  let directory = FileManager.default.temporaryDirectory.appending(path: "figures-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  let program = directory.appending(path: "gnuplot")
  try Data("#!/bin/sh\n\(command)\n".utf8).write(to: program)
  try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
  return try await body(program.path)
}

/// Runs a body that blocks on a thread of its own.
func onPlainThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Swift.Result { try body() }) }
  }
}
