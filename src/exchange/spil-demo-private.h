// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-inventor.h"

G_BEGIN_DECLS

/** The demo while it is being made. */
typedef struct
{
  SpilInventor inventor;
  SpilTemplateKeys *keys; /* the rows of the template and of the demo's own file */
  SpilDay first; /* of the year that the demo shows */
  SpilDay today; /* the day that the demo plays on */
  GArray *employers; /* of SpilInvented */
} SpilDemo;

/** The row that @key of the template or the demo's file names; it has to exist. */
SpilId spil_demo_row (SpilDemo *self, const char *key);

/** Adds employers, their way through the funnel, contact moments, next actions and statements of intent. */
void spil_demo_add_relations (SpilDemo *self);

/** Adds a few employers once more, as somebody else wrote them down. */
void spil_demo_add_duplicates (SpilDemo *self);

/** Adds offers, trial periods with participations, effect chains and interventions. */
void spil_demo_add_toolkit (SpilDemo *self);

/** Adds quickscans of one employer: before and after, and of a comparison group. */
void spil_demo_add_scans (SpilDemo *self);
/** Adds an alliance with members and promises, and events with who came. */
void spil_demo_add_alliance (SpilDemo *self);

/** Adds to the planning: activities with links, closures, journal lines and a baseline. */
void spil_demo_add_planning (SpilDemo *self);

/** Adds applications to the fund in all states, with assessments, payments and bookings. */
void spil_demo_add_fund (SpilDemo *self);

G_END_DECLS
