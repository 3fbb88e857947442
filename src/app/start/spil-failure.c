// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-failure.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-model-error.h"
#include "spil-store.h"

// A short title for what went wrong, such as "The disk is full".
static const char *
failure_title (const GError *error)
{
  if (error->domain != SPIL_STORE_ERROR)
    return _ ("Something went wrong");
  switch ((SpilStoreError) error->code) {
  case SPIL_STORE_ERROR_MISSING:
    return _ ("There is no database");
  case SPIL_STORE_ERROR_EXISTS:
    return _ ("There is a database already");
  case SPIL_STORE_ERROR_CORRUPT:
    return _ ("The database is damaged");
  case SPIL_STORE_ERROR_NEWER:
    return _ ("The database is newer than this Spil");
  case SPIL_STORE_ERROR_READ_ONLY:
    return _ ("The database cannot be written");
  case SPIL_STORE_ERROR_FULL:
    return _ ("The disk is full");
  case SPIL_STORE_ERROR_BUSY:
    return _ ("The database is in use");
  case SPIL_STORE_ERROR_NOT_FOUND:
    return _ ("That is no longer there");
  case SPIL_STORE_ERROR_REFUSED:
  case SPIL_STORE_ERROR_NOTHING:
  case SPIL_STORE_ERROR_KEYS:
  case SPIL_STORE_ERROR_FAILED:
    return _ ("Something went wrong");
  }
  return _ ("Something went wrong");
}

static gboolean
is_refusal (const GError *error)
{
  return error->domain == SPIL_MODEL_ERROR ||
         (error->domain == SPIL_STORE_ERROR &&
          (error->code == SPIL_STORE_ERROR_REFUSED || error->code == SPIL_STORE_ERROR_NOTHING ||
           error->code == SPIL_STORE_ERROR_NOT_FOUND));
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return button;
}

// What only has to be read can often still be read.
static gboolean
may_be_read (const GError *error)
{
  return g_error_matches (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY) ||
         g_error_matches (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FULL) ||
         g_error_matches (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_BUSY) ||
         g_error_matches (error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_FAILED);
}

static GtkWidget *
make_cures (const GError *error)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *retry = make_button (_ ("Try again"), "win.open");

  gtk_widget_add_css_class (retry, "suggested-action");
  gtk_box_append (GTK_BOX (box), retry);
  if (may_be_read (error))
    gtk_box_append (GTK_BOX (box), make_button (_ ("Open for reading only"), "win.open-read-only"));
  gtk_box_append (GTK_BOX (box), make_button (_ ("Show the folder"), "win.show-folder"));
  return box;
}

GtkWidget *
spil_failure_new (const GError *error)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_status_page_new ();
  // The description of a status page is markup.
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "spil-failure-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), failure_title (error));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), make_cures (error));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  spil_accessible_mark_headings (view);
  return view;
}

// One at a time: what fails at every keystroke is said once.
static gboolean
is_told (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  return ADW_IS_APPLICATION_WINDOW (root) &&
         ADW_IS_ALERT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)));
}

void
spil_failure_present (GtkWidget *parent, const GError *error)
{
  AdwDialog *dialog;

  if (is_refusal (error)) {
    gtk_widget_activate_action (parent, "win.toast", "s", error->message);
    return;
  }
  if (is_told (parent))
    return;
  dialog = adw_alert_dialog_new (failure_title (error), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, parent);
}
