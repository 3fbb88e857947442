// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-effects-page.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-columns.h"
#include "spil-effect-page.h"
#include "spil-effect-words.h"
#include "spil-indicator-page.h"
#include "spil-report-charts.h"
#include "spil-row-group.h"

struct _SpilEffectsPage
{
  SpilPage parent_instance;

  SpilRowGroup *indicators;
  GtkBox *charts;
  SpilRowGroup *effects;
  SpilRowGroup *factors;
};

G_DEFINE_FINAL_TYPE (SpilEffectsPage, spil_effects_page, SPIL_TYPE_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *indicators; /**< of SpilIndicatorRow */
  GPtrArray *effects; /**< of SpilEffectRow */
  GPtrArray *factors; /**< of SpilRecord */
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->indicators, g_ptr_array_unref);
  g_clear_pointer (&data->effects, g_ptr_array_unref);
  g_clear_pointer (&data->factors, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);
  g_autoptr (SpilQuery) factors = spil_query_new (spil_entity (SPIL_ENTITY_EMISSION_FACTOR));

  if ((data->indicators = spil_indicator_query (store, spil_day_today (), error)) == NULL ||
      (data->effects = spil_effect_query (store, SPIL_ID_NIL, error)) == NULL ||
      (data->factors = spil_store_list (store, factors, error)) == NULL)
    return NULL;
  return g_steal_pointer (&data);
}

static GtkWidget *
make_indicator_row (const SpilIndicatorRow *indicator)
{
  g_autofree char *unit = spil_indicator_dup_unit (indicator);
  g_autofree char *facts = spil_indicator_dup_facts (indicator);
  g_autofree char *value = spil_indicator_dup_value (indicator);
  g_autoptr (GString) subtitle = g_string_new (unit);
  GtkWidget *row;

  if (facts[0] != '\0')
    g_string_append_printf (subtitle, "\n%s", facts);
  if (indicator->assumption != NULL)
    g_string_append_printf (subtitle, "\n%s", indicator->assumption);
  row = spil_text_row_new (indicator->name, subtitle->str, value);
  spil_text_row_open (row, SPIL_ENTITY_INDICATOR, indicator->id);
  return row;
}

static GtkWidget *
make_effect_row (const SpilEffectRow *effect)
{
  g_autofree char *title = spil_effect_dup_title (effect);
  g_autofree char *missing = spil_effect_dup_missing (effect->figures.missing);
  g_autofree char *a_day = spil_effect_dup_value (effect->figures.a_day_gross);
  g_autofree char *co2 = spil_effect_dup_value (effect->figures.co2_gross);
  g_autofree char *day_text = g_strdup_printf (_ ("%s a working day"), a_day);
  g_autofree char *co2_text = effect->figures.co2_gross.known ? g_strdup_printf (_ ("%s kg CO₂ a year"), co2)
                                                              : g_strdup ("");
  g_autofree char *figures = co2_text[0] != '\0' ? g_strjoin ("\n", day_text, co2_text, NULL)
                                                 : g_strdup (day_text);
  g_autofree char *about = spil_join_facts (
      effect->organisation_name != NULL ? effect->organisation_name : "",
      effect->instrument_name != NULL ? effect->instrument_name : "", NULL);
  g_autofree char *subtitle = missing != NULL ? g_strjoin ("\n", about, missing, NULL) : g_strdup (about);
  GtkWidget *row = spil_text_row_new (title, subtitle, figures);

  spil_text_row_open (row, SPIL_ENTITY_EFFECT, effect->id);
  return row;
}

static GtkWidget *
make_factor_row (SpilRecord *factor)
{
  g_autofree char *year = spil_record_format (factor, SPIL_EMISSION_FACTOR_YEAR);
  g_autofree char *scope = spil_record_format (factor, SPIL_EMISSION_FACTOR_SCOPE);
  g_autofree char *per = spil_record_format (factor, SPIL_EMISSION_FACTOR_PER);
  g_autofree char *value = spil_record_format (factor, SPIL_EMISSION_FACTOR_VALUE);
  g_autofree char *source = spil_record_format (factor, SPIL_EMISSION_FACTOR_SOURCE);
  g_autofree char *facts = spil_join_facts (year, scope, per, NULL);
  g_autofree char *grams = value[0] != '\0' ? g_strdup_printf (_ ("%s g/km"), value)
                                            : g_strdup (_ ("not stated"));
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  subtitle = g_strdup_printf (_ ("%s\nSource: %s"), facts, source[0] != '\0' ? source : _ ("not stated"));
  row = spil_text_row_new (spil_record_get_title (factor), subtitle, grams);
  spil_text_row_edit (row, factor, NULL);
  return row;
}

static void
fill_charts (SpilEffectsPage *self, const Data *data)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->charts))) != NULL)
    gtk_box_remove (self->charts, child);
  for (guint i = 0; i < data->indicators->len; i++) {
    const SpilIndicatorRow *indicator = g_ptr_array_index (data->indicators, i);
    g_autoptr (SpilChart) chart = spil_report_chart_of_indicator (indicator, spil_day_today ());
    GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
    GtkWidget *view = spil_chart_view_new (indicator->name);

    spil_chart_view_set_chart (SPIL_CHART_VIEW (view), chart);
    gtk_widget_add_css_class (card, "card");
    gtk_widget_add_css_class (card, "chart-card");
    gtk_box_append (GTK_BOX (card), view);
    gtk_box_append (self->charts, card);
  }
}

static void
fill_group (SpilRowGroup *group, SpilEntityNumber entity, GPtrArray *rows, GtkWidget *(*make) (gpointer),
            const char *nothing)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (entity), spil_id_new ());

  spil_row_group_set_add (group, preset, NULL);
  spil_row_group_begin (group);
  for (guint i = 0; i < rows->len; i++)
    spil_row_group_append (group, make (g_ptr_array_index (rows, i)));
  spil_row_group_end (group, nothing);
}

static GtkWidget *
indicator_row (gpointer row)
{
  return make_indicator_row (row);
}

static GtkWidget *
effect_row (gpointer row)
{
  return make_effect_row (row);
}

static GtkWidget *
factor_row (gpointer row)
{
  return make_factor_row (row);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilEffectsPage *self = SPIL_EFFECTS_PAGE (page);
  const Data *data = loaded;

  fill_group (self->indicators, SPIL_ENTITY_INDICATOR, data->indicators, indicator_row,
              _ ("No indicators yet"));
  fill_charts (self, data);
  fill_group (self->effects, SPIL_ENTITY_EFFECT, data->effects, effect_row,
              _ ("No effect chains yet: add one for an offer or an employer"));
  fill_group (self->factors, SPIL_ENTITY_EMISSION_FACTOR, data->factors, factor_row,
              _ ("No emission factors yet"));
  if (data->indicators->len == 0 && data->effects->len == 0 && data->factors->len == 0)
    spil_page_set_empty (
        page, _ ("No indicators yet"),
        _ ("An indicator says what the programme wants to reach, and what has been measured of it."),
        _ ("Add an indicator"), "win.add::indicator");
}

static void
add (SpilPage *page)
{
  spil_row_group_add (SPIL_EFFECTS_PAGE (page)->indicators);
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  SpilWorker *worker = spil_page_get_worker (page);

  if (entity->number == SPIL_ENTITY_INDICATOR)
    spil_page_push (page, spil_indicator_page_new (worker, id));
  else if (entity->number == SPIL_ENTITY_EFFECT)
    spil_page_push (page, spil_effect_page_new (worker, id));
  else
    return FALSE;
  return TRUE;
}

static void
spil_effects_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_EFFECTS_PAGE);
  G_OBJECT_CLASS (spil_effects_page_parent_class)->dispose (object);
}

static void
spil_effects_page_class_init (SpilEffectsPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_INDICATOR,
    SPIL_ENTITY_GOAL,
    SPIL_ENTITY_MEASUREMENT,
    SPIL_ENTITY_EFFECT,
    SPIL_ENTITY_EMISSION_FACTOR,
    SPIL_ENTITY_OFFER,
    SPIL_ENTITY_INSTRUMENT,
    SPIL_ENTITY_ORGANISATION,
    0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_effects_page_dispose;
  page_class->entities = entities;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  page_class->add = add;
  page_class->open_record = open_record;

  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-effects-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilEffectsPage, indicators);
  gtk_widget_class_bind_template_child (widget_class, SpilEffectsPage, charts);
  gtk_widget_class_bind_template_child (widget_class, SpilEffectsPage, effects);
  gtk_widget_class_bind_template_child (widget_class, SpilEffectsPage, factors);
}

static void
spil_effects_page_init (SpilEffectsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
