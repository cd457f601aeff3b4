import CKernels

/// Keeps the pages of freed tensors for the next ones, instead of giving them back to the system each time: a step of
/// training on the tape frees and asks for the same sizes again, and fresh pages cost as much as its arithmetic.
///
/// For the whole process, of which at most a quarter of a gigabyte that nobody uses stays. Calling it again changes
/// nothing.
public func keepFreedPages() { ckernels_keep_freed_pages() }
