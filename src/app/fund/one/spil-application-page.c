// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-page.h"

#include <glib/gi18n-lib.h>

#include "spil-application-steps.h"
#include "spil-fact-row.h"
#include "spil-figure-strip.h"
#include "spil-fund-item.h"
#include "spil-record-dialog.h"
#include "spil-record-list.h"

struct _SpilApplicationPage
{
  SpilPage parent_instance;

  SpilId application;
  GPtrArray *fact_rows; /**< what is in @facts; borrowed */

  GtkLabel *employer;
  GtkLabel *measures;
  SpilFigureStrip *strip;
  GtkLabel *rule;
  AdwWrapBox *steps;
  AdwPreferencesGroup *facts;
  SpilRecordList *assessments;
  SpilRecordList *payments;
};

G_DEFINE_FINAL_TYPE (SpilApplicationPage, spil_application_page, SPIL_TYPE_PAGE)

/* Loading */

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_APPLICATION_PAGE (page)->application, sizeof (SpilId));
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *application = request;

  return spil_application_data_load (store, *application, error);
}

/* Showing */

static void
add_figure (SpilApplicationPage *self, const char *caption, gboolean known, SpilMoney money)
{
  g_autofree char *text = spil_fund_dup_money (known, money);

  spil_figure_strip_add (self->strip, caption, text, NULL, FALSE);
}

static void
fill_strip (SpilApplicationPage *self, const SpilFundApplicationRow *row)
{
  spil_figure_strip_clear (self->strip);
  spil_figure_strip_add (self->strip, _ ("State"), spil_fund_state_label (row->state), NULL, FALSE);
  add_figure (self, _ ("Cost"), row->has_cost, row->cost);
  add_figure (self, _ ("Asked"), row->has_asked, row->asked);
  if (row->has_awarded)
    add_figure (self, _ ("Awarded"), TRUE, row->awarded);
  if (row->has_settled)
    add_figure (self, _ ("Settled"), TRUE, row->settled);
  if (row->paid.cents != 0)
    add_figure (self, _ ("Paid"), TRUE, row->paid);
}

static void
on_step_clicked_cb (SpilApplicationPage *self, GtkWidget *button)
{
  const SpilApplicationData *data = spil_page_get_data (SPIL_PAGE (self));
  int state = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "spil-state"));

  if (data != NULL)
    spil_application_step (GTK_WIDGET (self), spil_page_get_worker (SPIL_PAGE (self)), data, state);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
fill_steps (SpilApplicationPage *self, int state)
{
  const int *next = spil_fund_next_states (state);
  gboolean had_focus = has_focus (GTK_WIDGET (self->steps));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    adw_wrap_box_remove (self->steps, child);
  for (int i = 0; next[i] != 0; i++) {
    GtkWidget *button = gtk_button_new_with_label (spil_application_step_label (next[i]));

    if (i == 0)
      gtk_widget_add_css_class (button, "suggested-action");
    g_object_set_data (G_OBJECT (button), "spil-state", GINT_TO_POINTER (next[i]));
    g_signal_connect_object (button, "clicked", G_CALLBACK (on_step_clicked_cb), self, G_CONNECT_SWAPPED);
    adw_wrap_box_append (self->steps, button);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->steps), next[0] != 0);
  if (had_focus && next[0] != 0)
    gtk_widget_child_focus (GTK_WIDGET (self->steps), GTK_DIR_TAB_FORWARD);
}

static void
add_fact (SpilApplicationPage *self, GtkWidget *row)
{
  adw_preferences_group_add (self->facts, row);
  g_ptr_array_add (self->fact_rows, row);
}

static GtkWidget *
make_employer_row (const SpilFundApplicationRow *row)
{
  GtkWidget *employer = spil_fact_row_new (_ ("Employer"), row->organisation_name);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *id = spil_id_dup_text (row->organisation);
  g_autofree char *target = g_strdup_printf ("%s %s", spil_entity (SPIL_ENTITY_ORGANISATION)->name, id);

  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (employer), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (employer), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (employer), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (employer), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (employer), "s", target);
  return employer;
}

static void
fill_facts (SpilApplicationPage *self, const SpilApplicationData *data)
{
  static const int fields[] = { SPIL_APPLICATION_RECEIVED,     SPIL_APPLICATION_COMPLETE,
                                SPIL_APPLICATION_OWN,          SPIL_APPLICATION_OTHER,
                                SPIL_APPLICATION_VAT,          SPIL_APPLICATION_AWARDED_ON,
                                SPIL_APPLICATION_SETTLED_COST, SPIL_APPLICATION_EXPECTED_AVOIDANCES,
                                SPIL_APPLICATION_NOTES };

  for (guint i = 0; i < self->fact_rows->len; i++)
    adw_preferences_group_remove (self->facts, g_ptr_array_index (self->fact_rows, i));
  g_ptr_array_set_size (self->fact_rows, 0);
  add_fact (self, make_employer_row (data->row));
  add_fact (self, spil_fact_row_new (_ ("Scheme"), data->scheme));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_fact (self, spil_fact_row_new_for_field (data->record, fields[i]));
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilApplicationPage *self = SPIL_APPLICATION_PAGE (page);
  const SpilApplicationData *data = loaded;
  g_autofree char *rule = NULL;

  if (data == NULL) {
    spil_page_pop (page);
    return;
  }
  spil_page_set_rows (page, &(SpilPageRow) { SPIL_ENTITY_APPLICATION, self->application }, 1);
  rule = spil_fund_award_dup_sentence (&data->row->award);
  gtk_label_set_text (self->employer, data->row->organisation_name);
  gtk_label_set_text (self->measures,
                      data->row->measures != NULL ? data->row->measures : _ ("Measures not stated"));
  gtk_label_set_text (self->rule, rule);
  fill_strip (self, data->row);
  fill_steps (self, data->row->state);
  fill_facts (self, data);
  spil_record_list_set_records (self->assessments, data->assessments);
  spil_record_list_set_records (self->payments, data->payments);
}

/* The rows of the lists */

static char *
dup_assessment_title (SpilRecord *record, gpointer user_data)
{
  g_autofree char *step = spil_record_format (record, SPIL_ASSESSMENT_STEP);

  return g_strdup_printf ("%s: %s", step,
                          spil_record_get_boolean (record, SPIL_ASSESSMENT_PASSED) ? _ ("passed")
                                                                                   : _ ("not passed"));
}

static char *
dup_assessment_subtitle (SpilRecord *record, gpointer user_data)
{
  g_autofree char *date = spil_record_format (record, SPIL_ASSESSMENT_DATE);
  const char *reason = spil_record_get_text (record, SPIL_ASSESSMENT_REASON);

  return g_strdup_printf ("%s%s%s", date, reason != NULL ? " · " : "", reason != NULL ? reason : "");
}

static char *
dup_assessment_end (SpilRecord *record, gpointer user_data)
{
  return spil_record_format (record, SPIL_ASSESSMENT_ALLOWED);
}

static char *
dup_payment_title (SpilRecord *record, gpointer user_data)
{
  return spil_record_format (record, SPIL_PAYMENT_KIND);
}

static char *
dup_payment_subtitle (SpilRecord *record, gpointer user_data)
{
  return spil_record_format (record, SPIL_PAYMENT_DATE);
}

static char *
dup_payment_end (SpilRecord *record, gpointer user_data)
{
  return spil_record_format (record, SPIL_PAYMENT_AMOUNT);
}

/* Doing */

static void
on_edit_clicked_cb (SpilApplicationPage *self)
{
  const SpilApplicationData *data = spil_page_get_data (SPIL_PAGE (self));
  SpilWorker *worker = spil_page_get_worker (SPIL_PAGE (self));

  if (data != NULL)
    adw_dialog_present (ADW_DIALOG (spil_record_dialog_new_edit (worker, data->record)), GTK_WIDGET (self));
}

/* The class */

static void
spil_application_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_APPLICATION_PAGE);
  G_OBJECT_CLASS (spil_application_page_parent_class)->dispose (object);
}

static void
spil_application_page_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_APPLICATION_PAGE (object)->fact_rows);
  G_OBJECT_CLASS (spil_application_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-application-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, employer);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, measures);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, strip);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, rule);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, assessments);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, payments);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_application_page_class_init (SpilApplicationPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_APPLICATION, SPIL_ENTITY_SCHEME,       SPIL_ENTITY_ASSESSMENT,
                                  SPIL_ENTITY_PAYMENT,     SPIL_ENTITY_ORGANISATION, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_application_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_application_page_finalize;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_application_data_free;
  page_class->fill = fill;

  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_RECORD_LIST);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_application_page_init (SpilApplicationPage *self)
{
  self->fact_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_record_list_set_empty_text (self->assessments, _ ("Not assessed yet"));
  spil_record_list_set_empty_text (self->payments, _ ("Nothing paid yet"));
  spil_record_list_set_texts (self->assessments, dup_assessment_title, dup_assessment_subtitle,
                              dup_assessment_end, NULL);
  spil_record_list_set_texts (self->payments, dup_payment_title, dup_payment_subtitle, dup_payment_end, NULL);
}

SpilPage *
spil_application_page_new (SpilWorker *worker, SpilId application)
{
  SpilApplicationPage *self = g_object_new (SPIL_TYPE_APPLICATION_PAGE, "worker", worker, NULL);
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_PAYMENT), spil_id_new ());

  self->application = application;
  spil_record_set_reference (preset, SPIL_PAYMENT_APPLICATION, application);
  spil_record_set_day (preset, SPIL_PAYMENT_DATE, spil_day_today ());
  spil_record_list_set_preset (self->payments, preset);
  return SPIL_PAGE (self);
}
