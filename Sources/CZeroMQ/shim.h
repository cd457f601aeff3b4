#include <zmq.h>

// For malloc_trim, which Swift's own module of the C library leaves out: large messages come and go.
#include <malloc.h>
