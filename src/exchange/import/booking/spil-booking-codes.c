// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-booking-private.h"
#include "spil-exchange-error.h"
#include "spil-text.h"

/* Which rows of import_layout hold cost codes, and those of which year. */
#define LAYOUT "booking"
#define SIGNATURE "codes %d"

static void
free_code (gpointer data)
{
  SpilBookingCode *code = data;

  g_free (code->code);
  g_free (code->why);
  g_free (code);
}

const SpilBudgetLineFigures *
spil_booking_line_numbered (const SpilBookingImport *self, int number)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const SpilBudgetLineFigures *line = self->lines->pdata[i];

    if (line->number == number)
      return line;
  }
  return NULL;
}

static const SpilBudgetLineFigures *
line_of (const SpilBookingImport *self, SpilId id)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const SpilBudgetLineFigures *line = self->lines->pdata[i];

    if (spil_id_equal (line->id, id))
      return line;
  }
  return NULL;
}

static SpilBookingCode *
find_code (const SpilBookingImport *self, const char *text)
{
  for (guint i = 0; i < self->codes->len; i++) {
    SpilBookingCode *code = self->codes->pdata[i];

    if (strcmp (code->code, text) == 0)
      return code;
  }
  return NULL;
}

static void
gather (SpilBookingImport *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  self->codes = g_ptr_array_new_with_free_func (free_code);
  for (guint i = 0; i < self->rows->len; i++) {
    const SpilBookingRow *row = self->rows->pdata[i];
    SpilBookingCode *code = row->code != NULL ? g_hash_table_lookup (known, row->code) : NULL;

    if (row->code == NULL)
      continue;
    if (code == NULL) {
      code = g_new0 (SpilBookingCode, 1);
      code->code = g_strdup (row->code);
      g_ptr_array_add (self->codes, code);
      g_hash_table_insert (known, code->code, code);
    }
    code->n_rows++;
    code->cents += row->amount.cents;
  }
}

/* By what it says: "3", the name of a line, or both as an export of Spil has them; or the id of a line. */
static const SpilBudgetLineFigures *
find_line (const SpilBookingImport *self, const char *text, char **why)
{
  g_autofree char *wanted = spil_text_fold (text);
  const gsize digits = strspn (text, "0123456789");
  SpilId id;

  if (spil_id_parse (text, &id) && line_of (self, id) != NULL) {
    *why = g_strdup (_ ("It names the line itself."));
    return line_of (self, id);
  }
  for (guint i = 0; i < self->lines->len; i++) {
    const SpilBudgetLineFigures *line = self->lines->pdata[i];
    g_autofree char *name = spil_text_fold (line->name);

    if (strcmp (name, wanted) != 0)
      continue;
    *why = g_strdup (_ ("It is the name of the line."));
    return line;
  }
  if (digits == 0 || digits > 4 || (text[digits] != '\0' && text[digits] != ' ' && text[digits] != '.'))
    return NULL;
  // "3.1" and "1520.00" are codes of their own.
  if (text[digits] == '.' && text[digits + 1] != ' ' && text[digits + 1] != '\0')
    return NULL;
  *why = g_strdup (_ ("It is the number of the line."));
  return spil_booking_line_numbered (self, (int) g_ascii_strtoll (text, NULL, 10));
}

static void
propose (SpilBookingImport *self, SpilBookingCode *code)
{
  char *why = NULL;
  const SpilBudgetLineFigures *line = find_line (self, code->code, &why);

  code->line = line != NULL ? line->id : SPIL_ID_NIL;
  g_free (code->why);
  code->why = line != NULL ? why : NULL;
  if (line == NULL)
    g_free (why);
}

/* What was kept: "code=number of the line;", the code as in an address. */

static SpilQuery *
query_kept (const SpilBookingImport *self)
{
  SpilQuery *query = spil_query_new (spil_entity (SPIL_ENTITY_IMPORT_LAYOUT));
  g_autofree char *text = g_strdup_printf (SIGNATURE, self->year);
  g_auto (SpilValue) signature = spil_value_text (text);
  g_auto (SpilValue) name = spil_value_text (LAYOUT);

  spil_query_where (query, SPIL_IMPORT_LAYOUT_SIGNATURE, SPIL_COMPARE_EQUAL, &signature);
  spil_query_where (query, SPIL_IMPORT_LAYOUT_ENTITY_NAME, SPIL_COMPARE_EQUAL, &name);
  spil_query_sort_by_age (query);
  return query;
}

static void
recall (SpilBookingImport *self, const char *definition)
{
  g_auto (GStrv) kept = g_strsplit (definition != NULL ? definition : "", ";", -1);

  for (guint i = 0; kept[i] != NULL; i++) {
    char *sign = strrchr (kept[i], '=');
    g_autofree char *text = sign != NULL ? g_uri_unescape_segment (kept[i], sign, NULL) : NULL;
    SpilBookingCode *code = text != NULL ? find_code (self, text) : NULL;
    const SpilBudgetLineFigures *line = code != NULL ? spil_booking_line_numbered (
                                                           self, (int) g_ascii_strtoll (sign + 1, NULL, 10))
                                                     : NULL;

    if (line == NULL)
      continue;
    code->line = line->id;
    g_free (code->why);
    code->why = g_strdup (_ ("It went to this line the last time."));
  }
}

gboolean
spil_booking_codes_propose (SpilBookingImport *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = query_kept (self);
  g_autoptr (GPtrArray) layouts = spil_store_list (store, query, error);

  gather (self);
  if (layouts == NULL)
    return FALSE;
  for (guint i = 0; i < self->codes->len; i++)
    propose (self, self->codes->pdata[i]);
  // Two laptops may each have kept some; the younger one is right.
  for (guint i = 0; i < layouts->len; i++)
    recall (self, spil_record_get_text (layouts->pdata[i], SPIL_IMPORT_LAYOUT_DEFINITION));
  return TRUE;
}

/* What was kept of other codes stays. */
static char *
make_definition (const SpilBookingImport *self, const char *before)
{
  g_auto (GStrv) kept = g_strsplit (before != NULL ? before : "", ";", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->codes->len; i++) {
    const SpilBookingCode *code = self->codes->pdata[i];
    const SpilBudgetLineFigures *line = line_of (self, code->line);
    g_autofree char *escaped = g_uri_escape_string (code->code, NULL, TRUE);

    if (line != NULL)
      g_string_append_printf (text, "%s=%d;", escaped, line->number);
  }
  for (guint i = 0; kept[i] != NULL; i++) {
    char *sign = strrchr (kept[i], '=');
    g_autofree char *code = sign != NULL ? g_uri_unescape_segment (kept[i], sign, NULL) : NULL;
    const SpilBookingCode *now = code != NULL ? find_code (self, code) : NULL;

    if (code != NULL && (now == NULL || spil_id_is_nil (now->line)))
      g_string_append_printf (text, "%s;", kept[i]);
  }
  return g_string_free_and_steal (text);
}

gboolean
spil_booking_codes_remember (const SpilBookingImport *self, SpilStore *store, SpilAction *action,
                             GError **error)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_IMPORT_LAYOUT);
  g_autoptr (SpilQuery) query = query_kept (self);
  g_autoptr (GPtrArray) layouts = spil_store_list (store, query, error);
  SpilRecord *before = layouts != NULL && layouts->len > 0 ? layouts->pdata[layouts->len - 1] : NULL;
  g_autoptr (SpilRecord) after = before != NULL ? spil_record_copy (before)
                                                : spil_record_new (entity, spil_id_new ());
  g_autofree char *definition = NULL;
  g_autofree char *signature = g_strdup_printf (SIGNATURE, self->year);

  if (layouts == NULL)
    return FALSE;
  definition = make_definition (
      self, before != NULL ? spil_record_get_text (before, SPIL_IMPORT_LAYOUT_DEFINITION) : NULL);
  if (definition[0] == '\0')
    return TRUE;
  spil_record_set_text (after, SPIL_IMPORT_LAYOUT_NAME, _ ("Cost codes"));
  spil_record_set_text (after, SPIL_IMPORT_LAYOUT_ENTITY_NAME, LAYOUT);
  spil_record_set_text (after, SPIL_IMPORT_LAYOUT_SIGNATURE, signature);
  spil_record_set_text (after, SPIL_IMPORT_LAYOUT_DEFINITION, definition);
  if (before != NULL)
    spil_action_set (action, before, after);
  else
    spil_action_add (action, after);
  return TRUE;
}

/* By hand */

static void
choose_line (SpilBookingCode *code, SpilId line)
{
  code->line = line;
  g_free (code->why);
  code->why = spil_id_is_nil (line) ? NULL : g_strdup (_ ("You chose this line."));
}

void
spil_booking_import_set_code (SpilBookingImport *self, guint code, SpilId line)
{
  choose_line (self->codes->pdata[code], line);
}

gboolean
spil_booking_import_map_code (SpilBookingImport *self, const char *code, const char *line, GError **error)
{
  g_autofree char *why = NULL;
  const SpilBudgetLineFigures *to = find_line (self, line, &why);
  g_autofree char *quoted = spil_text_one_line (to == NULL ? line : code, 40);
  SpilBookingCode *of = find_code (self, code);

  if (to == NULL)
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("“%s” is no line of the budget in force; give its number or its name."), quoted);
  else if (of == NULL)
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
                 _ ("The list has no cost code “%s”."), quoted);
  if (to == NULL || of == NULL)
    return FALSE;
  choose_line (of, to->id);
  return TRUE;
}
