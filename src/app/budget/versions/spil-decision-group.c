// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-decision-group.h"

#include <glib/gi18n-lib.h>

#include "spil-field-editor.h"
#include "spil-record-dialog.h"

struct _SpilDecisionGroup
{
  AdwPreferencesGroup parent_instance;

  SpilWorker *worker;
  SpilFieldEditor *date;
  SpilFieldEditor *decision;
};

G_DEFINE_FINAL_TYPE (SpilDecisionGroup, spil_decision_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_changed_cb (SpilDecisionGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_saved_cb (SpilDecisionGroup *self, SpilRecord *decision)
{
  SpilValue value = spil_value_id (spil_record_get_id (decision));

  spil_field_editor_set_value (self->decision, &value);
  on_changed_cb (self);
}

static void
on_add_activated_cb (SpilDecisionGroup *self)
{
  SpilRecordDialog *dialog = spil_record_dialog_new_add (self->worker, spil_entity (SPIL_ENTITY_DECISION),
                                                         NULL);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static SpilFieldEditor *
add_editor (SpilDecisionGroup *self, int number)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_BUDGET_VERSION);
  SpilFieldEditor *editor = spil_field_editor_new (self->worker, entity, spil_entity_field (entity, number));

  spil_field_editor_add_to (editor, ADW_PREFERENCES_GROUP (self));
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return editor;
}

static void
spil_decision_group_dispose (GObject *object)
{
  SpilDecisionGroup *self = SPIL_DECISION_GROUP (object);

  g_clear_object (&self->date);
  g_clear_object (&self->decision);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_decision_group_parent_class)->dispose (object);
}

static void
spil_decision_group_class_init (SpilDecisionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_decision_group_dispose;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_DECISION_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
spil_decision_group_init (SpilDecisionGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Decision"));
}

GtkWidget *
spil_decision_group_new (SpilWorker *worker, SpilDay today)
{
  SpilDecisionGroup *self = g_object_new (SPIL_TYPE_DECISION_GROUP, NULL);
  GtkWidget *add = adw_button_row_new ();
  SpilValue day = spil_value_integer (today.number);

  self->worker = g_object_ref (worker);
  self->date = add_editor (self, SPIL_BUDGET_VERSION_DATE);
  self->decision = add_editor (self, SPIL_BUDGET_VERSION_DECISION);
  spil_field_editor_set_value (self->date, &day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (add), _ ("Note down a new decision"));
  g_signal_connect_object (add, "activated", G_CALLBACK (on_add_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), add);
  return GTK_WIDGET (self);
}

gboolean
spil_decision_group_get (SpilDecisionGroup *self, SpilDay *day, SpilId *decision, GError **error)
{
  g_auto (SpilValue) date = SPIL_VALUE_INIT;
  g_auto (SpilValue) chosen = SPIL_VALUE_INIT;

  g_return_val_if_fail (SPIL_IS_DECISION_GROUP (self), FALSE);

  if (!spil_field_editor_check (self->date, &date, error) ||
      !spil_field_editor_check (self->decision, &chosen, error))
    return FALSE;
  *day = date.kind == SPIL_VALUE_NULL ? SPIL_DAY_NONE : spil_day ((int32_t) date.integer);
  *decision = chosen.kind == SPIL_VALUE_ID ? chosen.id : SPIL_ID_NIL;
  return TRUE;
}
