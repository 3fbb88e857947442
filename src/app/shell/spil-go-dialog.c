// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-go-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-pages.h"
#include "spil-record-words.h"
#include "spil-shortcuts.h"
#include "spil-text.h"

// Rows of each entity that are offered at most.
#define MAX_ROWS 5

struct _SpilGoDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  GCancellable *searching;
  GPtrArray *record_rows; /**< borrowed */

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (SpilGoDialog, spil_go_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
make_row (const char *icon, const char *title, const char *detail, const char *action)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *end = gtk_label_new (detail);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, detail);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (end, "dimmed");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "spil-action", g_strdup (action), g_free);
  g_object_set_data_full (G_OBJECT (row), "spil-words", spil_text_fold (title), g_free);
  return row;
}

static void
add_pages (SpilGoDialog *self)
{
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  for (int i = 0; i < n_pages; i++) {
    g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].name);

    gtk_list_box_append (self->list,
                         make_row (pages[i].icon, spil_page_info_title (&pages[i]), _ ("Page"), action));
  }
}

static void
add_actions (SpilGoDialog *self)
{
  int n_shortcuts;
  const SpilShortcut *shortcuts = spil_shortcuts (&n_shortcuts);

  for (int i = 0; i < n_shortcuts; i++)
    if (!g_str_equal (shortcuts[i].action, "win.go"))
      gtk_list_box_append (self->list, make_row ("system-run-symbolic", _ (shortcuts[i].title),
                                                                          _ ("Action"), shortcuts[i].action));
}

/* Searching rows */

static gboolean
add_found (SpilStore *store, int entity, const char *text, GPtrArray *found, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));
  g_autoptr (GPtrArray) records = NULL;

  spil_query_search (query, text);
  spil_query_window (query, 0, MAX_ROWS);
  records = spil_store_list (store, query, error);
  if (records == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (found, g_steal_pointer (&records));
  return TRUE;
}

static gpointer
search_records (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  for (int i = 0; i < n_pages; i++)
    if (pages[i].entity != 0 && spil_entity_can_be_searched (spil_entity (pages[i].entity)) &&
        !add_found (store, pages[i].entity, data, found, error))
      return NULL;
  return g_steal_pointer (&found);
}

static void
add_record (SpilGoDialog *self, SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);
  g_autofree char *id = spil_id_dup_text (spil_record_get_id (record));
  g_autofree char *action = g_strdup_printf ("win.open-record::%s %s", entity->name, id);
  g_autofree char *title = spil_record_dup_one_line (record);
  int n_pages;
  const char *icon = spil_pages (&n_pages)[spil_pages_find_for_entity (entity->number)].icon;
  GtkWidget *row = make_row (icon, title, spil_entity_label (entity), action);

  // What the store found matches by any of its fields.
  g_object_set_data (G_OBJECT (row), "spil-words", NULL);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->record_rows, row);
}

static void
clear_records (SpilGoDialog *self)
{
  for (guint i = 0; i < self->record_rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->record_rows, i));
  g_ptr_array_set_size (self->record_rows, 0);
}

static void
select_first (SpilGoDialog *self)
{
  GtkListBoxRow *first = NULL;

  for (int i = 0; first == NULL; i++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

    if (row == NULL)
      break;
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      first = row;
  }
  gtk_list_box_select_row (self->list, first);
  gtk_stack_set_visible_child_name (self->stack, first != NULL ? "list" : "empty");
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilGoDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
  if (g_task_get_cancellable (G_TASK (result)) != self->searching || found == NULL)
    return;
  clear_records (self);
  for (guint i = 0; i < found->len; i++)
    add_record (self, g_ptr_array_index (found, i));
  select_first (self);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  SpilGoDialog *self = user_data;
  const char *words = g_object_get_data (G_OBJECT (row), "spil-words");
  g_autofree char *text = spil_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  return words == NULL || strstr (words, text) != NULL;
}

static void
on_search_changed_cb (SpilGoDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  gtk_list_box_invalidate_filter (self->list);
  if (text[0] == '\0')
    clear_records (self);
  else {
    self->searching = g_cancellable_new ();
    spil_worker_run (self->worker, search_records, g_strdup (text), g_free,
                     (GDestroyNotify) g_ptr_array_unref, self->searching, on_found_cb, g_object_ref (self));
  }
  select_first (self);
}

static void
go (SpilGoDialog *self, GtkListBoxRow *row)
{
  const char *action = row != NULL ? g_object_get_data (G_OBJECT (row), "spil-action") : NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (action == NULL || !g_action_parse_detailed_name (action, &name, &target, NULL))
    return;
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action_variant (window, name, target);
}

static void
on_row_activated_cb (SpilGoDialog *self, GtkListBoxRow *row)
{
  go (self, row);
}

static void
on_search_activated_cb (SpilGoDialog *self)
{
  go (self, gtk_list_box_get_selected_row (self->list));
}

static gboolean
focus_list (SpilGoDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_next_match_cb (SpilGoDialog *self)
{
  focus_list (self);
}

static void
on_stop_search_cb (SpilGoDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
on_search_key_cb (SpilGoDialog *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  return focus_list (self);
}

static void
spil_go_dialog_dispose (GObject *object)
{
  SpilGoDialog *self = SPIL_GO_DIALOG (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->worker);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_GO_DIALOG);
  G_OBJECT_CLASS (spil_go_dialog_parent_class)->dispose (object);
}

static void
spil_go_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_GO_DIALOG (object)->record_rows);
  G_OBJECT_CLASS (spil_go_dialog_parent_class)->finalize (object);
}

static void
spil_go_dialog_class_init (SpilGoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_go_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_go_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-go-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilGoDialog, search);
  gtk_widget_class_bind_template_child (widget_class, SpilGoDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SpilGoDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
spil_go_dialog_init (SpilGoDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->record_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  // Typing goes on from the list too.
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->list));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
}

AdwDialog *
spil_go_dialog_new (SpilWorker *worker)
{
  SpilGoDialog *self = g_object_new (SPIL_TYPE_GO_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  add_pages (self);
  add_actions (self);
  select_first (self);
  return ADW_DIALOG (self);
}
