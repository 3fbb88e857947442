// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

/**
 * Presents, over @parent, the short form to offer something: which instrument, to whom (asked for when both @organisation and @area are
 * nil), for how many, and what is expected of it. @instrument is chosen at first; nil: the first. The page of the offer opens when it is made.
 */
void spil_offer_dialog_present (SpilWorker *worker, GtkWidget *parent, SpilId organisation, SpilId area,
                                SpilId instrument);

G_END_DECLS
