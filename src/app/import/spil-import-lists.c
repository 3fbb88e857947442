// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-lists.h"

#include <glib/gi18n-lib.h>

#include "spil-list-texts.h"

/* Items are two lines of text: what it is about, and what is the matter. */

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (int i = 0; i < 2; i++) {
    GtkWidget *label = gtk_label_new (NULL);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    if (i == 1)
      gtk_widget_add_css_class (label, "dimmed");
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_widget_add_css_class (box, "two-line");
  gtk_list_item_set_child (item, box);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *first = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);

  gtk_label_set_label (GTK_LABEL (first), lines[0]);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), lines[1]);
  gtk_list_item_set_accessible_label (item, text);
}

// What it is about, and what was found.
static void
add_texts (gpointer item, gpointer user_data, GPtrArray *texts)
{
  g_auto (GStrv) lines = g_strsplit (gtk_string_object_get_string (item), "\n", 2);

  for (int i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (lines[i]));
}

static AdwNavigationPage *
make_page (const char *title, GtkStringList *items, GtkWidget *bottom)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  spil_list_texts_set (factory, add_texts, NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (items))), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scrolled);
  if (bottom != NULL)
    adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (toolbar), bottom);
  return adw_navigation_page_new (toolbar, title);
}

static char *
describe_refusal (const SpilImportRefusal *refusal)
{
  if (refusal->column == NULL)
    return g_strdup_printf (_ ("Row %d\n%s"), (int) refusal->row, refusal->reason);
  // Translators: number of a row, name of a column, what stands there, why that was refused.
  return g_strdup_printf (_ ("Row %d, %s: “%s”\n%s"), (int) refusal->row, refusal->column, refusal->value,
                          refusal->reason);
}

AdwNavigationPage *
spil_import_refusals_page_new (const SpilImportReport *report, const char *action)
{
  GtkStringList *items = gtk_string_list_new (NULL);
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save these rows as CSV…"));

  for (guint i = 0; i < report->refusals->len; i++)
    gtk_string_list_take (items, describe_refusal (report->refusals->pdata[i]));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), action);
  gtk_widget_add_css_class (save, "pill");
  gtk_widget_set_halign (save, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (save, 8);
  gtk_widget_set_margin_bottom (save, 8);
  return make_page (_ ("Refused rows"), items, save);
}

AdwNavigationPage *
spil_import_likely_page_new (const SpilImportReport *report)
{
  GtkStringList *items = gtk_string_list_new (NULL);

  for (guint i = 0; i < report->likely->len; i++) {
    const SpilImportLikely *likely = report->likely->pdata[i];

    // Translators: number of a row, the name that stands there, the name that it may be, and why.
    gtk_string_list_take (items, g_strdup_printf (_ ("Row %d, %s\nMay be %s: %s"), (int) likely->row,
                                                  likely->name, likely->existing_name, likely->reason));
  }
  return make_page (_ ("Probable duplicates"), items, NULL);
}
