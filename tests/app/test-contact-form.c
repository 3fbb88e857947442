// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "app-fixture.h"
#include "spil-chips.h"
#include "spil-contact-form.h"
#include "spil-model-error.h"
#include "spil-resources.h"

static SpilContactData *
make_data (SpilId organisation)
{
  SpilContactData *data = g_new0 (SpilContactData, 1);
  SpilRecord *person = spil_record_new (spil_entity (SPIL_ENTITY_PERSON), spil_id_new ());
  SpilRecord *open = spil_record_new (spil_entity (SPIL_ENTITY_NEXT_ACTION), spil_id_new ());

  data->organisation = spil_record_new (spil_entity (SPIL_ENTITY_ORGANISATION), organisation);
  data->persons = g_ptr_array_new_with_free_func (g_object_unref);
  data->actions = g_ptr_array_new_with_free_func (g_object_unref);
  data->corrected_persons = g_array_new (FALSE, FALSE, sizeof (SpilId));
  data->broker = g_strdup ("Bo");
  spil_record_set_text (person, SPIL_PERSON_NAME, "Anna");
  g_ptr_array_add (data->persons, person);
  spil_record_set_text (open, SPIL_NEXT_ACTION_TEXT, "Bellen");
  spil_record_set_integer (open, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_OPEN);
  g_ptr_array_add (data->actions, open);
  return data;
}

static void
type_note (SpilContactForm *form, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (spil_contact_form_get_note (form))),
                            text, -1);
}

// The first widget of @type under @widget; an entry row or chips by their place.
static GtkWidget *
find (GtkWidget *widget, GType type, int *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type, skip);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static int
count_changes (SpilAction *action, int entity, SpilChangeKind kind)
{
  int n = 0;

  for (guint i = 0; i < action->changes->len; i++) {
    const SpilChange *change = action->changes->pdata[i];

    n += change->entity->number == entity && change->kind == kind;
  }
  return n;
}

static void
test_empty_note (AppFixture *self, gconstpointer data)
{
  g_autoptr (SpilContactForm)
      form = g_object_ref_sink (SPIL_CONTACT_FORM (spil_contact_form_new (self->worker, FALSE)));
  g_autoptr (GError) error = NULL;
  gboolean at_field = FALSE;

  type_note (form, "  \n");
  g_assert_null (spil_contact_form_make_action (form, spil_id_new (), &at_field, &error));
  g_assert_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID);
  g_assert_true (at_field);
}

static void
test_note_alone (AppFixture *self, gconstpointer data)
{
  g_autoptr (SpilContactForm)
      form = g_object_ref_sink (SPIL_CONTACT_FORM (spil_contact_form_new (self->worker, FALSE)));
  SpilId organisation = spil_id_new ();
  g_autoptr (SpilContactData) loaded = make_data (organisation);
  g_autoptr (SpilAction) action = NULL;
  g_autoptr (GError) error = NULL;
  const SpilChange *contact;
  gboolean at_field;

  // What is typed before the employer is read stays.
  type_note (form, "Parkeren knelt");
  spil_contact_form_set_data (form, loaded);
  action = spil_contact_form_make_action (form, organisation, &at_field, &error);
  g_assert_no_error (error);
  g_assert_cmpint (action->changes->len, ==, 1);
  contact = action->changes->pdata[0];
  g_assert_cmpstr (spil_change_get (contact, SPIL_CONTACT_SUMMARY)->text, ==, "Parkeren knelt");
  g_assert_cmpstr (spil_change_get (contact, SPIL_CONTACT_BROKER)->text, ==, "Bo");
  g_assert_cmpint (spil_change_get (contact, SPIL_CONTACT_KIND)->integer, ==, SPIL_CONTACT_KIND_SPOKEN);
  g_assert_true (spil_id_equal (spil_change_get (contact, SPIL_CONTACT_ORGANISATION)->id, organisation));
}

// A new step ticks off the one before, and all is one action.
static void
test_all (AppFixture *self, gconstpointer data)
{
  g_autoptr (SpilContactForm)
      form = g_object_ref_sink (SPIL_CONTACT_FORM (spil_contact_form_new (self->worker, FALSE)));
  g_autoptr (SpilContactData) loaded = make_data (spil_id_new ());
  g_autoptr (SpilAction) action = NULL;
  g_autoptr (GError) error = NULL;
  gboolean at_field;
  int persons = 1, text = 0;

  spil_contact_form_set_data (form, loaded);
  type_note (form, "Wil een scan");
  spil_chips_set_chosen (SPIL_CHIPS (find (GTK_WIDGET (form), SPIL_TYPE_CHIPS, &persons)), 0, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (form), ADW_TYPE_ENTRY_ROW, &text)), "Scan plannen");
  action = spil_contact_form_make_action (form, spil_id_new (), &at_field, &error);
  g_assert_no_error (error);
  g_assert_cmpint (action->changes->len, ==, 4);
  g_assert_cmpint (count_changes (action, SPIL_ENTITY_CONTACT, SPIL_CHANGE_ADD), ==, 1);
  g_assert_cmpint (count_changes (action, SPIL_ENTITY_CONTACT_PERSON, SPIL_CHANGE_ADD), ==, 1);
  g_assert_cmpint (count_changes (action, SPIL_ENTITY_NEXT_ACTION, SPIL_CHANGE_SET), ==, 1);
  g_assert_cmpint (count_changes (action, SPIL_ENTITY_NEXT_ACTION, SPIL_CHANGE_ADD), ==, 1);
}

static void
test_correction (AppFixture *self, gconstpointer data)
{
  g_autoptr (SpilContactForm)
      form = g_object_ref_sink (SPIL_CONTACT_FORM (spil_contact_form_new (self->worker, TRUE)));
  g_autoptr (SpilContactData) loaded = make_data (spil_id_new ());
  g_autoptr (SpilAction) action = NULL;
  g_autoptr (GError) error = NULL;
  SpilId person = spil_record_get_id (loaded->persons->pdata[0]);
  const SpilChange *contact;
  gboolean at_field;

  loaded->corrected = spil_record_new (spil_entity (SPIL_ENTITY_CONTACT), spil_id_new ());
  spil_record_set_text (loaded->corrected, SPIL_CONTACT_SUMMARY, "Verkeerde dag");
  spil_record_set_time (loaded->corrected, SPIL_CONTACT_TIME,
                        spil_time_from_day (spil_day_from_ymd (2018, 1, 5), 9, 0));
  spil_record_set_integer (loaded->corrected, SPIL_CONTACT_KIND, SPIL_CONTACT_KIND_VISITED);
  g_array_append_val (loaded->corrected_persons, person);
  spil_contact_form_set_data (form, loaded);
  action = spil_contact_form_make_action (form, spil_id_new (), &at_field, &error);
  g_assert_no_error (error);
  g_assert_cmpint (action->changes->len, ==, 2);
  contact = action->changes->pdata[0];
  g_assert_cmpint (spil_change_get (contact, SPIL_CONTACT_KIND)->integer, ==, SPIL_CONTACT_KIND_VISITED);
  g_assert_true (spil_id_equal (spil_change_get (contact, SPIL_CONTACT_REVERSES)->id,
                                spil_record_get_id (loaded->corrected)));
  g_assert_cmpint (count_changes (action, SPIL_ENTITY_CONTACT_PERSON, SPIL_CHANGE_ADD), ==, 1);
}

// Nothing lies ahead: what the rhythm proposes goes along with the note, and what is typed instead takes its place.
static void
test_chained (AppFixture *self, gconstpointer data)
{
  g_autoptr (SpilContactData) loaded = make_data (spil_id_new ());
  g_autoptr (SpilContactForm)
      form = g_object_ref_sink (SPIL_CONTACT_FORM (spil_contact_form_new (self->worker, FALSE)));
  g_autoptr (SpilAction) action = NULL;
  g_autoptr (SpilAction) without = NULL;
  g_autoptr (GError) error = NULL;
  const SpilChange *next;
  gboolean at_field;
  int text = 0;

  g_ptr_array_set_size (loaded->actions, 0);
  loaded->cadence = 30;
  type_note (form, "Parkeren knelt");
  spil_contact_form_set_data (form, loaded);
  action = spil_contact_form_make_action (form, spil_id_new (), &at_field, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_changes (action, SPIL_ENTITY_NEXT_ACTION, SPIL_CHANGE_ADD), ==, 1);
  next = action->changes->pdata[action->changes->len - 1];
  g_assert_cmpint (spil_change_get (next, SPIL_NEXT_ACTION_DUE)->integer, >=, spil_day_today ().number + 28);
  g_assert_cmpint (spil_change_get (next, SPIL_NEXT_ACTION_DUE)->integer, <=, spil_day_today ().number + 30);
  g_assert_cmpstr (spil_change_get (next, SPIL_NEXT_ACTION_OWNER)->text, ==, "Bo");
  // Emptied: nothing is to follow.
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (form), ADW_TYPE_ENTRY_ROW, &text)), "");
  without = spil_contact_form_make_action (form, spil_id_new (), &at_field, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_changes (without, SPIL_ENTITY_NEXT_ACTION, SPIL_CHANGE_ADD), ==, 0);
}

// What was typed is kept as a text, and put back in a form of its own.
static void
test_draft (AppFixture *self, gconstpointer data)
{
  g_autoptr (SpilContactData) loaded = make_data (spil_id_new ());
  g_autoptr (SpilContactForm)
      form = g_object_ref_sink (SPIL_CONTACT_FORM (spil_contact_form_new (self->worker, FALSE)));
  g_autoptr (SpilContactForm)
      again = g_object_ref_sink (SPIL_CONTACT_FORM (spil_contact_form_new (self->worker, FALSE)));
  g_autoptr (SpilAction) action = NULL;
  g_autoptr (GError) error = NULL;
  gboolean at_field;
  int persons = 1, text = 0;

  g_assert_false (spil_contact_form_set_data (form, loaded));
  type_note (form, "Half\nzin");
  spil_chips_set_chosen (SPIL_CHIPS (find (GTK_WIDGET (form), SPIL_TYPE_CHIPS, &persons)), 0, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (form), ADW_TYPE_ENTRY_ROW, &text)), "Scan plannen");
  loaded->draft = spil_contact_form_dup_draft (form);
  g_assert_true (spil_contact_form_set_data (again, loaded));
  action = spil_contact_form_make_action (again, spil_id_new (), &at_field, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (spil_change_get (action->changes->pdata[0], SPIL_CONTACT_SUMMARY)->text, ==, "Half\nzin");
  g_assert_cmpint (count_changes (action, SPIL_ENTITY_CONTACT_PERSON, SPIL_CHANGE_ADD), ==, 1);
  g_assert_cmpint (count_changes (action, SPIL_ENTITY_NEXT_ACTION, SPIL_CHANGE_ADD), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  spil_register_resource ();
#define ADD(name, func) \
  g_test_add ("/app/contact-form/" name, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)
  ADD ("empty-note", test_empty_note);
  ADD ("note-alone", test_note_alone);
  ADD ("all", test_all);
  ADD ("correction", test_correction);
  ADD ("chained", test_chained);
  ADD ("draft", test_draft);
#undef ADD
  return g_test_run ();
}
