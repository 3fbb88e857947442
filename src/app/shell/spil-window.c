// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-window.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-cut-tip.h"
#include "spil-drops.h"
#include "spil-erase-data.h"
#include "spil-failure.h"
#include "spil-help-topic.h"
#include "spil-navigator.h"
#include "spil-page.h"
#include "spil-pages.h"
#include "spil-programme.h"
#include "spil-recent.h"
#include "spil-row-menu.h"
#include "spil-shortcuts.h"
#include "spil-sidebar.h"
#include "spil-sync-state.h"
#include "spil-wait-view.h"
#include "spil-ways.h"
#include "spil-welcome.h"
#include "spil-window-actions.h"
#include "spil-window-state.h"

struct _SpilWindow
{
  AdwApplicationWindow parent_instance;

  SpilWorker *worker;
  SpilSyncer *syncer;
  gboolean no_programme; /**< and so something else is shown */
  char *wanted_page; /**< page to show once there is a programme */
  GPtrArray *waiting; /**< of GTask: who waits until it is known what the window shows */
  SpilNavigator *navigator;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwBanner *demo_banner;
  AdwBanner *read_only_banner;
  AdwNavigationSplitView *split_view;
  SpilSidebar *sidebar;
  SpilSyncState *sync_state;
  GtkMenuButton *menu_button;
  AdwBin *bar;
};

G_DEFINE_FINAL_TYPE (SpilWindow, spil_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Pages */

static gboolean
has_page (SpilWindow *self)
{
  return self->navigator != NULL && spil_navigator_get_current (self->navigator) >= 0;
}

static void
on_page_changed_cb (SpilWindow *self)
{
  int index = spil_navigator_get_current (self->navigator);
  SpilPage *page = spil_navigator_get_visible_page (self->navigator);
  int n_pages;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search",
                                 page != NULL && SPIL_PAGE_GET_CLASS (page)->search != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-here",
                                 page != NULL && SPIL_PAGE_GET_CLASS (page)->add != NULL &&
                                     !spil_worker_get_read_only (self->worker));
  if (index >= 0)
    spil_window_state_set_page (spil_pages (&n_pages)[index].name);
}

/* The programme */

static void
show_programme (SpilWindow *self, SpilProgramme *programme)
{
  g_autofree char *title = g_strdup_printf ("%s – Spil", programme->name);
  int index = spil_pages_find (self->wanted_page);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_banner_set_revealed (self->demo_banner, programme->demo);
  spil_sidebar_set_programme (self->sidebar, programme);
  gtk_stack_set_visible_child_name (self->stack, "main");
  if (!spil_sidebar_has_page (self->sidebar, spil_navigator_get_current (self->navigator)))
    spil_navigator_show (self->navigator, spil_sidebar_has_page (self->sidebar, index) ? index : 0);
}

/* What was asked of the window before it could */

// Not while the database is being read, and not before it is known whether this laptop takes part.
static gboolean
is_ready (SpilWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "opening") != 0;
}

static void
answer_waiting (SpilWindow *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    g_task_return_boolean (waiting->pdata[i], TRUE);
}

static void
remove_other (SpilWindow *self)
{
  GtkWidget *other = gtk_stack_get_child_by_name (self->stack, "other");

  if (other != NULL)
    gtk_stack_remove (self->stack, other);
}

// Something else than the pages: the welcome page or what is wrong.
static void
show_other (SpilWindow *self, GtkWidget *widget)
{
  remove_other (self);
  gtk_stack_add_named (self->stack, widget, "other");
  gtk_stack_set_visible_child_name (self->stack, "other");
  answer_waiting (self);
}

static void
show_welcome (SpilWindow *self)
{
  // It may be half-way in making a programme.
  if (SPIL_IS_WELCOME (gtk_stack_get_child_by_name (self->stack, "other")))
    return;
  spil_navigator_clear (self->navigator);
  show_other (self, spil_welcome_new (self->worker));
}

// Without a programme: how to come by one, or what is waited for.
static void
show_start (SpilWindow *self)
{
  if (!spil_sync_facts_is_active (spil_syncer_get_facts (self->syncer)))
    show_welcome (self);
  else if (!SPIL_IS_WAIT_VIEW (gtk_stack_get_child_by_name (self->stack, "other"))) {
    spil_navigator_clear (self->navigator);
    show_other (self, spil_wait_view_new (self->syncer));
  }
}

static void
on_programme_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilProgramme) programme = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (self->worker == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->no_programme = error == NULL && programme == NULL;
  if (error != NULL)
    show_other (self, spil_failure_new (error));
  else if (programme != NULL) {
    show_programme (self, programme);
    remove_other (self);
    answer_waiting (self);
  } else if (spil_syncer_is_known (self->syncer))
    show_start (self);
  // Not before there is something on screen.
  spil_syncer_start (self->syncer);
  spil_worker_run (self->worker, spil_erase_data_scrub, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
read_programme (SpilWindow *self)
{
  spil_worker_run (self->worker, spil_programme_load, NULL, NULL, (GDestroyNotify) spil_programme_free, NULL,
                   on_programme_loaded_cb, g_object_ref (self));
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->worker == NULL)
    return;
  if (spil_worker_open_finish (SPIL_WORKER (source), result, &error))
    read_programme (self);
  else if (g_error_matches (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_MISSING))
    show_welcome (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_other (self, spil_failure_new (error));
}

/* The worker's news */

static void
on_changed_cb (SpilWindow *self, const SpilEntityMask *mask)
{
  if (spil_entity_mask_has (mask, SPIL_ENTITY_PROGRAMME))
    read_programme (self);
}

static void
on_committed_cb (SpilWindow *self, const char *label, gboolean can_undo)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, label);
  if (can_undo) {
    adw_toast_set_button_label (toast, _ ("_Undo"));
    adw_toast_set_action_name (toast, "win.undo");
  }
  // The one before is about what is no longer the latest action: its button would undo something else.
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_failed_cb (SpilWindow *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    spil_failure_present (GTK_WIDGET (self), error);
}

static void
show_read_only (SpilWindow *self)
{
  gboolean reader = spil_worker_is_reader (self->worker) && !spil_worker_is_opened_read_only (self->worker);

  adw_banner_set_title (self->read_only_banner,
                        reader ? _ ("You read along: changes are made by the brokers and the project leader")
                               : _ ("Opened for reading only: nothing can be changed"));
  adw_banner_set_revealed (self->read_only_banner, spil_worker_get_read_only (self->worker));
}

static void
on_worker_notify_cb (SpilWindow *self)
{
  gboolean writable = !spil_worker_get_read_only (self->worker);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 writable && spil_worker_get_undo_label (self->worker) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 writable && spil_worker_get_redo_label (self->worker) != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  show_read_only (self);
  if (self->navigator != NULL)
    on_page_changed_cb (self);
}

static void
on_syncer_changed_cb (SpilWindow *self)
{
  SpilSyncFacts *facts = spil_syncer_get_facts (self->syncer);

  spil_sidebar_set_count (self->sidebar, spil_pages_find ("sync"), spil_sync_facts_count_to_do (facts));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sync", spil_sync_facts_is_active (facts));
  if (self->no_programme)
    show_start (self);
}

static void
set_worker (SpilWindow *self, SpilWorker *worker)
{
  self->worker = g_object_ref (worker);
  g_signal_connect_object (worker, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (worker, "committed", G_CALLBACK (on_committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (worker, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (worker, "notify", G_CALLBACK (on_worker_notify_cb), self, G_CONNECT_SWAPPED);
  on_worker_notify_cb (self);
  self->syncer = spil_syncer_new (worker);
  g_signal_connect_object (self->syncer, "changed", G_CALLBACK (on_syncer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  spil_sync_state_set_syncer (self->sync_state, self->syncer);
  on_syncer_changed_cb (self);
}

/* The window */

static void
on_page_activated_cb (SpilWindow *self, int index)
{
  spil_navigator_show (self->navigator, index);
}

static char *
undo_tooltip (SpilWindow *self, const char *label)
{
  return label != NULL ? g_strdup_printf (_ ("Undo: %s"), label) : g_strdup (_ ("Undo"));
}

static char *
redo_tooltip (SpilWindow *self, const char *label)
{
  return label != NULL ? g_strdup_printf (_ ("Redo: %s"), label) : g_strdup (_ ("Redo"));
}

static gboolean
spil_window_close_request (GtkWindow *window)
{
  spil_window_state_save (window);
  return GTK_WINDOW_CLASS (spil_window_parent_class)->close_request (window);
}

static void
spil_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SpilWindow *self = SPIL_WINDOW (object);

  switch (prop_id) {
  case PROP_UNDO_LABEL:
    g_value_set_string (value, self->worker != NULL ? spil_worker_get_undo_label (self->worker) : NULL);
    break;
  case PROP_REDO_LABEL:
    g_value_set_string (value, self->worker != NULL ? spil_worker_get_redo_label (self->worker) : NULL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
forget_waiting (GPtrArray *waiting)
{
  for (guint i = 0; i < waiting->len; i++)
    g_task_return_new_error_literal (waiting->pdata[i], G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  g_ptr_array_unref (waiting);
}

static void
spil_window_dispose (GObject *object)
{
  SpilWindow *self = SPIL_WINDOW (object);

  if (self->syncer != NULL)
    spil_syncer_close (self->syncer);
  if (self->worker != NULL)
    spil_worker_close (self->worker);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_WINDOW);
  g_clear_pointer (&self->waiting, forget_waiting);
  g_clear_object (&self->navigator);
  g_clear_object (&self->syncer);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->wanted_page, g_free);
  G_OBJECT_CLASS (spil_window_parent_class)->dispose (object);
}

static void
spil_window_class_init (SpilWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_window_get_property;
  object_class->dispose = spil_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = spil_window_close_request;

  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  spil_window_actions_install (widget_class);
  spil_row_menu_install (widget_class);
  spil_ways_install (widget_class);
  spil_shortcuts_install_after (widget_class);
  g_type_ensure (SPIL_TYPE_SIDEBAR);
  g_type_ensure (SPIL_TYPE_SYNC_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpilWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilWindow, demo_banner);
  gtk_widget_class_bind_template_child (widget_class, SpilWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, SpilWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, SpilWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SpilWindow, sync_state);
  gtk_widget_class_bind_template_child (widget_class, SpilWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SpilWindow, bar);
  gtk_widget_class_bind_template_callback (widget_class, on_page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, redo_tooltip);
}

static void
spil_window_init (SpilWindow *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_accessible_mark_headings (GTK_WIDGET (self));
  spil_cut_tips_install (GTK_WIDGET (self));
  spil_row_menu_watch (GTK_WIDGET (self));
  spil_drops_watch (self);
  spil_help_watch (ADW_APPLICATION_WINDOW (self));
  spil_window_state_restore (GTK_WINDOW (self));
  self->wanted_page = spil_window_state_dup_page ();
}

SpilWindow *
spil_window_new (GtkApplication *application, SpilWorker *worker)
{
  SpilWindow *self = g_object_new (SPIL_TYPE_WINDOW, "application", application, NULL);

  set_worker (self, worker);
  self->navigator = spil_navigator_new (self->split_view, self->sidebar, worker);
  g_signal_connect_object (self->navigator, "changed", G_CALLBACK (on_page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  spil_ways_watch (self);
  on_page_changed_cb (self);
  return self;
}

SpilWorker *
spil_window_get_worker (SpilWindow *self)
{
  g_return_val_if_fail (SPIL_IS_WINDOW (self), NULL);
  return self->worker;
}

SpilSyncer *
spil_window_get_syncer (SpilWindow *self)
{
  g_return_val_if_fail (SPIL_IS_WINDOW (self), NULL);
  return self->syncer;
}

SpilSyncer *
spil_window_find_syncer (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return SPIL_IS_WINDOW (root) ? SPIL_WINDOW (root)->syncer : NULL;
}

void
spil_window_open (SpilWindow *self, SpilWorkerMode mode)
{
  g_return_if_fail (SPIL_IS_WINDOW (self));
  spil_worker_open (self->worker, mode, on_opened_cb, g_object_ref (self));
}

void
spil_window_clear (SpilWindow *self)
{
  g_return_if_fail (SPIL_IS_WINDOW (self));

  self->no_programme = FALSE;
  spil_window_dismiss_toasts (self);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  remove_other (self);
  spil_navigator_clear (self->navigator);
}

void
spil_window_show_page (SpilWindow *self, const char *name)
{
  int index;

  g_return_if_fail (SPIL_IS_WINDOW (self));

  index = spil_pages_find (name);
  if (index < 0)
    return;
  g_set_str (&self->wanted_page, name);
  if (has_page (self) && spil_sidebar_has_page (self->sidebar, index))
    spil_navigator_show (self->navigator, index);
}

gboolean
spil_window_has_page (SpilWindow *self, int index)
{
  g_return_val_if_fail (SPIL_IS_WINDOW (self), FALSE);
  return spil_sidebar_has_page (self->sidebar, index);
}

void
spil_window_wait_ready (SpilWindow *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SPIL_IS_WINDOW (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_ptr_array_add (self->waiting, task);
  if (is_ready (self))
    answer_waiting (self);
}

gboolean
spil_window_wait_ready_finish (SpilWindow *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

gboolean
spil_window_has_programme (SpilWindow *self)
{
  g_return_val_if_fail (SPIL_IS_WINDOW (self), FALSE);
  return has_page (self);
}

SpilNavigator *
spil_window_get_navigator (SpilWindow *self)
{
  g_return_val_if_fail (SPIL_IS_WINDOW (self), NULL);
  return self->navigator;
}

void
spil_window_toast (SpilWindow *self, const char *text, gboolean can_undo)
{
  g_return_if_fail (SPIL_IS_WINDOW (self));
  on_committed_cb (self, text, can_undo);
}

void
spil_window_toast_file (SpilWindow *self, const char *text, const char *path)
{
  AdwToast *toast = adw_toast_new ("");

  g_return_if_fail (SPIL_IS_WINDOW (self));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, "win.open-file");
  adw_toast_set_action_target (toast, "s", path);
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
spil_window_dismiss_toasts (SpilWindow *self)
{
  g_return_if_fail (SPIL_IS_WINDOW (self));
  adw_toast_overlay_dismiss_all (self->toasts);
}

void
spil_window_set_bar (SpilWindow *self, GtkWidget *bar)
{
  g_return_if_fail (SPIL_IS_WINDOW (self));
  adw_bin_set_child (self->bar, bar);
}

void
spil_window_go_to_sidebar (SpilWindow *self)
{
  g_return_if_fail (SPIL_IS_WINDOW (self));

  adw_navigation_split_view_set_show_content (self->split_view,
                                              !adw_navigation_split_view_get_show_content (self->split_view));
  if (!adw_navigation_split_view_get_collapsed (self->split_view))
    gtk_widget_grab_focus (GTK_WIDGET (self->sidebar));
}

void
spil_window_open_menu (SpilWindow *self)
{
  g_return_if_fail (SPIL_IS_WINDOW (self));
  gtk_menu_button_popup (self->menu_button);
}
