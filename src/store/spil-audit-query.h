// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/*
 * Reads the audit table (see LOG.md): who did what on this laptop, in numbers and kinds only. Names of persons and what they said never stand
 * in it, apart from the name under which somebody works here; so nothing has to be erased from it, and nothing can be.
 */

#define SPIL_AUDIT_HASH_LENGTH 32

/** One line. Its texts are owned by what gave it. */
typedef struct
{
  int64_t n; /**< from 1, without gaps */
  SpilTime time;
  const char *actor; /**< who worked there */
  SpilId device;
  const char *action; /**< a word: "commit", "export"; see spil_audit_action_label() */
  const char *object; /**< what, in numbers: "contact +1, task ~2", or a word: "database" */
  const char *result; /**< "ok", or how many rows */
  gboolean has_hash; /**< FALSE: the table is damaged */
  uint8_t hash[SPIL_AUDIT_HASH_LENGTH];
} SpilAuditLine;

/** Which lines. All zero and NULL but for the days: SPIL_AUDIT_FILTER_ALL. Texts are borrowed. */
typedef struct
{
  SpilDay first; /**< SPIL_DAY_NONE: from the beginning */
  SpilDay last; /**< with that day; SPIL_DAY_NONE: to the end */
  const char *actor; /**< exactly; NULL: anyone */
  const char *action; /**< NULL: any */
  const char *text; /**< words that all stand in the line as people read it; NULL: any */
} SpilAuditFilter;

#define SPIL_AUDIT_FILTER_ALL \
  (SpilAuditFilter) \
  { \
    .first = SPIL_DAY_NONE, .last = SPIL_DAY_NONE, .actor = NULL, .action = NULL, .text = NULL \
  }

SpilAuditFilter *spil_audit_filter_copy (const SpilAuditFilter *filter);
/** Frees a copy. */
void spil_audit_filter_free (SpilAuditFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAuditFilter, spil_audit_filter_free)

/** Called for each line, the oldest first. Return FALSE with @error set to stop. */
typedef gboolean (*SpilAuditFunc) (const SpilAuditLine *line, gpointer user_data, GError **error);

/** How many lines @filter selects. */
gboolean spil_audit_count (SpilStore *store, const SpilAuditFilter *filter, int64_t *count, GError **error);

/** @limit of the lines that @filter selects from the @offset-th on, the newest first: of SpilAuditLine, with their texts. Free with g_ptr_array_unref(). */
GPtrArray *
spil_audit_list (SpilStore *store, const SpilAuditFilter *filter, int64_t offset, int limit, GError **error);

/** Goes through the lines that @filter selects in memory that does not grow with their number. */
gboolean spil_audit_each (SpilStore *store, const SpilAuditFilter *filter, SpilAuditFunc func,
                          gpointer user_data, GError **error);

/** What there is to choose from. */
typedef struct
{
  int64_t n; /**< lines in all */
  SpilTime first; /**< of the first and the last line */
  SpilTime last;
  GPtrArray *actors; /**< of char *, by name */
  GPtrArray *actions; /**< of char *: the words that occur */
} SpilAuditFacts;

SpilAuditFacts *spil_audit_facts (SpilStore *store, GError **error);
void spil_audit_facts_free (SpilAuditFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAuditFacts, spil_audit_facts_free)

/** For people: "Changed", "Undone"; the word itself when it is not known here. */
const char *spil_audit_action_label (const char *action);
/** For people: "1 contact moment added, 2 activities changed". Free with g_free(). */
char *spil_audit_dup_object (const SpilAuditLine *line);
/** For people: "Done", "1,204 rows". Free with g_free(). */
char *spil_audit_dup_result (const SpilAuditLine *line);
/** In lower-case hexadecimals; "" without one. Free with g_free(). */
char *spil_audit_dup_hash (const SpilAuditLine *line);

/*
 * The chain of hashes, followed from the first line on, some lines at a time: so that it can be told how far it is, and stopped.
 */

typedef struct
{
  int64_t n; /**< lines that follow from each other */
  int64_t broken; /**< the line at or before which something was changed; 0: none so far */
  gboolean done; /**< to the end, or to where it is broken */
  SpilTime first; /**< of the first and the last line that was followed */
  SpilTime last;
  uint8_t hash[SPIL_AUDIT_HASH_LENGTH]; /**< of the last line that was followed */
} SpilAuditChain;

#define SPIL_AUDIT_CHAIN_INIT { 0 }

/** Follows at most @limit lines further. */
gboolean spil_audit_chain_follow (SpilAuditChain *chain, SpilStore *store, int limit, GError **error);

/** The verdict in a sentence, once it is done: "The chain is right: 1,204 lines, from ... to ...". Free with g_free(). */
char *spil_audit_chain_dup_verdict (const SpilAuditChain *chain);

G_END_DECLS
