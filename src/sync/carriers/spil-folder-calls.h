// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <dirent.h>

#include "spil-folder-carrier.h"
#include "spil-limited-thread.h"

G_BEGIN_DECLS

typedef DIR SpilOpenDir;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilOpenDir, closedir)

/** A folder, for the thread that makes the system calls. Nothing here is shared with whoever waits. */
typedef struct
{
  char *path;
  char *label;
  SpilLimitedThread *thread; /**< not owned: it runs this */
  SpilFolderFault fault; /**< NULL: none */
  gpointer fault_data;
} SpilFolder;

/**
 * Asked before each system call: 0, or the errno with which it is to fail; ECANCELED when nobody waits any more. @name is the file or folder it
 * is about.
 */
int spil_folder_step (SpilFolder *self, const char *call, const char *name);

/**
 * Opens the folder @path ("": the top) in it, with @make making what is not there. Returns its descriptor, or -1 with @code the errno; @top
 * tells whether at least the top was there.
 */
int spil_folder_open (SpilFolder *self, const char *path, gboolean make, gboolean *top, int *code);

/** Begins to read @folder, which stays open; NULL with @code the errno. */
DIR *spil_folder_read (SpilFolder *self, int folder, const char *name, int *code);

/** The next entry; NULL at the end, or with @code the errno. */
struct dirent *spil_folder_read_entry (SpilFolder *self, DIR *reading, const char *name, int *code);

/** Says in @error what @code means at the folder @path in it: when @top is there, something else may stand in its place. */
void spil_folder_set_error (GError **error, SpilFolder *self, gboolean top, const char *path, int code);

/** Splits @name into its folder (free with g_free()) and @base, its own name. */
char *spil_folder_split (const char *name, const char **base);

/** What the functions of SpilCarrier say, without the checks of names and the tidying. */
gboolean spil_folder_check (SpilFolder *self, GError **error);
GPtrArray *spil_folder_list (SpilFolder *self, const char *path, gboolean folders, GError **error);
GBytes *spil_folder_get (SpilFolder *self, const char *name, gsize limit, GError **error);
gboolean spil_folder_remove (SpilFolder *self, const char *name, GError **error);

/** With @sweep, removes what is left of writes that were cut short more than a day ago in the same folder. */
gboolean spil_folder_put (SpilFolder *self, const char *name, GBytes *bytes, gboolean sweep, GError **error);

G_END_DECLS
