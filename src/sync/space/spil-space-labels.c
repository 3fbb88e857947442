// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-space.h"

G_DEFINE_QUARK (spil - space - error - quark, spil_space_error)

static const struct
{
  const char *name;
  const char *label;
} roles[] = {
  [SPIL_ROLE_LEADER] = { "leader", N_ ("Project leader") },
  [SPIL_ROLE_BROKER] = { "broker", N_ ("Mobility broker") },
  [SPIL_ROLE_READER] = { "reader", N_ ("Reads along") },
};

const char *
spil_role_name (SpilRole role)
{
  g_return_val_if_fail (role >= SPIL_ROLE_LEADER && role <= SPIL_ROLE_READER, "");
  return roles[role].name;
}

gboolean
spil_role_parse (const char *name, SpilRole *role)
{
  for (gsize i = SPIL_ROLE_LEADER; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (name, roles[i].name)) {
      *role = (SpilRole) i;
      return TRUE;
    }
  return FALSE;
}

const char *
spil_role_label (SpilRole role)
{
  g_return_val_if_fail (role >= SPIL_ROLE_LEADER && role <= SPIL_ROLE_READER, "");
  return _ (roles[role].label);
}

void
spil_space_state_free (SpilSpaceState *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->carrier);
  g_free (self->code);
  g_free (self);
}

void
spil_join_request_free (SpilJoinRequest *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->person);
  g_free (self->device_name);
  g_free (self);
}

void
spil_member_free (SpilMember *self)
{
  if (self == NULL)
    return;
  g_free (self->person);
  g_free (self->device_name);
  g_free (self);
}
