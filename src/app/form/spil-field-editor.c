// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-field-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-choice-editor.h"
#include "spil-model-error.h"
#include "spil-note-editor.h"
#include "spil-reference-editor.h"
#include "spil-sensitive-rule.h"
#include "spil-set-editor.h"
#include "spil-switch-editor.h"
#include "spil-text-editor.h"
#include "spil-validate.h"

typedef struct
{
  SpilWorker *worker;
  const SpilEntity *entity;
  const SpilField *field;
  GtkWidget *row;
  GtkWidget *message_row; /**< under the row: what is wrong, or what to mind */
  GtkLabel *message_label;
  gboolean wrong; /**< the message is an error */
  guint looking; /**< a look at what was typed is to come; 0: none */
} SpilFieldEditorPrivate;

// After so many milliseconds without a key what was typed is looked at.
#define PAUSE_MS 300

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SpilFieldEditor, spil_field_editor, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define PRIVATE(self) ((SpilFieldEditorPrivate *) spil_field_editor_get_instance_private (self))

static gboolean
is_missing (const SpilValue *value)
{
  return value->kind == SPIL_VALUE_NULL || (value->kind == SPIL_VALUE_TEXT && value->text[0] == '\0');
}

static gboolean
check_value (SpilFieldEditor *self, SpilValue *value, GError **error)
{
  SpilFieldEditorPrivate *priv = PRIVATE (self);

  if (!SPIL_FIELD_EDITOR_GET_CLASS (self)->get_value (self, value, error))
    return FALSE;
  if ((priv->field->flags & SPIL_FIELD_REQUIRED) != 0 && is_missing (value)) {
    g_set_error (error, SPIL_MODEL_ERROR, SPIL_MODEL_ERROR_INVALID, _ ("%s: this must be filled in."),
                 spil_field_label (priv->field));
    return FALSE;
  }
  return spil_validate_value (priv->entity, priv->field, value, error);
}

// The row names the field already.
static const char *
without_label (SpilFieldEditor *self, const char *message)
{
  g_autofree char *label = g_strconcat (spil_field_label (PRIVATE (self)->field), ": ", NULL);
  const char *found = strstr (message, label);

  return found != NULL ? found + strlen (label) : message;
}

static char *
capitalised (const char *text)
{
  g_autofree char *first = g_utf8_strup (text, g_utf8_next_char (text) - text);

  return text[0] != '\0' ? g_strconcat (first, g_utf8_next_char (text), NULL) : g_strdup ("");
}

static GtkWidget *
make_message_row (SpilFieldEditorPrivate *priv)
{
  GtkWidget *row = adw_preferences_row_new ();
  // A live region: a screen reader says what to mind when it comes.
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  priv->message_label = GTK_LABEL (label);
  gtk_label_set_wrap (priv->message_label, TRUE);
  gtk_label_set_xalign (priv->message_label, 0);
  gtk_widget_add_css_class (label, "field-message");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_visible (row, FALSE);
  return row;
}

static void
spil_field_editor_dispose (GObject *object)
{
  SpilFieldEditorPrivate *priv = PRIVATE (SPIL_FIELD_EDITOR (object));

  g_clear_handle_id (&priv->looking, g_source_remove);
  g_clear_object (&priv->row);
  g_clear_object (&priv->message_row);
  g_clear_object (&priv->worker);
  G_OBJECT_CLASS (spil_field_editor_parent_class)->dispose (object);
}

static void
spil_field_editor_class_init (SpilFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_field_editor_dispose;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
spil_field_editor_init (SpilFieldEditor *self)
{
}

static GType
editor_type (const SpilField *field)
{
  switch (field->type) {
  case SPIL_TYPE_CHOICE:
    return SPIL_TYPE_CHOICE_EDITOR;
  case SPIL_TYPE_SET:
    return SPIL_TYPE_SET_EDITOR;
  case SPIL_TYPE_REFERENCE:
    return SPIL_TYPE_REFERENCE_EDITOR;
  case SPIL_TYPE_BOOLEAN:
    return SPIL_TYPE_SWITCH_EDITOR;
  case SPIL_TYPE_TEXT:
    return (field->flags & SPIL_FIELD_MULTILINE) != 0 ? SPIL_TYPE_NOTE_EDITOR : SPIL_TYPE_TEXT_EDITOR;
  case SPIL_TYPE_INTEGER:
  case SPIL_TYPE_DECIMAL:
  case SPIL_TYPE_MONEY:
  case SPIL_TYPE_DATE:
  case SPIL_TYPE_TIME:
  case SPIL_TYPE_ORDER:
    return SPIL_TYPE_TEXT_EDITOR;
  }
  return SPIL_TYPE_TEXT_EDITOR;
}

SpilFieldEditor *
spil_field_editor_new (SpilWorker *worker, const SpilEntity *entity, const SpilField *field)
{
  return spil_field_editor_new_of (editor_type (field), worker, entity, field);
}

SpilFieldEditor *
spil_field_editor_new_of (GType type, SpilWorker *worker, const SpilEntity *entity, const SpilField *field)
{
  SpilFieldEditor *self = g_object_new (type, NULL);
  SpilFieldEditorPrivate *priv = PRIVATE (self);

  priv->worker = g_object_ref (worker);
  priv->entity = entity;
  priv->field = field;
  priv->row = g_object_ref_sink (SPIL_FIELD_EDITOR_GET_CLASS (self)->make_row (self));
  priv->message_row = g_object_ref_sink (make_message_row (priv));
  if ((field->flags & SPIL_FIELD_REQUIRED) != 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (spil_field_editor_get_input (self)),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
  return self;
}

const SpilEntity *
spil_field_editor_get_entity (SpilFieldEditor *self)
{
  g_return_val_if_fail (SPIL_IS_FIELD_EDITOR (self), NULL);
  return PRIVATE (self)->entity;
}

const SpilField *
spil_field_editor_get_field (SpilFieldEditor *self)
{
  g_return_val_if_fail (SPIL_IS_FIELD_EDITOR (self), NULL);
  return PRIVATE (self)->field;
}

SpilWorker *
spil_field_editor_get_worker (SpilFieldEditor *self)
{
  g_return_val_if_fail (SPIL_IS_FIELD_EDITOR (self), NULL);
  return PRIVATE (self)->worker;
}

GtkWidget *
spil_field_editor_get_row (SpilFieldEditor *self)
{
  g_return_val_if_fail (SPIL_IS_FIELD_EDITOR (self), NULL);
  return PRIVATE (self)->row;
}

GtkWidget *
spil_field_editor_get_input (SpilFieldEditor *self)
{
  g_return_val_if_fail (SPIL_IS_FIELD_EDITOR (self), NULL);

  if (SPIL_FIELD_EDITOR_GET_CLASS (self)->get_accessible != NULL)
    return GTK_WIDGET (SPIL_FIELD_EDITOR_GET_CLASS (self)->get_accessible (self));
  return PRIVATE (self)->row;
}

void
spil_field_editor_set_title (SpilFieldEditor *self, const char *title)
{
  g_return_if_fail (SPIL_IS_FIELD_EDITOR (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (PRIVATE (self)->row), title);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (spil_field_editor_get_input (self)),
                                 GTK_ACCESSIBLE_PROPERTY_REQUIRED);
}

void
spil_field_editor_add_to (SpilFieldEditor *self, AdwPreferencesGroup *group)
{
  g_return_if_fail (SPIL_IS_FIELD_EDITOR (self));

  adw_preferences_group_add (group, PRIVATE (self)->row);
  adw_preferences_group_add (group, PRIVATE (self)->message_row);
}

void
spil_field_editor_add_to_expander (SpilFieldEditor *self, AdwExpanderRow *expander)
{
  g_return_if_fail (SPIL_IS_FIELD_EDITOR (self));

  adw_expander_row_add_row (expander, PRIVATE (self)->row);
  adw_expander_row_add_row (expander, PRIVATE (self)->message_row);
}

void
spil_field_editor_set_value (SpilFieldEditor *self, const SpilValue *value)
{
  g_return_if_fail (SPIL_IS_FIELD_EDITOR (self));
  SPIL_FIELD_EDITOR_GET_CLASS (self)->set_value (self, value);
}

gboolean
spil_field_editor_check (SpilFieldEditor *self, SpilValue *value, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (SPIL_IS_FIELD_EDITOR (self), FALSE);

  if (check_value (self, value, &local)) {
    if (PRIVATE (self)->wrong)
      spil_field_editor_set_error (self, NULL);
    return TRUE;
  }
  spil_value_clear (value);
  spil_field_editor_set_error (self, local->message);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

void
spil_field_editor_peek (SpilFieldEditor *self, SpilValue *value)
{
  g_return_if_fail (SPIL_IS_FIELD_EDITOR (self));

  if (!check_value (self, value, NULL))
    spil_value_clear (value);
}

static void
show_message (SpilFieldEditorPrivate *priv, const char *message)
{
  gtk_label_set_text (priv->message_label, message != NULL ? message : "");
  gtk_widget_set_css_classes (GTK_WIDGET (priv->message_label),
                              (const char *[]) { "field-message", priv->wrong ? "error" : "warning", NULL });
  gtk_widget_set_visible (priv->message_row, message != NULL);
}

void
spil_field_editor_set_error (SpilFieldEditor *self, const char *message)
{
  SpilFieldEditorPrivate *priv;
  SpilFieldEditorClass *klass;
  GtkAccessible *accessible;
  g_autofree char *text = NULL;

  g_return_if_fail (SPIL_IS_FIELD_EDITOR (self));

  priv = PRIVATE (self);
  klass = SPIL_FIELD_EDITOR_GET_CLASS (self);
  accessible = klass->get_accessible != NULL ? klass->get_accessible (self) : GTK_ACCESSIBLE (priv->row);
  priv->wrong = message != NULL;
  if (message == NULL) {
    show_message (priv, NULL);
    gtk_widget_remove_css_class (priv->row, "error");
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
    gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    return;
  }
  text = capitalised (without_label (self, message));
  show_message (priv, text);
  gtk_widget_add_css_class (priv->row, "error");
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, priv->message_label,
                                  NULL, -1);
  gtk_accessible_announce (accessible, text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
spil_field_editor_set_warning (SpilFieldEditor *self, const char *message)
{
  g_return_if_fail (SPIL_IS_FIELD_EDITOR (self));

  if (!PRIVATE (self)->wrong)
    show_message (PRIVATE (self), message);
}

// Where people write freely, or about persons.
static gboolean
is_free_text (const SpilField *field)
{
  return field->type == SPIL_TYPE_TEXT && (field->flags & (SPIL_FIELD_MULTILINE | SPIL_FIELD_PRIVATE)) != 0;
}

// Says what a note should rather not hold; an error goes before.
static void
look (SpilFieldEditor *self)
{
  SpilFieldEditorPrivate *priv = PRIVATE (self);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autofree char *warning = NULL;

  if (priv->wrong || !is_free_text (priv->field))
    return;
  if (SPIL_FIELD_EDITOR_GET_CLASS (self)->get_value (self, &value, NULL) && value.kind == SPIL_VALUE_TEXT)
    warning = spil_sensitive_dup_warning (value.text);
  show_message (priv, warning);
}

static void
on_paused_cb (gpointer user_data)
{
  PRIVATE (user_data)->looking = 0;
  look (user_data);
}

void
spil_field_editor_changed (SpilFieldEditor *self)
{
  g_return_if_fail (SPIL_IS_FIELD_EDITOR (self));

  if (PRIVATE (self)->wrong)
    spil_field_editor_set_error (self, NULL);
  g_clear_handle_id (&PRIVATE (self)->looking, g_source_remove);
  if (is_free_text (PRIVATE (self)->field))
    PRIVATE (self)->looking = g_timeout_add_once (PAUSE_MS, on_paused_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
spil_field_editor_left (SpilFieldEditor *self)
{
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SPIL_IS_FIELD_EDITOR (self));

  // What is still empty may be on its way; what is wrong is said at once.
  if (SPIL_FIELD_EDITOR_GET_CLASS (self)->get_value (self, &value, &error)) {
    if (is_missing (&value) ||
        spil_validate_value (PRIVATE (self)->entity, PRIVATE (self)->field, &value, &error))
      return;
  }
  spil_field_editor_set_error (self, error->message);
}

char *
spil_field_editor_dup_title (SpilFieldEditor *self)
{
  const SpilField *field;

  g_return_val_if_fail (SPIL_IS_FIELD_EDITOR (self), NULL);

  field = PRIVATE (self)->field;
  if ((field->flags & SPIL_FIELD_REQUIRED) == 0)
    return g_strdup (spil_field_label (field));
  // Translators: the label of a field that must be filled in.
  return g_strdup_printf (_ ("%s (required)"), spil_field_label (field));
}
