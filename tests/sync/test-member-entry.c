// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "members-fixture.h"
#include "spil-membership-private.h"

static void
assert_altered (MembersFixture *f, GBytes *entry, gsize at, uint8_t to, SpilWireError code)
{
  g_autoptr (GBytes) altered = wire_fixture_splice (entry, at, &to, 1);

  g_assert_false (g_bytes_equal (altered, entry));
  members_fixture_assert_refused (f->membership, altered, code);
}

static void
test_refusals (void)
{
  g_auto (MembersFixture) f = { 0 };
  g_autoptr (SpilMembership) empty = members_fixture_membership ();
  g_autoptr (SpilMembership) foreign = NULL;
  g_autoptr (SpilMembership) other_root = NULL;
  g_autoptr (GBytes) next = NULL;
  SpilId space = wire_fixture_id (SPACE);
  SpilId other_space = wire_fixture_id (7);
  SpilPublicKey root = wire_fixture_public (ROOT);
  SpilPublicKey other = wire_fixture_public (8);
  SpilAdmission third = members_fixture_admission (3, SPIL_ROLE_BROKER, "Bram");

  members_fixture_init (&f);
  foreign = spil_membership_new (&other_space, &root);
  other_root = spil_membership_new (&space, &other);
  next = spil_membership_admit (f.membership, f.ring, &third, T (3));
  members_fixture_assert_refused (foreign, f.entries->pdata[0], SPIL_WIRE_ERROR_FOREIGN);
  members_fixture_assert_refused (other_root, f.entries->pdata[0], SPIL_WIRE_ERROR_FORGED);
  members_fixture_assert_refused (f.membership, f.entries->pdata[0], SPIL_WIRE_ERROR_DAMAGED);
  members_fixture_assert_refused (empty, next, SPIL_WIRE_ERROR_DAMAGED);
  assert_altered (&f, next, 0, 'X', SPIL_WIRE_ERROR_DAMAGED);
  assert_altered (&f, next, 4, 0, SPIL_WIRE_ERROR_DAMAGED);
  assert_altered (&f, next, 4, 2, SPIL_WIRE_ERROR_NEWER);
  assert_altered (&f, next, 21, 3, SPIL_WIRE_ERROR_FORGED);
  assert_altered (&f, next, 22, 0xaa, SPIL_WIRE_ERROR_FORGED);
  assert_altered (&f, next, g_bytes_get_size (next) - 1, 0xaa, SPIL_WIRE_ERROR_FORGED);
  g_assert_true (spil_membership_add (f.membership, next, NULL));
  members_fixture_assert_refused (f.membership, next, SPIL_WIRE_ERROR_DAMAGED);
}

// What the root key could sign and yet must not be: each is built by hand after @bend.
typedef enum
{
  BEND_NUMBER,
  BEND_PREVIOUS,
  BEND_DEVICE, /* admitted already */
  BEND_KEY, /* of another member */
  BEND_UNKNOWN, /* revokes nobody */
  BEND_SHARES, /* leaves a member out */
  BEND_MORE_SHARES, /* gives the key to the one who is revoked */
  BEND_NEW_EPOCH,
  BEND_CUT_OTHER,
  BEND_ACCEPT_MEMBER, /* accepts of one who is not revoked */
  BEND_ACCEPT_LESS,
  BEND_ACCEPT_OTHER, /* moves the cut of another member */
  BEND_LAST,
} Bend;

static void
bend_entry (SpilMemberEntry *entry, Bend bend)
{
  switch (bend) {
  case BEND_NUMBER:
    entry->head.number++;
    break;
  case BEND_PREVIOUS:
    entry->head.previous.bytes[0] ^= 1;
    break;
  case BEND_DEVICE:
    entry->device = wire_fixture_id (2);
    break;
  case BEND_KEY:
    entry->key = wire_fixture_public (2);
    break;
  case BEND_NEW_EPOCH:
    entry->epoch++;
    break;
  case BEND_UNKNOWN:
    entry->device = wire_fixture_id (77);
    break;
  case BEND_SHARES:
    g_array_set_size (entry->shares, 1);
    break;
  case BEND_MORE_SHARES: {
    SpilKeyShare share = g_array_index (entry->shares, SpilKeyShare, 0);

    share.device = entry->device;
    g_array_append_val (entry->shares, share);
    break;
  }
  case BEND_CUT_OTHER: {
    SpilCutOff cut = members_fixture_cut (4, 1);

    g_array_append_val (entry->cuts, cut);
    break;
  }
  case BEND_ACCEPT_OTHER:
    g_array_index (entry->cuts, SpilCutOff, 0).device = wire_fixture_id (4);
    break;
  case BEND_ACCEPT_MEMBER:
    entry->device = wire_fixture_id (4);
    g_array_index (entry->cuts, SpilCutOff, 0).device = wire_fixture_id (4);
    break;
  case BEND_ACCEPT_LESS:
    g_array_index (entry->cuts, SpilCutOff, 0).sequence = 7;
    break;
  default:
    break;
  }
}

// An entry of the kind that @bend is about, which would be right without it.
static GBytes *
straight (MembersFixture *f, Bend bend)
{
  SpilAdmission fifth = members_fixture_admission (5, SPIL_ROLE_BROKER, "Dirk");
  SpilCutOff more = members_fixture_cut (3, 9);

  if (bend >= BEND_ACCEPT_MEMBER && bend <= BEND_ACCEPT_OTHER)
    return spil_membership_accept (f->membership, f->ring, &more, T (60));
  if (bend >= BEND_UNKNOWN && bend <= BEND_CUT_OTHER)
    return members_fixture_revocation (f, 6, 3, spil_membership_get_epoch (f->membership) + 1);
  return spil_membership_admit (f->membership, f->ring, &fifth, T (5));
}

static void
test_bent_entries (void)
{
  for (Bend bend = BEND_NUMBER; bend < BEND_LAST; bend++) {
    g_auto (MembersFixture) f = { 0 };
    g_autoptr (GBytes) good = NULL;
    g_autoptr (GBytes) bent = NULL;
    g_auto (SpilMemberEntry) entry = { 0 };
    SpilId space = wire_fixture_id (SPACE);
    SpilPublicKey root = wire_fixture_public (ROOT);

    members_fixture_init (&f);
    members_fixture_admit (&f, 3, SPIL_ROLE_BROKER, "Bram");
    members_fixture_admit (&f, 4, SPIL_ROLE_BROKER, "Carla");
    members_fixture_admit (&f, 6, SPIL_ROLE_READER, "Els");
    members_fixture_end (&f, 3, 7);
    g_test_message ("bend %d", bend);
    good = straight (&f, bend);
    g_assert_true (spil_member_entry_read (good, &space, &root, &entry, NULL));
    bend_entry (&entry, bend);
    bent = spil_member_entry_write (&entry, &space, &f.ring->root);
    g_assert_false (g_bytes_equal (bent, good));
    members_fixture_assert_refused (f.membership, bent, SPIL_WIRE_ERROR_DAMAGED);
    g_assert_true (spil_membership_add (f.membership, good, NULL));
  }
}

// The root key that the first entry names is the one that signs it.
static void
test_another_root (void)
{
  g_auto (MembersFixture) f = { 0 };
  g_autoptr (SpilMembership) empty = members_fixture_membership ();
  g_auto (SpilMemberEntry) entry = { 0 };
  SpilId space = wire_fixture_id (SPACE);
  SpilPublicKey root = wire_fixture_public (ROOT);
  g_autoptr (GBytes) bent = NULL;

  members_fixture_init (&f);
  g_assert_true (spil_member_entry_read (f.entries->pdata[0], &space, &root, &entry, NULL));
  entry.root = wire_fixture_public (8);
  bent = spil_member_entry_write (&entry, &space, &f.ring->root);
  members_fixture_assert_refused (empty, bent, SPIL_WIRE_ERROR_FORGED);
}

// Nobody is revoked twice, and nobody comes back under the same identity.
static void
test_revoked_for_good (void)
{
  g_auto (MembersFixture) f = { 0 };
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) back = NULL;
  SpilAdmission third = members_fixture_admission (3, SPIL_ROLE_BROKER, "Bram");
  g_auto (SpilMemberEntry) entry = { 0 };
  SpilId space = wire_fixture_id (SPACE);
  SpilPublicKey root = wire_fixture_public (ROOT);

  members_fixture_init (&f);
  members_fixture_admit (&f, 3, SPIL_ROLE_BROKER, "Bram");
  members_fixture_end (&f, 3, 7);
  g_assert_true (spil_member_entry_read (f.entries->pdata[2], &space, &root, &entry, NULL));
  entry.head.number = 4;
  entry.head.previous = spil_membership_get_hash (f.membership);
  entry.epoch = 3;
  again = spil_member_entry_write (&entry, &space, &f.ring->root);
  members_fixture_assert_refused (f.membership, again, SPIL_WIRE_ERROR_DAMAGED);
  third.invitation[0] = 33;
  back = spil_membership_admit (f.membership, f.ring, &third, T (70));
  members_fixture_assert_refused (f.membership, back, SPIL_WIRE_ERROR_DAMAGED);
}

// Members in four states, and all kinds of entry.
static void
make_long (MembersFixture *f)
{
  SpilCutOff more = members_fixture_cut (3, 9);

  members_fixture_init (f);
  members_fixture_admit (f, 3, SPIL_ROLE_BROKER, "Bram");
  members_fixture_admit (f, 4, SPIL_ROLE_READER, "Carla");
  members_fixture_end (f, 3, 7);
  members_fixture_take (f, spil_membership_accept (f->membership, f->ring, &more, T (60)));
}

static gboolean
fuzz_file (GBytes *bytes, gpointer user_data)
{
  MembersFixture *f = user_data;
  SpilId space = wire_fixture_id (SPACE);
  SpilPublicKey root = wire_fixture_public (ROOT);
  SpilEntryHead head;
  g_autoptr (GError) error = NULL;
  gboolean read = spil_membership_read_head (bytes, &space, &root, &head, &error);
  gboolean same = FALSE;

  for (guint i = 0; i < f->entries->len; i++)
    same = same || g_bytes_equal (bytes, f->entries->pdata[i]);
  g_assert_true (read == same);
  g_assert_true (read == (error == NULL));
  return read;
}

static void
test_fuzz_file (void)
{
  g_auto (MembersFixture) f = { 0 };

  make_long (&f);
  wire_fixture_fuzz (f.entries, fuzz_file, &f);
}

// The bytes of an entry without its signature: signed again by the root key, what is read is written the same.
static gboolean
fuzz_signed (GBytes *bytes, gpointer user_data)
{
  MembersFixture *f = user_data;
  SpilId space = wire_fixture_id (SPACE);
  SpilPublicKey root = wire_fixture_public (ROOT);
  GByteArray *made = g_byte_array_new ();
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) again = NULL;
  g_auto (SpilMemberEntry) entry = { 0 };
  g_autoptr (GError) error = NULL;

  g_byte_array_append (made, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  spil_wire_sign (made, SPIL_ENTRY_CONTEXT, &f->ring->root);
  file = g_byte_array_free_to_bytes (made);
  if (!spil_member_entry_read (file, &space, &root, &entry, &error)) {
    g_assert_nonnull (error);
    return FALSE;
  }
  again = spil_member_entry_write (&entry, &space, &f->ring->root);
  g_assert_true (g_bytes_equal (again, file));
  return TRUE;
}

static void
test_fuzz_signed (void)
{
  g_auto (MembersFixture) f = { 0 };
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  make_long (&f);
  for (guint i = 0; i < f.entries->len; i++)
    g_ptr_array_add (
        seeds, g_bytes_new_from_bytes (f.entries->pdata[i], 0,
                                       g_bytes_get_size (f.entries->pdata[i]) - SPIL_WIRE_SIGNATURE_LENGTH));
  wire_fixture_fuzz (seeds, fuzz_signed, &f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wire_fixture_seed (1);
  g_test_add_func ("/member-entry/refusals", test_refusals);
  g_test_add_func ("/member-entry/bent-entries", test_bent_entries);
  g_test_add_func ("/member-entry/another-root", test_another_root);
  g_test_add_func ("/member-entry/revoked-for-good", test_revoked_for_good);
  g_test_add_func ("/member-entry/fuzz-file", test_fuzz_file);
  g_test_add_func ("/member-entry/fuzz-signed", test_fuzz_signed);
  return g_test_run ();
}
