// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-shortcuts.h"

#include <glib/gi18n-lib.h>

#include "spil-help-topic.h"
#include "spil-pages.h"
#include "spil-part-keys.h"
#include "spil-plan-keys.h"

static const SpilShortcut shortcuts[] = {
  { "win.search", N_ ("Search in this page"), N_ ("Finding"), { "<Control>f" } },
  { "win.go", N_ ("Go anywhere"), N_ ("Finding"), { "<Control>k" } },
  { "win.agenda", N_ ("Agenda"), N_ ("Finding"), { "<Control>g" } },
  { "win.add::contact", N_ ("New contact moment"), N_ ("Working"), { "<Control>n" } },
  { "win.visit", N_ ("Visit the employer"), N_ ("Working"), { "<Control>b" } },
  { "win.add::stage_change", N_ ("Change the stage"), N_ ("Working"), { "<Control>e" } },
  { "win.add::offer", N_ ("Offer something"), N_ ("Working"), { "<Control><Shift>o" } },
  { "win.add-here", N_ ("Add in this page"), N_ ("Working"), { "<Control><Shift>n" } },
  { "win.import", N_ ("Read in a list"), N_ ("Working"), { "<Control>i" } },
  { "win.import-bookings", N_ ("Read in bookings"), N_ ("Working"), { "<Control><Alt>b" } },
  { "win.imports", N_ ("Lists that were read in"), N_ ("Working"), { "<Control><Shift>i" } },
  { "win.undo", N_ ("Undo"), N_ ("Working"), { "<Control>z" } },
  { "win.redo", N_ ("Redo"), N_ ("Working"), { "<Control><Shift>z", "<Control>y" } },
  { "win.history", N_ ("What was done"), N_ ("Working"), { "<Control>h" } },
  { "win.print", N_ ("Print this page"), N_ ("Working"), { "<Control>p" } },
  { "win.duplicates", N_ ("Duplicate employers"), N_ ("Working"), { "<Control><Shift>d" } },
  { "win.bookings", N_ ("Bookings"), N_ ("Working"), { "<Control><Shift>b" } },
  { "win.reload", N_ ("Bring up to date and read this page again"), N_ ("Working"), { "F5" } },
  { "win.row-menu", N_ ("What can be done with the row"), N_ ("In a list"), { "<Shift>F10", "Menu" }, TRUE },
  { "win.row-copy", N_ ("Copy the row"), N_ ("In a list"), { "<Control>c" }, TRUE },
  { "win.sidebar", N_ ("Show or hide the list of pages"), N_ ("Window"), { "F9" } },
  { "win.menu", N_ ("Main menu"), N_ ("Window"), { "F10" } },
  { "win.next-page", N_ ("Next page"), N_ ("Window"), { "<Control>Page_Down" }, TRUE },
  { "win.previous-page", N_ ("Previous page"), N_ ("Window"), { "<Control>Page_Up" }, TRUE },
  { "win.next-pane", N_ ("Next part of the window"), N_ ("Window"), { "F6" }, TRUE },
  { "win.previous-pane", N_ ("Previous part of the window"), N_ ("Window"), { "<Shift>F6" }, TRUE },
  { "win.next-view", N_ ("Next view of this page"), N_ ("Window"), { "<Control>Tab" } },
  { "win.help", N_ ("Help about this page"), N_ ("Window"), { "F1" } },
  { "win.shortcuts", N_ ("Keyboard shortcuts"), N_ ("Window"), { "<Control>question" } },
  { "win.preferences", N_ ("Preferences"), N_ ("Window"), { "<Control>comma" } },
  { "window.close", N_ ("Close the window"), N_ ("Window"), { "<Control>w" } },
  { "app.quit", N_ ("Quit"), N_ ("Window"), { "<Control>q" } },
};

const SpilShortcut *
spil_shortcuts (int *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

// The first nine pages have Ctrl+1 to Ctrl+9. Ctrl+0 is the whole picture, as everywhere: in the planning all of it.
static char *
page_key (int index)
{
  return index < 9 ? g_strdup_printf ("<Control>%d", index + 1) : NULL;
}

void
spil_shortcuts_install (GtkApplication *application)
{
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (!shortcuts[i].after)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
  for (int i = 0; i < n_pages; i++) {
    g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].name);
    g_autofree char *key = page_key (i);
    const char *keys[] = { key, NULL };

    gtk_application_set_accels_for_action (application, action, keys);
  }
}

void
spil_shortcuts_install_after (GtkWidgetClass *window_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    for (int j = 0; shortcuts[i].after && shortcuts[i].keys[j] != NULL; j++) {
      guint key;
      GdkModifierType modifiers;

      if (gtk_accelerator_parse (shortcuts[i].keys[j], &key, &modifiers))
        gtk_widget_class_add_binding_action (window_class, key, modifiers, shortcuts[i].action, NULL);
    }
}

/* As it stands on the key. */
static char *
describe_key (guint key, GdkModifierType modifiers)
{
  if (key == GDK_KEY_Delete && modifiers == 0)
    return g_strdup (C_ ("key", "Del"));
  return gtk_accelerator_get_label (key, modifiers);
}

static char *
describe_keys (const char *const *keys)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (int i = 0; keys[i] != NULL; i++) {
    guint key;
    GdkModifierType modifiers;

    if (gtk_accelerator_parse (keys[i], &key, &modifiers))
      g_strv_builder_take (builder, describe_key (key, modifiers));
  }
  labels = g_strv_builder_end (builder);
  // Translators: between two keys that do the same.
  return g_strjoinv (_ (" or "), labels);
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *const *keys)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe_keys (keys);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

static void
add_pages (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (page, _ ("Pages"));
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  for (int i = 0; i < n_pages; i++) {
    g_autofree char *key = page_key (i);
    const char *keys[] = { key, NULL };

    if (key != NULL)
      add_row (group, spil_page_info_title (&pages[i]), keys);
  }
}

/* The keys that work in the chart of the planning. */
static void
add_planning (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (page, _ ("Planning, in the table and the chart"));
  gsize n_keys;
  const SpilPlanKey *keys = spil_plan_keys (&n_keys);

  for (gsize i = 0; i < n_keys; i++)
    add_row (group, _ (keys[i].title), (const char *const[]) { keys[i].keys, NULL });
}

/* The keys of grids, boards and charts, wherever they are. */
static void
add_parts (AdwPreferencesPage *page)
{
  gsize n_parts;
  const SpilPartKeys *parts = spil_part_keys (&n_parts);

  for (gsize i = 0; i < n_parts; i++) {
    AdwPreferencesGroup *group = add_group (page, _ (parts[i].title));

    for (const SpilPartKey *key = parts[i].keys; key->title != NULL; key++)
      add_row (group, _ (key->title), key->keys);
  }
}

AdwDialog *
spil_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = ADW_DIALOG (adw_preferences_dialog_new ());
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    if (i == 0 || g_strcmp0 (shortcuts[i].group, shortcuts[i - 1].group) != 0)
      group = add_group (page, _ (shortcuts[i].group));
    add_row (group, _ (shortcuts[i].title), shortcuts[i].keys);
  }
  add_planning (page);
  add_parts (page);
  add_pages (page);
  spil_help_set_topic (GTK_WIDGET (dialog), "shortcuts");
  adw_dialog_set_title (dialog, _ ("Keyboard shortcuts"));
  adw_preferences_page_set_title (page, _ ("Keyboard shortcuts"));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  adw_preferences_dialog_set_search_enabled (ADW_PREFERENCES_DIALOG (dialog), TRUE);
  return dialog;
}
