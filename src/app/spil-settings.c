// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-settings.h"

#include "spil-config.h"

GSettings *
spil_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SPIL_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

gboolean
spil_settings_get_switch (const char *key, gboolean otherwise)
{
  g_autoptr (GSettings) settings = spil_settings_new ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : otherwise;
}

char *
spil_settings_dup_choice (const char *key, const char *otherwise)
{
  g_autoptr (GSettings) settings = spil_settings_new ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup (otherwise);
}

char *
spil_settings_dup_ending (const char *key, const char *otherwise)
{
  g_autofree char *form = spil_settings_dup_choice (key, otherwise);

  return g_strconcat (".", form, NULL);
}
