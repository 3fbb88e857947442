// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-day.h"
#include "spil-model-error.h"
#include "spil-money.h"
#include "spil-number.h"
#include "spil-order.h"
#include "spil-text.h"
#include "spil-time.h"
#include "spil-value-private.h"

/* How much of a text that was refused is repeated in the sentence that refuses it. */
#define QUOTED_CHARS 40

SpilValue
spil_value_integer (int64_t integer)
{
  return (SpilValue) { .kind = SPIL_VALUE_INTEGER, .integer = integer };
}

SpilValue
spil_value_text (const char *text)
{
  if (text == NULL)
    return SPIL_VALUE_INIT;
  return (SpilValue) { .kind = SPIL_VALUE_TEXT, .text = g_strdup (text) };
}

SpilValue
spil_value_id (SpilId id)
{
  return (SpilValue) { .kind = SPIL_VALUE_ID, .id = id };
}

void
spil_value_clear (SpilValue *value)
{
  if (value->kind == SPIL_VALUE_TEXT)
    g_free (value->text);
  *value = SPIL_VALUE_INIT;
}

SpilValue
spil_value_copy (const SpilValue *value)
{
  return value->kind == SPIL_VALUE_TEXT ? spil_value_text (value->text) : *value;
}

gboolean
spil_value_equal (const SpilValue *a, const SpilValue *b)
{
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind) {
  case SPIL_VALUE_NULL:
    return TRUE;
  case SPIL_VALUE_INTEGER:
    return a->integer == b->integer;
  case SPIL_VALUE_TEXT:
    return strcmp (a->text, b->text) == 0;
  case SPIL_VALUE_ID:
    return spil_id_equal (a->id, b->id);
  default:
    g_assert_not_reached ();
  }
}

SpilValueKind
spil_type_value_kind (SpilType type)
{
  switch (type) {
  case SPIL_TYPE_TEXT:
  case SPIL_TYPE_ORDER:
    return SPIL_VALUE_TEXT;
  case SPIL_TYPE_REFERENCE:
    return SPIL_VALUE_ID;
  case SPIL_TYPE_INTEGER:
  case SPIL_TYPE_DECIMAL:
  case SPIL_TYPE_MONEY:
  case SPIL_TYPE_DATE:
  case SPIL_TYPE_TIME:
  case SPIL_TYPE_CHOICE:
  case SPIL_TYPE_SET:
  case SPIL_TYPE_BOOLEAN:
    return SPIL_VALUE_INTEGER;
  default:
    g_assert_not_reached ();
  }
}

/* Reading */

static gboolean
parse_day (const char *text, int64_t *integer)
{
  SpilDay day;

  if (!spil_day_parse (text, &day))
    return FALSE;
  *integer = day.number;
  return TRUE;
}

static gboolean
parse_time (const char *text, int64_t *integer)
{
  SpilTime time;

  if (!spil_time_parse (text, &time))
    return FALSE;
  *integer = time.ms;
  return TRUE;
}

static gboolean
parse_boolean (const char *text, int64_t *integer)
{
  static const struct
  {
    const char *text;
    int64_t integer;
  } words[] = {
    { "true", 1 }, { "false", 0 }, { "ja", 1 }, { "nee", 0 },
    { "yes", 1 },  { "no", 0 },    { "1", 1 },  { "0", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i].text) == 0) {
      *integer = words[i].integer;
      return TRUE;
    }
  return FALSE;
}

/* Reads "a, b" into bits. On failure @refused (owned by the caller) is the part that is no choice. */
static gboolean
parse_set (const SpilChoices *choices, const char *text, int64_t *bits, char **refused)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;", -1);

  *bits = 0;
  for (int i = 0; parts[i] != NULL; i++) {
    const SpilChoice *choice;

    g_strstrip (parts[i]);
    if (parts[i][0] == '\0')
      continue;
    choice = spil_choices_by_text (choices, parts[i]);
    if (choice == NULL) {
      *refused = g_strdup (parts[i]);
      return FALSE;
    }
    *bits |= INT64_C (1) << choice->number;
  }
  return TRUE;
}

static char *
join_choice_labels (const SpilChoices *choices)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (int i = 0; i < choices->n_items; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", spil_choice_label (&choices->items[i]));
  return g_string_free_and_steal (g_steal_pointer (&labels));
}

/* Says why @text cannot be read for @field; always returns FALSE. */
static gboolean
refuse_text (const SpilField *field, const char *text, GError **error)
{
  const char *label = spil_field_label (field);
  g_autofree char *quoted = spil_text_one_line (text, QUOTED_CHARS);
  g_autofree char *choices = field->choices != NULL ? join_choice_labels (field->choices) : NULL;

#define REFUSE(...) g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID, __VA_ARGS__)
  switch (field->type) {
  case SPIL_TYPE_INTEGER:
    REFUSE (_ ("%s: “%s” is not a whole number; type it as 1234."), label, quoted);
    break;
  case SPIL_TYPE_DECIMAL:
    REFUSE (_ ("%s: “%s” is not a number; type it as 0,39, with at most six decimals."), label, quoted);
    break;
  case SPIL_TYPE_MONEY:
    REFUSE (_ ("%s: “%s” is not an amount; type it as 1.234,50."), label, quoted);
    break;
  case SPIL_TYPE_DATE:
    REFUSE (_ ("%s: “%s” is not a day that exists; type it as 31-07-2018."), label, quoted);
    break;
  case SPIL_TYPE_TIME:
    REFUSE (_ ("%s: “%s” is not a time that exists; type it as 31-07-2018 14:02."), label, quoted);
    break;
  case SPIL_TYPE_CHOICE:
  case SPIL_TYPE_SET:
    REFUSE (_ ("%s: “%s” cannot be chosen; choose from: %s."), label, quoted, choices);
    break;
  case SPIL_TYPE_BOOLEAN:
    REFUSE (_ ("%s: “%s” is neither yes nor no; type ja or nee."), label, quoted);
    break;
  case SPIL_TYPE_REFERENCE:
    REFUSE (_ ("%s: “%s” is not the id of a row; give the id as it was printed."), label, quoted);
    break;
  case SPIL_TYPE_ORDER:
    REFUSE (_ ("%s: “%s” is not an order key; leave the order to Spil."), label, quoted);
    break;
  case SPIL_TYPE_TEXT:
  default:
    g_assert_not_reached ();
  }
#undef REFUSE
  return FALSE;
}

/* Reads @text, which is not empty and has no white space at its ends, as a type that is kept as an integer. */
static gboolean
parse_integer_type (const SpilField *field, const char *text, int64_t *integer, GError **error)
{
  g_autofree char *refused = NULL;
  const SpilChoice *choice;
  gboolean read = FALSE;

  switch (field->type) {
  case SPIL_TYPE_INTEGER:
    read = spil_integer_parse (text, integer);
    break;
  case SPIL_TYPE_DECIMAL:
    read = spil_decimal_parse (text, integer);
    break;
  case SPIL_TYPE_MONEY:
    read = spil_money_parse (text, integer);
    break;
  case SPIL_TYPE_DATE:
    read = parse_day (text, integer);
    break;
  case SPIL_TYPE_TIME:
    read = parse_time (text, integer);
    break;
  case SPIL_TYPE_CHOICE:
    choice = spil_choices_by_text (field->choices, text);
    read = choice != NULL;
    *integer = read ? choice->number : 0;
    break;
  case SPIL_TYPE_SET:
    read = parse_set (field->choices, text, integer, &refused);
    break;
  case SPIL_TYPE_BOOLEAN:
    read = parse_boolean (text, integer);
    break;
  case SPIL_TYPE_TEXT:
  case SPIL_TYPE_ORDER:
  case SPIL_TYPE_REFERENCE:
  default:
    g_assert_not_reached ();
  }
  return read || refuse_text (field, refused != NULL ? refused : text, error);
}

const char *
spil_value_text_fault (const char *text)
{
  switch (spil_text_check (text, strlen (text))) {
  case SPIL_TEXT_OK:
    return NULL;
  case SPIL_TEXT_TOO_LONG:
    return _ ("the text is longer than 1 MiB; shorten it or keep it in a document.");
  case SPIL_TEXT_NOT_UTF8:
  case SPIL_TEXT_HAS_NUL:
  default:
    return _ ("the text holds characters that cannot be read; give it as UTF-8.");
  }
}

gboolean
spil_value_parse (const SpilField *field, const char *text, SpilValue *value, GError **error)
{
  g_autofree char *stripped = NULL;
  const char *fault;
  int64_t integer = 0;
  SpilId id;

  g_return_val_if_fail (field != NULL && text != NULL && value != NULL, FALSE);

  fault = spil_value_text_fault (text);
  if (fault != NULL) {
    g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID, "%s: %s", spil_field_label (field),
                 fault);
    return FALSE;
  }
  if (field->type == SPIL_TYPE_TEXT) {
    *value = text[0] != '\0' ? spil_value_text (text) : SPIL_VALUE_INIT;
    return TRUE;
  }

  stripped = g_strstrip (g_strdup (text));
  if (stripped[0] == '\0') {
    *value = SPIL_VALUE_INIT;
    return TRUE;
  }
  if (field->type == SPIL_TYPE_REFERENCE) {
    if (!spil_id_parse (stripped, &id) || spil_id_is_nil (id))
      return refuse_text (field, stripped, error);
    *value = spil_value_id (id);
    return TRUE;
  }
  if (field->type == SPIL_TYPE_ORDER) {
    if (!spil_order_is_valid (stripped))
      return refuse_text (field, stripped, error);
    *value = spil_value_text (stripped);
    return TRUE;
  }
  if (!parse_integer_type (field, stripped, &integer, error))
    return FALSE;
  // A set of nothing but commas chooses nothing.
  *value = field->type == SPIL_TYPE_SET && integer == 0 ? SPIL_VALUE_INIT : spil_value_integer (integer);
  return TRUE;
}

/* Writing */

/* Joins what @get says of each chosen item. */
static char *
join_set (const SpilChoices *choices, int64_t bits, const char *separator,
          const char *(*get) (const SpilChoice *) )
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (int i = 0; i < choices->n_items; i++)
    if ((bits & (INT64_C (1) << choices->items[i].number)) != 0)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? separator : "", get (&choices->items[i]));
  return g_string_free_and_steal (g_steal_pointer (&joined));
}

static const char *
choice_name (const SpilChoice *choice)
{
  return choice->name;
}

static SpilDay
value_day (const SpilValue *value)
{
  return value->integer >= INT32_MIN && value->integer <= INT32_MAX ? spil_day ((int32_t) value->integer)
                                                                    : SPIL_DAY_NONE;
}

static char *
format_integer_type (const SpilField *field, const SpilValue *value)
{
  switch (field->type) {
  case SPIL_TYPE_INTEGER:
    if (field->flags & SPIL_FIELD_YEAR)
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    return spil_integer_format (value->integer);
  case SPIL_TYPE_DECIMAL:
    return spil_decimal_format (value->integer);
  case SPIL_TYPE_MONEY:
    return spil_money_format (value->integer, SPIL_MONEY_CENTS);
  case SPIL_TYPE_DATE:
    return spil_day_format (value_day (value));
  case SPIL_TYPE_TIME:
    return spil_time_format (spil_time (value->integer));
  case SPIL_TYPE_CHOICE:
    return g_strdup (spil_field_choice_label (field, value->integer));
  case SPIL_TYPE_SET:
    return join_set (field->choices, value->integer, ", ", spil_choice_label);
  case SPIL_TYPE_BOOLEAN:
    return g_strdup (value->integer != 0 ? _ ("Yes") : _ ("No"));
  case SPIL_TYPE_TEXT:
  case SPIL_TYPE_ORDER:
  case SPIL_TYPE_REFERENCE:
  default:
    g_assert_not_reached ();
  }
}

static char *
integer_type_to_text (const SpilField *field, const SpilValue *value)
{
  const SpilChoice *choice;

  switch (field->type) {
  case SPIL_TYPE_INTEGER:
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  case SPIL_TYPE_DECIMAL:
    return spil_decimal_to_text (value->integer);
  case SPIL_TYPE_MONEY:
    return spil_money_to_decimal (value->integer);
  case SPIL_TYPE_DATE:
    return spil_day_to_iso (value_day (value));
  case SPIL_TYPE_TIME:
    return spil_time_to_iso (spil_time (value->integer));
  case SPIL_TYPE_CHOICE:
    choice = spil_choices_by_number (field->choices, value->integer);
    return g_strdup (choice != NULL ? choice->name : "");
  case SPIL_TYPE_SET:
    return join_set (field->choices, value->integer, ",", choice_name);
  case SPIL_TYPE_BOOLEAN:
    return g_strdup (value->integer != 0 ? "true" : "false");
  case SPIL_TYPE_TEXT:
  case SPIL_TYPE_ORDER:
  case SPIL_TYPE_REFERENCE:
  default:
    g_assert_not_reached ();
  }
}

static char *
write_value (const SpilField *field, const SpilValue *value,
             char *(*write_integer_type) (const SpilField *, const SpilValue *) )
{
  // A value of a kind that its field cannot hold is refused by the validation; here it has no form.
  if (value->kind != spil_type_value_kind (field->type))
    return g_strdup ("");
  switch (value->kind) {
  case SPIL_VALUE_INTEGER:
    return write_integer_type (field, value);
  case SPIL_VALUE_TEXT:
    return g_strdup (value->text);
  case SPIL_VALUE_ID:
    return spil_id_dup_text (value->id);
  case SPIL_VALUE_NULL:
  default:
    return g_strdup ("");
  }
}

char *
spil_value_format (const SpilField *field, const SpilValue *value)
{
  g_return_val_if_fail (field != NULL && value != NULL, NULL);

  return write_value (field, value, format_integer_type);
}

char *
spil_value_to_text (const SpilField *field, const SpilValue *value)
{
  g_return_val_if_fail (field != NULL && value != NULL, NULL);

  return write_value (field, value, integer_type_to_text);
}
