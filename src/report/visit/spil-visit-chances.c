// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What there is to offer, and what stands in the way of it or speaks for it. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-area-rule.h"
#include "spil-fund-query.h"
#include "spil-number.h"
#include "spil-toolkit-query.h"
#include "spil-visit-private.h"

#define MOST_OF_A_TEXT 160
/* Activities of an area that are named. */
#define MOST_TASKS 3

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Trial periods of an offer, each on a line under it. */
static void
say_trials (SpilVisitChapter *section, const SpilVisitData *data, SpilId offer)
{
  for (guint i = 0; i < data->cohorts->len; i++) {
    const SpilCohortRow *cohort = data->cohorts->pdata[i];
    g_autofree char *start = spil_day_format (cohort->start);
    g_autofree char *decide = spil_day_format (cohort->decide_on);
    g_autofree char *decision = NULL;
    SpilVisitLine *line;

    if (!spil_id_equal (cohort->offer, offer))
      continue;
    if (cohort->n_to_decide > 0)
      decision = g_strdup_printf (
          ngettext ("%d extension to decide", "%d extensions to decide", (gulong) cohort->n_to_decide),
          cohort->n_to_decide);
    else if (*decide != '\0')
      decision = g_strdup_printf (_ ("first period until %s"), decide);
    line = spil_visit_add_line (section, g_strdup_printf (_ ("Trial period from %s"), start),
                                g_steal_pointer (&decision),
                                spil_integer_format (cohort->participations->len));
    line->entity = SPIL_ENTITY_COHORT;
    line->id = cohort->id;
  }
}

void
spil_visit_say_offers (SpilVisitChapter *section, const SpilVisitData *data)
{
  for (guint i = 0; i < data->offers->len; i++) {
    SpilRecord *offer = data->offers->pdata[i];
    g_autofree char *state = spil_visit_field (offer, SPIL_OFFER_STATE);
    g_autofree char *from = spil_visit_words (_ ("from %s"), offer, SPIL_OFFER_START);
    g_autofree char *until = spil_visit_words (_ ("until %s"), offer, SPIL_OFFER_END);
    const char *instrument = spil_visit_data_title (data, offer, SPIL_OFFER_INSTRUMENT);

    spil_visit_add_record (section, offer, g_strdup (instrument != NULL ? instrument : _ ("not stated")),
                           spil_visit_join (or_empty (state), or_empty (from), or_empty (until), NULL),
                           spil_visit_field (offer, SPIL_OFFER_PARTICIPANTS));
    say_trials (section, data, spil_record_get_id (offer));
  }
}

/* The share of arrivals in the peak, and the hour in which most arrive; NULL when nothing was counted. */
static char *
dup_peak (const SpilScanFigures *figures)
{
  g_autofree char *hour = NULL;
  g_autofree char *peak = NULL;

  if (figures->busiest_hour < 0)
    return NULL;
  // Translators: the hour in which most people arrive.
  hour = g_strdup_printf (_ ("most arrive between %d and %d o’clock"), figures->busiest_hour,
                          figures->busiest_hour + 1);
  if (figures->peak.known)
    peak = g_strdup_printf (_ ("%d %% in the peak"), (int) lround (figures->peak.share * 100));
  return spil_visit_join (or_empty (peak), hour, NULL);
}

void
spil_visit_say_scan (SpilVisitChapter *section, const SpilVisitData *data)
{
  g_autofree char *title = NULL, *asked = NULL, *peak = NULL, *car = NULL, *home = NULL;
  SpilVisitLine *line;

  if (data->scan == NULL)
    return;
  title = spil_scan_row_dup_title (data->scan);
  if (data->scan->counts.n >= 0 && data->scan->counts.population >= 0) {
    g_autofree char *n = spil_integer_format (data->scan->counts.n);
    g_autofree char *population = spil_integer_format (data->scan->counts.population);

    /* Translators: how many answered of how many that were asked. */
    asked = g_strdup_printf (_ ("%s of %s answered"), n, population);
  }
  peak = dup_peak (&data->scan->figures);
  if (data->scan->figures.car.known)
    car = g_strdup_printf (_ ("%d %% alone by car"), (int) lround (data->scan->figures.car.share * 100));
  if (data->scan->counts.home_days >= 0) {
    g_autofree char *days = spil_decimal_format (data->scan->counts.home_days);

    home = g_strdup_printf (_ ("%s home-work days a week"), days);
  }
  line = spil_visit_add_line (
      section, g_steal_pointer (&title),
      spil_visit_join (or_empty (peak), or_empty (car), or_empty (home), or_empty (asked), NULL), NULL);
  line->entity = SPIL_ENTITY_SCAN;
  line->id = data->scan->id;
}

static void
say_application (SpilVisitChapter *section, const SpilFundApplicationRow *application)
{
  const SpilField *state = spil_entity_field (spil_entity (SPIL_ENTITY_APPLICATION), SPIL_APPLICATION_STATE);
  SpilVisitLine *line;
  char *amount = NULL;

  if (application->has_awarded)
    amount = spil_money_format (application->awarded.cents, SPIL_MONEY_WHOLE);
  else if (application->has_asked)
    amount = spil_money_format (application->asked.cents, SPIL_MONEY_WHOLE);
  line = spil_visit_add_line (
      section,
      spil_visit_one_line (application->measures != NULL ? application->measures : _ ("Application"),
                           MOST_OF_A_TEXT),
      g_strdup (spil_field_choice_label (state, application->state)), amount);
  line->entity = SPIL_ENTITY_APPLICATION;
  line->id = application->id;
}

void
spil_visit_say_fund (SpilVisitChapter *section, const SpilVisitData *data)
{
  for (guint i = 0; i < data->schemes->len; i++) {
    const SpilFundSchemeRow *scheme = data->schemes->pdata[i];
    SpilVisitLine *line = spil_visit_add_line (
        section, g_strdup (scheme->name),
        g_strdup (scheme->has_room ? _ ("room left") : _ ("no ceiling stated")),
        scheme->has_room ? spil_money_format (scheme->room.cents, SPIL_MONEY_WHOLE) : NULL);

    line->entity = SPIL_ENTITY_SCHEME;
    line->id = scheme->id;
  }
  for (guint i = 0; i < data->applications->len; i++)
    say_application (section, data->applications->pdata[i]);
}

/* The activities that run there, by name. */
static char *
dup_tasks (const SpilVisitArea *area)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (area->tasks->len, MOST_TASKS); i++) {
    g_autofree char *name = spil_visit_one_line (spil_record_get_title (area->tasks->pdata[i]), 60);

    if (names->len > 0)
      g_string_append (names, ", ");
    g_string_append (names, name);
  }
  return names->len > 0 ? g_strdup_printf (_ ("running: %s"), names->str) : NULL;
}

void
spil_visit_say_area (SpilVisitChapter *section, const SpilVisitData *data)
{
  const SpilField *stances = spil_entity_field (spil_entity (SPIL_ENTITY_AREA), SPIL_AREA_STANCE);

  for (guint i = 0; i < data->areas->len; i++) {
    const SpilVisitArea *area = data->areas->pdata[i];
    g_autofree char *tasks = dup_tasks (area);
    g_autofree char *hint = spil_upscale_hint_dup_sentence (&area->row->hint);
    const char *stance = area->row->stance != 0 ? spil_field_choice_label (stances, area->row->stance) : "";
    SpilVisitLine *line = spil_visit_add_line (
        section, g_strdup (area->row->name),
        spil_visit_join (stance, or_empty (tasks), or_empty (hint), NULL),
        g_strdup (spil_approach_label (area->row->approach)));

    line->entity = SPIL_ENTITY_AREA;
    line->id = area->row->id;
  }
}
