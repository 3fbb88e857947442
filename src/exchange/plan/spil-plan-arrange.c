// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-order.h"
#include "spil-plan-import-private.h"

/* The parts of one activity, while their order is worked out. */
typedef struct
{
  GPtrArray *parts; /* SpilRecord in the order they get */
  GHashTable *listed; /* of `parts` */
} Family;

static void
free_family (gpointer data)
{
  Family *family = data;

  g_ptr_array_unref (family->parts);
  g_hash_table_unref (family->listed);
  g_free (family);
}

static Family *
get_family (GHashTable *families, SpilId parent)
{
  Family *family = g_hash_table_lookup (families, &parent);

  if (family != NULL)
    return family;
  family = g_new0 (Family, 1);
  family->parts = g_ptr_array_new ();
  family->listed = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (families, g_memdup2 (&parent, sizeof parent), family);
  return family;
}

static void
append (Family *family, SpilRecord *record)
{
  g_ptr_array_add (family->parts, record);
  g_hash_table_add (family->listed, record);
}

/* Where in the list those stand that are only in Spil: after what they stood after. */
static void
weave_in (Family *family, GPtrArray *own)
{
  g_autoptr (GPtrArray) woven = g_ptr_array_sized_new (family->parts->len + own->len);
  g_autoptr (GHashTable)
      followers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  SpilRecord *before = NULL;

  for (guint i = 0; i < own->len; i++) {
    GPtrArray *list;

    if (g_hash_table_contains (family->listed, own->pdata[i])) {
      before = own->pdata[i];
      continue;
    }
    list = g_hash_table_lookup (followers, before);
    if (list == NULL) {
      list = g_ptr_array_new ();
      g_hash_table_insert (followers, before, list);
    }
    g_ptr_array_add (list, own->pdata[i]);
  }
  for (guint i = 0; i <= family->parts->len; i++) {
    GPtrArray *list = g_hash_table_lookup (followers, i > 0 ? family->parts->pdata[i - 1] : NULL);

    for (guint k = 0; list != NULL && k < list->len; k++)
      g_ptr_array_add (woven, list->pdata[k]);
    if (i < family->parts->len)
      g_ptr_array_add (woven, family->parts->pdata[i]);
  }
  g_ptr_array_unref (family->parts);
  family->parts = g_steal_pointer (&woven);
}

static const char *
get_key (SpilRecord *record)
{
  return spil_record_get_text (record, SPIL_TASK_ORDER);
}

/* Whether the keys that are there stand in order, and whether any is wanting. */
static gboolean
is_in_order (const Family *family, guint *n_without)
{
  const char *last = NULL;

  *n_without = 0;
  for (guint i = 0; i < family->parts->len; i++) {
    const char *key = get_key (family->parts->pdata[i]);

    if (key == NULL) {
      ++*n_without;
      continue;
    }
    if (last != NULL && g_strcmp0 (last, key) >= 0)
      return FALSE;
    last = key;
  }
  return TRUE;
}

static const char *
next_key (const Family *family, guint from)
{
  for (guint i = from; i < family->parts->len; i++)
    if (get_key (family->parts->pdata[i]) != NULL)
      return get_key (family->parts->pdata[i]);
  return NULL;
}

/* FALSE: there is no room for them. */
static gboolean
fill_in (Family *family)
{
  const char *last = NULL;

  for (guint i = 0; i < family->parts->len; i++) {
    g_autofree char *key = NULL;

    if (get_key (family->parts->pdata[i]) == NULL) {
      key = spil_order_between (last, next_key (family, i));
      if (key == NULL)
        return FALSE;
      spil_record_set_text (family->parts->pdata[i], SPIL_TASK_ORDER, key);
    }
    last = get_key (family->parts->pdata[i]);
  }
  return TRUE;
}

static void
number_anew (Family *family)
{
  for (guint i = 0; i < family->parts->len; i++)
    spil_record_set_null (family->parts->pdata[i], SPIL_TASK_ORDER);
  fill_in (family);
}

/* Whether all stand as they stood, so that nobody needs a key. */
static gboolean
is_as_it_was (const Family *family, GPtrArray *own)
{
  if (own == NULL || own->len != family->parts->len)
    return FALSE;
  for (guint i = 0; i < own->len; i++)
    if (own->pdata[i] != family->parts->pdata[i])
      return FALSE;
  return TRUE;
}

/* Those that are only in Spil may get another key too. */
static void
copy_own (SpilPlanImporting *self, Family *family)
{
  for (guint i = 0; i < family->parts->len; i++) {
    SpilRecord *record = family->parts->pdata[i];

    if (g_hash_table_contains (family->listed, record))
      continue;
    family->parts->pdata[i] = spil_record_copy (record);
    g_hash_table_insert (self->pushed, record, family->parts->pdata[i]);
  }
}

static void
arrange (SpilPlanImporting *self, Family *family, GPtrArray *own)
{
  guint n_without;

  if (own != NULL)
    weave_in (family, own);
  if (is_as_it_was (family, own))
    return;
  copy_own (self, family);
  if (!is_in_order (family, &n_without) || (n_without > 0 && !fill_in (family)))
    number_anew (family);
}

static void
add_own (GHashTable *owns, SpilId parent, SpilRecord *record)
{
  GPtrArray *own = g_hash_table_lookup (owns, &parent);

  if (own == NULL) {
    own = g_ptr_array_new ();
    g_hash_table_insert (owns, g_memdup2 (&parent, sizeof parent), own);
  }
  g_ptr_array_add (own, record);
}

/* Who stays under which activity, in the order they have. A task that comes from elsewhere leaves its key behind. */
static GHashTable *
list_stayers (SpilPlanImporting *self, GHashTable *afters)
{
  GHashTable *owns = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->known->len; i++) {
    SpilRecord *record = self->known->pdata[i];
    SpilRecord *after = g_hash_table_lookup (afters, record);
    const SpilId parent = spil_record_get_reference (record, SPIL_TASK_PARENT);

    if (after == NULL || spil_id_equal (spil_record_get_reference (after, SPIL_TASK_PARENT), parent))
      add_own (owns, parent, after != NULL ? after : record);
    else
      spil_record_set_null (after, SPIL_TASK_ORDER);
  }
  return owns;
}

void
spil_plan_arrange (SpilPlanImporting *self, GPtrArray *after)
{
  g_autoptr (GHashTable)
      families = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, free_family);
  g_autoptr (GHashTable) afters = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) owns = NULL;
  GHashTableIter iter;
  gpointer parent, family;

  for (guint i = 0; i < after->len; i++)
    if (self->matched->pdata[i] != NULL)
      g_hash_table_insert (afters, self->matched->pdata[i], after->pdata[i]);
  owns = list_stayers (self, afters);
  for (guint i = 0; i < after->len; i++)
    append (get_family (families, spil_record_get_reference (after->pdata[i], SPIL_TASK_PARENT)),
            after->pdata[i]);
  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, &parent, &family))
    arrange (self, family, g_hash_table_lookup (owns, parent));
}
