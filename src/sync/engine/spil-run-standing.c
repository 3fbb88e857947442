// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <time.h>

#include "spil-bytes.h"
#include "spil-carrier-name.h"
#include "spil-entity.h"
#include "spil-run.h"
#include "spil-vector.h"

// One that says nothing new is published again after this time, so that the others see that the laptop is in use.
#define REPEAT_MS (12 * 60 * 60 * (int64_t) 1000)

// A digest that takes longer than this is made less often: each reads all data.
#define CHEAP_MS 1000
#define PAUSE_MS (10 * 60 * (int64_t) 1000)

/** What was published last; kept in a note. */
typedef struct
{
  int64_t number;
  SpilHash content; // of what it says, the digest and the clock apart
  SpilHash digest;
  SpilHash file; // its name on the carrier
  int64_t clock;
  int64_t digest_cost; // in milliseconds of processor time
  int64_t digest_clock; // when the last digest was made
} Published;

static gboolean
read_published (SpilRun *run, Published *published, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) note = spil_store_get_note (run->store, SPIL_NOTE_STANDING, &local);

  *published = (Published) { 0 };
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  // Never leaves this machine: it is kept as it stands in memory.
  if (note != NULL && g_bytes_get_size (note) == sizeof *published)
    memcpy (published, g_bytes_get_data (note, NULL), sizeof *published);
  return TRUE;
}

static gboolean
write_published (SpilRun *run, const Published *published, GError **error)
{
  g_autoptr (GBytes) note = g_bytes_new (published, sizeof *published);

  return spil_store_set_note (run->store, SPIL_NOTE_STANDING, note, error);
}

static void
add_items (GByteArray *bytes, GArray *items)
{
  for (guint i = 0; i < items->len; i++) {
    const SpilVectorItem *item = &g_array_index (items, SpilVectorItem, i);

    spil_bytes_add_id (bytes, &item->device);
    spil_bytes_add_signed (bytes, item->sequence);
  }
}

// Laptops whose data are made from the same changes in the same way can compare them: the same fields, and the same of them left out.
static gboolean
make_fingerprint (SpilRun *run, SpilHash *fingerprint, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GHashTable) cuts = NULL;
  g_autoptr (GArray) items = NULL;
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++) {
    spil_bytes_add_number (bytes, (uint64_t) entities[i]->number);
    for (int j = 1; j < entities[i]->n_fields; j++) {
      spil_bytes_add_number (bytes, (uint64_t) entities[i]->fields[j].number);
      spil_bytes_add_number (bytes, (uint64_t) entities[i]->fields[j].type);
      spil_bytes_add_number (bytes, (uint64_t) entities[i]->fields[j].group);
    }
  }
  if (spil_vector_read (&cuts, run->store, SPIL_NOTE_CUTS, error)) {
    items = spil_vector_items (cuts);
    add_items (bytes, items);
  }
  all = g_byte_array_free_to_bytes (bytes);
  *fingerprint = spil_hash (all);
  return cuts != NULL;
}

static SpilHash
hash_content (const SpilStanding *standing)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) all = NULL;

  spil_bytes_add_number (bytes, (uint64_t) standing->epoch);
  add_items (bytes, standing->vector);
  g_byte_array_append (bytes, standing->fingerprint.bytes, sizeof standing->fingerprint.bytes);
  all = g_byte_array_free_to_bytes (bytes);
  return spil_hash (all);
}

// What this thread has cost so far, in milliseconds: a machine that is busy with other work makes nothing dearer.
static int64_t
get_cost (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (int64_t) time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static gboolean
is_too_soon (const Published *published)
{
  int64_t since = g_get_real_time () / 1000 - published->digest_clock;

  return published->digest_cost > CHEAP_MS && since >= 0 && since < PAUSE_MS;
}

// The digest of the data for exactly this vector; zero when changes were made here meanwhile, which the next run packs, or when one was
// made a short time ago and takes long.
static gboolean
take_digest (SpilRun *run, int64_t packed, Published *published, SpilHash *digest, GError **error)
{
  int64_t begin = get_cost ();
  g_autofree char *text = NULL;
  int64_t before, after;

  *digest = (SpilHash) { 0 };
  if (!spil_store_get_last_sequence (run->store, &before, error))
    return FALSE;
  if (before != packed || is_too_soon (published))
    return TRUE;
  text = spil_store_digest (run->store, error);
  published->digest_cost = get_cost () - begin;
  published->digest_clock = g_get_real_time () / 1000;
  if (text == NULL || !spil_store_get_last_sequence (run->store, &after, error))
    return FALSE;
  if (after == packed && !spil_hash_parse (text, digest))
    *digest = (SpilHash) { 0 };
  return TRUE;
}

static gboolean
make_standing (SpilRun *run, SpilStanding *standing, int64_t *packed, GError **error)
{
  SpilSession *session = run->session;
  g_autoptr (GHashTable) vector = spil_vector_of_shelf (run->shelf, session->peers, &session->device);

  *packed = spil_shelf_get_applied (run->shelf, &session->device);
  if (*packed > 0)
    spil_vector_set (vector, &session->device, *packed);
  standing->epoch = spil_session_get_epoch (session);
  standing->device = session->device;
  standing->vector = spil_vector_items (vector);
  standing->clock = spil_time (g_get_real_time () / 1000);
  return make_fingerprint (run, &standing->fingerprint, error);
}

// The newest one stays.
static void
remove_older (SpilRun *run, GPtrArray *items, const char *folder, const char *keep)
{
  for (guint i = 0; i < items->len; i++) {
    const char *name = ((SpilCarrierItem *) g_ptr_array_index (items, i))->name;
    g_autofree char *path = g_strconcat (folder, "/", name, NULL);

    if (!g_str_equal (name, keep))
      spil_run_remove (run, path);
  }
}

static gboolean
is_published (GPtrArray *items, const Published *published)
{
  for (guint i = 0; i < items->len; i++) {
    SpilCarrierName name;

    if (spil_carrier_name_read (SPIL_NAMING_SEQUENCE,
                                ((SpilCarrierItem *) g_ptr_array_index (items, i))->name, &name) &&
        name.number == published->number && spil_hash_equal (&name.hash, &published->file))
      return TRUE;
  }
  return FALSE;
}

// The number after all that are there: one that was put back from a backup goes on where it had come.
static int64_t
next_number (GPtrArray *items, const Published *published)
{
  int64_t highest = published->number;

  for (guint i = 0; i < items->len; i++) {
    SpilCarrierName name;

    if (spil_carrier_name_read (SPIL_NAMING_SEQUENCE,
                                ((SpilCarrierItem *) g_ptr_array_index (items, i))->name, &name))
      highest = MAX (highest, name.number);
  }
  return highest + 1;
}

static gboolean
publish (SpilRun *run, SpilStanding *standing, Published *published, GPtrArray *items, GError **error)
{
  SpilSession *session = run->session;
  g_autofree char *folder = spil_carrier_name_dup_folder (&session->device, SPIL_FOLDER_STATE);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SpilCarrierName parts;

  standing->number = next_number (items, published);
  bytes = spil_standing_seal (standing, &session->space->space,
                              spil_session_find_key (session, standing->epoch), &session->signer);
  parts = (SpilCarrierName) { .number = standing->number, .hash = spil_hash (bytes) };
  name = spil_carrier_name_dup (SPIL_NAMING_SEQUENCE, &parts);
  path = g_strconcat (folder, "/", name, NULL);
  if (!spil_run_put (run, path, bytes))
    return TRUE;
  remove_older (run, items, folder, name);
  published->number = standing->number;
  published->file = parts.hash;
  published->clock = standing->clock.ms;
  published->digest = standing->digest;
  published->content = hash_content (standing);
  return write_published (run, published, error);
}

static gboolean
same_items (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    const SpilVectorItem *x = &g_array_index (a, SpilVectorItem, i);
    const SpilVectorItem *y = &g_array_index (b, SpilVectorItem, i);

    if (!spil_id_equal (x->device, y->device) || x->sequence != y->sequence)
      return FALSE;
  }
  return TRUE;
}

// The same changes must have given the same data everywhere.
static void
compare (SpilRun *run, const SpilStanding *own)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->standings);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const SpilStanding *other = value;
    g_autofree char *label = NULL;

    if (spil_hash_is_zero (&own->digest) || spil_hash_is_zero (&other->digest) ||
        !spil_hash_equal (&own->fingerprint, &other->fingerprint) ||
        !same_items (own->vector, other->vector) || spil_hash_equal (&own->digest, &other->digest))
      continue;
    label = spil_peers_dup_label (run->session->peers, &other->device);
    spil_run_tell (
        run, SPIL_PROBLEM_DIGEST, &other->device,
        _ ("The same changes gave other data on %s than here. Make a backup on both and ask who looks after Spil to compare them."),
        label);
  }
}

// What others have and the carrier has not (yet).
static void
tell_behind (SpilRun *run)
{
  SpilPeers *peers = run->session->peers;

  for (guint i = 0; i < peers->all->len; i++) {
    const SpilPeer *peer = g_ptr_array_index (peers->all, i);
    int64_t applied = spil_shelf_get_applied (run->shelf, &peer->device);
    int64_t known = spil_run_get_known (run, &peer->device);
    g_autofree char *label = spil_peers_dup_label (run->session->peers, &peer->device);

    if (known <= applied || spil_id_equal (peer->device, run->session->device))
      continue;
    if (known == applied + 1)
      spil_run_tell (run, SPIL_PROBLEM_GAP, &peer->device, _ ("Waits for change %d of %s."), (int) known,
                     label);
    else
      spil_run_tell (run, SPIL_PROBLEM_GAP, &peer->device, _ ("Waits for changes %d to %d of %s."),
                     (int) applied + 1, (int) known, label);
  }
}

gboolean
spil_run_standing (SpilRun *run, GError **error)
{
  SpilRunFolder *folder = spil_run_find_folder (run, &run->session->device);
  g_auto (SpilStanding) standing = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  Published published;
  SpilHash content;
  int64_t packed;

  if (!spil_session_is_member (run->session) || spil_run_is_cancelled (run))
    return TRUE;
  if (!make_standing (run, &standing, &packed, error) || !read_published (run, &published, error))
    return FALSE;
  content = hash_content (&standing);
  if (spil_hash_equal (&content, &published.content) && !spil_hash_is_zero (&published.digest))
    standing.digest = published.digest;
  else if (run->begun.vector != NULL && same_items (run->begun.vector, standing.vector))
    standing.digest = run->begun.digest;
  else if (!take_digest (run, packed, &published, &standing.digest, error))
    return FALSE;
  run->own = standing;
  run->own.vector = g_array_ref (standing.vector);
  compare (run, &standing);
  tell_behind (run);
  items = run->lost ? NULL : spil_run_list_of (run, folder, SPIL_FOLDER_STATE);
  if (items == NULL ||
      (spil_hash_equal (&content, &published.content) &&
       spil_hash_equal (&standing.digest, &published.digest) && is_published (items, &published) &&
       standing.clock.ms - published.clock < REPEAT_MS && standing.clock.ms >= published.clock))
    return TRUE;
  return publish (run, &standing, &published, items, error);
}
