// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-next-step.h"

#include <glib/gi18n-lib.h>

#include "spil-chips.h"
#include "spil-field-editor.h"
#include "spil-follow-up-rule.h"
#include "spil-form-parts.h"

struct _SpilNextStep
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *open; /**< of SpilRecord */
  GPtrArray *checks; /**< of GtkCheckButton, as `open`, borrowed */
  GPtrArray *rows; /**< of the checks, borrowed */
  gboolean checks_touched; /**< a person ticked */
  gboolean text_touched; /**< a person typed */
  gboolean due_touched; /**< a person chose the day */
  gboolean how_touched; /**< a person chose how */
  gboolean setting;

  gboolean chained; /**< something is proposed by itself */
  int contact_kind; /**< of what it follows */
  SpilDay contact_day;
  int cadence;
  int usual_days;

  AdwPreferencesGroup *open_group;
  SpilFieldEditor *text;
  SpilFieldEditor *due;
  SpilChips *how;
};

G_DEFINE_FINAL_TYPE (SpilNextStep, spil_next_step, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define NEXT_ACTION (spil_entity (SPIL_ENTITY_NEXT_ACTION))

static const struct
{
  const char *label;
  const char *name;
  int days;
  int months;
} quick_days[] = {
  { N_ ("1 week"), N_ ("Due in 1 week"), 7, 0 },
  { N_ ("2 weeks"), N_ ("Due in 2 weeks"), 14, 0 },
  { N_ ("1 month"), N_ ("Due in 1 month"), 0, 1 },
};

static void
set_due (SpilNextStep *self, SpilDay day)
{
  g_auto (SpilValue) value = spil_day_is_known (day) ? spil_value_integer (day.number) : SPIL_VALUE_INIT;

  spil_field_editor_set_value (self->due, &value);
}

static gboolean
has_text (SpilNextStep *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (spil_field_editor_get_row (self->text)))[0] != '\0';
}

static void
set_text (SpilNextStep *self, const char *text)
{
  g_auto (SpilValue) value = text != NULL ? spil_value_text (text) : SPIL_VALUE_INIT;

  spil_field_editor_set_value (self->text, &value);
}

static void
set_how (SpilNextStep *self, int kind)
{
  const SpilChoices *choices = spil_entity_field (NEXT_ACTION, SPIL_NEXT_ACTION_KIND)->choices;

  for (int i = 0; i < choices->n_items; i++)
    if (choices->items[i].number == kind)
      spil_chips_set_chosen (self->how, i, TRUE);
}

static SpilDay
due_of (SpilNextStep *self, guint index)
{
  return spil_record_get_day (self->open->pdata[index], SPIL_NEXT_ACTION_DUE);
}

// What was planned for that day or before is done with it; what a person plans anew also takes the place of what has no day.
static gboolean
is_done_now (SpilNextStep *self, SpilDay due)
{
  if (spil_follow_up_is_done_by (due, self->contact_day))
    return TRUE;
  return self->text_touched && has_text (self) &&
         (!spil_day_is_known (due) || spil_day_compare (due, spil_day_today ()) <= 0);
}

static gboolean
is_needed (SpilNextStep *self)
{
  g_autofree SpilDay *left = g_new (SpilDay, self->open->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->open->len; i++)
    if (!gtk_check_button_get_active (self->checks->pdata[i]))
      left[n++] = due_of (self, i);
  return spil_follow_up_is_needed (left, n, spil_day_today ());
}

// Fills in what a person has not touched.
static void
follow (SpilNextStep *self)
{
  SpilFollowUp next = spil_follow_up_propose (self->contact_kind, self->contact_day, self->cadence,
                                              self->usual_days, spil_day_today ());
  g_autofree char *text = NULL;

  self->setting = TRUE;
  if (!self->checks_touched && self->checks->len > 0)
    gtk_check_button_set_active (self->checks->pdata[0], is_done_now (self, due_of (self, 0)));
  text = self->chained && is_needed (self) ? spil_follow_up_dup_text (self->contact_kind) : NULL;
  if (!self->text_touched)
    set_text (self, text);
  if (!self->due_touched)
    set_due (self, has_text (self) ? next.due : SPIL_DAY_NONE);
  if (!self->how_touched)
    set_how (self, next.kind);
  self->setting = FALSE;
}

static void
on_text_changed_cb (SpilNextStep *self)
{
  self->text_touched = TRUE;
  follow (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_due_changed_cb (SpilNextStep *self)
{
  self->due_touched = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_how_changed_cb (SpilNextStep *self)
{
  self->how_touched = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_text_activated_cb (SpilNextStep *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_check_toggled_cb (SpilNextStep *self)
{
  if (self->setting)
    return;
  self->checks_touched = TRUE;
  follow (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_quick_clicked_cb (SpilNextStep *self, GtkWidget *button)
{
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "spil-index"));
  SpilDay today = spil_day_today ();

  set_due (self, quick_days[index].months > 0 ? spil_day_add_months (today, quick_days[index].months)
                                              : spil_day_add (today, quick_days[index].days));
  spil_field_editor_changed (self->due);
}

static GtkWidget *
make_quick_box (SpilNextStep *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  for (gsize i = 0; i < G_N_ELEMENTS (quick_days); i++) {
    GtkWidget *button = gtk_button_new_with_label (_ (quick_days[i].label));

    gtk_widget_add_css_class (button, "chip");
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (quick_days[i].name), -1);
    g_object_set_data (G_OBJECT (button), "spil-index", GINT_TO_POINTER ((int) i));
    g_signal_connect_object (button, "clicked", G_CALLBACK (on_quick_clicked_cb), self, G_CONNECT_SWAPPED);
    adw_wrap_box_append (ADW_WRAP_BOX (box), button);
  }
  return box;
}

static SpilFieldEditor *
make_editor (SpilNextStep *self, SpilWorker *worker, int field, const char *title, GCallback changed)
{
  SpilFieldEditor *editor = spil_field_editor_new (worker, NEXT_ACTION,
                                                   spil_entity_field (NEXT_ACTION, field));

  spil_field_editor_set_title (editor, title);
  g_signal_connect_object (editor, "changed", changed, self, G_CONNECT_SWAPPED);
  return editor;
}

/* Reading it */

static gboolean
read_new (SpilNextStep *self, SpilRecord *next, GError **error)
{
  SpilFieldEditor *editors[] = { self->text, self->due };

  for (gsize i = 0; i < G_N_ELEMENTS (editors); i++) {
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (!spil_field_editor_check (editors[i], &value, error)) {
      spil_form_focus_row (spil_field_editor_get_row (editors[i]));
      return FALSE;
    }
    spil_record_set (next, spil_field_editor_get_field (editors[i])->number, &value);
  }
  return TRUE;
}

static void
add_done (SpilNextStep *self, SpilAction *action)
{
  for (guint i = 0; i < self->open->len; i++) {
    g_autoptr (SpilRecord) after = NULL;

    if (!gtk_check_button_get_active (self->checks->pdata[i]))
      continue;
    after = spil_record_copy (self->open->pdata[i]);
    spil_record_set_integer (after, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_DONE);
    spil_action_set (action, self->open->pdata[i], after);
  }
}

gboolean
spil_next_step_make (SpilNextStep *self, SpilId organisation, const char *owner, SpilRecord **next,
                     GError **error)
{
  g_autoptr (SpilRecord) record = spil_record_new (NEXT_ACTION, spil_id_new ());
  const SpilChoices *choices = spil_entity_field (NEXT_ACTION, SPIL_NEXT_ACTION_KIND)->choices;
  int how;

  g_return_val_if_fail (SPIL_IS_NEXT_STEP (self), FALSE);

  *next = NULL;
  if (!has_text (self))
    return TRUE;
  if (!read_new (self, record, error))
    return FALSE;
  how = spil_chips_get_first_chosen (self->how);
  if (how >= 0)
    spil_record_set_integer (record, SPIL_NEXT_ACTION_KIND, choices->items[how].number);
  spil_record_set_reference (record, SPIL_NEXT_ACTION_ORGANISATION, organisation);
  spil_record_set_text (record, SPIL_NEXT_ACTION_OWNER, owner);
  spil_record_set_integer (record, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_OPEN);
  *next = g_steal_pointer (&record);
  return TRUE;
}

gboolean
spil_next_step_add_to (SpilNextStep *self, SpilAction *action, SpilRecord *contact, GError **error)
{
  g_autoptr (SpilRecord) next = NULL;

  g_return_val_if_fail (SPIL_IS_NEXT_STEP (self), FALSE);

  add_done (self, action);
  if (!spil_next_step_make (self, spil_record_get_reference (contact, SPIL_CONTACT_ORGANISATION),
                            spil_record_get_text (contact, SPIL_CONTACT_BROKER), &next, error))
    return FALSE;
  if (next == NULL)
    return TRUE;
  spil_record_set_reference (next, SPIL_NEXT_ACTION_CONTACT, spil_record_get_id (contact));
  spil_action_add (action, next);
  return TRUE;
}

SpilDay
spil_next_step_get_visit (SpilNextStep *self)
{
  const SpilChoices *choices = spil_entity_field (NEXT_ACTION, SPIL_NEXT_ACTION_KIND)->choices;
  g_auto (SpilValue) due = SPIL_VALUE_INIT;
  int how;

  g_return_val_if_fail (SPIL_IS_NEXT_STEP (self), SPIL_DAY_NONE);

  how = spil_chips_get_first_chosen (self->how);
  spil_field_editor_peek (self->due, &due);
  if (!has_text (self) || how < 0 || choices->items[how].number != SPIL_CONTACT_KIND_VISITED ||
      due.kind != SPIL_VALUE_INTEGER)
    return SPIL_DAY_NONE;
  return spil_day ((int32_t) due.integer);
}

/* What is kept of it as a draft */

void
spil_next_step_keep (SpilNextStep *self, GKeyFile *draft, const char *group)
{
  g_auto (SpilValue) due = SPIL_VALUE_INIT;
  g_autofree char *day = NULL;

  g_return_if_fail (SPIL_IS_NEXT_STEP (self));

  spil_field_editor_peek (self->due, &due);
  day = spil_value_to_text (spil_entity_field (NEXT_ACTION, SPIL_NEXT_ACTION_DUE), &due);
  if (self->text_touched)
    g_key_file_set_string (draft, group, "next",
                           gtk_editable_get_text (GTK_EDITABLE (spil_field_editor_get_row (self->text))));
  if (self->due_touched)
    g_key_file_set_string (draft, group, "next-due", day);
  if (self->how_touched)
    g_key_file_set_integer (draft, group, "next-how", spil_chips_get_first_chosen (self->how));
}

void
spil_next_step_restore (SpilNextStep *self, GKeyFile *draft, const char *group)
{
  g_autofree char *text = g_key_file_get_string (draft, group, "next", NULL);
  g_autofree char *day = g_key_file_get_string (draft, group, "next-due", NULL);
  g_auto (SpilValue) due = SPIL_VALUE_INIT;

  g_return_if_fail (SPIL_IS_NEXT_STEP (self));

  self->text_touched = text != NULL;
  if (text != NULL)
    set_text (self, text);
  self->due_touched = day != NULL && spil_value_parse (spil_entity_field (NEXT_ACTION, SPIL_NEXT_ACTION_DUE),
                                                       day, &due, NULL);
  if (self->due_touched)
    spil_field_editor_set_value (self->due, &due);
  self->how_touched = g_key_file_has_key (draft, group, "next-how", NULL);
  if (self->how_touched)
    spil_chips_set_chosen (self->how,
                           CLAMP (g_key_file_get_integer (draft, group, "next-how", NULL), 0,
                                  spil_chips_get_count (self->how) - 1),
                           TRUE);
  follow (self);
}

/* What is open */

static void
add_open (SpilNextStep *self, SpilRecord *open)
{
  g_autofree char *title = g_strdup_printf (_ ("Done: %s"), spil_record_get_title (open));
  g_autofree char *day = spil_day_format (spil_record_get_day (open, SPIL_NEXT_ACTION_DUE));
  g_autofree char *subtitle = day[0] != '\0' ? g_strdup_printf (_ ("Planned for %s"), day) : NULL;
  GtkCheckButton *check;
  GtkWidget *row = spil_form_check_row_new (title, subtitle, &check);

  g_ptr_array_add (self->open, g_object_ref (open));
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->open_group, row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self, G_CONNECT_SWAPPED);
}

void
spil_next_step_set_open_actions (SpilNextStep *self, GPtrArray *actions)
{
  g_return_if_fail (SPIL_IS_NEXT_STEP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->open_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->open, 0);
  for (guint i = 0; i < actions->len; i++)
    add_open (self, actions->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->open_group), actions->len > 0);
  follow (self);
}

static void
spil_next_step_dispose (GObject *object)
{
  SpilNextStep *self = SPIL_NEXT_STEP (object);

  g_clear_object (&self->text);
  g_clear_object (&self->due);
  g_clear_object (&self->open_group);
  g_ptr_array_set_size (self->open, 0);
  G_OBJECT_CLASS (spil_next_step_parent_class)->dispose (object);
}

static void
spil_next_step_finalize (GObject *object)
{
  SpilNextStep *self = SPIL_NEXT_STEP (object);

  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (spil_next_step_parent_class)->finalize (object);
}

static void
spil_next_step_class_init (SpilNextStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_next_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_next_step_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_NEXT_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", SPIL_TYPE_NEXT_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
spil_next_step_init (SpilNextStep *self)
{
  self->contact_day = SPIL_DAY_NONE;
  self->open = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->open_group = g_object_ref_sink (ADW_PREFERENCES_GROUP (adw_preferences_group_new ()));
  adw_preferences_group_set_title (self->open_group, _ ("Was planned"));
  gtk_widget_set_visible (GTK_WIDGET (self->open_group), FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Next action"));
}

static SpilChips *
make_how (SpilNextStep *self)
{
  const SpilChoices *choices = spil_entity_field (NEXT_ACTION, SPIL_NEXT_ACTION_KIND)->choices;
  GtkWidget *chips = spil_chips_new (_ ("How"), FALSE);

  for (int i = 0; i < choices->n_items; i++)
    spil_chips_add (SPIL_CHIPS (chips), spil_follow_up_kind_label (choices->items[i].number));
  g_signal_connect_object (chips, "changed", G_CALLBACK (on_how_changed_cb), self, G_CONNECT_SWAPPED);
  return SPIL_CHIPS (chips);
}

GtkWidget *
spil_next_step_new (SpilWorker *worker)
{
  SpilNextStep *self = g_object_new (SPIL_TYPE_NEXT_STEP, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->text = make_editor (self, worker, SPIL_NEXT_ACTION_TEXT, _ ("What happens next?"),
                            G_CALLBACK (on_text_changed_cb));
  self->due = make_editor (self, worker, SPIL_NEXT_ACTION_DUE, _ ("Done by"), G_CALLBACK (on_due_changed_cb));
  spil_field_editor_add_to (self->text, group);
  spil_field_editor_add_to (self->due, group);
  adw_preferences_group_add (group, spil_form_box_row_new (_ ("Or in"), make_quick_box (self)));
  self->how = make_how (self);
  adw_preferences_group_add (group, spil_form_box_row_new (_ ("How"), GTK_WIDGET (self->how)));
  g_signal_connect_object (spil_field_editor_get_row (self->text), "entry-activated",
                           G_CALLBACK (on_text_activated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

AdwPreferencesGroup *
spil_next_step_get_open_group (SpilNextStep *self)
{
  g_return_val_if_fail (SPIL_IS_NEXT_STEP (self), NULL);
  return self->open_group;
}

GtkWidget *
spil_next_step_get_input (SpilNextStep *self)
{
  g_return_val_if_fail (SPIL_IS_NEXT_STEP (self), NULL);
  return spil_field_editor_get_input (self->text);
}

void
spil_next_step_set_rhythm (SpilNextStep *self, int cadence, int usual_days)
{
  g_return_if_fail (SPIL_IS_NEXT_STEP (self));

  self->chained = TRUE;
  self->cadence = cadence;
  self->usual_days = usual_days;
  follow (self);
}

void
spil_next_step_set_contact (SpilNextStep *self, int kind, SpilDay day)
{
  g_return_if_fail (SPIL_IS_NEXT_STEP (self));

  self->contact_kind = kind;
  self->contact_day = day;
  follow (self);
}

void
spil_next_step_begin (SpilNextStep *self)
{
  g_return_if_fail (SPIL_IS_NEXT_STEP (self));

  self->text_touched = self->due_touched = self->how_touched = self->checks_touched = FALSE;
  follow (self);
}
