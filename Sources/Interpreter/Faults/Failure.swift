import Language

/// Why a cell failed, worded for its reader.
public struct Failure: Sendable {
  /// The stable code of the first problem, such as `E020`.
  public let name: String
  /// The first problem in one line.
  public let message: String
  /// The name that the first problem is about, if that was found before the cell ran and is that nothing has the name.
  public let unknownName: String?
  /// All problems with their places, the calls that led there, and where to read more; with ANSI colours if asked
  /// for.
  public func report(colour: Bool) -> String {
    guard !hint.isEmpty else { return colour ? coloured : plain }
    return colour ? "\(coloured)\n\u{1B}[2m\(hint)\u{1B}[0m" : "\(plain)\n\(hint)"
  }

  /// The lines of the report, with colours: what a front end shows as a traceback.
  public var traceback: [String] {
    report(colour: true).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// All problems without colours, and without the hint where to read more.
  let plain: String
  private let hint: String
  private let coloured: String

  /// Problems that were found before the cell ran, and those in files that it imports.
  init(_ problems: [Problem], in source: Source, files: [Lowering.File] = []) {
    let all = problems + files.flatMap(\.problems)
    let first = all.first { $0.severity == .error } ?? all.first
    name = first?.code.rawValue ?? ""
    message = first?.message ?? ""
    unknownName = first.flatMap { problem in
      problem.code == .unknownName && problems.contains(problem) ? source[problem.span] : nil
    }
    func report(_ colour: Bool) -> String {
      let own = problems.map { $0.rendered(in: source, colour: colour) }
      let others = files.filter { !$0.problems.isEmpty }.map { file in
        file.problems.map { $0.rendered(in: file.program.source, colour: colour) }.joined(separator: "\n\n")
          + Failure.trace(file.imports, in: source)
      }
      return (own + others).joined(separator: "\n\n")
    }
    hint = Failure.hint(name)
    plain = report(false)
    coloured = report(true)
  }

  /// A fault of a running cell.
  init(_ fault: Fault, in cell: Source) {
    name = fault.code.rawValue
    let source = fault.source ?? cell
    let problem = Problem(
      fault.code, fault.message, at: fault.span ?? source.end, label: fault.label, help: fault.help)
    message = problem.message
    unknownName = nil
    let trace = Failure.trace(fault.trace, in: cell)
    hint = fault.code == .interrupted ? "" : Failure.hint(name)
    plain = problem.rendered(in: source) + trace
    coloured = problem.rendered(in: source, colour: true) + trace
  }

  private static func hint(_ code: String) -> String { "`explain(\"\(code)\")` tells more" }

  private static let shownCalls = 8

  /// The calls that led to a fault, innermost first, the middle of a long list left out.
  private static func trace(_ calls: [Fault.Call], in cell: Source) -> String {
    let lines = calls.map { call in
      let source = call.source ?? cell
      let line = source.line(at: call.span.start)
      return
        "  in \(call.function), called from \(source.name), line \(line + 1): \(source[source.span(ofLine: line)].excerpt)"
    }
    guard !lines.isEmpty else { return "" }
    guard lines.count > shownCalls else { return "\n" + lines.joined(separator: "\n") }
    let head = lines.prefix(shownCalls / 2)
    let tail = lines.suffix(shownCalls / 2)
    return "\n" + (head + ["  … \(lines.count - shownCalls) more calls …"] + tail).joined(separator: "\n")
  }
}

extension String {
  /// The beginning of a line, without what indents it.
  fileprivate var excerpt: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    return start.count > 100 ? start.prefix(97) + "…" : start
  }
}
