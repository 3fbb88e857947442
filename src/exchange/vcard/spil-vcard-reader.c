// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "spil-table-source.h"
#include "spil-text.h"
#include "spil-vcard-lines.h"

/* The columns, in this order. Their names stay as they are, since people's mappings are remembered by them. */
typedef enum
{
  COLUMN_NAME,
  COLUMN_GIVEN,
  COLUMN_FAMILY,
  COLUMN_ORGANISATION,
  COLUMN_DEPARTMENT,
  COLUMN_TITLE,
  COLUMN_ROLE,
  COLUMN_EMAIL,
  COLUMN_MORE_EMAIL,
  COLUMN_PHONE,
  COLUMN_MOBILE,
  COLUMN_MORE_PHONE,
  COLUMN_STREET,
  COLUMN_POSTCODE,
  COLUMN_TOWN,
  COLUMN_COUNTRY,
  COLUMN_WEBSITE,
  COLUMN_NOTE,
  N_COLUMNS,
} VcardColumn;

static const char *const column_names[N_COLUMNS] = {
  "naam",   "voornaam", "achternaam",     "organisatie", "afdeling", "functie",
  "rol",    "e-mail",   "overige e-mail", "telefoon",    "mobiel",   "overige telefoon",
  "straat", "postcode", "plaats",         "land",        "website",  "notitie",
};

typedef struct
{
  SpilTableSource parent;
  SpilVcardLines *lines;
  gboolean headed; /* the row with the names of the columns has come */
  int64_t number;
  int64_t n_unended; /* cards without an end */
  GString *cells[N_COLUMNS]; /* of the card under way */
} SpilVcardReader;

static void
set (SpilVcardReader *self, VcardColumn column, const char *text)
{
  if (self->cells[column]->len == 0)
    g_string_assign (self->cells[column], text);
}

/* After what is there already; as much as a cell may hold. */
static void
append (SpilVcardReader *self, VcardColumn column, const char *between, const char *text)
{
  GString *cell = self->cells[column];

  if (*text == '\0' || cell->len + strlen (text) >= SPIL_TEXT_MAX_BYTES)
    return;
  g_string_append (cell, cell->len > 0 ? between : "");
  g_string_append (cell, text);
}

static gboolean
is_preferred (const SpilVcardLine *line)
{
  return spil_vcard_line_has (line, "PREF") || strstr (line->types, ";PREF=1;") != NULL;
}

/* The first goes to @first, and one that is preferred takes its place; the others go together. */
static void
add_one_of_many (SpilVcardReader *self, const SpilVcardLine *line, const char *text, VcardColumn first,
                 VcardColumn others)
{
  g_autofree char *before = NULL;

  if (*text == '\0')
    return;
  if (self->cells[first]->len > 0 && is_preferred (line)) {
    before = g_strdup (self->cells[first]->str);
    g_string_assign (self->cells[first], text);
    append (self, others, ", ", before);
  } else if (self->cells[first]->len > 0) {
    append (self, others, ", ", text);
  } else {
    set (self, first, text);
  }
}

static const char *
without (const char *scheme, const char *text)
{
  return g_ascii_strncasecmp (text, scheme, strlen (scheme)) == 0 ? text + strlen (scheme) : text;
}

static void
take_phone (SpilVcardReader *self, const SpilVcardLine *line, const char *text)
{
  if (spil_vcard_line_has (line, "FAX"))
    return;
  add_one_of_many (self, line, without ("tel:", text),
                   spil_vcard_line_has (line, "CELL") ? COLUMN_MOBILE : COLUMN_PHONE, COLUMN_MORE_PHONE);
}

static void
take_part (SpilVcardReader *self, const SpilVcardLine *line, guint part, VcardColumn column)
{
  g_autofree char *text = spil_vcard_part (line->value, part);

  set (self, column, text);
}

/* Family;given;additional;before;after. Dutch programs put "van der" in the additional names or before the family name. */
static void
take_name (SpilVcardReader *self, const SpilVcardLine *line)
{
  take_part (self, line, 0, COLUMN_FAMILY);
  take_part (self, line, 1, COLUMN_GIVEN);
}

/* Box;extra;street;town;region;postcode;country. A preferred or business address takes the place of another. */
static void
take_address (SpilVcardReader *self, const SpilVcardLine *line)
{
  static const struct
  {
    guint part;
    VcardColumn column;
  } parts[] = { { 2, COLUMN_STREET }, { 3, COLUMN_TOWN }, { 5, COLUMN_POSTCODE }, { 6, COLUMN_COUNTRY } };
  const gboolean better = spil_vcard_line_has (line, "WORK") || is_preferred (line);

  if (!better && self->cells[COLUMN_STREET]->len + self->cells[COLUMN_TOWN]->len > 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *text = spil_vcard_part (line->value, parts[i].part);

    if (better && *text != '\0')
      g_string_truncate (self->cells[parts[i].column], 0);
    set (self, parts[i].column, text);
  }
}

static void
take_line (SpilVcardReader *self, const SpilVcardLine *line)
{
  g_autofree char *text = spil_vcard_text (line->value);

  if (spil_vcard_line_has (line, "BASE64") || spil_vcard_line_has (line, "B"))
    return;
  if (strcmp (line->name, "FN") == 0)
    set (self, COLUMN_NAME, text);
  else if (strcmp (line->name, "N") == 0)
    take_name (self, line);
  else if (strcmp (line->name, "TITLE") == 0)
    set (self, COLUMN_TITLE, text);
  else if (strcmp (line->name, "ROLE") == 0)
    set (self, COLUMN_ROLE, text);
  else if (strcmp (line->name, "URL") == 0)
    set (self, COLUMN_WEBSITE, text);
  else if (strcmp (line->name, "NOTE") == 0)
    append (self, COLUMN_NOTE, "\n", text);
  else if (strcmp (line->name, "EMAIL") == 0)
    add_one_of_many (self, line, without ("mailto:", text), COLUMN_EMAIL, COLUMN_MORE_EMAIL);
  else if (strcmp (line->name, "TEL") == 0)
    take_phone (self, line, text);
  else if (strcmp (line->name, "ADR") == 0)
    take_address (self, line);
  else if (strcmp (line->name, "ORG") == 0) {
    take_part (self, line, 0, COLUMN_ORGANISATION);
    take_part (self, line, 1, COLUMN_DEPARTMENT);
  }
}

/* A card without a written name is called by its parts. */
static void
complete (SpilVcardReader *self)
{
  g_autofree char *name = g_strconcat (self->cells[COLUMN_GIVEN]->str, " ", self->cells[COLUMN_FAMILY]->str,
                                       NULL);

  set (self, COLUMN_NAME, g_strstrip (name));
}

/* Whether @line begins or ends a card. */
static gboolean
frames (const SpilVcardLine *line, const char *name)
{
  g_autofree char *value = g_strstrip (g_strdup (line->value));

  return strcmp (line->name, name) == 0 && g_ascii_strcasecmp (value, "VCARD") == 0;
}

/* Reads up to the end of a card; cards in cards are passed over. */
static gboolean
read_card (SpilVcardReader *self, gboolean *end, GError **error)
{
  const SpilVcardLine *line;
  int depth = 0;

  for (int i = 0; i < N_COLUMNS; i++)
    g_string_truncate (self->cells[i], 0);
  for (;;) {
    if (!spil_vcard_lines_next (self->lines, &line, error))
      return FALSE;
    if (line == NULL) {
      *end = depth == 0;
      self->n_unended += depth > 0;
      return TRUE;
    }
    if (frames (line, "BEGIN"))
      depth++;
    else if (frames (line, "END") && depth > 0 && --depth == 0)
      return TRUE;
    else if (depth == 1)
      take_line (self, line);
  }
}

static gboolean
vcard_next (SpilTableSource *source, SpilRowMaker *row, gboolean *end, GError **error)
{
  SpilVcardReader *self = (SpilVcardReader *) source;
  const gboolean heads = !self->headed;

  *end = FALSE;
  self->headed = TRUE;
  if (!heads && (!read_card (self, end, error) || *end))
    return *end;
  if (!heads) {
    complete (self);
    self->number++;
  }
  spil_row_maker_begin (row, self->number);
  for (int i = 0; i < N_COLUMNS; i++) {
    const char *text = heads ? column_names[i] : self->cells[i]->str;

    if (!spil_row_maker_add (row, SPIL_CELL_TEXT, text, strlen (text), error))
      return FALSE;
  }
  return TRUE;
}

static double
vcard_get_progress (SpilTableSource *source)
{
  return spil_text_input_get_progress (spil_vcard_lines_get_input (((SpilVcardReader *) source)->lines));
}

static void
vcard_add_notes (SpilTableSource *source, GPtrArray *notes)
{
  SpilVcardReader *self = (SpilVcardReader *) source;

  spil_text_input_add_notes (spil_vcard_lines_get_input (self->lines), notes);
  if (self->n_unended > 0)
    g_ptr_array_add (notes, g_strdup_printf (_ ("The last card, number %" PRId64
                                                ", is not complete; look whether the file was copied whole."),
                                             self->number));
}

static void
vcard_free (SpilTableSource *source)
{
  SpilVcardReader *self = (SpilVcardReader *) source;

  spil_vcard_lines_free (self->lines);
  for (int i = 0; i < N_COLUMNS; i++)
    g_string_free (self->cells[i], TRUE);
  g_free (self);
}

static const SpilTableSourceClass vcard_class = { vcard_next, vcard_get_progress, vcard_add_notes,
                                                  vcard_free };

SpilTableSource *
spil_vcard_reader_open (const char *path, SpilTableOptions *options, GPtrArray *sheets, GError **error)
{
  SpilTextInput *input = spil_text_input_new (path, options->encoding, error);
  SpilVcardReader *self;

  if (input == NULL)
    return NULL;
  options->encoding = spil_text_input_get_encoding (input);
  self = g_new0 (SpilVcardReader, 1);
  self->parent.klass = &vcard_class;
  self->lines = spil_vcard_lines_new (input);
  for (int i = 0; i < N_COLUMNS; i++)
    self->cells[i] = g_string_new (NULL);
  return &self->parent;
}
