// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-booking-import-job.h"
#include "spil-booking-import-words.h"
#include "spil-booking-row-page.h"
#include "spil-busy-page.h"
#include "spil-file-question.h"
#include "spil-form-parts.h"
#include "spil-help-topic.h"
#include "spil-import-mapping.h"
#include "spil-import-reading.h"

struct _SpilBookingImportDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  char *path;
  SpilImportLook *look; /* NULL: no file was looked at */
  SpilBookingImport *import; /* NULL: the list was not read yet */
  gboolean filling;

  AdwNavigationView *view;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  AdwComboRow *kind_row;
  SpilFileQuestion *question;
  SpilRowGroup *mapping;
  GtkWidget *next_button;
  SpilRowGroup *counts;
  SpilRowGroup *codes;
  AdwComboRow *vat_row;
  AdwComboRow *decision_row;
  SpilRowGroup *notes;
  GtkButton *run_button;
  SpilBusyPage *busy;
};

G_DEFINE_FINAL_TYPE (SpilBookingImportDialog, spil_booking_import_dialog, ADW_TYPE_DIALOG)

static const int kinds[] = { SPIL_ENTITY_ACTUAL, SPIL_ENTITY_COMMITMENT };
static const SpilVat vats[] = { SPIL_VAT_EXCLUDED, SPIL_VAT_INCLUDED };

static void
refuse (SpilBookingImportDialog *self, const char *sentence)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, sentence);
}

/* Jobs */

static GCancellable *
begin_job (SpilBookingImportDialog *self, const char *text)
{
  refuse (self, NULL);
  return spil_busy_page_begin (self->busy, text);
}

/* The result, or NULL when there is none: then the first page says why. */
static gpointer
end_job (SpilBookingImportDialog *self, GObject *worker, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gpointer outcome = spil_worker_run_finish (SPIL_WORKER (worker), result, &error);

  if (self->view == NULL)
    return outcome;
  spil_busy_page_end (self->busy);
  if (outcome != NULL)
    return outcome;
  adw_navigation_view_pop_to_tag (self->view, "file");
  refuse (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message);
  return NULL;
}

/* What will happen */

static void on_state_activated_cb (SpilBookingImportDialog *self, GtkWidget *row);

static void on_chosen_cb (gpointer user_data);

static void
show_counts (SpilBookingImportDialog *self)
{
  static const SpilBookingRowState order[] = {
    SPIL_BOOKING_ROW_REFUSED, SPIL_BOOKING_ROW_NEW,       SPIL_BOOKING_ROW_MATCHED, SPIL_BOOKING_ROW_REVERSAL,
    SPIL_BOOKING_ROW_REFUND,  SPIL_BOOKING_ROW_DUPLICATE, SPIL_BOOKING_ROW_SKIPPED,
  };
  SpilBookingSum sums[SPIL_BOOKING_ROW_N_STATES];

  spil_booking_import_sum (self->import, sums);
  spil_row_group_begin (self->counts);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++) {
    const SpilBookingRowState state = order[i];
    g_autofree char *amount = spil_money_format (sums[state].cents, SPIL_MONEY_CENTS);
    g_autofree char *title = g_strdup_printf ("%s: %d", spil_booking_state_label (state), sums[state].n);
    GtkWidget *row;

    if (sums[state].n == 0)
      continue;
    row = spil_text_row_new (title, spil_booking_state_explanation (state), amount);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    g_object_set_data (G_OBJECT (row), "state", GINT_TO_POINTER (state));
    g_signal_connect_swapped (row, "activated", G_CALLBACK (on_state_activated_cb), self);
    spil_row_group_append (self->counts, row);
  }
  spil_row_group_end (self->counts, _ ("There are no bookings in this list."));
}

static void
show_run_button (SpilBookingImportDialog *self)
{
  SpilBookingSum sums[SPIL_BOOKING_ROW_N_STATES];
  g_autofree char *label = NULL;
  int n = 0;

  spil_booking_import_sum (self->import, sums);
  for (int state = 0; state <= SPIL_BOOKING_ROW_REFUND; state++)
    n += sums[state].n;
  label = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Book %d row", "_Book %d rows", (gulong) n),
                                   n)
                : g_strdup (_ ("There is nothing to book"));
  gtk_button_set_label (self->run_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->run_button), n > 0);
}

static void
on_code_chosen_cb (AdwComboRow *row, GParamSpec *pspec, SpilBookingImportDialog *self)
{
  const guint code = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "code"));

  if (self->filling || self->import == NULL)
    return;
  spil_booking_import_set_code (self->import, code,
                                spil_booking_line_at (self->import, adw_combo_row_get_selected (row)));
  spil_booking_import_judge (self->import);
  on_chosen_cb (self);
}

static GtkWidget *
make_code_row (SpilBookingImportDialog *self, guint index)
{
  const SpilBookingCode *code = self->import->codes->pdata[index];
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = spil_booking_line_choices (self->import, _ ("Choose a budget line"));
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autofree char *amount = spil_money_format (code->cents, SPIL_MONEY_BRIEF);
  g_autofree char *rows = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d row", "%d rows", (gulong) code->n_rows), code->n_rows);
  g_autofree char *subtitle = spil_join_facts (rows, amount, code->why != NULL ? code->why : "", NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), code->code);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), text);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), spil_booking_line_place (self->import, code->line));
  g_object_set_data (G_OBJECT (row), "code", GUINT_TO_POINTER (index));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_code_chosen_cb), self, G_CONNECT_DEFAULT);
  return row;
}

/* Those without a line come first: they wait for somebody. */
static void
show_codes (SpilBookingImportDialog *self)
{
  self->filling = TRUE;
  spil_row_group_begin (self->codes);
  for (int known = 0; known < 2; known++)
    for (guint i = 0; i < self->import->codes->len; i++)
      if (spil_id_is_nil (((SpilBookingCode *) self->import->codes->pdata[i])->line) != known)
        spil_row_group_append (self->codes, make_code_row (self, i));
  spil_row_group_end (self->codes, NULL);
  self->filling = FALSE;
}

static void
show_notes (SpilBookingImportDialog *self)
{
  spil_row_group_begin (self->notes);
  for (guint i = 0; i < self->import->notes->len; i++)
    spil_row_group_append (self->notes, spil_text_row_new (self->import->notes->pdata[i], NULL, NULL));
  spil_row_group_end (self->notes, NULL);
}

static void
show_vat (SpilBookingImportDialog *self)
{
  self->filling = TRUE;
  adw_combo_row_set_selected (self->vat_row, self->import->vat == SPIL_VAT_INCLUDED ? 1 : 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->vat_row),
                               self->import->vat_said
                                   ? _ ("The list says so itself")
                                   : _ ("The list does not say; this is how the budget counts"));
  self->filling = FALSE;
}

static void
show_decisions (SpilBookingImportDialog *self)
{
  g_autoptr (GtkStringList)
      words = gtk_string_list_new ((const char *const[]) { _ ("No decision: it is refused"), NULL });

  self->filling = TRUE;
  for (guint i = 0; i < self->import->decisions->len; i++)
    gtk_string_list_append (words, ((const SpilBookingDecision *) self->import->decisions->pdata[i])->name);
  adw_combo_row_set_model (self->decision_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->decision_row, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->decision_row), self->import->decisions->len > 0);
  self->filling = FALSE;
}

static void
on_chosen_cb (gpointer user_data)
{
  SpilBookingImportDialog *self = user_data;

  show_counts (self);
  show_run_button (self);
}

static void
on_state_activated_cb (SpilBookingImportDialog *self, GtkWidget *row)
{
  adw_navigation_view_push (
      self->view,
      spil_booking_rows_page_new (self->import, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "state")),
                                  on_chosen_cb, self));
}

static void
on_vat_cb (SpilBookingImportDialog *self)
{
  if (self->filling || self->import == NULL)
    return;
  spil_booking_import_set_vat (self->import, vats[adw_combo_row_get_selected (self->vat_row)]);
  spil_booking_import_judge (self->import);
  on_chosen_cb (self);
}

static void
on_decision_cb (SpilBookingImportDialog *self)
{
  const guint place = adw_combo_row_get_selected (self->decision_row);

  if (self->filling || self->import == NULL || place > self->import->decisions->len)
    return;
  self->import
      ->decision = place == 0 ? SPIL_ID_NIL
                              : ((const SpilBookingDecision *) self->import->decisions->pdata[place - 1])->id;
  spil_booking_import_judge (self->import);
  on_chosen_cb (self);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const char *const tags[] = { "file", "columns", "outcome" };
  g_autoptr (SpilBookingImportDialog) self = user_data;
  SpilBookingImport *import = end_job (self, source, result);

  if (import == NULL)
    return;
  g_clear_pointer (&self->import, spil_booking_import_free);
  self->import = import;
  if (self->view == NULL)
    return;
  show_codes (self);
  show_vat (self);
  show_decisions (self);
  show_notes (self);
  on_chosen_cb (self);
  adw_navigation_view_replace_with_tags (self->view, tags, G_N_ELEMENTS (tags));
  gtk_widget_grab_focus (GTK_WIDGET (self->run_button));
}

static void
on_next_cb (SpilBookingImportDialog *self)
{
  GCancellable *cancellable = begin_job (self, _ ("Reading the list. Nothing is booked yet."));

  spil_booking_job_read (self->worker, self->path, self->look->plan, cancellable, on_read_cb,
                         g_object_ref (self));
}

/* Booking */

static void
on_booked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilBookingImportDialog) self = user_data;
  g_autoptr (SpilImportReport) report = end_job (self, source, result);
  g_autofree char *text = NULL;

  if (report == NULL || self->view == NULL)
    return;
  text = g_strdup_printf (_ ("Read in: %d booked, %d left out, %d refused"), (int) report->created,
                          (int) report->skipped, (int) report->rejected);
  // Where nothing was booked, what was done before is the latest.
  gtk_widget_activate_action (GTK_WIDGET (self), report->created > 0 ? "win.toast-done" : "win.toast", "s",
                              text);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_run_cb (SpilBookingImportDialog *self)
{
  GCancellable *cancellable = begin_job (self, _ ("Booking. Cancelling takes back all of it."));

  spil_booking_job_run (self->worker, self->import, cancellable, on_booked_cb, g_object_ref (self));
}

/* The file */

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const char *const tags[] = { "file", "columns" };
  g_autoptr (SpilBookingImportDialog) self = user_data;
  SpilImportLook *look = end_job (self, source, result);

  if (look == NULL)
    return;
  if (self->view != NULL)
    spil_import_mapping_fill (self->mapping, look->plan, look->samples);
  g_clear_pointer (&self->look, spil_import_look_free);
  self->look = look;
  if (self->view == NULL)
    return;
  adw_navigation_view_replace_with_tags (self->view, tags, G_N_ELEMENTS (tags));
  // What was read in before goes the same way again.
  if (look->remembered)
    on_next_cb (self);
  else
    gtk_widget_grab_focus (self->next_button);
}

static void
on_path_chosen_cb (SpilBookingImportDialog *self, const char *path)
{
  const guint kind = MIN (adw_combo_row_get_selected (self->kind_row), G_N_ELEMENTS (kinds) - 1);

  g_set_str (&self->path, path);
  begin_job (self, _ ("Looking at the list. Nothing is booked yet."));
  spil_booking_job_look (self->worker, self->path, spil_entity_by_number (kinds[kind]), on_looked_cb,
                         g_object_ref (self));
}

static void
on_file_refused_cb (SpilBookingImportDialog *self, const char *sentence)
{
  refuse (self, sentence);
}

/* The object */

static void
spil_booking_import_dialog_dispose (GObject *object)
{
  SpilBookingImportDialog *self = SPIL_BOOKING_IMPORT_DIALOG (object);

  g_clear_object (&self->worker);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_BOOKING_IMPORT_DIALOG);
  G_OBJECT_CLASS (spil_booking_import_dialog_parent_class)->dispose (object);
}

static void
spil_booking_import_dialog_finalize (GObject *object)
{
  SpilBookingImportDialog *self = SPIL_BOOKING_IMPORT_DIALOG (object);

  g_clear_pointer (&self->look, spil_import_look_free);
  g_clear_pointer (&self->import, spil_booking_import_free);
  g_free (self->path);
  G_OBJECT_CLASS (spil_booking_import_dialog_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, SpilBookingImportDialog, child)

static void
spil_booking_import_dialog_class_init (SpilBookingImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_booking_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_booking_import_dialog_finalize;
  g_type_ensure (SPIL_TYPE_BUSY_PAGE);
  g_type_ensure (SPIL_TYPE_FILE_QUESTION);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-booking-import-dialog.ui");
  BIND (view);
  BIND (refusal_revealer);
  BIND (refusal);
  BIND (kind_row);
  BIND (question);
  BIND (mapping);
  BIND (next_button);
  BIND (counts);
  BIND (codes);
  BIND (vat_row);
  BIND (decision_row);
  BIND (notes);
  BIND (run_button);
  BIND (busy);
  gtk_widget_class_bind_template_callback (widget_class, on_path_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_file_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_run_cb);
}

static void
fill_choices (SpilBookingImportDialog *self)
{
  const SpilField *vat = spil_entity_field (spil_entity (SPIL_ENTITY_ACTUAL), SPIL_ACTUAL_VAT);
  g_autoptr (GtkStringList) entities = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) notes = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (entities, spil_entity_label_plural (spil_entity_by_number (kinds[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (vats); i++)
    gtk_string_list_append (notes, spil_field_choice_label (vat, (int) vats[i]));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (entities));
  adw_combo_row_set_model (self->vat_row, G_LIST_MODEL (notes));
}

static void
spil_booking_import_dialog_init (SpilBookingImportDialog *self)
{
  g_autoptr (GListModel) filters = spil_import_make_filters ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  spil_form_name_list (GTK_WIDGET (self->kind_row),
                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->kind_row)));
  g_signal_connect_swapped (self->vat_row, "notify::selected", G_CALLBACK (on_vat_cb), self);
  g_signal_connect_swapped (self->decision_row, "notify::selected", G_CALLBACK (on_decision_cb), self);
  spil_file_question_set_dialog (self->question, _ ("Read in bookings"), filters);
  spil_form_focus_first (ADW_DIALOG (self), spil_file_question_get_entry (self->question));
  spil_help_set_topic (GTK_WIDGET (self), "bookings");
}

AdwDialog *
spil_booking_import_dialog_new (SpilWorker *worker, GFile *file)
{
  SpilBookingImportDialog *self = g_object_new (SPIL_TYPE_BOOKING_IMPORT_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  if (file != NULL)
    spil_file_question_take (self->question, file);
  return ADW_DIALOG (self);
}
