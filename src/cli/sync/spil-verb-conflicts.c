// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-cli-json.h"
#include "spil-cli-names.h"
#include "spil-cli-output.h"
#include "spil-cli-table.h"
#include "spil-conflict-query.h"
#include "spil-json.h"
#include "spil-number.h"
#include "spil-sync-verbs.h"

static const char *const kind_names[] = {
  [SPIL_CONFLICT_VALUES] = "values",
  [SPIL_CONFLICT_DELETED] = "deleted",
  [SPIL_CONFLICT_ORPHAN] = "orphan",
  [SPIL_CONFLICT_CIRCLE] = "circle",
};

/* The field with number @i when it is one of those that @conflict is about, else NULL. */
static const SpilField *
field_of (const SpilConflict *conflict, int i)
{
  const SpilField *field = &conflict->entity->fields[i];

  return field->number != 0 && conflict->group != 0 && field->group == conflict->group ? field : NULL;
}

/* The names of the fields that it is about, each as @format says. */
static char *
dup_fields (const SpilConflict *conflict, const char *before, const char *between)
{
  GString *names = g_string_new (NULL);

  for (int i = 1; i < conflict->entity->n_fields; i++) {
    const SpilField *field = field_of (conflict, i);

    if (field != NULL)
      g_string_append_printf (names, "%s%s%s%s", names->len > 0 ? between : "", before, field->name, before);
  }
  return g_string_free_and_steal (names);
}

static void
append_value (GString *out, const SpilChange *change)
{
  spil_cli_json_key (out, "value");
  if (change == NULL) {
    g_string_append (out, "null");
    return;
  }
  g_string_append_c (out, '{');
  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);
    const SpilField *field = spil_entity_field (change->entity, assignment->field);

    spil_cli_json_key (out, field->name);
    spil_json_append_value (out, field, &assignment->value);
  }
  g_string_append_c (out, '}');
}

static void
append_side (GString *out, const SpilConflictSide *side, guint n)
{
  g_string_append (out, n > 1 ? ",{" : "{");
  spil_cli_json_integer (out, "n", n);
  spil_cli_json_text (out, "text", side->text);
  append_value (out, side->change);
  spil_cli_json_text (out, "author", side->actor);
  spil_cli_json_time (out, "time", side->time);
  spil_cli_json_id (out, "device", side->device);
  spil_cli_json_text (out, "device_name", side->device_name);
  spil_cli_json_integer (out, "sequence", side->sequence);
  g_string_append_c (out, '}');
}

static void
print_for_machines (SpilCli *cli, const SpilConflict *conflict)
{
  g_autofree char *fields = dup_fields (conflict, "\"", ",");
  g_autoptr (GString) out = g_string_new ("{");

  spil_cli_json_text (out, "id", conflict->id);
  spil_cli_json_text (out, "kind", kind_names[conflict->kind]);
  spil_cli_json_text (out, "entity", conflict->entity->name);
  spil_cli_json_id (out, "row", conflict->row);
  spil_cli_json_text (out, "title", conflict->title);
  spil_cli_json_integer (out, "group", conflict->group);
  spil_cli_json_key (out, "fields");
  g_string_append_printf (out, "[%s]", fields);
  spil_cli_json_text (out, "label", conflict->group_label);
  spil_cli_json_text (out, "sentence", conflict->sentence);
  spil_cli_json_boolean (out, "takes_value", spil_conflict_takes_value (conflict));
  spil_cli_json_key (out, "values");
  g_string_append_c (out, '[');
  for (guint i = 0; i < conflict->sides->len; i++)
    append_side (out, g_ptr_array_index (conflict->sides, i), i + 1);
  spil_cli_printf (cli, "%s]}", out->str);
}

static void
print_sides (SpilCli *cli, GPtrArray *sides)
{
  g_autoptr (SpilCliTable) table = spil_cli_table_new ();

  spil_cli_table_add_column (table, _ ("No."), TRUE);
  spil_cli_table_add_column (table, _ ("Value"), FALSE);
  spil_cli_table_add_column (table, _ ("Author"), FALSE);
  spil_cli_table_add_column (table, _ ("Time"), FALSE);
  spil_cli_table_add_column (table, _ ("Laptop"), FALSE);
  for (guint i = 0; i < sides->len; i++) {
    const SpilConflictSide *side = g_ptr_array_index (sides, i);
    g_autofree char *n = g_strdup_printf ("%u", i + 1);
    g_autofree char *time = side->time.ms != 0 ? spil_time_format (side->time) : g_strdup ("");

    spil_cli_table_add_cell (table, n);
    spil_cli_table_add_cell (table, side->text);
    spil_cli_table_add_cell (table, side->actor != NULL ? side->actor : "");
    spil_cli_table_add_cell (table, time);
    spil_cli_table_add_cell (table, side->device_name != NULL ? side->device_name : "");
  }
  spil_cli_table_print (table, cli);
}

static void
print_for_people (SpilCli *cli, const SpilConflict *conflict)
{
  g_autofree char *row = spil_id_dup_text (conflict->row);

  spil_cli_printf (cli, "%s\n%s “%s” (%s)", conflict->id, spil_entity_label (conflict->entity),
                   conflict->title, row);
  if (*conflict->group_label != '\0')
    spil_cli_printf (cli, ", %s", conflict->group_label);
  spil_cli_printf (cli, "\n%s\n", conflict->sentence);
  print_sides (cli, conflict->sides);
}

gboolean
spil_verb_conflicts_list (SpilCli *cli, GError **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;

  if (!spil_cli_open_to_read (cli, error))
    return FALSE;
  conflicts = spil_store_conflicts (cli->store, 0, error);
  if (conflicts == NULL)
    return FALSE;
  if (cli->json)
    spil_cli_print (cli, "[");
  else if (conflicts->len == 0)
    spil_cli_printf (cli, "%s\n", _ ("There is nothing to choose."));
  for (guint i = 0; i < conflicts->len; i++) {
    if (cli->json)
      spil_cli_print (cli, i > 0 ? ",\n" : "\n");
    else if (i > 0)
      spil_cli_print (cli, "\n");
    (cli->json ? print_for_machines : print_for_people) (cli, g_ptr_array_index (conflicts, i));
  }
  if (cli->json)
    spil_cli_print (cli, conflicts->len > 0 ? "\n]\n" : "]\n");
  return TRUE;
}

static gboolean
take_side (SpilCli *cli, const SpilConflict *conflict, SpilAction *action, GError **error)
{
  int64_t n = 0;

  spil_integer_parse (spil_cli_value (cli, "take"), &n);
  if (n <= conflict->sides->len)
    return spil_conflict_settle (conflict, (guint) (n - 1), action, error);
  g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
               g_dngettext (GETTEXT_PACKAGE, "“%s” has %u value to choose from, so there is no number %d.",
                            "“%s” has %u values to choose from, so there is no number %d.",
                            conflict->sides->len),
               conflict->id, conflict->sides->len, (int) MIN (n, G_MAXINT));
  return FALSE;
}

/* The field that "FIELD=VALUE" or, where there is only one, "VALUE" is for; @value is the rest. */
static const SpilField *
find_field (SpilCli *cli, const SpilConflict *conflict, const char *text, const char **value, GError **error)
{
  g_autofree char *names = dup_fields (conflict, "", ", ");
  const SpilField *only = NULL;
  int count = 0;

  for (int i = 1; i < conflict->entity->n_fields; i++) {
    const SpilField *field = field_of (conflict, i);
    gsize length = field != NULL ? strlen (field->name) : 0;

    if (field == NULL)
      continue;
    if (strncmp (text, field->name, length) == 0 && text[length] == '=') {
      *value = text + length + 1;
      return field;
    }
    only = field;
    count++;
  }
  *value = text;
  if (count == 1)
    return only;
  spil_cli_refuse_usage (cli, error, _ ("“--value %s”: write FIELD=VALUE, with one of: %s."), text, names);
  return NULL;
}

/* What holds now goes for the fields that are not given. */
static SpilChange *
make_values (SpilCli *cli, const SpilConflict *conflict, GError **error)
{
  const SpilConflictSide *now = g_ptr_array_index (conflict->sides, 0);
  g_autoptr (SpilChange) change = spil_change_new (SPIL_CHANGE_SET, conflict->entity, conflict->row);

  for (guint i = 0; now->change != NULL && i < now->change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (now->change->assignments, SpilAssignment, i);

    spil_change_assign (change, assignment->field, &assignment->value);
  }
  for (guint i = 0; i < cli->options->len; i++) {
    const SpilCliGiven *given = g_ptr_array_index (cli->options, i);
    g_auto (SpilValue) value = SPIL_VALUE_INIT;
    const SpilField *field;
    const char *text;

    field = find_field (cli, conflict, given->value, &text, error);
    if (field == NULL || !spil_cli_read_value (cli, field, text, &value, error))
      return NULL;
    spil_change_assign (change, field->number, &value);
  }
  return g_steal_pointer (&change);
}

static gboolean
give_value (SpilCli *cli, const SpilConflict *conflict, SpilAction *action, GError **error)
{
  g_autoptr (SpilChange) values = NULL;

  if (!spil_conflict_takes_value (conflict)) {
    g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
                 _ ("“%s” takes no other value; choose one with --take."), conflict->id);
    return FALSE;
  }
  values = make_values (cli, conflict, error);
  return values != NULL && spil_conflict_settle_with (conflict, values, action, error);
}

static gboolean
check_choice (SpilCli *cli, GError **error)
{
  const char *take = spil_cli_value (cli, "take");
  gboolean value = spil_cli_has (cli, "value");
  int64_t n = 0;

  if ((take != NULL) == value)
    return spil_cli_refuse_usage (cli, error, _ ("Give either “--take N” or “--value V”."));
  if (value && cli->arguments->len > 1)
    return spil_cli_refuse_usage (cli, error, _ ("“--value” settles one at a time; give one id."));
  if (take != NULL && (!spil_integer_parse (take, &n) || n < 1))
    return spil_cli_refuse_usage (cli, error, _ ("“--take %s”: give a whole number, 1 or more."), take);
  return TRUE;
}

/* One step for all of them, so that one undo brings them back. */
static SpilAction *
make_action (SpilCli *cli, GError **error)
{
  g_autoptr (SpilAction) action = spil_action_new ("");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *title = NULL;

  for (guint i = 0; i < cli->arguments->len; i++) {
    g_autoptr (SpilConflict) conflict = NULL;

    if (!g_hash_table_add (seen, (gpointer) spil_cli_argument (cli, i)))
      continue;
    conflict = spil_store_conflict (cli->store, spil_cli_argument (cli, i), error);
    if (conflict == NULL ||
        !(spil_cli_has (cli, "take") ? take_side : give_value) (cli, conflict, action, error))
      return NULL;
    g_set_str (&title, conflict->title);
  }
  g_free (action->label);
  if (g_hash_table_size (seen) == 1)
    action->label = g_strdup_printf (_ ("Settled: %s"), title);
  else
    action->label = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u settled", "%u settled", g_hash_table_size (seen)),
        g_hash_table_size (seen));
  return g_steal_pointer (&action);
}

gboolean
spil_verb_conflicts_resolve (SpilCli *cli, GError **error)
{
  g_autoptr (SpilAction) action = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (!check_choice (cli, error) || !spil_cli_open (cli, error))
    return FALSE;
  action = make_action (cli, error);
  if (action == NULL || !spil_store_commit (cli->store, action, error))
    return FALSE;
  if (!cli->json) {
    spil_cli_printf (cli, "%s\n", action->label);
    return TRUE;
  }
  for (guint i = 0; i < cli->arguments->len; i++) {
    g_string_append (out, i > 0 ? "," : "");
    spil_json_append_text (out, spil_cli_argument (cli, i));
  }
  spil_cli_printf (cli, "{\"resolved\":[%s]}\n", out->str);
  return TRUE;
}
