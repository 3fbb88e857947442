// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-visit-data.h"

G_BEGIN_DECLS

/** The parts of a visit sheet, in their order. */
typedef enum
{
  SPIL_VISIT_PEOPLE,
  SPIL_VISIT_ACTIONS,
  SPIL_VISIT_PROMISES,
  SPIL_VISIT_CONTACTS,
  SPIL_VISIT_NEEDS,
  SPIL_VISIT_SITES,
  SPIL_VISIT_TRAVEL,
  SPIL_VISIT_OFFERS,
  SPIL_VISIT_SCAN,
  SPIL_VISIT_FUND,
  SPIL_VISIT_AREA,
  SPIL_N_VISIT_PARTS
} SpilVisitPart;

/** One thing that is said. */
typedef struct
{
  char *text;
  char *detail; /**< NULL: none */
  char *end; /**< a number, a day or a state; NULL: none */
  gboolean late; /**< something is overdue; `end` says so in words */
  SpilEntityNumber entity; /**< the row that it is about; 0: none */
  SpilId id;
} SpilVisitLine;

typedef struct
{
  SpilVisitPart part;
  const char *title; /**< owned by gettext, as the next two: what details and ends are */
  const char *detail_title;
  const char *end_title;
  GPtrArray *lines; /**< of SpilVisitLine */
  const char *nothing; /**< said where there are no lines; owned by gettext */
  char *more; /**< what was left out: "12 earlier ones"; NULL: nothing */
} SpilVisitChapter;

/** A fact with its name. */
typedef struct
{
  const char *label; /**< owned by gettext */
  char *value; /**< NULL: not stated */
  gboolean late;
} SpilVisitFact;

/** What a visit sheet says, for the screen and for paper alike. */
typedef struct
{
  char *name;
  char *address; /**< with phone, e-mail and website; NULL: nothing known */
  GPtrArray *facts; /**< of SpilVisitFact */
  GPtrArray *sections; /**< of SpilVisitChapter, one for each part */
} SpilVisitSheet;

/** Says what @data holds, with at most @n_contacts contact moments (0: all that were read). Free with spil_visit_sheet_free(). */
SpilVisitSheet *spil_visit_sheet_new (const SpilVisitData *data, guint n_contacts);
/** What there is nothing of, in one line: "No quickscan yet · Nothing offered yet"; NULL: there is something of all. Free with g_free(). */
char *spil_visit_sheet_dup_nothing (const SpilVisitSheet *self);
void spil_visit_sheet_free (SpilVisitSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilVisitSheet, spil_visit_sheet_free)

G_END_DECLS
