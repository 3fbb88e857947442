// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-found-rows.h"

#include "spil-dialled.h"
#include "spil-entity.h"
#include "spil-phone.h"
#include "spil-read.h"
#include "spil-schema.h"
#include "spil-tables.h"
#include "spil-text.h"

/* After all that a text can go on with. */
#define BEYOND "\xf4\x8f\xbf\xbf"

/* So many notes are read where the newest of them are wanted: they are found in the order in which they were put in. */
#define NOTES_PER_SHOWN 4

void
spil_found_rows_free (SpilFoundRows *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

static gboolean
take_id (SpilStatement *row, gpointer user_data)
{
  SpilId id = spil_statement_get_id (row, 0);

  for (guint i = 0; i < ((GArray *) user_data)->len; i++)
    if (spil_id_equal (g_array_index ((GArray *) user_data, SpilId, i), id))
      return TRUE;
  g_array_append_val ((GArray *) user_data, id);
  return TRUE;
}

static gboolean
find_keys (SpilStore *store, int entity, const char *key, int most, GArray *ids, GError **error)
{
  static const char sql[] = "SELECT id FROM dialled WHERE ?1 IS ?1 AND key >= ?2 AND key < ?2 || '" BEYOND
                            "' AND entity = ?3 LIMIT ?4";
  const SpilGiven parameters[] = { SPIL_GIVE_TEXT (key), SPIL_GIVE_INTEGER (entity),
                                   SPIL_GIVE_INTEGER (most) };

  return key == NULL ||
         spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_id, ids, error);
}

GArray *
spil_found_numbers (SpilStore *store, int entity, const char *text, int most, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *turned = NULL;

  if (!spil_phone_is_part (text, &start, &end))
    return g_steal_pointer (&ids);
  turned = spil_dialled_turn (end);
  if (!find_keys (store, entity, start, most, ids, error) ||
      !find_keys (store, entity, turned, most, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

/* Names that begin with the text, by name. */
static gboolean
find_names (SpilStore *store, const char *text, int most, GArray *ids, GError **error)
{
  static const char sql[] =
      "SELECT id FROM organisation o WHERE dead = 0 AND programme = ?1 AND name_fold >= ?2"
      " AND name_fold < ?2 || '" BEYOND
      "' AND " SPIL_ROW_NOT_MERGED_SQL ("o.row") " ORDER BY name_fold, row LIMIT ?3";
  g_autofree char *folded = spil_text_fold (text);
  const SpilGiven parameters[] = { SPIL_GIVE_TEXT (folded), SPIL_GIVE_INTEGER (most) };

  return *folded == '\0' ||
         spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_id, ids, error);
}

/* Of a contact moment that was corrected, the correction is shown. */
#define NOT_CORRECTED_SQL " AND NOT EXISTS (SELECT 1 FROM contact r WHERE r.reverses = t.id AND r.dead = 0)"

/* The latest rows in which the words are. */
static gboolean
find_words (SpilStore *store, const SpilEntity *entity, const char *match, int most, GArray *ids,
            GError **error)
{
  gboolean organisation = entity->number == SPIL_ENTITY_ORGANISATION;
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM (SELECT rowid AS hit FROM \"search_%s\" WHERE \"search_%s\" MATCH ?2 ORDER BY rowid DESC) s"
      " CROSS JOIN \"%s\" t ON t.row = s.hit WHERE t.dead = 0 AND t.programme = ?1%s LIMIT ?3",
      organisation ? SPIL_HEAD_SQL ("t.id") : "t.id", entity->name, entity->name, entity->name,
      entity->number == SPIL_ENTITY_CONTACT ? NOT_CORRECTED_SQL : "");
  const SpilGiven parameters[] = { SPIL_GIVE_TEXT (match), SPIL_GIVE_INTEGER (most) };

  return spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_id, ids, error);
}

static gboolean
count_words (SpilStore *store, const SpilEntity *entity, const char *match, int64_t *count, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM (SELECT 1 FROM \"search_%s\" WHERE ?1 IS ?1 AND \"search_%s\" MATCH ?2 LIMIT ?3)",
      entity->name, entity->name);
  const SpilGiven parameters[] = { SPIL_GIVE_TEXT (match), SPIL_GIVE_INTEGER (SPIL_FIND_MOST) };

  return spil_read_integer (store, sql, parameters, G_N_ELEMENTS (parameters), count, error);
}

/* Organisations: names that begin so, then names with the words, then those with the words anywhere. */
static gboolean
find_organisations (SpilStore *store, const SpilEntity *entity, const char *text, const char *match, int most,
                    GArray *ids, GError **error)
{
  g_autofree char *in_name = g_strdup_printf ("{name} : (%s)", match);

  if (text != NULL && !find_names (store, text, most, ids, error))
    return FALSE;
  return (ids->len >= (guint) most || find_words (store, entity, in_name, most, ids, error)) &&
         (ids->len >= (guint) most || find_words (store, entity, match, 2 * most, ids, error));
}

static gboolean
read_records (SpilStore *store, const SpilEntity *entity, const GArray *ids, guint most, GPtrArray *records,
              GError **error)
{
  for (guint i = 0; i < ids->len && i < most; i++) {
    SpilRecord *record = spil_store_get (store, entity, g_array_index (ids, SpilId, i), error);

    if (record == NULL)
      return FALSE;
    g_ptr_array_add (records, record);
  }
  return TRUE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  SpilRecord *one = *(SpilRecord *const *) a, *other = *(SpilRecord *const *) b;
  int64_t time = spil_record_get (one, SPIL_CONTACT_TIME)->integer;
  int64_t other_time = spil_record_get (other, SPIL_CONTACT_TIME)->integer;

  return time > other_time ? -1 : time < other_time;
}

static gboolean
find_ids (SpilStore *store, const SpilEntity *entity, const char *text, const char *match, int most,
          GArray *ids, GError **error)
{
  switch (entity->number) {
  case SPIL_ENTITY_ORGANISATION:
    return find_organisations (store, entity, text, match, most, ids, error);
  case SPIL_ENTITY_CONTACT:
    return find_words (store, entity, match, most * NOTES_PER_SHOWN, ids, error);
  default:
    return find_words (store, entity, match, most, ids, error);
  }
}

SpilFoundRows *
spil_found_rows_read (SpilStore *store, const SpilEntity *entity, const char *text, const char *match,
                      int most, GError **error)
{
  g_autoptr (SpilFoundRows) self = g_new0 (SpilFoundRows, 1);
  g_autoptr (GArray) ids = NULL;
  guint n_read = (guint) most;

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  if (!spil_schema_has_search (entity))
    return g_steal_pointer (&self);
  ids = spil_found_numbers (store, entity->number, text != NULL ? text : "", most, error);
  if (ids == NULL)
    return NULL;
  self->n_by_number = ids->len;
  if (entity->number == SPIL_ENTITY_CONTACT)
    n_read = (guint) (most * NOTES_PER_SHOWN);
  if (!find_ids (store, entity, text, match, most, ids, error) ||
      !read_records (store, entity, ids, n_read, self->records, error) ||
      !count_words (store, entity, match, &self->n_more, error))
    return NULL;
  if (entity->number == SPIL_ENTITY_CONTACT)
    g_ptr_array_sort (self->records, compare_times);
  g_ptr_array_set_size (self->records, (int) MIN (self->records->len, (guint) most));
  self->n_more = MAX (0, self->n_more - self->records->len);
  return g_steal_pointer (&self);
}
