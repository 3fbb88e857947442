// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-cli-json.h"
#include "spil-cli-output.h"
#include "spil-cli-row.h"
#include "spil-space.h"
#include "spil-sync-verbs.h"

/* The shared folder as it is kept: a path does not depend on where spilctl was called. */
static char *
dup_carrier (const char *uri)
{
  return strstr (uri, "://") != NULL ? g_strdup (uri) : g_canonicalize_filename (uri, NULL);
}

/* Opens the database, or makes an empty one where there is none. */
static gboolean
open_or_make (SpilCli *cli, gboolean *made, GError **error)
{
  g_autoptr (GError) missing = NULL;

  *made = FALSE;
  cli->store = spil_store_open (cli->dir, &missing);
  if (cli->store != NULL)
    return TRUE;
  if (!g_error_matches (missing, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING)) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  cli->store = spil_store_create (cli->dir, error);
  *made = cli->store != NULL;
  return *made;
}

/* A database that was made for nothing does not stand in the way of another attempt. What is told is why. */
static gboolean
give_up (SpilCli *cli, gboolean made)
{
  g_autoptr (GError) ignored = NULL;

  if (made)
    spil_cli_remove_local (cli, &ignored);
  return FALSE;
}

gboolean
spil_verb_space_create (SpilCli *cli, GError **error)
{
  g_autofree char *carrier = dup_carrier (spil_cli_value (cli, "carrier"));
  g_autofree char *recovery = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GString) out = g_string_new ("{");
  SpilId space;

  if (!spil_cli_open (cli, error) || !spil_space_create (cli->store, carrier, spil_cli_value (cli, "person"),
                                                         &space, &recovery, NULL, error))
    return FALSE;
  if (cli->json) {
    spil_cli_json_id (out, "space", space);
    spil_cli_json_text (out, "recovery", recovery);
    spil_cli_printf (cli, "%s}\n", out->str);
    return TRUE;
  }
  id = spil_id_dup_text (space);
  spil_cli_printf (cli, "%s\n", id);
  g_string_printf (
      out,
      _ ("The recovery code is %s. Write it down and keep it in a safe: with it another laptop can become the project leader's."),
      recovery);
  spil_cli_complain (out->str);
  return TRUE;
}

gboolean
spil_verb_space_invite (SpilCli *cli, GError **error)
{
  const char *name = spil_cli_value (cli, "role");
  g_autofree char *invitation = NULL;
  g_autoptr (GString) out = g_string_new ("{");
  SpilInvitationFacts facts;
  SpilRole role;

  if (!spil_role_parse (name, &role))
    return spil_cli_refuse_usage (cli, error, _ ("“--role %s”: give broker, leader or reader."), name);
  if (!spil_cli_open (cli, error))
    return FALSE;
  invitation = spil_space_invite (cli->store, role, error);
  if (invitation == NULL || !spil_invitation_read (invitation, &facts, error))
    return FALSE;
  if (!cli->json) {
    spil_cli_printf (cli, "%s\n", invitation);
    return TRUE;
  }
  spil_cli_json_text (out, "invitation", invitation);
  spil_cli_json_text (out, "role", spil_role_name (role));
  spil_cli_json_time (out, "expires", facts.expires);
  spil_cli_printf (cli, "%s}\n", out->str);
  return TRUE;
}

/* The wish is kept where the folder is not there; a folder that was mistyped never will be. */
static void
tell_absent (const char *uri)
{
  g_autoptr (SpilCarrier) carrier = spil_carrier_new (uri, NULL);
  g_autofree char *sentence = NULL;

  if (carrier != NULL && spil_carrier_check (carrier, NULL, NULL))
    return;
  sentence = g_strdup_printf (
      _ ("The folder %s is not there now; the project leader sees this laptop after its next “spilctl sync”."),
      uri);
  spil_cli_complain (sentence);
}

gboolean
spil_verb_space_join (SpilCli *cli, GError **error)
{
  const char *invitation = spil_cli_argument (cli, 0);
  g_autofree char *carrier = dup_carrier (spil_cli_value (cli, "carrier"));
  g_autofree char *code = NULL;
  SpilInvitationFacts facts;
  gboolean made;

  /* The invitation first: a bad one leaves no database behind. */
  if (!spil_invitation_read (invitation, &facts, error) || !open_or_make (cli, &made, error))
    return FALSE;
  if (!spil_space_join (cli->store, invitation, carrier, spil_cli_value (cli, "person"), &code, NULL, error))
    return give_up (cli, made);
  if (cli->json)
    spil_cli_print_member (cli, "code", code);
  else
    spil_cli_printf (cli, "%s\n", code);
  tell_absent (carrier);
  return TRUE;
}

/* Says that it is done. For machines how this laptop takes part now. */
static gboolean
tell_done (SpilCli *cli, const char *sentence, GError **error)
{
  if (cli->json)
    return spil_verb_space_state (cli, error);
  spil_cli_printf (cli, "%s\n", sentence);
  return TRUE;
}

gboolean
spil_verb_space_leave (SpilCli *cli, GError **error)
{
  return spil_cli_open (cli, error) && spil_space_leave (cli->store, error) &&
         tell_done (cli, _ ("The wish to take part was taken back."), error);
}

gboolean
spil_verb_space_recover (SpilCli *cli, GError **error)
{
  g_autofree char *carrier = dup_carrier (spil_cli_value (cli, "carrier"));
  g_autofree char *recovery = spil_cli_dup_arguments (cli);
  gboolean made;

  if (!open_or_make (cli, &made, error))
    return FALSE;
  if (!spil_space_recover (cli->store, recovery, carrier, spil_cli_value (cli, "person"), NULL, error))
    return give_up (cli, made);
  return tell_done (cli, _ ("This is the project leader's laptop now."), error);
}

gboolean
spil_verb_space_recovery (SpilCli *cli, GError **error)
{
  g_autofree char *recovery = NULL;

  if (!spil_cli_open (cli, error))
    return FALSE;
  recovery = spil_space_dup_recovery (cli->store, error);
  if (recovery == NULL)
    return FALSE;
  if (cli->json)
    spil_cli_print_member (cli, "recovery", recovery);
  else
    spil_cli_printf (cli, "%s\n", recovery);
  return TRUE;
}

gboolean
spil_verb_space_carrier (SpilCli *cli, GError **error)
{
  g_autofree char *carrier = dup_carrier (spil_cli_argument (cli, 0));
  g_autofree char *sentence = g_strdup_printf (_ ("The shared folder is %s now."), carrier);

  return spil_cli_open (cli, error) && spil_space_set_carrier (cli->store, carrier, NULL, error) &&
         tell_done (cli, sentence, error);
}

/* Each standing: for machines, for people. */
static const struct
{
  const char *name;
  const char *label;
} standings[] = {
  [SPIL_SPACE_NONE] = { "none", N_ ("The data are not shared.") },
  [SPIL_SPACE_ASKED] = { "asked",
                         N_ ("This laptop has asked to take part and waits for the project leader.") },
  [SPIL_SPACE_MEMBER] = { "member", N_ ("This laptop takes part.") },
  [SPIL_SPACE_REVOKED] = { "revoked",
                           N_ ("This laptop takes part no longer: the project leader has ended it.") },
};

static void
print_line (SpilCli *cli, const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    spil_cli_printf (cli, "%s: %s\n", label, text);
}

static void
print_state (SpilCli *cli, const SpilSpaceState *state)
{
  g_autofree char *space = spil_id_dup_text (state->space);
  g_autofree char *time = state->synchronised.ms != 0 ? spil_time_format (state->synchronised) : NULL;

  spil_cli_printf (cli, "%s\n", _ (standings[state->standing].label));
  if (state->standing == SPIL_SPACE_NONE)
    return;
  print_line (cli, _ ("Space"), space);
  print_line (cli, _ ("Role"), spil_role_label (state->role));
  print_line (cli, _ ("Person"), state->person);
  print_line (cli, _ ("Shared folder"), state->carrier);
  print_line (cli, _ ("Code to compare"), state->code);
  print_line (cli, _ ("Up to date at"), time);
}

gboolean
spil_verb_space_state (SpilCli *cli, GError **error)
{
  g_autoptr (SpilSpaceState) state = NULL;
  g_autoptr (GString) out = g_string_new ("{");
  gboolean shared;

  if (cli->store == NULL && !spil_cli_open_to_read (cli, error))
    return FALSE;
  state = spil_space_get_state (cli->store, error);
  if (state == NULL)
    return FALSE;
  if (!cli->json) {
    print_state (cli, state);
    return TRUE;
  }
  shared = state->standing != SPIL_SPACE_NONE;
  spil_cli_json_text (out, "standing", standings[state->standing].name);
  spil_cli_json_id (out, "space", state->space);
  spil_cli_json_text (out, "role", shared ? spil_role_name (state->role) : NULL);
  spil_cli_json_text (out, "person", state->person);
  spil_cli_json_text (out, "carrier", state->carrier);
  spil_cli_json_text (out, "code", state->code);
  spil_cli_json_time (out, "time", state->synchronised);
  spil_cli_printf (cli, "%s}\n", out->str);
  return TRUE;
}
