// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicates-data.h"

typedef struct
{
  GPtrArray *pairs;
  guint index;
  int step;
  int decided;
} Request;

gpointer
spil_duplicates_request_new (GPtrArray *pairs, guint index, int step, int decided)
{
  Request *request = g_new0 (Request, 1);

  request->pairs = pairs != NULL ? g_ptr_array_ref (pairs) : NULL;
  request->index = index;
  request->step = step;
  request->decided = decided;
  return request;
}

void
spil_duplicates_request_free (gpointer data)
{
  Request *request = data;

  if (request == NULL)
    return;
  g_clear_pointer (&request->pairs, g_ptr_array_unref);
  g_free (request);
}

void
spil_duplicates_data_free (SpilDuplicatesData *self)
{
  if (self == NULL)
    return;
  spil_duplicate_side_free (self->sides[0]);
  spil_duplicate_side_free (self->sides[1]);
  g_free (self);
}

/* A byte for each pair: whether it is open. */
static GByteArray *
read_open (SpilStore *store, GPtrArray *pairs, GError **error)
{
  g_autoptr (GByteArray) open = g_byte_array_sized_new (pairs->len);

  for (guint i = 0; i < pairs->len; i++) {
    const SpilDuplicatePair *pair = pairs->pdata[i];
    gboolean is_open;
    guint8 byte;

    if (!spil_duplicate_is_open (store, pair->one, pair->other, &is_open, error))
      return NULL;
    byte = is_open ? 1 : 0;
    g_byte_array_append (open, &byte, 1);
  }
  return g_steal_pointer (&open);
}

/* The pair to show, or -1. What was decided and is open again was taken back: then that one. */
static int
pick (const GByteArray *open, guint index, int step, int decided)
{
  if (decided >= 0 && (guint) decided < open->len && open->data[decided] != 0)
    return decided;
  for (guint i = 0; i < open->len; i++) {
    guint at = (step > 0 ? index + i : index + open->len - i) % open->len;

    if (open->data[at] != 0)
      return (int) at;
  }
  return -1;
}

static void
count (SpilDuplicatesData *self, const GByteArray *open, guint picked)
{
  for (guint i = 0; i < open->len; i++) {
    self->n_open += open->data[i];
    if (i <= picked)
      self->place += open->data[i];
  }
}

gpointer
spil_duplicates_data_load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (SpilDuplicatesData) self = g_new0 (SpilDuplicatesData, 1);
  g_autoptr (GByteArray) open = NULL;
  const SpilDuplicatePair *pair;
  int picked;

  if (request->pairs == NULL)
    return g_steal_pointer (&self);
  open = read_open (store, request->pairs, error);
  if (open == NULL)
    return NULL;
  picked = pick (open, request->index, request->step, request->decided);
  if (picked < 0)
    return g_steal_pointer (&self);
  pair = request->pairs->pdata[picked];
  self->index = (guint) picked;
  count (self, open, self->index);
  self->sides[0] = spil_duplicate_side (store, pair->one, error);
  self->sides[1] = self->sides[0] != NULL ? spil_duplicate_side (store, pair->other, error) : NULL;
  return self->sides[1] != NULL ? g_steal_pointer (&self) : NULL;
}

/* Looking for them */

typedef struct
{
  SpilDuplicatesProgress *progress;
  GCancellable *cancellable;
} Search;

static gboolean
tell (double share, gpointer user_data)
{
  Search *search = user_data;

  g_atomic_int_set (&search->progress->permille, (int) (share * 1000));
  return !g_cancellable_is_cancelled (search->cancellable);
}

gpointer
spil_duplicates_data_search (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Search search = { data, cancellable };

  return spil_duplicates_pairs (store, tell, &search, error);
}
