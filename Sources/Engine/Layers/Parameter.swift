/// Numbers that a network learns, or keeps, by reference: layers that share a parameter share its value.
///
/// Confined to the thread that evaluates the network, as it is not `Sendable`.
public final class Parameter {
  /// What the parameter is called within its layer, such as `weight`.
  public let name: String
  /// Whether training changes it. A parameter that is not trainable is frozen, or kept by its layer itself.
  public var isTrainable: Bool
  private var stored: Tensor
  /// Stands in for the value while a derivative with respect to it is taken.
  fileprivate var variable: Tensor?
  /// Who has the numbers while training plans run: the last of them. Several only if a run is started within
  /// another one.
  private var borrowers: [Borrower] = []

  /// What holds a parameter's numbers in place of the parameter.
  struct Borrower {
    let read: () -> Tensor
    let write: (Tensor) -> Void
    /// Writes the numbers over those that the parameter had before.
    let giveBack: (inout Storage) -> Void
  }

  /// Creates a parameter with its first value.
  public init(_ name: String, _ value: Tensor, isTrainable: Bool = true) {
    self.name = name
    self.stored = value.detached
    self.isTrainable = isTrainable
  }

  /// The current numbers.
  public var value: Tensor { variable ?? borrowers.last?.read() ?? stored }

  /// Changes the numbers. They are converted to the parameter's type.
  ///
  /// Throws when the shape is not the parameter's.
  public func assign(_ value: Tensor) throws {
    guard value.shape == stored.shape else {
      throw EngineError(
        .shape, "The parameter `\(name)` has shape \(stored.shape), but the new value has \(value.shape).")
    }
    let value = value.detached.converted(to: stored.dtype)
    stored = value
    borrowers.last?.write(value)
  }

  /// Changes the numbers in place, without a copy if nobody shares them.
  func update(_ change: (inout Storage) -> Void) {
    stored = value
    changeStored(change)
    borrowers.last?.write(stored)
  }

  private func changeStored(_ change: (inout Storage) -> Void) {
    var storage = stored.storage
    let shape = stored.shape
    // Lets go of the numbers, so that the change finds them unshared.
    stored = Tensor(Storage([], dtype: storage.dtype), shape: shape)
    change(&storage)
    stored = Tensor(storage, shape: shape)
  }

  /// Leaves the numbers to a borrower until they are taken back.
  func lend(to borrower: Borrower) { borrowers.append(borrower) }

  /// Takes the numbers back from the last borrower, in the memory that they had before: to be given new memory takes long
  /// if it is much, and who interrupts a training waits for this.
  func takeBack() {
    guard let borrower = borrowers.popLast() else { return }
    changeStored(borrower.giveBack)
    borrowers.last?.write(stored)
  }
}

/// The value of a function of parameters, and its derivatives with respect to each of them.
///
/// The parameters are tracked while `function` runs, and as before afterwards, also when it throws.
public func valueAndGradient(
  at parameters: [Parameter], of function: () throws -> Tensor
) throws -> (value: Tensor, gradients: [Tensor]) {
  let outer = parameters.map(\.variable)
  defer {
    for (parameter, variable) in zip(parameters, outer) { parameter.variable = variable }
  }
  return try valueAndGradient(at: parameters.map(\.value)) { variables in
    for (parameter, variable) in zip(parameters, variables) { parameter.variable = variable }
    return try function()
  }
}
