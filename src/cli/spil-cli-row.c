// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-row.h"

#include <glib/gi18n-lib.h>

#include "spil-cli-output.h"
#include "spil-json.h"
#include "spil-text.h"

/* A longer title is cut in the name of a change. */
#define TITLE_CHARS 60

char *
spil_cli_dup_value (SpilCli *self, const SpilField *field, const SpilValue *value)
{
  g_autofree char *title = NULL;

  if (field->type != SPIL_TYPE_REFERENCE || value->kind != SPIL_VALUE_ID)
    return spil_value_format (field, value);
  title = spil_store_dup_title (self->store, spil_entity_by_number (field->target), value->id);
  return *title != '\0' ? g_steal_pointer (&title) : spil_value_format (field, value);
}

char *
spil_cli_dup_label (const char *format, SpilRecord *record)
{
  g_autofree char *title = spil_text_one_line (spil_record_get_title (record), TITLE_CHARS);

  return g_strdup_printf (format, spil_entity_label (spil_record_get_entity (record)), title);
}

void
spil_cli_print_member (SpilCli *self, const char *key, const char *text)
{
  g_autoptr (GString) out = g_string_new ("{");

  spil_json_append_text (out, key);
  g_string_append_c (out, ':');
  spil_json_append_text (out, text);
  g_string_append (out, "}\n");
  spil_cli_print (self, out->str);
}

void
spil_cli_tell_file (SpilCli *self, const char *path)
{
  if (self->json)
    spil_cli_print_member (self, "file", path);
  else {
    g_autofree char *line = g_strdup_printf (_ ("Written: %s"), path);

    spil_cli_printf (self, "%s\n", line);
  }
}
