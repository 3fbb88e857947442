// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-exchange-error.h"
#include "spil-import-private.h"
#include "spil-import-sink.h"
#include "spil-norm-query.h"

/* From so many changes on they are written: what waits takes some kilobytes each. */
#define BATCH_CHANGES 2500

/* How many rows between two looks at whether to go on. */
#define ROWS_A_LOOK 500

static void
free_refusal (gpointer data)
{
  SpilImportRefusal *refusal = data;

  g_free (refusal->column);
  g_free (refusal->value);
  g_free (refusal->reason);
  g_free (refusal);
}

static void
free_likely (gpointer data)
{
  SpilImportLikely *likely = data;

  g_free (likely->name);
  g_free (likely->existing_name);
  g_free (likely->reason);
  g_free (likely);
}

static SpilImportReport *
new_report (gboolean dry)
{
  SpilImportReport *report = g_new0 (SpilImportReport, 1);

  report->dry = dry;
  report->refusals = g_ptr_array_new_with_free_func (free_refusal);
  report->likely = g_ptr_array_new_with_free_func (free_likely);
  report->notes = g_ptr_array_new_with_free_func (g_free);
  return report;
}

void
spil_import_report_free (SpilImportReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->likely);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static gboolean
needs_index (const SpilEntity *entity)
{
  return entity->number == SPIL_ENTITY_ORGANISATION ||
         spil_entity_reference_to (entity, SPIL_ENTITY_ORGANISATION) != NULL;
}

gboolean
spil_importing_begin (SpilImporting *self, const char *path, gboolean dry, GCancellable *cancellable,
                      GError **error)
{
  self->report = new_report (dry);
  self->file = g_filename_display_basename (path);
  self->today = spil_day_today ();
  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sums = g_new0 (SpilImportSum, self->plan->columns->len + 1);
  self->reasons = g_string_new (NULL);
  self->stage = spil_import_stage_new (self->store);
  spil_import_parts (self->plan->entity, self->parts);
  if (!spil_norm_query (self->store, &self->norms, error))
    return FALSE;
  if (!needs_index (self->plan->entity))
    return TRUE;
  self->index = spil_import_index_new (self->store, cancellable, error);
  return self->index != NULL;
}

void
spil_importing_clear (SpilImporting *self)
{
  g_clear_pointer (&self->report, spil_import_report_free);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->references, g_hash_table_unref);
  g_clear_pointer (&self->sums, g_free);
  g_clear_pointer (&self->stage, spil_import_stage_free);
  g_clear_pointer (&self->index, spil_import_index_free);
  if (self->reasons != NULL)
    g_string_free (self->reasons, TRUE);
}

static void
count (SpilImportReport *report, SpilImportOutcome outcome)
{
  report->rows++;
  report->created += outcome == SPIL_IMPORT_CREATED;
  report->updated += outcome == SPIL_IMPORT_UPDATED;
  report->skipped += outcome == SPIL_IMPORT_SKIPPED;
  report->rejected += outcome == SPIL_IMPORT_REFUSED;
}

/* The database refused what looked right by itself. */
void
spil_import_refuse_written (int64_t number, gboolean created, const char *reason, gpointer user_data)
{
  SpilImporting *self = user_data;
  const SpilTableRow row = { .number = number };
  SpilImportRow refused = { .row = &row };

  spil_import_refuse (self, &refused, -1, reason);
  self->report->rejected++;
  if (created)
    self->report->created--;
  else
    self->report->updated--;
}

static gboolean
take_row (SpilImporting *self, const SpilTableRow *table_row, const SpilImportSink *sink, GError **error)
{
  g_auto (SpilImportRow) row = { .row = table_row };
  SpilImportOutcome outcome;

  if (spil_import_is_no_row (self, table_row))
    return TRUE;
  spil_import_add_up (self, table_row);
  g_string_truncate (self->reasons, 0);
  if (!spil_import_row_read (self, &row, error) || !spil_import_row_place (self, &row, &outcome, error))
    return FALSE;
  count (self->report, outcome);
  return outcome != SPIL_IMPORT_REFUSED || sink->refused == NULL ||
         sink->refused (table_row, self->reasons->str, sink->user_data, error);
}

static gboolean
take_rows (SpilImporting *self, SpilTableReader *reader, SpilSeries *series, const SpilImportSink *sink,
           GError **error)
{
  const SpilTableRow *row;
  int64_t n = 0;

  for (;;) {
    if (n++ % ROWS_A_LOOK == 0) {
      if (g_cancellable_set_error_if_cancelled (sink->cancellable, error))
        return FALSE;
      if (sink->progress != NULL)
        sink->progress (spil_table_reader_get_progress (reader), self->report->rows, sink->user_data);
    }
    if (!spil_table_reader_next (reader, &row, error))
      return FALSE;
    if (row == NULL)
      break;
    if (row->number > self->plan->header_row && !take_row (self, row, sink, error))
      return FALSE;
    if (spil_import_stage_get_n_changes (self->stage) >= BATCH_CHANGES &&
        !spil_import_stage_flush (self->stage, series, spil_import_refuse_written, self, error))
      return FALSE;
  }
  return spil_import_stage_flush (self->stage, series, spil_import_refuse_written, self, error);
}

void
spil_import_add_notes (SpilImporting *self, SpilTableReader *reader)
{
  g_autoptr (GPtrArray) notes = spil_table_reader_get_notes (reader);

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (self->report->notes, g_strdup (notes->pdata[i]));
  if (self->nameless > 0)
    g_ptr_array_add (
        self->report->notes,
        g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE,
                         "%d row says something of a contact person without a name; that was left out.",
                         "%d rows say something of a contact person without a name; that was left out.",
                         (gulong) self->nameless),
            (int) self->nameless));
}

/* Recording */

/* The next list with these columns gets this mapping. */
static gboolean
remember_layout (SpilImporting *self, SpilAction *action, GError **error)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_IMPORT_LAYOUT);
  g_autofree char *signature = spil_import_plan_dup_signature (self->plan);
  g_autofree char *definition = spil_import_plan_dup_definition (self->plan);
  g_autoptr (SpilQuery) query = spil_query_new (entity);
  g_autoptr (GPtrArray) layouts = NULL;
  g_autoptr (SpilRecord) after = NULL;
  g_auto (SpilValue) value = spil_value_text (signature);
  g_auto (SpilValue) name = spil_value_text (self->plan->entity->name);

  spil_query_where (query, SPIL_IMPORT_LAYOUT_SIGNATURE, SPIL_COMPARE_EQUAL, &value);
  spil_query_where (query, SPIL_IMPORT_LAYOUT_ENTITY_NAME, SPIL_COMPARE_EQUAL, &name);
  layouts = spil_store_list (self->store, query, error);
  if (layouts == NULL)
    return FALSE;
  after = layouts->len > 0 ? spil_record_copy (layouts->pdata[0]) : spil_record_new (entity, spil_id_new ());
  spil_record_set_text (after, SPIL_IMPORT_LAYOUT_NAME, self->file);
  spil_record_set_text (after, SPIL_IMPORT_LAYOUT_ENTITY_NAME, self->plan->entity->name);
  spil_record_set_text (after, SPIL_IMPORT_LAYOUT_SIGNATURE, signature);
  spil_record_set_text (after, SPIL_IMPORT_LAYOUT_DEFINITION, definition);
  if (layouts->len > 0)
    spil_action_set (action, layouts->pdata[0], after);
  else
    spil_action_add (action, after);
  return TRUE;
}

static void
record_run (SpilImporting *self, SpilAction *action, SpilId id)
{
  g_autoptr (SpilRecord) run = spil_record_new (spil_entity (SPIL_ENTITY_IMPORT_RUN), id);

  spil_record_set_text (run, SPIL_IMPORT_RUN_FILE, self->file);
  spil_record_set_text (run, SPIL_IMPORT_RUN_ENTITY_NAME, self->plan->entity->name);
  spil_record_set_time (run, SPIL_IMPORT_RUN_TIME, spil_time_now ());
  spil_record_set_integer (run, SPIL_IMPORT_RUN_CREATED, self->report->created);
  spil_record_set_integer (run, SPIL_IMPORT_RUN_UPDATED, self->report->updated);
  spil_record_set_integer (run, SPIL_IMPORT_RUN_SKIPPED, self->report->skipped);
  spil_record_set_integer (run, SPIL_IMPORT_RUN_REJECTED, self->report->rejected);
  spil_action_add (action, run);
}

/* The import stands in the database itself, so that it is found again, and goes when it is taken back. */
gboolean
spil_import_end (SpilImporting *self, SpilSeries *series, SpilAction *action, SpilId id, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Import of %s"), self->file);

  if (self->report->created + self->report->updated == 0)
    return TRUE;
  record_run (self, action, id);
  if ((self->plan->header_row > 0 && !remember_layout (self, action, error)) ||
      !spil_series_commit (series, action, error) || !spil_series_end (series, label, error))
    return FALSE;
  self->report->id = id;
  return TRUE;
}

SpilImportReport *
spil_import_run_with (SpilStore *store, const char *path, const SpilImportPlan *plan, gboolean dry,
                      const SpilImportSink *sink, GError **error)
{
  g_auto (SpilImporting) importing = { .store = store, .plan = plan };
  g_autoptr (SpilTableReader) reader = NULL;
  g_autoptr (SpilSeries) series = NULL;
  g_autoptr (SpilAction) action = spil_action_new (_ ("Import"));
  const SpilId id = spil_id_new ();

  if (!spil_import_plan_check (plan, error))
    return NULL;
  reader = spil_table_reader_new (path, &plan->options, error);
  series = reader != NULL ? spil_series_begin (store, id, error) : NULL;
  if (series == NULL || !spil_importing_begin (&importing, path, dry, sink->cancellable, error) ||
      !take_rows (&importing, reader, series, sink, error))
    return NULL;
  spil_import_add_notes (&importing, reader);
  if (!dry && (g_cancellable_set_error_if_cancelled (sink->cancellable, error) ||
               !spil_import_end (&importing, series, action, id, error)))
    return NULL;
  return g_steal_pointer (&importing.report);
}

SpilImportReport *
spil_import_run (SpilStore *store, const char *path, const SpilImportPlan *plan, gboolean dry,
                 SpilImportProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const SpilImportSink sink = { .progress = progress, .user_data = user_data, .cancellable = cancellable };

  return spil_import_run_with (store, path, plan, dry, &sink, error);
}

/* Taking back */

gboolean
spil_import_undo (SpilStore *store, SpilId id, SpilSeriesUndone *undone, GError **error)
{
  g_autofree char *file = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_IMPORT_RUN), id);
  g_autofree char *label = g_strdup_printf (_ ("Import of %s undone"), file);

  return spil_series_undo (store, id, label, undone, error);
}

char *
spil_import_dup_undone_text (const SpilSeriesUndone *undone)
{
  if (undone->left == 0)
    return g_strdup (_ ("The import was undone; all is as it was before."));
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "The import was undone, but for %d row: it was changed or used since, and stays.",
                   "The import was undone, but for %d rows: they were changed or used since, and stay.",
                   (gulong) undone->left),
      (int) undone->left);
}
