#include <sqlite3.h>

// A macro that casts a number to a function, which Swift does not see: the text is copied.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
  return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}
