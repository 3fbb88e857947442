// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-page.h"

#include <glib/gi18n-lib.h>

#include "spil-area-check-form.h"
#include "spil-area-data.h"
#include "spil-area-rows.h"
#include "spil-chart-view.h"
#include "spil-columns.h"
#include "spil-fact-grid.h"
#include "spil-offer-dialog.h"
#include "spil-offer-section.h"
#include "spil-plan-section.h"
#include "spil-row-group.h"

struct _SpilAreaPage
{
  SpilRowPage parent_instance;

  GtkLabel *approach;
  GtkLabel *ground;
  GtkWidget *hint_card;
  GtkLabel *hint;
  SpilAreaCheckForm *form;
  SpilRowGroup *checks;
  SpilFactGrid *facts;
  SpilRowGroup *employers;
  SpilRowGroup *results;
  SpilRowGroup *parking;
  SpilChartView *funnel;
};

G_DEFINE_FINAL_TYPE (SpilAreaPage, spil_area_page, SPIL_TYPE_ROW_PAGE)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return spil_area_data_load (store, *(const SpilId *) request, error);
}

// When it was checked, or by which exception the approach is what it is.
static char *
dup_ground (const SpilAreaData *data)
{
  const SpilAreaRow *area = data->area;
  g_autofree char *date = spil_day_format (area->check_date);
  const char *exception = spil_record_get_text (data->record, SPIL_AREA_EXCEPTION);

  if (area->approach == SPIL_APPROACH_AREA_BY_EXCEPTION) {
    g_autofree char *day = spil_record_format (data->record, SPIL_AREA_EXCEPTION_DATE);

    return g_strdup_printf (_ ("Exception of %s: %s"), day, exception);
  }
  if (spil_id_is_nil (area->check))
    return g_strdup (_ ("Answer the four questions below."));
  return g_strdup_printf (_ ("Checked on %s"), date);
}

static void
fill_approach (SpilAreaPage *self, const SpilAreaData *data)
{
  g_autofree char *sentence = spil_area_dup_sentence (&data->area->answers);
  g_autofree char *ground = dup_ground (data);
  g_autofree char *hint = spil_upscale_hint_dup_sentence (&data->area->hint);

  gtk_label_set_label (self->approach, sentence);
  gtk_label_set_label (self->ground, ground);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint_card, hint != NULL);
}

static void
fill_facts (SpilAreaPage *self, const SpilAreaData *data)
{
  static const int fields[] = {
    SPIL_AREA_KIND,          SPIL_AREA_MUNICIPALITY,    SPIL_AREA_STANCE,
    SPIL_AREA_THEMES,        SPIL_AREA_PARK_MANAGEMENT, SPIL_AREA_PARK_MANAGER,
    SPIL_AREA_PARKING_NOTES, SPIL_AREA_RESIDENTS,       SPIL_AREA_SECOND_TARGET,
    SPIL_AREA_EXCEPTION,     SPIL_AREA_EXCEPTION_DATE,  SPIL_AREA_EXCEPTION_DECISION,
    SPIL_AREA_NOTES,
  };

  spil_fact_grid_clear (self->facts);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    spil_fact_grid_add_field (self->facts, data->record, fields[i]);
}

static void
fill_employers (SpilAreaPage *self, const SpilAreaData *data)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self->employers);
  g_autofree char *counts = spil_area_dup_counts (data->area);
  g_autofree char *first = NULL;

  if (data->area->n_employers > data->employers->len)
    first = g_strdup_printf (_ ("%s. The first %d are shown."), counts, (int) data->employers->len);
  adw_preferences_group_set_description (group, first != NULL ? first : counts);
  spil_row_group_begin (self->employers);
  for (guint i = 0; i < data->employers->len; i++)
    spil_row_group_append (self->employers,
                           spil_area_employer_row_new (g_ptr_array_index (data->employers, i)));
  spil_row_group_end (self->employers, _ ("No employers with a site in this area"));
}

static void
fill_results (SpilAreaPage *self, const SpilAreaData *data)
{
  spil_row_group_begin (self->results);
  spil_area_append_results (self->results, &data->results);
  spil_row_group_end (self->results, _ ("Nothing has been offered here yet"));
}

static void
fill_parking (SpilAreaPage *self, const SpilAreaData *data)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_PARKING_ENTRY), spil_id_new ());

  spil_record_set_reference (preset, SPIL_PARKING_ENTRY_AREA, spil_row_page_get_id (SPIL_ROW_PAGE (self)));
  spil_row_group_set_add (self->parking, preset, NULL);
  spil_row_group_begin (self->parking);
  spil_area_append_parking (self->parking, &data->balance, data->parking);
  spil_row_group_end (self->parking, NULL);
}

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilAreaPage *self = SPIL_AREA_PAGE (page);
  const SpilAreaData *data = loaded;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), data->area->name);
  fill_approach (self, data);
  spil_area_check_form_set_area (self->form, data->area);
  spil_row_group_begin (self->checks);
  for (guint i = 0; i < data->checks->len; i++)
    spil_row_group_append (self->checks, spil_area_check_row_new (g_ptr_array_index (data->checks, i)));
  spil_row_group_end (self->checks, NULL);
  fill_facts (self, data);
  fill_employers (self, data);
  fill_results (self, data);
  fill_parking (self, data);
  spil_chart_view_set_chart (self->funnel, data->funnel);
}

static void
on_propose_clicked_cb (SpilAreaPage *self)
{
  const SpilAreaData *data = spil_page_get_data (SPIL_PAGE (self));

  if (data != NULL)
    spil_area_check_form_propose (self->form, data->area);
}

// What one adds to an area is a check of it.
static void
add (SpilPage *page)
{
  spil_area_check_form_start (SPIL_AREA_PAGE (page)->form);
}

static gboolean
add_record (SpilPage *page, const SpilEntity *entity)
{
  if (entity->number != SPIL_ENTITY_OFFER)
    return FALSE;
  spil_offer_dialog_present (spil_page_get_worker (page), GTK_WIDGET (page), SPIL_ID_NIL,
                             spil_row_page_get_id (SPIL_ROW_PAGE (page)), SPIL_ID_NIL);
  return TRUE;
}

static void
on_edit_clicked_cb (SpilAreaPage *self)
{
  const SpilAreaData *data = spil_page_get_data (SPIL_PAGE (self));

  if (data != NULL)
    spil_present_edit (GTK_WIDGET (self->facts), data->record, NULL);
}

static void
spil_area_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_AREA_PAGE);
  G_OBJECT_CLASS (spil_area_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, approach);
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, ground);
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, hint_card);
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, hint);
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, results);
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, parking);
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, funnel);
  gtk_widget_class_bind_template_callback (widget_class, on_propose_clicked_cb);
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, form);
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, checks);
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilAreaPage, employers);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_area_page_class_init (SpilAreaPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_AREA,
    SPIL_ENTITY_AREA_CHECK,
    SPIL_ENTITY_SITE,
    SPIL_ENTITY_ORGANISATION,
    SPIL_ENTITY_ENGAGEMENT,
    SPIL_ENTITY_STAGE,
    SPIL_ENTITY_CONTACT,
    SPIL_ENTITY_SETTING,
    SPIL_ENTITY_OFFER,
    SPIL_ENTITY_PARKING_ENTRY,
    SPIL_ENTITY_DECISION,
    SPIL_ENTITY_STAGE_CHANGE,
    0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_area_page_dispose;
  page_class->entities = entities;
  page_class->help = "areas";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_area_data_free;
  row_class->entity = SPIL_ENTITY_AREA;
  row_class->fill_row = fill_row;
  page_class->add = add;
  page_class->add_record = add_record;

  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_AREA_CHECK_FORM);
  g_type_ensure (SPIL_TYPE_OFFER_SECTION);
  g_type_ensure (SPIL_TYPE_PLAN_SECTION);
  g_type_ensure (SPIL_TYPE_FACT_GRID);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-area-page.ui");
  bind_children (widget_class);
}

static void
spil_area_page_init (SpilAreaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_area_page_new (SpilWorker *worker, SpilId area)
{
  SpilPage *self = spil_row_page_new (SPIL_TYPE_AREA_PAGE, worker, _ ("Area"), area);

  spil_section_set_subjects (GTK_WIDGET (self), area);
  return self;
}
