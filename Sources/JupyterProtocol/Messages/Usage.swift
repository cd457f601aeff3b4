/// Answers a `usage_request` on control with what the kernel and its machine use. The specification does not have it;
/// ipykernel and JupyterLab's display of resources do.
public struct UsageReply: MessageContent, Equatable {
  public var messageType: String { "usage_reply" }

  /// The memory of the machine, in bytes.
  public struct Memory: Sendable, Equatable {
    /// As `/proc/meminfo` counts them.
    public var total, available, free, active, inactive, buffers, cached, shared, slab: Int

    /// The memory of a machine, in bytes.
    public init(
      total: Int, available: Int, free: Int, active: Int, inactive: Int, buffers: Int, cached: Int,
      shared: Int,
      slab: Int
    ) {
      self.total = total
      self.available = available
      self.free = free
      self.active = active
      self.inactive = inactive
      self.buffers = buffers
      self.cached = cached
      self.shared = shared
      self.slab = slab
    }
  }

  /// The name of the machine.
  public var hostname: String
  /// The kernel's process.
  public var processID: Int
  /// Processor time of the kernel and its children since the last request, in percent of one processor.
  public var kernelCPU: Double
  /// The memory of the kernel and its children, in bytes; what they share with others counts in part.
  public var kernelMemory: Int
  /// Processor time of the machine since the last request, in percent of all processors; nil at the first one.
  public var hostCPU: Double?
  /// Processors of the machine.
  public var processorCount: Int
  /// The memory of the machine; nil if the system does not say.
  public var hostMemory: Memory?

  /// The reply with these figures.
  public init(
    hostname: String, processID: Int, kernelCPU: Double, kernelMemory: Int, hostCPU: Double?,
    processorCount: Int, hostMemory: Memory?
  ) {
    self.hostname = hostname
    self.processID = processID
    self.kernelCPU = kernelCPU
    self.kernelMemory = kernelMemory
    self.hostCPU = hostCPU
    self.processorCount = processorCount
    self.hostMemory = hostMemory
  }

  public var json: JSON {
    var object: JSON.Object = [
      "hostname": .string(hostname), "pid": .integer(processID), "kernel_cpu": .number(kernelCPU),
      "kernel_memory": .integer(kernelMemory), "cpu_count": .integer(processorCount),
    ]
    object["host_cpu_percent"] = hostCPU.map(JSON.number)
    object["host_virtual_memory"] = hostMemory?.json
    return .object(object)
  }
}

extension UsageReply.Memory {
  /// The names are those of Python's psutil, which front ends know.
  var json: JSON {
    let used = max(0, total - available)
    let percent = total > 0 ? (1000 * Double(used) / Double(total)).rounded() / 10 : 0
    return [
      "total": .integer(total), "available": .integer(available), "percent": .number(percent),
      "used": .integer(used), "free": .integer(free), "active": .integer(active),
      "inactive": .integer(inactive), "buffers": .integer(buffers), "cached": .integer(cached),
      "shared": .integer(shared), "slab": .integer(slab),
    ]
  }
}
