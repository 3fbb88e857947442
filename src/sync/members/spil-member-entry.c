// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-member-entry.h"

#include <string.h>

#include "spil-member-names.h"

#define SEAL_LENGTH 48
#define KEY_LENGTH 32
#define NAMES_OVERHEAD (24 + 16)
#define NAMES_MAX_STEPS ((2 * (SPIL_MEMBER_MAX_NAME + 2) + SPIL_MEMBER_NAMES_STEP - 1) / SPIL_MEMBER_NAMES_STEP)
#define NAMES_CONTEXT "spil member names"

G_STATIC_ASSERT (SPIL_SEALED_KEY_LENGTH == KEY_LENGTH + SEAL_LENGTH);

void
spil_member_entry_clear (SpilMemberEntry *self)
{
  g_clear_pointer (&self->names, g_bytes_unref);
  g_clear_pointer (&self->sealed, g_bytes_unref);
  g_clear_pointer (&self->cuts, g_array_unref);
  g_clear_pointer (&self->shares, g_array_unref);
}

gsize
spil_member_entry_sealed_length (SpilRole role, int epoch)
{
  return SEAL_LENGTH + KEY_LENGTH * ((gsize) epoch + (role == SPIL_ROLE_LEADER ? 1 : 0));
}

static void
add_bytes (GByteArray *bytes, GBytes *more)
{
  g_byte_array_append (bytes, g_bytes_get_data (more, NULL), (guint) g_bytes_get_size (more));
}

static void
add_public (GByteArray *bytes, const SpilPublicKey *key)
{
  g_byte_array_append (bytes, key->sign, sizeof key->sign);
  g_byte_array_append (bytes, key->box, sizeof key->box);
}

static void
add_admission (GByteArray *bytes, const SpilMemberEntry *self)
{
  add_public (bytes, &self->key);
  spil_bytes_add_number (bytes, (uint64_t) self->role);
  g_byte_array_append (bytes, self->invitation, sizeof self->invitation);
  spil_bytes_add_number (bytes, (uint64_t) self->epoch);
  spil_bytes_add_number (bytes, (g_bytes_get_size (self->names) - NAMES_OVERHEAD) / SPIL_MEMBER_NAMES_STEP);
  add_bytes (bytes, self->names);
  add_bytes (bytes, self->sealed);
}

static void
add_cut (GByteArray *bytes, const SpilCutOff *cut)
{
  spil_bytes_add_number (bytes, (uint64_t) cut->sequence);
  if (cut->sequence > 0)
    spil_wire_add_hash (bytes, &cut->hash);
}

static void
add_revocation (GByteArray *bytes, const SpilMemberEntry *self)
{
  add_cut (bytes, &g_array_index (self->cuts, SpilCutOff, 0));
  spil_bytes_add_number (bytes, self->cuts->len - 1);
  for (guint i = 1; i < self->cuts->len; i++) {
    const SpilCutOff *cut = &g_array_index (self->cuts, SpilCutOff, i);

    spil_bytes_add_id (bytes, &cut->device);
    add_cut (bytes, cut);
  }
  spil_bytes_add_number (bytes, (uint64_t) self->epoch);
  g_byte_array_append (bytes, self->for_root, sizeof self->for_root);
  spil_bytes_add_number (bytes, self->shares->len);
  for (guint i = 0; i < self->shares->len; i++) {
    const SpilKeyShare *share = &g_array_index (self->shares, SpilKeyShare, i);

    spil_bytes_add_id (bytes, &share->device);
    g_byte_array_append (bytes, share->sealed, sizeof share->sealed);
  }
}

GBytes *
spil_member_entry_write (const SpilMemberEntry *self, const SpilId *space, const SpilSigningKey *root)
{
  GByteArray *bytes = spil_wire_begin (SPIL_ENTRY_MAGIC, space);

  spil_bytes_add_number (bytes, (uint64_t) self->head.number);
  spil_wire_add_hash (bytes, &self->head.previous);
  spil_bytes_add_number (bytes, (uint64_t) self->head.kind);
  spil_bytes_add_number (bytes, (uint64_t) MAX (self->head.time.ms, 0));
  spil_bytes_add_id (bytes, &self->device);
  switch (self->head.kind) {
  case SPIL_ENTRY_CREATE:
    add_public (bytes, &self->root);
    g_byte_array_append (bytes, self->for_root, sizeof self->for_root);
    add_admission (bytes, self);
    break;
  case SPIL_ENTRY_ADMIT:
    add_admission (bytes, self);
    break;
  case SPIL_ENTRY_REVOKE:
    add_revocation (bytes, self);
    break;
  case SPIL_ENTRY_ACCEPT:
  default:
    spil_bytes_add_id (bytes, &g_array_index (self->cuts, SpilCutOff, 0).device);
    add_cut (bytes, &g_array_index (self->cuts, SpilCutOff, 0));
    break;
  }
  spil_wire_sign (bytes, SPIL_ENTRY_CONTEXT, root);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
read_public (SpilBytes *bytes, SpilPublicKey *key)
{
  return spil_wire_read_raw (bytes, key->sign, sizeof key->sign) &&
         spil_wire_read_raw (bytes, key->box, sizeof key->box);
}

static GBytes *
read_bytes (SpilBytes *bytes, gsize length)
{
  GBytes *read;

  if (spil_bytes_left (bytes) < length)
    return NULL;
  read = g_bytes_new (bytes->at, length);
  bytes->at += length;
  return read;
}

static gboolean
read_admission (SpilBytes *bytes, SpilMemberEntry *entry)
{
  uint64_t role;
  uint64_t steps;

  if (!read_public (bytes, &entry->key) || !spil_bytes_read_bounded (bytes, SPIL_ROLE_READER, &role) ||
      role < SPIL_ROLE_LEADER || !spil_wire_read_raw (bytes, entry->invitation, sizeof entry->invitation) ||
      !spil_wire_read_ordinal (bytes, &entry->epoch) ||
      !spil_bytes_read_bounded (bytes, NAMES_MAX_STEPS, &steps) || steps == 0)
    return FALSE;
  entry->role = (SpilRole) role;
  entry->names = read_bytes (bytes, NAMES_OVERHEAD + steps * SPIL_MEMBER_NAMES_STEP);
  entry->sealed = read_bytes (bytes, spil_member_entry_sealed_length (entry->role, entry->epoch));
  return entry->names != NULL && entry->sealed != NULL;
}

static gboolean
read_cut (SpilBytes *bytes, const SpilId *device, SpilMemberEntry *entry)
{
  SpilCutOff cut = { .device = *device };
  uint64_t sequence;

  if (!spil_bytes_read_bounded (bytes, G_MAXINT64 - 1, &sequence) ||
      (sequence > 0 && (!spil_wire_read_hash (bytes, &cut.hash) || spil_hash_is_zero (&cut.hash))))
    return FALSE;
  cut.sequence = (int64_t) sequence;
  g_array_append_val (entry->cuts, cut);
  return TRUE;
}

// The identities that the laptop went on as and that count, in order, without the one that was admitted.
static gboolean
read_more_cuts (SpilBytes *bytes, SpilMemberEntry *entry)
{
  uint64_t count;
  SpilId before = SPIL_ID_NIL;

  if (!spil_bytes_read_bounded (bytes, spil_bytes_left (bytes) / sizeof before, &count))
    return FALSE;
  for (uint64_t i = 0; i < count; i++) {
    SpilId device;

    if (!spil_bytes_read_id (bytes, &device) || spil_id_compare (device, before) <= 0 ||
        spil_id_equal (device, entry->device) || !read_cut (bytes, &device, entry) ||
        g_array_index (entry->cuts, SpilCutOff, i + 1).sequence == 0)
      return FALSE;
    before = device;
  }
  return TRUE;
}

static gboolean
read_shares (SpilBytes *bytes, SpilMemberEntry *entry)
{
  uint64_t count;
  SpilId before = SPIL_ID_NIL;

  if (!spil_bytes_read_bounded (bytes, spil_bytes_left (bytes) / SPIL_SEALED_KEY_LENGTH, &count))
    return FALSE;
  entry->shares = g_array_new (FALSE, FALSE, sizeof (SpilKeyShare));
  for (uint64_t i = 0; i < count; i++) {
    SpilKeyShare share;

    if (!spil_bytes_read_id (bytes, &share.device) || spil_id_compare (share.device, before) <= 0 ||
        !spil_wire_read_raw (bytes, share.sealed, sizeof share.sealed))
      return FALSE;
    g_array_append_val (entry->shares, share);
    before = share.device;
  }
  return TRUE;
}

static gboolean
read_revocation (SpilBytes *bytes, SpilMemberEntry *entry)
{
  entry->cuts = g_array_new (FALSE, FALSE, sizeof (SpilCutOff));
  return read_cut (bytes, &entry->device, entry) && read_more_cuts (bytes, entry) &&
         spil_wire_read_ordinal (bytes, &entry->epoch) &&
         spil_wire_read_raw (bytes, entry->for_root, sizeof entry->for_root) && read_shares (bytes, entry);
}

static gboolean
read_acceptance (SpilBytes *bytes, SpilMemberEntry *entry)
{
  SpilId device;

  entry->cuts = g_array_new (FALSE, FALSE, sizeof (SpilCutOff));
  return spil_bytes_read_id (bytes, &device) && !spil_id_is_nil (device) &&
         read_cut (bytes, &device, entry) && g_array_index (entry->cuts, SpilCutOff, 0).sequence > 0;
}

static gboolean
read_head (SpilBytes *bytes, SpilMemberEntry *entry)
{
  SpilEntryHead *head = &entry->head;
  uint64_t kind;
  uint64_t ms;

  if (!spil_wire_read_ordinal (bytes, &head->number) || !spil_wire_read_hash (bytes, &head->previous) ||
      !spil_bytes_read_bounded (bytes, SPIL_ENTRY_ACCEPT, &kind) || kind < SPIL_ENTRY_CREATE ||
      !spil_bytes_read_bounded (bytes, G_MAXINT64, &ms) || !spil_bytes_read_id (bytes, &entry->device) ||
      spil_id_is_nil (entry->device))
    return FALSE;
  head->kind = (SpilEntryKind) kind;
  head->time.ms = (int64_t) ms;
  return (head->number == 1) == (kind == SPIL_ENTRY_CREATE) &&
         (head->number == 1) == spil_hash_is_zero (&head->previous);
}

static gboolean
read_kind (SpilBytes *bytes, SpilMemberEntry *entry)
{
  switch (entry->head.kind) {
  case SPIL_ENTRY_CREATE:
    return read_public (bytes, &entry->root) &&
           spil_wire_read_raw (bytes, entry->for_root, sizeof entry->for_root) &&
           read_admission (bytes, entry) && entry->epoch == 1 && entry->role == SPIL_ROLE_LEADER;
  case SPIL_ENTRY_ADMIT:
    return read_admission (bytes, entry);
  case SPIL_ENTRY_REVOKE:
    return read_revocation (bytes, entry);
  case SPIL_ENTRY_ACCEPT:
  default:
    return read_acceptance (bytes, entry);
  }
}

gboolean
spil_member_entry_read (GBytes *bytes, const SpilId *space, const SpilPublicKey *root, SpilMemberEntry *entry,
                        GError **error)
{
  gsize length;
  const uint8_t *data = g_bytes_get_data (bytes, &length);
  SpilBytes reader = spil_bytes (data, length);
  g_auto (SpilMemberEntry) read = { 0 };

  *entry = (SpilMemberEntry) { 0 };
  if (!spil_wire_read_begin (&reader, SPIL_ENTRY_MAGIC, space, NULL, error))
    return FALSE;
  if (length > SPIL_MEMBERSHIP_MAX_BYTES)
    return spil_wire_fail (error, SPIL_WIRE_ERROR_TOO_LARGE);
  if (spil_bytes_left (&reader) < SPIL_WIRE_SIGNATURE_LENGTH)
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  if (!spil_wire_verify (data, length, SPIL_ENTRY_CONTEXT, root, NULL))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_FORGED);
  reader.end -= SPIL_WIRE_SIGNATURE_LENGTH;
  if (!read_head (&reader, &read) || !read_kind (&reader, &read) || spil_bytes_left (&reader) > 0)
    return spil_wire_fail (error, SPIL_WIRE_ERROR_DAMAGED);
  if (read.head.kind == SPIL_ENTRY_CREATE && !spil_public_key_equal (&read.root, root))
    return spil_wire_fail (error, SPIL_WIRE_ERROR_FORGED);
  read.head.hash = spil_hash (bytes);
  *entry = read;
  read = (SpilMemberEntry) { 0 };
  return TRUE;
}

GBytes *
spil_member_entry_hide_names (const SpilId *device, const char *person, const char *device_name,
                              const SpilSpaceKey *key)
{
  g_autoptr (GByteArray) names = g_byte_array_new ();

  spil_member_names_add (names, person, device_name);
  return spil_wire_encrypt_with (names->data, names->len, NAMES_CONTEXT, device->bytes, sizeof device->bytes,
                                 key);
}

gboolean
spil_member_entry_show_names (GBytes *names, const SpilId *device, const SpilSpaceKey *key, char **person,
                              char **device_name)
{
  g_autoptr (GBytes)
      plain = spil_wire_decrypt_with (g_bytes_get_data (names, NULL), g_bytes_get_size (names), NAMES_CONTEXT,
                                      device->bytes, sizeof device->bytes, key, NULL);
  SpilBytes bytes;

  if (plain == NULL)
    return FALSE;
  bytes = spil_bytes (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  return spil_member_names_read (&bytes, person, device_name);
}
