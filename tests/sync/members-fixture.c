// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "members-fixture.h"

#include <string.h>

SpilMembership *
members_fixture_membership (void)
{
  SpilId space = wire_fixture_id (SPACE);
  SpilPublicKey root = wire_fixture_public (ROOT);

  return spil_membership_new (&space, &root);
}

void
members_fixture_take (MembersFixture *f, GBytes *entry)
{
  g_autoptr (GError) error = NULL;

  spil_membership_add (f->membership, entry, &error);
  g_assert_no_error (error);
  g_ptr_array_add (f->entries, entry);
}

SpilAdmission
members_fixture_admission (int device, SpilRole role, const char *person)
{
  SpilAdmission a = { .device = wire_fixture_id (device),
                      .key = wire_fixture_public (device),
                      .role = role,
                      .person = person,
                      .device_name = "Laptop" };

  a.invitation[0] = (uint8_t) (role == SPIL_ROLE_LEADER ? 0 : device);
  return a;
}

void
members_fixture_admit (MembersFixture *f, int device, SpilRole role, const char *person)
{
  SpilAdmission a = members_fixture_admission (device, role, person);

  members_fixture_take (f, spil_membership_admit (f->membership, f->ring, &a, T (device)));
}

SpilCutOff
members_fixture_cut (int device, int64_t sequence)
{
  SpilCutOff cut = { wire_fixture_id (device), sequence, { { 0 } } };

  if (sequence > 0)
    memset (cut.hash.bytes, (int) sequence, sizeof cut.hash.bytes);
  return cut;
}

GBytes *
members_fixture_revocation (MembersFixture *f, int device, int64_t sequence, int epoch)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (SpilCutOff));
  SpilCutOff cut = members_fixture_cut (device, sequence);
  SpilSpaceKey key = wire_fixture_key (100 + epoch);

  g_array_append_val (cuts, cut);
  return spil_membership_revoke (f->membership, f->ring, cuts, &key, T (50));
}

void
members_fixture_end (MembersFixture *f, int device, int64_t sequence)
{
  int epoch = spil_membership_get_epoch (f->membership) + 1;
  SpilSpaceKey key = wire_fixture_key (100 + epoch);

  members_fixture_take (f, members_fixture_revocation (f, device, sequence, epoch));
  spil_keyring_set (f->ring, epoch, &key);
}

void
members_fixture_init (MembersFixture *f)
{
  SpilId space = wire_fixture_id (SPACE);
  SpilSigningKey root = wire_fixture_signer (ROOT);
  SpilSpaceKey key = wire_fixture_key (101);
  SpilAdmission leader = members_fixture_admission (2, SPIL_ROLE_LEADER, "Anke");

  wire_fixture_seed (7);
  f->membership = members_fixture_membership ();
  f->ring = spil_keyring_new ();
  f->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  spil_keyring_set (f->ring, 1, &key);
  spil_keyring_set_root (f->ring, &root);
  members_fixture_take (f, spil_membership_create (&space, &root, &key, &leader, T (0)));
}

void
members_fixture_clear (MembersFixture *f)
{
  spil_membership_free (f->membership);
  spil_keyring_free (f->ring);
  g_ptr_array_unref (f->entries);
}

const SpilMemberFacts *
members_fixture_get (SpilMembership *membership, int device)
{
  SpilId id = wire_fixture_id (device);

  return spil_membership_get (membership, &id);
}

// The state in a line: "2L 3B! cut 7" ...
char *
members_fixture_state (SpilMembership *membership)
{
  g_autoptr (GPtrArray) list = spil_membership_list (membership);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "#%d e%d:", spil_membership_get_number (membership),
                          spil_membership_get_epoch (membership));
  for (guint i = 0; i < list->len; i++) {
    const SpilMemberFacts *facts = list->pdata[i];

    g_string_append_printf (text, " %d%c", facts->device.bytes[15],
                            facts->role == SPIL_ROLE_LEADER   ? 'L'
                            : facts->role == SPIL_ROLE_BROKER ? 'B'
                                                              : 'R');
    if (facts->revoked)
      g_string_append_printf (text, "!%d", (int) facts->cut);
    else
      g_assert_cmpint (facts->cut, ==, G_MAXINT64);
    if (facts->person != NULL)
      g_string_append_printf (text, "(%s)", facts->person);
  }
  return g_string_free (text, FALSE);
}

void
members_fixture_assert_state (SpilMembership *membership, const char *expected)
{
  g_autofree char *found = members_fixture_state (membership);

  g_assert_cmpstr (found, ==, expected);
}

void
members_fixture_assert_refused (SpilMembership *membership, GBytes *entry, SpilWireError code)
{
  g_autofree char *before = members_fixture_state (membership);
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_membership_add (membership, entry, &error));
  g_assert_error (error, SPIL_WIRE_ERROR, (int) code);
  members_fixture_assert_state (membership, before);
}
