// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

/** Asks where, and writes there all that is kept about @person, to hand over: PDF, ODT or JSON by the name of the file. Says in a toast what was done. */
void spil_person_save_ask (GtkWidget *parent, SpilWorker *worker, SpilRecord *person);

G_END_DECLS
