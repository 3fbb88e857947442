// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-change.h"
#include "spil-fiction.h"
#include "spil-template.h"

G_BEGIN_DECLS

/*
 * Invents employers and what happens with them, row by row, into an action: for the demo and for the generator of large
 * databases. The same seed gives the same rows, ids included.
 */

#define SPIL_INVENTOR_STAGES 4
#define SPIL_INVENTOR_MAX_PERSONS 3

typedef struct
{
  SpilFiction *fiction; /* not owned */
  SpilRandom random;
  SpilAction *action; /* not owned: where the rows go */
  SpilId programme;
  SpilId stages[SPIL_INVENTOR_STAGES];
  SpilId *areas; /* owned: per place of the word list */
} SpilInventor;

/**
 * An inventor for the programme whose rows @keys names (see spil_template_make_action()). SPIL_EXCHANGE_ERROR_INVALID when the
 * template has no stages "fase-1" to "fase-4" or lacks an area.
 */
gboolean spil_inventor_init (SpilInventor *self, SpilFiction *fiction, uint64_t seed, SpilTemplateKeys *keys,
                             GError **error);
void spil_inventor_clear (SpilInventor *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilInventor, spil_inventor_clear)

/** Adds a row of that entity, made on @day, to the programme; fill it with the functions below. */
SpilChange *spil_inventor_add (SpilInventor *self, int entity, SpilDay day);

/* Fill in one field. NULL texts, unknown days and nil ids leave it as it is. */
void spil_inventor_put_text (SpilChange *change, int field, const char *text);
void spil_inventor_put_integer (SpilChange *change, int field, int64_t integer);
void spil_inventor_put_day (SpilChange *change, int field, SpilDay day);
void spil_inventor_put_reference (SpilChange *change, int field, SpilId id);

/** A working day (Monday to Friday) from @first to @last, or close to @first when there is none between. */
SpilDay spil_inventor_day (SpilInventor *self, SpilDay first, SpilDay last);

/** An invented employer, as far as later rows need it. */
typedef struct
{
  SpilId organisation;
  SpilId engagement;
  SpilId persons[SPIL_INVENTOR_MAX_PERSONS];
  int n_persons;
  int stage; /**< 1 to SPIL_INVENTOR_STAGES */
  int tier; /**< SPIL_TIER_* */
  int staff;
  const char *broker; /**< owned by the word lists */
  const char *other_broker; /**< the sustainability broker; NULL: none */
  SpilId area;
  SpilDay joined;
} SpilInvented;

/** Adds employer @index, known since @joined, with site, persons and relation; @employer gets what later rows need. */
void spil_inventor_add_employer (SpilInventor *self, int index, SpilDay joined, SpilInvented *employer);

/** Adds a contact moment at @time (milliseconds), with note and persons, and returns its row. */
SpilChange *spil_inventor_add_contact (SpilInventor *self, const SpilInvented *employer, int64_t time);

G_END_DECLS
