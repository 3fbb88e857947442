// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** An event with who came, in figures. */
typedef struct
{
  SpilId id;
  char *name;
  int kind; /**< SPIL_EVENT_KIND_*; 0: not stated */
  SpilDay start;
  SpilDay end;
  char *area_name; /**< NULL: none */
  int64_t visitors; /**< -1: not stated */
  char *notes; /**< NULL: none */
  int n_organisations; /**< that came */
  int64_t n_people; /**< of those, where stated */
} SpilEventRow;

/** Which events. All zero bytes: all of them. */
typedef struct
{
  SpilId event; /**< only this one; nil: any */
  SpilId organisation; /**< to which it came; nil: any */
  int64_t limit; /**< 0: all */
} SpilEventFilter;

/** The events: to come or undated first, then latest first; as SpilEventRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_event_query (SpilStore *store, const SpilEventFilter *filter, GError **error);
void spil_event_row_free (SpilEventRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilEventRow, spil_event_row_free)

/** An organisation that came to an event. */
typedef struct
{
  SpilId id; /**< of the attendance */
  SpilId organisation;
  char *organisation_name;
  int64_t people; /**< -1: not stated */
  char *broker; /**< mobility broker of the relation; NULL: none */
  gboolean
      followed; /**< a contact moment of the kind event was noted on the day of the event, not corrected since */
} SpilAttendanceRow;

/** Who came, by name, as SpilAttendanceRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_event_query_attendances (SpilStore *store, SpilId event, GError **error);
void spil_attendance_row_free (SpilAttendanceRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilAttendanceRow, spil_attendance_row_free)

G_END_DECLS
