// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-import-private.h"
#include "spil-text.h"

/* Lists name the same few areas and stages over and over; more than this are no longer few. */
#define MAX_REMEMBERED 20000

#define QUOTED_CHARS 60

static char *
refuse (const SpilField *field, const char *text, gboolean several)
{
  g_autofree char *quoted = spil_text_one_line (text, QUOTED_CHARS);
  const SpilEntity *target = spil_entity_by_number (field->target);

  if (several)
    return g_strdup_printf (_ ("%s: there is more than one “%s”; give the id instead of the name."),
                            spil_entity_label (target), quoted);
  return g_strdup_printf (_ ("%s: there is no “%s”; add it first, or leave the cell empty."),
                          spil_entity_label (target), quoted);
}

/* An organisation is found as a row of a list of organisations is: by KvK number or by name. */
static void
find_organisation (SpilImporting *self, const char *text, SpilId *id, guint *n)
{
  const SpilDuplicateFacts facts = { .name = text, .kvk_number = text };
  g_auto (SpilDuplicateTraits) traits = { 0 };
  SpilId ids[2];

  spil_duplicate_traits_init (&traits, &facts);
  *n = spil_import_index_find (self->index, SPIL_IMPORT_KEY_KVK, &traits, ids, G_N_ELEMENTS (ids));
  if (*n == 0)
    *n = spil_import_index_find (self->index, SPIL_IMPORT_KEY_NAME, &traits, ids, G_N_ELEMENTS (ids));
  if (*n > 0)
    *id = ids[0];
}

/* "3" and "3. Verkenning" are stages by their number, too. */
static gboolean
find_stage (SpilImporting *self, const char *text, SpilId *id, guint *n, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_STAGE));
  g_autoptr (GPtrArray) stages = NULL;
  const char *rest = text + strspn (text, "0123456789");
  g_autofree char *name = g_strstrip (g_strdup (rest + strspn (rest, ".:-) ")));

  if (rest == text || strlen (text) > QUOTED_CHARS)
    return TRUE;
  stages = spil_store_list (self->store, query, error);
  for (guint i = 0; stages != NULL && i < stages->len; i++) {
    g_autofree char *title = spil_text_fold (spil_record_get_title (stages->pdata[i]));
    g_autofree char *wanted = spil_text_fold (name);

    if (wanted[0] != '\0' ? strcmp (title, wanted) != 0
                          : spil_record_get_integer (stages->pdata[i], SPIL_STAGE_NUMBER) !=
                                g_ascii_strtoll (text, NULL, 10))
      continue;
    *id = spil_record_get_id (stages->pdata[i]);
    *n = 1;
  }
  return stages != NULL;
}

static gboolean
find (SpilImporting *self, const SpilEntity *target, const char *text, SpilId *id, guint *n, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (SpilRecord) record = NULL;
  g_autoptr (GError) fault = NULL;

  *n = 0;
  if (spil_id_parse (text, id) && !spil_id_is_nil (*id)) {
    record = spil_import_stage_get (self->stage, target, *id, &fault);
    *n = record != NULL;
    if (fault != NULL)
      g_propagate_error (error, g_steal_pointer (&fault));
    return record != NULL || fault == NULL;
  }
  if (target->number == SPIL_ENTITY_ORGANISATION) {
    find_organisation (self, text, id, n);
    return TRUE;
  }
  found = spil_import_stage_find (self->stage, target, text, error);
  if (found == NULL)
    return FALSE;
  *n = found->len;
  if (found->len > 0)
    *id = spil_record_get_id (found->pdata[0]);
  return *n > 0 || target->number != SPIL_ENTITY_STAGE || find_stage (self, text, id, n, error);
}

gboolean
spil_import_refer (SpilImporting *self, const SpilField *field, const SpilCell *cell, SpilValue *value,
                   char **refusal, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (cell->text));
  g_autofree char *key = g_strdup_printf ("%d %s", field->target, text);
  const SpilId *known = g_hash_table_lookup (self->references, key);
  SpilId id = SPIL_ID_NIL;
  guint n = 1;

  if (known != NULL)
    id = *known;
  else if (!find (self, spil_entity_by_number (field->target), text, &id, &n, error))
    return FALSE;
  if (n != 1) {
    *refusal = refuse (field, text, n > 1);
    return TRUE;
  }
  *value = spil_value_id (id);
  if (known != NULL)
    return TRUE;
  if (g_hash_table_size (self->references) >= MAX_REMEMBERED)
    g_hash_table_remove_all (self->references);
  g_hash_table_insert (self->references, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
  return TRUE;
}
