// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-alike.h"

#include <string.h>

#include "spil-duplicate-rule.h"
#include "spil-statement.h"

// So many are gathered before they are written when the table is made anew.
#define PORTION 60000

/** One row of the table that has to be there, or not. */
typedef struct
{
  int64_t key;
  SpilId organisation;
  gboolean there;
} SpilAlikeWrite;

// FNV-1a: what two texts share in 64 bits they share.
static int64_t
hash (char kind, const char *text)
{
  uint64_t value = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  value = (value ^ (guchar) kind) * G_GUINT64_CONSTANT (0x100000001b3);
  for (const char *p = text; *p != '\0'; p++)
    if (kind != 'n' || *p != ' ') // "auto bedrijf" is "autobedrijf"
      value = (value ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  return (int64_t) value;
}

int
spil_alike_keys (const SpilDuplicateFacts *facts, int64_t keys[SPIL_ALIKE_KEYS])
{
  g_auto (SpilDuplicateTraits) traits = { 0 };
  g_autofree char *sound = spil_duplicate_sound (facts->name);
  int n = 0;

  spil_duplicate_traits_init (&traits, facts);
  const struct
  {
    char kind;
    const char *text;
  } texts[SPIL_ALIKE_KEYS] = {
    { 'k', traits.kvk },     { 'n', traits.name },  { 's', sound },
    { 'a', traits.address }, { 'p', traits.phone }, { 'd', traits.domain },
  };

  for (int i = 0; i < SPIL_ALIKE_KEYS; i++)
    if (texts[i].text != NULL)
      keys[n++] = hash (texts[i].kind, texts[i].text);
  return n;
}

void
spil_alikes_init (SpilAlikes *self)
{
  self->writes = g_array_new (FALSE, FALSE, sizeof (SpilAlikeWrite));
}

void
spil_alikes_clear (SpilAlikes *self)
{
  g_clear_pointer (&self->writes, g_array_unref);
}

static void
gather (SpilAlikes *self, const SpilDuplicateFacts *facts, SpilId organisation, gboolean there)
{
  int64_t keys[SPIL_ALIKE_KEYS];
  int n = spil_alike_keys (facts, keys);

  for (int i = 0; i < n; i++) {
    SpilAlikeWrite write = { keys[i], organisation, there };

    g_array_append_val (self->writes, write);
  }
}

// Whether none of the facts that keys are made of differs.
static gboolean
are_same (SpilRecord *before, SpilRecord *after)
{
  static const int fields[] = { SPIL_ORGANISATION_NAME,     SPIL_ORGANISATION_KVK_NUMBER,
                                SPIL_ORGANISATION_STREET,   SPIL_ORGANISATION_HOUSE_NUMBER,
                                SPIL_ORGANISATION_POSTCODE, SPIL_ORGANISATION_TOWN,
                                SPIL_ORGANISATION_PHONE,    SPIL_ORGANISATION_EMAIL,
                                SPIL_ORGANISATION_WEBSITE };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!spil_value_equal (spil_record_get (before, fields[i]), spil_record_get (after, fields[i])))
      return FALSE;
  return TRUE;
}

void
spil_alikes_change (SpilAlikes *self, SpilRecord *before, SpilRecord *after)
{
  SpilDuplicateFacts facts;

  if (before != NULL && after != NULL && are_same (before, after))
    return;
  if (before != NULL) {
    facts = spil_duplicate_facts_of (before);
    gather (self, &facts, spil_record_get_id (before), FALSE);
  }
  if (after != NULL) {
    facts = spil_duplicate_facts_of (after);
    gather (self, &facts, spil_record_get_id (after), TRUE);
  }
}

static int
compare_writes (gconstpointer a, gconstpointer b)
{
  const SpilAlikeWrite *one = a;
  const SpilAlikeWrite *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;
  return spil_id_compare (one->organisation, other->organisation);
}

gboolean
spil_alikes_write (SpilAlikes *self, SpilConnection *connection, GError **error)
{
  g_autoptr (SpilStatement) insert = NULL;
  g_autoptr (SpilStatement) remove = NULL;

  if (self->writes->len == 0)
    return TRUE;
  insert = spil_connection_take (connection,
                                 "INSERT OR IGNORE INTO alike (key, organisation) VALUES (?1, ?2)", error);
  remove = spil_connection_take (connection, "DELETE FROM alike WHERE key = ?1 AND organisation = ?2", error);
  if (insert == NULL || remove == NULL)
    return FALSE;
  // In the order of the table, which is quicker; the sort is stable, so that of the same row the last write stands last.
  g_array_sort (self->writes, compare_writes);
  for (guint i = 0; i < self->writes->len; i++) {
    const SpilAlikeWrite *write = &g_array_index (self->writes, SpilAlikeWrite, i);
    SpilStatement *statement = write->there ? insert : remove;

    if (i + 1 < self->writes->len && compare_writes (write, write + 1) == 0)
      continue;
    spil_statement_bind_integer (statement, 1, write->key);
    spil_statement_bind_id (statement, 2, &write->organisation);
    if (!spil_statement_run (statement, error))
      return FALSE;
  }
  g_array_set_size (self->writes, 0);
  return TRUE;
}

#define FACTS_SQL                                                                                            \
  "SELECT id, name, kvk_number, street, house_number, postcode, town, phone, email, website "                \
  "FROM organisation WHERE dead = 0"

// Gathers the organisation that the statement stands at.
static void
gather_row (SpilAlikes *self, SpilStatement *row)
{
  SpilDuplicateFacts facts = {
    .name = spil_statement_get_text (row, 1),
    .kvk_number = spil_statement_get_text (row, 2),
    .street = spil_statement_get_text (row, 3),
    .house_number = spil_statement_get_text (row, 4),
    .postcode = spil_statement_get_text (row, 5),
    .town = spil_statement_get_text (row, 6),
    .phone = spil_statement_get_text (row, 7),
    .email = spil_statement_get_text (row, 8),
    .website = spil_statement_get_text (row, 9),
  };

  gather (self, &facts, spil_statement_get_id (row, 0), TRUE);
}

static gboolean
fill (SpilAlikes *self, SpilConnection *connection, GError **error)
{
  g_autoptr (SpilStatement) rows = spil_connection_take (connection, FACTS_SQL, error);
  SpilStep step = SPIL_STEP_FAILED;

  while (rows != NULL && (step = spil_statement_step (rows, error)) == SPIL_STEP_ROW) {
    gather_row (self, rows);
    if (self->writes->len > PORTION && !spil_alikes_write (self, connection, error))
      return FALSE;
  }
  return step == SPIL_STEP_DONE && spil_alikes_write (self, connection, error);
}

gboolean
spil_alikes_make_anew (SpilConnection *connection, GError **error)
{
  SpilAlikes all;
  gboolean done;

  if (!spil_connection_execute (connection, "DELETE FROM alike", error))
    return FALSE;
  spil_alikes_init (&all);
  done = fill (&all, connection, error);
  spil_alikes_clear (&all);
  return done;
}

// Looks for each row that must be there; @n counts them.
static gboolean
look_for (SpilAlikes *due, SpilConnection *connection, int64_t *n, gboolean *sound, GError **error)
{
  g_autoptr (SpilStatement) look = spil_connection_take (
      connection, "SELECT 1 FROM alike WHERE key = ?1 AND organisation = ?2", error);

  g_array_sort (due->writes, compare_writes);
  for (guint i = 0; look != NULL && *sound && i < due->writes->len; i++) {
    const SpilAlikeWrite *write = &g_array_index (due->writes, SpilAlikeWrite, i);
    SpilStep step;

    spil_statement_bind_integer (look, 1, write->key);
    spil_statement_bind_id (look, 2, &write->organisation);
    step = spil_statement_step (look, error);
    if (step == SPIL_STEP_FAILED)
      return FALSE;
    *sound = step == SPIL_STEP_ROW;
    spil_statement_reset (look);
    ++*n;
  }
  g_array_set_size (due->writes, 0);
  return look != NULL;
}

static gboolean
check_all (SpilAlikes *due, SpilConnection *connection, gboolean *sound, GError **error)
{
  g_autoptr (SpilStatement) rows = spil_connection_take (connection, FACTS_SQL, error);
  SpilStep step = SPIL_STEP_FAILED;
  int64_t n = 0;
  int64_t n_there;

  *sound = TRUE;
  while (rows != NULL && (step = spil_statement_step (rows, error)) == SPIL_STEP_ROW) {
    gather_row (due, rows);
    if (due->writes->len > PORTION && !look_for (due, connection, &n, sound, error))
      return FALSE;
  }
  if (step != SPIL_STEP_DONE || !look_for (due, connection, &n, sound, error) ||
      !spil_connection_read_integer (connection, "SELECT count (*) FROM alike", &n_there, error))
    return FALSE;
  *sound = *sound && n == n_there;
  return TRUE;
}

gboolean
spil_alikes_check (SpilConnection *connection, gboolean *sound, GError **error)
{
  SpilAlikes due;
  gboolean done;

  spil_alikes_init (&due);
  done = check_all (&due, connection, sound, error);
  spil_alikes_clear (&due);
  return done;
}
