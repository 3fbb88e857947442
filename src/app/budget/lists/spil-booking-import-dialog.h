// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_BOOKING_IMPORT_DIALOG (spil_booking_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SpilBookingImportDialog, spil_booking_import_dialog, SPIL, BOOKING_IMPORT_DIALOG,
                      AdwDialog)

/** Reads in a list of bookings: the file, its columns, what will happen, and then it is booked as one step that can be undone. @file: nullable; then it asks. */
AdwDialog *spil_booking_import_dialog_new (SpilWorker *worker, GFile *file);

G_END_DECLS
