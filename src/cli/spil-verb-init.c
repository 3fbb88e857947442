// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-demo.h"
#include "spil-cli-table.h"
#include "spil-json.h"
#include "spil-template.h"
#include "spil-verbs.h"

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

/* Removes the database of an init that failed, so that it can be tried again. */
static void
remove_database (SpilCli *cli)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *path = g_strdup (spil_store_get_path (cli->store));

  g_clear_pointer (&cli->store, spil_store_close);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *file = g_strconcat (path, endings[i], NULL);

    g_unlink (file);
  }
}

/* Fills the new database; @template NULL: it stays empty. */
static gboolean
fill (SpilCli *cli, SpilTemplate *template, GError **error)
{
  g_autoptr (SpilAction) action = NULL;

  if (spil_cli_has (cli, "demo"))
    return spil_demo_make (cli->store, spil_template_get_id (template), error);
  if (template == NULL)
    return TRUE;
  action = spil_template_make_action (template, NULL, NULL, NULL, error);
  return action != NULL && spil_store_commit_bulk (cli->store, action, error);
}

static void
tell (SpilCli *cli, SpilTemplate *template)
{
  const char *path = spil_store_get_path (cli->store);

  if (cli->json)
    spil_cli_print_member (cli, "path", path);
  else if (template == NULL)
    spil_cli_printf (cli, _ ("Made: %s"), path);
  else
    spil_cli_printf (cli, _ ("Made from “%s”: %s"), spil_template_get_name (template), path);
  if (!cli->json)
    spil_cli_print (cli, "\n");
}

gboolean
spil_verb_init (SpilCli *cli, GError **error)
{
  const char *id = spil_cli_value (cli, "template");
  g_autoptr (SpilTemplate) template = NULL;

  if (id == NULL && spil_cli_has (cli, "demo"))
    id = SPIL_DEMO_TEMPLATE;
  /* The template first: an unknown one leaves no database behind. */
  if (id != NULL && (template = spil_template_load (NULL, id, error)) == NULL)
    return FALSE;
  cli->store = spil_store_create (cli->dir, error);
  if (cli->store == NULL)
    return FALSE;
  if (!fill (cli, template, error)) {
    remove_database (cli);
    return FALSE;
  }
  tell (cli, template);
  return TRUE;
}
