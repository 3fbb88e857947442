// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-entity.h"

#include <string.h>

/* Calls @check for every field that exists. */
static void
each_field (void (*check) (const SpilEntity *entity, const SpilField *field))
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++)
    for (int j = 0; j < entities[i]->n_fields; j++)
      if (entities[i]->fields[j].number != 0) {
        g_test_message ("%s.%s", entities[i]->name, entities[i]->fields[j].name);
        check (entities[i], &entities[i]->fields[j]);
      }
}

/* Names are those of SQL columns and of files: lower-case words joined by underscores. */
static void
assert_name (const char *name)
{
  g_assert_cmpuint (strlen (name), >, 0);
  g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_"), ==, strlen (name));
  g_assert_true (g_ascii_islower (name[0]));
}

static void
assert_label (const char *label)
{
  g_assert_nonnull (label);
  g_assert_cmpuint (strlen (label), >, 0);
  g_assert_true (g_utf8_validate (label, -1, NULL));
  g_assert_false (g_ascii_isspace (label[0]) || g_ascii_isspace (label[strlen (label) - 1]));
}

static void
test_entities (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  g_assert_cmpint (n_entities, >, 0);
  for (int i = 0; i < n_entities; i++) {
    const SpilEntity *entity = entities[i];

    g_test_message ("%s", entity->name);
    assert_name (entity->name);
    assert_label (spil_entity_label (entity));
    assert_label (spil_entity_label_plural (entity));
    g_assert_cmpint (entity->number, >, 0);
    g_assert_cmpint (entity->number, <, SPIL_ENTITY_NUMBER_LIMIT);
    g_assert_true (g_hash_table_add (names, (gpointer) entity->name));
    g_assert_true (g_hash_table_add (numbers, GINT_TO_POINTER (entity->number)));
    g_assert_cmpint (entity->n_fields, <=, SPIL_FIELD_NUMBER_LIMIT);
    g_assert_true (spil_entity_by_number (entity->number) == entity);
    g_assert_true (spil_entity_by_name (entity->name) == entity);
  }
}

static void
test_unknown (void)
{
  const SpilEntity *area = spil_entity (SPIL_ENTITY_AREA);

  g_assert_null (spil_entity_by_number (0));
  g_assert_null (spil_entity_by_number (-1));
  g_assert_null (spil_entity_by_number (SPIL_ENTITY_NUMBER_LIMIT));
  g_assert_null (spil_entity_by_name ("AREA"));
  g_assert_null (spil_entity_by_name (""));
  g_assert_null (spil_entity_by_name (NULL));
  g_assert_null (spil_entity_field_by_name (area, "nothing"));
  g_assert_null (spil_entity_field_by_name (area, NULL));
  g_assert_null (spil_choices_by_number (area->fields[SPIL_AREA_KIND].choices, 0));
  g_assert_null (spil_choices_by_text (area->fields[SPIL_AREA_KIND].choices, ""));
  g_assert_cmpstr (spil_field_choice_label (&area->fields[SPIL_AREA_KIND], 99), ==, "");
  g_assert_cmpstr (spil_field_choice_label (&area->fields[SPIL_AREA_NAME], 1), ==, "");
}

static void
check_field (const SpilEntity *entity, const SpilField *field)
{
  const SpilField *first;

  assert_name (field->name);
  assert_label (spil_field_label (field));
  g_assert_true (&entity->fields[field->number] == field);
  // Also unique: the first with that name is this one.
  g_assert_true (spil_entity_field_by_name (entity, field->name) == field);

  // A group is numbered after its first field, which therefore belongs to it.
  g_assert_cmpint (field->group, >, 0);
  g_assert_cmpint (field->group, <=, field->number);
  first = &entity->fields[field->group];
  g_assert_cmpint (first->number, ==, field->group);
  g_assert_cmpint (first->group, ==, field->group);
}

static void
test_fields (void)
{
  each_field (check_field);
}

static void
check_type (const SpilEntity *entity, const SpilField *field)
{
  const gboolean chosen = field->type == SPIL_TYPE_CHOICE || field->type == SPIL_TYPE_SET;

  assert_name (spil_type_name (field->type));
  g_assert_true (chosen == (field->choices != NULL));
  g_assert_true ((field->type == SPIL_TYPE_REFERENCE) == (field->target != 0));
  if (field->target != 0)
    g_assert_nonnull (spil_entity_by_number (field->target));
}

static void
test_types (void)
{
  each_field (check_type);
}

/* Flags that mean nothing for the type of their field are mistakes. */
static void
check_flags (const SpilEntity *entity, const SpilField *field)
{
  static const struct
  {
    SpilFieldFlags flag;
    guint types; /* bits */
  } meanings[] = {
    { SPIL_FIELD_TITLE, 1 << SPIL_TYPE_TEXT },
    { SPIL_FIELD_SEARCH, 1 << SPIL_TYPE_TEXT },
    { SPIL_FIELD_MULTILINE, 1 << SPIL_TYPE_TEXT },
    { SPIL_FIELD_NATURAL_KEY, 1 << SPIL_TYPE_TEXT },
    { SPIL_FIELD_NOT_NEGATIVE, 1 << SPIL_TYPE_INTEGER | 1 << SPIL_TYPE_DECIMAL | 1 << SPIL_TYPE_MONEY },
    { SPIL_FIELD_NOT_FUTURE, 1 << SPIL_TYPE_DATE | 1 << SPIL_TYPE_TIME },
    { SPIL_FIELD_PERCENT, 1 << SPIL_TYPE_INTEGER },
    { SPIL_FIELD_YEAR, 1 << SPIL_TYPE_INTEGER },
    { SPIL_FIELD_SHARE, 1 << SPIL_TYPE_DECIMAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (field->flags & meanings[i].flag)
      g_assert_true (meanings[i].types & (1u << field->type));
  // Filled in later means: not when the row is added.
  if (field->flags & SPIL_FIELD_LATER) {
    g_assert_true (spil_entity_is_fixed (entity));
    g_assert_false (field->flags & SPIL_FIELD_REQUIRED);
  }
}

static void
test_flags (void)
{
  each_field (check_flags);
}

static void
check_title (const SpilEntity *entity, const SpilField *field)
{
  g_assert_true (((field->flags & SPIL_FIELD_TITLE) != 0) == (entity->title == field->number));
}

static void
test_titles (void)
{
  each_field (check_title);
}

/* All that a person typed about a person is personal data. */
static void
check_private (const SpilEntity *entity, const SpilField *field)
{
  if ((entity->flags & SPIL_ENTITY_FLAG_PERSONAL) && field->type == SPIL_TYPE_TEXT)
    g_assert_true (field->flags & SPIL_FIELD_PRIVATE);
}

static void
test_private (void)
{
  const SpilEntity *person = spil_entity (SPIL_ENTITY_PERSON);
  const SpilEntity *contact = spil_entity (SPIL_ENTITY_CONTACT);

  g_assert_true (person->flags & SPIL_ENTITY_FLAG_PERSONAL);
  g_assert_true (contact->fields[SPIL_CONTACT_SUMMARY].flags & SPIL_FIELD_PRIVATE);
  each_field (check_private);
}

static void
check_programme (const SpilEntity *entity, const SpilField *field)
{
  const gboolean here = field->number == SPIL_FIELD_PROGRAMME;

  g_assert_true (here == (strcmp (field->name, "programme") == 0));
  if (here)
    g_assert_cmpint (field->target, ==, SPIL_ENTITY_PROGRAMME);
}

static void
test_programme (void)
{
  const SpilEntity *programme = spil_entity (SPIL_ENTITY_PROGRAMME);
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++)
    g_assert_true ((entities[i]->fields[SPIL_FIELD_PROGRAMME].number == 0) == (entities[i] == programme));
  each_field (check_programme);
}

static void
check_choices (const SpilEntity *entity, const SpilField *field)
{
  const SpilChoices *choices = field->choices;

  if (choices == NULL)
    return;
  assert_name (choices->name);
  g_assert_cmpint (choices->n_items, >, 0);
  for (int i = 0; i < choices->n_items; i++) {
    const SpilChoice *item = &choices->items[i];
    g_autofree char *shouted = g_ascii_strup (item->name, -1);

    assert_name (item->name);
    assert_label (spil_choice_label (item));
    // A set keeps each number as a bit of a signed 64-bit integer.
    g_assert_cmpint (item->number, >, 0);
    g_assert_cmpint (item->number, <, 63);
    // Number, name and label lead back to the item alone.
    g_assert_true (spil_choices_by_number (choices, item->number) == item);
    g_assert_true (spil_choices_by_text (choices, item->name) == item);
    g_assert_true (spil_choices_by_text (choices, shouted) == item);
    g_assert_true (spil_choices_by_text (choices, spil_choice_label (item)) == item);
    g_assert_cmpstr (spil_field_choice_label (field, item->number), ==, spil_choice_label (item));
    // A comma would part the label of a set in two.
    g_assert_null (strpbrk (spil_choice_label (item), ",;"));
  }
}

static void
test_choices (void)
{
  each_field (check_choices);
}

static void
test_reference_to (void)
{
  const SpilEntity *contact = spil_entity (SPIL_ENTITY_CONTACT);
  const SpilEntity *dependency = spil_entity (SPIL_ENTITY_DEPENDENCY);

  g_assert_cmpint (spil_entity_reference_to (contact, SPIL_ENTITY_ORGANISATION)->number, ==,
                   SPIL_CONTACT_ORGANISATION);
  g_assert_cmpint (spil_entity_reference_to (dependency, SPIL_ENTITY_TASK)->number, ==, SPIL_DEPENDENCY_FROM);
  g_assert_null (spil_entity_reference_to (contact, SPIL_ENTITY_RISK));
  // The programme is everywhere, and no reference that says something.
  g_assert_null (spil_entity_reference_to (contact, SPIL_ENTITY_PROGRAMME));
}

static void
test_fixed (void)
{
  g_assert_true (spil_entity_is_fixed (spil_entity (SPIL_ENTITY_CONTACT)));
  g_assert_true (spil_entity_is_fixed (spil_entity (SPIL_ENTITY_BASELINE)));
  g_assert_false (spil_entity_is_fixed (spil_entity (SPIL_ENTITY_ORGANISATION)));
}

static void
append_choices (GString *list, GHashTable *done, const SpilChoices *choices)
{
  if (choices == NULL || !g_hash_table_add (done, (gpointer) choices))
    return;
  for (int i = 0; i < choices->n_items; i++)
    g_string_append_printf (list, "choices %s.%s=%d\n", choices->name, choices->items[i].name,
                            choices->items[i].number);
}

static void
append_field (GString *list, const SpilEntity *entity, const SpilField *field)
{
  g_string_append_printf (list, "%s.%s=%d,%s", entity->name, field->name, field->number,
                          spil_type_name (field->type));
  if (field->target != 0)
    g_string_append_printf (list, " %s", spil_entity (field->target)->name);
  if (field->choices != NULL)
    g_string_append_printf (list, " %s", field->choices->name);
  g_string_append_printf (list, ",%d\n", field->group);
}

/* All that may never change, a line each. */
static char *
list_descriptors (void)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  for (int i = 0; i < n_entities; i++) {
    g_string_append_printf (list, "%s=%d\n", entities[i]->name, entities[i]->number);
    for (int j = SPIL_FIELD_PROGRAMME + 1; j < entities[i]->n_fields; j++)
      if (entities[i]->fields[j].number != 0) {
        append_field (list, entities[i], &entities[i]->fields[j]);
        append_choices (list, done, entities[i]->fields[j].choices);
      }
  }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

/* Numbers, types and groups are in every database and every segment. New ones: SPIL_REGENERATE=1 meson test model-entity. */
static void
test_stable (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "model", "descriptors.txt", NULL);
  g_autofree char *current = list_descriptors ();
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("SPIL_REGENERATE") != NULL) {
    g_file_set_contents (path, current, -1, &error);
    g_assert_no_error (error);
  }
  g_file_get_contents (path, &kept, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (current, kept) != 0) {
    g_auto (GStrv) lines = g_strsplit (current, "\n", -1);
    g_auto (GStrv) kept_lines = g_strsplit (kept, "\n", -1);

    for (int i = 0; lines[i] != NULL; i++)
      if (!g_strv_contains ((const char *const *) kept_lines, lines[i]))
        g_test_message ("new or changed: %s", lines[i]);
    for (int i = 0; kept_lines[i] != NULL; i++)
      if (!g_strv_contains ((const char *const *) lines, kept_lines[i]))
        g_test_message ("gone: %s", kept_lines[i]);
    g_test_fail_printf ("the descriptors are not those of %s; after an addition, run this test with "
                        "SPIL_REGENERATE=1",
                        path);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entity/entities", test_entities);
  g_test_add_func ("/entity/unknown", test_unknown);
  g_test_add_func ("/entity/fields", test_fields);
  g_test_add_func ("/entity/types", test_types);
  g_test_add_func ("/entity/flags", test_flags);
  g_test_add_func ("/entity/titles", test_titles);
  g_test_add_func ("/entity/private", test_private);
  g_test_add_func ("/entity/programme", test_programme);
  g_test_add_func ("/entity/choices", test_choices);
  g_test_add_func ("/entity/reference-to", test_reference_to);
  g_test_add_func ("/entity/fixed", test_fixed);
  g_test_add_func ("/entity/stable", test_stable);
  return g_test_run ();
}
