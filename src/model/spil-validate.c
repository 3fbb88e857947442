// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-validate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-model-error.h"
#include "spil-money.h"
#include "spil-number.h"
#include "spil-order.h"
#include "spil-text.h"
#include "spil-validate-private.h"
#include "spil-value-private.h"

/* How much of a title stands in a sentence. */
#define TITLE_CHARS 60

/* Whole numbers beyond this are no longer exact in JSON and spreadsheets. */
#define MAX_INTEGER INT64_C (1000000000000000)

/* The largest decimal that can be typed, in millionths. */
#define MAX_DECIMAL INT64_C (1000000000000000000)

/* The years that a day and a year can have. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

#define MS_A_DAY INT64_C (86400000)

/* Where a fault is. */
typedef struct
{
  const SpilEntity *entity;
  const SpilField *field;
  SpilRecord *record; /* NULL for a value that stands alone */
} Place;

/* "Activity “Write plan”, Start" or "Activity, Start" */
static char *
place_to_text (const Place *place)
{
  const char *entity = spil_entity_label (place->entity);
  const char *field = spil_field_label (place->field);
  const char *title = NULL;
  g_autofree char *line = NULL;

  if (place->record != NULL && place->entity->title != 0)
    title = spil_record_get_text (place->record, place->entity->title);
  // A title that is itself the fault may not even be UTF-8.
  if (title != NULL && place->field->number != place->entity->title && spil_value_text_fault (title) == NULL)
    line = spil_text_one_line (title, TITLE_CHARS);
  if (line != NULL && line[0] != '\0')
    return g_strdup_printf ("%s “%s”, %s", entity, line, field);
  return g_strdup_printf ("%s, %s", entity, field);
}

static void
refuse_literal (const Place *place, GError **error, const char *sentence)
{
  g_autofree char *where = place_to_text (place);

  g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID, "%s: %s", where, sentence);
}

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (const Place *place, GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  refuse_literal (place, error, sentence);
  return FALSE;
}

gboolean
spil_validate_refuse (SpilRecord *record, int field, GError **error, const char *format, ...)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  const Place place = { entity, spil_entity_field (entity, field), record };
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  refuse_literal (&place, error, sentence);
  return FALSE;
}

/* One value */

static gboolean
check_range (const Place *place, int64_t value, int64_t least, int64_t most, const char *sentence,
             GError **error)
{
  if (value >= least && value <= most)
    return TRUE;
  refuse_literal (place, error, sentence);
  return FALSE;
}

static gboolean
check_integer (const Place *place, int64_t value, GError **error)
{
  const SpilFieldFlags flags = place->field->flags;

  if (flags & SPIL_FIELD_PERCENT)
    return check_range (place, value, 0, 100, _ ("type a percentage from 0 to 100."), error);
  if (flags & SPIL_FIELD_YEAR)
    return check_range (place, value, FIRST_YEAR, LAST_YEAR, _ ("type a year from 1900 to 2199."), error);
  if (flags & SPIL_FIELD_NOT_NEGATIVE)
    return check_range (place, value, 0, MAX_INTEGER, _ ("type a whole number that is zero or more."), error);
  return check_range (place, value, -MAX_INTEGER, MAX_INTEGER,
                      _ ("this number is too large; type a smaller one."), error);
}

static gboolean
check_decimal (const Place *place, int64_t value, GError **error)
{
  const SpilFieldFlags flags = place->field->flags;

  if (flags & SPIL_FIELD_SHARE)
    return check_range (place, value, 0, SPIL_DECIMAL_ONE, _ ("type a share from 0 to 1, such as 0,25."),
                        error);
  if (flags & SPIL_FIELD_NOT_NEGATIVE)
    return check_range (place, value, 0, MAX_DECIMAL, _ ("type a number that is zero or more."), error);
  return check_range (place, value, -MAX_DECIMAL, MAX_DECIMAL,
                      _ ("this number is too large; type a smaller one."), error);
}

static gboolean
check_money (const Place *place, int64_t cents, GError **error)
{
  if (cents < 0 && (place->field->flags & SPIL_FIELD_NOT_NEGATIVE))
    return refuse (place, error, _ ("type an amount that is zero or more."));
  return check_range (place, cents, -SPIL_MONEY_MAX_CENTS, SPIL_MONEY_MAX_CENTS,
                      _ ("this amount is above 100 billion euro; type a smaller one."), error);
}

static gboolean
check_day (const Place *place, int64_t number, GError **error)
{
  const SpilDay first = spil_day_from_ymd (FIRST_YEAR, 1, 1);
  const SpilDay last = spil_day_from_ymd (LAST_YEAR, 12, 31);

  return check_range (place, number, first.number, last.number, _ ("type a day in the years 1900 to 2199."),
                      error);
}

static gboolean
check_time (const Place *place, int64_t ms, GError **error)
{
  const int64_t first = spil_day_from_ymd (FIRST_YEAR, 1, 1).number * MS_A_DAY;
  const int64_t last = (spil_day_from_ymd (LAST_YEAR, 12, 31).number + 1) * MS_A_DAY - 1;

  return check_range (place, ms, first, last, _ ("type a time in the years 1900 to 2199."), error);
}

static gboolean
check_choice (const Place *place, int64_t number, GError **error)
{
  if (spil_choices_by_number (place->field->choices, number) != NULL)
    return TRUE;
  return refuse (place, error, _ ("this choice does not exist; choose one from the list."));
}

static gboolean
check_set (const Place *place, int64_t bits, GError **error)
{
  const SpilChoices *choices = place->field->choices;
  int64_t known = 0;

  for (int i = 0; i < choices->n_items; i++)
    known |= INT64_C (1) << choices->items[i].number;
  if (bits == 0)
    return refuse (place, error, _ ("nothing was chosen; leave it empty or choose from the list."));
  if ((bits & ~known) != 0)
    return refuse (place, error, _ ("this holds a choice that does not exist; choose from the list."));
  return TRUE;
}

static gboolean
check_integer_kind (const Place *place, int64_t integer, GError **error)
{
  switch (place->field->type) {
  case SPIL_TYPE_INTEGER:
    return check_integer (place, integer, error);
  case SPIL_TYPE_DECIMAL:
    return check_decimal (place, integer, error);
  case SPIL_TYPE_MONEY:
    return check_money (place, integer, error);
  case SPIL_TYPE_DATE:
    return check_day (place, integer, error);
  case SPIL_TYPE_TIME:
    return check_time (place, integer, error);
  case SPIL_TYPE_CHOICE:
    return check_choice (place, integer, error);
  case SPIL_TYPE_SET:
    return check_set (place, integer, error);
  case SPIL_TYPE_BOOLEAN:
    return check_range (place, integer, 0, 1, _ ("choose yes or no."), error);
  case SPIL_TYPE_TEXT:
  case SPIL_TYPE_ORDER:
  case SPIL_TYPE_REFERENCE:
  default:
    g_assert_not_reached ();
  }
}

static gboolean
check_text (const Place *place, const char *text, GError **error)
{
  const char *fault = spil_value_text_fault (text);

  if (fault != NULL) {
    refuse_literal (place, error, fault);
    return FALSE;
  }
  if (place->field->type == SPIL_TYPE_ORDER && !spil_order_is_valid (text))
    return refuse (place, error, _ ("this is not an order key; leave the order to Spil."));
  return TRUE;
}

static gboolean
check_value (const Place *place, const SpilValue *value, GError **error)
{
  if (value->kind == SPIL_VALUE_NULL)
    return TRUE;
  if (value->kind != spil_type_value_kind (place->field->type))
    return refuse (place, error, _ ("this value is of another kind than the field holds; type it again."));
  switch (value->kind) {
  case SPIL_VALUE_INTEGER:
    return check_integer_kind (place, value->integer, error);
  case SPIL_VALUE_TEXT:
    return check_text (place, value->text, error);
  case SPIL_VALUE_ID:
    if (spil_id_is_nil (value->id))
      return refuse (place, error, _ ("this refers to nothing; choose a row or leave it empty."));
    return TRUE;
  case SPIL_VALUE_NULL:
  default:
    g_assert_not_reached ();
  }
}

gboolean
spil_validate_value (const SpilEntity *entity, const SpilField *field, const SpilValue *value, GError **error)
{
  const Place place = { entity, field, NULL };

  g_return_val_if_fail (entity != NULL && field != NULL && value != NULL, FALSE);

  return check_value (&place, value, error);
}

/* One row */

static gboolean
is_blank (const SpilValue *value)
{
  if (value->kind == SPIL_VALUE_NULL)
    return TRUE;
  if (value->kind != SPIL_VALUE_TEXT)
    return FALSE;
  for (const char *c = value->text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static gboolean
check_not_future (const Place *place, const SpilValue *value, SpilDay today, GError **error)
{
  SpilDay day;

  if (value->kind == SPIL_VALUE_NULL || !spil_day_is_known (today))
    return TRUE;
  // Two days ago by the clock of Greenwich is in the past everywhere; asking for the time zone takes system calls.
  if (place->field->type == SPIL_TYPE_TIME &&
      value->integer / G_GINT64_CONSTANT (86400000) < today.number - 2)
    return TRUE;
  day = place->field->type == SPIL_TYPE_TIME ? spil_time_day (spil_time (value->integer))
                                             : spil_day ((int32_t) value->integer);
  if (spil_day_compare (day, today) <= 0)
    return TRUE;
  return refuse (place, error, _ ("this day is still to come; type today or a day that has been."));
}

static gboolean
check_field (const Place *place, SpilDay today, GError **error)
{
  const SpilField *field = place->field;
  const SpilValue *value = spil_record_get (place->record, field->number);

  if (!check_value (place, value, error))
    return FALSE;
  if ((field->flags & SPIL_FIELD_REQUIRED) && is_blank (value))
    return refuse (place, error, _ ("this must be filled in; type or choose a value."));
  if (field->flags & SPIL_FIELD_NOT_FUTURE)
    return check_not_future (place, value, today, error);
  if (field->type == SPIL_TYPE_REFERENCE && value->kind == SPIL_VALUE_ID &&
      spil_id_equal (value->id, spil_record_get_id (place->record)))
    return refuse (place, error, _ ("this refers to the row itself; choose another row."));
  return TRUE;
}

/* The two days of one column group that bound a period. */
static gboolean
check_period (SpilRecord *record, const char *first_name, const char *last_name, GError **error)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  const SpilField *first = spil_entity_field_by_name (entity, first_name);
  const SpilField *last = spil_entity_field_by_name (entity, last_name);
  const Place place = { entity, last, record };

  if (first == NULL || last == NULL || first->group != last->group || first->type != SPIL_TYPE_DATE ||
      last->type != SPIL_TYPE_DATE || spil_record_is_null (record, first->number) ||
      spil_record_is_null (record, last->number))
    return TRUE;
  if (spil_day_compare (spil_record_get_day (record, last->number),
                        spil_record_get_day (record, first->number)) >= 0)
    return TRUE;
  return refuse (&place, error, _ ("this lies before “%s”; type the same day or a later one."),
                 spil_field_label (first));
}

gboolean
spil_validate_record (SpilRecord *record, SpilDay today, GError **error)
{
  const SpilEntity *entity;

  g_return_val_if_fail (SPIL_IS_RECORD (record), FALSE);

  entity = spil_record_get_entity (record);
  for (int i = 1; i < entity->n_fields; i++) {
    const Place place = { entity, &entity->fields[i], record };

    if (entity->fields[i].number != 0 && !check_field (&place, today, error))
      return FALSE;
  }
  return check_period (record, "start", "end", error) && check_period (record, "opens", "closes", error) &&
         spil_validate_entity_rules (record, error);
}

/* One change */

static gboolean
refuse_fixed (const SpilEntity *entity, const char *sentence, GError **error)
{
  g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_FIXED, "%s: %s", spil_entity_label (entity),
               sentence);
  return FALSE;
}

/* A fixed row takes only what may be filled in later, and that once. */
static gboolean
check_fixed (const SpilChange *change, const SpilField *field, SpilRecord *before, GError **error)
{
  if (change->kind != SPIL_CHANGE_SET || !spil_entity_is_fixed (change->entity))
    return TRUE;
  if ((field->flags & SPIL_FIELD_LATER) && (before == NULL || spil_record_is_null (before, field->number)))
    return TRUE;
  return refuse_fixed (change->entity,
                       _ ("this is never changed once it is kept; add a new one that corrects it."), error);
}

gboolean
spil_validate_change (const SpilChange *change, SpilRecord *before, GError **error)
{
  g_return_val_if_fail (change != NULL, FALSE);

  if (change->kind == SPIL_CHANGE_DELETE && spil_entity_is_fixed (change->entity))
    return refuse_fixed (change->entity, _ ("this is never deleted; add a new one that corrects it."), error);

  for (guint i = 0; i < change->assignments->len; i++) {
    const SpilAssignment *assignment = &g_array_index (change->assignments, SpilAssignment, i);
    const SpilField *field;

    if (assignment->field <= 0 || assignment->field >= change->entity->n_fields ||
        change->entity->fields[assignment->field].number == 0) {
      g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID,
                   _ ("%s: this version of Spil does not know field %d; install the newest version."),
                   spil_entity_label (change->entity), assignment->field);
      return FALSE;
    }
    field = &change->entity->fields[assignment->field];
    if (!spil_validate_value (change->entity, field, &assignment->value, error) ||
        !check_fixed (change, field, before, error))
      return FALSE;
  }
  return TRUE;
}
