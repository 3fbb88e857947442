// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/*
 * Lines of vCard (RFC 2426, RFC 6350) and iCalendar (RFC 5545), which fold and escape alike.
 */

/** Appends "NAME:value", folded after 75 bytes between characters, with CR LF. @value goes as it is. */
void spil_content_line_append (GString *out, const char *name, const char *value);

/** The same with @text escaped; nothing when it is NULL or empty. */
void spil_content_line_append_text (GString *out, const char *name, const char *text);

/** A line with a known day: "20180731". */
void spil_content_line_append_day (GString *out, const char *name, SpilDay day);

/** The line that says when this was written: now. */
void spil_content_line_append_stamp (GString *out);

/** Appends @text with \ ; , and line ends escaped, and control characters left out. */
void spil_content_line_escape (GString *out, const char *text);

G_END_DECLS
