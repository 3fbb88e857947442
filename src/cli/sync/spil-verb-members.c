// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-cli-json.h"
#include "spil-cli-output.h"
#include "spil-cli-table.h"
#include "spil-space.h"
#include "spil-sync-verbs.h"
#include "spil-text.h"

/* Prints one JSON object of each of @items, as an array. */
static void
print_array (SpilCli *cli, GPtrArray *items, void (*append) (GString *out, gconstpointer item))
{
  spil_cli_print (cli, "[");
  for (guint i = 0; i < items->len; i++) {
    g_autoptr (GString) out = g_string_new ("{");

    append (out, g_ptr_array_index (items, i));
    spil_cli_printf (cli, "%s%s}", i > 0 ? ",\n" : "\n", out->str);
  }
  spil_cli_print (cli, items->len > 0 ? "\n]\n" : "]\n");
}

static void
add_time (SpilCliTable *table, SpilTime time)
{
  g_autofree char *text = time.ms != 0 ? spil_time_format (time) : NULL;

  spil_cli_table_add_cell (table, text != NULL ? text : "");
}

static SpilCliTable *
make_table (const char *const *labels)
{
  SpilCliTable *table = spil_cli_table_new ();

  for (; *labels != NULL; labels++)
    spil_cli_table_add_column (table, _ (*labels), FALSE);
  return table;
}

static void
append_request (GString *out, gconstpointer item)
{
  const SpilJoinRequest *request = item;

  spil_cli_json_text (out, "code", request->code);
  spil_cli_json_text (out, "person", request->person);
  spil_cli_json_id (out, "device", request->device);
  spil_cli_json_text (out, "device_name", request->device_name);
  spil_cli_json_text (out, "role", spil_role_name (request->role));
  spil_cli_json_time (out, "asked", request->asked);
  spil_cli_json_boolean (out, "expired", request->expired);
}

static void
print_requests (SpilCli *cli, GPtrArray *requests)
{
  static const char *const labels[] = { N_ ("Code"),  N_ ("Person"), N_ ("Laptop"), N_ ("Role"),
                                        N_ ("Asked"), N_ ("State"),  NULL };
  g_autoptr (SpilCliTable) table = make_table (labels);

  for (guint i = 0; i < requests->len; i++) {
    const SpilJoinRequest *request = g_ptr_array_index (requests, i);

    spil_cli_table_add_cell (table, request->code);
    spil_cli_table_add_cell (table, request->person);
    spil_cli_table_add_cell (table, request->device_name);
    spil_cli_table_add_cell (table, spil_role_label (request->role));
    add_time (table, request->asked);
    spil_cli_table_add_cell (table, request->expired ? _ ("invitation has expired") : "");
  }
  spil_cli_table_print (table, cli);
}

gboolean
spil_verb_space_requests (SpilCli *cli, GError **error)
{
  g_autoptr (GPtrArray) requests = NULL;

  if (!spil_cli_open (cli, error))
    return FALSE;
  requests = spil_space_requests (cli->store, NULL, error);
  if (requests == NULL)
    return FALSE;
  if (cli->json)
    print_array (cli, requests, append_request);
  else
    print_requests (cli, requests);
  return TRUE;
}

static char *
dup_digits (const char *code)
{
  GString *digits = g_string_new (NULL);

  for (; *code != '\0'; code++)
    if (g_ascii_isdigit (*code))
      g_string_append_c (digits, *code);
  return g_string_free_and_steal (digits);
}

static const SpilJoinRequest *
find_request (GPtrArray *requests, const char *code)
{
  g_autofree char *wanted = dup_digits (code);

  for (guint i = 0; i < requests->len; i++) {
    const SpilJoinRequest *request = g_ptr_array_index (requests, i);
    g_autofree char *digits = dup_digits (request->code);

    if (*wanted != '\0' && strcmp (digits, wanted) == 0)
      return request;
  }
  return NULL;
}

gboolean
spil_verb_space_approve (SpilCli *cli, GError **error)
{
  g_autofree char *code = spil_cli_dup_arguments (cli);
  g_autoptr (GPtrArray) requests = NULL;
  const SpilJoinRequest *request;
  g_autoptr (GString) out = g_string_new ("{");

  if (!spil_cli_open (cli, error))
    return FALSE;
  /* Read first: afterwards it is no request any more. */
  requests = spil_space_requests (cli->store, NULL, error);
  if (requests == NULL || !spil_space_approve (cli->store, code, NULL, error))
    return FALSE;
  request = find_request (requests, code);
  if (cli->json && request != NULL)
    append_request (out, request);
  if (cli->json)
    spil_cli_printf (cli, "%s}\n", out->str);
  else if (request != NULL) {
    g_string_printf (out, _ ("%s takes part now, on the laptop %s."), request->person, request->device_name);
    spil_cli_printf (cli, "%s\n", out->str);
  }
  return TRUE;
}

static void
append_member (GString *out, gconstpointer item)
{
  const SpilMember *member = item;

  spil_cli_json_id (out, "device", member->device);
  spil_cli_json_text (out, "person", member->person);
  spil_cli_json_text (out, "device_name", member->device_name);
  spil_cli_json_text (out, "role", spil_role_name (member->role));
  spil_cli_json_boolean (out, "own", member->own);
  spil_cli_json_boolean (out, "revoked", member->revoked);
  spil_cli_json_time (out, "since", member->since);
  spil_cli_json_time (out, "seen", member->seen);
  spil_cli_json_integer (out, "sequence", member->sequence);
}

static void
print_members (SpilCli *cli, GPtrArray *members)
{
  static const char *const labels[] = { N_ ("Id"),    N_ ("Person"), N_ ("Laptop"), N_ ("Role"),
                                        N_ ("Since"), N_ ("Seen"),   N_ ("State"),  NULL };
  g_autoptr (SpilCliTable) table = make_table (labels);

  for (guint i = 0; i < members->len; i++) {
    const SpilMember *member = g_ptr_array_index (members, i);
    g_autofree char *id = spil_id_dup_text (member->device);

    spil_cli_table_add_cell (table, id);
    spil_cli_table_add_cell (table, member->person);
    spil_cli_table_add_cell (table, member->device_name);
    spil_cli_table_add_cell (table, spil_role_label (member->role));
    add_time (table, member->since);
    add_time (table, member->seen);
    spil_cli_table_add_cell (table, member->revoked ? _ ("ended") : member->own ? _ ("this laptop") : "");
  }
  spil_cli_table_print (table, cli);
}

gboolean
spil_verb_space_members (SpilCli *cli, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;

  if (!spil_cli_open_to_read (cli, error))
    return FALSE;
  members = spil_space_members (cli->store, error);
  if (members == NULL)
    return FALSE;
  if (cli->json)
    print_array (cli, members, append_member);
  else
    print_members (cli, members);
  return TRUE;
}

static gboolean
refuse_name (const char *text, guint n_found, GError **error)
{
  g_autofree char *quoted = spil_text_one_line (text, 60);

  g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
               n_found == 0 ? _ ("No laptop is called “%s”; “spilctl space members” tells which there are.")
                            : _ ("Several laptops are called “%s”; give the id of the one that you mean."),
               quoted);
  return FALSE;
}

/* The laptop that @text means: its id, or a name that no other has. */
static gboolean
find_device (SpilCli *cli, const char *text, SpilId *device, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *wanted = spil_text_fold (text);
  guint n_found = 0;

  if (spil_id_parse (text, device))
    return TRUE;
  members = spil_space_members (cli->store, error);
  for (guint i = 0; members != NULL && i < members->len; i++) {
    const SpilMember *member = g_ptr_array_index (members, i);
    g_autofree char *name = spil_text_fold (member->device_name);

    if (strcmp (name, wanted) == 0) {
      *device = member->device;
      n_found++;
    }
  }
  return members != NULL && (n_found == 1 || refuse_name (text, n_found, error));
}

/* Carries out @change on the laptop that the argument means. */
static gboolean
change_member (SpilCli *cli, gboolean (*change) (SpilStore *, const SpilId *, GCancellable *, GError **),
               const char *sentence, GError **error)
{
  g_autoptr (GString) out = g_string_new ("{");
  SpilId device;

  if (!spil_cli_open (cli, error) || !find_device (cli, spil_cli_argument (cli, 0), &device, error) ||
      !change (cli->store, &device, NULL, error))
    return FALSE;
  if (cli->json) {
    spil_cli_json_id (out, "device", device);
    spil_cli_printf (cli, "%s}\n", out->str);
  } else
    spil_cli_printf (cli, "%s\n", sentence);
  return TRUE;
}

gboolean
spil_verb_space_revoke (SpilCli *cli, GError **error)
{
  return change_member (
      cli, spil_space_revoke,
      _ ("This laptop takes part no longer. The others hear of it when they next synchronise."), error);
}

gboolean
spil_verb_space_accept (SpilCli *cli, GError **error)
{
  return change_member (cli, spil_space_accept_refused,
                        _ ("The changes of this laptop that were held back count now."), error);
}
