// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "members-fixture.h"
#include "spil-membership-private.h"

// The statement that @device, with the keys of member @signer, goes on as another at second @time.
static GBytes *
statement (const SpilId *device, int signer, int time, SpilId *successor)
{
  SpilId space = wire_fixture_id (SPACE);
  SpilSigningKey key = wire_fixture_signer (signer);

  return spil_successor_make (&space, device, &key, T (time), successor);
}

static void
add (MembersFixture *f, GBytes *statement)
{
  g_autoptr (GError) error = NULL;

  spil_membership_add_successor (f->membership, statement, &error);
  g_assert_no_error (error);
}

static void
make (MembersFixture *f)
{
  members_fixture_init (f);
  members_fixture_admit (f, 3, SPIL_ROLE_BROKER, "Bram");
  members_fixture_admit (f, 4, SPIL_ROLE_READER, "Carla");
  spil_membership_read_names (f->membership, f->ring);
}

static void
test_goes_on (void)
{
  g_auto (MembersFixture) f = { 0 };
  SpilId third = wire_fixture_id (3);
  SpilId second;
  SpilId last;
  SpilId old;
  SpilId new;
  g_autoptr (GBytes) a = NULL;
  g_autoptr (GBytes) b = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const SpilMemberFacts *facts;

  make (&f);
  a = statement (&third, 3, 20, &second);
  b = statement (&second, 3, 30, &last);
  g_assert_true (spil_successor_read (b, &third, &old, &new, NULL) == FALSE);
  g_assert_true (spil_successor_read (b, spil_membership_get_space (f.membership), &old, &new, NULL));
  g_assert_true (spil_id_equal (old, second));
  g_assert_true (spil_id_equal (new, last));
  // The later one first: it waits for the other.
  add (&f, b);
  g_assert_null (spil_membership_get (f.membership, &last));
  add (&f, a);
  add (&f, a);
  facts = spil_membership_get (f.membership, &last);
  g_assert_nonnull (facts);
  g_assert_true (spil_id_equal (facts->origin, third));
  g_assert_cmpint (facts->role, ==, SPIL_ROLE_BROKER);
  g_assert_cmpstr (facts->person, ==, "Bram");
  g_assert_cmpint (facts->since.ms, ==, T (30).ms);
  g_assert_cmpint (facts->cut, ==, G_MAXINT64);
  list = spil_membership_list (f.membership);
  g_assert_cmpuint (list->len, ==, 5);
  g_assert_true (spil_id_equal (((SpilMemberFacts *) list->pdata[2])->device, second));
  g_assert_true (spil_id_equal (((SpilMemberFacts *) list->pdata[3])->device, last));
}

// Two copies of one laptop that both noticed it, in any order of arrival.
static void
test_two_copies (void)
{
  SpilId third = wire_fixture_id (3);
  SpilId ids[2];
  GBytes *statements[2];

  wire_fixture_seed (3);
  for (int i = 0; i < 2; i++)
    statements[i] = statement (&third, 3, 20, &ids[i]);
  g_assert_false (spil_id_equal (ids[0], ids[1]));
  for (int order = 0; order < 2; order++) {
    g_auto (MembersFixture) f = { 0 };
    g_autoptr (GPtrArray) list = NULL;
    int first = spil_id_compare (ids[0], ids[1]) < 0 ? 0 : 1;

    make (&f);
    add (&f, statements[order]);
    add (&f, statements[1 - order]);
    list = spil_membership_list (f.membership);
    g_assert_cmpuint (list->len, ==, 5);
    g_assert_true (spil_id_equal (((SpilMemberFacts *) list->pdata[2])->device, ids[first]));
    g_assert_true (spil_id_equal (((SpilMemberFacts *) list->pdata[3])->device, ids[1 - first]));
  }
  g_bytes_unref (statements[0]);
  g_bytes_unref (statements[1]);
}

static void
test_before_admission (void)
{
  g_auto (MembersFixture) f = { 0 };
  SpilId third = wire_fixture_id (3);
  SpilId next;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) stranger = NULL;
  SpilId strange;

  members_fixture_init (&f);
  bytes = statement (&third, 3, 20, &next);
  // Somebody else's word about a laptop that nobody knows yet: it waits, and then counts for nothing.
  stranger = statement (&third, 5, 10, &strange);
  add (&f, stranger);
  add (&f, bytes);
  g_assert_null (spil_membership_get (f.membership, &next));
  members_fixture_admit (&f, 3, SPIL_ROLE_BROKER, "Bram");
  g_assert_nonnull (spil_membership_get (f.membership, &next));
  g_assert_null (spil_membership_get (f.membership, &strange));
}

// The new identity ends with the laptop, and counts as far as was said.
static void
test_revoked (void)
{
  g_auto (MembersFixture) f = { 0 };
  SpilId third = wire_fixture_id (3);
  SpilId before;
  SpilId late;
  g_autoptr (GBytes) a = NULL;
  g_autoptr (GBytes) b = NULL;
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (SpilCutOff));
  SpilCutOff own = members_fixture_cut (3, 7);
  SpilCutOff other = members_fixture_cut (0, 4);
  SpilCutOff more = members_fixture_cut (0, 2);
  SpilSpaceKey key = wire_fixture_key (102);
  g_autoptr (SpilMembership) without = members_fixture_membership ();

  make (&f);
  a = statement (&third, 3, 20, &before);
  b = statement (&before, 3, 90, &late);
  add (&f, a);
  other.device = before;
  g_array_append_val (cuts, other);
  g_array_append_val (cuts, own);
  members_fixture_take (&f, spil_membership_revoke (f.membership, f.ring, cuts, &key, T (50)));
  g_assert_cmpint (members_fixture_get (f.membership, 3)->cut, ==, 7);
  g_assert_true (spil_membership_get (f.membership, &before)->revoked);
  g_assert_cmpint (spil_membership_get (f.membership, &before)->cut, ==, 4);
  add (&f, b);
  g_assert_true (spil_membership_get (f.membership, &late)->revoked);
  g_assert_cmpint (spil_membership_get (f.membership, &late)->cut, ==, 0);
  more.device = late;
  members_fixture_take (&f, spil_membership_accept (f.membership, f.ring, &more, T (60)));
  g_assert_cmpint (spil_membership_get (f.membership, &late)->cut, ==, 2);
  g_assert_cmpint (spil_membership_get (f.membership, &before)->cut, ==, 4);
  // Who lacks the statements reads the same list, and comes to the same when they arrive.
  for (guint i = 0; i < f.entries->len; i++)
    g_assert_true (spil_membership_add (without, f.entries->pdata[i], NULL));
  g_assert_null (spil_membership_get (without, &before));
  g_assert_true (spil_membership_add_successor (without, b, NULL));
  g_assert_true (spil_membership_add_successor (without, a, NULL));
  g_assert_cmpint (spil_membership_get (without, &before)->cut, ==, 4);
  g_assert_cmpint (spil_membership_get (without, &late)->cut, ==, 2);
}

static void
test_refusals (void)
{
  g_auto (MembersFixture) f = { 0 };
  SpilId third = wire_fixture_id (3);
  SpilId next;
  g_autoptr (GBytes) good = NULL;
  g_autoptr (GBytes) stranger = NULL;
  g_autoptr (GError) error = NULL;
  static const struct
  {
    gsize at;
    uint8_t to;
    SpilWireError code;
  } cases[] = {
    { 0, 'X', SPIL_WIRE_ERROR_DAMAGED },  { 4, 2, SPIL_WIRE_ERROR_NEWER },
    { 5, 9, SPIL_WIRE_ERROR_FOREIGN },    { 36, 4, SPIL_WIRE_ERROR_FORGED },
    { 37, 0xaa, SPIL_WIRE_ERROR_FORGED }, { 69, 0, SPIL_WIRE_ERROR_DAMAGED },
    { 75, 0xaa, SPIL_WIRE_ERROR_FORGED },
  };

  make (&f);
  good = statement (&third, 3, 20, &next);
  // Another member cannot speak for this one.
  stranger = statement (&third, 4, 20, &next);
  g_assert_false (spil_membership_add_successor (f.membership, stranger, &error));
  g_assert_error (error, SPIL_WIRE_ERROR, SPIL_WIRE_ERROR_FORGED);
  g_assert_null (spil_membership_get (f.membership, &next));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = wire_fixture_splice (good, cases[i].at, &cases[i].to, 1);

    g_clear_error (&error);
    g_test_message ("byte %zu", cases[i].at);
    g_assert_false (spil_membership_add_successor (f.membership, bytes, &error));
    g_assert_error (error, SPIL_WIRE_ERROR, (int) cases[i].code);
  }
}

static void
test_constant (void)
{
  static const char hex[] =
      "53505355010190000000000000000000000000000101900000000000000000000000000003ed4928c628d1c2c6eae903"
      "38905995612959273a5c63f93636c14614ac8737d1a0cc9ddb9f34afc419f643d397675cb98e1748596e2afbc7af926f"
      "337f3483223dd085d432cc709c96299fabb1d427231bf2c3e3aa53262d68bef10a5b55f479e7fb237355b7103a6183ba"
      "46bcf67949362168f54002";
  SpilId third = wire_fixture_id (3);
  SpilId next;
  g_autoptr (GBytes) bytes = NULL;

  wire_fixture_seed (7);
  bytes = statement (&third, 3, 20, &next);
  wire_fixture_assert_documented (bytes, hex);
  {
    g_autoptr (GBytes) id = g_bytes_new (next.bytes, sizeof next.bytes);

    wire_fixture_assert_documented (id, "01a1fb6766207be8887e34879e3206c7");
  }
}

static gboolean
fuzz (GBytes *bytes, gpointer user_data)
{
  SpilId space = wire_fixture_id (SPACE);
  SpilId old;
  SpilId new;
  g_autoptr (GError) error = NULL;
  gboolean read = spil_successor_read (bytes, &space, &old, &new, &error);

  g_assert_true (read == (error == NULL));
  g_assert_true (read == g_bytes_equal (bytes, user_data));
  return read;
}

static void
test_fuzz (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  SpilId third = wire_fixture_id (3);
  SpilId next;

  g_ptr_array_add (seeds, statement (&third, 3, 20, &next));
  wire_fixture_fuzz (seeds, fuzz, seeds->pdata[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wire_fixture_seed (1);
  g_test_add_func ("/successor/goes-on", test_goes_on);
  g_test_add_func ("/successor/two-copies", test_two_copies);
  g_test_add_func ("/successor/before-admission", test_before_admission);
  g_test_add_func ("/successor/revoked", test_revoked);
  g_test_add_func ("/successor/refusals", test_refusals);
  g_test_add_func ("/successor/constant", test_constant);
  g_test_add_func ("/successor/fuzz", test_fuzz);
  return g_test_run ();
}
