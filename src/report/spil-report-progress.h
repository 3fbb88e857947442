// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Tells how far the making of a report is: @fraction from 0 to 1, and in the language of the program what is being done. */
typedef void (*SpilReportProgress) (double fraction, const char *what, gpointer user_data);

G_END_DECLS
