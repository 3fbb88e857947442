// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-page-head.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "spil-filter-line.h"
#include "spil-page-rows.h"
#include "spil-page-texts.h"

/* The head: what page, of what, when and with which filter */

static GtkWidget *
find (GtkWidget *widget, gboolean (*fits) (GtkWidget *widget, gconstpointer data), gconstpointer data)
{
  GtkWidget *found = NULL;

  if (!spil_page_is_shown (widget))
    return NULL;
  if (fits (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, fits, data);
  return found;
}

static gboolean
is_filter_line (GtkWidget *widget, gconstpointer data)
{
  return SPIL_IS_FILTER_LINE (widget);
}

static gboolean
is_filled_search (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget) &&
         !spil_page_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (widget)));
}

static gboolean
is_wide_table (GtkWidget *widget, gconstpointer lists)
{
  return GTK_IS_COLUMN_VIEW (widget) && spil_page_rows_is_wide (lists, GTK_COLUMN_VIEW (widget));
}

/* A switcher and what it switches say the same. */
static void
add_view (GPtrArray *texts, const char *title)
{
  if (!spil_page_text_is_empty (title) && !g_ptr_array_find_with_equal_func (texts, title, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (title));
}

/* Which of the views of the page is seen. */
static void
collect_views (GtkWidget *widget, GPtrArray *texts)
{
  AdwToggle *toggle = NULL;

  if (!spil_page_is_shown (widget))
    return;
  if (ADW_IS_TOGGLE_GROUP (widget))
    toggle = adw_toggle_group_get_toggle (ADW_TOGGLE_GROUP (widget),
                                          adw_toggle_group_get_active (ADW_TOGGLE_GROUP (widget)));
  if (toggle != NULL)
    add_view (texts, adw_toggle_get_label (toggle));
  if (ADW_IS_VIEW_STACK (widget) && adw_view_stack_get_visible_child (ADW_VIEW_STACK (widget)) != NULL) {
    AdwViewStack *stack = ADW_VIEW_STACK (widget);

    add_view (texts, adw_view_stack_page_get_title (
                         adw_view_stack_get_page (stack, adw_view_stack_get_visible_child (stack))));
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_views (child, texts);
}

/* The view, and the filter in words as it stands over the list. */
char *
spil_page_head_dup_filter (GtkWidget *root)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *line = find (root, is_filter_line, NULL);
  GtkWidget *search = find (root, is_filled_search, NULL);

  collect_views (root, texts);
  if (line != NULL)
    spil_page_collect_texts (line, TRUE, texts);
  if (search != NULL)
    // Translators: what somebody searched for.
    g_ptr_array_add (
        texts, g_strdup_printf (_ ("Searched for “%s”"), gtk_editable_get_text (GTK_EDITABLE (search))));
  return spil_page_join_texts (texts, 0, texts->len);
}

void
spil_page_head_add (SpilDocument *document, const SpilPageLists *lists, const char *title, const char *filter,
                    gboolean wide)
{
  const SpilProgrammeRow *programme = spil_page_lists_get_programme (lists);
  const char *name = programme != NULL ? programme->name : "Spil";
  g_autofree char *day = spil_day_format (spil_day_today ());
  g_autofree char *under = g_strjoin (" · ", name, day, NULL);
  g_autofree char *running = g_strjoin (" · ", name, title, NULL);

  spil_document_set_compact (document, TRUE);
  spil_document_set_subject (document, title);
  spil_document_set_made (document, spil_time_now ());
  spil_document_set_running (document, running, day);
  if (programme != NULL && programme->demo)
    spil_document_set_stamp (document, _ ("DEMO – invented data"));
  if (wide)
    spil_document_add_sheet (document, SPIL_SHEET_LANDSCAPE);
  spil_document_add_prose (document, SPIL_PROSE_TITLE, title);
  spil_document_add_prose (document, SPIL_PROSE_SUBTITLE, under);
  if (!spil_page_text_is_empty (filter))
    spil_document_add_prose (document, SPIL_PROSE_NOTE, filter);
}

gboolean
spil_page_head_is_wide (GtkWidget *root, const SpilPageLists *lists)
{
  return find (root, is_wide_table, lists) != NULL;
}
