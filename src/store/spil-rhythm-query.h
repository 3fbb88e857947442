// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"
#include "spil-visit-guard-rule.h"

G_BEGIN_DECLS

/* The rhythm of contact: what is planned when, who has nothing planned, and where two brokers would come at once. */

/** An open next action. */
typedef struct
{
  SpilId id;
  SpilId organisation;
  char *organisation_name; /**< NULL: not stated */
  char *text;
  char *owner; /**< NULL: nobody's */
  SpilDay due;
  int kind; /**< SPIL_CONTACT_KIND_*; 0: not stated */
} SpilPlanned;

/**
 * The open actions that are due from @first (SPIL_DAY_NONE: ever) to @last, of @owner (NULL: of everybody), by day; at most @limit (0: all). As
 * SpilPlanned; free with g_ptr_array_unref().
 */
GPtrArray *spil_planned_query (SpilStore *store, SpilDay first, SpilDay last, const char *owner,
                               int64_t limit, GError **error);
void spil_planned_free (SpilPlanned *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPlanned, spil_planned_free)

/** A relation without any open next action. */
typedef struct
{
  SpilId organisation;
  char *organisation_name;
  char *broker; /**< NULL: none */
} SpilUnplanned;

/**
 * The relations without an open next action, of @broker (NULL: of everybody), those of tier A first; at most @limit (0: all). @count (nullable)
 * gets how many there are. As SpilUnplanned; free with g_ptr_array_unref().
 */
GPtrArray *
spil_unplanned_query (SpilStore *store, const char *broker, int64_t limit, int64_t *count, GError **error);
void spil_unplanned_free (SpilUnplanned *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilUnplanned, spil_unplanned_free)

/** A contact moment or an open action of a broker with one organisation. */
typedef struct
{
  SpilId id; /**< of the contact moment or the action */
  SpilDay day;
  char *broker; /**< NULL: not stated */
  char *text; /**< NULL: none */
  int kind; /**< SPIL_CONTACT_KIND_*; 0: not stated */
  gboolean planned;
} SpilMeeting;

/** What brokers did and plan with @organisation from @first to @last, by day. As SpilMeeting; free with g_ptr_array_unref(). */
GPtrArray *
spil_meeting_query (SpilStore *store, SpilId organisation, SpilDay first, SpilDay last, GError **error);
void spil_meeting_free (SpilMeeting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilMeeting, spil_meeting_free)

/** The visits among @meetings, for spil_visit_guard_find(). Their texts stay owned by @meetings. Free with g_array_unref(). */
GArray *spil_meetings_get_visits (GPtrArray *meetings);

/** An organisation that two brokers visit too close together, in words. */
typedef struct
{
  SpilId organisation;
  char *organisation_name;
  char *text;
} SpilDoubleVisit;

/**
 * Where the guard against double visits warns on @today: of @organisation alone, or of all (nil); with @broker among the two (NULL: any). As
 * SpilDoubleVisit; free with g_ptr_array_unref().
 */
GPtrArray *spil_double_visit_query (SpilStore *store, SpilId organisation, const char *broker, SpilDay today,
                                    GError **error);
void spil_double_visit_free (SpilDoubleVisit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilDoubleVisit, spil_double_visit_free)

G_END_DECLS
