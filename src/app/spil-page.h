// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-conflict-banner.h"
#include "spil-store.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_PAGE (spil_page_get_type ())

/**
 * A page: a header bar and content that is filled from the database. Also for what is opened from a page (an employer): those are
 * pushed over it. See PAGES.md for how to write one.
 *
 * In a template: a child without a type is the content; [start] and [end] go in the header bar, [top] and [bottom] are bars.
 */
G_DECLARE_DERIVABLE_TYPE (SpilPage, spil_page, SPIL, PAGE, AdwNavigationPage)

struct _SpilPageClass
{
  AdwNavigationPageClass parent_class;

  /** Entities whose changes make the page load again; ends with 0. NULL: none. */
  const int *entities;

  /** Or any change does, of whatever kind. */
  gboolean all_changes;

  /** On the main thread, before each load: what load() has to know (an id, a filter). May be NULL. Freed with free_request. */
  gpointer (*prepare) (SpilPage *self);
  GDestroyNotify free_request;

  /** On the worker's thread, without touching any widget: reads everything that the page shows. */
  gpointer (*load) (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error);
  GDestroyNotify free_data;

  /** On the main thread: puts what was loaded into the widgets. @data stays valid until the next fill() and belongs to the page. */
  void (*fill) (SpilPage *self, gpointer data);

  /** Ctrl+F. NULL: the page has no search. */
  void (*search) (SpilPage *self);
  /** Ctrl+Shift+N: add what this page is about. NULL: nothing. */
  void (*add) (SpilPage *self);
  /** Opens a row from elsewhere: usually spil_page_push() of its page. FALSE: not mine. */
  gboolean (*open_record) (SpilPage *self, const SpilEntity *entity, SpilId id);

  /** Adds a row of @entity that belongs to what the page is about (a contact moment with this employer). FALSE: nothing of mine. */
  gboolean (*add_record) (SpilPage *self, const SpilEntity *entity);

  /** Ctrl+B: opens the visit sheet of the employer that the page is about, or that is chosen in it. NULL: there is none. */
  void (*visit) (SpilPage *self);

  /** Ctrl+P: puts what the page shows on paper. NULL: there is nothing to print. */
  void (*print) (SpilPage *self);

  /** F1: the name of the help page about it; NULL: that of the page in the sidebar. */
  const char *help;

  /** The drawing where there is nothing yet; NULL: that of the page in the sidebar, or a plain one. */
  const char *icon;
};

SpilWorker *spil_page_get_worker (SpilPage *self);

/** Loads again, now or when the page is next seen. Also after what prepare() gives has changed. */
void spil_page_reload (SpilPage *self);

/** What fill() got last, or NULL. */
gpointer spil_page_get_data (SpilPage *self);

/**
 * Called in fill(): instead of the content, shows that there is nothing yet and the first step. @action and its @button may be NULL;
 * @action is a detailed action name ("win.add::risk").
 */
void spil_page_set_empty (SpilPage *self, const char *title, const char *description, const char *button,
                          const char *action);

/** Opens @page over this one. It is owned by the navigation from then on. */
void spil_page_push (SpilPage *self, SpilPage *page);
/** Goes back to what this page was opened from; when its row is gone. */
void spil_page_pop (SpilPage *self);

/** Called in fill(): the rows that the page is about. A banner says when there is something to choose about them. */
void spil_page_set_rows (SpilPage *self, const SpilPageRow *rows, gsize n_rows);

/** Says in a toast what was done; commits do that by themselves. */
void spil_page_toast (SpilPage *self, const char *text);

G_END_DECLS
