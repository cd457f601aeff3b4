import FoundationEssentials
import Testing

@Suite("Architecture")
struct ArchitectureTests {
  @Test("Sources import only what the table of arrows allows")
  func importsFollowTheTable() throws {
    for target in try Checkout.folders(in: "Sources") {
      guard let allowed = Arrows.allowed[target] else {
        Issue.record("Sources/\(target) has no row in Arrows.swift: decide what it may import and add one.")
        continue
      }
      for file in try Checkout.swiftFiles(in: "Sources/\(target)") {
        for statement in ImportStatement.all(in: file.content) {
          let module = statement.module
          if allowed.contains(module) || Arrows.system.contains(module) { continue }
          file.report(
            "\(target) may not import \(module). It may import "
              + (allowed.isEmpty ? "nothing of ours" : allowed.sorted().joined(separator: ", "))
              + ", and of the system \(Arrows.system.sorted().joined(separator: ", ")).",
            line: statement.line)
        }
      }
    }
  }

  @Test("The table has a row for no target that does not exist")
  func tableIsCurrent() throws {
    let gone = Set(Arrows.allowed.keys).subtracting(try Checkout.folders(in: "Sources"))
    #expect(gone.isEmpty, "Arrows.swift has rows for \(gone.sorted()), but Sources/ has no such folders.")
  }

  @Test("No arrows lead in a circle, neither in the table nor in the sources")
  func noCycles() throws {
    var found: [String: Set<String>] = [:]
    for target in try Checkout.folders(in: "Sources") {
      let files = try Checkout.swiftFiles(in: "Sources/\(target)")
      found[target] = Set(files.flatMap { ImportStatement.all(in: $0.content) }.map(\.module))
    }
    for arrows in [Arrows.allowed, found] {
      let cycle = Arrows.cycle(in: arrows)
      #expect(cycle == nil, "Targets import each other in a circle: \(cycle?.joined(separator: " → ") ?? "")")
    }
  }

  @Test("Theory meets Engine in one file")
  func theoryHasOneBridge() throws {
    let bridges = try Checkout.swiftFiles(in: "Sources/Theory").filter { file in
      ImportStatement.all(in: file.content).contains { $0.module == "Engine" }
    }
    let paths = bridges.map(\.path).joined(separator: ", ")
    #expect(bridges.count <= 1, "Only one bridging file of Theory may import Engine, not all of \(paths).")
  }

  @Test("Every Swift target has a test target of its name")
  func everyTargetIsTested() throws {
    let manifest = try SwiftFile(path: "Package.swift").content
    let declared = manifest.matches(of: #/\.testTarget\(\s*name: "(\w+)"/#).map { String($0.output.1) }
    let targets = Set(try Checkout.folders(in: "Sources"))
    for target in targets.subtracting(Arrows.cTargets).subtracting(Arrows.testedFromOutside).sorted() {
      let folder = "Tests/\(target)Tests"
      guard Checkout.isFolder(folder) else {
        Issue.record("Sources/\(target) has no tests: make the folder \(folder).")
        continue
      }
      // A target that declares nothing yet has nothing to test either.
      let sources = try Checkout.swiftFiles(in: "Sources/\(target)")
      let hasDeclarations = sources.contains { $0.content.contains("{") }
      let hasTests = try Checkout.swiftFiles(in: folder).contains { $0.content.contains("@Test") }
      #expect(hasTests || !hasDeclarations, "There is no @Test in \(folder).")
      let isDeclared = declared.contains(target + "Tests")
      #expect(isDeclared, "Package.swift declares no test target \(target)Tests.")
    }
  }

  @Test("No Swift file is longer than 400 lines")
  func filesAreShort() throws {
    for file in try Checkout.swiftFiles(in: "Sources") + Checkout.swiftFiles(in: "Tests") {
      let count = file.lineCount
      if count > 400 {
        file.report("\(count) lines, and 400 are the limit: split the file by its ideas.", line: 401)
      }
    }
  }

  @Test("The top level holds only what belongs there")
  func topLevelIsTidy() throws {
    let allowed: Set<String> = [
      "Package.swift", "Sources", "Tests", "Benchmarks", "notebooks", "kernelspec", "Makefile", "README.md",
      "LICENSE", ".ci", ".git", ".gitignore", ".swift-format",
    ]
    let ignored = try String(contentsOfFile: "\(Checkout.root)/.gitignore", encoding: .utf8)
      .split(separator: "\n")
    for name in try Checkout.names(in: "") where !allowed.contains(name) {
      let isIgnored = ignored.contains { pattern in
        pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
      }
      #expect(isIgnored, "\(name) does not belong at the top level: move it into one of \(allowed.sorted()).")
    }
  }
}
