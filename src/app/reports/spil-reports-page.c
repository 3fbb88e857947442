// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-reports-page.h"

#include <glib/gi18n-lib.h>

#include "spil-akt.h"
#include "spil-record-dialog.h"
#include "spil-record-list.h"
#include "spil-report-maker.h"
#include "spil-report-rows.h"
#include "spil-reports-data.h"

// The quarters to choose from, the present one first.
#define N_PERIODS 12

struct _SpilReportsPage
{
  SpilPage parent_instance;

  AdwComboRow *period;
  GtkWidget *make;
  AdwActionRow *making;
  GtkProgressBar *progress;
  AdwPreferencesGroup *lights;
  AdwPreferencesGroup *reports;
  SpilRecordList *decisions;

  GPtrArray *light_rows; /**< borrowed */
  GPtrArray *report_rows; /**< borrowed */
  SpilReportMaker *maker; /**< NULL: no report is being made */
};

G_DEFINE_FINAL_TYPE (SpilReportsPage, spil_reports_page, SPIL_TYPE_PAGE)

static SpilPeriod
chosen_period (SpilReportsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->period);

  return spil_period_step (spil_report_default_period (),
                           selected == GTK_INVALID_LIST_POSITION ? 0 : -(int) selected);
}

static gpointer
prepare (SpilPage *page)
{
  SpilPeriod *period = g_new (SpilPeriod, 1);

  *period = chosen_period (SPIL_REPORTS_PAGE (page));
  return period;
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return spil_reports_data_load (store, *(SpilPeriod *) request, cancellable, error);
}

// The quarters, once it is known which day it is: a demo has its own.
static void
fill_periods (SpilReportsPage *self)
{
  g_autoptr (GtkStringList) names = NULL;

  if (adw_combo_row_get_model (self->period) != NULL)
    return;
  names = gtk_string_list_new (NULL);
  for (int i = 0; i < N_PERIODS; i++) {
    g_autofree char *name = spil_period_format (spil_period_step (spil_report_default_period (), -i));

    gtk_string_list_append (names, name);
  }
  adw_combo_row_set_model (self->period, G_LIST_MODEL (names));
}

static void
empty_group (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
add_row (AdwPreferencesGroup *group, GPtrArray *rows, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

// The form in which a person sets the light of an aspect for the period, beginning with what is there.
static void
on_light_activated_cb (GtkWidget *row, gpointer user_data)
{
  static const int fields[] = { SPIL_REPORT_LIGHT_LIGHT, SPIL_REPORT_LIGHT_REASON, 0 };
  SpilReportsPage *self = user_data;
  const SpilReportsData *data = spil_page_get_data (SPIL_PAGE (self));
  const SpilReportLight *light = g_object_get_data (G_OBJECT (row), "spil-light");
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_REPORT_LIGHT);
  g_autoptr (SpilRecord) preset = spil_record_new (entity, spil_id_new ());
  g_autofree char *period = spil_period_to_text (data->figures->period);
  SpilRecordDialog *dialog;

  spil_record_set_text (preset, SPIL_REPORT_LIGHT_PERIOD, period);
  spil_record_set_integer (preset, SPIL_REPORT_LIGHT_ASPECT, light->aspect);
  spil_record_set_integer (preset, SPIL_REPORT_LIGHT_PROPOSED, light->proposed);
  spil_record_set_integer (preset, SPIL_REPORT_LIGHT_LIGHT, light->light);
  dialog = spil_record_dialog_new_add (spil_page_get_worker (SPIL_PAGE (self)), entity, preset);
  spil_record_dialog_set_fields (dialog, fields);
  spil_record_dialog_set_action_label (dialog, _ ("Light set"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_light (SpilReportsPage *self, SpilReportLight *light)
{
  GtkWidget *row = spil_light_row_new (light);

  // It stays with the page's data, which outlive the row.
  g_object_set_data (G_OBJECT (row), "spil-light", light);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_light_activated_cb), self, 0);
  add_row (self->lights, self->light_rows, row);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilReportsPage *self = SPIL_REPORTS_PAGE (page);
  const SpilReportsData *data = loaded;

  fill_periods (self);
  empty_group (self->lights, self->light_rows);
  for (guint i = 0; i < data->figures->lights->len; i++)
    add_light (self, g_ptr_array_index (data->figures->lights, i));
  empty_group (self->reports, self->report_rows);
  for (guint i = 0; i < data->reports->len; i++)
    add_row (self->reports, self->report_rows,
             spil_report_row_new (g_ptr_array_index (data->reports, i),
                                  spil_worker_get_dir (spil_page_get_worker (page))));
  gtk_widget_set_visible (GTK_WIDGET (self->reports), data->reports->len > 0);
  spil_record_list_set_records (self->decisions, data->decisions);
}

static void
add (SpilPage *page)
{
  spil_record_list_add (SPIL_REPORTS_PAGE (page)->decisions);
}

static void
show_making (SpilReportsPage *self, gboolean making)
{
  gtk_widget_set_visible (GTK_WIDGET (self->making), making);
  gtk_widget_set_visible (self->make, !making);
  gtk_widget_set_sensitive (GTK_WIDGET (self->period), !making);
  if (!making)
    gtk_widget_grab_focus (self->make);
}

static void
on_maker_progress_cb (SpilReportsPage *self, double fraction, const char *what)
{
  gtk_progress_bar_set_fraction (self->progress, fraction);
  adw_action_row_set_subtitle (self->making, what != NULL ? what : "");
}

static void
on_maker_done_cb (SpilReportsPage *self)
{
  g_clear_object (&self->maker);
  show_making (self, FALSE);
}

static void
on_maker_failed_cb (SpilReportsPage *self, const GError *error)
{
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_object (&self->maker);
  show_making (self, FALSE);
  spil_page_toast (SPIL_PAGE (self), cancelled ? _ ("Making the report was cancelled") : error->message);
}

static void
on_make_activated_cb (SpilReportsPage *self)
{
  if (self->maker != NULL)
    return;
  self->maker = spil_report_maker_new (spil_page_get_worker (SPIL_PAGE (self)), chosen_period (self));
  g_signal_connect_object (self->maker, "progress", G_CALLBACK (on_maker_progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maker, "done", G_CALLBACK (on_maker_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maker, "failed", G_CALLBACK (on_maker_failed_cb), self, G_CONNECT_SWAPPED);
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_making (self, TRUE);
}

static void
on_cancel_clicked_cb (SpilReportsPage *self)
{
  if (self->maker != NULL)
    spil_report_maker_cancel (self->maker);
}

static void
on_period_changed_cb (SpilReportsPage *self)
{
  if (spil_page_get_data (SPIL_PAGE (self)) != NULL)
    spil_page_reload (SPIL_PAGE (self));
}

static void
spil_reports_page_dispose (GObject *object)
{
  SpilReportsPage *self = SPIL_REPORTS_PAGE (object);

  if (self->maker != NULL)
    spil_report_maker_cancel (self->maker);
  g_clear_object (&self->maker);
  g_clear_pointer (&self->light_rows, g_ptr_array_unref);
  g_clear_pointer (&self->report_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_REPORTS_PAGE);
  G_OBJECT_CLASS (spil_reports_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SPIL_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilReportsPage, period);
  gtk_widget_class_bind_template_child (widget_class, SpilReportsPage, make);
  gtk_widget_class_bind_template_child (widget_class, SpilReportsPage, making);
  gtk_widget_class_bind_template_child (widget_class, SpilReportsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, SpilReportsPage, lights);
  gtk_widget_class_bind_template_child (widget_class, SpilReportsPage, reports);
  gtk_widget_class_bind_template_child (widget_class, SpilReportsPage, decisions);
  gtk_widget_class_bind_template_callback (widget_class, on_make_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_period_changed_cb);
}

static void
spil_reports_page_class_init (SpilReportsPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_REPORT,
    SPIL_ENTITY_REPORT_LIGHT,
    SPIL_ENTITY_DECISION,
    SPIL_ENTITY_MEETING,
    SPIL_ENTITY_TASK,
    SPIL_ENTITY_ACTUAL,
    SPIL_ENTITY_COMMITMENT,
    SPIL_ENTITY_RISK,
    SPIL_ENTITY_RISK_SCORE,
    SPIL_ENTITY_RISK_ACTION,
    SPIL_ENTITY_MEASUREMENT,
    SPIL_ENTITY_CONTACT,
    0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_reports_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_reports_data_free;
  page_class->fill = fill;
  page_class->add = add;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_reports_page_init (SpilReportsPage *self)
{
  self->light_rows = g_ptr_array_new ();
  self->report_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
