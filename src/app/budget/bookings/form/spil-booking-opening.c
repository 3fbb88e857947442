// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Opening the form for a booking: what there is to choose from is read first. */
#include "spil-booking-form-private.h"

typedef struct
{
  SpilBookingKind kind;
  SpilId line;
  SpilId source;
  SpilVat vat;
  SpilId instead;
  GtkWidget *parent; /**< not touched on the worker's thread */
} Opening;

typedef struct
{
  SpilBookingChoices *choices;
  SpilRecord *before; /**< what is corrected; NULL: nothing */
  int line_number; /**< of the line to book on; -1: none */
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  spil_booking_choices_free (opened->choices);
  g_clear_object (&opened->before);
  g_free (opened);
}

// The number of the line that is asked for, that of what is corrected, or else that of the last booking.
static int
find_number (SpilStore *store, const Opening *opening, const Opened *opened)
{
  const SpilBudgetBookingRow *source = spil_booking_choices_find_open (opened->choices, opening->source);
  SpilId id = spil_id_is_nil (opening->line) ? opened->choices->last_line : opening->line;
  g_autoptr (SpilBudgetLineFigures) line = NULL;

  if (source != NULL)
    return source->line_number;
  if (opened->before != NULL)
    id = spil_record_get_reference (opened->before, spil_booking_fields (opening->kind)->line);
  line = spil_id_is_nil (id) ? NULL : spil_budget_query_line (store, id, SPIL_DAY_NONE, NULL);
  return line != NULL ? line->number : -1;
}

static gpointer
load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Opening *opening = data;
  SpilRecord *before = NULL;
  SpilBookingChoices *choices;
  Opened *opened;

  if (!spil_id_is_nil (opening->instead)) {
    before = spil_store_get (store, spil_entity (spil_booking_fields (opening->kind)->entity),
                             opening->instead, error);
    if (before == NULL)
      return NULL;
  }
  choices = spil_booking_choices_load (store, opening->kind, error);
  if (choices == NULL) {
    g_clear_object (&before);
    return NULL;
  }
  opened = g_new0 (Opened, 1);
  opened->choices = choices;
  opened->before = before;
  opened->line_number = find_number (store, opening, opened);
  return opened;
}

// The line of the budget in force with the number of the one that is asked for, which may be of an earlier version.
static void
settle_line (SpilRecord *preset, const SpilBookingFields *fields, const Opened *opened)
{
  for (guint i = 0; i < opened->choices->lines->len; i++) {
    const SpilBudgetLineFigures *line = opened->choices->lines->pdata[i];

    if (line->number == opened->line_number) {
      spil_record_set_reference (preset, fields->line, line->id);
      if (line->budget.vat != SPIL_VAT_UNKNOWN && opened->before == NULL)
        spil_record_set_integer (preset, fields->vat, line->budget.vat);
    }
  }
}

static SpilRecord *
make_preset (const Opening *opening, const Opened *opened)
{
  const SpilBookingFields *fields = spil_booking_fields (opening->kind);
  const SpilBudgetBookingRow *source = spil_booking_choices_find_open (opened->choices, opening->source);
  SpilRecord *preset;

  if (opened->before != NULL) {
    preset = spil_record_copy (opened->before);
    spil_record_set_reference (preset, fields->reverses, opening->instead);
    settle_line (preset, fields, opened);
    return preset;
  }
  preset = spil_booking_new_preset (
      opening->kind, spil_id_is_nil (opening->line) ? opened->choices->last_line : opening->line,
      opening->vat, spil_day_today ());
  settle_line (preset, fields, opened);
  if (source != NULL) {
    spil_record_set_reference (preset, spil_booking_source_field (opening->kind), source->id);
    spil_record_set_text (preset, fields->counterpart, source->counterpart);
    spil_record_set_text (preset, fields->description, source->description);
  }
  return preset;
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Opening *opening = user_data;
  g_autoptr (GtkWidget) parent = opening->parent;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) preset = NULL;
  Opened *opened = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (opened == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_signal_emit_by_name (source, "failed", error);
    return;
  }
  // The page was left meanwhile.
  if (gtk_widget_get_root (parent) != NULL) {
    preset = make_preset (opening, opened);
    spil_booking_form_start (parent, SPIL_WORKER (source),
                             &(SpilBookingStart) { opening->kind, opening->instead, opening->source },
                             g_steal_pointer (&opened->choices), preset);
  }
  opened_free (opened);
}

static void
open_form (GtkWidget *parent, SpilWorker *worker, const Opening *what)
{
  Opening *opening = g_memdup2 (what, sizeof *what);

  opening->parent = g_object_ref (parent);
  spil_worker_run (worker, load, opening, NULL, opened_free, NULL, on_loaded_cb, opening);
}

void
spil_booking_form_present (GtkWidget *parent, SpilWorker *worker, SpilBookingKind kind, SpilId line,
                           SpilId commitment, SpilVat vat)
{
  open_form (parent, worker, &(Opening) { .kind = kind, .line = line, .source = commitment, .vat = vat });
}

void
spil_booking_form_present_on_reservation (GtkWidget *parent, SpilWorker *worker, SpilId line,
                                          SpilId reservation)
{
  open_form (parent, worker,
             &(Opening) { .kind = SPIL_BOOKING_COMMITMENT, .line = line, .source = reservation });
}

void
spil_booking_form_present_correction (GtkWidget *parent, SpilWorker *worker, SpilBookingKind kind, SpilId id)
{
  open_form (parent, worker, &(Opening) { .kind = kind, .instead = id });
}
