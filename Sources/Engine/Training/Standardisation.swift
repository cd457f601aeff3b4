/// A shift and a scale for each feature that give it mean 0 and standard deviation 1 on some data.
///
/// Learned from the data that a network trains on, and applied to whatever it is tested on. Features that are
/// numbers of categories stay as they are.
public struct Standardisation: Sendable {
  /// The mean of each feature; 0 for one that is a category.
  public let mean: Tensor
  /// The standard deviation of each feature (dividing by n); 1 for one that does not vary or is a category.
  public let scale: Tensor

  /// Measures the features of a data set.
  public init(fitting data: Dataset) throws {
    let features = data.features
    var mean = try features.mean(axis: 0)
    let deviation = try features.std(axis: 0, unbiased: false)
    // A feature that does not vary has a deviation of rounding errors at most.
    let threshold = try features.abs().max(axis: 0) * (data.features.dtype == .float32 ? 1e-6 : 1e-14)
    let varies = try Tensor.greater(deviation, threshold)
    var scale = try Tensor.where(varies, deviation, Tensor(1, dtype: features.dtype))
    for column in data.categories.keys {
      try mean.assign(Tensor(0), to: [.at(column)])
      try scale.assign(Tensor(1), to: [.at(column)])
    }
    (self.mean, self.scale) = (mean, scale)
  }

  /// Features measured on this scale: the mean becomes 0, a standard deviation away from it ±1.
  public func callAsFunction(_ features: Tensor) throws -> Tensor { try (features - mean) / scale }

  /// Features back on their own scale.
  public func inverse(_ features: Tensor) throws -> Tensor { try features * scale + mean }
}

extension Dataset {
  /// The same data with standardised features; by their own mean and deviation, or those of other data.
  public func standardized(by standardisation: Standardisation? = nil) throws -> Dataset {
    replacing(features: try (standardisation ?? Standardisation(fitting: self))(features))
  }
}
