// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "mlp-swift",
  products: [
  ],
  dependencies: [
    // The command line: subcommands, help, "did you mean".
    // HMAC-SHA256 of the wire protocol, compared in constant time.
    // The kernel's log lines, with levels.
    // Dictionaries of the language keep the order in which they were written.
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    // Runs gnuplot; without its Foundation trait, since only bytes go in and out.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // Source text to syntax tree, with the problems found on the way.
    .target(name: "Language"),
    // Evaluation of the syntax tree against the engine, and everything a cell can call.
    .target(
      name: "Interpreter",
      dependencies: [
        "Language", "Engine", "Theory", "Figures",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ]),
    // Figures as data, and their rendering to SVG and text.
    .target(
      name: "Figures",
      dependencies: [.product(name: "Subprocess", package: "swift-subprocess")]),
    // Theorems as constructions.
    .target(name: "Theory", dependencies: ["Engine"]),
    // Tensors, gradients, layers, training, data sets.
    .target(name: "Engine", dependencies: ["CBLAS", "CKernels", "CAssets"]),

    .systemLibrary(
      name: "CBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    // Loops in single precision, compiled for each generation of processors and chosen at run time.
    .target(name: "CKernels"),
    // The bundled data sets and the kernel's logos, embedded in the binary by the C compiler.
    .target(name: "CAssets", exclude: ["data"]),

    .testTarget(name: "EngineTests", dependencies: ["Engine"], exclude: ["golden"]),
    .testTarget(name: "InterpreterTests", dependencies: ["Interpreter"]),
  ],
  swiftLanguageModes: [.v6]
)
