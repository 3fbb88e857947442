// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-columns-dialog.h"
#include "spil-employer-columns.h"
#include "spil-employer-words.h"
#include "spil-employers-page-private.h"
#include "spil-filter-definition.h"
#include "spil-window-state.h"

#define COLUMNS_KEY "employer-columns"
#define SORT_KEY "employer-sort"

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
  spil_filter_line_set_count (self->state, text, self->selection->search != NULL);
}

static void
show_filters (SpilEmployersPage *self)
{
  spil_filter_line_begin (self->state);
  for (int i = 0; i < SPIL_EMPLOYER_N_CONDITIONS; i++) {
    g_autofree char *text = spil_employer_selection_dup_text (self->selection, (SpilEmployerCondition) i);

    if (text != NULL)
      spil_filter_line_add (self->state, i, text);
  }
  spil_filter_line_end (self->state);
}

gboolean
spil_employers_is_view (SpilEmployersPage *self, const char *name)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->views), name) == 0;
}

void
spil_employers_show_view (SpilEmployersPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->state), !spil_employers_is_view (self, "chart"));
  gtk_widget_set_visible (GTK_WIDGET (self->saved), !spil_employers_is_view (self, "chart"));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), spil_employers_is_view (self, "list"));
  if (!spil_employers_is_view (self, "list")) {
    gtk_stack_set_visible_child_name (self->stack, adw_toggle_group_get_active_name (self->views));
    return;
  }
  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "nothing");
  if (self->selection->search != NULL)
    words = g_strdup_printf (_ ("Nothing found for “%s”"), self->selection->search);
  adw_status_page_set_title (self->nothing, words != NULL ? words : _ ("Nothing found"));
}

/* Asking */

// Its columns are made when it is first seen.
void
spil_employers_ask_board (SpilEmployersPage *self)
{
  SpilEmployersData *data = spil_page_get_data (SPIL_PAGE (self));

  if (data == NULL)
    return;
  spil_employer_board_set_worker (self->board, spil_page_get_worker (SPIL_PAGE (self)));
  spil_employer_board_set_stages (self->board, data->stages);
  spil_employer_board_set_query (self->board, self->selection);
  self->board_asked = TRUE;
}

// What was selected of another list is let go.
void
spil_employers_ask (SpilEmployersPage *self)
{
  self->selection->today = spil_day_today ();
  spil_saved_filters_set_selection (self->saved, self->selection);
  if (self->model == NULL)
    return;
  spil_id_selection_clear (self->chosen);
  spil_store_list_model_set_query (self->model, spil_employer_selection_copy (self->selection),
                                   (GDestroyNotify) spil_employer_selection_free);
  if (spil_employers_is_view (self, "board"))
    spil_employers_ask_board (self);
}

void
spil_employers_on_loaded_cb (SpilEmployersPage *self)
{
  show_count (self);
  spil_employers_show_view (self);
}

// The chart is about all; who searches wants to see what is found.
static void
leave_chart (SpilEmployersPage *self)
{
  if (spil_employers_is_view (self, "chart"))
    adw_toggle_group_set_active_name (self->views, "list");
}

static void
on_search_changed_cb (SpilEmployersPage *self)
{
  if (self->setting_up)
    return;
  spil_employer_selection_set_search (self->selection, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  leave_chart (self);
  spil_list_table_scroll_to_top (SPIL_LIST_TABLE (self->table));
  spil_employers_ask (self);
}

/* The order: that of the last time */

void
spil_employers_restore_sort (SpilEmployersPage *self)
{
  g_autofree char *sort = spil_window_state_dup_text (SORT_KEY);

  if (sort != NULL && spil_filter_definition_take_sort (self->selection, sort))
    spil_employer_table_set_sort (self->table, self->selection->sort, self->selection->descending);
}

static void
keep_sort (SpilEmployersPage *self)
{
  g_autofree char *sort = spil_filter_definition_dup_sort (self->selection);

  spil_window_state_set_text (SORT_KEY, sort);
}

// The filters have changed, here or in their menu.
void
spil_employers_filter_changed (SpilEmployersPage *self)
{
  SpilEmployersData *data = spil_page_get_data (SPIL_PAGE (self));

  show_filters (self);
  spil_employer_filter_menu_update (self->filter_menu);
  spil_employer_table_set_sort (self->table, self->selection->sort, self->selection->descending);
  keep_sort (self);
  spil_list_table_scroll_to_top (SPIL_LIST_TABLE (self->table));
  leave_chart (self);
  spil_employers_ask (self);
  if (data != NULL && data->kinds != self->selection->kinds)
    spil_page_reload (SPIL_PAGE (self));
}

/* Columns: those of a saved filter while it is in use, else those of this laptop */

void
spil_employers_show_columns (SpilEmployersPage *self)
{
  g_autofree char *own = spil_window_state_dup_text (COLUMNS_KEY);
  g_autofree char *columns = NULL;
  g_autoptr (GArray) uses = NULL;

  spil_employer_table_set_columns (self->table,
                                   self->selection->columns != NULL ? self->selection->columns : own);
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
  spil_employers_show_columns (self);
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
  gtk_editable_set_text (GTK_EDITABLE (self->search),
                         self->selection->search != NULL ? self->selection->search : "");
  self->setting_up = FALSE;
  spil_employers_show_columns (self);
  spil_employers_filter_changed (self);
}

static void
on_saved_chosen_cb (SpilEmployersPage *self, const SpilEmployerSelection *chosen)
{
  g_autoptr (SpilEmployerSelection) nothing = spil_employer_selection_new (spil_day_today ());

  spil_employer_selection_take_conditions (self->selection, chosen != NULL ? chosen : nothing);
  show_selection (self);
  if (chosen != NULL && chosen->unknown != NULL)
    spil_page_toast (
        SPIL_PAGE (self),
        _ ("This filter asks something that this version of Spil does not know: that is left aside."));
}

static void
on_filter_dropped_cb (SpilEmployersPage *self, SpilEmployerCondition condition)
{
  spil_employer_selection_drop (self->selection, condition);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  spil_employers_filter_changed (self);
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
  keep_sort (self);
  spil_employer_filter_menu_update (self->filter_menu);
  spil_employers_ask (self);
}

/* Selecting several */

void
spil_employers_set_selecting (SpilEmployersPage *self, gboolean selecting)
{
  spil_employer_table_set_selecting (self->table, selecting);
  spil_employer_bar_set_selecting (self->bar, selecting);
}

void
spil_employers_want_choices (SpilEmployersPage *self)
{
  if (self->with_choices)
    return;
  self->with_choices = TRUE;
  spil_page_reload (SPIL_PAGE (self));
}

void
spil_employers_on_chosen_changed_cb (SpilEmployersPage *self)
{
  if (spil_id_selection_get_count (self->chosen) > 0)
    spil_employers_want_choices (self);
}

static void
on_selecting_done_cb (SpilEmployersPage *self)
{
  spil_employers_set_selecting (self, FALSE);
}

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilEmployersPage *self = SPIL_EMPLOYERS_PAGE (widget);

  adw_toggle_group_set_active_name (self->views, "list");
  spil_employers_set_selecting (self, TRUE);
  spil_list_table_focus_first (SPIL_LIST_TABLE (self->table));
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

void
spil_employers_bind_asking (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback_full (widget_class, "on_filter_changed_cb",
                                                G_CALLBACK (spil_employers_filter_changed));
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_saved_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sort_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_columns_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selecting_done_cb);
  gtk_widget_class_install_action (widget_class, "employers.select", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "employers.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "employers.columns", NULL, columns_action);
  gtk_widget_class_install_action (widget_class, "employers.export", NULL, export_action);
}
