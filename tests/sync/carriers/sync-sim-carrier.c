// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "sync-sim-private.h"

#define SIM_TYPE_VIEW (sim_view_get_type ())
G_DECLARE_FINAL_TYPE (SimView, sim_view, SIM, VIEW, GObject)

struct _SimView
{
  GObject parent_instance;

  SimShare *share;
  guint number;
  char *label;
  gboolean absent;
  gboolean unmounted;
  gboolean read_only;
  guint flaky;
  guint calls;
  guint cut_at; /* G_MAXUINT: never */
  SimCut cut;
};

static void sim_view_implement (SpilCarrierInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SimView, sim_view, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SPIL_TYPE_CARRIER, sim_view_implement))

static gboolean
fail (GError **error, SpilCarrierError code, SimView *self, const char *what)
{
  g_set_error (error, SPIL_CARRIER_ERROR, (int) code, "%s: %s.", self->label, what);
  return FALSE;
}

static gboolean
fail_absent (GError **error, SimView *self)
{
  return fail (error, SPIL_CARRIER_ERROR_ABSENT, self, "is not there");
}

/* Begins a call. @cut: what becomes of its work when it is cut short; NULL: it is not. */
static gboolean
begin (SimView *self, const SimCut **cut, GError **error)
{
  static const SimCut cuts[] = { SIM_CUT_NOTHING, SIM_CUT_WHOLE };

  *cut = NULL;
  if (self->absent)
    return fail_absent (error, self);
  if (self->calls == self->cut_at) {
    self->absent = TRUE;
    self->cut_at = G_MAXUINT;
    *cut = &self->cut;
  } else if (self->flaky > 0 && (guint) g_rand_int_range (self->share->random, 0, 1000) < self->flaky) {
    *cut = &cuts[g_rand_boolean (self->share->random)];
  }
  self->calls++;
  return TRUE;
}

static const char *
get_label (SpilCarrier *carrier)
{
  return SIM_VIEW (carrier)->label;
}

/* Whether @name stands in @folder: then where what comes after it begins. */
static const char *
get_rest (const char *name, const char *folder)
{
  if (*folder == '\0')
    return name;
  if (!g_str_has_prefix (name, folder) || name[strlen (folder)] != '/')
    return NULL;
  return name + strlen (folder) + 1;
}

static void
add_item (GPtrArray *items, const char *name, gsize length, gsize size)
{
  SpilCarrierItem *item = g_new (SpilCarrierItem, 1);

  item->name = g_strndup (name, length);
  item->size = (gint64) size;
  g_ptr_array_add (items, item);
}

/* What view sees in @folder, in the order of the share. */
static void
look (SimView *self, const char *folder, gboolean folders, GPtrArray *items)
{
  SimShare *share = self->share;

  for (GTreeNode *node = g_tree_lower_bound (share->files, folder);
       node != NULL && g_str_has_prefix (g_tree_node_key (node), folder); node = g_tree_node_next (node)) {
    const char *name = g_tree_node_key (node);
    const char *rest = get_rest (name, folder);
    const char *slash = rest == NULL ? NULL : strchr (rest, '/');
    g_autoptr (GBytes) seen = NULL;

    if (rest == NULL || folders != (slash != NULL))
      continue;
    seen = sim_share_see (share, name, g_tree_node_value (node), self->number);
    if (seen != NULL)
      add_item (items, rest, slash == NULL ? strlen (rest) : (gsize) (slash - rest),
                folders ? 0 : g_bytes_get_size (seen));
  }
}

/* Puts @items in another order, with some of them twice and others' names among them. */
static void
make_disorder (SimView *self, GPtrArray *items)
{
  static const char *const strangers[] = {
    ".", "..", ".DS_Store", "Thumbs.db", "LEESMIJ.txt", "a b", "é", ""
  };
  const guint count = items->len;

  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    add_item (items, strangers[i], strlen (strangers[i]), 1);
  if (count > 0) {
    const SpilCarrierItem *item = items->pdata[g_rand_int_range (self->share->random, 0, (gint32) count)];

    add_item (items, item->name, strlen (item->name), (gsize) item->size);
  }
  for (guint i = items->len - 1; i > 0; i--) {
    const guint other = (guint) g_rand_int_range (self->share->random, 0, (gint32) i + 1);
    gpointer item = items->pdata[i];

    items->pdata[i] = items->pdata[other];
    items->pdata[other] = item;
  }
}

static gboolean
check_locked (SimView *self, GError **error)
{
  const SimCut *cut;

  if (!begin (self, &cut, error))
    return FALSE;
  if (cut != NULL)
    return fail_absent (error, self);
  for (GTreeNode *node = g_tree_node_first (self->share->files); node != NULL && !self->unmounted;
       node = g_tree_node_next (node)) {
    g_autoptr (GBytes)
        seen = sim_share_see (self->share, g_tree_node_key (node), g_tree_node_value (node), self->number);

    if (seen != NULL)
      return TRUE;
  }
  return fail (error, SPIL_CARRIER_ERROR_EMPTY, self, "has nothing of Spil in it");
}

static gboolean
check (SpilCarrier *carrier, GCancellable *cancellable, GError **error)
{
  SimView *self = SIM_VIEW (carrier);
  gboolean done;

  g_mutex_lock (&self->share->mutex);
  done = check_locked (self, error);
  g_mutex_unlock (&self->share->mutex);
  return done;
}

static GPtrArray *
list_locked (SimView *self, const char *folder, gboolean folders, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_carrier_item_free);
  const SimCut *cut;

  if (!begin (self, &cut, error))
    return NULL;
  if (cut != NULL) {
    fail_absent (error, self);
    return NULL;
  }
  if (!self->unmounted)
    look (self, folder, folders, items);
  if (self->share->disorder)
    make_disorder (self, items);
  return g_steal_pointer (&items);
}

static GPtrArray *
list (SpilCarrier *carrier, const char *folder, gboolean folders, GCancellable *cancellable, GError **error)
{
  SimView *self = SIM_VIEW (carrier);
  GPtrArray *items;

  g_mutex_lock (&self->share->mutex);
  items = list_locked (self, folder, folders, error);
  g_mutex_unlock (&self->share->mutex);
  return items;
}

static GBytes *
get_locked (SimView *self, const char *name, gsize limit, GError **error)
{
  g_autoptr (GBytes) seen = NULL;
  const char *found;
  const SimCut *cut;
  SimFile *file;

  if (!begin (self, &cut, error))
    return NULL;
  if (cut != NULL) {
    fail_absent (error, self);
    return NULL;
  }
  found = self->unmounted ? NULL : sim_share_find (self->share, name, &file);
  if (found != NULL)
    seen = sim_share_see (self->share, found, file, self->number);
  if (seen == NULL)
    fail (error, SPIL_CARRIER_ERROR_NOT_FOUND, self, "has no such file");
  else if (g_bytes_get_size (seen) > limit)
    fail (error, SPIL_CARRIER_ERROR_TOO_LARGE, self, "has it, but it is too large");
  else
    return g_steal_pointer (&seen);
  return NULL;
}

static GBytes *
get (SpilCarrier *carrier, const char *name, gsize limit, GCancellable *cancellable, GError **error)
{
  SimView *self = SIM_VIEW (carrier);
  GBytes *bytes;

  g_mutex_lock (&self->share->mutex);
  bytes = get_locked (self, name, limit, error);
  g_mutex_unlock (&self->share->mutex);
  return bytes;
}

/* Where a file of that name ends up; NULL: there is one that the view sees. Free with g_free(). */
static char *
choose_name (SimView *self, const char *name)
{
  g_autoptr (GBytes) seen = NULL;
  SimFile *file;
  const char *found = sim_share_find (self->share, name, &file);

  if (found == NULL)
    return g_strdup (name);
  seen = sim_share_see (self->share, found, file, self->number);
  return seen != NULL ? NULL
                      : g_strdup_printf ("%s (conflicted copy 2018-04-12 %06u)", name, self->share->now);
}

/* Leaves of a put that was cut short what is to be left of it. */
static void
store (SimView *self, const char *name, GBytes *bytes, SimCut cut)
{
  const gsize length = g_bytes_get_size (bytes);
  g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, cut == SIM_CUT_WHOLE ? length : length / 2);

  if (cut != SIM_CUT_NOTHING)
    sim_share_set (self->share, name, sim_file_new (part, self->number, self->share->now));
}

static gboolean
put_locked (SimView *self, const char *name, GBytes *bytes, GError **error)
{
  SimShare *share = self->share;
  g_autofree char *chosen = NULL;
  const SimCut *cut;

  if (!begin (self, &cut, error))
    return FALSE;
  if (self->unmounted)
    return fail_absent (error, self);
  if (self->read_only)
    return fail (error, SPIL_CARRIER_ERROR_REFUSED, self, "can only be read");
  chosen = choose_name (self, name);
  if (chosen == NULL)
    return cut != NULL ? fail_absent (error, self)
                       : fail (error, SPIL_CARRIER_ERROR_EXISTS, self, "has such a file");
  if (share->room >= 0 && share->used + (gint64) g_bytes_get_size (bytes) > share->room)
    return fail (error, SPIL_CARRIER_ERROR_FULL, self, "is full");
  store (self, chosen, bytes, cut == NULL ? SIM_CUT_WHOLE : *cut);
  return cut == NULL || fail_absent (error, self);
}

static gboolean
put (SpilCarrier *carrier, const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  SimView *self = SIM_VIEW (carrier);
  gboolean done;

  g_mutex_lock (&self->share->mutex);
  done = put_locked (self, name, bytes, error);
  g_mutex_unlock (&self->share->mutex);
  return done;
}

static gboolean
remove_locked (SimView *self, const char *name, GError **error)
{
  const char *found;
  const SimCut *cut;
  SimFile *file;

  if (!begin (self, &cut, error))
    return FALSE;
  if (self->unmounted)
    return fail_absent (error, self);
  if (self->read_only)
    return fail (error, SPIL_CARRIER_ERROR_REFUSED, self, "can only be read");
  found = sim_share_find (self->share, name, &file);
  if (found != NULL && (cut == NULL || *cut == SIM_CUT_WHOLE)) {
    g_autofree char *gone = g_strdup (found);

    sim_share_take (self->share, gone);
  }
  return cut == NULL || fail_absent (error, self);
}

static gboolean
remove_file (SpilCarrier *carrier, const char *name, GCancellable *cancellable, GError **error)
{
  SimView *self = SIM_VIEW (carrier);
  gboolean done;

  g_mutex_lock (&self->share->mutex);
  done = remove_locked (self, name, error);
  g_mutex_unlock (&self->share->mutex);
  return done;
}

static void
sim_view_implement (SpilCarrierInterface *interface)
{
  interface->get_label = get_label;
  interface->check = check;
  interface->list = list;
  interface->get = get;
  interface->put = put;
  interface->remove = remove_file;
}

static void
sim_view_finalize (GObject *object)
{
  SimView *self = SIM_VIEW (object);

  sim_share_unref (self->share);
  g_free (self->label);
  G_OBJECT_CLASS (sim_view_parent_class)->finalize (object);
}

static void
sim_view_class_init (SimViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sim_view_finalize;
}

static void
sim_view_init (SimView *self)
{
  self->cut_at = G_MAXUINT;
}

SpilCarrier *
sim_share_view (SimShare *self, const char *label)
{
  SimView *view = g_object_new (SIM_TYPE_VIEW, NULL);

  view->share = sim_share_ref (self);
  view->label = g_strdup (label);
  g_mutex_lock (&self->mutex);
  view->number = ++self->views;
  g_mutex_unlock (&self->mutex);
  return SPIL_CARRIER (view);
}

void
sim_view_set_absent (SpilCarrier *view, gboolean absent)
{
  SIM_VIEW (view)->absent = absent;
}

void
sim_view_set_unmounted (SpilCarrier *view, gboolean unmounted)
{
  SIM_VIEW (view)->unmounted = unmounted;
}

void
sim_view_set_read_only (SpilCarrier *view, gboolean read_only)
{
  SIM_VIEW (view)->read_only = read_only;
}

void
sim_view_set_flaky (SpilCarrier *view, guint per_mille)
{
  SIM_VIEW (view)->flaky = per_mille;
}

void
sim_view_cut_after (SpilCarrier *view, guint calls, SimCut cut)
{
  SimView *self = SIM_VIEW (view);

  self->cut_at = self->calls + calls;
  self->cut = cut;
}

guint
sim_view_get_calls (SpilCarrier *view)
{
  return SIM_VIEW (view)->calls;
}
