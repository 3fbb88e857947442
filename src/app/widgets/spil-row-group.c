// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-row-group.h"

#include <glib/gi18n-lib.h>

#include "spil-page.h"
#include "spil-record-dialog.h"

// What stands at the end of a row and is longer than this may wrap.
#define MAX_END_CHARS 20

struct _SpilRowGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /**< in the group; borrowed */
  GtkWidget *add_button; /**< NULL: nothing can be added */
  SpilRecord *preset;
  const int *fields;
  const int *kept; /**< of a series; NULL: one at a time */
  int focused; /**< while it is filled: the place of the row that had the focus; -1: none */
};

G_DEFINE_FINAL_TYPE (SpilRowGroup, spil_row_group, ADW_TYPE_PREFERENCES_GROUP)

static SpilWorker *
find_worker (GtkWidget *widget)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, SPIL_TYPE_PAGE);

  return page != NULL ? spil_page_get_worker (SPIL_PAGE (page)) : NULL;
}

// The place of the row that the focus is in; -1: none.
static int
find_focused (SpilRowGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++) {
    GtkWidget *row = g_ptr_array_index (self->rows, i);

    if (focus == row || gtk_widget_is_ancestor (focus, row))
      return (int) i;
  }
  return -1;
}

static void
focus_row (SpilRowGroup *self, int at)
{
  if (at < 0)
    return;
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN ((guint) at, self->rows->len - 1)));
  else if (self->add_button != NULL)
    gtk_widget_grab_focus (self->add_button);
}

void
spil_row_group_begin (SpilRowGroup *self)
{
  g_return_if_fail (SPIL_IS_ROW_GROUP (self));

  self->focused = find_focused (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

void
spil_row_group_append (SpilRowGroup *self, GtkWidget *row)
{
  g_return_if_fail (SPIL_IS_ROW_GROUP (self));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

void
spil_row_group_end (SpilRowGroup *self, const char *nothing)
{
  g_return_if_fail (SPIL_IS_ROW_GROUP (self));

  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->rows->len > 0 || nothing != NULL || self->add_button != NULL);
  if (self->rows->len == 0 && nothing != NULL) {
    GtkWidget *row = spil_text_row_new (nothing, NULL, NULL);

    gtk_widget_add_css_class (row, "dimmed");
    spil_row_group_append (self, row);
  }
  focus_row (self, self->focused);
}

static void
spil_row_group_dispose (GObject *object)
{
  g_clear_object (&SPIL_ROW_GROUP (object)->preset);
  G_OBJECT_CLASS (spil_row_group_parent_class)->dispose (object);
}

static void
spil_row_group_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_ROW_GROUP (object)->rows);
  G_OBJECT_CLASS (spil_row_group_parent_class)->finalize (object);
}

static void
spil_row_group_class_init (SpilRowGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_row_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_row_group_finalize;
}

static void
spil_row_group_init (SpilRowGroup *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
spil_row_group_new (const char *title)
{
  return g_object_new (SPIL_TYPE_ROW_GROUP, "title", title, NULL);
}

void
spil_row_group_set_add_label (SpilRowGroup *self, const char *label)
{
  g_return_if_fail (SPIL_IS_ROW_GROUP (self) && self->add_button != NULL);

  gtk_widget_set_tooltip_text (self->add_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
make_add_button (SpilRowGroup *self)
{
  g_autofree char *tooltip
      // Translators: %s is what is added, such as "Risk".
      = g_strdup_printf (_ ("Add: %s"), spil_entity_label (spil_record_get_entity (self->preset)));

  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_START);
  spil_row_group_set_add_label (self, tooltip);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (spil_row_group_add), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}

void
spil_row_group_set_add (SpilRowGroup *self, SpilRecord *preset, const int *fields)
{
  g_return_if_fail (SPIL_IS_ROW_GROUP (self));

  g_set_object (&self->preset, preset);
  self->fields = fields;
  if (self->add_button == NULL)
    make_add_button (self);
}

void
spil_row_group_set_series (SpilRowGroup *self, const int *kept)
{
  g_return_if_fail (SPIL_IS_ROW_GROUP (self));

  self->kept = kept;
}

static void
on_add_closed_cb (SpilRowGroup *self)
{
  if (self->add_button != NULL)
    gtk_widget_grab_focus (self->add_button);
}

void
spil_row_group_add (SpilRowGroup *self)
{
  SpilWorker *worker;
  SpilRecordDialog *dialog;

  g_return_if_fail (SPIL_IS_ROW_GROUP (self));

  worker = find_worker (GTK_WIDGET (self));
  if (worker == NULL || self->preset == NULL)
    return;
  dialog = spil_record_dialog_new_add (worker, spil_record_get_entity (self->preset), self->preset);
  if (self->fields != NULL)
    spil_record_dialog_set_fields (dialog, self->fields);
  if (self->kept != NULL)
    spil_record_dialog_set_series (dialog, self->kept);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_add_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Rows */

// Of its longest line.
static int
count_chars (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  glong n_chars = 0;

  for (int i = 0; lines[i] != NULL; i++)
    n_chars = MAX (n_chars, g_utf8_strlen (lines[i], -1));
  return (int) n_chars;
}

// So wide is the end of a row at least: whole when it is short, otherwise in two lines, if that will do.
static int
end_chars (const char *end)
{
  int n_chars = count_chars (end);

  return n_chars <= MAX_END_CHARS ? n_chars : MIN (n_chars / 2 + 2, MAX_END_CHARS);
}

GtkWidget *
spil_text_row_new (const char *title, const char *subtitle, const char *end)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (end != NULL && end[0] != '\0') {
    GtkWidget *label = gtk_label_new (end);

    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_width_chars (GTK_LABEL (label), end_chars (end));
    gtk_label_set_xalign (GTK_LABEL (label), 1);
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
    gtk_widget_add_css_class (label, "numeric");
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  }
  return row;
}

void
spil_text_row_open (GtkWidget *row, SpilEntityNumber entity, SpilId id)
{
  g_autofree char *text = spil_id_dup_text (id);
  g_autofree char *target = g_strjoin (" ", spil_entity (entity)->name, text, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
}

// The form of a row of a group: afterwards the focus goes back to the row that stands in its place.
typedef struct
{
  SpilRowGroup *group;
  int at;
} Return;

static void
on_edit_closed_cb (SpilRecordDialog *dialog, Return *back)
{
  if (back->group != NULL)
    focus_row (back->group, back->at);
}

static void
return_free (gpointer data, GClosure *closure)
{
  Return *back = data;

  g_clear_weak_pointer (&back->group);
  g_free (back);
}

void
spil_present_edit (GtkWidget *widget, SpilRecord *record, const int *fields)
{
  SpilWorker *worker = find_worker (widget);
  GtkWidget *group = gtk_widget_get_ancestor (widget, SPIL_TYPE_ROW_GROUP);
  SpilRecordDialog *dialog;

  if (worker == NULL)
    return;
  dialog = spil_record_dialog_new_edit (worker, record);
  if (fields != NULL)
    spil_record_dialog_set_fields (dialog, fields);
  if (group != NULL) {
    Return *back = g_new0 (Return, 1);
    guint at;

    g_set_weak_pointer (&back->group, SPIL_ROW_GROUP (group));
    back->at = g_ptr_array_find (back->group->rows, widget, &at) ? (int) at : -1;
    g_signal_connect_data (dialog, "closed", G_CALLBACK (on_edit_closed_cb), back, return_free, 0);
  }
  adw_dialog_present (ADW_DIALOG (dialog), gtk_widget_get_ancestor (widget, SPIL_TYPE_PAGE));
}

static void
on_edit_activated_cb (GtkWidget *row, gpointer fields)
{
  spil_present_edit (row, g_object_get_data (G_OBJECT (row), "spil-record"), fields);
}

void
spil_text_row_edit (GtkWidget *row, SpilRecord *record, const int *fields)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "spil-record", g_object_ref (record), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (on_edit_activated_cb), (gpointer) fields);
}

// What a row that is not at hand is found by.
typedef struct
{
  const SpilEntity *entity;
  SpilId id;
} Key;

static void
free_key (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_edit_by_id_activated_cb (GtkWidget *row, const Key *key)
{
  SpilWorker *worker = find_worker (row);

  if (worker != NULL)
    spil_record_dialog_present_edit (worker, key->entity, key->id,
                                     gtk_widget_get_ancestor (row, SPIL_TYPE_PAGE));
}

void
spil_text_row_edit_by_id (GtkWidget *row, SpilEntityNumber entity, SpilId id)
{
  const Key key = { spil_entity (entity), id };

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (on_edit_by_id_activated_cb),
                         g_memdup2 (&key, sizeof key), free_key, 0);
}

char *
spil_join_facts (const char *first, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *fact = first;
  va_list facts;

  va_start (facts, first);
  // A fact that is empty is left out: NULL ends the list.
  for (; fact != NULL; fact = va_arg (facts, const char *))
    if (fact[0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", fact);
  va_end (facts);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
