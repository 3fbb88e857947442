// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/** The language that a thread spoke before it began a report. */
typedef struct
{
  locale_t dutch; /**< 0: this machine has no Dutch, and nothing was changed */
  locale_t before;
} SpilReportLanguage;

/**
 * Lets this thread speak Dutch until spil_report_language_end(): a report is for Dutch readers, whatever the language of whoever makes it.
 * Where the machine has no Dutch locale, the report is in the language of the program.
 */
SpilReportLanguage spil_report_language_begin (void);
void spil_report_language_end (SpilReportLanguage *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilReportLanguage, spil_report_language_end)

G_END_DECLS
