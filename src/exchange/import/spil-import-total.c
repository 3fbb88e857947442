// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-import-private.h"
#include "spil-import-value.h"
#include "spil-synonyms.h"

static const char *const totals[] = { "totaal", "totalen", "subtotaal", "eindtotaal", "totaalaantal", "som",
                                      "total",  "totals",  "subtotal",  "grandtotal", "sum",          NULL };

static gboolean
has_letters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* What tells what a row is: the cell of its name, or else the first with words. */
static const SpilCell *
find_label (SpilImporting *self, const SpilTableRow *row)
{
  const SpilEntity *entity = self->plan->entity;

  for (guint i = 0; i < self->plan->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (self->plan, i);

    if (column->entity == entity && column->field == entity->title && entity->title != 0 &&
        !spil_import_is_blank (spil_import_cell (row, i)->text))
      return spil_import_cell (row, i);
  }
  for (guint i = 0; i < row->n_cells; i++)
    if (has_letters (row->cells[i].text))
      return &row->cells[i];
  return spil_import_cell (row, row->n_cells);
}

/* A field that rows can be added up by. */
static const SpilField *
number_field (SpilImporting *self, guint column)
{
  const SpilImportColumn *to = spil_import_plan_get_column (self->plan, column);
  const SpilField *field = to->entity != NULL && to->field != 0 ? spil_entity_field (to->entity, to->field)
                                                                : NULL;

  if (field == NULL || (field->flags & (SPIL_FIELD_YEAR | SPIL_FIELD_PERCENT | SPIL_FIELD_SHARE)) != 0)
    return NULL;
  return field->type == SPIL_TYPE_INTEGER || field->type == SPIL_TYPE_DECIMAL ||
                 field->type == SPIL_TYPE_MONEY
             ? field
             : NULL;
}

static gboolean
read_number (SpilImporting *self, const SpilTableRow *row, guint column, SpilValue *value)
{
  const SpilField *field = number_field (self, column);

  return field != NULL && spil_import_read_cell (field, spil_import_cell (row, column), value, NULL) &&
         value->kind == SPIL_VALUE_INTEGER;
}

void
spil_import_add_up (SpilImporting *self, const SpilTableRow *row)
{
  for (guint i = 0; i < self->plan->columns->len; i++) {
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    // What overflows is no total of anything; it only must do no harm.
    if (read_number (self, row, i, &value) &&
        !__builtin_add_overflow (self->sums[i].sum, value.integer, &self->sums[i].sum) &&
        __builtin_add_overflow (self->sums[i].part, value.integer, &self->sums[i].part))
      self->sums[i].part = 0;
  }
}

static void
note_difference (SpilImporting *self, const SpilTableRow *row, guint column, const SpilValue *stated)
{
  const SpilField *field = number_field (self, column);
  const SpilValue added = spil_value_integer (self->sums[column].sum);
  g_autofree char *name = spil_import_plan_dup_column_name (self->plan, column);
  g_autofree char *stated_text = spil_value_format (field, stated);
  g_autofree char *added_text = spil_value_format (field, &added);

  g_ptr_array_add (
      self->report->notes,
      g_strdup_printf (
          _ ("Row %d is a total, and was not read in. At “%s” it says %s, but the rows add up to %s."),
          (int) row->number, name, stated_text, added_text));
}

static void
compare (SpilImporting *self, const SpilTableRow *row)
{
  guint n_different = 0;

  for (guint i = 0; i < self->plan->columns->len; i++) {
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (read_number (self, row, i, &value) && value.integer != self->sums[i].sum &&
        value.integer != self->sums[i].part) {
      note_difference (self, row, i, &value);
      n_different++;
    }
    self->sums[i].part = 0;
  }
  if (n_different == 0)
    g_ptr_array_add (self->report->notes,
                     g_strdup_printf (_ ("Row %d is a total, and was not read in."), (int) row->number));
}

/* Long lists say their headers again on each page. */
static gboolean
is_header (SpilImporting *self, const SpilTableRow *row)
{
  guint n_same = 0;
  guint n = 0;

  for (guint i = 0; i < row->n_cells && i < self->plan->columns->len; i++) {
    const char *header = spil_import_plan_get_column (self->plan, i)->header;

    if (row->cells[i].text[0] == '\0')
      continue;
    n++;
    n_same += g_ascii_strcasecmp (header, row->cells[i].text) == 0;
  }
  return self->plan->header_row > 0 && n >= 2 && n == n_same;
}

gboolean
spil_import_is_no_row (SpilImporting *self, const SpilTableRow *row)
{
  const SpilCell *label = find_label (self, row);
  g_autofree char *word = NULL;

  if (is_header (self, row))
    return TRUE;
  if (strlen (label->text) > 40)
    return FALSE;
  word = spil_synonyms_normalise (label->text);
  if (!g_strv_contains (totals, word))
    return FALSE;
  compare (self, row);
  return TRUE;
}
