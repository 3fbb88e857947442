// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-entry-row.h"

#include "spil-accessible.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 12
#define AMOUNT_CHARS 11

struct _SpilEntryRow
{
  GtkListBoxRow parent_instance;

  SpilRecord *record;
  const int *fields;
  gboolean setting; /**< the program changes it, not a person */

  GPtrArray *inputs; /**< of GtkEntry or GtkCheckButton, as the fields; borrowed */
  GtkWidget *first_line;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (SpilEntryRow, spil_entry_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  EDITED,
  REMOVED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const SpilField *
field_at (SpilEntryRow *self, guint index)
{
  return spil_entity_field (spil_record_get_entity (self->record), self->fields[index]);
}

static void
set_error (SpilEntryRow *self, GtkWidget *input, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
  spil_accessible_mark_wrong (input, self->error, message);
}

/* Showing */

static char *
dup_shown (SpilEntryRow *self, guint index)
{
  return spil_record_format (self->record, self->fields[index]);
}

static void
show_field (SpilEntryRow *self, guint index)
{
  GtkWidget *input = self->inputs->pdata[index];
  g_autofree char *text = NULL;

  if (GTK_IS_CHECK_BUTTON (input)) {
    gtk_check_button_set_active (GTK_CHECK_BUTTON (input),
                                 spil_record_get_boolean (self->record, self->fields[index]));
    return;
  }
  text = dup_shown (self, index);
  gtk_editable_set_text (GTK_EDITABLE (input), text);
  gtk_widget_remove_css_class (input, "error");
}

static gboolean
is_typed_in (GtkWidget *input)
{
  return (gtk_widget_get_state_flags (input) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

// "Remove “Fietsenstalling”": each button is about its row, and so is each field.
static void
name_buttons (SpilEntryRow *self)
{
  const char *title = spil_record_get_title (self->record);

  for (guint i = 0; i < self->inputs->len; i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (g_ptr_array_index (self->inputs, i)),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title != NULL ? title : "", -1);

  for (GtkWidget *child = gtk_widget_get_first_child (self->first_line); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    const char *what = g_object_get_data (G_OBJECT (child), "spil-what");
    g_autofree char *name = what != NULL ? g_strdup_printf ("%s: %s", what, title != NULL ? title : "")
                                         : NULL;

    if (name != NULL)
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
}

static void
show_record (SpilEntryRow *self)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->inputs->len; i++)
    if (!is_typed_in (self->inputs->pdata[i]))
      show_field (self, i);
  self->setting = FALSE;
  name_buttons (self);
}

/* Typing */

// The row holds at once what it is to be: it must not be told twice.
static void
edit (SpilEntryRow *self, SpilRecord *after)
{
  g_signal_emit (self, signals[EDITED], 0, after);
  g_set_object (&self->record, after);
}

static void
keep (SpilEntryRow *self, guint index)
{
  GtkWidget *input = self->inputs->pdata[index];
  const char *text = gtk_editable_get_text (GTK_EDITABLE (input));
  g_autofree char *shown = dup_shown (self, index);
  g_autoptr (SpilRecord) after = NULL;
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (text, shown) == 0) {
    gtk_widget_remove_css_class (input, "error");
    set_error (self, input, NULL);
    return;
  }
  if (!spil_value_parse (field_at (self, index), text, &value, &error) ||
      (value.kind == SPIL_VALUE_NULL && (field_at (self, index)->flags & SPIL_FIELD_REQUIRED) != 0)) {
    gtk_widget_add_css_class (input, "error");
    set_error (self, input, error != NULL ? error->message : _ ("This may not be empty."));
    return;
  }
  set_error (self, input, NULL);
  after = spil_record_copy (self->record);
  spil_record_set (after, self->fields[index], &value);
  edit (self, after);
}

static guint
index_of (SpilEntryRow *self, GtkWidget *input)
{
  guint index = 0;

  g_ptr_array_find (self->inputs, input, &index);
  return index;
}

static void
on_activate_cb (SpilEntryRow *self, GtkWidget *input)
{
  keep (self, index_of (self, input));
}

static void
on_leave_cb (SpilEntryRow *self, GtkEventController *controller)
{
  keep (self, index_of (self, gtk_event_controller_get_widget (controller)));
}

static void
on_toggled_cb (SpilEntryRow *self, GtkCheckButton *check)
{
  g_autoptr (SpilRecord) after = NULL;

  if (self->setting)
    return;
  after = spil_record_copy (self->record);
  spil_record_set_integer (after, self->fields[index_of (self, GTK_WIDGET (check))],
                           gtk_check_button_get_active (check));
  edit (self, after);
}

// Esc takes back what was typed; Alt with the arrows moves the row.
static gboolean
on_key_cb (SpilEntryRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((state & GDK_ALT_MASK) != 0 && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)) {
    g_signal_emit (self, signals[MOVED], 0, keyval == GDK_KEY_Up ? -1 : 1);
    return TRUE;
  }
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  for (guint i = 0; focus != NULL && i < self->inputs->len; i++) {
    g_autofree char *shown = NULL;

    if (!GTK_IS_ENTRY (self->inputs->pdata[i]) || !gtk_widget_is_ancestor (focus, self->inputs->pdata[i]))
      continue;
    shown = dup_shown (self, i);
    if (g_str_equal (shown, gtk_editable_get_text (self->inputs->pdata[i])))
      return FALSE;
    show_field (self, i);
    set_error (self, self->inputs->pdata[i], NULL);
    return TRUE;
  }
  return FALSE;
}

/* The widgets */

static GtkWidget *
make_entry (SpilEntryRow *self, const SpilField *field)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (field->type == SPIL_TYPE_MONEY) {
    gtk_editable_set_width_chars (GTK_EDITABLE (entry), AMOUNT_CHARS);
    gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), AMOUNT_CHARS);
    gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
    gtk_widget_add_css_class (entry, "numeric");
  } else {
    gtk_editable_set_width_chars (GTK_EDITABLE (entry), NAME_CHARS);
    gtk_widget_set_hexpand (entry, TRUE);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spil_field_label (field), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  g_ptr_array_add (self->inputs, entry);
  return entry;
}

static GtkWidget *
make_check (SpilEntryRow *self, const SpilField *field)
{
  GtkWidget *check = gtk_check_button_new_with_label (spil_field_label (field));

  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->inputs, check);
  return check;
}

// The name of a field and its entry, beside each other.
static GtkWidget *
make_part (SpilEntryRow *self, const SpilField *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (spil_field_label (field));

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_entry (self, field));
  return box;
}

static void
on_removed_cb (SpilEntryRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
on_up_cb (SpilEntryRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, -1);
}

static void
on_down_cb (SpilEntryRow *self)
{
  g_signal_emit (self, signals[MOVED], 0, 1);
}

static void
add_button (SpilEntryRow *self, const char *icon, const char *what, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, what);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "spil-what", (gpointer) what);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->first_line), button);
}

static void
spil_entry_row_finalize (GObject *object)
{
  SpilEntryRow *self = SPIL_ENTRY_ROW (object);

  g_clear_object (&self->record);
  g_ptr_array_unref (self->inputs);
  G_OBJECT_CLASS (spil_entry_row_parent_class)->finalize (object);
}

static void
spil_entry_row_class_init (SpilEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_entry_row_finalize;
  signals[EDITED] = g_signal_new ("edited", SPIL_TYPE_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, SPIL_TYPE_RECORD);
  signals[REMOVED] = g_signal_new ("removed", SPIL_TYPE_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", SPIL_TYPE_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
spil_entry_row_init (SpilEntryRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->inputs = g_ptr_array_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

// What is yes or no stands beside the title, the rest under it.
static void
add_others (SpilEntryRow *self, AdwWrapBox *others)
{
  for (guint i = 1; self->fields[i] != 0; i++)
    if (field_at (self, i)->type == SPIL_TYPE_BOOLEAN)
      gtk_box_append (GTK_BOX (self->first_line), make_check (self, field_at (self, i)));
    else
      adw_wrap_box_append (others, make_part (self, field_at (self, i)));
}

static void
make_lines (SpilEntryRow *self, gboolean ordered)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *others = adw_wrap_box_new ();

  self->first_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->first_line), make_entry (self, field_at (self, 0)));
  add_others (self, ADW_WRAP_BOX (others));
  if (ordered) {
    add_button (self, "go-up-symbolic", _ ("Move up"), G_CALLBACK (on_up_cb));
    add_button (self, "go-down-symbolic", _ ("Move down"), G_CALLBACK (on_down_cb));
  }
  add_button (self, "user-trash-symbolic", _ ("Remove"), G_CALLBACK (on_removed_cb));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (others), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (others), 6);
  gtk_widget_set_visible (others, self->fields[1] != 0);
  self->error = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (box), self->first_line);
  gtk_box_append (GTK_BOX (box), others);
  gtk_box_append (GTK_BOX (box), self->error);
  gtk_widget_add_css_class (box, "entry-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
spil_entry_row_new (SpilRecord *record, const int *fields, gboolean ordered)
{
  SpilEntryRow *self = g_object_new (SPIL_TYPE_ENTRY_ROW, NULL);

  self->fields = fields;
  self->record = spil_record_copy (record);
  make_lines (self, ordered);
  show_record (self);
  return GTK_WIDGET (self);
}

SpilRecord *
spil_entry_row_get_record (SpilEntryRow *self)
{
  g_return_val_if_fail (SPIL_IS_ENTRY_ROW (self), NULL);
  return self->record;
}

void
spil_entry_row_set_record (SpilEntryRow *self, SpilRecord *record)
{
  g_return_if_fail (SPIL_IS_ENTRY_ROW (self));

  g_object_unref (self->record);
  self->record = spil_record_copy (record);
  show_record (self);
}
