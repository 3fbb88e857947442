// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employers-page.h"

#include <glib/gi18n-lib.h>

#include "spil-chart-view.h"
#include "spil-columns-dialog.h"
#include "spil-employer-add.h"
#include "spil-employer-bar.h"
#include "spil-employer-board.h"
#include "spil-employer-columns.h"
#include "spil-employer-filter-menu.h"
#include "spil-employer-item.h"
#include "spil-employer-page.h"
#include "spil-employer-state.h"
#include "spil-employer-table.h"
#include "spil-employer-words.h"
#include "spil-employers-data.h"
#include "spil-id-selection.h"
#include "spil-saved-filters.h"
#include "spil-store-list-model.h"
#include "spil-window-state.h"

#define COLUMNS_KEY "employer-columns"
#define VIEW_KEY "employer-view"

struct _SpilEmployersPage
{
  SpilPage parent_instance;

  SpilEmployerSelection *selection;
  SpilStoreListModel *model; /**< NULL until the page is first shown */
  SpilIdSelection *chosen; /**< what is selected of it */
  gboolean with_choices; /**< the filter menu has been opened, or something was selected */
  gboolean board_asked; /**< the board knows what to show */
  gboolean setting_up; /**< the widgets are set by the program */

  GtkSearchEntry *search;
  SpilEmployerFilterMenu *filter_menu;
  AdwButtonContent *filter_content;
  AdwToggleGroup *views;
  AdwToggle *list_toggle;
  AdwToggle *board_toggle;
  AdwToggle *chart_toggle;
  SpilSavedFilters *saved;
  SpilEmployerState *state;
  GtkStack *stack;
  SpilEmployerTable *table;
  AdwStatusPage *nothing;
  SpilEmployerBoard *board;
  GtkDropDown *period;
  SpilChartView *funnel;
  SpilEmployerBar *bar;
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

static gboolean
is_view (SpilEmployersPage *self, const char *name)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->views), name) == 0;
}

static void
show_view (SpilEmployersPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->state), !is_view (self, "chart"));
  gtk_widget_set_visible (GTK_WIDGET (self->saved), !is_view (self, "chart"));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), is_view (self, "list"));
  if (!is_view (self, "list")) {
    gtk_stack_set_visible_child_name (self->stack, adw_toggle_group_get_active_name (self->views));
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "nothing");
  if (self->selection->search != NULL)
    words = g_strdup_printf (_ ("Nothing found for “%s”"), self->selection->search);
  adw_status_page_set_title (self->nothing, words != NULL ? words : _ ("Nothing found"));
}

/* Asking */

static void
ask_board (SpilEmployersPage *self)
{
  spil_employer_board_set_query (self->board, self->selection);
  self->board_asked = TRUE;
}

// What was selected of another list is let go.
static void
ask (SpilEmployersPage *self)
{
  self->selection->today = spil_day_today ();
  spil_saved_filters_set_selection (self->saved, self->selection);
  if (self->model == NULL)
    return;
  spil_id_selection_clear (self->chosen);
  spil_store_list_model_set_query (self->model, spil_employer_selection_copy (self->selection),
                                   (GDestroyNotify) spil_employer_selection_free);
  if (is_view (self, "board"))
    ask_board (self);
}

static void
on_model_loaded_cb (SpilEmployersPage *self)
{
  show_count (self);
  show_view (self);
}

// The chart is about all; who searches wants to see what is found.
static void
leave_chart (SpilEmployersPage *self)
{
  if (is_view (self, "chart"))
    adw_toggle_group_set_active_name (self->views, "list");
}

static void
on_search_changed_cb (SpilEmployersPage *self)
{
  if (self->setting_up)
    return;
  spil_employer_selection_set_search (self->selection, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  leave_chart (self);
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
  leave_chart (self);
  ask (self);
  if (data != NULL && data->kinds != self->selection->kinds)
    spil_page_reload (SPIL_PAGE (self));
}

/* Columns: those of a saved filter while it is in use, else those of this laptop */

static void
show_columns (SpilEmployersPage *self)
{
  g_autofree char *own = spil_window_state_dup_text (COLUMNS_KEY);
  g_autofree char *columns = NULL;
  g_autoptr (GArray) uses = NULL;

  spil_employer_table_set_columns (self->table, self->selection->columns != NULL ? self->selection->columns : own);
  columns = spil_employer_table_dup_columns (self->table, FALSE);
  uses = spil_employer_columns_parse (columns);
  spil_saved_filters_set_columns (self->saved, spil_employer_columns_are_usual (uses) ? NULL : columns);
}

static void
keep_columns (SpilEmployersPage *self, const char *columns)
{
  if (self->selection->columns != NULL)
    g_set_str (&self->selection->columns, columns);
  else
    spil_window_state_set_text (COLUMNS_KEY, columns);
  spil_saved_filters_set_selection (self->saved, self->selection);
}

static void
on_columns_changed_cb (SpilEmployersPage *self)
{
  g_autofree char *columns = spil_employer_table_dup_columns (self->table, TRUE);

  keep_columns (self, columns);
  show_columns (self);
}

static void
on_columns_chosen_cb (SpilEmployersPage *self, const char *columns)
{
  spil_employer_table_set_columns (self->table, columns);
  on_columns_changed_cb (self);
}

static void
on_choose_columns_cb (SpilEmployersPage *self)
{
  g_autofree char *columns = spil_employer_table_dup_columns (self->table, TRUE);
  AdwDialog *dialog = spil_columns_dialog_new (columns);

  g_signal_connect_object (dialog, "changed", G_CALLBACK (on_columns_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
columns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_choose_columns_cb (SPIL_EMPLOYERS_PAGE (widget));
}

/* Saved filters */

static void
show_selection (SpilEmployersPage *self)
{
  self->setting_up = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), self->selection->search != NULL ? self->selection->search : "");
  self->setting_up = FALSE;
  show_columns (self);
  on_filter_changed_cb (self);
}

static void
on_saved_chosen_cb (SpilEmployersPage *self, const SpilEmployerSelection *chosen)
{
  g_autoptr (SpilEmployerSelection) nothing = spil_employer_selection_new (spil_day_today ());

  spil_employer_selection_take_conditions (self->selection, chosen != NULL ? chosen : nothing);
  show_selection (self);
  if (chosen != NULL && chosen->unknown != NULL)
    spil_page_toast (SPIL_PAGE (self),
                     _ ("This filter asks something that this version of Spil does not know: that is left aside."));
}

static void
set_selecting (SpilEmployersPage *self, gboolean selecting)
{
  spil_employer_table_set_selecting (self->table, selecting);
  spil_employer_bar_set_selecting (self->bar, selecting);
}

static gboolean
has_focus_in (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static gboolean
on_page_key_cb (SpilEmployersPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (held == 0 && keyval == GDK_KEY_Escape && self->chosen != NULL &&
      spil_id_selection_get_count (self->chosen) > 0 && has_focus_in (GTK_WIDGET (self->table))) {
    spil_id_selection_clear (self->chosen);
    set_selecting (self, FALSE);
    return TRUE;
  }
  return FALSE;
}

// Wherever the keyboard is in the window, as long as the page is what is seen.
static gboolean
on_filter_key_cb (GtkWidget *widget, GVariant *number, gpointer user_data)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (widget);

  return gtk_widget_get_mapped (widget) &&
         spil_saved_filters_choose (self->saved, (guint) g_variant_get_int32 (number));
}

static void
add_filter_keys (SpilEmployersPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (int i = 0; i < 9; i++) {
    GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + (guint) i, GDK_ALT_MASK),
                          gtk_callback_action_new (on_filter_key_cb, NULL, NULL));

    gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (i));
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
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
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  show_selection (self);
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
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (shown, "list") == 0)
    spil_employer_table_focus_first (self->table);
  else if (g_strcmp0 (shown, "board") == 0)
    spil_employer_board_focus_first (self->board);
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
}

/* The three views */

static void
on_view_chosen_cb (SpilEmployersPage *self)
{
  if (self->setting_up)
    return;
  spil_window_state_set_text (VIEW_KEY, adw_toggle_group_get_active_name (self->views));
  if (self->model == NULL)
    return;
  show_view (self);
  if (is_view (self, "chart"))
    spil_page_reload (SPIL_PAGE (self));
  else if (is_view (self, "board"))
    ask_board (self);
}

static void
on_period_chosen_cb (SpilEmployersPage *self)
{
  if (!self->setting_up)
    spil_page_reload (SPIL_PAGE (self));
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
  adw_toggle_group_set_active_name (self->views, "list");
  on_filter_changed_cb (self);
}

/* Selecting several */

static void
want_choices (SpilEmployersPage *self)
{
  if (self->with_choices)
    return;
  self->with_choices = TRUE;
  spil_page_reload (SPIL_PAGE (self));
}

static void
on_chosen_changed_cb (SpilEmployersPage *self)
{
  if (spil_id_selection_get_count (self->chosen) > 0)
    want_choices (self);
}

static void
on_selecting_done_cb (SpilEmployersPage *self)
{
  set_selecting (self, FALSE);
}

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (widget);

  adw_toggle_group_set_active_name (self->views, "list");
  set_selecting (self, TRUE);
  spil_employer_table_focus_first (self->table);
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (widget);

  adw_toggle_group_set_active_name (self->views, "list");
  if (self->chosen != NULL)
    spil_id_selection_select_all (self->chosen);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (widget);
  g_autofree char *columns = spil_employer_table_dup_columns (self->table, FALSE);

  spil_employer_bar_export (self->bar, columns);
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
  spil_employer_board_set_narrow (self->board, narrow);
  spil_employer_bar_set_narrow (self->bar, narrow);
  adw_button_content_set_label (self->filter_content, narrow ? "" : _ ("Filter"));
  adw_toggle_set_label (self->list_toggle, narrow ? NULL : C_ ("view of employers", "List"));
  adw_toggle_set_label (self->board_toggle, narrow ? NULL : C_ ("view of employers", "Board"));
  adw_toggle_set_label (self->chart_toggle, narrow ? NULL : C_ ("view of employers", "Funnel"));
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

  SpilEmployersRequest *request = g_new0 (SpilEmployersRequest, 1);

  request->kinds = self->selection->kinds;
  request->with_choices = self->with_choices;
  request->with_funnel = is_view (self, "chart");
  request->period = (SpilFunnelPeriod) gtk_drop_down_get_selected (self->period);
  request->today = spil_day_today ();
  return request;
}

static SpilId
id_of (gpointer item)
{
  return spil_employer_item_get_row (SPIL_EMPLOYER_ITEM (item))->id;
}

static void
make_model (SpilEmployersPage *self)
{
  self->model = spil_store_list_model_new (spil_page_get_worker (SPIL_PAGE (self)), spil_employer_item_fetch);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (on_model_loaded_cb), self, G_CONNECT_SWAPPED);
  self->chosen = spil_id_selection_new (self->model, id_of);
  g_signal_connect_object (self->chosen, "selection-changed", G_CALLBACK (on_chosen_changed_cb), self,
                           G_CONNECT_SWAPPED);
  spil_employer_table_set_selection (self->table, self->chosen);
  spil_employer_bar_set_up (self->bar, spil_page_get_worker (SPIL_PAGE (self)), self->chosen, self->selection);
  ask (self);
}

// The board asks for the first time when it is first seen.
static void
refresh_board (SpilEmployersPage *self)
{
  if (self->board_asked)
    spil_employer_board_refresh (self->board);
  else
    ask_board (self);
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
  g_set_str (&self->selection->actor, data->actor);
  spil_employer_filter_menu_set_choices (self->filter_menu, data);
  spil_employer_bar_set_data (self->bar, data);
  spil_saved_filters_set_worker (self->saved, spil_page_get_worker (page));
  spil_saved_filters_set_filters (self->saved, data->filters);
  spil_employer_board_set_worker (self->board, spil_page_get_worker (page));
  spil_employer_board_set_stages (self->board, data->stages);
  if (data->funnel != NULL)
    spil_chart_view_set_chart (self->funnel, data->funnel);
  if (self->model == NULL)
    make_model (self);
  else
    spil_store_list_model_refresh (self->model);
  if (is_view (self, "board"))
    refresh_board (self);
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

  self->setting_up = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_EMPLOYERS_PAGE);
  g_clear_object (&self->chosen);
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
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, views);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, list_toggle);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, board_toggle);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, chart_toggle);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, saved);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, state);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, table);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, board);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, period);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, funnel);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, bar);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_saved_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sort_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_employer_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_period_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_funnel_part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selecting_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "employers.select", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "employers.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "employers.columns", NULL, columns_action);
  gtk_widget_class_install_action (widget_class, "employers.export", NULL, export_action);
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
                                  SPIL_ENTITY_SAVED_FILTER,
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

  g_type_ensure (SPIL_TYPE_CHART_VIEW);
  g_type_ensure (SPIL_TYPE_EMPLOYER_FILTER_MENU);
  g_type_ensure (SPIL_TYPE_EMPLOYER_STATE);
  g_type_ensure (SPIL_TYPE_EMPLOYER_TABLE);
  g_type_ensure (SPIL_TYPE_EMPLOYER_BAR);
  g_type_ensure (SPIL_TYPE_EMPLOYER_BOARD);
  g_type_ensure (SPIL_TYPE_SAVED_FILTERS);
  bind_template (GTK_WIDGET_CLASS (klass));
  bind_callbacks (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
fill_periods (SpilEmployersPage *self)
{
  const char *labels[SPIL_FUNNEL_N_PERIODS + 1] = {
    [SPIL_FUNNEL_UNTIL_NOW] = _ ("Until today"),
    [SPIL_FUNNEL_THIS_QUARTER] = _ ("This quarter"),
    [SPIL_FUNNEL_LAST_QUARTER] = _ ("Last quarter"),
    [SPIL_FUNNEL_THIS_YEAR] = _ ("This year"),
  };
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);

  gtk_drop_down_set_model (self->period, G_LIST_MODEL (list));
}

static void
watch_keys (SpilEmployersPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_page_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
spil_employers_page_init (SpilEmployersPage *self)
{
  g_autofree char *view = spil_window_state_dup_text (VIEW_KEY);

  self->selection = spil_employer_selection_new (spil_day_today ());
  self->setting_up = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_periods (self);
  if (view != NULL && adw_toggle_group_get_toggle_by_name (self->views, view) != NULL)
    adw_toggle_group_set_active_name (self->views, view);
  self->setting_up = FALSE;
  show_columns (self);
  spil_employer_filter_menu_set_selection (self->filter_menu, self->selection);
  g_signal_connect_object (self->filter_menu, "show", G_CALLBACK (want_choices), self, G_CONNECT_SWAPPED);
  spil_saved_filters_set_selection (self->saved, self->selection);
  watch_keys (self);
  add_filter_keys (self);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->stack));
}
