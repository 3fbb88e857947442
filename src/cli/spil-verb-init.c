// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "spil-cli-output.h"
#include "spil-cli-table.h"
#include "spil-json.h"
#include "spil-template.h"
#include "spil-verbs.h"

/* The template that the demo data belong to. */
#define DEMO_TEMPLATE "werkgeversaanpak-2018"

static void
print_for_machines (SpilCli *cli, GPtrArray *templates)
{
  g_autoptr (GString) out = g_string_new ("[");

  for (guint i = 0; i < templates->len; i++) {
    const SpilTemplateInfo *info = g_ptr_array_index (templates, i);

    g_string_append (out, i > 0 ? ",\n{\"id\":" : "\n{\"id\":");
    spil_json_append_text (out, info->id);
    g_string_append (out, ",\"name\":");
    spil_json_append_text (out, info->name);
    g_string_append (out, ",\"description\":");
    spil_json_append_text (out, info->description);
    g_string_append_c (out, '}');
  }
  g_string_append (out, templates->len > 0 ? "\n]\n" : "]\n");
  spil_cli_print (cli, out->str);
}

static void
print_for_people (SpilCli *cli, GPtrArray *templates)
{
  for (guint i = 0; i < templates->len; i++) {
    const SpilTemplateInfo *info = g_ptr_array_index (templates, i);

    spil_cli_printf (cli, "%s\n  %s\n", info->id, info->name);
    if (*info->description != '\0')
      spil_cli_printf (cli, "  %s\n", info->description);
  }
}

gboolean
spil_verb_templates (SpilCli *cli, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) templates = spil_template_list (NULL, faults);

  if (cli->json)
    print_for_machines (cli, templates);
  else
    print_for_people (cli, templates);
  if (faults->len == 0)
    return TRUE;
  g_set_error_literal (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED, g_ptr_array_index (faults, 0));
  return FALSE;
}
