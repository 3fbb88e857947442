// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicate-action.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-relation-query.h"
#include "spil-tables.h"

static SpilRecord *
read_organisation (SpilStore *store, SpilId id, GError **error)
{
  return spil_store_get (store, spil_entity (SPIL_ENTITY_ORGANISATION), id, error);
}

/* The oldest relation of the organisation itself; NULL without an error when there is none. */
static gboolean
read_relation (SpilStore *store, SpilId organisation, SpilRecord **relation, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_ENGAGEMENT));
  g_autoptr (GPtrArray) rows = NULL;

  spil_query_where_reference (query, SPIL_ENGAGEMENT_ORGANISATION, organisation);
  spil_query_sort_by_age (query);
  spil_query_window (query, 0, 1);
  rows = spil_store_list (store, query, error);
  *relation = rows != NULL && rows->len > 0 ? g_object_ref (rows->pdata[0]) : NULL;
  return rows != NULL;
}

/* @to with the fields of @from, and those that change together with one of them. Free with g_object_unref(). */
static SpilRecord *
take_over (SpilRecord *to, SpilRecord *from, uint64_t fields)
{
  const SpilEntity *entity = spil_record_get_entity (to);
  SpilRecord *after = spil_record_copy (to);
  uint64_t groups = 0;

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (fields & SPIL_GROUP_BIT (i)) != 0)
      groups |= SPIL_GROUP_BIT (entity->fields[i].group);
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (groups & SPIL_GROUP_BIT (entity->fields[i].group)) != 0)
      spil_record_set (after, i, spil_record_get (from, i));
  return after;
}

/* A step to the stage that @after is in. Stages do not change without one. */
static void
add_stage_change (SpilAction *action, SpilRecord *before, SpilRecord *after, const char *evidence)
{
  SpilId from = spil_record_get_reference (before, SPIL_ENGAGEMENT_STAGE);
  SpilId to = spil_record_get_reference (after, SPIL_ENGAGEMENT_STAGE);
  g_autoptr (SpilRecord) step = NULL;

  if (spil_id_is_nil (to) || spil_id_equal (from, to))
    return;
  step = spil_record_new (spil_entity (SPIL_ENTITY_STAGE_CHANGE), spil_id_new ());
  spil_record_set_reference (step, SPIL_STAGE_CHANGE_ENGAGEMENT, spil_record_get_id (before));
  spil_record_set_reference (step, SPIL_STAGE_CHANGE_FROM, from);
  spil_record_set_reference (step, SPIL_STAGE_CHANGE_TO, to);
  spil_record_set_day (step, SPIL_STAGE_CHANGE_DATE, spil_day_today ());
  spil_record_set_text (step, SPIL_STAGE_CHANGE_EVIDENCE, evidence);
  spil_action_add (action, step);
}

/* Where both have a relation; that of one alone shows by itself. */
static gboolean
merge_relations (SpilAction *action, SpilStore *store, const SpilMerging *merging, SpilRecord *gone,
                 GError **error)
{
  g_autoptr (SpilRecord) kept = NULL;
  g_autoptr (SpilRecord) given = NULL;
  g_autoptr (SpilRecord) after = NULL;
  g_autofree char *evidence = NULL;

  if (merging->engagement == 0)
    return TRUE;
  if (!read_relation (store, merging->keep, &kept, error) ||
      !read_relation (store, merging->gone, &given, error))
    return FALSE;
  if (kept == NULL || given == NULL)
    return TRUE;
  after = take_over (kept, given, merging->engagement);
  evidence = g_strdup_printf (_ ("Reached as “%s”, which is the same organisation."),
                              spil_record_get_title (gone));
  add_stage_change (action, kept, after, evidence);
  spil_action_set (action, kept, after);
  return TRUE;
}

static SpilAction *
merge_heads (SpilStore *store, const SpilMerging *merging, GError **error)
{
  g_autoptr (SpilRecord) keep = read_organisation (store, merging->keep, error);
  g_autoptr (SpilRecord) gone = keep != NULL ? read_organisation (store, merging->gone, error) : NULL;
  g_autoptr (SpilRecord) kept = NULL;
  g_autoptr (SpilRecord) merged = NULL;
  g_autoptr (SpilAction) action = NULL;
  g_autofree char *label = NULL;

  if (gone == NULL)
    return NULL;
  label = g_strdup_printf (_ ("“%s” merged into “%s”"), spil_record_get_title (gone),
                           spil_record_get_title (keep));
  action = spil_action_new (label);
  merged = spil_record_copy (gone);
  spil_record_set_reference (merged, SPIL_ORGANISATION_MERGED_INTO, merging->keep);
  spil_action_set (action, gone, merged);
  kept = take_over (keep, gone, merging->organisation & ~SPIL_GROUP_BIT (SPIL_ORGANISATION_MERGED_INTO));
  spil_action_set (action, keep, kept);
  if (!merge_relations (action, store, merging, gone, error))
    return NULL;
  return g_steal_pointer (&action);
}

SpilAction *
spil_merge_organisations (SpilStore *store, const SpilMerging *merging, GError **error)
{
  SpilMerging heads = *merging;

  if (!spil_organisation_head (store, merging->keep, &heads.keep, error) ||
      !spil_organisation_head (store, merging->gone, &heads.gone, error))
    return NULL;
  if (spil_id_equal (heads.keep, heads.gone)) {
    g_set_error_literal (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
                         _ ("These two are one organisation already; choose another one to merge."));
    return NULL;
  }
  return merge_heads (store, &heads, error);
}

SpilAction *
spil_distinct_action (SpilId one, SpilId other)
{
  SpilAction *action = spil_action_new (_ ("Judged not to be the same organisation"));
  g_autoptr (SpilRecord) pair = spil_record_new (spil_entity (SPIL_ENTITY_DISTINCT_PAIR), spil_id_new ());
  gboolean in_order = spil_id_compare (one, other) < 0;

  spil_record_set_reference (pair, SPIL_DISTINCT_PAIR_ONE, in_order ? one : other);
  spil_record_set_reference (pair, SPIL_DISTINCT_PAIR_OTHER, in_order ? other : one);
  spil_action_add (action, pair);
  return action;
}

/* Taking a merge back */

/* The place in @history of the entry that wrote @number of the row last, with that value; -1: not known here. */
static int
find_merge (GPtrArray *history, SpilId head)
{
  for (guint i = 0; i < history->len; i++) {
    const SpilHistoryEntry *entry = history->pdata[i];
    const SpilValue *value = spil_change_get (entry->change, SPIL_ORGANISATION_MERGED_INTO);

    if (value != NULL)
      return value->kind == SPIL_VALUE_ID && spil_id_equal (value->id, head) ? (int) i : -1;
  }
  return -1;
}

static int
find_entry (GPtrArray *history, const SpilHistoryEntry *merge)
{
  for (guint i = 0; i < history->len; i++) {
    const SpilHistoryEntry *entry = history->pdata[i];

    if (spil_id_equal (entry->device, merge->device) && entry->sequence == merge->sequence)
      return (int) i;
  }
  return -1;
}

/* What @field held before the entry at @place, if that is the last to have written it; FALSE when it is not. */
static gboolean
find_before (GPtrArray *history, int place, int field, const SpilValue **value)
{
  for (int i = 0; i < place; i++)
    if (spil_change_get (((const SpilHistoryEntry *) history->pdata[i])->change, field) != NULL)
      return FALSE;
  *value = NULL;
  for (guint i = (guint) place + 1; *value == NULL && i < history->len; i++)
    *value = spil_change_get (((const SpilHistoryEntry *) history->pdata[i])->change, field);
  return TRUE;
}

/* The row as it was before @merge changed it, where nobody changed it since. NULL without an error when there is nothing to give back. */
static gboolean
read_before (SpilStore *store, SpilRecord *row, const SpilHistoryEntry *merge, SpilRecord **before,
             GError **error)
{
  g_autoptr (GPtrArray)
      history = spil_store_history (store, spil_record_get_entity (row), spil_record_get_id (row), error);
  const SpilHistoryEntry *entry;
  int place;

  *before = NULL;
  if (history == NULL)
    return FALSE;
  place = find_entry (history, merge);
  entry = place >= 0 ? history->pdata[place] : NULL;
  if (entry == NULL || entry->change->kind != SPIL_CHANGE_SET)
    return TRUE;
  *before = spil_record_copy (row);
  for (guint i = 0; i < entry->change->assignments->len; i++) {
    int field = g_array_index (entry->change->assignments, SpilAssignment, i).field;
    const SpilValue *value;

    if (!find_before (history, place, field, &value))
      continue;
    if (value != NULL)
      spil_record_set (*before, field, value);
    else
      spil_record_set_null (*before, field);
  }
  return TRUE;
}

static void
separate (SpilAction *action, SpilRecord *before, SpilRecord *after)
{
  spil_record_set_null (after, SPIL_ORGANISATION_MERGED_INTO);
  spil_action_set (action, before, after);
}

static gboolean
give_back_relation (SpilAction *action, SpilStore *store, SpilId organisation, const SpilHistoryEntry *merge,
                    GError **error)
{
  g_autoptr (SpilRecord) relation = NULL;
  g_autoptr (SpilRecord) before = NULL;

  if (!read_relation (store, organisation, &relation, error) ||
      (relation != NULL && !read_before (store, relation, merge, &before, error)))
    return FALSE;
  if (before != NULL) {
    add_stage_change (action, relation, before, _ ("The merge was taken back."));
    spil_action_set (action, relation, before);
  }
  return TRUE;
}

/* What @merge (NULL: not known here) gave to the organisation @id goes back; and it is a head, if it is @head. */
static gboolean
give_back (SpilAction *action, SpilStore *store, SpilId id, SpilId head, const SpilHistoryEntry *merge,
           GError **error)
{
  g_autoptr (SpilRecord) organisation = read_organisation (store, id, error);
  g_autoptr (SpilRecord) before = NULL;

  if (organisation == NULL || (merge != NULL && !read_before (store, organisation, merge, &before, error)))
    return FALSE;
  if (before == NULL)
    before = spil_record_copy (organisation);
  if (spil_id_equal (id, head))
    separate (action, organisation, before);
  else
    spil_action_set (action, organisation, before);
  return merge == NULL || give_back_relation (action, store, id, merge, error);
}

static gboolean
undo_merge (SpilAction *action, SpilStore *store, SpilRecord *gone, SpilId head, GError **error)
{
  SpilId target = spil_record_get_reference (gone, SPIL_ORGANISATION_MERGED_INTO);
  g_autoptr (SpilRecord) alone = spil_record_copy (gone);
  g_autoptr (GPtrArray)
      history = spil_store_history (store, spil_record_get_entity (gone), spil_record_get_id (gone), error);
  int place;

  if (history == NULL)
    return FALSE;
  separate (action, gone, alone);
  place = find_merge (history, target);
  // Laptops that merged in opposite directions made a circle: its head lets go as well.
  return give_back (action, store, target, head, place >= 0 ? history->pdata[place] : NULL, error) &&
         (spil_id_equal (target, head) || give_back (action, store, head, head, NULL, error));
}

SpilAction *
spil_unmerge_organisation (SpilStore *store, SpilId gone_id, GError **error)
{
  g_autoptr (SpilRecord) gone = read_organisation (store, gone_id, error);
  g_autoptr (SpilAction) action = NULL;
  g_autofree char *label = NULL;
  SpilId head;

  if (gone == NULL || !spil_organisation_head (store, gone_id, &head, error))
    return NULL;
  if (spil_id_equal (head, gone_id)) {
    g_set_error (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED,
                 _ ("“%s” is not merged into another organisation; there is nothing to take back."),
                 spil_record_get_title (gone));
    return NULL;
  }
  label = g_strdup_printf (_ ("“%s” stands by itself again"), spil_record_get_title (gone));
  action = spil_action_new (label);
  if (!undo_merge (action, store, gone, head, error))
    return NULL;
  return g_steal_pointer (&action);
}
