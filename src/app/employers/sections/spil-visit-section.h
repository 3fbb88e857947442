// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-rhythm-query.h"

G_BEGIN_DECLS

/** What two brokers did and plan with one employer, and what the guard against double visits says of it. */
typedef struct
{
  SpilDay first; /**< the days that are looked at */
  SpilDay last;
  SpilDay today;
  GPtrArray *meetings; /**< of SpilMeeting, by day */
  char *brokers[2]; /**< of the relation; NULL: none */
  int guard_days;
} SpilVisits;

/** Past weeks and coming weeks around @today. @brokers are copied. NULL with @error on failure. */
SpilVisits *spil_visits_load (SpilStore *store, SpilId organisation, const char *const brokers[2],
                              SpilDay today, GError **error);
void spil_visits_free (SpilVisits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilVisits, spil_visits_free)

/**
 * The warning in words as it would be if @broker (nullable) also planned a visit on @day; NULL: nothing to warn of. Free with g_free().
 */
char *spil_visits_dup_warning (const SpilVisits *self, const char *broker, SpilDay day);

#define SPIL_TYPE_VISIT_SECTION (spil_visit_section_get_type ())

/** The strip with both brokers, under a warning when they would come too close together. It is not seen where only one broker comes. */
G_DECLARE_FINAL_TYPE (SpilVisitSection, spil_visit_section, SPIL, VISIT_SECTION, AdwPreferencesGroup)

void spil_visit_section_show (SpilVisitSection *self, const SpilVisits *visits);

/** A line of text with a sign of warning, as this section shows it. */
GtkWidget *spil_warning_new (void);
/** NULL: it is hidden. */
void spil_warning_set_text (GtkWidget *warning, const char *text);

G_END_DECLS
