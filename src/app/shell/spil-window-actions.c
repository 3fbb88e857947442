// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-window-actions.h"

#include <glib/gi18n-lib.h>

#include "spil-about-data-page.h"
#include "spil-about.h"
#include "spil-agenda-page.h"
#include "spil-audit-page.h"
#include "spil-booking-import-dialog.h"
#include "spil-copy.h"
#include "spil-duplicates-page.h"
#include "spil-export-dialog.h"
#include "spil-forms.h"
#include "spil-go-dialog.h"
#include "spil-history-dialog.h"
#include "spil-help-topic.h"
#include "spil-help-window.h"
#include "spil-import-dialog.h"
#include "spil-import-history-page.h"
#include "spil-pages.h"
#include "spil-preferences-dialog.h"
#include "spil-print-page.h"
#include "spil-record-dialog.h"
#include "spil-removal.h"
#include "spil-restore.h"
#include "spil-register-page.h"
#include "spil-retention-page.h"
#include "spil-shortcuts.h"
#include "spil-tour.h"
#include "spil-window.h"

static gboolean
has_page (SpilWindow *self)
{
  return spil_navigator_get_current (spil_window_get_navigator (self)) >= 0;
}

static AdwDialog *
visible_dialog (GtkWidget *widget)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget));
}

static SpilPage *
visible_page (GtkWidget *widget)
{
  return spil_navigator_get_visible_page (spil_window_get_navigator (SPIL_WINDOW (widget)));
}

// A form lies over the pages: what is done to them by key would not be seen. The palette does things on its way out.
static gboolean
is_covered (SpilWindow *self)
{
  AdwDialog *dialog = visible_dialog (GTK_WIDGET (self));

  return dialog != NULL && !SPIL_IS_GO_DIALOG (dialog);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  SpilNavigator *navigator = spil_window_get_navigator (self);
  SpilPage *page;
  int before;

  if (is_covered (self))
    return;
  before = spil_navigator_get_current (navigator);
  spil_window_show_page (self, g_variant_get_string (parameter, NULL));
  // Its key again goes back to what everything in it was opened from.
  if (before >= 0 && before == spil_navigator_get_current (navigator))
    spil_navigator_show_root (navigator);
  page = visible_page (widget);
  // Who goes there by key goes on there by key.
  if (page != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (page));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = visible_page (widget);

  if (page != NULL && SPIL_PAGE_GET_CLASS (page)->search != NULL && !is_covered (SPIL_WINDOW (widget)))
    SPIL_PAGE_GET_CLASS (page)->search (page);
}

static void
add_here_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = visible_page (widget);

  if (page != NULL && SPIL_PAGE_GET_CLASS (page)->add != NULL && !is_covered (SPIL_WINDOW (widget)))
    SPIL_PAGE_GET_CLASS (page)->add (page);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = visible_page (widget);

  if (page != NULL)
    spil_page_reload (page);
  spil_syncer_sync (spil_window_get_syncer (SPIL_WINDOW (widget)));
}

static void
sync_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_syncer_sync (spil_window_get_syncer (SPIL_WINDOW (widget)));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  const SpilEntity *entity = spil_entity_by_name (g_variant_get_string (parameter, NULL));

  if (entity != NULL && has_page (self) && !is_covered (self))
    spil_forms_add (visible_page (widget), entity);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);

  if (is_covered (self))
    return;
  spil_window_dismiss_toasts (self);
  spil_worker_undo (spil_window_get_worker (self), NULL, NULL);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);

  if (!is_covered (self))
    spil_worker_redo (spil_window_get_worker (self), NULL, NULL);
}

static void
backup_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (visible_dialog (widget) == NULL)
    spil_copy_ask (widget, spil_window_get_worker (SPIL_WINDOW (widget)));
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (visible_dialog (widget) == NULL)
    spil_restore_ask (SPIL_WINDOW (widget));
}

static void
remove_local_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (visible_dialog (widget) == NULL)
    spil_removal_ask (SPIL_WINDOW (widget));
}

static void
retention_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  SpilPage *page = visible_page (widget);

  if (page != NULL && !SPIL_IS_RETENTION_PAGE (page) && !is_covered (self))
    spil_page_push (page, spil_retention_page_new (spil_window_get_worker (self)));
}

static void
about_data_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  SpilPage *page = visible_page (widget);

  if (page != NULL && !SPIL_IS_ABOUT_DATA_PAGE (page) && !is_covered (self))
    spil_page_push (page, spil_about_data_page_new (spil_window_get_worker (self)));
}

static void
audit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  SpilPage *page = visible_page (widget);

  if (page != NULL && !SPIL_IS_AUDIT_PAGE (page) && !is_covered (self))
    spil_page_push (page, spil_audit_page_new (spil_window_get_worker (self)));
}

static void
agenda_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  SpilPage *page = visible_page (widget);

  if (page != NULL && !SPIL_IS_AGENDA_PAGE (page) && !is_covered (self))
    spil_page_push (page, spil_agenda_page_new (spil_window_get_worker (self)));
}

static void
duplicates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  SpilPage *page = visible_page (widget);

  if (page != NULL && !SPIL_IS_DUPLICATES_PAGE (page) && !is_covered (self))
    spil_page_push (page, spil_duplicates_page_new (spil_window_get_worker (self)));
}

static void
bookings_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = visible_page (widget);

  if (page != NULL && !SPIL_IS_REGISTER_PAGE (page) && !is_covered (SPIL_WINDOW (widget)))
    spil_register_page_open (page, NULL);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  SpilWorker *worker = spil_window_get_worker (self);

  if (has_page (self) && !is_covered (self) && !spil_worker_get_read_only (worker))
    adw_dialog_present (spil_import_dialog_new (worker, NULL), widget);
}

static void
import_bookings_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  SpilWorker *worker = spil_window_get_worker (self);

  if (has_page (self) && !is_covered (self) && !spil_worker_get_read_only (worker))
    adw_dialog_present (spil_booking_import_dialog_new (worker, NULL), widget);
}

static void
imports_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  SpilPage *page = visible_page (widget);

  if (page != NULL && !SPIL_IS_IMPORT_HISTORY_PAGE (page) && !is_covered (self))
    spil_page_push (page, spil_import_history_page_new (spil_window_get_worker (self)));
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_window_toast (SPIL_WINDOW (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
toast_done_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_window_toast (SPIL_WINDOW (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
toast_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *text;
  const char *path;

  g_variant_get (parameter, "(&s&s)", &text, &path);
  spil_window_toast_file (SPIL_WINDOW (widget), text, path);
}

static void
open_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (widget), NULL, NULL, NULL);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = visible_page (widget);

  if (page != NULL && has_page (SPIL_WINDOW (widget)) && !is_covered (SPIL_WINDOW (widget)))
    spil_print_page (page);
}

static void
export_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  g_autoptr (SpilExportList) list = spil_export_list_new (parameter);

  if (list != NULL && has_page (self) && visible_dialog (widget) == NULL)
    adw_dialog_present (spil_export_dialog_new (spil_window_get_worker (self), list), widget);
}

static void
open_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), " ", 2);
  const SpilEntity *entity = spil_entity_by_name (parts[0]);
  int index = entity != NULL ? spil_pages_find_for_entity (entity->number) : -1;
  SpilPage *page;
  SpilId id;

  if (entity == NULL || parts[1] == NULL || !spil_id_parse (parts[1], &id) || !has_page (self))
    return;
  if (index >= 0) {
    spil_navigator_show (spil_window_get_navigator (self), index);
    page = spil_navigator_get_root_page (spil_window_get_navigator (self), index);
    if (SPIL_PAGE_GET_CLASS (page)->open_record != NULL &&
        SPIL_PAGE_GET_CLASS (page)->open_record (page, entity, id))
      return;
  }
  spil_record_dialog_present_edit (spil_window_get_worker (self), entity, id, widget);
}

static void
visit_page (GtkWidget *widget)
{
  SpilPage *page = visible_page (widget);

  if (page != NULL && SPIL_PAGE_GET_CLASS (page)->visit != NULL)
    SPIL_PAGE_GET_CLASS (page)->visit (page);
}

static void
visit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!is_covered (SPIL_WINDOW (widget)))
    visit_page (widget);
}

static void
open_visit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_record_action (widget, name, parameter);
  visit_page (widget);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_window_open (SPIL_WINDOW (widget), SPIL_WORKER_OPEN);
}

static void
open_read_only_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_window_open (SPIL_WINDOW (widget), SPIL_WORKER_READ_ONLY);
}

static void
show_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile)
      dir = g_file_new_for_path (spil_worker_get_dir (spil_window_get_worker (SPIL_WINDOW (widget))));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (dir);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (widget), NULL, NULL, NULL);
}

static void
sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_window_go_to_sidebar (SPIL_WINDOW (widget));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_window_open_menu (SPIL_WINDOW (widget));
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);

  if (has_page (self) && visible_dialog (GTK_WIDGET (self)) == NULL)
    adw_dialog_present (spil_go_dialog_new (spil_window_get_worker (self)), widget);
}

static void
go_for_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);

  if (has_page (self) && visible_dialog (widget) == NULL)
    adw_dialog_present (
        spil_go_dialog_new_for (spil_window_get_worker (self), g_variant_get_string (parameter, NULL)),
        widget);
}

static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (visible_dialog (widget) == NULL)
    adw_dialog_present (spil_shortcuts_dialog_new (), widget);
}

/* About what is on top: a dialog, an opened page, or the page of the sidebar. */
static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = visible_dialog (widget);
  SpilPage *page = visible_page (widget);
  const int index = spil_navigator_get_current (spil_window_get_navigator (SPIL_WINDOW (widget)));
  const char *topic = dialog != NULL ? spil_help_get_topic (GTK_WIDGET (dialog)) : NULL;
  int n_pages;

  if (topic == NULL && page != NULL)
    topic = SPIL_PAGE_GET_CLASS (page)->help;
  if (topic == NULL && index >= 0)
    topic = spil_pages (&n_pages)[index].name;
  spil_help_present (widget, topic);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);

  if (has_page (self) && visible_dialog (widget) == NULL)
    adw_dialog_present (spil_history_dialog_new (spil_window_get_worker (self)), widget);
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (visible_dialog (widget) == NULL)
    adw_dialog_present (spil_preferences_dialog_new (SPIL_WINDOW (widget)), widget);
}

static void
tour_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (has_page (SPIL_WINDOW (widget)) && visible_dialog (widget) == NULL)
    spil_tour_present (SPIL_WINDOW (widget));
}

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (spil_about_dialog_new (), widget);
}

void
spil_window_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.go", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "win.go-for", "s", go_for_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "win.add-here", NULL, add_here_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "win.sync", NULL, sync_action);
  gtk_widget_class_install_action (widget_class, "win.backup", NULL, backup_action);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "win.remove-local", NULL, remove_local_action);
  gtk_widget_class_install_action (widget_class, "win.duplicates", NULL, duplicates_action);
  gtk_widget_class_install_action (widget_class, "win.retention", NULL, retention_action);
  gtk_widget_class_install_action (widget_class, "win.audit", NULL, audit_action);
  gtk_widget_class_install_action (widget_class, "win.about-data", NULL, about_data_action);
  gtk_widget_class_install_action (widget_class, "win.agenda", NULL, agenda_action);
  gtk_widget_class_install_action (widget_class, "win.bookings", NULL, bookings_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-bookings", NULL, import_bookings_action);
  gtk_widget_class_install_action (widget_class, "win.imports", NULL, imports_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.toast-done", "s", toast_done_action);
  gtk_widget_class_install_action (widget_class, "win.toast-file", "(ss)", toast_file_action);
  gtk_widget_class_install_action (widget_class, "win.open-file", "s", open_file_action);
  gtk_widget_class_install_action (widget_class, "win.export-list", SPIL_EXPORT_LIST_TYPE,
                                   export_list_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.open-record", "s", open_record_action);
  gtk_widget_class_install_action (widget_class, "win.visit", NULL, visit_action);
  gtk_widget_class_install_action (widget_class, "win.open-visit", "s", open_visit_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-read-only", NULL, open_read_only_action);
  gtk_widget_class_install_action (widget_class, "win.show-folder", NULL, show_folder_action);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.tour", NULL, tour_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
}
