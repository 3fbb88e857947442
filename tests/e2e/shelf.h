// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** The desktop's side of notifications (org.gtk.Notifications): what it was asked to show. */
typedef struct
{
  guint owner;
  guint registration;
  GVariant *shown; /* a{sv} of the last one */
  int n_shown;
  int n_withdrawn;
} Shelf;

/** Answers on @bus from now on, when the main context runs. */
void shelf_open (Shelf *self, GDBusConnection *bus);
void shelf_close (Shelf *self, GDBusConnection *bus);

G_END_DECLS
