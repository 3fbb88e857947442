// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-store.h"

G_BEGIN_DECLS

/** What the window has to know of the programme in use. */
typedef struct
{
  char *name;
  gboolean demo;
  int64_t modules; /**< a set of SPIL_MODULE_...; 0: all of them */
} SpilProgramme;

void spil_programme_free (SpilProgramme *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilProgramme, spil_programme_free)

/** A SpilJobFunc: the programme in use; NULL without an error when there is none. */
gpointer spil_programme_load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error);

/** Whether the programme uses that module; 0 is always used. */
gboolean spil_programme_uses (const SpilProgramme *self, int module);

G_END_DECLS
