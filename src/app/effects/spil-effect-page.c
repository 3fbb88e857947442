// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-effect-page.h"

#include <glib/gi18n-lib.h>

#include "spil-columns.h"
#include "spil-effect-words.h"
#include "spil-number.h"
#include "spil-row-group.h"

struct _SpilEffectPage
{
  SpilRowPage parent_instance;

  GtkLabel *about;
  GtkLabel *missing;
  SpilRowGroup *steps;
  SpilRowGroup *factors;
  SpilRowGroup *results;
};

G_DEFINE_FINAL_TYPE (SpilEffectPage, spil_effect_page, SPIL_TYPE_ROW_PAGE)

// What the page shows.
typedef struct
{
  GPtrArray *effects; /**< of SpilEffectRow */
  const SpilEffectRow *effect; /**< in `effects` */
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->effects, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);
  const SpilId *id = request;

  data->effects = spil_effect_query (store, SPIL_ID_NIL, error);
  if (data->effects == NULL)
    return NULL;
  for (guint i = 0; i < data->effects->len; i++) {
    const SpilEffectRow *effect = g_ptr_array_index (data->effects, i);

    if (spil_id_equal (effect->id, *id))
      data->effect = effect;
  }
  return data->effect != NULL ? g_steal_pointer (&data) : NULL;
}

static void
add_step (SpilRowGroup *group, const char *title, const char *subtitle, char *value)
{
  spil_row_group_append (group, spil_text_row_new (title, subtitle, value));
  g_free (value);
}

static char *
dup_count (int64_t count)
{
  return count < 0 ? g_strdup (_ ("not known")) : spil_integer_format (count);
}

// What the avoided trips became.
static char *
dup_shares (const SpilEffectChain *chain)
{
  g_autofree char *mode = spil_effect_dup_share (chain->share_mode);
  g_autofree char *home = spil_effect_dup_share (chain->share_home);
  g_autofree char *off_peak = spil_effect_dup_share (chain->share_off_peak);
  g_autofree char *elsewhere = spil_effect_dup_share (chain->share_elsewhere);

  return g_strdup_printf (
      _ ("Other mode %s · at home %s · outside the peak %s · outside the area %s. Only the first "
         "two save kilometres."),
      mode, home, off_peak, elsewhere);
}

static void
fill_steps (SpilEffectPage *self, const SpilEffectRow *effect)
{
  const SpilEffectChain *chain = &effect->chain;
  g_autofree char *shares = dup_shares (chain);
  g_autofree char *a_day = spil_effect_dup_value (effect->figures.a_day_gross);
  g_autofree char *a_year = spil_effect_dup_value (effect->figures.a_year_gross);
  g_autofree char *km = spil_effect_dup_value (effect->figures.km_gross);
  g_autofree char *a_day_text = g_strdup_printf (_ ("Together %s avoidances a working day"), a_day);
  g_autofree char *a_year_text = g_strdup_printf (_ ("Together %s avoidances a year"), a_year);
  g_autofree char *km_text = g_strdup_printf (_ ("Together %s km a year less by the old mode"), km);
  g_autofree char *each = spil_effect_dup_decimal (chain->avoidances_a_day);
  g_autofree char *days = dup_count (chain->days_a_year);
  g_autofree char *length = spil_effect_dup_decimal (chain->km);

  spil_row_group_begin (self->steps);
  add_step (self->steps, _ ("Participants"), NULL, dup_count (chain->participants));
  add_step (self->steps, _ ("Avoidances per participant a day"), a_day_text,
            g_strdup_printf ("×\u00a0%s", each));
  add_step (self->steps, _ ("Days a year"), a_year_text, g_strdup_printf ("×\u00a0%s", days));
  add_step (self->steps, _ ("What the trips became"), shares, NULL);
  add_step (self->steps, _ ("Kilometres a trip"), km_text, g_strdup_printf ("×\u00a0%s", length));
  spil_row_group_end (self->steps, NULL);
}

static void
add_factor (SpilRowGroup *group, const char *title, const char *name, int64_t value)
{
  g_autofree char *grams = spil_effect_dup_decimal (value);

  add_step (group, title, name != NULL ? name : _ ("not stated"),
            value < 0 ? g_strdup (grams) : g_strdup_printf (_ ("%s g/km"), grams));
}

static void
fill_factors (SpilEffectPage *self, const SpilEffectRow *effect)
{
  spil_row_group_begin (self->factors);
  add_factor (self->factors, _ ("Old emission factor"), effect->old_factor_name, effect->chain.old_factor);
  add_factor (self->factors, _ ("New emission factor"), effect->new_factor_name, effect->chain.new_factor);
  add_step (self->factors, _ ("Share that lasts"), NULL, spil_effect_dup_share (effect->chain.persistence));
  add_step (self->factors, _ ("Share of free riders"), _ ("They would have done so anyway."),
            spil_effect_dup_share (effect->chain.free_riders));
  spil_row_group_end (self->factors, NULL);
}

static void
add_result (SpilRowGroup *group, const char *title, SpilEffectValue gross, SpilEffectValue net)
{
  g_autofree char *gross_value = spil_effect_dup_value (gross);
  g_autofree char *net_value = spil_effect_dup_value (net);
  g_autofree char *subtitle = g_strdup_printf (_ ("Net: %s"), net_value);

  spil_row_group_append (group, spil_text_row_new (title, subtitle, gross_value));
}

static void
fill_results (SpilEffectPage *self, const SpilEffectFigures *figures)
{
  spil_row_group_begin (self->results);
  add_result (self->results, _ ("Avoidances a working day"), figures->a_day_gross, figures->a_day_net);
  add_result (self->results, _ ("Avoidances a year"), figures->a_year_gross, figures->a_year_net);
  add_result (self->results, _ ("Kilometres saved a year"), figures->km_gross, figures->km_net);
  add_result (self->results, _ ("Kilograms of CO₂ saved a year"), figures->co2_gross, figures->co2_net);
  spil_row_group_end (self->results, NULL);
}

static void
fill_row (SpilPage *page, gpointer loaded)
{
  SpilEffectPage *self = SPIL_EFFECT_PAGE (page);
  const Data *data = loaded;
  g_autofree char *title = spil_effect_dup_title (data->effect);
  g_autofree char *missing = spil_effect_dup_missing (data->effect->figures.missing);
  g_autofree char *about = spil_join_facts (
      data->effect->organisation_name != NULL ? data->effect->organisation_name : "",
      data->effect->instrument_name != NULL ? data->effect->instrument_name : "", NULL);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page), title);
  gtk_label_set_label (self->about, about[0] != '\0' ? about : title);
  gtk_label_set_label (self->missing, missing != NULL ? missing : _ ("Every link of the chain is known."));
  fill_steps (self, data->effect);
  fill_factors (self, data->effect);
  fill_results (self, &data->effect->figures);
}

static void
on_edit_clicked_cb (SpilEffectPage *self)
{
  spil_row_page_edit (SPIL_ROW_PAGE (self));
}

static void
spil_effect_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_EFFECT_PAGE);
  G_OBJECT_CLASS (spil_effect_page_parent_class)->dispose (object);
}

static void
spil_effect_page_class_init (SpilEffectPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_EFFECT,     SPIL_ENTITY_EMISSION_FACTOR, SPIL_ENTITY_OFFER,
    SPIL_ENTITY_INSTRUMENT, SPIL_ENTITY_ORGANISATION,    0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  SpilRowPageClass *row_class = SPIL_ROW_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_effect_page_dispose;
  page_class->entities = entities;
  page_class->help = "effects";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  row_class->entity = SPIL_ENTITY_EFFECT;
  row_class->fill_row = fill_row;

  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-effect-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilEffectPage, about);
  gtk_widget_class_bind_template_child (widget_class, SpilEffectPage, missing);
  gtk_widget_class_bind_template_child (widget_class, SpilEffectPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SpilEffectPage, factors);
  gtk_widget_class_bind_template_child (widget_class, SpilEffectPage, results);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_effect_page_init (SpilEffectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_effect_page_new (SpilWorker *worker, SpilId effect)
{
  return spil_row_page_new (SPIL_TYPE_EFFECT_PAGE, worker, _ ("Effect chain"), effect);
}
