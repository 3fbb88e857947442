// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employers-page.h"

#include <glib/gi18n-lib.h>

#include "spil-contact-dialog.h"
#include "spil-employer-add.h"
#include "spil-employer-item.h"
#include "spil-employer-page.h"
#include "spil-employers-page-private.h"
#include "spil-list-search.h"
#include "spil-row-menu.h"
#include "spil-window-state.h"

#define VIEW_KEY "employer-view"

G_DEFINE_FINAL_TYPE (SpilEmployersPage, spil_employers_page, SPIL_TYPE_PAGE)

/* Keyboard */

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
    spil_employers_set_selecting (self, FALSE);
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
    GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + (guint) i, GDK_ALT_MASK),
                                              gtk_callback_action_new (on_filter_key_cb, NULL, NULL));

    gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (i));
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
go_into_list (SpilEmployersPage *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (shown, "list") == 0)
    spil_list_table_focus_first (SPIL_LIST_TABLE (self->table));
  else if (g_strcmp0 (shown, "board") == 0)
    spil_board_focus_first (SPIL_BOARD (self->board));
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
  if (self->deed == SPIL_EMPLOYER_DEED_CONTACT) {
    adw_dialog_present (spil_contact_dialog_new (spil_page_get_worker (SPIL_PAGE (self)), row->id),
                        GTK_WIDGET (self));
    return;
  }
  open_employer (self, row->id);
  if (self->deed == SPIL_EMPLOYER_DEED_VISIT)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.visit", NULL);
}

static void
on_card_opened_cb (SpilEmployersPage *self, SpilEmployerItem *item)
{
  on_employer_opened_cb (self, spil_employer_item_get_row (item));
}

// With the employer that has the keyboard; where none has, the first one.
static void
do_with_focused (SpilEmployersPage *self, SpilEmployerDeed deed)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->model == NULL || !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list"))
    return;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table))) {
    spil_list_table_focus_first (SPIL_LIST_TABLE (self->table));
    focus = gtk_root_get_focus (root);
  }
  self->deed = deed;
  gtk_widget_activate (focus);
  self->deed = SPIL_EMPLOYER_DEED_OPEN;
}

static void
visit (SpilPage *page)
{
  do_with_focused (SPIL_EMPLOYERS_PAGE (page), SPIL_EMPLOYER_DEED_VISIT);
}

static void
visit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_with_focused (SPIL_EMPLOYERS_PAGE (widget), SPIL_EMPLOYER_DEED_VISIT);
}

static void
contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  do_with_focused (SPIL_EMPLOYERS_PAGE (widget), SPIL_EMPLOYER_DEED_CONTACT);
}

// What the menu of a row has besides what any row has.
static void
add_row_deeds (SpilEmployersPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Visit the employer"), "row.do::employers.visit");
  g_menu_append (menu, _ ("New contact moment"), "row.do::employers.contact");
  spil_row_menu_set_deeds (GTK_WIDGET (self->table), G_MENU_MODEL (menu));
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
  spil_employers_show_view (self);
  if (spil_employers_is_view (self, "chart"))
    spil_page_reload (SPIL_PAGE (self));
  else if (spil_employers_is_view (self, "board"))
    spil_employers_ask_board (self);
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
  spil_employers_filter_changed (self);
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
  spil_list_table_set_narrow (SPIL_LIST_TABLE (self->table), narrow);
  spil_board_set_narrow (SPIL_BOARD (self->board), narrow);
  spil_employer_bar_set_narrow (self->bar, narrow);
  gtk_widget_set_visible (self->import_button, !narrow);
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
  request->with_funnel = spil_employers_is_view (self, "chart");
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
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (spil_employers_on_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  self->chosen = spil_id_selection_new (self->model, id_of);
  g_signal_connect_object (self->chosen, "selection-changed",
                           G_CALLBACK (spil_employers_on_chosen_changed_cb), self, G_CONNECT_SWAPPED);
  spil_employer_table_set_selection (self->table, self->chosen);
  spil_employer_bar_set_up (self->bar, spil_page_get_worker (SPIL_PAGE (self)), self->chosen,
                            self->selection);
  spil_employers_ask (self);
}

// The board asks for the first time when it is first seen.
static void
refresh_board (SpilEmployersPage *self)
{
  SpilEmployersData *data = spil_page_get_data (SPIL_PAGE (self));

  if (self->board_asked && spil_employer_board_set_stages (self->board, data->stages))
    spil_employer_board_refresh (self->board);
  else
    spil_employers_ask_board (self);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (page);
  SpilEmployersData *data = loaded;

  if (data->n_organisations == 0)
    spil_page_set_empty (page, _ ("No employers yet"),
                         _ ("Add the first employer, or read in a list (Ctrl+I)."), _ ("Add an employer"),
                         "win.add-here");
  g_set_str (&self->selection->actor, data->actor);
  spil_employer_filter_menu_set_choices (self->filter_menu, data);
  spil_employer_bar_set_data (self->bar, data);
  spil_saved_filters_set_worker (self->saved, spil_page_get_worker (page));
  spil_saved_filters_set_filters (self->saved, data->filters);
  if (data->funnel != NULL)
    spil_chart_view_set_chart (self->funnel, data->funnel);
  if (self->model == NULL)
    make_model (self);
  else
    spil_store_list_model_refresh (self->model);
  if (spil_employers_is_view (self, "board"))
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
  gtk_widget_class_bind_template_child (widget_class, SpilEmployersPage, import_button);
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
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_employer_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_card_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_period_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_funnel_part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

static void
spil_employers_page_class_init (SpilEmployersPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_ENGAGEMENT,   SPIL_ENTITY_CONTACT,
                                  SPIL_ENTITY_NEXT_ACTION,  SPIL_ENTITY_PERSON,       SPIL_ENTITY_SITE,
                                  SPIL_ENTITY_STAGE,        SPIL_ENTITY_STAGE_CHANGE, SPIL_ENTITY_AREA,
                                  SPIL_ENTITY_SETTING,      SPIL_ENTITY_SAVED_FILTER, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_employers_page_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "employers.visit", NULL, visit_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "employers.contact", NULL, contact_action);
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
  g_type_ensure (SPIL_TYPE_FILTER_LINE);
  g_type_ensure (SPIL_TYPE_EMPLOYER_TABLE);
  g_type_ensure (SPIL_TYPE_EMPLOYER_BAR);
  g_type_ensure (SPIL_TYPE_EMPLOYER_BOARD);
  g_type_ensure (SPIL_TYPE_SAVED_FILTERS);
  bind_template (GTK_WIDGET_CLASS (klass));
  bind_callbacks (GTK_WIDGET_CLASS (klass));
  spil_employers_bind_asking (GTK_WIDGET_CLASS (klass));
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
  spil_employers_show_columns (self);
  spil_employers_restore_sort (self);
  spil_employer_filter_menu_set_selection (self->filter_menu, self->selection);
  g_signal_connect_object (self->filter_menu, "show", G_CALLBACK (spil_employers_want_choices), self,
                           G_CONNECT_SWAPPED);
  spil_saved_filters_set_selection (self->saved, self->selection);
  add_row_deeds (self);
  watch_keys (self);
  add_filter_keys (self);
  spil_list_search_listen (self->search, GTK_WIDGET (self->stack));
}
