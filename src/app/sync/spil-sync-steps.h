// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-syncer.h"

G_BEGIN_DECLS

/*
 * What the project leader does to those who take part. Each asks first, over @widget, what cannot be taken back; says in a toast what was done and
 * shows what went wrong.
 */

/** Lets the laptop with @code in, once its code has been compared. */
void spil_sync_ask_approve (GtkWidget *widget, SpilSyncer *syncer, const char *code);

/** Ends the access of the laptop @device (text of its id). */
void spil_sync_ask_revoke (GtkWidget *widget, SpilSyncer *syncer, const char *device);

/** Takes over what is held back of @device. */
void spil_sync_ask_accept (GtkWidget *widget, SpilSyncer *syncer, const char *device);

/** Chooses another folder to share. */
void spil_sync_choose_folder (GtkWidget *widget, SpilSyncer *syncer);

G_END_DECLS
