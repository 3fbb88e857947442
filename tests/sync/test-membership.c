// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "members-fixture.h"
#include "spil-membership-private.h"

static void
test_life (void)
{
  g_auto (MembersFixture) f = { 0 };
  SpilCutOff more = members_fixture_cut (3, 9);
  SpilHash hash;

  members_fixture_init (&f);
  members_fixture_assert_state (f.membership, "#1 e1: 2L");
  members_fixture_admit (&f, 3, SPIL_ROLE_BROKER, "Bram");
  members_fixture_admit (&f, 4, SPIL_ROLE_READER, "Carla");
  members_fixture_assert_state (f.membership, "#3 e1: 2L 3B 4R");
  members_fixture_end (&f, 3, 7);
  members_fixture_assert_state (f.membership, "#4 e2: 2L 3B!7 4R");
  g_assert_cmpint (members_fixture_get (f.membership, 3)->cut_hash.bytes[0], ==, 7);
  g_assert_cmpint (members_fixture_get (f.membership, 3)->until.ms, ==, T (50).ms);
  members_fixture_take (&f, spil_membership_accept (f.membership, f.ring, &more, T (60)));
  members_fixture_assert_state (f.membership, "#5 e2: 2L 3B!9 4R");
  g_assert_cmpint (members_fixture_get (f.membership, 3)->cut_hash.bytes[0], ==, 9);
  members_fixture_admit (&f, 5, SPIL_ROLE_BROKER, "Dirk");
  members_fixture_end (&f, 4, 0);
  members_fixture_assert_state (f.membership, "#7 e3: 2L 3B!9 4R!0 5B");
  g_assert_true (spil_hash_is_zero (&members_fixture_get (f.membership, 4)->cut_hash));
  spil_membership_read_names (f.membership, f.ring);
  members_fixture_assert_state (f.membership, "#7 e3: 2L(Anke) 3B!9(Bram) 4R!0(Carla) 5B(Dirk)");
  hash = spil_hash (f.entries->pdata[6]);
  {
    SpilHash last = spil_membership_get_hash (f.membership);

    g_assert_true (spil_hash_equal (&hash, &last));
  }
  g_assert_null (members_fixture_get (f.membership, 6));
}

// Everybody gets the same state from the same entries, without any key.
static void
test_without_keys (void)
{
  g_auto (MembersFixture) f = { 0 };
  g_autoptr (SpilMembership) other = members_fixture_membership ();
  g_autofree char *expected = NULL;

  members_fixture_init (&f);
  members_fixture_admit (&f, 3, SPIL_ROLE_BROKER, "Bram");
  members_fixture_end (&f, 3, 7);
  members_fixture_admit (&f, 5, SPIL_ROLE_READER, "Dirk");
  expected = members_fixture_state (f.membership);
  for (guint i = 0; i < f.entries->len; i++)
    g_assert_true (spil_membership_add (other, f.entries->pdata[i], NULL));
  members_fixture_assert_state (other, expected);
  g_assert_null (members_fixture_get (other, 3)->person);
}

// Which epochs a reader gets, as "1 2", and "+root".
static char *
epochs (SpilMembership *membership, int reader)
{
  SpilSigningKey key = wire_fixture_signer (reader);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilKeyring) ring = spil_membership_unseal (membership, &key, &error);
  GString *text = g_string_new (NULL);

  if (ring == NULL) {
    g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_KEY);
    return g_string_free (text, FALSE);
  }
  for (guint i = 0; i < ring->keys->len; i++) {
    const SpilEpochKey *found = &g_array_index (ring->keys, SpilEpochKey, i);
    SpilSpaceKey expected = wire_fixture_key (100 + found->epoch);

    g_string_append_printf (text, "%d ", found->epoch);
    g_assert_cmpmem (found->key.bytes, 32, expected.bytes, 32);
  }
  if (ring->leads) {
    SpilSigningKey root = wire_fixture_signer (ROOT);

    g_string_append (text, "+root");
    g_assert_cmpmem (ring->root.seed, 32, root.seed, 32);
  }
  return g_string_free (text, FALSE);
}

static void
test_unseal (void)
{
  static const struct
  {
    int reader;
    const char *epochs;
  } cases[] = { { 2, "1 2 3 +root" },    { 3, "1 " },          { 4, "1 2 " }, { 5, "1 2 3 " },
                { ROOT, "1 2 3 +root" }, { 6, "1 2 3 +root" }, { 7, "" } };
  g_auto (MembersFixture) f = { 0 };

  members_fixture_init (&f);
  members_fixture_admit (&f, 3, SPIL_ROLE_BROKER, "Bram");
  members_fixture_admit (&f, 4, SPIL_ROLE_READER, "Carla");
  members_fixture_end (&f, 3, 7);
  members_fixture_admit (&f, 5, SPIL_ROLE_BROKER, "Dirk");
  members_fixture_end (&f, 4, 7);
  // The project leader's second laptop, from the recovery sheet.
  members_fixture_admit (&f, 6, SPIL_ROLE_LEADER, "Anke");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = epochs (f.membership, cases[i].reader);

    g_test_message ("reader %d", cases[i].reader);
    g_assert_cmpstr (found, ==, cases[i].epochs);
  }
}

static void
test_names_by_epoch (void)
{
  g_auto (MembersFixture) f = { 0 };
  SpilSigningKey key = wire_fixture_signer (3);
  g_autoptr (SpilKeyring) ring = NULL;

  members_fixture_init (&f);
  members_fixture_admit (&f, 3, SPIL_ROLE_BROKER, "Bram \u202e\n Jansen");
  members_fixture_end (&f, 3, 7);
  members_fixture_admit (
      &f, 5, SPIL_ROLE_BROKER,
      "Een naam die langer is dan er in past, want het is een naam met veel woorden \u00e9n met accenten \u00e9\u00e9n");
  ring = spil_membership_unseal (f.membership, &key, NULL);
  spil_membership_read_names (f.membership, ring);
  members_fixture_assert_state (f.membership, "#4 e2: 2L(Anke) 3B!7(Bram Jansen) 5B");
  spil_membership_read_names (f.membership, f.ring);
  g_assert_true (g_str_has_prefix (members_fixture_get (f.membership, 5)->person, "Een naam die langer is"));
  g_assert_cmpstr (members_fixture_get (f.membership, 5)->device_name, ==, "Laptop");
}

static void
test_used_invitations (void)
{
  g_auto (MembersFixture) f = { 0 };
  const uint8_t none[8] = { 0 };
  const uint8_t third[8] = { 3 };
  const uint8_t fourth[8] = { 4 };
  SpilAdmission again = members_fixture_admission (4, SPIL_ROLE_BROKER, "Bram");
  g_autoptr (GBytes) entry = NULL;
  g_autoptr (GError) error = NULL;

  members_fixture_init (&f);
  members_fixture_admit (&f, 3, SPIL_ROLE_BROKER, "Bram");
  g_assert_false (spil_membership_is_used (f.membership, none));
  g_assert_true (spil_membership_is_used (f.membership, third));
  g_assert_false (spil_membership_is_used (f.membership, fourth));
  again.invitation[0] = 3;
  entry = spil_membership_admit (f.membership, f.ring, &again, T (4));
  g_assert_false (spil_membership_add (f.membership, entry, &error));
  g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_DAMAGED);
}

// Two lists that part: each entry is right, and both can be told from each other.
static void
test_fork (void)
{
  g_auto (MembersFixture) f = { 0 };
  SpilAdmission third = members_fixture_admission (3, SPIL_ROLE_BROKER, "Bram");
  SpilAdmission fourth = members_fixture_admission (4, SPIL_ROLE_BROKER, "Carla");
  g_autoptr (GBytes) a = NULL;
  g_autoptr (GBytes) b = NULL;
  SpilEntryHead head_a;
  SpilEntryHead head_b;
  SpilId space = wire_fixture_id (SPACE);
  SpilPublicKey root = wire_fixture_public (ROOT);

  members_fixture_init (&f);
  a = spil_membership_admit (f.membership, f.ring, &third, T (3));
  b = spil_membership_admit (f.membership, f.ring, &fourth, T (4));
  g_assert_true (spil_membership_read_head (a, &space, &root, &head_a, NULL));
  g_assert_true (spil_membership_read_head (b, &space, &root, &head_b, NULL));
  g_assert_cmpint (head_a.number, ==, 2);
  g_assert_cmpint (head_b.number, ==, 2);
  g_assert_cmpint (head_a.kind, ==, SPIL_ENTRY_ADMIT);
  g_assert_cmpint (head_b.time.ms, ==, T (4).ms);
  g_assert_true (spil_hash_equal (&head_a.previous, &head_b.previous));
  g_assert_false (spil_hash_equal (&head_a.hash, &head_b.hash));
}

static void
test_constant (void)
{
  static const char hex[] =
      "53504d450101900000000000000000000000000001010000000000000000000000000000000000000000000000000000"
      "0000000000000180b09cdb9f3401900000000000000000000000000002fd1724385aa0c75b64fb78cd602fa1d991fdeb"
      "f76b13c58ed702eac835e9f61883c2beb4ab04b44840b350251f42b16cfb7f611d3820a3ab475b84cf0425ec3e7d70cf"
      "9093a85d58bb08493df776cf33cb20cdb0c7902b66cda106c058a12d262bcb983a711c37d90d17a67f371a9cda606281"
      "40ca777d6a3230c06ca804949afece0ea5add23852b488f5094dca1b558139770ea87d175f56a35466c34c7ecccb8d8a"
      "91b4ee37a25df60f5b8fc9b394ed97efcd96e8e716a0d25258c8d1f997f87649b2ecfc15211e31bf3fa2e02127010000"
      "00000000000001012cbf453898b7b570fbbdc02238c9ce2604ee8957e3c3485375e5cd88dea1a0b1f6192e2ecbe91496"
      "f19de06c430dff47b309b2494dd63b34985cd0c5867f9d3d94cdcdb0ae8d58c6ab63a97451d2eb5e152739d065201ff3"
      "361a7a89c47211a826f3912f5e90ca00390235a2a76586b50b4c1c07d66dfd614334698a4c650bfb7ef06f14273ba540"
      "6d3c74db103cfacc128c304d07a03c50a4b7e8443ff3b027b8f1c1206a6bdfa21cba0d92aba92f6cd49cfeb8fecd91ff"
      "73a669246f504b5c1a7480564274b190ce0e06102ccf2f6be02dc7335f5fce55effa661ab6e4e4494cf2086212cb0fb7"
      "8c7b2979a03dc95491f69fd84e61d1fc1d5c2ddeb3c08bec5f2517d69ec0bb72e96fba7f26ba5a26820581d7aec0630c";
  g_auto (MembersFixture) f = { 0 };
  g_autoptr (GBytes) kept = wire_fixture_unhex (hex);
  g_autoptr (SpilMembership) membership = members_fixture_membership ();

  members_fixture_init (&f);
  wire_fixture_assert_documented (f.entries->pdata[0], hex);
  g_assert_true (spil_membership_add (membership, kept, NULL));
  spil_membership_read_names (membership, f.ring);
  members_fixture_assert_state (membership, "#1 e1: 2L(Anke)");
}

// Other kinds of entry and what they are made of.
static void
test_constant_chain (void)
{
  static const char hash[] = "6544570123191fceb78b05eac583803982de506a02739add8d83741288d4dbd8";
  g_auto (MembersFixture) f = { 0 };
  SpilCutOff more = members_fixture_cut (3, 9);
  SpilHash last;

  members_fixture_init (&f);
  members_fixture_admit (&f, 3, SPIL_ROLE_BROKER, "Bram");
  members_fixture_end (&f, 3, 7);
  members_fixture_take (&f, spil_membership_accept (f.membership, f.ring, &more, T (60)));
  last = spil_membership_get_hash (f.membership);
  {
    g_autoptr (GBytes) bytes = g_bytes_new (last.bytes, sizeof last.bytes);

    wire_fixture_assert_documented (bytes, hash);
  }
}

static void
test_keyring (void)
{
  g_autoptr (SpilKeyring) ring = spil_keyring_new ();
  SpilSpaceKey first = wire_fixture_key (1);
  SpilSpaceKey second = wire_fixture_key (2);
  SpilSigningKey root = wire_fixture_signer (ROOT);

  spil_keyring_set (ring, 4, &second);
  spil_keyring_set (ring, 1, &second);
  spil_keyring_set (ring, 1, &first);
  g_assert_null (spil_keyring_get (ring, 2));
  g_assert_cmpmem (spil_keyring_get (ring, 1)->bytes, 32, first.bytes, 32);
  g_assert_cmpmem (spil_keyring_get (ring, 4)->bytes, 32, second.bytes, 32);
  for (int leads = 0; leads < 2; leads++) {
    g_autoptr (GBytes) bytes = spil_keyring_to_bytes (ring);
    g_autoptr (SpilKeyring) again = spil_keyring_from_bytes (bytes);
    g_autoptr (GBytes) bytes_again = spil_keyring_to_bytes (again);

    g_assert_true (g_bytes_equal (bytes, bytes_again));
    g_assert_cmpint (again->leads, ==, leads);
    for (gsize cut = 0; cut < g_bytes_get_size (bytes); cut++) {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, cut);
      g_autoptr (SpilKeyring) partial = spil_keyring_from_bytes (part);

      g_assert_true (partial == NULL || partial->keys->len < 2);
    }
    spil_keyring_set_root (ring, &root);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wire_fixture_seed (1);
  g_test_add_func ("/membership/life", test_life);
  g_test_add_func ("/membership/without-keys", test_without_keys);
  g_test_add_func ("/membership/unseal", test_unseal);
  g_test_add_func ("/membership/names-by-epoch", test_names_by_epoch);
  g_test_add_func ("/membership/used-invitations", test_used_invitations);
  g_test_add_func ("/membership/fork", test_fork);
  g_test_add_func ("/membership/constant", test_constant);
  g_test_add_func ("/membership/constant-chain", test_constant_chain);
  g_test_add_func ("/membership/keyring", test_keyring);
  return g_test_run ();
}
