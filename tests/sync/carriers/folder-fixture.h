// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-folder-carrier.h"

G_BEGIN_DECLS

#define FOLDER "0123456789abcdef0123456789abcdef"
#define NAME FOLDER "/a"
/* More than one write, and a flush in between. */
#define LENGTH ((gsize) 9 << 20)

/* How a file system lets a file get its name. */
typedef enum
{
  MODE_RENAME_NEW,
  MODE_LINK,
  MODE_RENAME,
  N_MODES,
} Mode;

/* What the folder does; asked on the carrier's thread. */
typedef struct
{
  GMutex mutex;
  GCond changed;
  Mode mode;
  int step; /* the step that fails; -1: none */
  int code; /* the errno of that step; 0: the process dies */
  int at; /* the step that comes */
  char *call; /* what failed */
  const char *hang_at; /* the call that does not return */
  gboolean hanging;
  GCancellable *cancel; /* cancelled when it hangs */
  GString *log; /* NULL: nobody wants it */
  const char *grow; /* the file to which something is added while it is read */
  char *lose_answer; /* the folder in which the next rename or link succeeds, but seems to fail */
} Faults;

typedef struct
{
  char *dir;
  SpilCarrier *carrier;
  Faults faults;
  GBytes *bytes;
} Fixture;

/* Where fsync() of this program tells what it is called for; NULL: nobody wants it. */
extern GString *fsync_log;

void set_up (Fixture *self, gconstpointer data);
void tear_down (Fixture *self, gconstpointer data);

/* A carrier for @dir to which @faults happen. */
SpilCarrier *make_carrier (const char *dir, Faults *faults);
GBytes *make_bytes (gsize length, guint8 seed);

/* Removes all that was put. */
void clear_folder (Fixture *self);
/* How many files the folder really has. */
guint count_names (Fixture *self);
/* Whether the file is there, and if so that it is whole: as a reader on another laptop sees it. */
gboolean is_there (Fixture *self, GBytes *whole);

typedef enum
{
  CALL_CHECK,
  CALL_LIST,
  CALL_GET,
  CALL_PUT,
  CALL_REMOVE,
  N_CALLS,
} Call;

/* Makes the call, for the one file. */
gboolean perform (Fixture *self, SpilCarrier *carrier, Call call, GError **error);

G_END_DECLS
