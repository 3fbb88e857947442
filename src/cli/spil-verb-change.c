// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-cli-names.h"
#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-verbs.h"

/* Gives @record the values of the arguments from the @first on. */
static gboolean
assign (SpilCli *cli, SpilRecord *record, guint first, GError **error)
{
  for (guint i = first; i < cli->arguments->len; i++) {
    g_auto (SpilValue) value = SPIL_VALUE_INIT;
    const SpilField *field;

    if (!spil_cli_read_assignment (cli, spil_record_get_entity (record), spil_cli_argument (cli, i), &field,
                                   &value, error))
      return FALSE;
    spil_record_set (record, field->number, &value);
  }
  return TRUE;
}

/* The row that the first two arguments name, from the database, which this opens. */
static SpilRecord *
get_row (SpilCli *cli, GError **error)
{
  const SpilEntity *entity = spil_cli_find_entity (cli, spil_cli_argument (cli, 0), error);
  SpilId id;

  if (entity == NULL || !spil_cli_open (cli, error) ||
      !spil_cli_find_row (cli, entity, spil_cli_argument (cli, 1), &id, error))
    return NULL;
  return spil_store_get (cli->store, entity, id, error);
}

/* Tells what was done: its label for people, the row's id for machines. */
static void
tell (SpilCli *cli, SpilRecord *record, const char *label)
{
  g_autofree char *id = spil_id_dup_text (spil_record_get_id (record));

  if (cli->json)
    spil_cli_print_member (cli, "id", id);
  else
    spil_cli_printf (cli, "%s\n", label != NULL ? label : id);
}

gboolean
spil_verb_add (SpilCli *cli, GError **error)
{
  const SpilEntity *entity = spil_cli_find_entity (cli, spil_cli_argument (cli, 0), error);
  g_autoptr (SpilRecord) record = NULL;
  g_autoptr (SpilAction) action = NULL;
  g_autofree char *label = NULL;

  if (entity == NULL || !spil_cli_open (cli, error))
    return FALSE;
  record = spil_record_new (entity, spil_id_new ());
  if (!assign (cli, record, 1, error))
    return FALSE;
  /* Translators: what was added, and its name: "Risk added: ..." */
  label = spil_cli_dup_label (_ ("%s added: %s"), record);
  action = spil_action_new (label);
  spil_action_add (action, record);
  if (!spil_store_commit (cli->store, action, error))
    return FALSE;
  tell (cli, record, NULL);
  return TRUE;
}

gboolean
spil_verb_set (SpilCli *cli, GError **error)
{
  g_autoptr (SpilRecord) before = get_row (cli, error);
  g_autoptr (SpilRecord) after = NULL;
  g_autoptr (SpilAction) action = NULL;
  g_autofree char *label = NULL;

  if (before == NULL)
    return FALSE;
  after = spil_record_copy (before);
  if (!assign (cli, after, 2, error))
    return FALSE;
  /* Translators: what was changed, and its name: "Risk changed: ..." */
  label = spil_cli_dup_label (_ ("%s changed: %s"), after);
  action = spil_action_new (label);
  if (spil_action_set (action, before, after) == NULL) {
    tell (cli, before, _ ("Nothing changed: the row holds these values already."));
    return TRUE;
  }
  if (!spil_store_commit (cli->store, action, error))
    return FALSE;
  tell (cli, after, label);
  return TRUE;
}

gboolean
spil_verb_delete (SpilCli *cli, GError **error)
{
  g_autoptr (SpilRecord) record = get_row (cli, error);
  g_autoptr (SpilAction) action = NULL;
  g_autofree char *label = NULL;

  if (record == NULL)
    return FALSE;
  /* Translators: what was deleted, and its name: "Risk deleted: ..." */
  label = spil_cli_dup_label (_ ("%s deleted: %s"), record);
  action = spil_action_new (label);
  spil_action_delete (action, spil_record_get_entity (record), spil_record_get_id (record));
  if (!spil_store_commit (cli->store, action, error))
    return FALSE;
  tell (cli, record, label);
  return TRUE;
}
