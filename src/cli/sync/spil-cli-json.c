// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-json.h"

#include "spil-json.h"

void
spil_cli_json_key (GString *out, const char *key)
{
  if (out->len > 0 && out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  g_string_append_printf (out, "\"%s\":", key);
}

void
spil_cli_json_text (GString *out, const char *key, const char *text)
{
  spil_cli_json_key (out, key);
  if (text != NULL)
    spil_json_append_text (out, text);
  else
    g_string_append (out, "null");
}

void
spil_cli_json_integer (GString *out, const char *key, int64_t integer)
{
  spil_cli_json_key (out, key);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, integer);
}

void
spil_cli_json_boolean (GString *out, const char *key, gboolean boolean)
{
  spil_cli_json_key (out, key);
  g_string_append (out, boolean ? "true" : "false");
}

void
spil_cli_json_id (GString *out, const char *key, SpilId id)
{
  g_autofree char *text = spil_id_is_nil (id) ? NULL : spil_id_dup_text (id);

  spil_cli_json_text (out, key, text);
}

void
spil_cli_json_time (GString *out, const char *key, SpilTime time)
{
  g_autofree char *text = time.ms == 0 ? NULL : spil_time_to_iso (time);

  spil_cli_json_text (out, key, text);
}
