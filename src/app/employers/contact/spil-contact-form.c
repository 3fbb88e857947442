// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-contact-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-chips.h"
#include "spil-form-parts.h"
#include "spil-field-editor.h"
#include "spil-model-error.h"
#include "spil-draft.h"
#include "spil-follow-up-rule.h"
#include "spil-next-step.h"
#include "spil-note-marks.h"
#include "spil-validate.h"
#include "spil-visit-section.h"

G_DEFINE_FINAL_TYPE (SpilContactForm, spil_contact_form, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define CONTACT (spil_entity (SPIL_ENTITY_CONTACT))

int
spil_contact_form_chosen_kind (SpilContactForm *self)
{
  const SpilChoices *choices = spil_entity_field (CONTACT, SPIL_CONTACT_KIND)->choices;

  return choices->items[MAX (spil_chips_get_first_chosen (self->kind), 0)].number;
}

void
spil_contact_form_choose_kind (SpilContactForm *self, int kind)
{
  const SpilChoices *choices = spil_entity_field (CONTACT, SPIL_CONTACT_KIND)->choices;

  for (int i = 0; i < choices->n_items; i++)
    if (choices->items[i].number == kind)
      spil_chips_set_chosen (self->kind, i, TRUE);
}

static char *
dup_text (SpilFieldEditor *editor)
{
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  spil_field_editor_peek (editor, &value);
  return g_strdup (value.kind == SPIL_VALUE_TEXT ? value.text : NULL);
}

// What follows from what stands there: the next step that is proposed, and whether somebody else goes there too.
static void
update (SpilContactForm *self)
{
  g_auto (SpilValue) time = SPIL_VALUE_INIT;
  g_autofree char *broker = NULL;
  g_autofree char *text = NULL;
  SpilDay visit;

  if (self->next == NULL)
    return;
  spil_field_editor_peek (self->time, &time);
  spil_next_step_set_contact (self->next, spil_contact_form_chosen_kind (self),
                              time.kind == SPIL_VALUE_INTEGER ? spil_time_day (spil_time (time.integer))
                                                              : spil_day_today ());
  visit = spil_next_step_get_visit (self->next);
  broker = dup_text (self->broker);
  if (self->data != NULL && self->data->visits != NULL && spil_day_is_known (visit))
    text = spil_visits_dup_warning (self->data->visits, broker, visit);
  spil_warning_set_text (self->warning, text);
}

static void
on_part_changed_cb (SpilContactForm *self)
{
  if (self->setting)
    return;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_kind_changed_cb (SpilContactForm *self)
{
  self->kind_touched = TRUE;
  on_part_changed_cb (self);
}

/* Marks in the note: "@anna", "#parkeren" */

static gboolean
is_new_mark (SpilContactForm *self, char sign, const char *mark)
{
  return g_hash_table_add (self->marks, g_strdup_printf ("%c%s", sign, mark));
}

static void
mark_person (SpilContactForm *self, const char *mark)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  int at;

  for (guint i = 0; i < self->data->persons->len; i++)
    g_ptr_array_add (names, (gpointer) spil_record_get_title (self->data->persons->pdata[i]));
  at = spil_note_mark_find (mark, (const char *const *) names->pdata, (int) names->len);
  if (at >= 0)
    spil_chips_set_chosen (self->person_chips, at, TRUE);
}

static int
find_choice (const SpilChoices *choices, const char *mark)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (int i = 0; i < choices->n_items; i++)
    g_ptr_array_add (names, (gpointer) spil_choice_label (&choices->items[i]));
  return spil_note_mark_find (mark, (const char *const *) names->pdata, (int) names->len);
}

static void
mark_choice (SpilContactForm *self, const char *mark)
{
  int need = find_choice (spil_entity_field (CONTACT, SPIL_CONTACT_NEEDS)->choices, mark);
  int kind = find_choice (spil_entity_field (CONTACT, SPIL_CONTACT_KIND)->choices, mark);

  if (need >= 0)
    spil_chips_set_chosen (self->needs, need, TRUE);
  else if (kind >= 0) {
    spil_chips_set_chosen (self->kind, kind, TRUE);
    self->kind_touched = TRUE;
  }
}

// Each mark once: who takes back what it chose is not contradicted.
static void
follow_marks (SpilContactForm *self)
{
  g_autofree char *note = dup_text (self->note);
  g_auto (GStrv) persons = spil_note_marks (note, '@');
  g_auto (GStrv) choices = spil_note_marks (note, '#');

  for (int i = 0; self->data != NULL && persons[i] != NULL; i++)
    if (is_new_mark (self, '@', persons[i]))
      mark_person (self, persons[i]);
  for (int i = 0; choices[i] != NULL; i++)
    if (is_new_mark (self, '#', choices[i]))
      mark_choice (self, choices[i]);
}

static void
on_note_changed_cb (SpilContactForm *self)
{
  if (self->setting)
    return;
  follow_marks (self);
}

/* Making the form */

static SpilFieldEditor *
make_editor (SpilContactForm *self, int field, const char *title)
{
  SpilFieldEditor *editor = spil_field_editor_new (self->worker, CONTACT, spil_entity_field (CONTACT, field));

  if (title != NULL)
    spil_field_editor_set_title (editor, title);
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_part_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->editors, editor);
  return editor;
}

static SpilChips *
make_chips (SpilContactForm *self, const char *label, gboolean multiple)
{
  GtkWidget *chips = spil_chips_new (label, multiple);

  g_signal_connect_object (chips, "changed", G_CALLBACK (on_part_changed_cb), self, G_CONNECT_SWAPPED);
  return SPIL_CHIPS (chips);
}

static GtkWidget *
make_note_group (SpilContactForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->note = make_editor (self, SPIL_CONTACT_SUMMARY, NULL);
  g_signal_connect_object (self->note, "changed", G_CALLBACK (on_note_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("@name notes who was there, #parking a need, #visited how."));
  spil_field_editor_add_to (self->note, ADW_PREFERENCES_GROUP (group));
  return group;
}

static void
fill_needs (SpilContactForm *self)
{
  const SpilChoices *choices = spil_entity_field (CONTACT, SPIL_CONTACT_NEEDS)->choices;

  for (int i = 0; i < choices->n_items; i++)
    spil_chips_add (self->needs, spil_choice_label (&choices->items[i]));
}

static void
fill_kinds (SpilContactForm *self)
{
  const SpilChoices *choices = spil_entity_field (CONTACT, SPIL_CONTACT_KIND)->choices;

  for (int i = 0; i < choices->n_items; i++) {
    spil_chips_add (self->kind, spil_choice_label (&choices->items[i]));
    if (choices->items[i].number == SPIL_CONTACT_KIND_SPOKEN)
      spil_chips_set_chosen (self->kind, i, TRUE);
  }
}

static void
set_now (SpilFieldEditor *editor)
{
  g_auto (SpilValue) now = spil_value_integer (spil_time_now ().ms);

  spil_field_editor_set_value (editor, &now);
}

static GtkWidget *
make_how_group (SpilContactForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->kind = make_chips (self, _ ("Kind of contact"), FALSE);
  g_signal_connect_object (self->kind, "changed", G_CALLBACK (on_kind_changed_cb), self, G_CONNECT_SWAPPED);
  fill_kinds (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             spil_form_box_row_new (_ ("Kind of contact"), GTK_WIDGET (self->kind)));
  self->person_chips = make_chips (self, _ ("With whom"), TRUE);
  self->persons_row = spil_form_box_row_new (_ ("With whom"), GTK_WIDGET (self->person_chips));
  gtk_widget_set_visible (self->persons_row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->persons_row);
  self->needs = make_chips (self, _ ("Needs"), TRUE);
  fill_needs (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             spil_form_box_row_new (_ ("Needs"), GTK_WIDGET (self->needs)));
  return group;
}

static GtkWidget *
make_outcome_row (SpilContactForm *self)
{
  static const int fields[] = { SPIL_CONTACT_OUTCOME, SPIL_CONTACT_ADVICE_GIVEN, SPIL_CONTACT_ADVICE };
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Outcome and advice"));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    spil_field_editor_add_to_expander (make_editor (self, fields[i], NULL), ADW_EXPANDER_ROW (row));
  return row;
}

// What is mostly right as it stands, and what is not always there.
static GtkWidget *
make_more_group (SpilContactForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->time = make_editor (self, SPIL_CONTACT_TIME, _ ("When"));
  set_now (self->time);
  spil_field_editor_add_to (self->time, ADW_PREFERENCES_GROUP (group));
  self->broker = make_editor (self, SPIL_CONTACT_BROKER, NULL);
  spil_field_editor_add_to (self->broker, ADW_PREFERENCES_GROUP (group));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_outcome_row (self));
  return group;
}

// What should never have been written down; the action is the dialog's.
static GtkWidget *
make_erase_group (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Erase the note for good…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "contact.erase-note");
  gtk_widget_add_css_class (row, "destructive-action");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
make_form (SpilContactForm *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_note_group (self)));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_how_group (self)));
  if (!self->correction) {
    self->next = SPIL_NEXT_STEP (spil_next_step_new (self->worker));
    g_signal_connect_object (self->next, "changed", G_CALLBACK (on_part_changed_cb), self, G_CONNECT_SWAPPED);
    adw_preferences_page_add (page, spil_next_step_get_open_group (self->next));
    self->warning = spil_warning_new ();
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->next), self->warning);
    adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (self->next));
  }
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_more_group (self)));
  if (self->correction)
    adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_erase_group ()));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (page));
}

/* Reading it */

int64_t
spil_contact_form_chosen_needs (SpilContactForm *self)
{
  const SpilChoices *choices = spil_entity_field (CONTACT, SPIL_CONTACT_NEEDS)->choices;
  int64_t bits = 0;

  for (int i = 0; i < choices->n_items; i++)
    if (spil_chips_get_chosen (self->needs, i))
      bits |= INT64_C (1) << choices->items[i].number;
  return bits;
}

static gboolean
refuse_empty_note (SpilContactForm *self, SpilRecord *contact, GError **error)
{
  g_autofree char *message = NULL;

  if (!spil_record_is_null (contact, SPIL_CONTACT_SUMMARY) ||
      !spil_record_is_null (contact, SPIL_CONTACT_OUTCOME))
    return TRUE;
  message = g_strdup (_ ("Write down in a few words what was said or agreed."));
  spil_field_editor_set_error (self->note, message);
  gtk_widget_grab_focus (spil_field_editor_get_input (self->note));
  g_set_error_literal (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
read_editors (SpilContactForm *self, SpilRecord *contact, GError **error)
{
  for (guint i = 0; i < self->editors->len; i++) {
    SpilFieldEditor *editor = self->editors->pdata[i];
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (!spil_field_editor_check (editor, &value, error)) {
      spil_form_focus_row (spil_field_editor_get_row (editor));
      return FALSE;
    }
    spil_record_set (contact, spil_field_editor_get_field (editor)->number, &value);
  }
  return TRUE;
}

static SpilRecord *
read_contact (SpilContactForm *self, SpilId organisation, gboolean *at_field, GError **error)
{
  g_autoptr (SpilRecord) contact = spil_record_new (CONTACT, spil_id_new ());

  spil_record_set_reference (contact, SPIL_CONTACT_ORGANISATION, organisation);
  spil_record_set_integer (contact, SPIL_CONTACT_KIND, spil_contact_form_chosen_kind (self));
  spil_record_set_integer (contact, SPIL_CONTACT_NEEDS, spil_contact_form_chosen_needs (self));
  if (self->corrected != NULL)
    spil_record_set_reference (contact, SPIL_CONTACT_REVERSES, spil_record_get_id (self->corrected));
  *at_field = TRUE;
  if (!read_editors (self, contact, error) || !refuse_empty_note (self, contact, error))
    return NULL;
  *at_field = FALSE;
  if (!spil_validate_record (contact, spil_day_today (), error))
    return NULL;
  return g_steal_pointer (&contact);
}

static void
add_persons (SpilContactForm *self, SpilAction *action, SpilRecord *contact)
{
  for (int i = 0; i < (int) self->persons->len; i++) {
    g_autoptr (SpilRecord) present = NULL;

    if (!spil_chips_get_chosen (self->person_chips, i))
      continue;
    present = spil_record_new (spil_entity (SPIL_ENTITY_CONTACT_PERSON), spil_id_new ());
    spil_record_set_reference (present, SPIL_CONTACT_PERSON_CONTACT, spil_record_get_id (contact));
    spil_record_set_reference (present, SPIL_CONTACT_PERSON_PERSON, g_array_index (self->persons, SpilId, i));
    spil_action_add (action, present);
  }
}

/* Showing what was read */

static gboolean
was_present (const SpilContactData *data, SpilId person)
{
  for (guint i = 0; i < data->corrected_persons->len; i++)
    if (spil_id_equal (g_array_index (data->corrected_persons, SpilId, i), person))
      return TRUE;
  return FALSE;
}

static void
show_persons (SpilContactForm *self, const SpilContactData *data)
{
  spil_chips_clear (self->person_chips);
  g_array_set_size (self->persons, 0);
  for (guint i = 0; i < data->persons->len; i++) {
    SpilId id = spil_record_get_id (data->persons->pdata[i]);

    g_array_append_val (self->persons, id);
    spil_chips_add (self->person_chips, spil_record_get_title (data->persons->pdata[i]));
    spil_chips_set_chosen (self->person_chips, (int) i, was_present (data, id));
  }
  gtk_widget_set_visible (self->persons_row, data->persons->len > 0);
}

void
spil_contact_form_choose_needs (SpilContactForm *self, int64_t bits)
{
  const SpilChoices *choices = spil_entity_field (CONTACT, SPIL_CONTACT_NEEDS)->choices;

  for (int i = 0; i < choices->n_items; i++)
    spil_chips_set_chosen (self->needs, i, ((bits >> choices->items[i].number) & 1) != 0);
}

static void
show_corrected (SpilContactForm *self, SpilRecord *corrected)
{
  g_set_object (&self->corrected, corrected);
  for (guint i = 0; i < self->editors->len; i++)
    spil_field_editor_set_value (
        self->editors->pdata[i],
        spil_record_get (corrected, spil_field_editor_get_field (self->editors->pdata[i])->number));
  spil_contact_form_choose_kind (self, (int) spil_record_get_integer (corrected, SPIL_CONTACT_KIND));
  spil_contact_form_choose_needs (self, spil_record_get_integer (corrected, SPIL_CONTACT_NEEDS));
}

static gboolean
has_note (SpilContactForm *self)
{
  g_autofree char *note = dup_text (self->note);

  return note != NULL && note[0] != '\0';
}

static void
spil_contact_form_dispose (GObject *object)
{
  SpilContactForm *self = SPIL_CONTACT_FORM (object);

  g_ptr_array_set_size (self->editors, 0);
  g_clear_object (&self->corrected);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_contact_form_parent_class)->dispose (object);
}

static void
spil_contact_form_finalize (GObject *object)
{
  SpilContactForm *self = SPIL_CONTACT_FORM (object);

  g_ptr_array_unref (self->editors);
  g_hash_table_unref (self->marks);
  g_array_unref (self->persons);
  G_OBJECT_CLASS (spil_contact_form_parent_class)->finalize (object);
}

static void
spil_contact_form_class_init (SpilContactFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_contact_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_contact_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_CONTACT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
spil_contact_form_init (SpilContactForm *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  self->persons = g_array_new (FALSE, FALSE, sizeof (SpilId));
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GtkWidget *
spil_contact_form_new (SpilWorker *worker, gboolean correction)
{
  SpilContactForm *self = g_object_new (SPIL_TYPE_CONTACT_FORM, NULL);

  self->worker = g_object_ref (worker);
  self->correction = correction;
  make_form (self);
  return GTK_WIDGET (self);
}

// A visit that was planned is what is written down now, unless a person says otherwise.
static void
propose_kind (SpilContactForm *self, GPtrArray *actions)
{
  SpilRecord *first = actions->len > 0 ? actions->pdata[0] : NULL;

  if (self->kind_touched || first == NULL || spil_record_is_null (first, SPIL_NEXT_ACTION_KIND) ||
      !spil_follow_up_is_done_by (spil_record_get_day (first, SPIL_NEXT_ACTION_DUE), spil_day_today ()))
    return;
  spil_contact_form_choose_kind (self, (int) spil_record_get_integer (first, SPIL_NEXT_ACTION_KIND));
}

gboolean
spil_contact_form_set_data (SpilContactForm *self, const SpilContactData *data)
{
  g_auto (SpilValue) broker = SPIL_VALUE_INIT;
  gboolean restored;

  g_return_val_if_fail (SPIL_IS_CONTACT_FORM (self), FALSE);

  self->data = data;
  self->setting = TRUE;
  restored = data->draft != NULL && !has_note (self);
  show_persons (self, data);
  if (data->corrected != NULL)
    show_corrected (self, data->corrected);
  else {
    if (data->broker != NULL)
      broker = spil_value_text (data->broker);
    spil_field_editor_set_value (self->broker, &broker);
    propose_kind (self, data->actions);
  }
  if (self->next != NULL) {
    spil_next_step_set_open_actions (self->next, data->actions);
    spil_next_step_set_rhythm (self->next, data->cadence, data->usual_days);
  }
  if (restored)
    spil_contact_form_restore_draft (self, data->draft);
  else
    follow_marks (self);
  self->setting = FALSE;
  update (self);
  return restored;
}

GtkWidget *
spil_contact_form_get_note (SpilContactForm *self)
{
  g_return_val_if_fail (SPIL_IS_CONTACT_FORM (self), NULL);
  return spil_field_editor_get_input (self->note);
}

SpilAction *
spil_contact_form_make_action (SpilContactForm *self, SpilId organisation, gboolean *at_field, GError **error)
{
  g_autoptr (SpilRecord) contact = NULL;
  g_autoptr (SpilAction) action = NULL;

  g_return_val_if_fail (SPIL_IS_CONTACT_FORM (self), NULL);

  contact = read_contact (self, organisation, at_field, error);
  if (contact == NULL)
    return NULL;
  action = spil_action_new (self->correction ? _ ("Contact moment corrected") : _ ("Contact moment added"));
  spil_action_add (action, contact);
  add_persons (self, action, contact);
  *at_field = TRUE;
  if (self->next != NULL && !spil_next_step_add_to (self->next, action, contact, error))
    return NULL;
  return g_steal_pointer (&action);
}

void
spil_contact_form_set_kind (SpilContactForm *self, int kind)
{
  g_return_if_fail (SPIL_IS_CONTACT_FORM (self));

  self->kind_touched = TRUE;
  spil_contact_form_choose_kind (self, kind);
}
