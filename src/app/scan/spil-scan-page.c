// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-scan-page.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-columns.h"
#include "spil-number.h"
#include "spil-row-group.h"
#include "spil-scan-advice.h"
#include "spil-scan-counts-dialog.h"
#include "spil-scan-data.h"
#include "spil-scan-words.h"

struct _SpilScanPage
{
  SpilRowPage parent_instance;

  GtkLabel *heading;
  GtkLabel *about;
  SpilChartView *profile;
  SpilRowGroup *figures;
  SpilRowGroup *changes;
  SpilRowGroup *advice;
  SpilRowGroup *proposals;
};

G_DEFINE_FINAL_TYPE (SpilScanPage, spil_scan_page, SPIL_TYPE_ROW_PAGE)

// The shares that are shown and compared.
typedef struct
{
  const char *label;
  gsize share; /**< in SpilScanFigures */
} Measure;

static const Measure measures[] = {
  { N_ ("Arrives in the peak"), G_STRUCT_OFFSET (SpilScanFigures, peak) },
  { N_ ("Alone in a car"), G_STRUCT_OFFSET (SpilScanFigures, car) },
  { N_ ("By bicycle"), G_STRUCT_OFFSET (SpilScanFigures, bicycle) },
  { N_ ("By public transport"), G_STRUCT_OFFSET (SpilScanFigures, public_transport) },
  { N_ ("Lives within cycling distance"), G_STRUCT_OFFSET (SpilScanFigures, near) },
};

static const SpilScanShare *
get_share (const SpilScanRow *scan, const Measure *measure)
{
  return scan != NULL ? G_STRUCT_MEMBER_P (&scan->figures, measure->share) : NULL;
}

/* What it shows */

static void
add_figure (SpilScanPage *self, const char *label, const char *subtitle, const char *value)
{
  spil_row_group_append (self->figures,
                         spil_text_row_new (label, subtitle, value != NULL ? value : _ ("not known")));
}

static void
add_busiest (SpilScanPage *self, const SpilScanFigures *figures)
{
  g_autofree char *share = spil_scan_dup_share (&figures->busiest);

  if (figures->busiest_day > 0)
    add_figure (self, _ ("Busiest day"), spil_day_weekday_name (figures->busiest_day), share);
}

static void
fill_figures (SpilScanPage *self, const SpilScanRow *scan)
{
  g_autofree char *answers = spil_scan_dup_answers (&scan->counts);
  g_autofree char *days = scan->counts.home_days >= 0 ? spil_decimal_format (scan->counts.home_days) : NULL;

  spil_row_group_begin (self->figures);
  add_figure (self, _ ("Respondents"), NULL, answers);
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++) {
    g_autofree char *share = spil_scan_dup_share (get_share (scan, &measures[i]));

    add_figure (self, _ (measures[i].label), NULL, share);
  }
  add_busiest (self, &scan->figures);
  add_figure (self, _ ("Home-work days a week"), NULL, days);
  spil_row_group_end (self->figures, NULL);
}

/* Before and after */

static void
add_change (SpilScanPage *self, const SpilScanData *data, const Measure *measure)
{
  SpilScanChange change = spil_scan_compare (
      get_share (data->before, measure), get_share (data->scan, measure),
      get_share (data->elsewhere_before, measure), get_share (data->elsewhere_after, measure));
  g_autofree char *size = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *elsewhere = NULL;
  g_autofree char *subtitle = NULL;

  if (!change.known)
    return;
  size = spil_scan_dup_change (&change);
  verdict = spil_scan_dup_verdict (&change);
  if (change.compared)
    elsewhere = spil_scan_dup_elsewhere (&change);
  subtitle = spil_join_facts (verdict, elsewhere != NULL ? elsewhere : "", NULL);
  spil_row_group_append (self->changes, spil_text_row_new (_ (measure->label), subtitle, size));
}

static void
fill_changes (SpilScanPage *self, const SpilScanData *data)
{
  spil_row_group_begin (self->changes);
  for (gsize i = 0; data->before != NULL && i < G_N_ELEMENTS (measures); i++)
    add_change (self, data, &measures[i]);
  spil_row_group_end (self->changes, data->scan->kind == SPIL_MEASUREMENT_KIND_AFTER
                                         ? _ ("There is no zero measurement of this site to compare with.")
                                         : NULL);
}

/* Advice */

static void
fill_advice (SpilScanPage *self, const SpilScanData *data)
{
  static const int fields[] = { SPIL_SCAN_ADVICE_TEXT, SPIL_SCAN_ADVICE_INSTRUMENT, SPIL_SCAN_ADVICE_STATE,
                                0 };
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_SCAN_ADVICE), spil_id_new ());

  spil_record_set_reference (preset, SPIL_SCAN_ADVICE_SCAN, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_record_set_integer (preset, SPIL_SCAN_ADVICE_STATE, SPIL_ADVICE_STATE_GIVEN);
  spil_row_group_set_add (self->advice, preset, fields);
  spil_row_group_begin (self->advice);
  for (guint i = 0; i < data->advice->len; i++) {
    SpilRecord *advice = data->advice->pdata[i];
    g_autofree char *state = spil_record_format (advice, SPIL_SCAN_ADVICE_STATE);
    GtkWidget *row = spil_text_row_new (spil_record_get_text (advice, SPIL_SCAN_ADVICE_TEXT), state, NULL);

    spil_text_row_edit (row, advice, fields);
    spil_row_group_append (self->advice, row);
  }
  spil_row_group_end (self->advice, _ ("No advice yet"));
}

// What was proposed and taken over, or dropped, is not proposed again.
static gboolean
was_taken (const SpilScanData *data, SpilScanAdvice advice)
{
  for (guint i = 0; i < data->advice->len; i++)
    if (g_strcmp0 (spil_record_get_text (data->advice->pdata[i], SPIL_SCAN_ADVICE_RULE),
                   spil_scan_advice_key (advice)) == 0)
      return TRUE;
  return FALSE;
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilScanPage *self = SPIL_SCAN_PAGE (widget);
  const SpilScanData *data = spil_page_get_data (SPIL_PAGE (widget));
  SpilScanAdvice proposed = (SpilScanAdvice) g_variant_get_int32 (parameter);
  g_autoptr (SpilRecord) advice = NULL;
  g_autofree char *text = NULL;
  SpilAction *action;

  if (data == NULL || proposed >= SPIL_N_SCAN_ADVICES)
    return;
  advice = spil_record_new (spil_entity (SPIL_ENTITY_SCAN_ADVICE), spil_id_new ());
  text = spil_scan_advice_dup_text (proposed, &data->scan->figures, &data->norms);
  spil_record_set_reference (advice, SPIL_SCAN_ADVICE_SCAN, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_record_set_text (advice, SPIL_SCAN_ADVICE_TEXT, text);
  spil_record_set_text (advice, SPIL_SCAN_ADVICE_RULE, spil_scan_advice_key (proposed));
  spil_record_set_integer (advice, SPIL_SCAN_ADVICE_STATE, SPIL_ADVICE_STATE_PROPOSED);
  action = spil_action_new (_ ("Advice taken over"));
  spil_action_add (action, advice);
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (widget)), action, NULL, NULL);
}

static GtkWidget *
make_proposal (const char *text, SpilScanAdvice advice)
{
  GtkWidget *row = spil_text_row_new (text, NULL, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  // Translators: %s is a proposed advice.
  g_autofree char *name = g_strdup_printf (_ ("Take over: %s"), text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take over"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "scan.take");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) advice);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_proposals (SpilScanPage *self, const SpilScanData *data)
{
  spil_row_group_begin (self->proposals);
  for (int i = 0; i < SPIL_N_SCAN_ADVICES; i++) {
    g_autofree char *text = NULL;

    if (was_taken (data, (SpilScanAdvice) i) ||
        !spil_scan_advice_applies ((SpilScanAdvice) i, &data->scan->figures, &data->norms))
      continue;
    text = spil_scan_advice_dup_text ((SpilScanAdvice) i, &data->scan->figures, &data->norms);
    spil_row_group_append (self->proposals, make_proposal (text, (SpilScanAdvice) i));
  }
  spil_row_group_end (self->proposals, NULL);
}

/* The page */

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilScanPage *self = SPIL_SCAN_PAGE (page);
  const SpilScanData *data = loaded;
  g_autoptr (SpilChart) profile = NULL;
  g_autofree char *title = spil_scan_row_dup_title (data->scan);
  g_autofree char *about = spil_join_facts (title, data->scan->method != NULL ? data->scan->method : "",
                                            NULL);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), title);
  gtk_label_set_label (self->heading, data->scan->organisation_name);
  gtk_label_set_label (self->about, about);
  profile = spil_scan_data_make_profile (data);
  spil_chart_view_set_chart (self->profile, profile);
  fill_figures (self, data->scan);
  fill_changes (self, data);
  fill_advice (self, data);
  fill_proposals (self, data);
}

static void
on_counts_clicked_cb (SpilScanPage *self)
{
  const SpilScanData *data = spil_page_get_data (SPIL_PAGE (self));

  if (data != NULL)
    adw_dialog_present (spil_scan_counts_dialog_new (spil_page_get_worker (SPIL_PAGE (self)),
                                                     spil_row_page_get_id (SPIL_ROW_PAGE (self)), data->rows),
                        GTK_WIDGET (self));
}

static void
on_edit_clicked_cb (SpilScanPage *self)
{
  spil_row_page_edit (SPIL_ROW_PAGE (self));
}

static void
spil_scan_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_SCAN_PAGE);
  G_OBJECT_CLASS (spil_scan_page_parent_class)->dispose (object);
}

static void
spil_scan_page_class_init (SpilScanPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_SCAN,          SPIL_ENTITY_SCAN_ARRIVAL,
    SPIL_ENTITY_SCAN_HOME,     SPIL_ENTITY_SCAN_MODE,
    SPIL_ENTITY_SCAN_DISTANCE, SPIL_ENTITY_SCAN_ADVICE,
    SPIL_ENTITY_SITE,          SPIL_ENTITY_ORGANISATION,
    SPIL_ENTITY_SETTING,       0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_scan_page_dispose;
  page_class->entities = entities;
  page_class->help = "employer";
  page_class->load = spil_scan_data_load;
  page_class->free_data = (GDestroyNotify) spil_scan_data_free;
  row_class->entity = SPIL_ENTITY_SCAN;
  row_class->fill_row = fill_row;
  gtk_widget_class_install_action (widget_class, "scan.take", "i", take_action);

  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-scan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilScanPage, heading);
  gtk_widget_class_bind_template_child (widget_class, SpilScanPage, about);
  gtk_widget_class_bind_template_child (widget_class, SpilScanPage, profile);
  gtk_widget_class_bind_template_child (widget_class, SpilScanPage, figures);
  gtk_widget_class_bind_template_child (widget_class, SpilScanPage, changes);
  gtk_widget_class_bind_template_child (widget_class, SpilScanPage, advice);
  gtk_widget_class_bind_template_child (widget_class, SpilScanPage, proposals);
  gtk_widget_class_bind_template_callback (widget_class, on_counts_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_scan_page_init (SpilScanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_scan_page_new (SpilWorker *worker, SpilId scan)
{
  return spil_row_page_new (SPIL_TYPE_SCAN_PAGE, worker, _ ("Quickscan"), scan);
}
