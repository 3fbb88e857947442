// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-json-read.h"

#include <string.h>

#include "spil-exchange-error.h"
#include "spil-json.h"
#include "spil-model-error.h"

/* A value as JSON; @text is what a person would type. */
static const struct
{
  int entity;
  const char *field;
  const char *text;
  const char *json;
} forms[] = {
  { SPIL_ENTITY_AREA, "name", "Oosterenk", "\"Oosterenk\"" },
  { SPIL_ENTITY_AREA, "name", "a\"b\\c\nd\x01", "\"a\\\"b\\\\c\\nd\\u0001\"" },
  { SPIL_ENTITY_AREA, "name", "é 😀 \xe2\x80\xae", "\"é 😀 \xe2\x80\xae\"" },
  { SPIL_ENTITY_AREA, "name", "", "null" },
  { SPIL_ENTITY_AREA, "kind", "corridor", "\"corridor\"" },
  { SPIL_ENTITY_AREA, "themes", "liveability,accessibility", "[\"accessibility\",\"liveability\"]" },
  { SPIL_ENTITY_AREA, "parking_change", "-150", "-150" },
  { SPIL_ENTITY_AREA, "priority", "true", "true" },
  { SPIL_ENTITY_AREA, "exception_date", "2018-07-31", "\"2018-07-31\"" },
  { SPIL_ENTITY_CONTACT, "time", "2018-07-31T12:02:00Z", "\"2018-07-31T12:02:00Z\"" },
  { SPIL_ENTITY_BUDGET_LINE, "amount", "112000.00", "11200000" },
  { SPIL_ENTITY_SCHEME, "own_share", "0.5", "0.5" },
  { SPIL_ENTITY_EMISSION_FACTOR, "value", "0.333333", "0.333333" },
  { SPIL_ENTITY_EMISSION_FACTOR, "value", "104", "104" },
  { SPIL_ENTITY_SITE, "area", "0164f062-4640-7565-8925-c5e20b3a5f5a",
    "\"0164f062-4640-7565-8925-c5e20b3a5f5a\"" },
};

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = spil_json_parse (json, strlen (json), "Text", &error);

  g_assert_no_error (error);
  return node;
}

static void
test_json_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    const SpilField *field = spil_entity_field_by_name (spil_entity (forms[i].entity), forms[i].field);
    g_autoptr (GString) json = g_string_new (NULL);
    g_autoptr (JsonNode) node = NULL;
    g_autoptr (GError) error = NULL;
    g_auto (SpilValue) value = SPIL_VALUE_INIT;
    g_auto (SpilValue) back = SPIL_VALUE_INIT;

    g_assert_true (spil_value_parse (field, forms[i].text, &value, &error));
    spil_json_append_value (json, field, &value);
    g_assert_cmpstr (json->str, ==, forms[i].json);
    node = parse (json->str);
    g_assert_true (spil_json_read_value (field, node, &back, &error));
    g_assert_no_error (error);
    g_assert_true (spil_value_equal (&value, &back));
  }
}

/* JSON that is no value of its field. */
static void
test_json_wrong_forms (void)
{
  static const struct
  {
    int entity;
    const char *field;
    const char *json;
  } cases[] = {
    { SPIL_ENTITY_BUDGET_LINE, "amount", "12.5" },   { SPIL_ENTITY_BUDGET_LINE, "amount", "\"12.50\"" },
    { SPIL_ENTITY_BUDGET_LINE, "amount", "[1]" },    { SPIL_ENTITY_BUDGET_LINE, "pm", "1" },
    { SPIL_ENTITY_BUDGET_LINE, "pm", "\"ja\"" },     { SPIL_ENTITY_BUDGET_LINE, "name", "12" },
    { SPIL_ENTITY_BUDGET_LINE, "name", "{}" },       { SPIL_ENTITY_AREA, "themes", "\"liveability\"" },
    { SPIL_ENTITY_AREA, "themes", "[\"noise\"]" },   { SPIL_ENTITY_AREA, "themes", "[1]" },
    { SPIL_ENTITY_AREA, "kind", "\"street\"" },      { SPIL_ENTITY_AREA, "kind", "1" },
    { SPIL_ENTITY_TASK, "start", "\"31-02-2018\"" }, { SPIL_ENTITY_TASK, "start", "20180701" },
    { SPIL_ENTITY_SCHEME, "own_share", "\"x\"" },    { SPIL_ENTITY_SITE, "area", "\"Oosterenk\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const SpilField *field = spil_entity_field_by_name (spil_entity (cases[i].entity), cases[i].field);
    g_autoptr (JsonNode) node = parse (cases[i].json);
    g_autoptr (GError) error = NULL;
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    g_assert_false (spil_json_read_value (field, node, &value, &error));
    g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, spil_field_label (field)));
  }
}

static void
test_json_bad_text (void)
{
  static const struct
  {
    const char *text;
    gsize length; /* 0: up to the closing NUL */
  } cases[] = {
    { "", 0 },         { " \n", 0 },
    { "{", 0 },        { "{\"a\":1,}", 0 },
    { "{'a':1}", 0 },  { "{\"a\":1} x", 0 },
    { "{}\0{}", 5 },   { "\"\xff\"", 0 },
    { "// c\n{}", 0 }, { "{\"a\":\"\\u0000\"}", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const gsize length = cases[i].length != 0 ? cases[i].length : strlen (cases[i].text);
    g_autoptr (GError) error = NULL;

    g_assert_null (spil_json_parse (cases[i].text, length, "Line 12", &error));
    g_assert_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID);
    g_assert_true (g_str_has_prefix (error->message, "Line 12 "));
  }
}

static void
test_json_escaped_backslash (void)
{
  g_autoptr (JsonNode) node = parse ("[\"\\\\u0000\"]");

  g_assert_cmpstr (json_array_get_string_element (json_node_get_array (node), 0), ==, "\\u0000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/forms", test_json_forms);
  g_test_add_func ("/json/wrong-forms", test_json_wrong_forms);
  g_test_add_func ("/json/bad-text", test_json_bad_text);
  g_test_add_func ("/json/escaped-backslash", test_json_escaped_backslash);
  return g_test_run ();
}
