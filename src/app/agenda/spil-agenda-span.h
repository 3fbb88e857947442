// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"

G_BEGIN_DECLS

/** How much of the agenda is seen at once. */
typedef enum
{
  SPIL_AGENDA_MONTH,
  SPIL_AGENDA_WEEK,
} SpilAgendaScale;

/** Whole weeks from a Monday to a Sunday. */
typedef struct
{
  SpilDay first;
  SpilDay last;
} SpilAgendaSpan;

/** The week of @day, or the weeks that its month touches. */
SpilAgendaSpan spil_agenda_span (SpilAgendaScale scale, SpilDay day);
gboolean spil_agenda_span_has (SpilAgendaSpan span, SpilDay day);

/** The same day so many weeks or months on. */
SpilDay spil_agenda_step (SpilAgendaScale scale, SpilDay day, int steps);

/** "november 2018"; "Week 46, november 2018". Free with g_free(). */
char *spil_agenda_dup_title (SpilAgendaScale scale, SpilDay day);

/** The number of the week (ISO 8601). */
int spil_agenda_week (SpilDay day);

G_END_DECLS
