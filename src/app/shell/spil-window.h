// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-navigator.h"
#include "spil-syncer.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_WINDOW (spil_window_get_type ())

/**
 * The window on one database: sidebar, pages, toasts. Shows the welcome page while there is no programme, and what is wrong and how
 * to mend it when the database cannot be opened.
 *
 * Actions: page(s), go, go-for(s: text to find), search, add(s entity name), add-here, undo, redo, reload, toast(s), open-record(s "entity id"),
 * toast-file(ss: text, path), open-file(s: path), export-list (see spil-export-dialog.h), visit, open-visit(s "organisation id"), sidebar, menu,
 * shortcuts, about, sync, backup, restore, remove-local, retention, agenda, duplicates, import, imports.
 */
G_DECLARE_FINAL_TYPE (SpilWindow, spil_window, SPIL, WINDOW, AdwApplicationWindow)

/** Makes the window of @worker, whose database is being opened or not yet. */
SpilWindow *spil_window_new (GtkApplication *application, SpilWorker *worker);

SpilWorker *spil_window_get_worker (SpilWindow *self);
SpilSyncer *spil_window_get_syncer (SpilWindow *self);

/** The syncer of the window that @widget stands in; NULL where it stands in none. */
SpilSyncer *spil_window_find_syncer (GtkWidget *widget);

/** Opens the database and shows what comes of it. */
void spil_window_open (SpilWindow *self, SpilWorkerMode mode);

/** Forgets all that is shown: there will be another database. spil_window_open() goes on. */
void spil_window_clear (SpilWindow *self);

/** Shows the page of that name; a name that does not exist is left aside. */
void spil_window_show_page (SpilWindow *self, const char *name);

/** Whether the programme uses the page of that index in spil_pages(). */
gboolean spil_window_has_page (SpilWindow *self, int index);

/**
 * Calls back when it is known what the window shows: the programme, or how to come by one, or what is wrong. For what is asked of Spil while it starts. FALSE: the
 * window was closed before.
 */
void spil_window_wait_ready (SpilWindow *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean spil_window_wait_ready_finish (SpilWindow *self, GAsyncResult *result);

/** Whether it shows a programme. */
gboolean spil_window_has_programme (SpilWindow *self);

/** Its pages; owned by the window. */
SpilNavigator *spil_window_get_navigator (SpilWindow *self);

/** Says what was done; @can_undo: with a button to undo it. Takes the place of what was said before. */
void spil_window_toast (SpilWindow *self, const char *text, gboolean can_undo);
/** Says that a file is there, with a button that opens it. */
void spil_window_toast_file (SpilWindow *self, const char *text, const char *path);
void spil_window_dismiss_toasts (SpilWindow *self);

/** Puts @bar under the pages, in place of the one that is there; NULL: none. */
void spil_window_set_bar (SpilWindow *self, GtkWidget *bar);

/** Moves between the list of pages and the page. */
void spil_window_go_to_sidebar (SpilWindow *self);

void spil_window_open_menu (SpilWindow *self);

G_END_DECLS
