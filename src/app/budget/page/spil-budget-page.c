// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-page.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-form.h"
#include "spil-booking-page.h"
#include "spil-budget-action.h"
#include "spil-budget-banner.h"
#include "spil-budget-course.h"
#include "spil-budget-data.h"
#include "spil-budget-line-page.h"
#include "spil-budget-overview.h"
#include "spil-budget-sources.h"
#include "spil-budget-versions.h"
#include "spil-decide-dialog.h"
#include "spil-deed.h"
#include "spil-export-list.h"
#include "spil-new-budget-dialog.h"
#include "spil-reallocation-dialog.h"
#include "spil-version-chooser.h"
#include "spil-window-state.h"

struct _SpilBudgetPage
{
  SpilPage parent_instance;

  SpilId version; /**< the one that was chosen; nil: the one in force */

  SpilBudgetBanner *banner;
  SpilVersionChooser *chooser;
  GtkBox *bar;
  AdwViewStack *stack;
  SpilBudgetOverview *overview;
  SpilBudgetSources *sources;
  SpilBudgetCourse *course;
  SpilBudgetVersions *versions;
};

G_DEFINE_FINAL_TYPE (SpilBudgetPage, spil_budget_page, SPIL_TYPE_PAGE)

/* Loading */

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_BUDGET_PAGE (page)->version, sizeof (SpilId));
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *version = request;

  return spil_budget_data_load (store, *version, spil_day_today (), error);
}

/* Showing */

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilBudgetPage *self = SPIL_BUDGET_PAGE (page);
  const SpilBudgetData *data = loaded;

  spil_budget_banner_fill (self->banner, data);
  if (data->version == NULL) {
    spil_page_set_empty (page, _ ("No budget yet"),
                         _ ("A budget is a total with its lines, decided on or still proposed."),
                         _ ("Make a budget"), "budget.new");
    return;
  }
  if (data->lines->len == 0) {
    spil_page_set_empty (page, data->version->name, _ ("This budget has no lines yet."),
                         _ ("Add a budget line"), "win.add::budget_line");
    return;
  }
  spil_version_chooser_fill (self->chooser, data);
  spil_budget_overview_fill (self->overview, data);
  spil_budget_sources_fill (self->sources, data);
  spil_budget_course_fill (self->course, data);
  spil_budget_versions_fill (self->versions, data);
}

/* Doing */

static void
show_version (SpilBudgetPage *self, SpilId version)
{
  self->version = version;
  spil_page_reload (SPIL_PAGE (self));
}

static void
on_version_chosen_cb (SpilBudgetPage *self, const SpilId *version)
{
  show_version (self, *version);
}

static void
on_go_in_force_cb (SpilBudgetPage *self)
{
  show_version (self, SPIL_ID_NIL);
}

static void
on_decide_cb (SpilBudgetPage *self)
{
  const SpilBudgetData *data = spil_page_get_data (SPIL_PAGE (self));

  adw_dialog_present (
      spil_decide_dialog_new (spil_page_get_worker (SPIL_PAGE (self)), data->version, data->today),
      GTK_WIDGET (self));
}

static SpilAction *
make_withdrawal (SpilStore *store, gconstpointer data, GError **error)
{
  const SpilId *version = data;

  return spil_budget_withdraw_action (store, *version, spil_day_today (), error);
}

static void
on_withdraw_cb (SpilBudgetPage *self)
{
  const SpilBudgetData *data = spil_page_get_data (SPIL_PAGE (self));
  const SpilBudgetVersionRow *version = data->rivals->len > 0 ? data->rivals->pdata[0] : data->version;

  spil_deed_do (spil_page_get_worker (SPIL_PAGE (self)), make_withdrawal,
                g_memdup2 (&version->id, sizeof (SpilId)), g_free, NULL, NULL);
}

static void
on_reallocate_cb (SpilBudgetPage *self)
{
  const SpilBudgetData *data = spil_page_get_data (SPIL_PAGE (self));
  AdwDialog *dialog;

  if (data == NULL || data->state != SPIL_BUDGET_IN_FORCE)
    return;
  dialog = spil_reallocation_dialog_new (spil_page_get_worker (SPIL_PAGE (self)), data);
  g_signal_connect_object (dialog, "made", G_CALLBACK (on_version_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* The version that is shown. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const SpilBudgetData *data = spil_page_get_data (SPIL_PAGE (widget));
  g_autofree char *id = data != NULL && data->version != NULL ? spil_id_dup_text (data->version->id) : NULL;

  if (id != NULL)
    gtk_widget_activate_action (widget, "win.export-list", SPIL_EXPORT_LIST_TYPE, "budget", id, TRUE, NULL);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (
      spil_new_budget_dialog_new (spil_page_get_worker (SPIL_PAGE (widget)), spil_day_today ()), widget);
}

static void
book (SpilPage *page)
{
  const SpilBudgetData *data = spil_page_get_data (page);

  if (data == NULL || data->version == NULL)
    return;
  spil_booking_form_present (GTK_WIDGET (page), spil_page_get_worker (page), SPIL_BOOKING_ACTUAL, SPIL_ID_NIL,
                             SPIL_ID_NIL, data->version->total.vat);
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  SpilBookingKind kind;

  if (spil_booking_kind_of (entity, &kind)) {
    spil_booking_page_open (page, kind, id);
    return TRUE;
  }
  if (entity->number == SPIL_ENTITY_BUDGET_VERSION) {
    show_version (SPIL_BUDGET_PAGE (page), id);
    return TRUE;
  }
  if (entity->number != SPIL_ENTITY_BUDGET_LINE)
    return FALSE;
  spil_page_push (page, spil_budget_line_page_new (spil_page_get_worker (page), id));
  return TRUE;
}

/* The class */

static void
spil_budget_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_BUDGET_PAGE);
  G_OBJECT_CLASS (spil_budget_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-budget-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, banner);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, bar);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, overview);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, sources);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, course);
  gtk_widget_class_bind_template_child (widget_class, SpilBudgetPage, versions);
  gtk_widget_class_bind_template_callback (widget_class, on_version_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_go_in_force_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_decide_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reallocate_cb);
}

static void
spil_budget_page_class_init (SpilBudgetPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_BUDGET_VERSION, SPIL_ENTITY_BUDGET_LINE, SPIL_ENTITY_COMMITMENT,     SPIL_ENTITY_ACTUAL,
    SPIL_ENTITY_FORECAST,       SPIL_ENTITY_RESERVATION, SPIL_ENTITY_FUNDING_SOURCE, SPIL_ENTITY_ALLOCATION,
    SPIL_ENTITY_COFINANCING,    SPIL_ENTITY_APPLICATION, SPIL_ENTITY_DECISION,       0
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_budget_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_budget_data_free;
  page_class->fill = fill;
  page_class->add = book;
  page_class->open_record = open_record;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "budget.new", NULL, new_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "budget.export", NULL, export_action);
  g_type_ensure (SPIL_TYPE_BUDGET_BANNER);
  g_type_ensure (SPIL_TYPE_VERSION_CHOOSER);
  g_type_ensure (SPIL_TYPE_BUDGET_OVERVIEW);
  g_type_ensure (SPIL_TYPE_BUDGET_SOURCES);
  g_type_ensure (SPIL_TYPE_BUDGET_COURSE);
  g_type_ensure (SPIL_TYPE_BUDGET_VERSIONS);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_budget_page_init (SpilBudgetPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_window_state_bind ("budget-view", self->stack, "visible-child-name");
}
