// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "app-fixture.h"
#include "spil-field-editor.h"
#include "spil-model-error.h"
#include "spil-number.h"
#include "spil-resources.h"

// Something that every field of that type can hold, told apart by @variant.
static SpilValue
sample (const SpilField *field, int variant)
{
  switch (field->type) {
  case SPIL_TYPE_ORDER:
    return spil_value_text (variant == 0 ? "m" : "z1");
  case SPIL_TYPE_TEXT:
    return spil_value_text (variant == 0 ? "Zwolle" : "Één & <b>twee</b>");
  case SPIL_TYPE_INTEGER:
    return spil_value_integer (variant == 0 ? 7 : 1234567);
  case SPIL_TYPE_DECIMAL:
    return spil_value_integer (variant == 0 ? SPIL_DECIMAL_ONE / 4 : -1234 * SPIL_DECIMAL_ONE - 500000);
  case SPIL_TYPE_MONEY:
    return spil_value_integer (variant == 0 ? 95150000 : -123405);
  case SPIL_TYPE_DATE:
    return spil_value_integer (variant == 0 ? 17743 : 0);
  case SPIL_TYPE_TIME:
    return spil_value_integer (variant == 0 ? INT64_C (1533038520000) : 0);
  case SPIL_TYPE_CHOICE:
    return spil_value_integer (field->choices->items[variant == 0 ? 0 : field->choices->n_items - 1].number);
  case SPIL_TYPE_SET:
    return spil_value_integer (
        INT64_C (1) << field->choices->items[variant == 0 ? 0 : field->choices->n_items - 1].number);
  case SPIL_TYPE_REFERENCE:
    return spil_value_id (spil_id_new ());
  case SPIL_TYPE_BOOLEAN:
    return spil_value_integer (variant);
  }
  return SPIL_VALUE_INIT;
}

static void
assert_round_trip (SpilFieldEditor *editor, const SpilValue *value)
{
  SpilFieldEditorClass *klass = SPIL_FIELD_EDITOR_GET_CLASS (editor);
  g_auto (SpilValue) back = SPIL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  spil_field_editor_set_value (editor, value);
  klass->get_value (editor, &back, &error);
  g_assert_no_error (error);
  if (!spil_value_equal (value, &back))
    g_error ("%s.%s does not give back what was set", spil_field_editor_get_entity (editor)->name,
             spil_field_editor_get_field (editor)->name);
}

static void
test_round_trip (AppFixture *self, gconstpointer data)
{
  int n_entities;
  const SpilEntity *const *entities = spil_entities (&n_entities);

  app_open (self);
  for (int i = 0; i < n_entities; i++)
    for (int j = 1; j < entities[i]->n_fields; j++) {
      const SpilField *field = &entities[i]->fields[j];
      g_autoptr (SpilFieldEditor) editor = NULL;
      const SpilValue nothing = SPIL_VALUE_INIT;

      if (field->number == 0)
        continue;
      editor = spil_field_editor_new (self->worker, entities[i], field);
      assert_round_trip (editor, &nothing);
      for (int variant = 0; variant < 2; variant++) {
        g_auto (SpilValue) value = sample (field, variant);

        assert_round_trip (editor, &value);
      }
      assert_round_trip (editor, &nothing);
    }
}

static void
count_changed_cb (SpilFieldEditor *editor, int *n_changes)
{
  (*n_changes)++;
}

static void
test_errors (AppFixture *self, gconstpointer data)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_RISK);
  g_autoptr (SpilFieldEditor)
      number = spil_field_editor_new (self->worker, entity, spil_entity_field (entity, SPIL_RISK_NUMBER));
  g_autoptr (SpilFieldEditor)
      event = spil_field_editor_new (self->worker, entity, spil_entity_field (entity, SPIL_RISK_EVENT));
  GtkWidget *row = spil_field_editor_get_row (number);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  int n_changes = 0;

  g_signal_connect (number, "changed", G_CALLBACK (count_changed_cb), &n_changes);
  gtk_editable_set_text (GTK_EDITABLE (row), "12,5,3");
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_false (spil_field_editor_check (number, &value, &error));
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  g_assert_true (gtk_widget_has_css_class (row, "error"));

  // Typing on takes the error away.
  gtk_editable_set_text (GTK_EDITABLE (row), "12");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_clear_error (&error);
  g_assert_true (spil_field_editor_check (number, &value, &error));
  g_assert_cmpint (value.integer, ==, 12);

  // What must be filled in.
  spil_value_clear (&value);
  g_assert_false (spil_field_editor_check (event, &value, &error));
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  spil_register_resource ();
#define ADD(name, func) \
  g_test_add ("/app/field-editor/" name, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("errors", test_errors);
#undef ADD
  return g_test_run ();
}
