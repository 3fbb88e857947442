// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-preference-row.h"

#include <glib/gi18n-lib.h>

#include "spil-pages.h"

/* Words: the values stand in the same order as what the row shows */

static gboolean
place_of_word (GValue *place, GVariant *variant, gpointer user_data)
{
  GPtrArray *values = user_data;
  guint found;

  // A word of a later version, or a page that the programme no longer has, is as the first one.
  if (!g_ptr_array_find_with_equal_func (values, g_variant_get_string (variant, NULL), g_str_equal, &found))
    found = 0;
  g_value_set_uint (place, found);
  return TRUE;
}

static GVariant *
word_at_place (const GValue *place, const GVariantType *type, gpointer user_data)
{
  GPtrArray *values = user_data;
  guint index = g_value_get_uint (place);

  return index < values->len ? g_variant_new_string (g_ptr_array_index (values, index)) : NULL;
}

static void
add_choices (const SpilPreferenceChoice *choices, GtkStringList *titles, GPtrArray *values)
{
  for (int i = 0; choices[i].value != NULL; i++) {
    gtk_string_list_append (titles, _ (choices[i].title));
    g_ptr_array_add (values, (gpointer) choices[i].value);
  }
}

static void
add_pages (SpilWindow *window, GtkStringList *titles, GPtrArray *values)
{
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  gtk_string_list_append (titles, _ ("The page seen last"));
  g_ptr_array_add (values, (gpointer) "");
  for (int i = 0; i < n_pages; i++)
    if (spil_window_has_page (window, i)) {
      gtk_string_list_append (titles, spil_page_info_title (&pages[i]));
      g_ptr_array_add (values, (gpointer) pages[i].name);
    }
}

static GtkWidget *
make_words (GSettings *settings, const SpilPreference *preference, SpilWindow *window)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GPtrArray *values = g_ptr_array_new ();

  if (preference->choices != NULL)
    add_choices (preference->choices, titles, values);
  else
    add_pages (window, titles, values);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  g_settings_bind_with_mapping (settings, preference->key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                place_of_word, word_at_place, values, (GDestroyNotify) g_ptr_array_unref);
  return row;
}

/* Days */

static GtkWidget *
make_days (GSettings *settings, const SpilPreference *preference)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;
  g_autoptr (GVariant) range = NULL;
  g_autoptr (GVariant) limits = NULL;
  const char *kind;
  int lowest;
  int highest;
  GtkWidget *row;

  g_object_get (settings, "settings-schema", &schema, NULL);
  key = g_settings_schema_get_key (schema, preference->key);
  range = g_settings_schema_key_get_range (key);
  g_variant_get (range, "(&sv)", &kind, &limits);
  g_assert (g_str_equal (kind, "range"));
  g_variant_get (limits, "(ii)", &lowest, &highest);
  row = adw_spin_row_new_with_range (lowest, highest, 1);
  g_settings_bind (settings, preference->key, row, "value", G_SETTINGS_BIND_DEFAULT);
  return row;
}

static GtkWidget *
make_switch (GSettings *settings, const SpilPreference *preference)
{
  GtkWidget *row = adw_switch_row_new ();

  g_settings_bind (settings, preference->key, row, "active", G_SETTINGS_BIND_DEFAULT);
  return row;
}

static GtkWidget *
make_row (GSettings *settings, const SpilPreference *preference, SpilWindow *window)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, preference->key);

  switch (g_variant_classify (value)) {
  case G_VARIANT_CLASS_BOOLEAN:
    return make_switch (settings, preference);
  case G_VARIANT_CLASS_INT32:
    return make_days (settings, preference);
  default:
    return make_words (settings, preference, window);
  }
}

// Beside its title a row cuts what is longer.
#define MOST_CHARS 20

static gboolean
has_long_words (GtkWidget *row)
{
  GListModel *titles = ADW_IS_COMBO_ROW (row) ? adw_combo_row_get_model (ADW_COMBO_ROW (row)) : NULL;

  for (guint i = 0; titles != NULL && i < g_list_model_get_n_items (titles); i++)
    if (g_utf8_strlen (gtk_string_list_get_string (GTK_STRING_LIST (titles), i), -1) > MOST_CHARS)
      return TRUE;
  return FALSE;
}

GtkWidget *
spil_preference_row_new (GSettings *settings, const SpilPreference *preference, SpilWindow *window)
{
  GtkWidget *row = make_row (settings, preference, window);
  const char *about = preference->subtitle != NULL ? _ (preference->subtitle) : NULL;
  g_autofree char *locked = NULL;

  if (!g_settings_is_writable (settings, preference->key)) {
    // Translators: below a preference that cannot be changed on this laptop; %s is what the preference does, and ends with a full stop.
    locked = about != NULL ? g_strdup_printf (_ ("%s Set by the administrator."), about)
                           : g_strdup (_ ("Set by the administrator"));
    about = locked;
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (preference->title));
  if (about != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  else if (has_long_words (row))
    adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  return row;
}
