// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
// What the syncer and its thread share; no other file includes this.
#pragma once

#include "spil-syncer.h"

G_BEGIN_DECLS

typedef enum
{
  SPIL_SYNC_JOB_REFRESH, /**< something may have changed in the database */
  SPIL_SYNC_JOB_SYNC,
  SPIL_SYNC_JOB_RUN,
  SPIL_SYNC_JOB_PAUSE,
  SPIL_SYNC_JOB_QUIT,
} SpilSyncJobKind;

/** Travels to the thread and, where it has a task, back: never in two hands at once. */
typedef struct
{
  SpilSyncJobKind kind;
  GTask *task; /**< NULL: nobody waits for it */
  GCancellable *cancellable;
  SpilJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;

  gpointer result;
  GError *error;
} SpilSyncJob;

void spil_sync_job_free (SpilSyncJob *self);

/** What the thread tells. */
typedef struct
{
  SpilSyncJob *job; /**< that is done; NULL: none */
  SpilSyncFacts *facts; /**< NULL: as before */
  gboolean busy;
  double progress; /**< negative: not known */
  gboolean received; /**< others' changes were carried out */
  gboolean refreshed; /**< a refresh that was asked for is done */
} SpilSyncNews;

void spil_sync_news_free (SpilSyncNews *self);

/** What both threads hold. */
typedef struct
{
  char *dir;
  GAsyncQueue *queue; /**< of SpilSyncJob */
  GMainContext *main;
  GCancellable *closing;
  GCancellable *stop; /**< of the synchronisation under way */
  int commit_ms;
  int look_ms;
  void (*tell) (SpilSyncNews *news, gpointer owner); /**< on the main thread; takes the news */
  gpointer owner; /**< only the main thread looks at it; NULL when it is gone */

  GMutex mutex;
  GCond cond;
  gboolean ended;
} SpilSyncDesk;

SpilSyncDesk *spil_sync_desk_new (const char *dir);
void spil_sync_desk_unref (SpilSyncDesk *self);

/** Waits at most @ms milliseconds for the thread to end. */
gboolean spil_sync_desk_wait_end (SpilSyncDesk *self, int ms);

/** Begins the thread; it holds the desk. */
GThread *spil_sync_thread_new (SpilSyncDesk *desk);

G_END_DECLS
