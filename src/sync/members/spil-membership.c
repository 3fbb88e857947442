// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "spil-membership-private.h"

static void
facts_free (gpointer data)
{
  SpilMemberFacts *facts = data;

  g_free (facts->person);
  g_free (facts->device_name);
  g_free (facts);
}

static void
member_free (gpointer data)
{
  SpilMembershipMember *member = data;

  g_free (member->facts.person);
  g_free (member->facts.device_name);
  g_bytes_unref (member->names);
  g_bytes_unref (member->sealed);
  g_free (member);
}

static void
epoch_free (gpointer data)
{
  SpilMembershipEpoch *epoch = data;

  g_clear_pointer (&epoch->shares, g_array_unref);
  g_free (epoch);
}

SpilMembership *
spil_membership_new (const SpilId *space, const SpilPublicKey *root)
{
  SpilMembership *self = g_new0 (SpilMembership, 1);

  self->space = *space;
  self->root = *root;
  self->members = g_ptr_array_new_with_free_func (member_free);
  self->epochs = g_ptr_array_new_with_free_func (epoch_free);
  self->cuts = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, NULL, g_free);
  self->statements = g_array_new (FALSE, FALSE, sizeof (SpilSuccessor));
  self->facts = g_ptr_array_new_with_free_func (facts_free);
  self->by_device = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  return self;
}

void
spil_membership_free (SpilMembership *self)
{
  g_hash_table_unref (self->by_device);
  g_ptr_array_unref (self->facts);
  g_array_unref (self->statements);
  g_hash_table_unref (self->cuts);
  g_ptr_array_unref (self->epochs);
  g_ptr_array_unref (self->members);
  g_free (self);
}

SpilMembershipMember *
spil_membership_find (const SpilMembership *self, const SpilId *origin)
{
  for (guint i = 0; i < self->members->len; i++) {
    SpilMembershipMember *member = self->members->pdata[i];

    if (spil_id_equal (member->facts.device, *origin))
      return member;
  }
  return NULL;
}

// The same laptop under the identity @device.
static void
add_facts (SpilMembership *self, const SpilMembershipMember *member, const SpilId *device, SpilTime since)
{
  SpilMemberFacts *facts = g_new (SpilMemberFacts, 1);

  *facts = member->facts;
  facts->device = *device;
  facts->since = since;
  facts->person = g_strdup (member->facts.person);
  facts->device_name = g_strdup (member->facts.device_name);
  if (facts->revoked) {
    const SpilCutOff *cut = g_hash_table_lookup (self->cuts, device);

    facts->cut = cut != NULL ? cut->sequence : 0;
    facts->cut_hash = cut != NULL ? cut->hash : (SpilHash) { 0 };
  }
  g_ptr_array_add (self->facts, facts);
  g_hash_table_insert (self->by_device, &facts->device, facts);
}

// Goes on from the identities that are known, until no statement adds another. An identity that was admitted stays who it is.
static void
add_successors (SpilMembership *self, const SpilMembershipMember *member, guint first)
{
  for (guint known = first; known < self->facts->len; known++) {
    const SpilMemberFacts *facts = self->facts->pdata[known];

    for (guint i = 0; i < self->statements->len; i++) {
      const SpilSuccessor *statement = &g_array_index (self->statements, SpilSuccessor, i);

      if (spil_id_equal (statement->device, facts->device) &&
          memcmp (statement->sign, facts->key.sign, sizeof statement->sign) == 0 &&
          !g_hash_table_contains (self->by_device, &statement->successor) &&
          spil_membership_find (self, &statement->successor) == NULL)
        add_facts (self, member, &statement->successor, statement->time);
    }
  }
}

void
spil_membership_resolve (SpilMembership *self)
{
  g_hash_table_remove_all (self->by_device);
  g_ptr_array_set_size (self->facts, 0);
  for (guint i = 0; i < self->members->len; i++) {
    const SpilMembershipMember *member = self->members->pdata[i];
    guint first = self->facts->len;

    add_facts (self, member, &member->facts.device, member->facts.since);
    add_successors (self, member, first);
  }
}

static gboolean
admit_member (SpilMembership *self, const SpilMemberEntry *entry)
{
  SpilMembershipMember *member;

  if (entry->epoch != (int) self->epochs->len || spil_membership_find (self, &entry->device) != NULL ||
      spil_membership_is_used (self, entry->invitation))
    return FALSE;
  for (guint i = 0; i < self->members->len; i++) {
    const SpilMembershipMember *other = self->members->pdata[i];

    if (memcmp (other->facts.key.sign, entry->key.sign, sizeof entry->key.sign) == 0)
      return FALSE;
  }
  member = g_new0 (SpilMembershipMember, 1);
  member->facts = (SpilMemberFacts) { .device = entry->device,
                                      .origin = entry->device,
                                      .key = entry->key,
                                      .role = entry->role,
                                      .since = entry->head.time,
                                      .cut = G_MAXINT64 };
  memcpy (member->invitation, entry->invitation, sizeof member->invitation);
  member->epoch = entry->epoch;
  member->names = g_bytes_ref (entry->names);
  member->sealed = g_bytes_ref (entry->sealed);
  g_ptr_array_add (self->members, member);
  return TRUE;
}

static void
begin_epoch (SpilMembership *self, const SpilMemberEntry *entry)
{
  SpilMembershipEpoch *epoch = g_new0 (SpilMembershipEpoch, 1);

  memcpy (epoch->for_root, entry->for_root, sizeof epoch->for_root);
  epoch->shares = entry->shares != NULL ? g_array_ref (entry->shares) : NULL;
  g_ptr_array_add (self->epochs, epoch);
}

static gboolean
create_space (SpilMembership *self, const SpilMemberEntry *entry)
{
  // The caller has seen that it is the first entry: nothing can be in its way.
  begin_epoch (self, entry);
  return admit_member (self, entry);
}

static gboolean
is_shared_with (const SpilMemberEntry *entry, const SpilId *device)
{
  for (guint i = 0; i < entry->shares->len; i++)
    if (spil_id_equal (g_array_index (entry->shares, SpilKeyShare, i).device, *device))
      return TRUE;
  return FALSE;
}

// The new key goes to all that remain, and to nobody else.
static gboolean
is_shared_rightly (SpilMembership *self, const SpilMemberEntry *entry)
{
  guint remaining = 0;

  for (guint i = 0; i < self->members->len; i++) {
    const SpilMemberFacts *facts = &((SpilMembershipMember *) self->members->pdata[i])->facts;

    if (facts->revoked || spil_id_equal (facts->device, entry->device))
      continue;
    if (!is_shared_with (entry, &facts->device))
      return FALSE;
    remaining++;
  }
  return remaining == entry->shares->len;
}

static void
set_cut (SpilMembership *self, const SpilCutOff *cut)
{
  SpilCutOff *copy = g_memdup2 (cut, sizeof *cut);

  g_hash_table_replace (self->cuts, &copy->device, copy);
}

static gboolean
revoke_member (SpilMembership *self, const SpilMemberEntry *entry)
{
  SpilMembershipMember *member = spil_membership_find (self, &entry->device);

  if (member == NULL || member->facts.revoked || entry->epoch != (int) self->epochs->len + 1 ||
      !is_shared_rightly (self, entry))
    return FALSE;
  for (guint i = 1; i < entry->cuts->len; i++)
    if (spil_membership_find (self, &g_array_index (entry->cuts, SpilCutOff, i).device) != NULL)
      return FALSE;
  member->facts.revoked = TRUE;
  member->facts.until = entry->head.time;
  for (guint i = 0; i < entry->cuts->len; i++)
    set_cut (self, &g_array_index (entry->cuts, SpilCutOff, i));
  begin_epoch (self, entry);
  return TRUE;
}

static gboolean
accept_more (SpilMembership *self, const SpilMemberEntry *entry)
{
  const SpilMembershipMember *member = spil_membership_find (self, &entry->device);
  const SpilCutOff *cut = &g_array_index (entry->cuts, SpilCutOff, 0);
  const SpilCutOff *before = g_hash_table_lookup (self->cuts, &cut->device);

  if (member == NULL || !member->facts.revoked || (before != NULL && cut->sequence <= before->sequence) ||
      (!spil_id_equal (cut->device, entry->device) && spil_membership_find (self, &cut->device) != NULL))
    return FALSE;
  set_cut (self, cut);
  return TRUE;
}

static gboolean
apply_entry (SpilMembership *self, const SpilMemberEntry *entry)
{
  switch (entry->head.kind) {
  case SPIL_ENTRY_CREATE:
    return create_space (self, entry);
  case SPIL_ENTRY_ADMIT:
    return admit_member (self, entry);
  case SPIL_ENTRY_REVOKE:
    return revoke_member (self, entry);
  case SPIL_ENTRY_ACCEPT:
  default:
    return accept_more (self, entry);
  }
}

gboolean
spil_membership_add (SpilMembership *self, GBytes *bytes, GError **error)
{
  g_auto (SpilMemberEntry) entry = { 0 };

  if (!spil_member_entry_read (bytes, &self->space, &self->root, &entry, error))
    return FALSE;
  if (entry.head.number != self->number + 1 || !spil_hash_equal (&entry.head.previous, &self->hash) ||
      !apply_entry (self, &entry))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  self->number = entry.head.number;
  self->hash = entry.head.hash;
  spil_membership_resolve (self);
  return TRUE;
}

gboolean
spil_membership_read_head (GBytes *bytes, const SpilId *space, const SpilPublicKey *root, SpilEntryHead *head,
                           GError **error)
{
  g_auto (SpilMemberEntry) entry = { 0 };

  if (!spil_member_entry_read (bytes, space, root, &entry, error))
    return FALSE;
  *head = entry.head;
  return TRUE;
}

void
spil_membership_read_names (SpilMembership *self, const SpilKeyring *ring)
{
  for (guint i = 0; i < self->members->len; i++) {
    SpilMembershipMember *member = self->members->pdata[i];
    const SpilSpaceKey *key = spil_keyring_get (ring, member->epoch);
    g_autofree char *person = NULL;
    g_autofree char *device_name = NULL;

    if (key == NULL ||
        !spil_member_entry_show_names (member->names, &member->facts.device, key, &person, &device_name))
      continue;
    g_set_str (&member->facts.person, person);
    g_set_str (&member->facts.device_name, device_name);
  }
  spil_membership_resolve (self);
}

const SpilId *
spil_membership_get_space (const SpilMembership *self)
{
  return &self->space;
}

int
spil_membership_get_number (const SpilMembership *self)
{
  return self->number;
}

SpilHash
spil_membership_get_hash (const SpilMembership *self)
{
  return self->hash;
}

int
spil_membership_get_epoch (const SpilMembership *self)
{
  return (int) self->epochs->len;
}

const SpilMemberFacts *
spil_membership_get (const SpilMembership *self, const SpilId *device)
{
  return g_hash_table_lookup (self->by_device, device);
}

GPtrArray *
spil_membership_list (const SpilMembership *self)
{
  GPtrArray *list = g_ptr_array_sized_new (self->facts->len);

  for (guint i = 0; i < self->facts->len; i++)
    g_ptr_array_add (list, self->facts->pdata[i]);
  return list;
}

gboolean
spil_membership_is_used (const SpilMembership *self, const uint8_t invitation[8])
{
  static const uint8_t none[8] = { 0 };

  for (guint i = 0; i < self->members->len; i++)
    if (memcmp (((SpilMembershipMember *) self->members->pdata[i])->invitation, invitation, sizeof none) == 0)
      return memcmp (invitation, none, sizeof none) != 0;
  return FALSE;
}
