#define _GNU_SOURCE
#include "threads.h"
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

enum {
  most_threads = 16,
  stack_size = 1 << 18,
  // How often a thread looks for the next work before it sleeps: some ten microseconds, which is what lies
  // between two products of a training step, and less than waking it up would take.
  patience = 2000,
};

// All of it is guarded by the lock; only `turn` is also read without it.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t has_work = PTHREAD_COND_INITIALIZER;
static pthread_cond_t is_done = PTHREAD_COND_INITIALIZER;
static bool is_started, is_shared;
static void (*current_work)(void *context, size_t part);
static void *current_context;
static size_t part_count, next_part, done_count;
static atomic_uint turn;

static size_t number(const char *variable) {
  const char *text = getenv(variable);
  long value = text ? strtol(text, NULL, 10) : 0;
  return value > 0 ? (size_t)value : 0;
}

static size_t processors(void) {
#if defined(__linux__)
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return (size_t)CPU_COUNT(&allowed);
#endif
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online > 0 ? (size_t)online : 1;
}

static size_t chosen;
static void choose(void) {
  size_t count = number("OPENBLAS_NUM_THREADS");
  if (count == 0) count = number("OMP_NUM_THREADS");
  if (count == 0) count = processors();
  chosen = count < most_threads ? count : most_threads;
}

size_t threads_count(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, choose);
  return chosen;
}

/// Takes part after part, as long as there are some. The lock is held before and after, but not meanwhile.
static void take_parts(void) {
  while (next_part < part_count) {
    size_t part = next_part++;
    pthread_mutex_unlock(&lock);
    current_work(current_context, part);
    pthread_mutex_lock(&lock);
    if (++done_count == part_count) pthread_cond_signal(&is_done);
  }
}

static void relax(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static void *serve(void *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  for (;;) {
    take_parts();
    unsigned seen = atomic_load_explicit(&turn, memory_order_relaxed);
    pthread_mutex_unlock(&lock);
    for (int i = 0; i < patience && atomic_load_explicit(&turn, memory_order_relaxed) == seen; i++) relax();
    pthread_mutex_lock(&lock);
    while (next_part >= part_count) pthread_cond_wait(&has_work, &lock);
  }
  return NULL;
}

/// Starts the threads beside the caller's. One that cannot be started is not missed: the others take its parts.
static void start(void) {
  is_started = true;
  // Signals are for the threads that were there before.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, stack_size);
  for (size_t i = 1; i < threads_count(); i++) {
    pthread_t thread;
    if (pthread_create(&thread, &attributes, serve, NULL) != 0) break;
  }
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void threads_share(size_t parts, void (*work)(void *context, size_t part), void *context) {
  pthread_mutex_lock(&lock);
  if (is_shared || parts < 2) {
    pthread_mutex_unlock(&lock);
    for (size_t part = 0; part < parts; part++) work(context, part);
    return;
  }
  if (!is_started) start();
  is_shared = true;
  current_work = work;
  current_context = context;
  next_part = done_count = 0;
  part_count = parts;
  atomic_fetch_add_explicit(&turn, 1, memory_order_relaxed);
  pthread_cond_broadcast(&has_work);
  take_parts();
  while (done_count < part_count) pthread_cond_wait(&is_done, &lock);
  part_count = next_part = 0;
  is_shared = false;
  pthread_mutex_unlock(&lock);
}
