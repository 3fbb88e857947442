// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** A fresh folder for one test; `data` in it is where the database comes. */
typedef struct
{
  char *dir;
  char *data;
  const char *locale; /**< NULL: that of the tests */
} Fixture;

/** What one call of spilctl gave. */
typedef struct
{
  int status;
  char *out;
  gsize out_length;
  char *err;
} Run;

void fixture_set_up (Fixture *fixture, gconstpointer template);
void fixture_tear_down (Fixture *fixture, gconstpointer template);

/** A file in the folder of the test. Free with g_free(). */
char *fixture_path (Fixture *fixture, const char *name);
/** Writes such a file and returns its path. Free with g_free(). */
char *fixture_write (Fixture *fixture, const char *name, const char *text, gssize length);

/** Runs spilctl --data DATA ... (arguments up to NULL). Free with run_free(). */
Run *spilctl (Fixture *fixture, const char *argument, ...) G_GNUC_NULL_TERMINATED;
Run *spilctlv (Fixture *fixture, const char *const *arguments, const char *input);
void run_free (Run *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

/** Runs it, asserts that it is done without a word on standard error, and returns its output. Free with g_free(). */
char *done (Fixture *fixture, const char *argument, ...) G_GNUC_NULL_TERMINATED;
/** The same with --json, and reads the output. */
JsonNode *done_json (Fixture *fixture, const char *argument, ...) G_GNUC_NULL_TERMINATED;

/** Asserts that @run ended with that status, one line on standard error that holds @words, and an empty standard output. */
void assert_refused (const Run *run, int status, const char *words);

/** What a member of row @index of a list holds. */
const char *row_text (JsonNode *rows, guint index, const char *member);
gint64 row_integer (JsonNode *rows, guint index, const char *member);
guint row_count (JsonNode *rows);

G_END_DECLS
