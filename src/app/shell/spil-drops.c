// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-drops.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-import-dialog.h"
#include "spil-import-dialog.h"
#include "spil-invitation-open.h"
#include "spil-pages.h"
#include "spil-plan-import-dialog.h"

// clang-format off
static const struct
{
  const char *ending;
  const char *page; /**< only there; NULL: everywhere */
  SpilDropKind kind;
} kinds[] = {
  { ".spil", NULL, SPIL_DROP_INVITATION },
  { ".xml", NULL, SPIL_DROP_PLANNING },
  { ".gan", NULL, SPIL_DROP_PLANNING },
  { ".planner", NULL, SPIL_DROP_PLANNING },
  { ".mrproject", NULL, SPIL_DROP_PLANNING },
  { ".csv", "planning", SPIL_DROP_PLANNING },
  { ".ods", "planning", SPIL_DROP_PLANNING },
  { ".xlsx", "planning", SPIL_DROP_PLANNING },
  { ".csv", "budget", SPIL_DROP_BOOKINGS },
  { ".ods", "budget", SPIL_DROP_BOOKINGS },
  { ".xlsx", "budget", SPIL_DROP_BOOKINGS },
  { ".csv", NULL, SPIL_DROP_LIST },
  { ".tsv", NULL, SPIL_DROP_LIST },
  { ".txt", NULL, SPIL_DROP_LIST },
  { ".ods", NULL, SPIL_DROP_LIST },
  { ".xlsx", NULL, SPIL_DROP_LIST },
};
// clang-format on

SpilDropKind
spil_drop_kind (const char *file, const char *page)
{
  g_autofree char *name = g_utf8_strdown (file, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (name, kinds[i].ending) &&
        (kinds[i].page == NULL || g_strcmp0 (kinds[i].page, page) == 0))
      return kinds[i].kind;
  return SPIL_DROP_UNKNOWN;
}

static const char *
current_page (SpilWindow *self)
{
  int index = spil_navigator_get_current (spil_window_get_navigator (self));
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  return index >= 0 ? pages[index].name : NULL;
}

static void
say_unknown (SpilWindow *self, const char *file)
{
  g_autofree char *text = g_strdup_printf (
      // Translators: %s is a file.
      _ ("Spil cannot read in “%s”. Drop a list (ODS, XLSX or CSV), a planning or an invitation here."),
      file);

  spil_window_toast (self, text, FALSE);
}

static AdwDialog *
make_dialog (SpilWorker *worker, SpilDropKind kind, GFile *file)
{
  switch (kind) {
  case SPIL_DROP_LIST:
    return spil_import_dialog_new (worker, file);
  case SPIL_DROP_BOOKINGS:
    return spil_booking_import_dialog_new (worker, file);
  case SPIL_DROP_PLANNING:
    return spil_plan_import_dialog_new (worker, file);
  case SPIL_DROP_UNKNOWN:
  case SPIL_DROP_INVITATION:
  default:
    return NULL;
  }
}

static void
take (SpilWindow *self, GFile *file)
{
  SpilWorker *worker = spil_window_get_worker (self);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  SpilDropKind kind = spil_drop_kind (name, current_page (self));

  if (kind == SPIL_DROP_INVITATION)
    spil_invitation_open (self, file);
  else if (kind == SPIL_DROP_UNKNOWN)
    say_unknown (self, name);
  else if (spil_worker_get_read_only (worker))
    spil_window_toast (self, _ ("Nothing can be read in here: this laptop only reads along."), FALSE);
  else if (spil_window_has_programme (self))
    adw_dialog_present (make_dialog (worker, kind, file), GTK_WIDGET (self));
}

static gboolean
on_drop_cb (SpilWindow *self, const GValue *value)
{
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return FALSE;
  take (self, g_value_get_object (value));
  return TRUE;
}

void
spil_drops_watch (SpilWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
