// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-plan-import-private.h"

#define NAME_CHARS 40

/* The dependencies that are there, by both ends. */
typedef struct
{
  SpilPlanImporting *importing;
  GPtrArray *known; /* of SpilRecord */
  GHashTable *by_ends; /* "id id" -> GPtrArray of SpilRecord that are not taken */
  GHashTable *in_file; /* SpilId of activities that are in the file */
} Links;

static void
clear_links (Links *self)
{
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->by_ends, g_hash_table_unref);
  g_clear_pointer (&self->in_file, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Links, clear_links)

static char *
make_key (SpilId from, SpilId to)
{
  g_autofree char *one = spil_id_dup_text (from);
  g_autofree char *other = spil_id_dup_text (to);

  return g_strconcat (one, " ", other, NULL);
}

static gboolean
index_links (Links *self, GError **error)
{
  SpilPlanImporting *importing = self->importing;
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_DEPENDENCY));

  self->known = spil_store_list (importing->store, query, error);
  if (self->known == NULL)
    return FALSE;
  self->by_ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->in_file = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  for (guint i = 0; i < importing->ids->len; i++)
    g_hash_table_add (self->in_file, &g_array_index (importing->ids, SpilId, i));
  for (guint i = 0; i < self->known->len; i++) {
    SpilRecord *link = self->known->pdata[i];
    g_autofree char *key = make_key (spil_record_get_reference (link, SPIL_DEPENDENCY_FROM),
                                     spil_record_get_reference (link, SPIL_DEPENDENCY_TO));
    GPtrArray *links = g_hash_table_lookup (self->by_ends, key);

    if (links == NULL) {
      links = g_ptr_array_new ();
      g_hash_table_insert (self->by_ends, g_steal_pointer (&key), links);
    }
    g_ptr_array_add (links, link);
  }
  return TRUE;
}

/* The dependency that the link is: between the same activities, of the same type when there are more. */
static SpilRecord *
take_known (Links *self, SpilId from, SpilId to, int type)
{
  g_autofree char *key = make_key (from, to);
  GPtrArray *links = g_hash_table_lookup (self->by_ends, key);
  guint found = 0;

  if (links == NULL || links->len == 0)
    return NULL;
  for (guint i = 0; i < links->len; i++)
    if (spil_record_get_integer (links->pdata[i], SPIL_DEPENDENCY_TYPE) == type)
      found = i;
  return g_ptr_array_remove_index (links, found);
}

static void
take_link (const SpilPlanFileLink *link, SpilRecord *after)
{
  const int unit = link->lag_calendar ? SPIL_LAG_UNIT_CALENDAR : SPIL_LAG_UNIT_WORKING;

  spil_record_set_integer (after, SPIL_DEPENDENCY_TYPE, link->type);
  if (spil_record_get_integer (after, SPIL_DEPENDENCY_LAG) != link->lag)
    spil_record_set_integer (after, SPIL_DEPENDENCY_LAG, link->lag);
  if (link->lag == 0)
    return;
  if (link->lag_calendar ||
      spil_record_get_integer (after, SPIL_DEPENDENCY_LAG_UNIT) == SPIL_LAG_UNIT_CALENDAR)
    spil_record_set_integer (after, SPIL_DEPENDENCY_LAG_UNIT, unit);
}

/* "Werving → Proefperiode" */
static char *
name_link (const SpilPlanFile *plan, const SpilPlanFileLink *link)
{
  const SpilPlanFileTask *from = plan->tasks->pdata[link->from];
  const SpilPlanFileTask *to = plan->tasks->pdata[link->to];

  return g_strdup_printf ("%s → %s", from->name != NULL ? from->name : from->uid,
                          to->name != NULL ? to->name : to->uid);
}

static gboolean
put_link (Links *self, const SpilPlanFileLink *link, const char *reason, GError **error)
{
  SpilPlanImporting *importing = self->importing;
  const SpilId from = g_array_index (importing->ids, SpilId, link->from);
  const SpilId to = g_array_index (importing->ids, SpilId, link->to);
  SpilRecord *before = take_known (self, from, to, link->type);
  g_autoptr (SpilRecord) after = before != NULL
                                     ? spil_record_copy (before)
                                     : spil_record_new (spil_entity (SPIL_ENTITY_DEPENDENCY), spil_id_new ());
  g_autofree char *name = name_link (importing->plan, link);
  SpilPlanImportRow *row = spil_plan_importing_add (importing, SPIL_PLAN_PART_LINK, SPIL_PLAN_UNCHANGED,
                                                    link->row, spil_record_get_id (after), name);

  if (g_hash_table_contains (importing->refused, &from) || g_hash_table_contains (importing->refused, &to)) {
    row->outcome = SPIL_PLAN_REFUSED;
    row->text = g_strdup (_ ("One of its activities was left out."));
    return TRUE;
  }
  if (reason != NULL) {
    row->outcome = SPIL_PLAN_REFUSED;
    row->text = g_strdup (reason);
    return TRUE;
  }
  spil_record_set_reference (after, SPIL_DEPENDENCY_FROM, from);
  spil_record_set_reference (after, SPIL_DEPENDENCY_TO, to);
  take_link (link, after);
  return spil_plan_importing_put (importing, row, before, after, error);
}

static gboolean
is_between_file_tasks (Links *self, SpilRecord *link)
{
  const SpilId from = spil_record_get_reference (link, SPIL_DEPENDENCY_FROM);
  const SpilId to = spil_record_get_reference (link, SPIL_DEPENDENCY_TO);

  return g_hash_table_contains (self->in_file, &from) && g_hash_table_contains (self->in_file, &to);
}

static char *
name_known (SpilPlanImporting *importing, SpilRecord *link)
{
  const SpilId from = spil_record_get_reference (link, SPIL_DEPENDENCY_FROM);
  const SpilId to = spil_record_get_reference (link, SPIL_DEPENDENCY_TO);
  SpilRecord *one = g_hash_table_lookup (importing->by_id, &from);
  SpilRecord *other = g_hash_table_lookup (importing->by_id, &to);

  return g_strdup_printf ("%s → %s", one != NULL ? spil_record_get_title (one) : "?",
                          other != NULL ? spil_record_get_title (other) : "?");
}

/* Those that are in Spil and not in the file, between activities that are in both. */
static gboolean
tell_gone (Links *self, GError **error)
{
  SpilPlanImporting *importing = self->importing;
  g_autoptr (SpilAction) action = spil_action_new (_ ("Import"));
  GHashTableIter iter;
  gpointer links;

  g_hash_table_iter_init (&iter, self->by_ends);
  while (g_hash_table_iter_next (&iter, NULL, &links)) {
    for (guint i = 0; i < ((GPtrArray *) links)->len; i++) {
      SpilRecord *link = ((GPtrArray *) links)->pdata[i];
      g_autofree char *name = NULL;

      if (!is_between_file_tasks (self, link))
        continue;
      name = name_known (importing, link);
      spil_plan_importing_add (importing, SPIL_PLAN_PART_LINK,
                               importing->options->delete_gone ? SPIL_PLAN_DELETED : SPIL_PLAN_GONE, 0,
                               spil_record_get_id (link), name);
      if (importing->options->delete_gone)
        spil_action_delete (action, spil_record_get_entity (link), spil_record_get_id (link));
    }
  }
  return action->changes->len == 0 || spil_series_commit (importing->series, action, error);
}

gboolean
spil_plan_import_links (SpilPlanImporting *self, GError **error)
{
  g_auto (Links) links = { .importing = self };
  g_autoptr (SpilPlan) plan = spil_plan_query (self->store, SPIL_PLAN_NO_BASELINE, self->today, error);
  g_autoptr (GPtrArray) reasons = NULL;

  if (plan == NULL || !index_links (&links, error))
    return FALSE;
  reasons = spil_plan_find_circles (self, plan);
  for (guint i = 0; i < self->plan->links->len; i++)
    if (!put_link (&links, self->plan->links->pdata[i], reasons->pdata[i], error))
      return FALSE;
  return spil_plan_importing_flush (self, error) && tell_gone (&links, error);
}
