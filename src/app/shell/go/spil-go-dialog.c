// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-go-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "spil-go-words.h"
#include "spil-help-topic.h"
#include "spil-list-search.h"
#include "spil-pages.h"
#include "spil-shortcuts.h"
#include "spil-text.h"

// Letters of a command that must be typed before it stands in the way of what else begins so.
#define LEAST_OF_COMMAND 4

struct _SpilGoDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  GCancellable *searching; // NULL: what is shown is what was found for the text
  gboolean go_when_found; // Enter was pressed before
  GPtrArray *found_rows; /**< borrowed */
  int n_standing; // rows that are always there, before those

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (SpilGoDialog, spil_go_dialog, ADW_TYPE_DIALOG)

// What can be done besides what has a key.
static const struct
{
  const char *action;
  const char *title;
} commands[] = {
  { "win.add::organisation", N_ ("Add employer") },
  { "win.sync", N_ ("Bring up to date now") },
  { "win.backup", N_ ("Make a copy") },
  { "win.restore", N_ ("Put back a copy") },
  { "win.about-data", N_ ("About these data") },
  { "win.audit", N_ ("Who did what") },
  { "win.retention", N_ ("Personal data to erase") },
  { "win.remove-local", N_ ("Remove local data") },
  { "win.tour", N_ ("First steps") },
  { "win.about", N_ ("About Spil") },
};

static void
add_standing (SpilGoDialog *self, const SpilGoRowContent *content)
{
  gtk_list_box_append (self->list, spil_go_row_new (content));
  self->n_standing++;
}

static void
add_pages (SpilGoDialog *self)
{
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  for (int i = 0; i < n_pages; i++) {
    g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].name);
    g_autofree char *title = g_markup_escape_text (spil_page_info_title (&pages[i]), -1);

    add_standing (self, &(SpilGoRowContent) { .order = SPIL_GO_PAGES,
                                              .group = _ ("Pages"),
                                              .icon = pages[i].icon,
                                              .title = title,
                                              .action = action });
  }
}

static void
add_command (SpilGoDialog *self, const char *title, const char *key, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *label = NULL;
  g_autofree char *detail = NULL;
  guint value;
  GdkModifierType modifiers;

  if (key != NULL && gtk_accelerator_parse (key, &value, &modifiers))
    label = gtk_accelerator_get_label (value, modifiers);
  detail = label != NULL ? g_markup_escape_text (label, -1) : NULL;
  add_standing (self, &(SpilGoRowContent) { .order = SPIL_GO_COMMANDS,
                                            .group = _ ("Commands"),
                                            .icon = "system-run-symbolic",
                                            .title = escaped,
                                            .detail = detail,
                                            .action = action });
}

static void
add_commands (SpilGoDialog *self)
{
  int n_shortcuts;
  const SpilShortcut *shortcuts = spil_shortcuts (&n_shortcuts);

  for (int i = 0; i < n_shortcuts; i++)
    if (!g_str_equal (shortcuts[i].action, "win.go"))
      add_command (self, _ (shortcuts[i].title), shortcuts[i].keys[0], shortcuts[i].action);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    add_command (self, _ (commands[i].title), NULL, commands[i].action);
}

/* Searching rows */

static gboolean
is_cancelled (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

static gpointer
search_rows (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return spil_find_query (store, data, is_cancelled, cancellable, error);
}

static void
clear_found (SpilGoDialog *self)
{
  for (guint i = 0; i < self->found_rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->found_rows, i));
  g_ptr_array_set_size (self->found_rows, 0);
}

// What was found stands after the pages and the commands.
static void
show_found (SpilGoDialog *self, GPtrArray *groups)
{
  clear_found (self);
  for (guint i = 0; i < groups->len; i++) {
    const SpilFoundGroup *group = g_ptr_array_index (groups, i);

    for (guint j = 0; j < group->found->len; j++) {
      GtkWidget *row = spil_go_found_row_new (group, (int) i, g_ptr_array_index (group->found, j));

      gtk_list_box_insert (self->list, row, self->n_standing + (int) self->found_rows->len);
      g_ptr_array_add (self->found_rows, row);
    }
  }
}

static gboolean
is_shown (GtkListBoxRow *row)
{
  return gtk_widget_get_child_visible (GTK_WIDGET (row));
}

// The next row that is shown after @row in the direction @step; with @group, the first of another group.
static GtkListBoxRow *
find_row (SpilGoDialog *self, GtkListBoxRow *row, int step, gboolean group)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next;

  for (; index >= 0 && (next = gtk_list_box_get_row_at_index (self->list, index)) != NULL; index += step)
    if (is_shown (next) && (!group || row == NULL || gtk_list_box_row_get_header (next) != NULL) &&
        !(group && row != NULL &&
          spil_go_row_get_order (SPIL_GO_ROW (next)) == spil_go_row_get_order (SPIL_GO_ROW (row))))
      return next;
  return NULL;
}

static void
select_first (SpilGoDialog *self)
{
  GtkListBoxRow *first = find_row (self, NULL, 1, FALSE);

  gtk_list_box_select_row (self->list, first);
  // While the answer is awaited, nothing is said to be missing.
  if (first != NULL)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (self->searching == NULL)
    gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
go (SpilGoDialog *self, GtkListBoxRow *row)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (row == NULL ||
      !g_action_parse_detailed_name (spil_go_row_get_action (SPIL_GO_ROW (row)), &name, &target, NULL))
    return;
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action_variant (window, name, target);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilGoDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
  if (g_task_get_cancellable (G_TASK (result)) != self->searching)
    return;
  g_clear_object (&self->searching);
  if (groups != NULL)
    show_found (self, groups);
  select_first (self);
  if (self->go_when_found)
    go (self, gtk_list_box_get_selected_row (self->list));
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  SpilGoDialog *self = user_data;
  g_autofree char *text = spil_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  int order = spil_go_row_get_order (SPIL_GO_ROW (row));

  if (order == SPIL_GO_COMMANDS && *text != '\0' && g_utf8_strlen (text, -1) < LEAST_OF_COMMAND)
    return FALSE;
  return order >= SPIL_GO_FOUND || spil_go_row_matches (SPIL_GO_ROW (row), (const char *const *) words);
}

static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  spil_go_row_set_headed (SPIL_GO_ROW (row), before == NULL || spil_go_row_get_order (SPIL_GO_ROW (before)) !=
                                                                   spil_go_row_get_order (SPIL_GO_ROW (row)));
}

static void
on_search_changed_cb (SpilGoDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->go_when_found = FALSE;
  if (text[0] == '\0')
    clear_found (self);
  else {
    self->searching = g_cancellable_new ();
    spil_worker_run (self->worker, search_rows, g_strdup (text), g_free, (GDestroyNotify) g_ptr_array_unref,
                     self->searching, on_found_cb, g_object_ref (self));
  }
  gtk_list_box_invalidate_filter (self->list);
  select_first (self);
}

static void
on_row_activated_cb (SpilGoDialog *self, GtkListBoxRow *row)
{
  go (self, row);
}

// What was found for an earlier text is not what is meant.
static void
on_search_activated_cb (SpilGoDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->go_when_found = self->searching != NULL &&
                        (row == NULL || g_ptr_array_find (self->found_rows, row, NULL));
  if (!self->go_when_found)
    go (self, row);
}

static void
on_stop_search_cb (SpilGoDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
move_to (SpilGoDialog *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->list, row);
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_next_match_cb (SpilGoDialog *self)
{
  move_to (self, find_row (self, gtk_list_box_get_selected_row (self->list), 1, FALSE));
}

static gboolean
focus_search (SpilGoDialog *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

// Up and down go from the field into the rows and back; with Ctrl, from group to group.
static gboolean
on_key_cb (SpilGoDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean group = (state & GDK_CONTROL_MASK) != 0;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  gboolean typing = gtk_widget_has_focus (
      GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->search))));

  switch (keyval) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return move_to (self, find_row (self, row, 1, group)) || (typing && move_to (self, row));
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    if (typing)
      return FALSE;
    return move_to (self, find_row (self, row, -1, group)) || focus_search (self);
  default:
    return FALSE;
  }
}

// Ctrl+B: to the visit sheet of the employer that is chosen.
static gboolean
visit (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  static const char opens[] = "win.open-record::";
  SpilGoDialog *self = SPIL_GO_DIALOG (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const char *action = row != NULL ? spil_go_row_get_action (SPIL_GO_ROW (row)) : "";

  if (!g_str_has_prefix (action, "win.open-record::organisation "))
    return FALSE;
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.open-visit", "s", action + strlen (opens));
  return TRUE;
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
  g_ptr_array_unref (SPIL_GO_DIALOG (object)->found_rows);
  G_OBJECT_CLASS (spil_go_dialog_parent_class)->finalize (object);
}

static void
spil_go_dialog_class_init (SpilGoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_go_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_go_dialog_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, visit, NULL);
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

  self->found_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  // Typing goes on from the list too.
  spil_list_search_listen (self->search, GTK_WIDGET (self->list));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_header_func (self->list, head_row, NULL, NULL);
  spil_help_set_topic (GTK_WIDGET (self), "search");
}

AdwDialog *
spil_go_dialog_new (SpilWorker *worker)
{
  SpilGoDialog *self = g_object_new (SPIL_TYPE_GO_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  add_pages (self);
  add_commands (self);
  select_first (self);
  return ADW_DIALOG (self);
}

AdwDialog *
spil_go_dialog_new_for (SpilWorker *worker, const char *text)
{
  AdwDialog *dialog = spil_go_dialog_new (worker);

  gtk_editable_set_text (GTK_EDITABLE (SPIL_GO_DIALOG (dialog)->search), text);
  return dialog;
}
