// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-next-step.h"

#include <glib/gi18n-lib.h>

#include "spil-field-editor.h"
#include "spil-form-parts.h"

// A new action is due by then unless another day is chosen.
#define USUAL_DAYS 14

struct _SpilNextStep
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *open; /**< of SpilRecord */
  GPtrArray *checks; /**< of GtkCheckButton, as `open`, borrowed */
  GPtrArray *rows; /**< of the checks, borrowed */
  gboolean checks_touched; /**< a person ticked */
  gboolean due_touched; /**< a person chose the day */
  gboolean setting;

  AdwPreferencesGroup *open_group;
  SpilFieldEditor *text;
  SpilFieldEditor *due;
};

G_DEFINE_FINAL_TYPE (SpilNextStep, spil_next_step, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
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
  g_auto (SpilValue) value = spil_value_integer (day.number);

  spil_field_editor_set_value (self->due, &value);
}

static gboolean
has_text (SpilNextStep *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (spil_field_editor_get_row (self->text)))[0] != '\0';
}

// What is planned anew takes the place of what was planned: the first is ticked off unless a person decides otherwise.
static void
follow_text (SpilNextStep *self)
{
  gboolean planned = has_text (self);
  g_auto (SpilValue) none = SPIL_VALUE_INIT;

  self->setting = TRUE;
  if (!self->checks_touched && self->checks->len > 0)
    gtk_check_button_set_active (self->checks->pdata[0], planned);
  self->setting = FALSE;
  if (!self->due_touched && planned)
    set_due (self, spil_day_add (spil_day_today (), USUAL_DAYS));
  else if (!self->due_touched)
    spil_field_editor_set_value (self->due, &none);
}

static void
on_text_changed_cb (SpilNextStep *self)
{
  follow_text (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_due_changed_cb (SpilNextStep *self)
{
  self->due_touched = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_check_toggled_cb (SpilNextStep *self)
{
  if (self->setting)
    return;
  self->checks_touched = TRUE;
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

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (spil_field_editor_get_row (editor)), title);
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
spil_next_step_add_to (SpilNextStep *self, SpilAction *action, SpilRecord *contact, GError **error)
{
  g_autoptr (SpilRecord) next = spil_record_new (NEXT_ACTION, spil_id_new ());

  g_return_val_if_fail (SPIL_IS_NEXT_STEP (self), FALSE);

  add_done (self, action);
  if (!has_text (self))
    return TRUE;
  if (!read_new (self, next, error))
    return FALSE;
  spil_record_set_reference (next, SPIL_NEXT_ACTION_ORGANISATION,
                             spil_record_get_reference (contact, SPIL_CONTACT_ORGANISATION));
  spil_record_set_text (next, SPIL_NEXT_ACTION_OWNER, spil_record_get_text (contact, SPIL_CONTACT_BROKER));
  spil_record_set_integer (next, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_OPEN);
  spil_record_set_reference (next, SPIL_NEXT_ACTION_CONTACT, spil_record_get_id (contact));
  spil_action_add (action, next);
  return TRUE;
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
  follow_text (self);
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
}

static void
spil_next_step_init (SpilNextStep *self)
{
  self->open = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->open_group = g_object_ref_sink (ADW_PREFERENCES_GROUP (adw_preferences_group_new ()));
  adw_preferences_group_set_title (self->open_group, _ ("Was planned"));
  gtk_widget_set_visible (GTK_WIDGET (self->open_group), FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Next action"));
}

GtkWidget *
spil_next_step_new (SpilWorker *worker)
{
  SpilNextStep *self = g_object_new (SPIL_TYPE_NEXT_STEP, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->text = make_editor (self, worker, SPIL_NEXT_ACTION_TEXT,
                            _ ("What happens next?"), G_CALLBACK (on_text_changed_cb));
  self->due = make_editor (self, worker, SPIL_NEXT_ACTION_DUE, _ ("Done by"), G_CALLBACK (on_due_changed_cb));
  spil_field_editor_add_to (self->text, group);
  spil_field_editor_add_to (self->due, group);
  adw_preferences_group_add (group, spil_form_box_row_new (_ ("Or in"), make_quick_box (self)));
  return GTK_WIDGET (self);
}

AdwPreferencesGroup *
spil_next_step_get_open_group (SpilNextStep *self)
{
  g_return_val_if_fail (SPIL_IS_NEXT_STEP (self), NULL);
  return self->open_group;
}
