// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-application.h"

G_BEGIN_DECLS

#define SPIL_TYPE_SEARCH_PROVIDER (spil_search_provider_get_type ())

/**
 * Employers and contact persons in the search of the desktop (org.gnome.Shell.SearchProvider2). While the setting `search-provider` is off it
 * answers with nothing and opens no database. It only reads, over the window's worker or, without a window, one of its own, and shows a window only for what was chosen.
 */
G_DECLARE_FINAL_TYPE (SpilSearchProvider, spil_search_provider, SPIL, SEARCH_PROVIDER, GObject)

/** Borrows @application, which owns it. */
SpilSearchProvider *spil_search_provider_new (SpilApplication *application);

/** Offers it at the object path below @application_path. */
gboolean spil_search_provider_export (SpilSearchProvider *self, GDBusConnection *connection,
                                      const char *application_path, GError **error);
void spil_search_provider_unexport (SpilSearchProvider *self, GDBusConnection *connection);

G_END_DECLS
