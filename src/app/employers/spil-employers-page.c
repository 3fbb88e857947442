// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employers-page.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-employer-add.h"
#include "spil-employer-filter-menu.h"
#include "spil-employer-item.h"
#include "spil-employer-page.h"
#include "spil-employer-state.h"
#include "spil-employer-table.h"
#include "spil-employer-words.h"
#include "spil-employers-data.h"
#include "spil-store-list-model.h"

struct _SpilEmployersPage
{
  SpilPage parent_instance;

  SpilEmployerSelection *selection;
  gboolean to_visit; /**< whom is opened now is visited */
  SpilStoreListModel *model; /**< NULL until the page is first shown */

  GtkSearchEntry *search;
  SpilEmployerFilterMenu *filter_menu;
  AdwButtonContent *filter_content;
  AdwButtonContent *funnel_content;
  GtkToggleButton *funnel_button;
  SpilEmployerState *state;
  GtkStack *stack;
  SpilEmployerTable *table;
  AdwStatusPage *nothing;
  SpilChartView *funnel;
};

G_DEFINE_FINAL_TYPE (SpilEmployersPage, spil_employers_page, SPIL_TYPE_PAGE)

/* What is shown of what there is */

static void
show_count (SpilEmployersPage *self)
{
  SpilEmployersData *data = spil_page_get_data (SPIL_PAGE (self));
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *text = NULL;

  if (data == NULL)
    return;
  text = spil_employer_dup_count (n_items, data->total, self->selection);
  spil_employer_state_show_count (self->state, text, self->selection->search != NULL);
}

static void
show_view (SpilEmployersPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->state), !gtk_toggle_button_get_active (self->funnel_button));
  if (gtk_toggle_button_get_active (self->funnel_button)) {
    gtk_stack_set_visible_child_name (self->stack, "funnel");
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "nothing");
  if (self->selection->search != NULL)
    words = g_strdup_printf (_ ("Nothing found for “%s”"), self->selection->search);
  adw_status_page_set_title (self->nothing, words != NULL ? words : _ ("Nothing found"));
}

/* Asking */

static void
ask (SpilEmployersPage *self)
{
  self->selection->today = spil_day_today ();
  if (self->model != NULL)
    spil_store_list_model_set_query (self->model, spil_employer_selection_copy (self->selection),
                                     (GDestroyNotify) spil_employer_selection_free);
}

static void
on_model_loaded_cb (SpilEmployersPage *self)
{
  show_count (self);
  show_view (self);
}

static void
on_search_changed_cb (SpilEmployersPage *self)
{
  spil_employer_selection_set_search (self->selection, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_toggle_button_set_active (self->funnel_button, FALSE);
  spil_employer_table_scroll_to_top (self->table);
  ask (self);
}

// The filters have changed, here or in their menu.
static void
on_filter_changed_cb (SpilEmployersPage *self)
{
  SpilEmployersData *data = spil_page_get_data (SPIL_PAGE (self));

  spil_employer_state_show_filters (self->state, self->selection);
  spil_employer_filter_menu_update (self->filter_menu);
  spil_employer_table_set_sort (self->table, self->selection->sort, self->selection->descending);
  spil_employer_table_scroll_to_top (self->table);
  ask (self);
  if (data != NULL && data->kinds != self->selection->kinds)
    spil_page_reload (SPIL_PAGE (self));
}

static void
on_filter_dropped_cb (SpilEmployersPage *self, SpilEmployerCondition condition)
{
  spil_employer_selection_drop (self->selection, condition);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  on_filter_changed_cb (self);
}

static void
on_clear_clicked_cb (SpilEmployersPage *self)
{
  spil_employer_selection_clear (self->selection);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  on_filter_changed_cb (self);
}

static void
on_sort_chosen_cb (SpilEmployersPage *self, SpilEmployerSort sort, gboolean descending)
{
  self->selection->sort = sort;
  self->selection->descending = descending;
  spil_employer_filter_menu_update (self->filter_menu);
  ask (self);
}

/* Keyboard in the search entry */

static void
go_into_list (SpilEmployersPage *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list"))
    spil_employer_table_focus_first (self->table);
}

static void
on_search_activated_cb (SpilEmployersPage *self)
{
  go_into_list (self);
}

static gboolean
on_search_key_cb (SpilEmployersPage *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  go_into_list (self);
  return TRUE;
}

static void
on_search_stopped_cb (SpilEmployersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Opening */

static void
open_employer (SpilEmployersPage *self, SpilId id)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_pop_to_page (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (self));
  spil_page_push (SPIL_PAGE (self), spil_employer_page_new (spil_page_get_worker (SPIL_PAGE (self)), id));
}

static void
on_employer_opened_cb (SpilEmployersPage *self, const SpilEmployerRow *row)
{
  open_employer (self, row->id);
  if (self->to_visit)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.visit", NULL);
}

// The employer that has the keyboard; where none has, the first one.
static void
visit (SpilPage *page)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->model == NULL || !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list"))
    return;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table))) {
    spil_employer_table_focus_first (self->table);
    focus = gtk_root_get_focus (root);
  }
  self->to_visit = TRUE;
  gtk_widget_activate (focus);
  self->to_visit = FALSE;
}

static void
on_funnel_toggled_cb (SpilEmployersPage *self)
{
  if (gtk_toggle_button_get_active (self->funnel_button))
    spil_page_reload (SPIL_PAGE (self));
  if (self->model != NULL)
    show_view (self);
}

// A stage of the funnel shows its employers.
static void
on_funnel_part_activated_cb (SpilEmployersPage *self, const SpilChartBox *box)
{
  SpilEmployersData *data = spil_page_get_data (SPIL_PAGE (self));
  SpilRecord *stage;

  if (data == NULL || box->index < 0 || (guint) box->index >= data->stages->len)
    return;
  stage = data->stages->pdata[box->index];
  spil_employer_selection_set_stage (self->selection, spil_record_get_id (stage),
                                     spil_record_get_title (stage));
  gtk_toggle_button_set_active (self->funnel_button, FALSE);
  on_filter_changed_cb (self);
}

static void
on_add_clicked_cb (SpilEmployersPage *self)
{
  spil_employer_add_present (spil_page_get_worker (SPIL_PAGE (self)), GTK_WIDGET (self));
}

/* Narrow windows */

static void
set_narrow (SpilEmployersPage *self, gboolean narrow)
{
  spil_employer_table_set_narrow (self->table, narrow);
  adw_button_content_set_label (self->filter_content, narrow ? "" : _ ("Filter"));
  adw_button_content_set_label (self->funnel_content, narrow ? "" : _ ("Funnel"));
}

static void
on_narrow_cb (SpilEmployersPage *self)
{
  set_narrow (self, TRUE);
}

static void
on_wide_cb (SpilEmployersPage *self)
{
  set_narrow (self, FALSE);
}

/* The page */

static gpointer
prepare (SpilPage *page)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (page);

  return spil_employers_request_new (self->selection->kinds,
                                     gtk_toggle_button_get_active (self->funnel_button));
}

static void
make_model (SpilEmployersPage *self)
{
  self->model = spil_store_list_model_new (spil_page_get_worker (SPIL_PAGE (self)), spil_employer_item_fetch);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_model_loaded_cb), self, G_CONNECT_SWAPPED);
  spil_employer_table_set_model (self->table, G_LIST_MODEL (self->model));
  ask (self);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (page);
  SpilEmployersData *data = loaded;

  if (data->n_organisations == 0)
    spil_page_set_empty (page, _ ("No employers yet"),
                                 _ ("Add the first employer, with its people and contact moments."),
                                   _ ("Add an employer"), "win.add-here");
  spil_employer_filter_menu_set_choices (self->filter_menu, data->stages, data->areas, data->brokers);
  if (data->funnel != NULL)
    spil_chart_view_set_chart (self->funnel, data->funnel);
  if (self->model == NULL)
    make_model (self);
  else
    spil_store_list_model_refresh (self->model);
}

static void
search (SpilPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SPIL_EMPLOYERS_PAGE (page)->search));
}

static void
add (SpilPage *page)
{
  on_add_clicked_cb (SPIL_EMPLOYERS_PAGE (page));
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  if (entity->number != SPIL_ENTITY_ORGANISATION)
    return FALSE;
  open_employer (SPIL_EMPLOYERS_PAGE (page), id);
  return TRUE;
}

static void
spil_employers_page_dispose (GObject *object)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_EMPLOYERS_PAGE);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (spil_employers_page_parent_class)->dispose (object);
}

static void
spil_employers_page_finalize (GObject *object)
{
  spil_employer_selection_free (SPIL_EMPLOYERS_PAGE (object)->selection);
  G_OBJECT_CLASS (spil_employers_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-employers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, search);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, filter_menu);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, filter_content);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, funnel_content);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, funnel_button);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, state);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, funnel);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sort_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_employer_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_funnel_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_funnel_part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

static void
spil_employers_page_class_init (SpilEmployersPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_ORGANISATION,
                                  SPIL_ENTITY_ENGAGEMENT,
                                  SPIL_ENTITY_CONTACT,
                                  SPIL_ENTITY_NEXT_ACTION,
                                  SPIL_ENTITY_PERSON,
                                  SPIL_ENTITY_SITE,
                                  SPIL_ENTITY_STAGE,
                                  SPIL_ENTITY_STAGE_CHANGE,
                                  SPIL_ENTITY_AREA,
                                  SPIL_ENTITY_SETTING,
                                  0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_employers_page_finalize;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = spil_employers_data_load;
  page_class->free_data = (GDestroyNotify) spil_employers_data_free;
  page_class->fill = fill;
  page_class->search = search;
  page_class->add = add;
  page_class->open_record = open_record;
  page_class->visit = visit;

  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_EMPLOYER_FILTER_MENU);
  g_type_ensure (SPIL_TYPE_EMPLOYER_STATE);
  g_type_ensure (SPIL_TYPE_EMPLOYER_TABLE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_employers_page_init (SpilEmployersPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selection = spil_employer_selection_new (spil_day_today ());
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_employer_filter_menu_set_selection (self->filter_menu, self->selection);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->stack));
}
