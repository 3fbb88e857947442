// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-report-language.h"

SpilReportLanguage
spil_report_language_begin (void)
{
  SpilReportLanguage self = { 0 };
  locale_t base = duplocale (uselocale ((locale_t) 0));

  // Only the messages are Dutch; how files and numbers are read stays as it was.
  self.dutch = newlocale (LC_MESSAGES_MASK, "nl_NL.UTF-8", base);
  if (self.dutch == (locale_t) 0)
    freelocale (base);
  else
    self.before = uselocale (self.dutch);
  return self;
}

void
spil_report_language_end (SpilReportLanguage *self)
{
  if (self->dutch == (locale_t) 0)
    return;
  uselocale (self->before);
  freelocale (self->dutch);
  self->dutch = (locale_t) 0;
}
