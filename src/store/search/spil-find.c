// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-find-query.h"

#include <string.h>

#include "spil-entity.h"
#include "spil-excerpt.h"
#include "spil-found-rows.h"
#include "spil-read.h"
#include "spil-search.h"
#include "spil-spelling.h"
#include "spil-text.h"

/* With so few hits, what was typed may be a slip of the pen. */
#define FEW_HITS 3

/* How many letters of a field are shown around a hit. */
#define CONTEXT_LETTERS 90

/* What is looked through, in the order in which it is shown. */
static const struct
{
  SpilEntityNumber entity;
  int most; /* that are shown */
} kinds[] = {
  { SPIL_ENTITY_ORGANISATION, 5 }, { SPIL_ENTITY_PERSON, 4 },      { SPIL_ENTITY_CONTACT, 4 },
  { SPIL_ENTITY_NEXT_ACTION, 3 },  { SPIL_ENTITY_AREA, 3 },        { SPIL_ENTITY_TASK, 3 },
  { SPIL_ENTITY_RISK, 3 },         { SPIL_ENTITY_APPLICATION, 3 }, { SPIL_ENTITY_INSTRUMENT, 3 },
  { SPIL_ENTITY_EVENT, 3 },        { SPIL_ENTITY_ALLIANCE, 3 },    { SPIL_ENTITY_INDICATOR, 3 },
  { SPIL_ENTITY_BUDGET_LINE, 3 },  { SPIL_ENTITY_REPORT, 3 },
};

void
spil_found_free (SpilFound *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_free (self->organisation_name);
  g_free (self->title);
  g_free (self->context);
  g_free (self);
}

void
spil_found_group_free (SpilFoundGroup *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self);
}

/* The organisation that @record is about. */
static SpilId
find_organisation (SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);

  if (entity->number == SPIL_ENTITY_ORGANISATION)
    return spil_record_get_id (record);
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].type == SPIL_TYPE_REFERENCE &&
        entity->fields[i].target == SPIL_ENTITY_ORGANISATION)
      return spil_record_get_reference (record, i);
  return SPIL_ID_NIL;
}

static gboolean
take_organisation (SpilStatement *row, gpointer user_data)
{
  SpilFound *found = user_data;

  found->organisation = spil_statement_get_id (row, 0);
  found->organisation_name = spil_get_text (row, 1);
  return FALSE;
}

static gboolean
read_organisation (SpilStore *store, SpilFound *found, GError **error)
{
  static const char sql[] = "SELECT id, name FROM organisation WHERE id = " SPIL_HEAD_SQL ("?2");
  const SpilGiven parameters[] = { SPIL_GIVE_ID (find_organisation (found->record)) };

  return spil_id_is_nil (parameters[0].value.id) ||
         spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_organisation, found, error);
}

static gboolean
is_looked_through (const SpilField *field)
{
  return field->number != 0 && (field->flags & SPIL_FIELD_SEARCH) != 0;
}

/* A telephone number is shown whole: its digits may stand otherwise than they were typed. */
static char *
show_number (SpilRecord *record, int field)
{
  return g_markup_printf_escaped ("<b>%s</b>", spil_record_get_text (record, field));
}

/* Fills in where the words stand. */
static void
show_hits (SpilFound *found, const char *const *words, gboolean by_number)
{
  const SpilEntity *entity = spil_record_get_entity (found->record);
  const char *text = entity->title != 0 ? spil_record_get_text (found->record, entity->title) : NULL;
  gboolean in_title;

  found->title = text != NULL ? spil_excerpt (text, words, CONTEXT_LETTERS) : NULL;
  in_title = found->title != NULL;
  if (!in_title) {
    g_autofree char *line = spil_text_one_line (text != NULL ? text : "", CONTEXT_LETTERS);

    found->title = g_markup_escape_text (line, -1);
  }
  if (in_title && !by_number && words[0] != NULL && words[1] == NULL)
    return;
  for (int i = 1; i < entity->n_fields && found->context == NULL; i++) {
    const SpilField *field = &entity->fields[i];

    if (!is_looked_through (field) || i == entity->title || spil_record_is_null (found->record, i))
      continue;
    found->field = i;
    if (by_number && (field->flags & SPIL_FIELD_PHONE) != 0)
      found->context = show_number (found->record, i);
    else
      found->context = spil_excerpt (spil_record_get_text (found->record, i), words, CONTEXT_LETTERS);
  }
  if (found->context == NULL)
    found->field = 0;
}

/* One look for a text. */
typedef struct
{
  SpilStore *store;
  const char *text;
  char *match; /* for the search tables */
  GStrv words; /* that a hit begins with */
  gboolean guessed;
} Find;

static void
find_clear (Find *self)
{
  g_clear_pointer (&self->match, g_free);
  g_clear_pointer (&self->words, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Find, find_clear)

static gboolean
add_found (Find *self, SpilFoundGroup *group, SpilRecord *record, gboolean by_number, GError **error)
{
  g_autoptr (SpilFound) found = g_new0 (SpilFound, 1);

  found->record = g_object_ref (record);
  if (!read_organisation (self->store, found, error))
    return FALSE;
  show_hits (found, (const char *const *) self->words, by_number);
  g_ptr_array_add (group->found, g_steal_pointer (&found));
  return TRUE;
}

static gboolean
find_kind (Find *self, const SpilEntity *entity, int most, GPtrArray *groups, GError **error)
{
  g_autoptr (SpilFoundGroup) group = g_new0 (SpilFoundGroup, 1);
  g_autoptr (SpilFoundRows) rows = spil_found_rows_read (
      self->store, entity, self->guessed ? NULL : self->text, self->match, most, error);

  if (rows == NULL)
    return FALSE;
  group->entity = entity->number;
  group->guessed = self->guessed;
  group->n_more = rows->n_more;
  group->found = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_found_free);
  for (guint i = 0; i < rows->records->len; i++)
    if (!add_found (self, group, rows->records->pdata[i], i < rows->n_by_number, error))
      return FALSE;
  if (group->found->len > 0)
    g_ptr_array_add (groups, g_steal_pointer (&group));
  return TRUE;
}

static gboolean
find_kinds (Find *self, SpilFindStopFunc stop, gpointer user_data, GPtrArray *groups, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (stop != NULL && stop (user_data))
      return TRUE;
    if (!find_kind (self, spil_entity (kinds[i].entity), kinds[i].most, groups, error))
      return FALSE;
  }
  return TRUE;
}

/* Whether all that was typed stands in the name of the first one: each word that was found there is marked. */
static gboolean
is_named_so (const SpilFoundGroup *group, guint n_words)
{
  const char *at = ((SpilFound *) group->found->pdata[0])->title;
  guint n_marked = 0;

  while ((at = strstr (at, "<b>")) != NULL) {
    at += strlen ("<b>");
    n_marked++;
  }
  return n_marked >= n_words;
}

/* Who types the name of an area or an activity means that one, and not the employers that have their address there. */
static void
put_named_first (GPtrArray *groups, guint n_words)
{
  for (guint i = 1; i < groups->len && !is_named_so (groups->pdata[0], n_words); i++) {
    SpilFoundGroup *group = groups->pdata[i];

    if ((group->entity == SPIL_ENTITY_AREA || group->entity == SPIL_ENTITY_TASK) &&
        is_named_so (group, n_words)) {
      g_ptr_array_insert (groups, 0, g_ptr_array_steal_index (groups, i));
      return;
    }
  }
}

static guint
count_found (GPtrArray *groups)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    n += ((SpilFoundGroup *) groups->pdata[i])->found->len;
  return n;
}

/* All guesses of all words. */
static GStrv
join_guesses (GPtrArray *words)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  for (guint i = 0; i < words->len; i++) {
    GPtrArray *guesses = words->pdata[i];

    for (guint j = 0; j < guesses->len; j++)
      g_strv_builder_add (all, guesses->pdata[j]);
  }
  return g_strv_builder_end (all);
}

static gboolean
is_in (GPtrArray *groups, int entity, SpilId id)
{
  for (guint i = 0; i < groups->len; i++) {
    const SpilFoundGroup *group = groups->pdata[i];

    for (guint j = 0; group->entity == entity && j < group->found->len; j++)
      if (spil_id_equal (spil_record_get_id (((SpilFound *) group->found->pdata[j])->record), id))
        return TRUE;
  }
  return FALSE;
}

/* Moves the groups of guesses behind those of what was typed, without what is in these. */
static void
append_guessed (GPtrArray *groups, GPtrArray *guessed)
{
  for (guint i = 0; i < guessed->len; i++) {
    SpilFoundGroup *group = guessed->pdata[i];

    for (guint j = group->found->len; j-- > 0;)
      if (is_in (groups, group->entity, spil_record_get_id (((SpilFound *) group->found->pdata[j])->record)))
        g_ptr_array_remove_index (group->found, j);
  }
  while (guessed->len > 0) {
    SpilFoundGroup *group = g_ptr_array_steal_index (guessed, 0);

    if (group->found->len > 0)
      g_ptr_array_add (groups, group);
    else
      spil_found_group_free (group);
  }
}

static gboolean
find_guesses (SpilStore *store, const char *text, SpilFindStopFunc stop, gpointer user_data,
              GPtrArray *groups, GError **error)
{
  g_auto (Find) self = { .store = store, .text = text, .guessed = TRUE };
  g_autoptr (GPtrArray) words = spil_spelling_guess (store, text, error);
  g_autoptr (GPtrArray) guessed = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_found_group_free);

  if (words == NULL)
    return FALSE;
  self.match = spil_spelling_make_match (words);
  if (self.match == NULL)
    return TRUE;
  self.words = join_guesses (words);
  if (!find_kinds (&self, stop, user_data, guessed, error))
    return FALSE;
  append_guessed (groups, guessed);
  return TRUE;
}

GPtrArray *
spil_find_query (SpilStore *store, const char *text, SpilFindStopFunc stop, gpointer user_data,
                 GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_found_group_free);
  g_auto (Find) self = {
    .store = store, .text = text, .match = spil_search_make_match (text), .words = spil_search_split (text)
  };

  if (self.match == NULL)
    return g_steal_pointer (&groups);
  if (!find_kinds (&self, stop, user_data, groups, error))
    return NULL;
  put_named_first (groups, g_strv_length (self.words));
  if (count_found (groups) < FEW_HITS && (stop == NULL || !stop (user_data)) &&
      !find_guesses (store, text, stop, user_data, groups, error))
    return NULL;
  return g_steal_pointer (&groups);
}

GPtrArray *
spil_find_directory (SpilStore *store, const char *text, int most, SpilFindStopFunc stop, gpointer user_data,
                     GError **error)
{
  static const SpilEntityNumber entities[] = { SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_PERSON };
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_found_group_free);
  g_auto (Find) self = {
    .store = store, .text = text, .match = spil_search_make_match (text), .words = spil_search_split (text)
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entities) && self.match != NULL; i++) {
    if (stop != NULL && stop (user_data))
      break;
    if (!find_kind (&self, spil_entity (entities[i]), most, groups, error))
      return NULL;
  }
  return g_steal_pointer (&groups);
}
