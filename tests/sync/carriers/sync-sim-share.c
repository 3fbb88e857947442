// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "sync-sim-private.h"

SimFile *
sim_file_new (GBytes *bytes, guint author, guint tick)
{
  SimFile *self = g_new (SimFile, 1);

  self->bytes = g_bytes_ref (bytes);
  self->author = author;
  self->tick = tick;
  return self;
}

void
sim_file_free (SimFile *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (a, b);
}

static GTree *
new_files (void)
{
  return g_tree_new_full (compare_names, NULL, g_free, (GDestroyNotify) sim_file_free);
}

SimShare *
sim_share_new (guint32 seed)
{
  SimShare *self = g_new0 (SimShare, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  self->files = new_files ();
  self->memories = g_ptr_array_new_with_free_func ((GDestroyNotify) g_tree_unref);
  self->random = g_rand_new_with_seed (seed);
  self->seed = seed;
  self->room = -1;
  return self;
}

SimShare *
sim_share_ref (SimShare *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
sim_share_unref (SimShare *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_tree_unref (self->files);
  g_ptr_array_unref (self->memories);
  g_rand_free (self->random);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
sim_share_take (SimShare *self, const char *name)
{
  const SimFile *file = g_tree_lookup (self->files, name);

  if (file == NULL)
    return;
  self->used -= (gint64) g_bytes_get_size (file->bytes);
  g_tree_remove (self->files, name);
}

void
sim_share_set (SimShare *self, const char *name, SimFile *file)
{
  char *copy = g_strdup (name);

  sim_share_take (self, copy);
  self->used += (gint64) g_bytes_get_size (file->bytes);
  g_tree_insert (self->files, copy, file);
}

const char *
sim_share_find (SimShare *self, const char *name, SimFile **file)
{
  *file = g_tree_lookup (self->files, name);
  if (*file != NULL || !self->folding)
    return *file == NULL ? NULL : name;
  for (GTreeNode *node = g_tree_node_first (self->files); node != NULL; node = g_tree_node_next (node))
    if (g_ascii_strcasecmp (g_tree_node_key (node), name) == 0) {
      *file = g_tree_node_value (node);
      return g_tree_node_key (node);
    }
  return NULL;
}

/* A number below @end that belongs to the seed, the file and the view, however often it is asked. */
static guint
draw (SimShare *self, const char *name, guint author, guint salt, guint end)
{
  guint32 hash = self->seed ^ salt * 0x9e3779b9U;

  for (const char *at = name; *at != '\0'; at++)
    hash = (hash ^ (guint8) *at) * 0x01000193U;
  hash = (hash ^ author) * 0x85ebca6bU;
  hash ^= hash >> 15;
  hash *= 0xc2b2ae35U;
  hash ^= hash >> 13;
  return end == 0 ? 0 : hash % end;
}

GBytes *
sim_share_see (SimShare *self, const char *name, const SimFile *file, guint author)
{
  const guint whole = file->tick + draw (self, name, author, 1, self->slowness + 1);
  gsize length;

  if (file->author == 0 || file->author == author || self->now >= whole)
    return g_bytes_ref (file->bytes);
  if (!self->partly || self->now < file->tick + draw (self, name, author, 2, whole - file->tick + 1))
    return NULL;
  length = draw (self, name, author, 3, (guint) g_bytes_get_size (file->bytes));
  return g_bytes_new_from_bytes (file->bytes, 0, length);
}

GPtrArray *
sim_share_names (SimShare *self, const char *prefix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_mutex_lock (&self->mutex);
  for (GTreeNode *node = g_tree_lower_bound (self->files, prefix);
       node != NULL && g_str_has_prefix (g_tree_node_key (node), prefix); node = g_tree_node_next (node))
    g_ptr_array_add (names, g_strdup (g_tree_node_key (node)));
  g_mutex_unlock (&self->mutex);
  return names;
}

guint
sim_share_count (SimShare *self)
{
  guint count;

  g_mutex_lock (&self->mutex);
  count = (guint) g_tree_nnodes (self->files);
  g_mutex_unlock (&self->mutex);
  return count;
}

GBytes *
sim_share_read (SimShare *self, const char *name)
{
  const SimFile *file;
  GBytes *bytes;

  g_mutex_lock (&self->mutex);
  file = g_tree_lookup (self->files, name);
  bytes = file == NULL ? NULL : g_bytes_ref (file->bytes);
  g_mutex_unlock (&self->mutex);
  return bytes;
}

void
sim_share_write (SimShare *self, const char *name, GBytes *bytes)
{
  g_mutex_lock (&self->mutex);
  sim_share_set (self, name, sim_file_new (bytes, 0, self->now));
  g_mutex_unlock (&self->mutex);
}

void
sim_share_lose (SimShare *self, const char *name)
{
  g_mutex_lock (&self->mutex);
  g_assert_nonnull (g_tree_lookup (self->files, name));
  sim_share_take (self, name);
  g_mutex_unlock (&self->mutex);
}

void
sim_share_truncate (SimShare *self, const char *name, gsize length)
{
  g_autoptr (GBytes) bytes = sim_share_read (self, name);
  g_autoptr (GBytes) part = NULL;

  g_assert_nonnull (bytes);
  part = g_bytes_new_from_bytes (bytes, 0, MIN (length, g_bytes_get_size (bytes)));
  sim_share_write (self, name, part);
}

void
sim_share_flip (SimShare *self, const char *name, gsize bit)
{
  g_autoptr (GBytes) bytes = sim_share_read (self, name);
  g_autoptr (GBytes) changed = NULL;
  gsize length;
  guint8 *data;

  g_assert_nonnull (bytes);
  data = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  length = g_bytes_get_size (bytes);
  g_assert_cmpuint (bit / 8, <, length);
  data[bit / 8] ^= (guint8) (1 << bit % 8);
  changed = g_bytes_new_take (data, length);
  sim_share_write (self, name, changed);
}

void
sim_share_duplicate (SimShare *self, const char *name, const char *other)
{
  g_autoptr (GBytes) bytes = sim_share_read (self, name);

  g_assert_nonnull (bytes);
  sim_share_write (self, other, bytes);
}

void
sim_share_conflict (SimShare *self, const char *name)
{
  static const char *const formats[] = {
    "%s (conflicted copy 2018-04-12 140312)",
    "%s (Kopie van Anneke in conflict 2018-04-12)",
    "%s.sync-conflict-20180412-140312-ABCDEFG",
    "%s~1",
    "%s.part",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *other = g_strdup_printf (formats[i], name);

    sim_share_duplicate (self, name, other);
  }
}

void
sim_share_shout (SimShare *self, const char *name)
{
  g_autofree char *other = g_ascii_strup (name, -1);

  if (strcmp (other, name) == 0)
    return;
  sim_share_duplicate (self, name, other);
  sim_share_lose (self, name);
}

void
sim_share_empty (SimShare *self)
{
  g_mutex_lock (&self->mutex);
  g_tree_remove_all (self->files);
  self->used = 0;
  g_mutex_unlock (&self->mutex);
}

static GTree *
copy_files (GTree *files)
{
  GTree *copy = new_files ();

  for (GTreeNode *node = g_tree_node_first (files); node != NULL; node = g_tree_node_next (node)) {
    const SimFile *file = g_tree_node_value (node);

    g_tree_insert (copy, g_strdup (g_tree_node_key (node)),
                   sim_file_new (file->bytes, file->author, file->tick));
  }
  return copy;
}

guint
sim_share_remember (SimShare *self)
{
  guint memory;

  g_mutex_lock (&self->mutex);
  memory = self->memories->len;
  g_ptr_array_add (self->memories, copy_files (self->files));
  g_mutex_unlock (&self->mutex);
  return memory;
}

void
sim_share_roll_back (SimShare *self, guint memory)
{
  g_mutex_lock (&self->mutex);
  g_assert_cmpuint (memory, <, self->memories->len);
  g_tree_unref (self->files);
  self->files = copy_files (self->memories->pdata[memory]);
  self->used = 0;
  for (GTreeNode *node = g_tree_node_first (self->files); node != NULL; node = g_tree_node_next (node))
    self->used += (gint64) g_bytes_get_size (((SimFile *) g_tree_node_value (node))->bytes);
  g_mutex_unlock (&self->mutex);
}

void
sim_share_set_room (SimShare *self, gint64 bytes)
{
  self->room = bytes;
}

void
sim_share_set_case_folding (SimShare *self, gboolean folding)
{
  self->folding = folding;
}

void
sim_share_set_disorder (SimShare *self, gboolean disorder)
{
  self->disorder = disorder;
}

void
sim_share_set_slowness (SimShare *self, guint ticks, gboolean partly)
{
  self->slowness = ticks;
  self->partly = partly;
}

void
sim_share_tick (SimShare *self, guint ticks)
{
  g_mutex_lock (&self->mutex);
  self->now += ticks;
  g_mutex_unlock (&self->mutex);
}
