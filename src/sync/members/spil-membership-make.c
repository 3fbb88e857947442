// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <sodium.h>
#include <string.h>

#include "spil-membership-private.h"

// The keys of epochs 1 to @epoch for one reader, and the root seed where @root is given.
static GBytes *
seal_keys (const SpilKeyring *ring, int epoch, const SpilSigningKey *root, const SpilPublicKey *reader)
{
  g_autoptr (GByteArray) keys = g_byte_array_new ();
  GBytes *sealed;

  for (int i = 1; i <= epoch; i++)
    g_byte_array_append (keys, spil_keyring_get (ring, i)->bytes, sizeof (SpilSpaceKey));
  if (root != NULL)
    g_byte_array_append (keys, root->seed, sizeof root->seed);
  sealed = spil_wire_seal (keys->data, keys->len, reader);
  sodium_memzero (keys->data, keys->len);
  return sealed;
}

static void
seal_key (const SpilSpaceKey *key, const SpilPublicKey *reader, uint8_t sealed[SPIL_SEALED_KEY_LENGTH])
{
  g_autoptr (GBytes) bytes = spil_wire_seal (key->bytes, sizeof key->bytes, reader);

  memcpy (sealed, g_bytes_get_data (bytes, NULL), SPIL_SEALED_KEY_LENGTH);
}

static void
set_admission (SpilMemberEntry *entry, const SpilAdmission *admission, const SpilKeyring *ring)
{
  entry->device = admission->device;
  entry->key = admission->key;
  entry->role = admission->role;
  memcpy (entry->invitation, admission->invitation, sizeof entry->invitation);
  entry->names = spil_member_entry_hide_names (&admission->device, admission->person, admission->device_name,
                                               spil_keyring_get (ring, entry->epoch));
  entry->sealed = seal_keys (ring, entry->epoch, admission->role == SPIL_ROLE_LEADER ? &ring->root : NULL,
                             &admission->key);
}

GBytes *
spil_membership_create (const SpilId *space, const SpilSigningKey *root, const SpilSpaceKey *key,
                        const SpilAdmission *leader, SpilTime time)
{
  g_autoptr (SpilKeyring) ring = spil_keyring_new ();
  g_auto (SpilMemberEntry)
      entry = { .head = { .number = 1, .kind = SPIL_ENTRY_CREATE, .time = time }, .epoch = 1 };

  g_return_val_if_fail (leader->role == SPIL_ROLE_LEADER, NULL);
  spil_keyring_set (ring, 1, key);
  spil_keyring_set_root (ring, root);
  entry.root = spil_signing_key_get_public (root);
  seal_key (key, &entry.root, entry.for_root);
  set_admission (&entry, leader, ring);
  return spil_member_entry_write (&entry, space, root);
}

static void
set_head (const SpilMembership *self, SpilEntryKind kind, SpilTime time, SpilMemberEntry *entry)
{
  entry->head = (SpilEntryHead) {
    .number = self->number + 1, .previous = self->hash, .kind = kind, .time = time
  };
}

GBytes *
spil_membership_admit (const SpilMembership *self, const SpilKeyring *ring, const SpilAdmission *admission,
                       SpilTime time)
{
  g_auto (SpilMemberEntry) entry = { .epoch = spil_membership_get_epoch (self) };

  g_return_val_if_fail (ring->leads && entry.epoch > 0, NULL);
  for (int i = 1; i <= entry.epoch; i++)
    g_return_val_if_fail (spil_keyring_get (ring, i) != NULL, NULL);
  set_head (self, SPIL_ENTRY_ADMIT, time, &entry);
  set_admission (&entry, admission, ring);
  return spil_member_entry_write (&entry, &self->space, &ring->root);
}

static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  const SpilCutOff *x = a;
  const SpilCutOff *y = b;

  return spil_id_compare (x->device, y->device);
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const SpilKeyShare *x = a;
  const SpilKeyShare *y = b;

  return spil_id_compare (x->device, y->device);
}

// That of the identity that was admitted first, then the others in order. Those that do not count at all need no cut, but that first one.
static GArray *
arrange_cuts (const SpilId *origin, GArray *cuts)
{
  GArray *arranged = g_array_new (FALSE, FALSE, sizeof (SpilCutOff));
  g_autoptr (GArray) sorted = g_array_copy (cuts);
  SpilCutOff own = { .device = *origin };

  g_array_sort (sorted, compare_cuts);
  for (guint i = 0; i < sorted->len; i++) {
    const SpilCutOff *cut = &g_array_index (sorted, SpilCutOff, i);

    if (spil_id_equal (cut->device, *origin))
      own = *cut;
    else if (cut->sequence > 0)
      g_array_append_val (arranged, *cut);
  }
  g_array_prepend_val (arranged, own);
  return arranged;
}

static GArray *
share_key (const SpilMembership *self, const SpilId *except, const SpilSpaceKey *key)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (SpilKeyShare));

  for (guint i = 0; i < self->members->len; i++) {
    const SpilMemberFacts *facts = &((SpilMembershipMember *) self->members->pdata[i])->facts;
    SpilKeyShare share = { .device = facts->device };

    if (facts->revoked || spil_id_equal (facts->device, *except))
      continue;
    seal_key (key, &facts->key, share.sealed);
    g_array_append_val (shares, share);
  }
  g_array_sort (shares, compare_shares);
  return shares;
}

GBytes *
spil_membership_revoke (const SpilMembership *self, const SpilKeyring *ring, GArray *cuts,
                        const SpilSpaceKey *key, SpilTime time)
{
  g_auto (SpilMemberEntry) entry = { .epoch = spil_membership_get_epoch (self) + 1 };
  const SpilMemberFacts *facts;

  g_return_val_if_fail (ring->leads && cuts->len > 0, NULL);
  facts = spil_membership_get (self, &g_array_index (cuts, SpilCutOff, 0).device);
  g_return_val_if_fail (facts != NULL && !facts->revoked, NULL);
  set_head (self, SPIL_ENTRY_REVOKE, time, &entry);
  entry.device = facts->origin;
  entry.cuts = arrange_cuts (&facts->origin, cuts);
  entry.shares = share_key (self, &facts->origin, key);
  seal_key (key, &self->root, entry.for_root);
  return spil_member_entry_write (&entry, &self->space, &ring->root);
}

GBytes *
spil_membership_accept (const SpilMembership *self, const SpilKeyring *ring, const SpilCutOff *cut,
                        SpilTime time)
{
  g_auto (SpilMemberEntry) entry = { .cuts = g_array_new (FALSE, FALSE, sizeof (SpilCutOff)) };
  const SpilMemberFacts *facts = spil_membership_get (self, &cut->device);

  g_return_val_if_fail (ring->leads && facts != NULL && facts->revoked && cut->sequence > facts->cut, NULL);
  set_head (self, SPIL_ENTRY_ACCEPT, time, &entry);
  entry.device = facts->origin;
  g_array_append_val (entry.cuts, *cut);
  return spil_member_entry_write (&entry, &self->space, &ring->root);
}

// The keys that stand one after another in @sealed, which follow on epoch @before.
static void
unseal_keys (const uint8_t *sealed, gsize length, const SpilSigningKey *reader, int before, int count,
             gboolean with_root, SpilKeyring *ring)
{
  g_autoptr (GBytes) plain = spil_wire_unseal (sealed, length, reader, NULL);
  SpilBytes bytes;

  if (plain == NULL)
    return;
  bytes = spil_bytes (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  for (int i = 1; i <= count; i++) {
    SpilSpaceKey key;

    if (!spil_wire_read_raw (&bytes, key.bytes, sizeof key.bytes))
      return;
    spil_keyring_set (ring, before + i, &key);
  }
  if (with_root) {
    SpilSigningKey root;

    if (spil_wire_read_raw (&bytes, root.seed, sizeof root.seed))
      spil_keyring_set_root (ring, &root);
  }
}

static void
unseal_for_root (const SpilMembership *self, const SpilSigningKey *root, SpilKeyring *ring)
{
  spil_keyring_set_root (ring, root);
  for (guint i = 0; i < self->epochs->len; i++) {
    const SpilMembershipEpoch *epoch = self->epochs->pdata[i];

    unseal_keys (epoch->for_root, sizeof epoch->for_root, root, (int) i, 1, FALSE, ring);
  }
}

static void
unseal_for_member (const SpilMembership *self, const SpilMembershipMember *member,
                   const SpilSigningKey *reader, SpilKeyring *ring)
{
  unseal_keys (g_bytes_get_data (member->sealed, NULL), g_bytes_get_size (member->sealed), reader, 0,
               member->epoch, member->facts.role == SPIL_ROLE_LEADER, ring);
  for (guint i = (guint) member->epoch; i < self->epochs->len; i++) {
    const GArray *shares = ((SpilMembershipEpoch *) self->epochs->pdata[i])->shares;

    for (guint j = 0; shares != NULL && j < shares->len; j++) {
      const SpilKeyShare *share = &g_array_index (shares, SpilKeyShare, j);

      if (spil_id_equal (share->device, member->facts.device))
        unseal_keys (share->sealed, sizeof share->sealed, reader, (int) i, 1, FALSE, ring);
    }
  }
}

SpilKeyring *
spil_membership_unseal (const SpilMembership *self, const SpilSigningKey *reader, GError **error)
{
  g_autoptr (SpilKeyring) ring = spil_keyring_new ();
  SpilPublicKey key = spil_signing_key_get_public (reader);

  if (spil_public_key_equal (&key, &self->root))
    unseal_for_root (self, reader, ring);
  for (guint i = 0; i < self->members->len; i++) {
    const SpilMembershipMember *member = self->members->pdata[i];

    if (spil_public_key_equal (&key, &member->facts.key))
      unseal_for_member (self, member, reader, ring);
  }
  if (ring->keys->len == 0) {
    spil_wire_fail (error, SPIL_WIRE_ERROR_KEY);
    return NULL;
  }
  return g_steal_pointer (&ring);
}
