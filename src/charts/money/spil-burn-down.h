// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"
#include "spil-day.h"

G_BEGIN_DECLS

/** How a budget stands on the evening of @day, in cents. */
typedef struct
{
  SpilDay day;
  int64_t plan; /**< would be spent by then */
  int64_t actual; /**< is spent, added up from the beginning */
  int64_t open; /**< is committed on that day and not spent yet */
  gboolean has_plan;
  gboolean has_actual; /**< `actual` and `open` are known */
} SpilBurnPoint;

/** Burn-down of a budget: what is left of it over time, against the plan, with what is expected of the rest. */
typedef struct _SpilBurnDown SpilBurnDown;

/** Makes the burn-down of a budget of @total cents that runs from @first to @last (both known). */
SpilBurnDown *spil_burn_down_new (int64_t total, SpilDay first, SpilDay last);
void spil_burn_down_free (SpilBurnDown *self);
/** Says what the budget is of ("3. Fonds"); NULL: the whole. */
void spil_burn_down_set_subject (SpilBurnDown *self, const char *subject);
/** Adds a point, usually the last day of a month; in order of day. */
void spil_burn_down_add (SpilBurnDown *self, const SpilBurnPoint *point);
void spil_burn_down_set_today (SpilBurnDown *self, SpilDay today);
/**
 * What will be spent in the end, in cents: at least @low (spent + committed) and at most @high (with the forecast too). Drawn as a band from the last point with a known
 * `actual` to the end.
 */
void spil_burn_down_set_expected (SpilBurnDown *self, int64_t low, int64_t high);
/** What would be spent in the end when it goes on as it went until now: a line of its own. */
void spil_burn_down_set_pace (SpilBurnDown *self, int64_t spent_in_the_end);
/** Says whether the amounts are with or without VAT: a few words beside the axis. May be NULL. */
void spil_burn_down_set_note (SpilBurnDown *self, const char *note);
/** Makes the chart; takes @self. */
SpilChart *spil_burn_down_to_chart (SpilBurnDown *self);

/**
 * What is spent at the end when the pace of the past goes on: @spent x (days of @first to @last) / (days of @first to @today), rounded to the cent. Own formula: a
 * straight line through the beginning and today, meant as a bound to hold the plan against and not as a prognosis. @spent itself from the last day on; FALSE, @pace
 * untouched, before the first day.
 */
gboolean spil_burn_down_pace (int64_t spent, SpilDay first, SpilDay last, SpilDay today, int64_t *pace);

/** What a straight plan has spent on the evening of @day: nothing before @first, all of @total from @last on. */
int64_t spil_burn_down_plan (int64_t total, SpilDay first, SpilDay last, SpilDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilBurnDown, spil_burn_down_free)

G_END_DECLS
