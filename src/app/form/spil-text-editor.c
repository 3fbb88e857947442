// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-text-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-calendar-button.h"
#include "spil-day.h"
#include "spil-money.h"
#include "spil-time.h"

struct _SpilTextEditor
{
  SpilFieldEditor parent_instance;

  GtkEditable *entry;
  gboolean setting; /**< the text is set by the program */
};

G_DEFINE_FINAL_TYPE (SpilTextEditor, spil_text_editor, SPIL_TYPE_FIELD_EDITOR)

static void
on_text_changed_cb (SpilTextEditor *self)
{
  if (!self->setting)
    spil_field_editor_changed (SPIL_FIELD_EDITOR (self));
}

static void
on_day_chosen_cb (SpilTextEditor *self, int number)
{
  const SpilField *field = spil_field_editor_get_field (SPIL_FIELD_EDITOR (self));
  g_autofree char *day = spil_day_format (spil_day (number));
  g_autofree char *text = NULL;
  SpilTime time;

  // A time keeps its hour.
  if (field->type == SPIL_TYPE_TIME && spil_time_parse (gtk_editable_get_text (self->entry), &time)) {
    g_autofree char *old = spil_time_format (time);
    const char *hour = strchr (old, ' ');

    text = g_strconcat (day, hour != NULL ? hour : "", NULL);
  }
  gtk_editable_set_text (self->entry, text != NULL ? text : day);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static int
get_day_cb (SpilTextEditor *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  SpilTime time;
  SpilDay day;

  if (spil_day_parse (text, &day))
    return day.number;
  if (spil_time_parse (text, &time))
    return spil_time_day (time).number;
  return spil_day_today ().number;
}

static GtkInputPurpose
input_purpose (SpilType type)
{
  switch (type) {
  case SPIL_TYPE_INTEGER:
  case SPIL_TYPE_DECIMAL:
  case SPIL_TYPE_MONEY:
    return GTK_INPUT_PURPOSE_NUMBER;
  default:
    return GTK_INPUT_PURPOSE_FREE_FORM;
  }
}

static void
add_suffix (SpilTextEditor *self, AdwEntryRow *row)
{
  SpilType type = spil_field_editor_get_field (SPIL_FIELD_EDITOR (self))->type;

  if (type == SPIL_TYPE_DATE || type == SPIL_TYPE_TIME) {
    GtkWidget *button = spil_calendar_button_new ();

    g_signal_connect_object (button, "day-chosen", G_CALLBACK (on_day_chosen_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (button, "get-day", G_CALLBACK (get_day_cb), self, G_CONNECT_SWAPPED);
    adw_entry_row_add_suffix (row, button);
  } else if (type == SPIL_TYPE_MONEY)
    adw_entry_row_add_suffix (row, gtk_label_new ("€"));
}

static GtkWidget *
make_row (SpilFieldEditor *editor)
{
  SpilTextEditor *self = SPIL_TEXT_EDITOR (editor);
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *title = spil_field_editor_dup_title (editor);

  self->entry = GTK_EDITABLE (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row),
                                   input_purpose (spil_field_editor_get_field (editor)->type));
  add_suffix (self, ADW_ENTRY_ROW (row));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (spil_field_editor_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  return row;
}

// As one types it: an amount without the sign of the euro, since that stands beside the entry.
static char *
to_typed_text (const SpilField *field, const SpilValue *value)
{
  g_autofree char *text = spil_value_format (field, value);

  if (field->type == SPIL_TYPE_MONEY && value->kind == SPIL_VALUE_INTEGER) {
    g_autofree char *amount = spil_money_format (ABS (value->integer), SPIL_MONEY_BRIEF);
    const char *number = strpbrk (amount, "0123456789");

    return g_strconcat (value->integer < 0 ? "-" : "", number != NULL ? number : "", NULL);
  }
  return g_steal_pointer (&text);
}

static void
set_value (SpilFieldEditor *editor, const SpilValue *value)
{
  SpilTextEditor *self = SPIL_TEXT_EDITOR (editor);
  g_autofree char *text = to_typed_text (spil_field_editor_get_field (editor), value);

  self->setting = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->setting = FALSE;
}

static gboolean
get_value (SpilFieldEditor *editor, SpilValue *value, GError **error)
{
  SpilTextEditor *self = SPIL_TEXT_EDITOR (editor);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  return spil_value_parse (spil_field_editor_get_field (editor), text, value, error);
}

static GtkAccessible *
get_accessible (SpilFieldEditor *editor)
{
  return GTK_ACCESSIBLE (gtk_editable_get_delegate (SPIL_TEXT_EDITOR (editor)->entry));
}

static void
spil_text_editor_class_init (SpilTextEditorClass *klass)
{
  SpilFieldEditorClass *editor_class = SPIL_FIELD_EDITOR_CLASS (klass);

  editor_class->make_row = make_row;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
  editor_class->get_accessible = get_accessible;
}

static void
spil_text_editor_init (SpilTextEditor *self)
{
}
