// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * A thread for calls of the system that may never return, such as those on a share that went away. Who waits for one waits until it
 * shows no sign of life for some time; then the thread is left to itself, and ends when the call does return.
 */
typedef struct _SpilLimitedThread SpilLimitedThread;

typedef enum
{
  SPIL_LIMITED_DONE, /**< the function has returned */
  SPIL_LIMITED_LATE, /**< it has not, and gives no sign of life */
  SPIL_LIMITED_CANCELLED, /**< nobody wants it any more */
} SpilLimitedOutcome;

/** Runs on the thread; @data is its own until it returns. */
typedef void (*SpilLimitedFunc) (SpilLimitedThread *thread, gpointer data);

/** No thread begins before it is needed. */
SpilLimitedThread *spil_limited_thread_new (const char *name);

/** Ends the thread; one that is stuck is left behind, and holds only what it was given. */
void spil_limited_thread_free (SpilLimitedThread *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilLimitedThread, spil_limited_thread_free)

/**
 * Runs @function on the thread and waits until it returns or gives no sign of life for @limit (microseconds). SPIL_LIMITED_DONE: @data is the
 * caller's again. Otherwise it is the thread's, which frees it with @free_data. While an earlier call is stuck, this one is late at once. From
 * one thread at a time.
 */
SpilLimitedOutcome
spil_limited_thread_run (SpilLimitedThread *self, SpilLimitedFunc function, gpointer data,
                         GDestroyNotify free_data, gint64 limit, GCancellable *cancellable);

/** For the function, now and then: gives a sign of life. FALSE: nobody waits any more, so make an end of it. */
gboolean spil_limited_thread_beat (SpilLimitedThread *self);

/** How many threads of this program are left behind and still stuck. */
guint spil_limited_thread_count_left (void);

G_END_DECLS
