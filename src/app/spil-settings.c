// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-settings.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "spil-config.h"

// In the Flatpak GSettings writes a key file, and looks for an administrator's defaults and locks in the /etc of the runtime,
// where nobody can put any. There it gets those of SPIL_POLICY_DIR. All share one backend, for each holds the file in memory.
static GSettingsBackend *
find_backend (void)
{
  g_autoptr (GSettingsBackend) usual = g_settings_backend_get_default ();
  GSettingsBackend *ours = g_object_get_data (G_OBJECT (usual), "spil-policy");

  if (!g_str_equal (G_OBJECT_TYPE_NAME (usual), "GKeyfileSettingsBackend") ||
      !g_file_test (SPIL_POLICY_DIR, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&usual);
  if (ours == NULL) {
    ours = g_object_new (G_OBJECT_TYPE (usual), "defaults-dir", SPIL_POLICY_DIR, NULL);
    g_object_set_data_full (G_OBJECT (usual), "spil-policy", ours, g_object_unref);
  }
  return g_object_ref (ours);
}

GSettings *
spil_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsBackend) backend = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SPIL_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return NULL;
  backend = find_backend ();
  return g_settings_new_full (schema, backend, NULL);
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
