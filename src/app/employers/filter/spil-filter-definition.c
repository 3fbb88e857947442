// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-filter-definition.h"

#include <string.h>

#include "spil-entity.h"
#include "spil-text.h"

#define HEAD "spil-employers"
#define VERSION 1

// Longer is no filter of anybody.
#define MAX_CHARS 500

static const char *const kinds_names[SPIL_EMPLOYER_N_KINDS] = { "employers", "partners", "all" };

static const struct
{
  const char *name;
  SpilEmployerSort sort;
} sorts[] = {
  { "name", SPIL_EMPLOYER_SORT_NAME },          { "town", SPIL_EMPLOYER_SORT_TOWN },
  { "staff", SPIL_EMPLOYER_SORT_STAFF },        { "last-contact", SPIL_EMPLOYER_SORT_LAST_CONTACT },
  { "match", SPIL_EMPLOYER_SORT_MATCH },        { "stage", SPIL_EMPLOYER_SORT_STAGE },
  { "tier", SPIL_EMPLOYER_SORT_TIER },          { "broker", SPIL_EMPLOYER_SORT_BROKER },
  { "next-action", SPIL_EMPLOYER_SORT_ACTION },
};

/* A kind of line. How its value stands in a selection follows from its type. */
typedef enum
{
  TEXT, /* char *, one line */
  CHOICE, /* int; the English name of an item */
  YES, /* gboolean; "yes" */
  NUMBER, /* int64_t above 0 */
  ROW, /* SpilId, followed by the char * of its name */
  OTHER, /* with functions of its own */
} LineType;

typedef struct
{
  const char *name;
  LineType type;
  gsize offset;
  gsize name_offset; /* ROW */
  int entity; /* CHOICE */
  int field;
} Line;

#define AT(member) G_STRUCT_OFFSET (SpilEmployerSelection, member)

static const Line lines[] = {
  { .name = "search", TEXT, AT (search) },
  { .name = "kinds", OTHER },
  { .name = "stage", ROW, AT (stage), AT (stage_name) },
  { .name = "area", ROW, AT (area), AT (area_name) },
  { .name = "broker", TEXT, AT (broker) },
  { .name = "mine", YES, AT (mine) },
  { .name = "town", TEXT, AT (town) },
  { .name = "tier", CHOICE, AT (tier), .entity = SPIL_ENTITY_ENGAGEMENT, .field = SPIL_ENGAGEMENT_TIER },
  { .name = "tag", TEXT, AT (tag) },
  { .name = "need", CHOICE, AT (need), .entity = SPIL_ENTITY_CONTACT, .field = SPIL_CONTACT_NEEDS },
  { .name = "urgency",
    CHOICE,
    AT (urgency),
    .entity = SPIL_ENTITY_ENGAGEMENT,
    .field = SPIL_ENGAGEMENT_URGENCY },
  { .name = "capacity",
    CHOICE,
    AT (capacity),
    .entity = SPIL_ENTITY_ENGAGEMENT,
    .field = SPIL_ENGAGEMENT_CAPACITY },
  { .name = "staff-from", NUMBER, AT (staff_from) },
  { .name = "staff-to", NUMBER, AT (staff_to) },
  { .name = "contact-owed", YES, AT (overdue) },
  { .name = "no-next-action", YES, AT (no_action) },
  { .name = "sort", OTHER },
  { .name = "columns", TEXT, AT (columns) },
};

static const SpilChoices *
choices_of (const Line *line)
{
  return spil_entity_field (spil_entity ((SpilEntityNumber) line->entity), line->field)->choices;
}

/* Writing */

static void
write_line (GString *text, const char *name, const char *value)
{
  g_autofree char *clean = value != NULL ? spil_text_one_line (value, MAX_CHARS) : NULL;

  if (clean != NULL && clean[0] != '\0')
    g_string_append_printf (text, "%s %s\n", name, clean);
}

static void
write_row (GString *text, const Line *line, const SpilEmployerSelection *self)
{
  SpilId id = G_STRUCT_MEMBER (SpilId, self, line->offset);
  const char *name = G_STRUCT_MEMBER (char *, self, line->name_offset);
  g_autofree char *words = spil_id_dup_text (id);
  g_autofree char *value = g_strdup_printf ("%s %s", words, name != NULL ? name : "");

  if (!spil_id_is_nil (id))
    write_line (text, line->name, value);
}

static void
write_number (GString *text, const Line *line, const SpilEmployerSelection *self)
{
  int64_t number = G_STRUCT_MEMBER (int64_t, self, line->offset);
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  write_line (text, line->name, number > 0 ? value : NULL);
}

static void
write_choice (GString *text, const Line *line, const SpilEmployerSelection *self)
{
  const SpilChoice *choice = spil_choices_by_number (choices_of (line),
                                                     G_STRUCT_MEMBER (int, self, line->offset));

  write_line (text, line->name, choice != NULL ? choice->name : NULL);
}

char *
spil_filter_definition_dup_sort (const SpilEmployerSelection *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].sort == self->sort && (self->sort != SPIL_EMPLOYER_SORT_MATCH || self->descending))
      return g_strconcat (sorts[i].name, self->descending ? " descending" : NULL, NULL);
  return g_strdup ("");
}

static void
write_other (GString *text, const Line *line, const SpilEmployerSelection *self)
{
  g_autofree char *sort = NULL;

  if (g_str_equal (line->name, "kinds")) {
    write_line (text, line->name,
                self->kinds != SPIL_EMPLOYER_KINDS_EMPLOYERS ? kinds_names[self->kinds] : NULL);
    return;
  }
  sort = spil_filter_definition_dup_sort (self);
  write_line (text, line->name, sort);
}

static void
write_condition (GString *text, const Line *line, const SpilEmployerSelection *self)
{
  switch (line->type) {
  case TEXT:
    write_line (text, line->name, G_STRUCT_MEMBER (char *, self, line->offset));
    break;
  case CHOICE:
    write_choice (text, line, self);
    break;
  case YES:
    write_line (text, line->name, G_STRUCT_MEMBER (gboolean, self, line->offset) ? "yes" : NULL);
    break;
  case NUMBER:
    write_number (text, line, self);
    break;
  case ROW:
    write_row (text, line, self);
    break;
  case OTHER:
    write_other (text, line, self);
    break;
  }
}

char *
spil_filter_definition_write (const SpilEmployerSelection *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %d\n", HEAD, VERSION);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    write_condition (text, &lines[i], self);
  if (self->unknown != NULL)
    g_string_append (text, self->unknown);
  return g_string_free_and_steal (text);
}

/* Reading: each gives FALSE where the value says nothing to this version. */

static gboolean
read_row (SpilEmployerSelection *self, const Line *line, const char *value)
{
  const char *space = strchr (value, ' ');
  g_autofree char *words = space != NULL ? g_strndup (value, (gsize) (space - value)) : g_strdup (value);
  SpilId id;

  if (!spil_id_parse (words, &id))
    return FALSE;
  G_STRUCT_MEMBER (SpilId, self, line->offset) = id;
  g_set_str ((char **) G_STRUCT_MEMBER_P (self, line->name_offset), space != NULL ? space + 1 : "");
  return TRUE;
}

static gboolean
read_choice (SpilEmployerSelection *self, const Line *line, const char *value)
{
  const SpilChoices *choices = choices_of (line);

  for (int i = 0; i < choices->n_items; i++)
    if (g_str_equal (choices->items[i].name, value)) {
      G_STRUCT_MEMBER (int, self, line->offset) = choices->items[i].number;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_number (SpilEmployerSelection *self, const Line *line, const char *value)
{
  gint64 number;

  if (!g_ascii_string_to_signed (value, 10, 1, G_MAXINT32, &number, NULL))
    return FALSE;
  G_STRUCT_MEMBER (int64_t, self, line->offset) = number;
  return TRUE;
}

gboolean
spil_filter_definition_take_sort (SpilEmployerSelection *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  gboolean descending = words[0] != NULL && g_strcmp0 (words[1], "descending") == 0;

  for (gsize i = 0; words[0] != NULL && i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].name, words[0]) && (words[1] == NULL || descending)) {
      self->sort = sorts[i].sort;
      self->descending = descending;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_other (SpilEmployerSelection *self, const Line *line, const char *value)
{
  if (g_str_equal (line->name, "sort"))
    return spil_filter_definition_take_sort (self, value);
  for (int kind = 0; kind < SPIL_EMPLOYER_N_KINDS; kind++)
    if (g_str_equal (kinds_names[kind], value)) {
      self->kinds = (SpilEmployerKinds) kind;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_condition (SpilEmployerSelection *self, const Line *line, const char *value)
{
  switch (line->type) {
  case TEXT:
    g_set_str ((char **) G_STRUCT_MEMBER_P (self, line->offset), value);
    return TRUE;
  case CHOICE:
    return read_choice (self, line, value);
  case YES:
    G_STRUCT_MEMBER (gboolean, self, line->offset) = g_str_equal (value, "yes");
    return g_str_equal (value, "yes");
  case NUMBER:
    return read_number (self, line, value);
  case ROW:
    return read_row (self, line, value);
  case OTHER:
    return read_other (self, line, value);
  }
  return FALSE;
}

static gboolean
read_line (SpilEmployerSelection *self, const char *text)
{
  const char *space = strchr (text, ' ');
  gsize length = space != NULL ? (gsize) (space - text) : 0;

  for (gsize i = 0; length > 0 && space[1] != '\0' && i < G_N_ELEMENTS (lines); i++)
    if (strlen (lines[i].name) == length && strncmp (lines[i].name, text, length) == 0)
      return read_condition (self, &lines[i], space + 1);
  return FALSE;
}

SpilEmployerSelection *
spil_filter_definition_read (const char *text, SpilDay today, int *n_unknown)
{
  SpilEmployerSelection *self = spil_employer_selection_new (today);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GString) unknown = g_string_new (NULL);
  int n = 0;

  // A text of something else is no filter; a newer version of this one is.
  if (parts[0] != NULL && g_str_has_prefix (parts[0], HEAD " "))
    for (gsize i = 1; parts[i] != NULL; i++) {
      g_strchomp (parts[i]);
      if (parts[i][0] == '\0' || read_line (self, parts[i]))
        continue;
      g_string_append_printf (unknown, "%s\n", parts[i]);
      n++;
    }
  if (self->mine)
    g_clear_pointer (&self->broker, g_free);
  if (n > 0)
    self->unknown = g_strdup (unknown->str);
  if (n_unknown != NULL)
    *n_unknown = n;
  return self;
}

gboolean
spil_filter_definition_same (const SpilEmployerSelection *a, const SpilEmployerSelection *b)
{
  g_autoptr (SpilEmployerSelection) left = spil_employer_selection_copy (a);
  g_autoptr (SpilEmployerSelection) right = spil_employer_selection_copy (b);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (left->columns == NULL || right->columns == NULL) {
    g_clear_pointer (&left->columns, g_free);
    g_clear_pointer (&right->columns, g_free);
  }
  one = spil_filter_definition_write (left);
  other = spil_filter_definition_write (right);
  return g_str_equal (one, other);
}
