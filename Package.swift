// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "mlp-swift",
  products: [
    .executable(name: "mlp-swift", targets: ["mlp-swift"]),
    // A Jupyter kernel for any Swift-hosted language: neither of these knows anything of MLPs.
    .library(name: "JupyterKernel", targets: ["JupyterKernel"]),
    .library(name: "JupyterProtocol", targets: ["JupyterProtocol"]),
  ],
  dependencies: [
    // The command line: subcommands, help, "did you mean".
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // HMAC-SHA256 of the wire protocol, compared in constant time.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // The kernel's log lines, with levels.
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // Dictionaries of the language keep the order in which they were written; queues let go of what leaves them.
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    // Runs gnuplot; without its Foundation trait, since only bytes go in and out.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // The command, and the adapter that makes Interpreter the language of JupyterKernel.
    .executableTarget(
      name: "mlp-swift",
      dependencies: [
        "JupyterKernel", "Interpreter", "CAssets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),

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
      dependencies: ["CMemory", .product(name: "Subprocess", package: "swift-subprocess")]),
    // Theorems as constructions.
    .target(name: "Theory", dependencies: ["Engine", "CGMP", "CKernels"]),
    // Tensors, gradients, layers, training, data sets.
    .target(name: "Engine", dependencies: ["CBLAS", "CKernels", "CAssets", "CZlib"]),

    // Sockets, channels, the execution queue.
    .target(
      name: "JupyterKernel",
      dependencies: [
        "JupyterProtocol", "CZeroMQ", "CSQLite",
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    // Messages, signatures and frames as values.
    .target(
      name: "JupyterProtocol",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")]),

    .systemLibrary(
      name: "CZeroMQ", pkgConfig: "libzmq", providers: [.apt(["libzmq3-dev"])]),
    // The history of all sessions, which several kernels share and a crash must not tear.
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    // Inflates and deflates what `numpy.savez_compressed` writes.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Files without a name, through which gnuplot is given its scripts.
    .systemLibrary(name: "CMemory"),
    // Integers without bound for what is said to be exact. Swift's own packages for them bring Foundation along,
    // which would more than double the time that the kernel takes to start.
    .systemLibrary(
      name: "CGMP", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"])]),
    // The innermost loops, compiled for each generation of processors and chosen at run time.
    .target(name: "CKernels"),
    // The bundled data sets and the kernel's logos, embedded in the binary by the C compiler.
    .target(name: "CAssets", exclude: ["data"]),

    .testTarget(name: "ArchitectureTests"),
    // Texts and programs that the fuzz tests of several targets try.
    .target(name: "Fuzzing", path: "Tests/Fuzzing", exclude: ["Corpus"]),
    .testTarget(name: "LanguageTests", dependencies: ["Language", "Fuzzing"]),
    .testTarget(name: "EngineTests", dependencies: ["Engine"], exclude: ["golden"]),
    .testTarget(name: "TheoryTests", dependencies: ["Theory", "Engine"], exclude: ["golden"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"]),
    .testTarget(name: "InterpreterTests", dependencies: ["Interpreter", "Fuzzing"]),
    .testTarget(name: "JupyterProtocolTests", dependencies: ["JupyterProtocol"]),
    .testTarget(
      name: "JupyterKernelTests",
      dependencies: [
        "JupyterKernel", "JupyterProtocol", "CZeroMQ", .product(name: "Logging", package: "swift-log"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
