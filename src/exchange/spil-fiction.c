// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fiction.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-exchange-error.h"
#include "spil-json-read.h"

#define FILE_NAME "woorden.json"

/* Steps through all companies so that neighbours do not look alike; prime, so that none comes twice. */
#define COMPANY_STEP 7919

struct _SpilFiction
{
  JsonNode *root; /* keeps the texts */
  GArray *lists[SPIL_N_WORD_LISTS]; /* of SpilPhrase */
};

#define LIST(L, name) #name,
static const char *const list_names[] = { SPIL_WORD_LISTS (LIST) };
#undef LIST

/* Lists whose tags are items of the choices of a field. */
static const struct
{
  SpilWords list;
  int entity;
  int field;
} chosen[] = {
  { SPIL_WORDS_FUNCTIONS, SPIL_ENTITY_PERSON, SPIL_PERSON_LEVEL },
  { SPIL_WORDS_OPENINGS, SPIL_ENTITY_CONTACT, SPIL_CONTACT_KIND },
  { SPIL_WORDS_FINDINGS, SPIL_ENTITY_CONTACT, SPIL_CONTACT_NEEDS },
};

char *
spil_fiction_dir (void)
{
  const char *dir = g_getenv ("SPIL_DEMO_DIR");
  const char *templates = g_getenv ("SPIL_TEMPLATE_DIR");

  if (dir != NULL && dir[0] != '\0')
    return g_strdup (dir);
  if (templates != NULL && templates[0] != '\0') {
    g_auto (GStrv) dirs = g_strsplit (templates, G_SEARCHPATH_SEPARATOR_S, 2);
    g_autofree char *parent = g_path_get_dirname (dirs[0]);

    return g_build_filename (parent, "demo", NULL);
  }
  return g_strdup (SPIL_PKGDATADIR G_DIR_SEPARATOR_S "demo");
}

/* The choices that the tags of @list belong to, or NULL. */
static const SpilChoices *
list_choices (SpilWords list)
{
  for (gsize i = 0; i < G_N_ELEMENTS (chosen); i++)
    if (chosen[i].list == list)
      return spil_entity_field (spil_entity (chosen[i].entity), chosen[i].field)->choices;
  return NULL;
}

/* Reads a text, or an object of text, tag and number. */
static gboolean
read_phrase (JsonNode *node, const SpilChoices *choices, SpilPhrase *phrase)
{
  JsonObject *object;

  if (JSON_NODE_HOLDS_VALUE (node)) {
    *phrase = (SpilPhrase) { .text = json_node_get_string (node) };
    return phrase->text != NULL;
  }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  *phrase = (SpilPhrase) {
    .text = json_object_get_string_member_with_default (object, "text", NULL),
    .tag = json_object_get_string_member_with_default (object, "tag", NULL),
    .number = (int) json_object_get_int_member_with_default (object, "number", 0),
  };
  if (choices != NULL) {
    const SpilChoice *choice = phrase->tag != NULL ? spil_choices_by_text (choices, phrase->tag) : NULL;

    if (choice == NULL)
      return FALSE;
    phrase->number = choice->number;
  }
  return phrase->text != NULL;
}

static gboolean
read_list (SpilFiction *self, SpilWords list, const char *path, GError **error)
{
  const SpilChoices *choices = list_choices (list);
  JsonNode *node = JSON_NODE_HOLDS_OBJECT (self->root)
                       ? json_object_get_member (json_node_get_object (self->root), list_names[list])
                       : NULL;
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_items = array != NULL ? json_array_get_length (array) : 0;
  gboolean right = n_items > 0;

  self->lists[list] = g_array_sized_new (FALSE, TRUE, sizeof (SpilPhrase), n_items);
  for (guint i = 0; right && i < n_items; i++) {
    SpilPhrase phrase = { 0 };

    right = read_phrase (json_array_get_element (array, i), choices, &phrase);
    g_array_append_val (self->lists[list], phrase);
  }
  if (!right)
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                 _ ("Word list “%s”: “%s” is missing or not right; install Spil again."), path,
                 list_names[list]);
  return right;
}

SpilFiction *
spil_fiction_load (GError **error)
{
  g_autoptr (SpilFiction) self = g_new0 (SpilFiction, 1);
  g_autofree char *dir = spil_fiction_dir ();
  g_autofree char *path = g_build_filename (dir, FILE_NAME, NULL);
  g_autofree char *what = g_strdup_printf (_ ("Word list “%s”"), path);
  g_autofree char *text = NULL;
  g_autoptr (GError) fault = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &fault)) {
    g_set_error (
        error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_FAILED,
        _ ("The word lists of the demo cannot be read: %s. Install Spil again, or set SPIL_DEMO_DIR."),
        fault->message);
    return NULL;
  }
  self->root = spil_json_parse (text, length, what, error);
  if (self->root == NULL)
    return NULL;
  for (int i = 0; i < SPIL_N_WORD_LISTS; i++)
    if (!read_list (self, i, path, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
spil_fiction_free (SpilFiction *self)
{
  for (int i = 0; i < SPIL_N_WORD_LISTS; i++)
    g_clear_pointer (&self->lists[i], g_array_unref);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

int
spil_fiction_count (SpilFiction *self, SpilWords list)
{
  return (int) self->lists[list]->len;
}

const SpilPhrase *
spil_fiction_get (SpilFiction *self, SpilWords list, int index)
{
  return &g_array_index (self->lists[list], SpilPhrase, (guint) index % self->lists[list]->len);
}

const SpilPhrase *
spil_fiction_pick (SpilFiction *self, SpilWords list, SpilRandom *random)
{
  return spil_fiction_get (self, list, spil_random_below (random, spil_fiction_count (self, list)));
}

const SpilPhrase *
spil_fiction_pick_number (SpilFiction *self, SpilWords list, SpilRandom *random, int number)
{
  const int n = spil_fiction_count (self, list);
  const int from = spil_random_below (random, n);

  for (int i = 0; i < n; i++)
    if (spil_fiction_get (self, list, from + i)->number == number)
      return spil_fiction_get (self, list, from + i);
  return spil_fiction_get (self, list, from);
}

char *
spil_fiction_company (SpilFiction *self, int index, const SpilPhrase **branch)
{
  const int n_first = spil_fiction_count (self, SPIL_WORDS_COMPANY_FIRST);
  const int n_second = spil_fiction_count (self, SPIL_WORDS_COMPANY_SECOND);
  const int n = n_first * n_second * spil_fiction_count (self, SPIL_WORDS_BRANCHES);
  const int at = (int) ((int64_t) index * COMPANY_STEP % n);
  const char *first = spil_fiction_get (self, SPIL_WORDS_COMPANY_FIRST, at)->text;
  const char *second = spil_fiction_get (self, SPIL_WORDS_COMPANY_SECOND, at / n_first)->text;

  *branch = spil_fiction_get (self, SPIL_WORDS_BRANCHES, at / n_first / n_second);
  if (index < n)
    return g_strdup_printf ("%s %s %s (demo)", first, second, (*branch)->text);
  return g_strdup_printf ("%s %s %s %d (demo)", first, second, (*branch)->text, index / n + 1);
}

char *
spil_fiction_person (SpilFiction *self, SpilRandom *random)
{
  const char *first = spil_fiction_pick (self, SPIL_WORDS_FIRST_NAMES, random)->text;
  const char *last = spil_fiction_pick (self, SPIL_WORDS_LAST_NAMES, random)->text;

  return g_strdup_printf ("%s %s (demo)", first, last);
}
