import JupyterProtocol

/// Answers what a client asks about calls and values, on a thread that evaluates, while its program stands still.
struct Inspector {
  private let desk: DebugDesk
  private let program: any DebuggedProgram
  /// The stop that it stands still in; nil between cells and in passing.
  private let stop: DebugDesk.Stop?
  /// What has been evaluated in this stop, and may be looked into.
  private var results: [DebugVariable] = []
  /// How often something has been evaluated, which may have changed any value.
  private var evaluations = 0

  /// The questions; every other command is answered without values.
  static let commands: Set<String> = [
    "stackTrace", "scopes", "variables", "evaluate", "inspectVariables", "richInspectVariables",
    "copyToGlobals",
  ]
  /// Those that make sense only while a cell is held up.
  static let commandsOfStops: Set<String> = ["scopes", "evaluate", "copyToGlobals"]

  /// How many values of a list, and how many calls, are sent unless a client asks for a part.
  static let pageSize = 1_000

  init(_ desk: DebugDesk, _ program: any DebuggedProgram, stop: DebugDesk.Stop?) {
    self.desk = desk
    self.program = program
    self.stop = stop
  }

  mutating func answer(_ question: DebugDesk.Question) {
    let outcome: Result<JSON.Object, ContentError>
    do { outcome = .success(try body(for: question.asked)) } catch {
      outcome = .failure(error as? ContentError ?? ContentError("\(error)"))
    }
    desk.close(question, outcome)
  }

  private mutating func body(for asked: DebugRequest) throws -> JSON.Object {
    switch asked.command {
    case "stackTrace": return try stackTrace(asked)
    case "scopes": return try scopes(asked)
    case "variables": return try variables(asked)
    case "evaluate": return try evaluate(asked)
    case "richInspectVariables": return try richInspect(asked)
    case "copyToGlobals": return try copyToGlobals(asked)
    default: return globals()
    }
  }

  // MARK: Calls

  private func stackTrace(_ asked: DebugRequest) throws -> JSON.Object {
    guard let stop else { return ["stackFrames": [], "totalFrames": 0] }
    let frames = program.frames
    let start = min(max(try asked.optionalInteger("startFrame") ?? 0, 0), frames.count)
    let levels = try asked.optionalInteger("levels") ?? 0
    let count = levels > 0 ? min(levels, Self.pageSize) : Self.pageSize
    let files = desk.withState { $0.files }
    let list = frames.indices.dropFirst(start).prefix(count).map { index -> JSON in
      let frame = frames[index]
      let id = FrameID(stop: stop.number, index: index, evaluations: evaluations)
      return [
        "id": .integer(id.number), "name": .string(frame.name),
        "line": .integer(frame.line), "column": .integer(frame.column),
        "source": [
          "name": .string(frame.cellName), "path": .string(files.path(CellFiles.key(of: frame.code))),
          "sourceReference": 0,
        ],
      ]
    }
    return ["stackFrames": .array(list), "totalFrames": .integer(frames.count)]
  }

  private func frame(_ number: Int) throws -> (index: Int, stop: DebugDesk.Stop) {
    let id = FrameID(number)
    guard let stop, id.stop == stop.number, id.index >= 0 else {
      throw ContentError("there is no frame \(number): it belongs to an earlier stop, or to none")
    }
    return (id.index, stop)
  }

  private func scopes(_ asked: DebugRequest) throws -> JSON.Object {
    let (index, stop) = try frame(asked.integer("frameId"))
    let list = try program.scopes(of: index).map { scope -> JSON in
      let path = References.Path(root: .scope(stop: stop.number, frame: index, name: scope.name))
      var object: JSON.Object = [
        "name": .string(scope.name), "variablesReference": .integer(number(for: path)), "expensive": false,
        "namedVariables": .integer(scope.variables.count),
      ]
      if scope.name == "Locals" { object["presentationHint"] = "locals" }
      return .object(object)
    }
    return ["scopes": .array(list)]
  }

  // MARK: Values

  private func number(for path: References.Path) -> Int {
    desk.withState { $0.references.number(for: path) }
  }

  private func globals() -> JSON.Object {
    // A list of all names makes every earlier answer old, unless a client is in the middle of looking into a stop.
    desk.withState { if $0.stopped.isEmpty { $0.references.forget() } }
    return list(program.globals, at: References.Path(root: .globals), from: 0, isNamed: true)
  }

  private func variables(_ asked: DebugRequest) throws -> JSON.Object {
    let reference = try asked.integer("variablesReference")
    guard let path = desk.withState({ $0.references[reference] }) else {
      throw ContentError("there is no value \(reference) to look into: the program has gone on")
    }
    let inside = try children(at: path)
    let start = min(max(try asked.optionalInteger("start") ?? 0, 0), inside.count)
    let wanted = try asked.optionalInteger("count") ?? 0
    let count = min(wanted > 0 ? wanted : Self.pageSize, Self.pageSize, inside.count - start)
    var isNamed = path.steps.isEmpty
    if case .result = path.root { isNamed = false }
    var body = list(inside.make(start..<start + count), at: path, from: start, isNamed: isNamed)
    let left = inside.count - start - count
    if wanted <= 0, left > 0, case .array(var shown)? = body["variables"] {
      shown.append(["name": "…", "value": .string("\(left) more"), "variablesReference": 0])
      body["variables"] = .array(shown)
    }
    return body
  }

  private func list(
    _ variables: [DebugVariable], at path: References.Path, from start: Int, isNamed: Bool
  ) -> JSON.Object {
    let list = variables.enumerated().map { offset, variable -> JSON in
      var object = json(variable, at: path.to(start + offset, variable.name))
      object["name"] = .string(variable.name)
      object["value"] = .string(variable.value)
      if isNamed { object["evaluateName"] = .string(variable.name) }
      return .object(object)
    }
    return ["variables": .array(list)]
  }

  /// The parts that a variable and the result of an evaluation have in common.
  private func json(_ variable: DebugVariable, at path: References.Path) -> JSON.Object {
    var object: JSON.Object = ["variablesReference": 0]
    object["type"] = variable.type.map(JSON.string)
    if let inside = variable.children, inside.count > 0 {
      object["variablesReference"] = .integer(number(for: path))
      object[inside.isIndexed ? "indexedVariables" : "namedVariables"] = .integer(inside.count)
    }
    return object
  }

  /// What is inside of the value that a path leads to.
  private func children(at path: References.Path) throws -> DebugVariable.Children {
    let gone = ContentError("the value is no longer there")
    var inside = try children(at: path.root)
    for step in path.steps {
      var found = step.index < inside.count ? inside.make(step.index..<step.index + 1).first : nil
      if found?.name != step.name {
        found = inside.isIndexed ? nil : inside.make(0..<inside.count).first { $0.name == step.name }
      }
      guard let next = found?.children else { throw gone }
      inside = next
    }
    return inside
  }

  private func children(at root: References.Root) throws -> DebugVariable.Children {
    let variables: [DebugVariable]
    switch root {
    case .globals: variables = program.globals
    case .scope(let number, let frame, let name) where number == stop?.number:
      variables = try program.scopes(of: frame).first { $0.name == name }?.variables ?? []
    case .result(let number, let index) where number == stop?.number && results.indices.contains(index):
      guard let inside = results[index].children else { return .init(count: 0, isIndexed: false) { _ in [] } }
      return inside
    default: throw ContentError("the value is no longer there: the program has gone on")
    }
    return .init(count: variables.count, isIndexed: false) { Array(variables[$0]) }
  }

  // MARK: Evaluating

  private mutating func evaluate(_ asked: DebugRequest) throws -> JSON.Object {
    let (index, stop) = try asked.optionalInteger("frameId").map(frame) ?? innermost()
    evaluations += 1
    let result = try program.evaluate(try asked.string("expression"), in: index)
    results.append(result)
    var object = json(
      result, at: References.Path(root: .result(stop: stop.number, index: results.count - 1)))
    object["result"] = .string(result.value)
    return object
  }

  private func innermost() throws -> (index: Int, stop: DebugDesk.Stop) {
    guard let stop else { throw ContentError("nothing is stopped") }
    return (0, stop)
  }

  private func richInspect(_ asked: DebugRequest) throws -> JSON.Object {
    // Clients send the last frame that they have seen, also when nothing is stopped any more.
    let index = stop == nil ? nil : try asked.optionalInteger("frameId").map { try frame($0).index } ?? 0
    let bundle = try program.display(asked.string("variableName"), in: index) ?? MIMEBundle()
    return ["data": .object(bundle.data), "metadata": .object(bundle.metadata)]
  }

  private func copyToGlobals(_ asked: DebugRequest) throws -> JSON.Object {
    let (index, _) = try frame(asked.integer("srcFrameId"))
    let name = try asked.string("srcVariableName")
    let new = try asked.optionalString("dstVariableName") ?? name
    let variable = try program.copyToGlobals(name, from: index, as: new)
    var object: JSON.Object = ["value": .string(variable.value), "variablesReference": 0]
    object["type"] = variable.type.map(JSON.string)
    return object
  }
}
