// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-space.h"

G_BEGIN_DECLS

/** What can be amiss. */
typedef enum
{
  SPIL_PROBLEM_CARRIER, /**< the folder is not there, or refuses */
  SPIL_PROBLEM_FOREIGN, /**< the folder is another one's */
  SPIL_PROBLEM_FULL, /**< no room in the folder */
  SPIL_PROBLEM_GAP, /**< waits for a packet of a laptop */
  SPIL_PROBLEM_KEYS, /**< waits for the keys of a packet */
  SPIL_PROBLEM_QUARANTINE, /**< changes that were refused */
  SPIL_PROBLEM_DAMAGED, /**< files that cannot be read */
  SPIL_PROBLEM_CLOCK, /**< a laptop's clock is off */
  SPIL_PROBLEM_DIGEST, /**< the same changes gave another result elsewhere */
  SPIL_PROBLEM_TWIN, /**< two laptops use one identity */
  SPIL_PROBLEM_NEWER, /**< made by a newer version of Spil: kept until this one is renewed */
  SPIL_PROBLEM_MEMBERS, /**< two lists of members */
  SPIL_PROBLEM_REVOKED, /**< this laptop is no longer a member */
  SPIL_PROBLEM_WAITING_FOR_LEADER, /**< has not been let in yet */
} SpilProblemKind;

/** "carrier", "gap" ... for machines. */
const char *spil_problem_name (SpilProblemKind kind);

typedef struct
{
  SpilProblemKind kind;
  SpilId device; /**< whose; nil: nobody's in particular */
  char *sentence; /**< for people: what, of whom, what to do */
} SpilProblem;

void spil_problem_free (SpilProblem *self);

/** How it stands. */
typedef struct
{
  int64_t sent; /**< own changes (transactions) that were sent in this run */
  int64_t received; /**< others' changes that were carried out in this run */
  int64_t unsent; /**< own changes that wait to be sent */
  int64_t waiting; /**< others' changes that were received and wait for something */
  int64_t quarantined; /**< others' changes that are refused */
  int64_t conflicts; /**< entries of the inbox */
  gboolean up_to_date; /**< nothing of all this, and the carrier was read to the end just now */
  SpilTime time; /**< of the last run that read the carrier to its end; 0: never */
  GPtrArray *problems; /**< of SpilProblem */
} SpilSyncReport;

void spil_sync_report_free (SpilSyncReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSyncReport, spil_sync_report_free)

/** Called between two steps, on the thread of spil_sync_run(): @done of @total packets; @total 0: not known yet. */
typedef void (*SpilSyncProgressFunc) (int64_t done, int64_t total, gpointer user_data);

/**
 * Sends and fetches all there is. What is amiss with the carrier or with what others sent stands in the report; an error is only
 * what keeps this database from being used, or SPIL_SPACE_ERROR_NONE. What was received is kept whatever happens afterwards. @progress may be NULL.
 */
SpilSyncReport *spil_sync_run (SpilStore *store, SpilSyncProgressFunc progress, gpointer user_data,
                               GCancellable *cancellable, GError **error);

/** How it stands, from the database alone: the last report, with what was changed since. Quick. */
SpilSyncReport *spil_sync_get_report (SpilStore *store, GError **error);

/** One sentence for people, of the whole: "Up to date at 14:03", "3 changes wait to be sent" ... Free with g_free(). */
char *spil_sync_report_dup_sentence (const SpilSyncReport *self);

/**
 * Quick and without the store: a text that differs when others may have brought something new to the carrier; NULL when it is not there. What the
 * device @own (nullable) writes itself makes no difference, so the text of before a run says what that run has read. For polling. Free with g_free().
 */
char *spil_sync_probe (const char *carrier, const SpilId *own, GCancellable *cancellable);

G_END_DECLS
