// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* How the network lies in memory: flat arrays, places in these, positions on the axis of working days. */
#pragma once

#include "spil-network.h"

G_BEGIN_DECLS

/** Positions that are not known, and a limit that there is not. Far from all that count, and far from the bounds of int. */
#define SPIL_AXIS_UNKNOWN (-(1 << 28))
#define SPIL_AXIS_NEVER (1 << 28)

static inline gboolean
spil_axis_is_known (int position)
{
  return position > -(1 << 27);
}

static inline gboolean
spil_axis_is_limit (int position)
{
  return position < 1 << 27;
}

typedef enum
{
  SPIL_NODE_LOOSE, /**< not both dates: start and end are the least that is known of them */
  SPIL_NODE_WORK, /**< as long as it is, wherever it lies */
  SPIL_NODE_MOMENT, /**< a milestone: start is the morning of its day, end the evening */
} SpilNodeKind;

typedef enum
{
  SPIL_PIN_NONE,
  SPIL_PIN_FIXED,
  SPIL_PIN_DONE,
  SPIL_PIN_STOPPED,
} SpilPin;

/** A task. */
typedef struct
{
  int parent; /**< -1: none */
  guint8 kind; /**< SpilNodeKind; of a summary: of what it states itself */
  guint8 pin; /**< SpilPin, its own or of what it is part of */
  guint8 summary;
  guint8 milestone;
  int start; /**< as stated */
  int end;
  int length; /**< of work; of something loose: the least */
  int not_before;
  int due; /**< the position at which a deadline has passed, its own or of what it is part of; SPIL_AXIS_NEVER */
  SpilDay first; /**< as stated, or as follows from the duration */
  SpilDay last;
  SpilDay stated_start; /**< as given; of a summary only where it is its own */
  SpilDay stated_end;
} SpilNode;

/** Whether anything is stated of its dates. What is done without these, passes nothing on; what is fixed without these, can be no such thing. */
static inline gboolean
spil_node_is_stated (const SpilNode *node)
{
  return spil_axis_is_known (node->start) || spil_axis_is_known (node->end);
}

/** A link, seen from one of its ends. */
typedef struct
{
  int other; /**< the task at the other end */
  int lag;
  gboolean lag_calendar;
  gboolean from_end; /**< FS, FF */
  gboolean to_end; /**< FF, SF */
} SpilArc;

/** Links by task: those of task t are arcs[first[t]] to arcs[first[t + 1] - 1]. */
typedef struct
{
  int *first;
  SpilArc *arcs;
} SpilArcs;

/** A link, for circles. */
typedef struct
{
  int from;
  int to;
  gboolean counts; /**< it is in the arcs */
} SpilTie;

struct _SpilNetwork
{
  int n;
  SpilNode *nodes;
  SpilArcs in; /**< only those that count */
  SpilArcs out;
  SpilTie *ties; /**< all links between tasks that are there */
  int n_ties;
  int *
      order; /**< each task after what it waits for; a summary opens (t) before all under it and closes (~t) after them */
  int n_order;
  SpilWorkCalendar *calendar;
};

/** Where a task lies. */
typedef struct
{
  int start;
  int end;
  int evening; /**< of the day on which it ends: what deadlines look at */
  guint8 moment; /**< it is a milestone */
  guint8 closes; /**< that lies in the evening of its day */
} SpilPosition;

/** What links ask at least. */
typedef struct
{
  int at;
  int because; /**< -1: no link */
  gboolean closes; /**< it is the end of something */
} SpilBound;

#define SPIL_BOUND_NONE ((SpilBound){ SPIL_AXIS_UNKNOWN, -1, TRUE })

/** Makes the order of the tasks (order, n_order). What lies in or behind a circle is not in it. */
void spil_network_sort (SpilNetwork *self);

/** The link as seen from one of its ends, with @other at the other. */
SpilArc spil_arc_of_link (const SpilScheduleLink *link, int other);
/** Whether what @arc follows, which lies at @at, is an end. A milestone is one when it lies in the evening. */
gboolean spil_arc_follows_end (const SpilArc *arc, const SpilPosition *at);
/** The least that @arc asks, given where its task lies; SPIL_AXIS_UNKNOWN when that is not known. @closes: it is the end of something. */
int
spil_network_bound (const SpilNetwork *self, const SpilArc *arc, const SpilPosition *from, gboolean *closes);
/** The other way round: the latest that what @arc follows may lie, when the task at its other end may not lie after @limit. @closes: it follows an end. */
int spil_network_limit (const SpilNetwork *self, const SpilArc *arc, gboolean closes, int limit);

/** Keeps the later of two bounds. */
void spil_bound_take (SpilBound *self, int at, int because, gboolean closes);

/** As stated; unknown positions where that is nothing. */
SpilPosition spil_network_stated (const SpilNetwork *self, int task);
/** Work that begins at @start, as long as it is in @own. What has no working day (an event in a weekend) takes one when it is moved. */
SpilPosition spil_network_put_work (const SpilPosition *own, int start);
/** A milestone at @at; @closes: in the evening, when something else ends. */
SpilPosition spil_network_put_moment (int at, gboolean closes);
/** Places a task that is not pinned: as @own says, or later as the bounds ask; then not before "not earlier than" either. */
SpilPosition spil_network_put (const SpilNetwork *self, int task, const SpilPosition *own,
                               const SpilBound *start, const SpilBound *end);
/** A milestone that stays on its day: in the evening when a bound asks so. */
SpilPosition spil_network_put_in_day (const SpilPosition *own, const SpilBound *start, const SpilBound *end);
/** The days of something that does not lie as stated. Those not known are SPIL_DAY_NONE. */
void spil_network_days (const SpilNetwork *self, const SpilPosition *at, SpilDay *first, SpilDay *last);

/** Which links push. */
typedef enum
{
  SPIL_PLACE_HOLD, /**< none: they only tell where milestones lie in their day, and where at least something without dates lies */
  SPIL_PLACE_PUSH, /**< all: the forward pass */
} SpilPlaceMode;

/** Where all tasks lie. */
typedef struct
{
  SpilPosition *own; /**< of a summary: of the dates that it states itself */
  SpilPosition *span; /**< what links from it follow: its own, and what is under it */
  SpilBound *down; /**< of a summary: what links to it ask of all under it */
} SpilPlaces;

void spil_places_init (SpilPlaces *self, int n);
void spil_places_clear (SpilPlaces *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilPlaces, spil_places_clear)

/** Places all tasks in order. Those that are not in the order keep unknown positions. */
void spil_network_place (const SpilNetwork *self, SpilPlaceMode mode, SpilPlaces *places);
/** What links from a task that has its place follow so far: that place. The dates of a summary that was stopped count for nothing. */
void spil_places_open (SpilPlaces *self, const SpilNetwork *network, int task);
/** A task that closes adds itself to the span of what it is part of; to be called for each, in order. */
void spil_places_close (SpilPlaces *self, const SpilNetwork *network, int task);

G_END_DECLS
