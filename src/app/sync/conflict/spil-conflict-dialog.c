// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-conflict-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-conflict-card.h"
#include "spil-conflict-view.h"
#include "spil-field-editor.h"
#include "spil-help-topic.h"
#include "spil-row-group.h"
#include "spil-sync-rows.h"

// More sides than this stand one under the other.
#define MAX_BESIDE 3
// Where they do so for want of room, there is more to scroll through.
#define NARROW_HEIGHT 720

struct _SpilConflictDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  SpilConflictView *data;
  GPtrArray *editors; /**< of SpilFieldEditor */
  gboolean settling;

  AdwNavigationView *view;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *sentence;
  GtkBox *cards;
  AdwPreferencesGroup *other_group;
  AdwExpanderRow *other;
  GtkWidget *open_button;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (SpilConflictDialog, spil_conflict_dialog, ADW_TYPE_DIALOG)

static void
refuse (SpilConflictDialog *self, const char *message)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, message);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilConflictDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->view == NULL)
    return;
  self->settling = FALSE;
  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    refuse (self, error->message);
}

static SpilAction *
new_action (SpilConflictDialog *self)
{
  const SpilConflict *conflict = self->data->conflict;
  g_autofree char *label
      // Translators: %s is what it was about: "Phone".
      = g_strdup_printf (_ ("Chosen: %s"), conflict->group_label != NULL && conflict->group_label[0] != '\0'
                                               ? conflict->group_label
                                               : spil_entity_label (conflict->entity));

  return spil_action_new (label);
}

static void
commit (SpilConflictDialog *self, SpilAction *action)
{
  self->settling = TRUE;
  refuse (self, NULL);
  spil_worker_commit (self->worker, action, on_committed_cb, g_object_ref (self));
}

static void
choose (SpilConflictDialog *self, guint side)
{
  g_autoptr (SpilAction) action = NULL;
  g_autoptr (GError) error = NULL;

  if (self->settling || side >= self->data->conflict->sides->len || spil_worker_get_read_only (self->worker))
    return;
  action = new_action (self);
  if (spil_conflict_settle (self->data->conflict, side, action, &error))
    commit (self, g_steal_pointer (&action));
  else
    refuse (self, error->message);
}

static void
on_card_clicked_cb (GtkWidget *card, SpilConflictDialog *self)
{
  choose (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "spil-side")));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (SPIL_CONFLICT_DIALOG (widget), (guint) g_variant_get_int32 (parameter) - 1);
}

/* Another value */

static SpilChange *
read_values (SpilConflictDialog *self)
{
  const SpilConflict *conflict = self->data->conflict;
  g_autoptr (SpilChange) change = spil_change_new (SPIL_CHANGE_SET, conflict->entity, conflict->row);

  for (guint i = 0; i < self->editors->len; i++) {
    SpilFieldEditor *editor = g_ptr_array_index (self->editors, i);
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (!spil_field_editor_check (editor, &value, NULL))
      return NULL;
    spil_change_assign (change, spil_field_editor_get_field (editor)->number, &value);
  }
  return g_steal_pointer (&change);
}

static void
use_other_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilConflictDialog *self = SPIL_CONFLICT_DIALOG (widget);
  g_autoptr (SpilChange) values = NULL;
  g_autoptr (SpilAction) action = NULL;
  g_autoptr (GError) error = NULL;

  if (self->settling || self->editors->len == 0)
    return;
  values = read_values (self);
  if (values == NULL)
    return;
  action = new_action (self);
  if (spil_conflict_settle_with (self->data->conflict, values, action, &error))
    commit (self, g_steal_pointer (&action));
  else
    refuse (self, error->message);
}

static void
add_editor (SpilConflictDialog *self, const SpilField *field)
{
  SpilFieldEditor *editor = spil_field_editor_new (self->worker, self->data->conflict->entity, field);
  const SpilConflictSide *first = spil_conflict_view_get_side (self->data, 0);
  const SpilValue *value = first->change != NULL ? spil_change_get (first->change, field->number) : NULL;

  if (value != NULL)
    spil_field_editor_set_value (editor, value);
  spil_field_editor_add_to_expander (editor, self->other);
  g_ptr_array_add (self->editors, editor);
}

static void
add_other (SpilConflictDialog *self)
{
  GtkWidget *row = adw_button_row_new ();
  gboolean possible = spil_conflict_takes_value (self->data->conflict) && self->data->fields->len > 0 &&
                      !spil_worker_get_read_only (self->worker);

  gtk_widget_set_visible (GTK_WIDGET (self->other_group), possible);
  for (guint i = 0; possible && i < self->data->fields->len; i++)
    add_editor (self, g_ptr_array_index (self->data->fields, i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Use this"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "conflict.use-other");
  gtk_widget_add_css_class (row, "suggested-action");
  adw_expander_row_add_row (self->other, row);
}

/* The dialog */

static void
fill_cards (SpilConflictDialog *self)
{
  gboolean writable = !spil_worker_get_read_only (self->worker);

  for (guint i = 0; i < self->data->conflict->sides->len; i++) {
    GtkWidget *card = spil_conflict_card_new (self->data, i);

    g_object_set_data (G_OBJECT (card), "spil-side", GUINT_TO_POINTER (i));
    g_signal_connect_object (card, "clicked", G_CALLBACK (on_card_clicked_cb), self, 0);
    gtk_widget_set_sensitive (card, writable);
    gtk_box_append (self->cards, card);
    if (i == 0)
      adw_dialog_set_focus (ADW_DIALOG (self), card);
  }
  gtk_widget_set_visible (self->hint, writable);
}

static void
fill (SpilConflictDialog *self)
{
  const SpilConflict *conflict = self->data->conflict;
  g_autofree char *about = spil_join_facts (spil_entity_label (conflict->entity),
                                            conflict->group_label != NULL ? conflict->group_label : "", NULL);
  g_autofree char *id = spil_id_dup_text (conflict->row);
  g_autofree char *target = g_strjoin (" ", conflict->entity->name, id, NULL);

  gtk_label_set_label (self->title, spil_conflict_get_title (conflict));
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->sentence, conflict->sentence);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", target);
  gtk_widget_set_visible (self->open_button, self->data->record != NULL);
  fill_cards (self);
  add_other (self);
}

static void
add_breakpoint (SpilConflictDialog *self)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 520sp"));
  g_auto (GValue) below = G_VALUE_INIT;
  g_auto (GValue) homogeneous = G_VALUE_INIT;
  g_auto (GValue) height = G_VALUE_INIT;

  g_value_init (&height, G_TYPE_INT);
  g_value_set_int (&height, NARROW_HEIGHT);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self), "content-height", &height);
  g_value_init (&below, GTK_TYPE_ORIENTATION);
  g_value_set_enum (&below, GTK_ORIENTATION_VERTICAL);
  g_value_init (&homogeneous, G_TYPE_BOOLEAN);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self->cards), "orientation", &below);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self->cards), "homogeneous", &homogeneous);
  adw_dialog_add_breakpoint (ADW_DIALOG (self), breakpoint);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards), GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->cards, TRUE);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_open_clicked_cb (SpilConflictDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
spil_conflict_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_conflict_dialog_parent_class)->map (widget);
  spil_accessible_name_containers (widget, adw_dialog_get_title (ADW_DIALOG (widget)));
}

static void
spil_conflict_dialog_dispose (GObject *object)
{
  SpilConflictDialog *self = SPIL_CONFLICT_DIALOG (object);

  g_ptr_array_set_size (self->editors, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_CONFLICT_DIALOG);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->data, spil_conflict_view_free);
  G_OBJECT_CLASS (spil_conflict_dialog_parent_class)->dispose (object);
}

static void
spil_conflict_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_CONFLICT_DIALOG (object)->editors);
  G_OBJECT_CLASS (spil_conflict_dialog_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 1; i <= 9; i++) {
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "conflict.choose", "i", (int) i);
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + i, 0, "conflict.choose", "i", (int) i);
  }
}

static void
spil_conflict_dialog_class_init (SpilConflictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_conflict_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_conflict_dialog_finalize;
  widget_class->map = spil_conflict_dialog_map;
  gtk_widget_class_install_action (widget_class, "conflict.choose", "i", choose_action);
  gtk_widget_class_install_action (widget_class, "conflict.use-other", NULL, use_other_action);
  gtk_widget_class_install_action (widget_class, "conflict.close", NULL, close_action);
  add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-conflict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, about);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, cards);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, other_group);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, other);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
}

static void
spil_conflict_dialog_init (SpilConflictDialog *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_help_set_topic (GTK_WIDGET (self), "conflicts");
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  SpilWorker *worker = SPIL_WORKER (source);
  g_autoptr (GError) error = NULL;
  SpilConflictView *data = spil_worker_run_finish (worker, result, &error);
  SpilConflictDialog *self;

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (worker, "failed", error);
  else if (data == NULL)
    gtk_widget_activate_action (parent, "win.toast", "s", _ ("That has been settled already"));
  if (data == NULL)
    return;
  self = g_object_new (SPIL_TYPE_CONFLICT_DIALOG, NULL);
  self->worker = g_object_ref (worker);
  self->data = data;
  fill (self);
  if (data->conflict->sides->len <= MAX_BESIDE)
    add_breakpoint (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

void
spil_conflict_dialog_present (SpilWorker *worker, const char *id, GtkWidget *parent)
{
  spil_worker_run (worker, spil_conflict_view_load, g_strdup (id), g_free,
                   (GDestroyNotify) spil_conflict_view_free, NULL, on_loaded_cb, g_object_ref (parent));
}
