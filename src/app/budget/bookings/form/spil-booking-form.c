// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-form-private.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-action.h"
#include "spil-booking-advice.h"
#include "spil-closing-rule.h"
#include "spil-pick-editor.h"
#include "spil-record-dialog.h"
#include "spil-register-words.h"

// The fields of the form at most, and the 0 that ends them.
#define MAX_FIELDS 11

/* What follows what is typed in one form. It lives as long as its dialog. */
#define SPIL_TYPE_BOOKING_FORM (spil_booking_form_get_type ())
G_DECLARE_FINAL_TYPE (SpilBookingForm, spil_booking_form, SPIL, BOOKING_FORM, GObject)

struct _SpilBookingForm
{
  GObject parent_instance;

  SpilBookingKind kind;
  SpilId instead; /**< the booking that is corrected; nil: none */
  SpilBookingChoices *choices;
  SpilWorker *worker;
  SpilRecordDialog *dialog; /**< borrowed: it holds this; NULL once it is gone */
  SpilPickEditor *line;
  SpilPickEditor *source; /**< the commitment or reservation; NULL: the kind has none */
  SpilId shown_line; /**< whose commitments are listed */
  SpilId shown_source;
  gboolean filling; /**< the program fills in what follows */
  GCancellable *looking; /**< for a duplicate */
};

G_DEFINE_FINAL_TYPE (SpilBookingForm, spil_booking_form, G_TYPE_OBJECT)

static void
spil_booking_form_dispose (GObject *object)
{
  SpilBookingForm *self = SPIL_BOOKING_FORM (object);

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_booking_form_parent_class)->dispose (object);
}

static void
spil_booking_form_finalize (GObject *object)
{
  spil_booking_choices_free (SPIL_BOOKING_FORM (object)->choices);
  G_OBJECT_CLASS (spil_booking_form_parent_class)->finalize (object);
}

static void
spil_booking_form_class_init (SpilBookingFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_booking_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_booking_form_finalize;
}

static void
spil_booking_form_init (SpilBookingForm *self)
{
  self->instead = self->shown_line = self->shown_source = SPIL_ID_NIL;
}

static const SpilBookingFields *
fields_of (SpilBookingForm *self)
{
  return spil_booking_fields (self->kind);
}

int
spil_booking_source_field (SpilBookingKind kind)
{
  const SpilBookingFields *fields = spil_booking_fields (kind);

  return kind == SPIL_BOOKING_ACTUAL ? fields->commitment : fields->reservation;
}

/* What there is to choose from */

static void
list_lines (SpilBookingForm *self)
{
  spil_pick_editor_begin (self->line);
  for (guint i = 0; i < self->choices->lines->len; i++) {
    const SpilBudgetLineFigures *line = self->choices->lines->pdata[i];
    g_autofree char *text = spil_booking_choices_dup_line (line);

    spil_pick_editor_add (self->line, line->id, text);
  }
  spil_pick_editor_end (self->line);
}

// What is open on the chosen line.
static void
list_sources (SpilBookingForm *self)
{
  SpilBookingKind kind = self->kind == SPIL_BOOKING_ACTUAL ? SPIL_BOOKING_COMMITMENT
                                                           : SPIL_BOOKING_RESERVATION;
  const SpilBudgetLineFigures *line;
  int n = 0;

  if (self->source == NULL)
    return;
  line = spil_booking_choices_find_line (self->choices, spil_pick_editor_get_chosen (self->line));
  spil_pick_editor_begin (self->source);
  for (guint i = 0; line != NULL && i < self->choices->open->len; i++) {
    const SpilBudgetBookingRow *row = self->choices->open->pdata[i];
    g_autofree char *text = NULL;

    if (row->kind != kind || row->line_number != line->number)
      continue;
    text = spil_booking_choices_dup_open (row);
    spil_pick_editor_add (self->source, row->id, text);
    n++;
  }
  spil_pick_editor_end (self->source);
  gtk_widget_set_visible (spil_field_editor_get_row (SPIL_FIELD_EDITOR (self->source)), n > 0);
}

/* What follows from what is chosen */

static void
fill_in (SpilBookingForm *self, int field, SpilValue value)
{
  SpilFieldEditor *editor = spil_record_dialog_get_editor (self->dialog, field);

  if (editor != NULL)
    spil_field_editor_set_value (editor, &value);
  spil_value_clear (&value);
}

static gboolean
is_empty (SpilRecord *typed, int field)
{
  const char *text = spil_record_get_text (typed, field);

  return text == NULL || text[0] == '\0';
}

// The other line brings its own VAT note and its own commitments.
static void
follow_line (SpilBookingForm *self, SpilRecord *typed)
{
  SpilId chosen = spil_pick_editor_get_chosen (self->line);
  const SpilBudgetLineFigures *line = spil_booking_choices_find_line (self->choices, chosen);

  if (spil_id_equal (chosen, self->shown_line))
    return;
  self->shown_line = chosen;
  if (line != NULL && line->budget.vat != SPIL_VAT_UNKNOWN)
    fill_in (self, fields_of (self)->vat, spil_value_integer (line->budget.vat));
  list_sources (self);
}

// What is drawn on says with whom and what for.
static void
follow_source (SpilBookingForm *self, SpilRecord *typed)
{
  SpilId chosen = self->source != NULL ? spil_pick_editor_get_chosen (self->source) : SPIL_ID_NIL;
  const SpilBudgetBookingRow *row;

  if (spil_id_equal (chosen, self->shown_source))
    return;
  self->shown_source = chosen;
  row = spil_booking_choices_find_open (self->choices, chosen);
  if (row == NULL)
    return;
  if (row->counterpart != NULL)
    fill_in (self, fields_of (self)->counterpart, spil_value_text (row->counterpart));
  if (row->description != NULL && is_empty (typed, fields_of (self)->description))
    fill_in (self, fields_of (self)->description, spil_value_text (row->description));
}

// A closed day takes no bookings: where this one goes.
static void
tell_closed (SpilBookingForm *self, SpilRecord *typed)
{
  SpilFieldEditor *editor = spil_record_dialog_get_editor (self->dialog, fields_of (self)->date);
  SpilDay day = spil_record_get_day (typed, fields_of (self)->date);
  GArray *closed = self->choices->closed;
  const SpilClosedPeriod *periods = (const SpilClosedPeriod *) closed->data;
  const SpilClosedPeriod *period = spil_closing_find (periods, closed->len, day);
  g_autofree char *text = NULL;
  g_autofree char *goes_to = NULL;

  if (editor == NULL)
    return;
  if (period != NULL) {
    goes_to = spil_day_format (spil_closing_open_day (periods, closed->len, day, spil_day_today ()));
    // Translators: a period and a date.
    text = fields_of (self)->late_of != 0
               ? g_strdup_printf (_ ("%s is closed: this is booked on %s and marked as come in late."),
                                  period->name, goes_to)
               : g_strdup_printf (_ ("%s is closed: this is booked on %s."), period->name, goes_to);
  }
  spil_field_editor_set_warning (editor, text);
}

/* Whether it stands there already */

static gpointer
look_for_duplicate (SpilStore *store, gpointer record, GCancellable *cancellable, GError **error)
{
  return spil_booking_dup_duplicate (store, record, error);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilBookingForm) self = user_data;
  g_autofree char *duplicate = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);
  SpilFieldEditor *editor;

  if (self->dialog == NULL || g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;
  editor = spil_record_dialog_get_editor (self->dialog, fields_of (self)->reference);
  if (editor != NULL)
    spil_field_editor_set_warning (editor, duplicate);
}

static void
ask_for_duplicate (SpilBookingForm *self, SpilRecord *typed)
{
  if (fields_of (self)->reference == 0)
    return;
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  spil_worker_run (self->worker, look_for_duplicate, g_object_ref (typed), g_object_unref, g_free,
                   self->looking, on_looked_cb, g_object_ref (self));
}

static void
on_typed_cb (SpilBookingForm *self, SpilRecord *typed)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  follow_line (self, typed);
  follow_source (self, typed);
  self->filling = FALSE;
  tell_closed (self, typed);
  ask_for_duplicate (self, typed);
}

/* Saving */

static SpilAction *
make_action (SpilStore *store, SpilRecord *record, GObject *subject, GError **error)
{
  const SpilBookingForm *self = SPIL_BOOKING_FORM (subject);
  const SpilBookingFields *fields = spil_booking_fields (self->kind);
  SpilBooking booking = {
    .kind = self->kind,
    .line = spil_record_get_reference (record, fields->line),
    .date = spil_record_get_day (record, fields->date),
    .amount = spil_record_get_money (record, fields->amount, fields->vat),
    .counterpart = spil_record_get_text (record, fields->counterpart),
    .description = spil_record_get_text (record, fields->description),
    .reference = fields->reference != 0 ? spil_record_get_text (record, fields->reference) : NULL,
    .commitment = fields->commitment != 0 ? spil_record_get_reference (record, fields->commitment)
                                          : SPIL_ID_NIL,
    .reservation = fields->reservation != 0 ? spil_record_get_reference (record, fields->reservation)
                                            : SPIL_ID_NIL,
    .decision = fields->decision != 0 ? spil_record_get_reference (record, fields->decision) : SPIL_ID_NIL,
    .application = fields->application != 0 ? spil_record_get_reference (record, fields->application)
                                            : SPIL_ID_NIL,
  };

  if (!spil_id_is_nil (self->instead))
    return spil_booking_correct_action (store, self->kind, self->instead, &booking, error);
  return spil_booking_action (store, &booking, NULL, error);
}

/* The dialog */

static void
add_field (int *list, int field)
{
  int n = 0;

  while (list[n] != 0)
    n++;
  if (field != 0)
    list[n] = field;
}

// From what it goes on to what is said about it; what is rare comes last.
static void
choose_fields (SpilBookingKind kind, int list[MAX_FIELDS])
{
  const SpilBookingFields *fields = spil_booking_fields (kind);

  memset (list, 0, sizeof (int) * MAX_FIELDS);
  add_field (list, fields->line);
  add_field (list, spil_booking_source_field (kind));
  add_field (list, fields->amount);
  add_field (list, fields->vat);
  add_field (list, fields->description);
  add_field (list, fields->counterpart);
  add_field (list, fields->reference);
  add_field (list, fields->date);
  add_field (list, fields->decision);
}

static const char *
get_heading (SpilBookingKind kind, gboolean corrects)
{
  if (corrects)
    return _ ("Correct booking");
  switch (kind) {
  case SPIL_BOOKING_RESERVATION:
    return _ ("Make a reservation");
  case SPIL_BOOKING_COMMITMENT:
    return _ ("Enter into a commitment");
  case SPIL_BOOKING_ACTUAL:
    return _ ("Book an expense");
  case SPIL_BOOKING_FORECAST:
    return _ ("Add a forecast");
  }
  return NULL;
}

static SpilFieldEditor *
make_picker (SpilBookingForm *self, int field, const char *title, const char *nothing)
{
  const SpilEntity *entity = spil_entity (fields_of (self)->entity);
  SpilFieldEditor *editor = spil_pick_editor_new (self->worker, entity, spil_entity_field (entity, field),
                                                  title, nothing);

  spil_record_dialog_set_editor (self->dialog, editor);
  return editor;
}

static void
add_pickers (SpilBookingForm *self, SpilRecord *preset)
{
  int field = spil_booking_source_field (self->kind);
  SpilFieldEditor *editor = make_picker (self, fields_of (self)->line, _ ("Budget line"), _ ("Not chosen"));

  self->line = SPIL_PICK_EDITOR (editor);
  spil_field_editor_set_value (editor, spil_record_get (preset, fields_of (self)->line));
  list_lines (self);
  self->shown_line = spil_pick_editor_get_chosen (self->line);
  if (field == 0)
    return;
  editor = self->kind == SPIL_BOOKING_ACTUAL
               ? make_picker (self, field, _ ("Draws down commitment"), _ ("None: an expense by itself"))
               : make_picker (self, field, _ ("Uses reservation"), _ ("None"));
  self->source = SPIL_PICK_EDITOR (editor);
  spil_field_editor_set_value (editor, spil_record_get (preset, field));
  list_sources (self);
}

// The next of a series finds what the one before left.
static gpointer
reload (SpilStore *store, gpointer kind, GCancellable *cancellable, GError **error)
{
  return spil_booking_choices_load (store, *(SpilBookingKind *) kind, error);
}

static void
on_reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilBookingForm) self = user_data;
  SpilBookingChoices *choices = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);

  if (choices == NULL || self->dialog == NULL) {
    spil_booking_choices_free (choices);
    return;
  }
  spil_booking_choices_free (self->choices);
  self->choices = choices;
  list_lines (self);
  list_sources (self);
}

static void
on_saved_cb (SpilBookingForm *self)
{
  spil_worker_run (self->worker, reload, g_memdup2 (&self->kind, sizeof self->kind), g_free,
                   (GDestroyNotify) spil_booking_choices_free, NULL, on_reloaded_cb, g_object_ref (self));
}

// One of a series mostly comes with more of the same.
static const int *
get_kept (SpilBookingKind kind)
{
  static const int kept[][5] = {
    [SPIL_BOOKING_RESERVATION] = { SPIL_RESERVATION_LINE, SPIL_RESERVATION_VAT, SPIL_RESERVATION_DATE },
    [SPIL_BOOKING_COMMITMENT] = { SPIL_COMMITMENT_LINE, SPIL_COMMITMENT_VAT, SPIL_COMMITMENT_DATE },
    [SPIL_BOOKING_ACTUAL] = { SPIL_ACTUAL_LINE, SPIL_ACTUAL_VAT, SPIL_ACTUAL_DATE },
    [SPIL_BOOKING_FORECAST] = { SPIL_FORECAST_LINE, SPIL_FORECAST_VAT, SPIL_FORECAST_DATE },
  };

  return kept[kind];
}

static void
present (SpilBookingForm *self, SpilRecord *preset, GtkWidget *parent)
{
  const SpilEntity *entity = spil_entity (fields_of (self)->entity);
  SpilRecordDialog *dialog = spil_record_dialog_new_add (self->worker, entity, preset);
  gboolean corrects = !spil_id_is_nil (self->instead);
  int list[MAX_FIELDS];

  g_set_weak_pointer (&self->dialog, dialog);
  choose_fields (self->kind, list);
  spil_record_dialog_set_heading (dialog, get_heading (self->kind, corrects));
  spil_record_dialog_set_fields (dialog, list);
  spil_record_dialog_set_advice_func (dialog, spil_booking_advise);
  spil_record_dialog_set_deed_func (dialog, make_action, G_OBJECT (self));
  if (!corrects)
    spil_record_dialog_set_series (dialog, get_kept (self->kind));
  add_pickers (self, preset);
  g_signal_connect_object (dialog, "typed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
spil_booking_form_start (GtkWidget *parent, SpilWorker *worker, const SpilBookingStart *start,
                         SpilBookingChoices *choices, SpilRecord *preset)
{
  g_autoptr (SpilBookingForm) self = g_object_new (SPIL_TYPE_BOOKING_FORM, NULL);

  self->kind = start->kind;
  self->instead = start->instead;
  self->shown_source = start->source;
  self->worker = g_object_ref (worker);
  self->choices = choices;
  present (self, preset, parent);
}
