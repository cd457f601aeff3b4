// swift-tools-version: 6.2
import PackageDescription

// A kernel of one's own: a package that depends on this one's JupyterKernel and on nothing of its language.
let package = Package(
  name: "calculator",
  dependencies: [
    .package(name: "mlp-swift", path: "../.."),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .executableTarget(
      name: "calculator",
      dependencies: [
        .product(name: "JupyterKernel", package: "mlp-swift"),
        .product(name: "Logging", package: "swift-log"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
