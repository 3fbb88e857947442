// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * A text of several lines that is safe to lay out: valid UTF-8, without control characters and overrides of the writing
 * direction, at most @max_chars characters (with "…", which counts, when cut). NULL stays NULL. Free with g_free().
 */
char *spil_report_text_clean (const char *text, int max_chars);

/** @text, or "not stated" where it is NULL or empty; owned by the caller or by gettext. */
const char *spil_report_text_or_not_stated (const char *text);

G_END_DECLS
