// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-search-answer.h"

#include <string.h>

#include "spil-find-query.h"

/* Longer than any name; a caller may send whatever it likes. */
#define MOST_TYPED 200

static gboolean
is_stopped (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static char *
make_result (const SpilFound *found)
{
  const SpilEntity *entity = spil_record_get_entity (found->record);
  g_autofree char *id = spil_id_dup_text (spil_record_get_id (found->record));
  g_autofree char *organisation = NULL;

  if (entity->number == SPIL_ENTITY_ORGANISATION)
    return g_strdup_printf ("%s %s", entity->name, id);
  // Who belongs to no employer any more cannot be shown.
  if (spil_id_is_nil (found->organisation))
    return NULL;
  organisation = spil_id_dup_text (found->organisation);
  return g_strdup_printf ("%s %s %s %s", spil_entity (SPIL_ENTITY_ORGANISATION)->name, organisation,
                          entity->name, id);
}

gpointer
spil_search_answer_find (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GStrvBuilder) results = g_strv_builder_new ();
  g_autofree char *text = g_strjoinv (" ", data);
  g_autoptr (GPtrArray) groups = NULL;

  if (strlen (text) <= MOST_TYPED) {
    groups = spil_find_directory (store, text, SPIL_SEARCH_ANSWER_MOST, is_stopped, cancellable, error);
    if (groups == NULL)
      return NULL;
  }
  for (guint i = 0; groups != NULL && i < groups->len; i++) {
    const SpilFoundGroup *group = groups->pdata[i];

    for (guint j = 0; j < group->found->len; j++) {
      char *result = make_result (group->found->pdata[j]);

      if (result != NULL)
        g_strv_builder_take (results, result);
    }
  }
  return g_strv_builder_end (results);
}

/* The row that a result is about; NULL: none, or gone. */
static SpilRecord *
read_result (SpilStore *store, const char *result, SpilRecord **organisation)
{
  g_auto (GStrv) words = g_strsplit (result, " ", 5);
  guint n = g_strv_length (words);
  SpilRecord *record[2] = { NULL };
  SpilId id;

  for (guint i = 0; i < 2 && (n == 2 || n == 4) && 2 * i < n; i++) {
    const SpilEntity *entity = spil_entity (i == 0 ? SPIL_ENTITY_ORGANISATION : SPIL_ENTITY_PERSON);

    if (strcmp (words[2 * i], entity->name) == 0 && spil_id_parse (words[2 * i + 1], &id))
      record[i] = spil_store_get (store, entity, id, NULL);
  }
  *organisation = record[0];
  return n == 4 ? record[1] : record[0] != NULL ? g_object_ref (record[0]) : NULL;
}

static const char *
text_of (SpilRecord *record, int field)
{
  const char *text = record != NULL ? spil_record_get_text (record, field) : NULL;

  return text != NULL ? text : "";
}

/* An employer: its town. A person: function and employer. Nothing that is used to reach somebody. */
static char *
describe (SpilRecord *record, SpilRecord *organisation)
{
  const char *function;
  const char *name;

  if (spil_record_get_entity (record)->number == SPIL_ENTITY_ORGANISATION)
    return g_strdup (text_of (record, SPIL_ORGANISATION_TOWN));
  function = text_of (record, SPIL_PERSON_FUNCTION);
  name = text_of (organisation, SPIL_ORGANISATION_NAME);
  return g_strdup_printf ("%s%s%s", function, function[0] != '\0' && name[0] != '\0' ? ", " : "", name);
}

static void
add_meta (GVariantBuilder *metas, const char *result, SpilRecord *record, SpilRecord *organisation)
{
  gboolean is_person = spil_record_get_entity (record)->number == SPIL_ENTITY_PERSON;
  g_autoptr (GIcon) icon = g_themed_icon_new (is_person ? "avatar-default-symbolic" : "nl.regiozwolle.Spil");
  g_autofree char *description = describe (record, organisation);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (result));
  g_variant_builder_add (metas, "{sv}", "name",
                         g_variant_new_string (text_of (record, spil_record_get_entity (record)->title)));
  if (description[0] != '\0')
    g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "gicon", g_variant_new_take_string (g_icon_to_string (icon)));
  g_variant_builder_close (metas);
}

gpointer
spil_search_answer_describe (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *const *results = data;
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  // No more than it was ever given.
  for (int i = 0; results[i] != NULL && i < 2 * SPIL_SEARCH_ANSWER_MOST; i++) {
    g_autoptr (SpilRecord) organisation = NULL;
    g_autoptr (SpilRecord) record = read_result (store, results[i], &organisation);

    // Of who was erased an empty row is left.
    if (record != NULL && text_of (record, spil_record_get_entity (record)->title)[0] != '\0')
      add_meta (&metas, results[i], record, organisation);
  }
  return g_variant_ref_sink (g_variant_builder_end (&metas));
}

char *
spil_search_answer_dup_target (const char *result)
{
  g_auto (GStrv) words = g_strsplit (result, " ", 3);
  SpilId id;

  if (g_strv_length (words) < 2 || strcmp (words[0], spil_entity (SPIL_ENTITY_ORGANISATION)->name) != 0 ||
      !spil_id_parse (words[1], &id))
    return NULL;
  return g_strdup_printf ("%s %s", words[0], words[1]);
}
