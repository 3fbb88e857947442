// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-json-read.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-model-error.h"
#include "spil-number.h"
#include "spil-text.h"

/* How much of a value that was refused is repeated. */
#define QUOTED_CHARS 40

/* Says in which form a value of @field is to be given; always returns FALSE. */
static gboolean
refuse_form (const SpilField *field, JsonNode *node, GError **error)
{
  g_autofree char *json = json_to_string (node, FALSE);
  g_autofree char *quoted = spil_text_one_line (json, QUOTED_CHARS);
  const char *form;

  switch (field->type) {
  case SPIL_TYPE_INTEGER:
    form = _ ("a whole number, such as 1234");
    break;
  case SPIL_TYPE_DECIMAL:
    form = _ ("a number, such as 0.39");
    break;
  case SPIL_TYPE_MONEY:
    form = _ ("a whole number of cents, such as 123450");
    break;
  case SPIL_TYPE_BOOLEAN:
    form = _ ("true or false");
    break;
  case SPIL_TYPE_SET:
    form = _ ("a list of names, such as [\"a\", \"b\"]");
    break;
  case SPIL_TYPE_TEXT:
  case SPIL_TYPE_DATE:
  case SPIL_TYPE_TIME:
  case SPIL_TYPE_CHOICE:
  case SPIL_TYPE_REFERENCE:
  case SPIL_TYPE_ORDER:
  default:
    form = _ ("a text between quotes");
    break;
  }
  g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID, _ ("%s: %s is not right here; give %s."),
               spil_field_label (field), quoted, form);
  return FALSE;
}

/* Reads a number, which may be written with decimals, in millionths. */
static gboolean
read_decimal (const SpilField *field, JsonNode *node, SpilValue *value, GError **error)
{
  g_autofree char *text = NULL;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    text = spil_decimal_to_text (spil_decimal_from_double (json_node_get_double (node)));
  else
    return refuse_form (field, node, error);
  return spil_value_parse (field, text, value, error);
}

static gboolean
read_set (const SpilField *field, JsonNode *node, SpilValue *value, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_form (field, node, error);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *item = json_array_get_element (array, i);

    if (!JSON_NODE_HOLDS_VALUE (item) || json_node_get_value_type (item) != G_TYPE_STRING)
      return refuse_form (field, node, error);
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "", json_node_get_string (item));
  }
  return spil_value_parse (field, names->str, value, error);
}

gboolean
spil_json_read_value (const SpilField *field, JsonNode *node, SpilValue *value, GError **error)
{
  if (JSON_NODE_HOLDS_NULL (node)) {
    *value = SPIL_VALUE_INIT;
    return TRUE;
  }
  if (field->type == SPIL_TYPE_SET)
    return read_set (field, node, value, error);
  if (!JSON_NODE_HOLDS_VALUE (node))
    return refuse_form (field, node, error);

  switch (field->type) {
  case SPIL_TYPE_INTEGER:
  case SPIL_TYPE_MONEY:
    if (json_node_get_value_type (node) != G_TYPE_INT64)
      return refuse_form (field, node, error);
    *value = spil_value_integer (json_node_get_int (node));
    return TRUE;
  case SPIL_TYPE_BOOLEAN:
    if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
      return refuse_form (field, node, error);
    *value = spil_value_integer (json_node_get_boolean (node));
    return TRUE;
  case SPIL_TYPE_DECIMAL:
    return read_decimal (field, node, value, error);
  case SPIL_TYPE_TEXT:
  case SPIL_TYPE_DATE:
  case SPIL_TYPE_TIME:
  case SPIL_TYPE_CHOICE:
  case SPIL_TYPE_REFERENCE:
  case SPIL_TYPE_ORDER:
    if (json_node_get_value_type (node) != G_TYPE_STRING)
      return refuse_form (field, node, error);
    return spil_value_parse (field, json_node_get_string (node), value, error);
  case SPIL_TYPE_SET:
  default:
    g_assert_not_reached ();
  }
}

/* Whether the text holds the escape of a NUL character, at which the parser would cut off a text without a word. */
static gboolean
has_nul_escape (const char *text, gsize length)
{
  for (gsize i = 0; i + 1 < length; i++) {
    if (text[i] != '\\')
      continue;
    if (text[i + 1] == 'u' && i + 6 <= length && memcmp (text + i + 2, "0000", 4) == 0)
      return TRUE;
    i++;
  }
  return FALSE;
}

/* Says where a text stops being JSON: the parser tells only in its message, "<data>:LINE:CHARACTER: ...". */
static void
refuse_syntax (const char *what, gboolean has_lines, const GError *fault, GError **error)
{
  guint line;
  guint character;

  if (sscanf (fault->message, "<data>:%u:%u:", &line, &character) != 2)
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                 _ ("%s is not valid JSON (%s); mend it."), what, fault->message);
  else if (has_lines)
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                 _ ("%s is not valid JSON from line %u, character %u on; mend it there."), what, line,
                 character);
  else
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                 _ ("%s is not valid JSON from character %u on; mend it there."), what, character);
}

JsonNode *
spil_json_parse (const char *text, gsize length, const char *what, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) fault = NULL;
  const char *reason = NULL;

  if (length == 0)
    reason = _ ("it is empty; give it something to read");
  else if (length > SPIL_JSON_MAX_BYTES)
    reason = _ ("it is longer than 16 MiB; split it");
  else if (memchr (text, '\0', length) != NULL || has_nul_escape (text, length))
    reason = _ ("it holds a NUL character; remove that");
  else if (!g_utf8_validate_len (text, length, NULL))
    reason = _ ("it is not UTF-8; save it as UTF-8");
  if (reason != NULL) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID, _ ("%s cannot be read: %s."), what,
                 reason);
    return NULL;
  }

  parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, (gssize) length, &fault)) {
    refuse_syntax (what, memchr (text, '\n', length) != NULL, fault, error);
    return NULL;
  }
  // What is only white space has no root.
  if (json_parser_get_root (parser) == NULL) {
    g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID, _ ("%s cannot be read: %s."), what,
                 _ ("it is empty; give it something to read"));
    return NULL;
  }
  return json_node_ref (json_parser_get_root (parser));
}
