import Language

/// `check condition, "claim"`: prints ✓ with both sides' values, or fails the cell with them.
final class CheckNode: StatementNode {
  /// A comparison is evaluated side by side, so that its values can be shown.
  enum Condition {
    case comparison(ComparisonNode)
    case other(Node)
  }

  let condition: Condition
  let claim: Node?
  /// The condition as it was written.
  let text: String
  /// An equality as it would be written to hold up to rounding; nil for other conditions.
  let upToRounding: String?

  init(_ condition: Node, claim: Node?, text: String, upToRounding: String?, _ span: Span) {
    self.condition = (condition as? ComparisonNode).map(Condition.comparison) ?? .other(condition)
    self.claim = claim
    self.text = text
    self.upToRounding = upToRounding
    super.init(span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    let claim = try self.claim?.evaluate(frame).text
    switch condition {
    case .comparison(let node):
      let left = try node.left.evaluate(frame)
      let right = try node.right.evaluate(frame)
      let holds = try truth(of: node.compare(left, right), at: node.span)
      // A comparison without rounding on either side proves what one in floating point makes likely.
      let exactly = left.isExact && right.isExact && (left.isFraction || right.isFraction) ? "exactly " : ""
      let values =
        "\(exactly)\(left.brief(beside: right)) \(node.operation.rawValue) \(right.brief(beside: left))"
      guard holds else {
        var fault = failure(claim, values: values, at: node.span)
        if let upToRounding, left.differsByRounding(from: right) {
          fault.help = ["floating point rounds: write `\(upToRounding)`"]
        } else if left.argumentKind == .network, right.argumentKind == .network {
          fault.help = [
            "networks are equal if they share their weights; what they compute is compared by `allClose(a(x), b(x))`"
          ]
        }
        throw fault
      }
      report(claim ?? text, values: values == text ? nil : values, frame)
    case .other(let node):
      guard try node.holds(frame) else { throw failure(claim, values: nil, at: node.span) }
      report(claim ?? text, values: claim == nil ? nil : text, frame)
    }
    return .next
  }

  private func report(_ claim: String, values: String?, _ frame: Frame) {
    let detail = values.map { "  (\($0))" } ?? ""
    frame.machine.output?.write("✓ \(claim)\(detail)\n", to: .standard)
  }

  private func failure(_ claim: String?, values: String?, at span: Span) -> Fault {
    var fault = Fault(.checkFailed, "the check failed" + (claim.map { ": \($0)" } ?? ""))
    fault.label = values.map { "\($0) is false" } ?? "this is false"
    return fault.at(span)
  }
}

extension Value {
  /// Whether two numbers, or lists of them, might be equal but for rounding.
  fileprivate func differsByRounding(from other: Value) -> Bool {
    guard !isExact || !other.isExact else { return false }
    if let x = number, let y = other.number { return Value.areClose(x, y) }
    guard let x = try? asNumbers(), let y = try? other.asNumbers(), x.count == y.count else { return false }
    return zip(x, y).allSatisfy(Value.areClose)
  }

  private static func areClose(_ x: Double, _ y: Double) -> Bool {
    x == y || (x - y).magnitude <= 1e-8 + 1e-5 * y.magnitude
  }
}
