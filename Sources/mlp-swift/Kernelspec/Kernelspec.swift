import CAssets
import JupyterKernel

/// What Jupyter has to know to offer this kernel and to start it: the files of a kernelspec, as values.
struct Kernelspec {
  /// The name of the kernelspec and of its folder, as in `jupyter console --kernel mlp-swift`.
  static let name = "mlp-swift"

  /// Every file of a kernelspec. `kernel.json` comes last: Jupyter takes a folder without it for no kernel,
  /// so a kernel is offered only once all of its files are there.
  static let fileNames = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg", "kernel.json"]

  /// The absolute path of the program that Jupyter starts.
  let executable: String

  /// Names and contents, in the order of `fileNames`.
  var files: [(name: String, content: [UInt8])] {
    let contents = [
      Self.bytes(of: cassets_logo_32),
      Self.bytes(of: cassets_logo_64),
      Self.bytes(of: cassets_logo_svg),
      Array(json.utf8),
    ]
    return Array(zip(Self.fileNames, contents))
  }

  /// `kernel.json`.
  ///
  /// The language is given as `swift`, which decides the highlighting before the kernel has answered (VS Code
  /// reads nothing else); the kernel's own `language_info` then says `mlp-swift`.
  var json: String {
    """
    {
      "argv": [\(JSON.string(executable).text), "kernel", "-f", "{connection_file}"],
      "display_name": "MLP-Swift",
      "language": "swift",
      "interrupt_mode": "message",
      "kernel_protocol_version": "\(Kernel.protocolVersion)",
      "metadata": {"debugger": true, "supported_encryption": ["curve"]}
    }

    """
  }

  private static func bytes(of asset: CAsset) -> [UInt8] {
    // Sound: the C file defines both fields from one and the same array, which lives as long as the program.
    Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
  }
}
