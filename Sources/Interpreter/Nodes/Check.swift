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

  init(_ condition: Node, claim: Node?, text: String, _ span: Span) {
    self.condition = (condition as? ComparisonNode).map(Condition.comparison) ?? .other(condition)
    self.claim = claim
    self.text = text
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
      guard holds else { throw failure(claim, values: values, at: node.span) }
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
