// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-id-selection.h"

#include "spil-list-slot.h"

struct _SpilIdSelection
{
  GObject parent_instance;

  SpilStoreListModel *model;
  SpilIdOfFunc id_of;
  GHashTable *ids; /**< of SpilId: selected, or not selected when all is */
  gboolean all;
  guint current;
};

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpilIdSelection, spil_id_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_iface_init))

enum
{
  WANTS_RANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_rows (SpilIdSelection *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

// Nil when that position has not been read.
static SpilId
id_at (SpilIdSelection *self, guint position)
{
  g_autoptr (GObject) slot = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  gpointer item = slot != NULL ? spil_list_item_of (slot) : NULL;

  return item != NULL ? self->id_of (item) : SPIL_ID_NIL;
}

static void
tell (SpilIdSelection *self, guint first, guint n)
{
  guint n_rows = count_rows (self);

  if (first < n_rows)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, MIN (n, n_rows - first));
  else
    // Nothing to show it on, but the number of what is selected may have changed.
    g_signal_emit_by_name (self, "selection-changed", 0, 0);
}

static void
set_selected (SpilIdSelection *self, SpilId id, gboolean selected)
{
  if (selected != self->all)
    g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ids, &id);
}

static void
reset (SpilIdSelection *self, gboolean all)
{
  g_hash_table_remove_all (self->ids);
  self->all = all;
}

/* The interface of a selection */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  SpilIdSelection *self = SPIL_ID_SELECTION (model);
  SpilId id;

  if (!self->all && g_hash_table_size (self->ids) == 0)
    return FALSE;
  id = id_at (self, position);
  return spil_id_is_nil (id) ? self->all : g_hash_table_contains (self->ids, &id) != self->all;
}

static gboolean
set_item (SpilIdSelection *self, guint position, gboolean selected)
{
  SpilId id = id_at (self, position);

  self->current = position;
  if (spil_id_is_nil (id))
    return FALSE;
  set_selected (self, id, selected);
  tell (self, position, 1);
  return TRUE;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  SpilIdSelection *self = SPIL_ID_SELECTION (model);

  if (!unselect_rest)
    return set_item (self, position, TRUE);
  self->current = position;
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  return set_item (SPIL_ID_SELECTION (model), position, FALSE);
}

static gboolean
select_range (GtkSelectionModel *model, guint first, guint n, gboolean unselect_rest)
{
  SpilIdSelection *self = SPIL_ID_SELECTION (model);
  gboolean missing = FALSE;

  if (unselect_rest)
    reset (self, FALSE);
  for (guint i = 0; i < n && !missing; i++) {
    SpilId id = id_at (self, first + i);

    missing = spil_id_is_nil (id);
    if (!missing)
      set_selected (self, id, TRUE);
  }
  if (missing)
    g_signal_emit (self, signals[WANTS_RANGE], 0, first, n);
  if (unselect_rest)
    tell (self, 0, G_MAXUINT);
  else
    tell (self, first, n);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  spil_id_selection_select_all (SPIL_ID_SELECTION (model));
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  spil_id_selection_clear (SPIL_ID_SELECTION (model));
  return TRUE;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint first, guint n)
{
  GtkBitset *bits = gtk_bitset_new_empty ();
  guint end = MIN (first + MIN (n, G_MAXUINT - first), count_rows (SPIL_ID_SELECTION (model)));

  for (guint position = first; position < end; position++)
    if (is_selected (model, position))
      gtk_bitset_add (bits, position);
  return bits;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

/* The interface of a list: that of the model */

static GType
get_item_type (GListModel *model)
{
  return SPIL_TYPE_LIST_SLOT;
}

static guint
get_n_items (GListModel *model)
{
  return count_rows (SPIL_ID_SELECTION (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (SPIL_ID_SELECTION (model)->model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
on_items_changed_cb (SpilIdSelection *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
on_filled_cb (SpilIdSelection *self, guint first, guint n)
{
  if (self->all || g_hash_table_size (self->ids) > 0)
    tell (self, first, n);
}

static void
spil_id_selection_dispose (GObject *object)
{
  g_clear_object (&SPIL_ID_SELECTION (object)->model);
  G_OBJECT_CLASS (spil_id_selection_parent_class)->dispose (object);
}

static void
spil_id_selection_finalize (GObject *object)
{
  g_hash_table_unref (SPIL_ID_SELECTION (object)->ids);
  G_OBJECT_CLASS (spil_id_selection_parent_class)->finalize (object);
}

// As the models of the toolkit have it, for who looks for the list under this one.
static void
spil_id_selection_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, SPIL_ID_SELECTION (object)->model);
}

static void
spil_id_selection_class_init (SpilIdSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = spil_id_selection_get_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), 1,
                                   g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  G_OBJECT_CLASS (klass)->dispose = spil_id_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_id_selection_finalize;
  signals[WANTS_RANGE] = g_signal_new ("wants-range", SPIL_TYPE_ID_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
spil_id_selection_init (SpilIdSelection *self)
{
  self->ids = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  self->current = GTK_INVALID_LIST_POSITION;
}

SpilIdSelection *
spil_id_selection_new (SpilStoreListModel *model, SpilIdOfFunc id_of)
{
  SpilIdSelection *self = g_object_new (SPIL_TYPE_ID_SELECTION, NULL);

  self->model = g_object_ref (model);
  self->id_of = id_of;
  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "filled", G_CALLBACK (on_filled_cb), self, G_CONNECT_SWAPPED);
  return self;
}

guint
spil_id_selection_get_count (SpilIdSelection *self)
{
  guint n_ids, n_rows;

  g_return_val_if_fail (SPIL_IS_ID_SELECTION (self), 0);

  n_ids = g_hash_table_size (self->ids);
  n_rows = count_rows (self);
  if (!self->all)
    return n_ids;
  return n_rows > n_ids ? n_rows - n_ids : 0;
}

gboolean
spil_id_selection_is_all (SpilIdSelection *self)
{
  g_return_val_if_fail (SPIL_IS_ID_SELECTION (self), FALSE);
  return self->all;
}

GArray *
spil_id_selection_get_ids (SpilIdSelection *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (SPIL_IS_ID_SELECTION (self), ids);

  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  return ids;
}

void
spil_id_selection_add (SpilIdSelection *self, const SpilId *ids, gsize n_ids)
{
  g_return_if_fail (SPIL_IS_ID_SELECTION (self));

  for (gsize i = 0; i < n_ids; i++)
    set_selected (self, ids[i], TRUE);
  tell (self, 0, G_MAXUINT);
}

void
spil_id_selection_select_all (SpilIdSelection *self)
{
  g_return_if_fail (SPIL_IS_ID_SELECTION (self));

  reset (self, TRUE);
  tell (self, 0, G_MAXUINT);
}

void
spil_id_selection_clear (SpilIdSelection *self)
{
  g_return_if_fail (SPIL_IS_ID_SELECTION (self));

  if (!self->all && g_hash_table_size (self->ids) == 0)
    return;
  reset (self, FALSE);
  tell (self, 0, G_MAXUINT);
}

void
spil_id_selection_toggle (SpilIdSelection *self, guint position)
{
  g_return_if_fail (SPIL_IS_ID_SELECTION (self));
  set_item (self, position, !is_selected (GTK_SELECTION_MODEL (self), position));
}

guint
spil_id_selection_get_current (SpilIdSelection *self)
{
  g_return_val_if_fail (SPIL_IS_ID_SELECTION (self), GTK_INVALID_LIST_POSITION);
  return self->current;
}

void
spil_id_selection_forget_current (SpilIdSelection *self)
{
  g_return_if_fail (SPIL_IS_ID_SELECTION (self));
  self->current = GTK_INVALID_LIST_POSITION;
}
