// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-import-private.h"
#include "spil-text.h"

/* How many may share a key before it says nothing any more. */
#define MAX_ALIKE 8
/* How many times a row may have been merged on. */
#define MAX_MERGES 16

/* The row with that id, or what it was merged into; NULL without @error when there is none. */
static SpilRecord *
read_head (SpilImporting *self, SpilId id, GError **error)
{
  SpilRecord *record = NULL;

  for (int i = 0; i < MAX_MERGES; i++) {
    SpilId head;

    g_clear_object (&record);
    record = spil_import_stage_get (self->stage, spil_entity (SPIL_ENTITY_ORGANISATION), id, error);
    head = record != NULL ? spil_record_get_reference (record, SPIL_ORGANISATION_MERGED_INTO) : SPIL_ID_NIL;
    if (spil_id_is_nil (head))
      return record;
    id = head;
  }
  return record;
}

/* The organisations that have a key, as they are by now and not merged; fewer than there were keys when they changed since. */
static GPtrArray *
read_alike (SpilImporting *self, SpilImportKey key, const SpilDuplicateTraits *traits, GError **error)
{
  g_autoptr (GPtrArray) alike = g_ptr_array_new_with_free_func (g_object_unref);
  SpilId ids[MAX_ALIKE];
  const guint n = spil_import_index_find (self->index, key, traits, ids, MAX_ALIKE);

  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) fault = NULL;
    SpilRecord *record = read_head (self, ids[i], &fault);

    if (fault != NULL) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
    if (record != NULL)
      g_ptr_array_add (alike, record);
  }
  return g_steal_pointer (&alike);
}

/* Another KvK number is another organisation; another town, too. */
static gboolean
contradicts (SpilRecord *record, const SpilDuplicateTraits *traits)
{
  const SpilDuplicateFacts facts = spil_duplicate_facts_of (record);
  g_auto (SpilDuplicateTraits) other = { 0 };

  spil_duplicate_traits_init (&other, &facts);
  return (traits->kvk != NULL && other.kvk != NULL && strcmp (traits->kvk, other.kvk) != 0) ||
         (traits->town != NULL && other.town != NULL && strcmp (traits->town, other.town) != 0);
}

static void
refuse_several (SpilImporting *self, SpilImportRow *row, SpilRecord *one, SpilRecord *other)
{
  g_autofree char *reason = g_strdup_printf (
      _ ("There is more than one that this may be: “%s” and “%s”. Merge them first, or give the id."),
      spil_record_get_title (one), spil_record_get_title (other));

  spil_import_refuse (self, row, -1, reason);
}

/* The only one of @alike that does not contradict; several: the row is refused. */
static SpilRecord *
choose (SpilImporting *self, SpilImportRow *row, GPtrArray *alike, const SpilDuplicateTraits *traits)
{
  SpilRecord *chosen = NULL;

  for (guint i = 0; i < alike->len; i++) {
    if (contradicts (alike->pdata[i], traits))
      continue;
    if (chosen != NULL &&
        !spil_id_equal (spil_record_get_id (chosen), spil_record_get_id (alike->pdata[i]))) {
      refuse_several (self, row, chosen, alike->pdata[i]);
      return NULL;
    }
    chosen = alike->pdata[i];
  }
  return chosen;
}

static gboolean
match_by_kvk (SpilImporting *self, SpilImportRow *row, const SpilDuplicateTraits *traits,
              SpilRecord **existing, GError **error)
{
  g_autoptr (GPtrArray) alike = read_alike (self, SPIL_IMPORT_KEY_KVK, traits, error);

  if (alike == NULL)
    return FALSE;
  // Sites that are kept as organisations share a number: then the place says which.
  if (alike->len == 1)
    *existing = g_object_ref (alike->pdata[0]);
  else if (alike->len > 1)
    g_set_object (existing, choose (self, row, alike, traits));
  return TRUE;
}

static gboolean
match_by_name (SpilImporting *self, SpilImportRow *row, const SpilDuplicateTraits *traits,
               SpilRecord **existing, GError **error)
{
  static const SpilImportKey keys[] = { SPIL_IMPORT_KEY_PLACE, SPIL_IMPORT_KEY_NAME };

  for (gsize i = 0; i < G_N_ELEMENTS (keys) && *existing == NULL && !row->refused; i++) {
    g_autoptr (GPtrArray) alike = read_alike (self, keys[i], traits, error);

    if (alike == NULL)
      return FALSE;
    g_set_object (existing, choose (self, row, alike, traits));
  }
  return TRUE;
}

static gboolean
match_organisation (SpilImporting *self, SpilImportRow *row, SpilRecord **existing, GError **error)
{
  return match_by_kvk (self, row, &row->traits, existing, error) &&
         (*existing != NULL || row->refused || match_by_name (self, row, &row->traits, existing, error));
}

/* Rows of other kinds: what is called the same, of the same parent. */

static gboolean
same_parents (SpilRecord *record, SpilRecord *said)
{
  const SpilEntity *entity = spil_record_get_entity (said);

  for (int i = 2; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].type == SPIL_TYPE_REFERENCE &&
        (entity->fields[i].flags & SPIL_FIELD_REQUIRED) != 0 && !spil_record_is_null (said, i) &&
        !spil_value_equal (spil_record_get (record, i), spil_record_get (said, i)))
      return FALSE;
  return TRUE;
}

/* Rows that never change are the same when all that is said is. */
static gboolean
says_all (SpilRecord *record, SpilRecord *said)
{
  const SpilEntity *entity = spil_record_get_entity (said);

  for (int i = 2; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && !spil_record_is_null (said, i) &&
        !spil_value_equal (spil_record_get (record, i), spil_record_get (said, i)))
      return FALSE;
  return TRUE;
}

static gboolean
same_title (SpilRecord *record, SpilRecord *said)
{
  g_autofree char *one = spil_text_fold (spil_record_get_title (record));
  g_autofree char *other = spil_text_fold (spil_record_get_title (said));

  return strcmp (one, other) == 0;
}

static GPtrArray *
list_candidates (SpilImporting *self, SpilRecord *said, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (said);
  const int parent = spil_import_parent_field (entity);
  GPtrArray *children;

  // Without its name a row is refused in a moment.
  if (entity->title != 0 && (spil_entity_field (entity, entity->title)->flags & SPIL_FIELD_REQUIRED) != 0 &&
      spil_record_is_null (said, entity->title))
    return g_ptr_array_new ();
  if (parent != 0 && !spil_record_is_null (said, parent)) {
    children = spil_import_stage_list (self->stage, entity, parent, spil_record_get_reference (said, parent),
                                       error);
    return children != NULL ? g_ptr_array_ref (children) : NULL;
  }
  if (entity->title != 0 && !spil_record_is_null (said, entity->title))
    return spil_import_stage_find (self->stage, entity, spil_record_get_title (said), error);
  return g_ptr_array_new ();
}

static gboolean
match_other (SpilImporting *self, SpilImportRow *row, SpilRecord **existing, GError **error)
{
  SpilRecord *said = row->said[0];
  const SpilEntity *entity = self->plan->entity;
  const gboolean titled = entity->title != 0 && !spil_record_is_null (said, entity->title);
  g_autoptr (GPtrArray) candidates = list_candidates (self, said, error);

  for (guint i = 0; candidates != NULL && i < candidates->len; i++) {
    SpilRecord *record = candidates->pdata[i];

    if (spil_entity_is_fixed (entity)
            ? !says_all (record, said)
            : !same_parents (record, said) || (titled && !same_title (record, said)))
      continue;
    if (*existing != NULL && !spil_entity_is_fixed (entity)) {
      refuse_several (self, row, *existing, record);
      g_clear_object (existing);
      return TRUE;
    }
    g_set_object (existing, record);
  }
  return candidates != NULL;
}

gboolean
spil_import_match (SpilImporting *self, SpilImportRow *row, SpilRecord **existing, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (!spil_id_is_nil (row->id)) {
    *existing = self->plan->entity->number == SPIL_ENTITY_ORGANISATION
                    ? read_head (self, row->id, &fault)
                    : spil_import_stage_get (self->stage, self->plan->entity, row->id, &fault);
    if (fault != NULL) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
    if (*existing != NULL)
      return TRUE;
  }
  if (self->plan->entity->number == SPIL_ENTITY_ORGANISATION)
    return match_organisation (self, row, existing, error);
  return match_other (self, row, existing, error);
}

/* What may be the same under another name or at another place */

static void
list_likely (SpilImporting *self, SpilImportRow *row, SpilRecord *existing, SpilLikeness likeness)
{
  SpilImportLikely *likely;

  self->report->n_likely++;
  if (self->report->likely->len >= SPIL_IMPORT_MAX_LISTED)
    return;
  likely = g_new0 (SpilImportLikely, 1);
  likely->row = row->row->number;
  likely->name = g_strdup (spil_record_get_title (row->said[0]));
  likely->existing = spil_record_get_id (existing);
  likely->existing_name = g_strdup (spil_record_get_title (existing));
  likely->reason = spil_likeness_dup_text (likeness);
  g_ptr_array_add (self->report->likely, likely);
}

static gboolean
compare (SpilImporting *self, SpilImportKey key, const SpilDuplicateTraits *traits, SpilLikeness *best,
         SpilRecord **existing, GError **error)
{
  g_autoptr (GPtrArray) alike = read_alike (self, key, traits, error);

  for (guint i = 0; alike != NULL && i < alike->len; i++) {
    const SpilDuplicateFacts facts = spil_duplicate_facts_of (alike->pdata[i]);
    g_auto (SpilDuplicateTraits) other = { 0 };
    SpilLikeness likeness;

    spil_duplicate_traits_init (&other, &facts);
    likeness = spil_likeness (traits, &other, &self->norms);
    if (likeness.level < SPIL_LIKENESS_POSSIBLE || likeness.points <= best->points)
      continue;
    *best = likeness;
    g_set_object (existing, alike->pdata[i]);
  }
  return alike != NULL;
}

gboolean
spil_import_note_likely (SpilImporting *self, SpilImportRow *row, const SpilDuplicateTraits *traits,
                         gboolean *likely, GError **error)
{
  static const SpilImportKey keys[] = { SPIL_IMPORT_KEY_NAME, SPIL_IMPORT_KEY_ADDRESS, SPIL_IMPORT_KEY_PHONE,
                                        SPIL_IMPORT_KEY_DOMAIN };
  g_autoptr (SpilRecord) existing = NULL;
  SpilLikeness best = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!compare (self, keys[i], traits, &best, &existing, error))
      return FALSE;
  *likely = existing != NULL;
  if (existing != NULL)
    list_likely (self, row, existing, best);
  return TRUE;
}
