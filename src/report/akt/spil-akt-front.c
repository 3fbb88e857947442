// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-akt-private.h"
#include "spil-report-text.h"

static void
add_lights (SpilDocument *document, const SpilReportData *data)
{
  spil_document_add_facts (document, (int) MAX (data->lights->len, 1));
  for (guint i = 0; i < data->lights->len; i++) {
    const SpilReportLight *light = g_ptr_array_index (data->lights, i);

    spil_document_take_fact (
        document, spil_akt_light_mark (light->light),
        g_strdup (spil_akt_choice (SPIL_ENTITY_REPORT_LIGHT, SPIL_REPORT_LIGHT_ASPECT, light->aspect)),
        g_strdup (spil_akt_light_label (light->light)), NULL);
  }
}

void
spil_akt_add_front (SpilDocument *document, const SpilReportData *data)
{
  g_autofree char *period = spil_akt_period (data);
  g_autofree char *made = spil_day_format_long (spil_time_day (data->made));
  g_autofree char *day = spil_day_format_long (data->day);
  const char *region = spil_report_text_or_not_stated (data->programme->region);

  spil_document_add_prose (document, SPIL_PROSE_TITLE, data->programme->name);
  spil_document_take_prose (
      document, SPIL_PROSE_SUBTITLE,
      g_strdup_printf ("%s\n%s", _ ("Progress report to the Ambtelijk Kernteam (AKT)"), period));
  spil_document_take_prose (
      document, SPIL_PROSE_BODY,
      g_strdup_printf (_ ("Region: %s\nMade on %s. All figures are as of %s."), region, made, day));
  if (data->programme->demo)
    spil_document_add_prose (
        document, SPIL_PROSE_LEAD,
        _ ("Demonstration: employers, contact moments, bookings and measurements in this report are "
           "invented. Only the facts of the plan are real."));
  spil_document_add_heading (document, 2, _ ("Status"));
  add_lights (document, data);
  spil_document_add_prose (
      document, SPIL_PROSE_NOTE,
      _ ("The lights follow from the figures by fixed rules, unless a person set them. The reason of "
         "each is in the next chapter."));
  spil_document_add_contents (document, _ ("Contents"));
  spil_document_add_sheet (document, SPIL_SHEET_PORTRAIT);
}
