// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-home-page.h"

#include <glib/gi18n-lib.h>

#include "spil-agenda-group.h"
#include "spil-chart-view.h"
#include "spil-copy-reminder.h"
#include "spil-glance-rows.h"
#include "spil-home-data.h"
#include "spil-retention-page.h"
#include "spil-rhythm-rows.h"
#include "spil-tour-offer.h"

struct _SpilHomePage
{
  SpilPage parent_instance;

  SpilCopyReminder *reminder;
  GtkBox *day;
  AdwPreferencesGroup *glance;
  SpilChartView *funnel;
  GPtrArray *rows; /**< in `glance`; borrowed */
};

G_DEFINE_FINAL_TYPE (SpilHomePage, spil_home_page, SPIL_TYPE_PAGE)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return spil_home_data_load (store, request, error);
}

// Drafts lie beside the database.
static gpointer
prepare (SpilPage *page)
{
  return g_strdup (spil_worker_get_dir (spil_page_get_worker (page)));
}

static void
append (SpilHomePage *self, GtkWidget *group)
{
  if (group != NULL)
    gtk_box_append (self->day, group);
}

static void
fill_work (SpilHomePage *self, const SpilHomeData *data)
{
  append (self, spil_double_visits_group_new (data));
  for (int kind = SPIL_AGENDA_ACTION; kind <= SPIL_AGENDA_TRIAL; kind++)
    append (self, spil_agenda_group_new ((SpilAgendaKind) kind, data->agenda, data->counts[kind]));
  append (self, spil_unplanned_group_new (data));
}

static void
fill_day (SpilHomePage *self, const SpilHomeData *data)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->day))) != NULL)
    gtk_box_remove (self->day, child);
  append (self, spil_drafts_group_new (data));
  // Of no employers all is well, and that helps nobody.
  if (data->has_employers)
    fill_work (self, data);
  else {
    append (self, spil_begin_group_new ());
    append (self, spil_tour_offer_new ());
  }
  if (data->plan != NULL)
    append (self, spil_home_plan_group_new (data->plan));
  if (data->n_to_erase > 0 || data->kept)
    gtk_box_append (self->day, spil_retention_group_new (data->n_to_erase, data->kept));
}

static void
fill_glance (SpilHomePage *self, const SpilHomeData *data)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    adw_preferences_group_remove (self->glance, g_ptr_array_index (self->rows, i));
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = spil_glance_rows_new (data);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_add (self->glance, g_ptr_array_index (self->rows, i));
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilHomePage *self = SPIL_HOME_PAGE (page);
  const SpilHomeData *data = loaded;
  g_autofree char *today = spil_day_format_long (spil_day_today ());

  adw_preferences_group_set_description (self->glance, today);
  fill_day (self, data);
  fill_glance (self, data);
  spil_chart_view_set_chart (self->funnel, data->funnel);
}

static void
spil_home_page_constructed (GObject *object)
{
  SpilHomePage *self = SPIL_HOME_PAGE (object);

  G_OBJECT_CLASS (spil_home_page_parent_class)->constructed (object);
  spil_copy_reminder_set_worker (self->reminder, spil_page_get_worker (SPIL_PAGE (self)));
}

static void
spil_home_page_dispose (GObject *object)
{
  SpilHomePage *self = SPIL_HOME_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_HOME_PAGE);
  G_OBJECT_CLASS (spil_home_page_parent_class)->dispose (object);
}

static void
spil_home_page_class_init (SpilHomePageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_PROGRAMME,      SPIL_ENTITY_NEXT_ACTION,
    SPIL_ENTITY_CONTACT,        SPIL_ENTITY_ORGANISATION,
    SPIL_ENTITY_ENGAGEMENT,     SPIL_ENTITY_STAGE,
    SPIL_ENTITY_STAGE_CHANGE,   SPIL_ENTITY_PARTICIPATION,
    SPIL_ENTITY_COHORT,         SPIL_ENTITY_BUDGET_LINE,
    SPIL_ENTITY_COMMITMENT,     SPIL_ENTITY_ACTUAL,
    SPIL_ENTITY_FORECAST,       SPIL_ENTITY_RISK,
    SPIL_ENTITY_RISK_SCORE,     SPIL_ENTITY_INDICATOR,
    SPIL_ENTITY_GOAL,           SPIL_ENTITY_MEASUREMENT,
    SPIL_ENTITY_SETTING,        SPIL_ENTITY_PERSON,
    SPIL_ENTITY_RETENTION_RULE, SPIL_ENTITY_TASK,
    SPIL_ENTITY_TASK_JOURNAL,   SPIL_ENTITY_DEPENDENCY,
    SPIL_ENTITY_OFFER,          0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = spil_home_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = spil_home_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_home_data_free;
  page_class->fill = fill;

  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_COPY_REMINDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilHomePage, reminder);
  gtk_widget_class_bind_template_child (widget_class, SpilHomePage, day);
  gtk_widget_class_bind_template_child (widget_class, SpilHomePage, glance);
  gtk_widget_class_bind_template_child (widget_class, SpilHomePage, funnel);
}

static void
spil_home_page_init (SpilHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
