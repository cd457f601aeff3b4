// A file that lies in memory and has no name, as <sys/mman.h> declares it for programs that ask for GNU's additions.
// Swift's own module of the C library does not.
#define MFD_CLOEXEC 1U
int memfd_create(const char *name, unsigned int flags);
