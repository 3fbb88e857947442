// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-keys.h"

#include <string.h>

#include "spil-entity.h"
#include "spil-read.h"
#include "spil-text.h"

#define NONE G_MAXUINT32
/* So that days before 1970 come before those after. */
#define MIDDLE (G_GINT64_CONSTANT (1) << 31)

/* The relation that shows at an organisation is the first that comes by. */
#define RELATION_SQL(what)                                                                                   \
  "SELECT h.row, " what " FROM engagement e NOT INDEXED" SPIL_JOIN_HEAD_SQL ("h", "e.organisation")          \
  " WHERE e.dead = 0 AND e.programme = ?1 AND " SPIL_RELATION_COUNTS_SQL ("e") " ORDER BY e.row"

typedef struct
{
  guint32 *keys; /* by row, from 0 on; NONE: nothing */
  guint8 *seen; /* the same: whether it has its key */
  int64_t n;
  GHashTable *places; /* text -> its place in `texts` + 1 */
  GPtrArray *texts; /* of char *, owned by `places` */
} Reading;

static gboolean
take_first (SpilStatement *row, gpointer user_data)
{
  Reading *self = user_data;
  int64_t place = spil_statement_get_integer (row, 0) - 1;

  if (place < 0 || place >= self->n || self->seen[place])
    return TRUE;
  self->seen[place] = TRUE;
  if (!spil_statement_is_null (row, 1))
    self->keys[place] = (guint32) (spil_statement_get_integer (row, 1) + MIDDLE);
  return TRUE;
}

static gboolean
take_least (SpilStatement *row, gpointer user_data)
{
  Reading *self = user_data;
  int64_t place = spil_statement_get_integer (row, 0) - 1;

  if (place >= 0 && place < self->n)
    self->keys[place] = MIN (self->keys[place], (guint32) (spil_statement_get_integer (row, 1) + MIDDLE));
  return TRUE;
}

static guint32
find_text (Reading *self, const char *text)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, text));

  if (place == 0) {
    char *copy = g_strdup (text);

    g_ptr_array_add (self->texts, copy);
    place = self->texts->len;
    g_hash_table_insert (self->places, copy, GUINT_TO_POINTER (place));
  }
  return place - 1;
}

static gboolean
take_text (SpilStatement *row, gpointer user_data)
{
  Reading *self = user_data;
  int64_t place = spil_statement_get_integer (row, 0) - 1;

  if (place < 0 || place >= self->n || self->seen[place])
    return TRUE;
  self->seen[place] = TRUE;
  if (!spil_statement_is_null (row, 1))
    self->keys[place] = find_text (self, spil_statement_get_text (row, 1));
  return TRUE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Puts the order of the folded texts in the place of the order in which they came by; those that fold alike are alike. */
static void
rank_texts (Reading *self)
{
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint32 *rank_of = g_new (guint32, self->texts->len + 1);

  for (guint i = 0; i < self->texts->len; i++)
    g_ptr_array_add (folded, spil_text_fold (self->texts->pdata[i]));
  g_ptr_array_sort (folded, compare_texts);
  for (guint i = 0; i < folded->len; i++)
    if (!g_hash_table_contains (ranks, folded->pdata[i]))
      g_hash_table_insert (ranks, folded->pdata[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < self->texts->len; i++) {
    g_autofree char *text = spil_text_fold (self->texts->pdata[i]);

    rank_of[i] = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, text));
  }
  for (int64_t i = 0; i < self->n; i++)
    if (self->keys[i] != NONE)
      self->keys[i] = rank_of[self->keys[i]];
}

static gboolean
read_keys (Reading *self, SpilStore *store, SpilEmployerSort sort, GError **error)
{
  static const char actions[] = "SELECT h.row, a.due FROM next_action a" SPIL_JOIN_HEAD_SQL (
      "h", "a.organisation") " WHERE a.dead = 0 AND a.state = ?2 AND a.due IS NOT NULL";
  const SpilGiven open[] = { SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN) };

  switch (sort) {
  case SPIL_EMPLOYER_SORT_STAGE:
    return spil_read_each (store,
                           RELATION_SQL ("(SELECT number FROM stage s WHERE s.id = e.stage AND s.dead = 0)"),
                           NULL, 0, take_first, self, error);
  case SPIL_EMPLOYER_SORT_TIER:
    return spil_read_each (store, RELATION_SQL ("e.tier"), NULL, 0, take_first, self, error);
  case SPIL_EMPLOYER_SORT_ACTION:
    return spil_read_each (store, actions, open, G_N_ELEMENTS (open), take_least, self, error);
  case SPIL_EMPLOYER_SORT_BROKER:
    if (!spil_read_each (
            store,
            RELATION_SQL ("coalesce (nullif (e.mobility_broker, ''), nullif (e.sustainability_broker, ''))"),
            NULL, 0, take_text, self, error))
      return FALSE;
    rank_texts (self);
    return TRUE;
  case SPIL_EMPLOYER_SORT_NAME:
  case SPIL_EMPLOYER_SORT_TOWN:
  case SPIL_EMPLOYER_SORT_STAFF:
  case SPIL_EMPLOYER_SORT_LAST_CONTACT:
  case SPIL_EMPLOYER_SORT_MATCH:
  default:
    g_return_val_if_reached (FALSE);
  }
}

/* The keys as bytes, the highest first. */
static GByteArray *
write_keys (const Reading *self, gboolean descending)
{
  GByteArray *bytes = g_byte_array_sized_new ((guint) self->n * SPIL_EMPLOYER_KEY_SIZE);

  for (int64_t i = 0; i < self->n; i++) {
    guint32 key = descending && self->keys[i] != NONE ? NONE - 1 - self->keys[i] : self->keys[i];
    guint32 written = GUINT32_TO_BE (key);

    g_byte_array_append (bytes, (const guint8 *) &written, sizeof written);
  }
  return bytes;
}

GByteArray *
spil_employer_keys_read (SpilStore *store, SpilEmployerSort sort, gboolean descending, GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree guint32 *keys = NULL;
  g_autofree guint8 *seen = NULL;
  Reading reading = { .places = places, .texts = texts };

  if (!spil_read_integer (store, "SELECT max (row) FROM organisation", NULL, 0, &reading.n, error))
    return NULL;
  reading.keys = keys = g_new (guint32, (gsize) reading.n + 1);
  memset (keys, 0xff, sizeof *keys * (gsize) reading.n);
  reading.seen = seen = g_new0 (guint8, (gsize) reading.n + 1);
  return read_keys (&reading, store, sort, error) ? write_keys (&reading, descending) : NULL;
}
