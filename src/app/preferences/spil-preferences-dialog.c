// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-preferences-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-name-row.h"
#include "spil-preference-row.h"
#include "spil-settings.h"

// clang-format off
static const SpilPreferenceChoice looks[] = {
  { "default", N_ ("As the desktop has it") },
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
  { NULL, NULL },
};

static const SpilPreferenceChoice table_formats[] = {
  { "ods", N_ ("OpenDocument spreadsheet") },
  { "xlsx", N_ ("Excel spreadsheet") },
  { "csv", N_ ("CSV") },
  { NULL, NULL },
};

static const SpilPreferenceChoice report_formats[] = {
  { "pdf", N_ ("PDF, to read and send") },
  { "odt", N_ ("ODT, to work on further") },
  { NULL, NULL },
};

static const SpilPreference general[] = {
  { "color-scheme", N_ ("Light or dark"), NULL, looks },
  { "start-page", N_ ("Open on"), NULL, NULL },
  { "spelling", N_ ("Check the spelling of notes"), NULL, NULL },
};

static const SpilPreference reminders[] = {
  { "notifications", N_ ("Tell about next actions that are due"), N_ ("On the desktop, also when another window is in front."), NULL },
  { "backup-reminder-days", N_ ("Remind of a copy after"), N_ ("Days without a copy; 0 is never."), NULL },
};

static const SpilPreference privacy[] = {
  { "search-provider", N_ ("Find employers and people from the desktop"),
    N_ ("Their names then appear in the search of the desktop, where others can read along on the screen. No notes are shown."), NULL },
};

static const SpilPreference files[] = {
  { "table-format", N_ ("Lists"), NULL, table_formats },
  { "report-format", N_ ("Reports"), NULL, report_formats },
};

static const struct
{
  const char *title;
  const char *description;
  const SpilPreference *rows;
  gsize n_rows;
} groups[] = {
  { N_ ("Spil on this laptop"), NULL, general, G_N_ELEMENTS (general) },
  { N_ ("Reminders"), NULL, reminders, G_N_ELEMENTS (reminders) },
  { N_ ("Privacy"), NULL, privacy, G_N_ELEMENTS (privacy) },
  { N_ ("Files"), N_ ("The form that is proposed; another can be chosen each time."), files, G_N_ELEMENTS (files) },
};
// clang-format on

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
  return group;
}

static void
add_name (AdwPreferencesPage *page, SpilWindow *window)
{
  AdwPreferencesGroup *group = add_group (page, _ ("Who works here"),
                                          _ ("This name stands at everything that is done on this laptop."));

  SpilSyncFacts *facts = spil_syncer_get_facts (spil_window_get_syncer (window));

  adw_preferences_group_add (group,
                             spil_name_row_new (spil_window_get_worker (window), facts->state->person));
}

static void
add_settings (AdwPreferencesPage *page, SpilWindow *window)
{
  g_autoptr (GSettings) settings = spil_settings_new ();

  for (gsize i = 0; settings != NULL && i < G_N_ELEMENTS (groups); i++) {
    AdwPreferencesGroup *group = add_group (page, _ (groups[i].title),
                                            groups[i].description != NULL ? _ (groups[i].description) : NULL);

    for (gsize j = 0; j < groups[i].n_rows; j++)
      adw_preferences_group_add (group, spil_preference_row_new (settings, &groups[i].rows[j], window));
  }
}

AdwDialog *
spil_preferences_dialog_new (SpilWindow *window)
{
  AdwDialog *dialog = ADW_DIALOG (adw_preferences_dialog_new ());
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_dialog_set_title (dialog, _ ("Preferences"));
  adw_preferences_page_set_title (page, _ ("Preferences"));
  add_name (page, window);
  add_settings (page, window);
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  return dialog;
}
