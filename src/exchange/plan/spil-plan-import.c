// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-plan-import-private.h"

/* From so many changes on they are written. */
#define BATCH_CHANGES 2500

static void
free_row (gpointer data)
{
  SpilPlanImportRow *row = data;

  g_free (row->name);
  g_free (row->text);
  g_free (row);
}

void
spil_plan_import_result_free (SpilPlanImportResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->unknown);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

int64_t
spil_plan_import_result_count (const SpilPlanImportResult *self, SpilPlanOutcome outcome)
{
  int64_t count = 0;

  for (int part = 0; part < SPIL_PLAN_N_PARTS; part++)
    count += self->counts[part][outcome];
  return count;
}

/* What is in the file and is not kept was noted when it was read; taking it in adds to that. */
static SpilPlanImportResult *
new_result (const SpilPlanFile *plan, gboolean dry)
{
  SpilPlanImportResult *result = g_new0 (SpilPlanImportResult, 1);

  result->dry = dry;
  result->rows = g_ptr_array_new_with_free_func (free_row);
  result->unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_plan_file_unknown_free);
  result->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < plan->unknown->len; i++) {
    const SpilPlanFileUnknown *unknown = plan->unknown->pdata[i];

    spil_plan_file_lose (result->unknown, unknown->name, unknown->example, unknown->reason);
    ((SpilPlanFileUnknown *) result->unknown->pdata[result->unknown->len - 1])->count = unknown->count;
  }
  return result;
}

SpilPlanImportRow *
spil_plan_importing_add (SpilPlanImporting *self, SpilPlanPart part, SpilPlanOutcome outcome, int64_t row,
                         SpilId id, const char *name)
{
  SpilPlanImportRow *added = g_new0 (SpilPlanImportRow, 1);

  added->part = part;
  added->outcome = outcome;
  added->row = row;
  added->id = id;
  added->name = g_strdup (name);
  g_ptr_array_add (self->result->rows, added);
  return added;
}

/* "End: 31-12-2018 becomes 31-01-2019"; what is not a day, or was none, by its label alone. */
static char *
describe_field (const SpilField *field, SpilRecord *before, SpilRecord *after)
{
  g_autofree char *old = spil_record_format (before, field->number);
  g_autofree char *new = spil_record_format (after, field->number);
  g_autofree char *change = NULL;

  if (field->type != SPIL_TYPE_DATE || old == NULL || *old == '\0' || new == NULL || *new == '\0')
    return g_strdup (spil_field_label (field));
  /* Translators: a day, before and after. */
  change = g_strdup_printf (_ ("%s becomes %s"), old, new);
  return g_strdup_printf ("%s: %s", spil_field_label (field), change);
}

/* "End: 31-12-2018 becomes 31-01-2019, Owner": what differs; NULL: nothing does. */
static char *
describe_change (SpilRecord *before, SpilRecord *after)
{
  const SpilEntity *entity = spil_record_get_entity (after);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean changed = FALSE;

  for (int i = 0; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number == 0 ||
        spil_value_equal (spil_record_get (before, field->number), spil_record_get (after, field->number)))
      continue;
    changed = TRUE;
    if ((field->flags & SPIL_FIELD_HIDDEN) == 0 || field->type == SPIL_TYPE_ORDER) {
      g_autofree char *part = describe_field (field, before, after);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
    }
  }
  return changed ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static void
on_refused_cb (int64_t number, gboolean created, const char *reason, gpointer user_data)
{
  SpilPlanImporting *self = user_data;
  SpilPlanImportRow *row = self->waiting->pdata[number - 1];

  if (row == NULL)
    return;
  row->outcome = SPIL_PLAN_REFUSED;
  g_free (row->text);
  row->text = g_strdup (reason);
  g_hash_table_add (self->refused, g_memdup2 (&row->id, sizeof row->id));
}

gboolean
spil_plan_importing_flush (SpilPlanImporting *self, GError **error)
{
  const gboolean done = spil_import_stage_flush (self->stage, self->series, on_refused_cb, self, error);

  g_ptr_array_set_size (self->waiting, 0);
  return done;
}

gboolean
spil_plan_importing_put (SpilPlanImporting *self, SpilPlanImportRow *row, SpilRecord *before,
                         SpilRecord *after, GError **error)
{
  g_autofree char *text = before != NULL ? describe_change (before, after) : NULL;

  if (before != NULL && text == NULL)
    return TRUE;
  if (row != NULL) {
    row->outcome = before == NULL ? SPIL_PLAN_CREATED : SPIL_PLAN_UPDATED;
    row->text = g_steal_pointer (&text);
  }
  g_ptr_array_add (self->waiting, row);
  spil_import_stage_begin_row (self->stage, self->waiting->len, before == NULL);
  if (!spil_import_stage_put (self->stage, before, after, 0, error))
    return FALSE;
  return spil_import_stage_get_n_changes (self->stage) < BATCH_CHANGES ||
         spil_plan_importing_flush (self, error);
}

static gboolean
look (SpilPlanImporting *self, double share, GError **error)
{
  return spil_plan_file_sink_look (&self->options->sink, share, error);
}

/* Counts outcomes; leaves rows that are unchanged, and too many of one outcome, out of the list. */
static void
settle_rows (SpilPlanImportResult *result)
{
  g_autoptr (GPtrArray) rows = g_steal_pointer (&result->rows);
  int64_t listed[SPIL_PLAN_N_OUTCOMES] = { 0 };

  result->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < rows->len; i++) {
    SpilPlanImportRow *row = g_steal_pointer (&rows->pdata[i]);

    result->counts[row->part][row->outcome]++;
    if ((row->outcome == SPIL_PLAN_UNCHANGED && row->text == NULL) ||
        listed[row->outcome]++ >= SPIL_PLAN_IMPORT_MAX_LISTED)
      free_row (row);
    else
      g_ptr_array_add (result->rows, row);
  }
  g_ptr_array_set_free_func (rows, NULL);
}

static void
note_file (SpilPlanImporting *self)
{
  if (!self->amounts)
    g_ptr_array_add (
        self->result->notes,
        g_strdup_printf (_ ("Amounts in the file are in %s; Spil keeps euros, so they are left out."),
                         self->plan->currency));
  if (self->plan->tasks->len == 0)
    g_ptr_array_add (self->result->notes, g_strdup (_ ("There are no activities in this planning.")));
}

static char *
dup_file_name (const SpilPlanImporting *self)
{
  if (self->options->file != NULL)
    return g_strdup (self->options->file);
  return g_strdup (self->plan->title != NULL ? self->plan->title : self->plan->format);
}

/* The import stands in the database itself, as that of a list does. */
static gboolean
end (SpilPlanImporting *self, SpilId id, GError **error)
{
  g_autoptr (SpilAction) action = spil_action_new (_ ("Import"));
  g_autoptr (SpilRecord) run = spil_record_new (spil_entity (SPIL_ENTITY_IMPORT_RUN), id);
  g_autofree char *file = dup_file_name (self);
  g_autofree char *label = g_strdup_printf (_ ("Import of %s"), file);
  const SpilPlanImportResult *result = self->result;
  const int64_t created = spil_plan_import_result_count (result, SPIL_PLAN_CREATED);
  const int64_t updated = spil_plan_import_result_count (result, SPIL_PLAN_UPDATED) +
                          spil_plan_import_result_count (result, SPIL_PLAN_DELETED);

  if (created + updated == 0)
    return TRUE;
  spil_record_set_text (run, SPIL_IMPORT_RUN_FILE, file);
  spil_record_set_text (run, SPIL_IMPORT_RUN_ENTITY_NAME, spil_entity (SPIL_ENTITY_TASK)->name);
  spil_record_set_time (run, SPIL_IMPORT_RUN_TIME, spil_time_now ());
  spil_record_set_integer (run, SPIL_IMPORT_RUN_CREATED, created);
  spil_record_set_integer (run, SPIL_IMPORT_RUN_UPDATED, updated);
  spil_record_set_integer (run, SPIL_IMPORT_RUN_SKIPPED,
                           spil_plan_import_result_count (result, SPIL_PLAN_UNCHANGED));
  spil_record_set_integer (run, SPIL_IMPORT_RUN_REJECTED,
                           spil_plan_import_result_count (result, SPIL_PLAN_REFUSED));
  spil_action_add (action, run);
  if (!spil_series_commit (self->series, action, error) || !spil_series_end (self->series, label, error))
    return FALSE;
  self->result->id = id;
  return TRUE;
}

static gboolean
begin (SpilPlanImporting *self, GError **error)
{
  self->known = spil_plan_known_tasks (self->store, error);
  if (self->known == NULL)
    return FALSE;
  self->by_id = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  for (guint i = 0; i < self->known->len; i++) {
    const SpilId id = spil_record_get_id (self->known->pdata[i]);

    g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), self->known->pdata[i]);
  }
  self->taken = g_hash_table_new (NULL, NULL);
  self->matched = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  self->refused = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  self->pushed = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->waiting = g_ptr_array_new ();
  self->stage = spil_import_stage_new (self->store);
  self->today = spil_day_today ();
  self->amounts = self->plan->currency == NULL || self->plan->currency[0] == '\0' ||
                  g_ascii_strcasecmp (self->plan->currency, "EUR") == 0;
  return TRUE;
}

static void
clear_importing (SpilPlanImporting *self)
{
  g_clear_pointer (&self->result, spil_plan_import_result_free);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->matched, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->refused, g_hash_table_unref);
  g_clear_pointer (&self->pushed, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->stage, spil_import_stage_free);
  g_clear_pointer (&self->series, spil_series_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilPlanImporting, clear_importing)

static gboolean
run (SpilPlanImporting *self, GError **error)
{
  return begin (self, error) && look (self, 0, error) && spil_plan_import_tasks (self, error) &&
         look (self, 0.5, error) && spil_plan_import_links (self, error) && look (self, 0.7, error) &&
         spil_plan_import_closures (self, error) && spil_plan_import_baselines (self, error) &&
         look (self, 0.95, error);
}

SpilPlanImportResult *
spil_plan_import (SpilStore *store, const SpilPlanFile *plan, const SpilPlanImportOptions *options,
                  GError **error)
{
  const SpilPlanImportOptions none = { 0 };
  const SpilId id = spil_id_new ();
  g_auto (SpilPlanImporting)
      importing = { .store = store, .plan = plan, .options = options != NULL ? options : &none };

  importing.result = new_result (plan, importing.options->dry);
  importing.series = spil_series_begin (store, id, error);
  if (importing.series == NULL || !run (&importing, error))
    return NULL;
  note_file (&importing);
  settle_rows (importing.result);
  if (!importing.options->dry && !end (&importing, id, error))
    return NULL;
  return g_steal_pointer (&importing.result);
}
