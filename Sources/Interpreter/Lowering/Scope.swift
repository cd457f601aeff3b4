import Language

/// A local variable, as lowering sees it.
struct Variable {
  let slot: Int
  let isConstant: Bool
  let origin: Origin
  /// Whether closures share it: then its slot holds a box.
  let isShared: Bool
  let span: Span

  /// What gave the variable its name: only a declaration could have said `var`.
  enum Origin { case declaration, parameter, loop }
}

/// A variable that a program finds when it begins.
struct GivenVariable {
  let name: String
  let isConstant: Bool
  /// Whether its slot holds a box.
  let isShared: Bool
}

/// What lowering knows about one function: its scopes, its slots, and what it captures from around it.
final class FunctionContext {
  let parent: FunctionContext?
  /// Names that functions inside this one mention: a `var` among them must be shared.
  let mentionedInside: Set<String>
  private(set) var slotCount = 0
  private var scopes: [[String: Variable]] = [[:]]
  /// The surrounding function's slots that are captured, and the slots here that receive them.
  private(set) var captures: [(outer: Int, inner: Int)] = []

  /// The notebook's names that this function or one inside it mentions.
  private(set) var mentionedGlobals: [Int] = []

  /// The line of the last statement, for a debugger.
  var lastLine = 0

  /// How many `if` expressions whose value is needed surround the current place, inside of the innermost loop.
  var valueDepth = 0
  /// How many more surround that loop.
  var outerValueDepth = 0

  init(parent: FunctionContext?, mentionedInside: Set<String>) {
    self.parent = parent
    self.mentionedInside = mentionedInside
  }

  func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  /// Declares a name in the innermost scope; nil, and the earlier variable's place, if it is taken there.
  func declare(
    _ name: String, isConstant: Bool, mayRecur: Bool = false, origin: Variable.Origin = .declaration,
    at span: Span
  ) -> Result<Variable, Taken> {
    if let earlier = scopes[scopes.count - 1][name] { return .failure(Taken(span: earlier.span)) }
    let isShared = (!isConstant || mayRecur) && mentionedInside.contains(name)
    let variable = Variable(
      slot: newSlot(), isConstant: isConstant, origin: origin, isShared: isShared, span: span)
    scopes[scopes.count - 1][name] = variable
    return .success(variable)
  }

  struct Taken: Error { let span: Span }

  /// The variable that a name means here; captured from the functions around if need be.
  func variable(_ name: String) -> Variable? {
    for scope in scopes.reversed() {
      if let variable = scope[name] { return variable }
    }
    guard let outer = parent?.variable(name) else { return nil }
    let variable = Variable(
      slot: newSlot(), isConstant: outer.isConstant, origin: outer.origin, isShared: outer.isShared,
      span: outer.span)
    captures.append((outer.slot, variable.slot))
    scopes[0][name] = variable
    return variable
  }

  /// A variable that lies in the next slot already, before anything is declared.
  func adopt(_ variable: GivenVariable) {
    scopes[0][variable.name] = Variable(
      slot: newSlot(), isConstant: variable.isConstant, origin: .declaration, isShared: variable.isShared,
      span: Span(0, 0))
  }

  /// What can be seen here of this function's variables, those of inner blocks last.
  var visibleVariables: [VisibleVariable] {
    scopes.flatMap { scope in scope.map(VisibleVariable.init).sorted { $0.slot < $1.slot } }
  }

  /// The variables of functions around this one that it uses.
  var capturedVariables: [VisibleVariable] {
    let slots = Set(captures.map(\.inner))
    return visibleVariables.filter { slots.contains($0.slot) }
  }

  func mention(global index: Int) {
    if !mentionedGlobals.contains(index) { mentionedGlobals.append(index) }
    parent?.mention(global: index)
  }

  func inScope<Result>(_ body: () -> Result) -> Result {
    scopes.append([:])
    defer { scopes.removeLast() }
    return body()
  }

  /// Every name that can be used here, for proposals.
  var names: [String] { scopes.flatMap(\.keys) + (parent?.names ?? []) }
}
