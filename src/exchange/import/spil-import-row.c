// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-duplicate-rule.h"
#include "spil-import-private.h"
#include "spil-import-value.h"
#include "spil-text.h"

#define QUOTED_CHARS 120

/* Parts of a list of organisations, in the order of spil_import_parts(). */
enum
{
  PART_ORGANISATION,
  PART_PERSON,
  PART_SITE,
};

void
spil_import_row_clear (SpilImportRow *self)
{
  for (int i = 0; i < SPIL_IMPORT_MAX_PARTS; i++)
    g_clear_object (&self->said[i]);
  spil_duplicate_traits_clear (&self->traits);
}

const SpilCell *
spil_import_cell (const SpilTableRow *row, guint column)
{
  static const SpilCell empty = { SPIL_CELL_EMPTY, "" };

  return column < row->n_cells ? &row->cells[column] : &empty;
}

void
spil_import_refuse (SpilImporting *self, SpilImportRow *row, int column, const char *reason)
{
  SpilImportRefusal *refusal;

  row->refused = TRUE;
  g_string_append_printf (self->reasons, "%s%s", self->reasons->len > 0 ? " " : "", reason);
  if (self->report->refusals->len >= SPIL_IMPORT_MAX_LISTED)
    return;
  refusal = g_new0 (SpilImportRefusal, 1);
  refusal->row = row->row->number;
  refusal->reason = g_strdup (reason);
  if (column >= 0) {
    refusal->column = spil_import_plan_dup_column_name (self->plan, (guint) column);
    refusal->value = spil_text_one_line (spil_import_cell (row->row, (guint) column)->text, QUOTED_CHARS);
  }
  g_ptr_array_add (self->report->refusals, refusal);
}

static int
part_of (SpilImporting *self, const SpilEntity *entity)
{
  int part = 0;

  while (self->parts[part] != entity)
    part++;
  return part;
}

static SpilRecord *
ensure_said (SpilImporting *self, SpilImportRow *row, int part)
{
  if (row->said[part] == NULL)
    row->said[part] = spil_record_new (self->parts[part], SPIL_ID_NIL);
  return row->said[part];
}

/* Several columns make one text: "Jan" "van" "Verzonnen". */
static void
say (SpilRecord *said, const SpilField *field, SpilValue *value)
{
  const char *before = field->type == SPIL_TYPE_TEXT ? spil_record_get_text (said, field->number) : NULL;

  if (before != NULL && value->kind == SPIL_VALUE_TEXT) {
    const gboolean lines = (field->flags & SPIL_FIELD_MULTILINE) != 0;
    g_autofree char *joined = g_strconcat (before, lines ? "\n" : " ", value->text, NULL);

    spil_record_set_text (said, field->number, joined);
    spil_value_clear (value);
    return;
  }
  spil_record_take (said, field->number, *value);
  *value = SPIL_VALUE_INIT;
}

static gboolean
read_cell (SpilImporting *self, SpilImportRow *row, guint column, const SpilField *field, GError **error)
{
  const SpilImportColumn *from = spil_import_plan_get_column (self->plan, column);
  const SpilCell *cell = spil_import_cell (row->row, column);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autoptr (GError) fault = NULL;
  g_autofree char *refusal = NULL;

  if (cell->kind == SPIL_CELL_EMPTY)
    return TRUE;
  if (field->type == SPIL_TYPE_REFERENCE) {
    if (!spil_import_is_blank (cell->text) && !spil_import_refer (self, field, cell, &value, &refusal, error))
      return FALSE;
  } else if (!spil_import_read_cell (field, cell, &value, &fault)) {
    refusal = g_strdup (fault->message);
  }
  if (refusal != NULL)
    spil_import_refuse (self, row, (int) column, refusal);
  else if (value.kind != SPIL_VALUE_NULL)
    say (ensure_said (self, row, part_of (self, from->entity)), field, &value);
  return TRUE;
}

static void
read_id (SpilImportRow *row, const SpilCell *cell)
{
  g_autofree char *text = g_strstrip (g_strdup (cell->text));

  // An id that is none, or of a row that is not here, says nothing.
  if (!spil_id_parse (text, &row->id))
    row->id = SPIL_ID_NIL;
}

/* Putting right what spreadsheets spoil */

static int
column_of (SpilImporting *self, const SpilEntity *entity, int field)
{
  for (guint i = 0; i < self->plan->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (self->plan, i);

    if (column->entity == entity && column->field == field)
      return (int) i;
  }
  return -1;
}

static void
tidy_kvk (SpilImporting *self, SpilImportRow *row)
{
  SpilRecord *said = row->said[PART_ORGANISATION];
  const char *number = spil_record_get_text (said, SPIL_ORGANISATION_KVK_NUMBER);
  SpilKvkKind kind = SPIL_KVK_NONE;
  g_autofree char *digits = number != NULL ? spil_duplicate_normalise_kvk (number, &kind) : NULL;

  if (kind == SPIL_KVK_SITE)
    spil_import_refuse (
        self, row, column_of (self, self->parts[0], SPIL_ORGANISATION_KVK_NUMBER),
        _ ("KvK number: 12 digits are the number of a site; give the 8 digits of the organisation."));
  else if (kind == SPIL_KVK_ORGANISATION)
    spil_record_set_text (said, SPIL_ORGANISATION_KVK_NUMBER, digits);
}

/* A phone number of nine digits has lost its zero in a spreadsheet. */
static void
tidy_phone (SpilRecord *said, int field)
{
  const char *phone = spil_record_get_text (said, field);
  g_autofree char *whole = NULL;

  if (phone == NULL || phone[0] == '0' || strlen (phone) != 9 || strspn (phone, "0123456789") != 9)
    return;
  whole = g_strconcat ("0", phone, NULL);
  spil_record_set_text (said, field, whole);
}

/* "Stationsweg 12" in one column, where there is none for the number. */
static void
tidy_address (SpilImporting *self, SpilRecord *said, int street, int number, int postcode)
{
  const SpilEntity *entity = spil_record_get_entity (said);
  const char *address = spil_record_get_text (said, street);
  const char *code = spil_record_get_text (said, postcode);
  g_autofree char *tidy = code != NULL ? spil_import_tidy_postcode (code) : NULL;
  g_autofree char *road = NULL;
  g_autofree char *house = NULL;

  if (tidy != NULL)
    spil_record_set_text (said, postcode, tidy);
  if (address == NULL || spil_import_plan_has (self->plan, entity, number) ||
      !spil_import_split_address (address, &road, &house))
    return;
  spil_record_set_text (said, street, road);
  spil_record_set_text (said, number, house);
}

/* An address without a person is the organisation's; what else is said of a person without a name is left. */
static void
tidy_person (SpilImporting *self, SpilImportRow *row)
{
  static const int moved[][2] = { { SPIL_PERSON_EMAIL, SPIL_ORGANISATION_EMAIL },
                                  { SPIL_PERSON_PHONE, SPIL_ORGANISATION_PHONE } };
  SpilRecord *person = row->said[PART_PERSON];

  tidy_phone (person, SPIL_PERSON_PHONE);
  if (!spil_record_is_null (person, SPIL_PERSON_NAME))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (moved); i++) {
    SpilRecord *organisation = ensure_said (self, row, PART_ORGANISATION);

    if (!spil_record_is_null (person, moved[i][0]) && spil_record_is_null (organisation, moved[i][1])) {
      spil_record_set (organisation, moved[i][1], spil_record_get (person, moved[i][0]));
      spil_record_set_null (person, moved[i][0]);
    }
  }
  for (int i = 2; i < self->parts[PART_PERSON]->n_fields; i++)
    if (self->parts[PART_PERSON]->fields[i].number != 0 && !spil_record_is_null (person, i)) {
      self->nameless++;
      break;
    }
  g_clear_object (&row->said[PART_PERSON]);
}

static void
tidy_organisation (SpilImporting *self, SpilImportRow *row)
{
  SpilDuplicateFacts facts;
  SpilRecord *said;

  if (row->said[PART_PERSON] != NULL)
    tidy_person (self, row);
  if (row->said[PART_SITE] != NULL)
    tidy_address (self, row->said[PART_SITE], SPIL_SITE_STREET, SPIL_SITE_HOUSE_NUMBER, SPIL_SITE_POSTCODE);
  said = ensure_said (self, row, PART_ORGANISATION);
  tidy_kvk (self, row);
  tidy_phone (said, SPIL_ORGANISATION_PHONE);
  tidy_address (self, said, SPIL_ORGANISATION_STREET, SPIL_ORGANISATION_HOUSE_NUMBER,
                SPIL_ORGANISATION_POSTCODE);
  facts = spil_duplicate_facts_of (said);
  spil_duplicate_traits_init (&row->traits, &facts);
}

gboolean
spil_import_row_read (SpilImporting *self, SpilImportRow *row, GError **error)
{
  for (guint i = 0; i < self->plan->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (self->plan, i);

    if (column->entity == NULL)
      continue;
    if (column->field == 0)
      read_id (row, spil_import_cell (row->row, i));
    else if (!read_cell (self, row, i, spil_entity_field (column->entity, column->field), error))
      return FALSE;
  }
  ensure_said (self, row, 0);
  if (self->plan->entity->number == SPIL_ENTITY_ORGANISATION)
    tidy_organisation (self, row);
  return TRUE;
}
