// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-day.h"

G_BEGIN_DECLS

/*
 * What a planning is in any file: readers of a form of file fill a SpilPlanFile, spil_plan_import() takes it into the database, spil_plan_file_of_store()
 * makes one of what is in the database, and writers write it. Readers and writers know no database; the engine knows no form of file. What a file does
 * not state stays at "not stated" (NULL, -1, SPIL_DAY_NONE): nothing is filled in, and such a value leaves alone what is in the database.
 */

/** More of anything (tasks, links, exceptions ...) than so many is no planning. */
#define SPIL_PLAN_FILE_MAX_ITEMS 100000
/** What all texts of a file may take together, in bytes. */
#define SPIL_PLAN_FILE_MAX_TEXT (128 * 1024 * 1024)
/** Activities are parts of parts no deeper than this; what is deeper in a file is put at this depth, and said. */
#define SPIL_PLAN_FILE_MAX_LEVEL 40
/** So many different things that are not kept are listed; a file with more is no planning. */
#define SPIL_PLAN_FILE_MAX_UNKNOWN 1000
/** How many baselines a file holds: numbers 0..10. */
#define SPIL_PLAN_FILE_N_BASELINES 11

/** What binds the dates of a task. */
typedef enum
{
  SPIL_PLAN_CONSTRAINT_NOT_STATED,
  SPIL_PLAN_CONSTRAINT_NONE, /**< as soon as possible */
  SPIL_PLAN_CONSTRAINT_LATE, /**< as late as possible */
  SPIL_PLAN_CONSTRAINT_START_ON, /**< its dates are fixed */
  SPIL_PLAN_CONSTRAINT_FINISH_ON,
  SPIL_PLAN_CONSTRAINT_START_FROM, /**< starts not earlier than */
  SPIL_PLAN_CONSTRAINT_START_BY, /**< starts not later than */
  SPIL_PLAN_CONSTRAINT_FINISH_FROM,
  SPIL_PLAN_CONSTRAINT_FINISH_BY,
} SpilPlanConstraint;

/** A task as it was in a baseline. */
typedef struct
{
  int number; /**< of the baseline, 0..10 */
  SpilDay start;
  SpilDay finish;
  int64_t cost; /**< cents; -1: not stated */
} SpilPlanFileBase;

/** A task. Readers set what the file states; what is marked "finish" spil_plan_file_finish() sets. */
typedef struct
{
  int64_t row; /**< place in the file, for people; from 1 */
  char *uid; /**< its key in this file; never NULL */
  char *guid; /**< its key in the world: a UUID; NULL */
  char *number; /**< "1.2.1": how the file numbers it; NULL */
  char *name; /**< NULL or "": none */
  char *notes;
  int parent; /**< place in `tasks` of what it is a part of; -1: none. A task stands after its parent */
  int level; /**< finish: 0 at the top */
  int place; /**< finish: among the parts of its parent, from 1 */
  int n_parts; /**< finish */
  gboolean summary; /**< finish: has parts */
  gboolean follows; /**< of a summary: dates and progress only follow from its parts; they are not its own */
  SpilDay start; /**< first day */
  SpilDay finish; /**< last day, itself included */
  double duration; /**< in working days; -1: not stated */
  int milestone; /**< 1: it is one, 0: it is none, -1: not stated */
  int progress; /**< per cent; -1: not stated */
  int stopped; /**< 1: is not done any more, 0: is, -1: not stated */
  SpilPlanConstraint constraint;
  SpilDay constraint_day;
  SpilDay deadline;
  int64_t cost; /**< cents, its own, without that of its parts; -1: not stated */
  double
      effort; /**< hours a week, of all owners together; -1: not stated. Finish: from the assignments, unless set */
  char *owner; /**< names with ", " in between; NULL: not stated. Finish: from the assignments, unless set */
  GArray *bases; /**< of SpilPlanFileBase; NULL: none */
} SpilPlanFileTask;

typedef struct
{
  int64_t row; /**< of the task in which it stands */
  char *from_uid; /**< owned; finish gives it up when both are found */
  char *to_uid;
  int from; /**< finish: place in `tasks` */
  int to;
  int type; /**< SPIL_LINK_TYPE_* */
  int lag; /**< days; negative: a lead */
  gboolean lag_calendar; /**< calendar days rather than working days */
} SpilPlanFileLink;

typedef struct
{
  char *uid;
  char *guid; /**< NULL: none */
  char *name;
  gboolean person; /**< does work; else material or a sum of money, which is no owner */
} SpilPlanFileResource;

typedef struct
{
  char *task_uid;
  char *resource_uid;
  double units; /**< 1: full time; -1: not stated */
} SpilPlanFileAssignment;

/** Days that are not as the week says. */
typedef struct
{
  SpilDay first;
  SpilDay last;
  gboolean worked;
  char *name; /**< NULL: none */
} SpilPlanFileException;

typedef struct
{
  char *uid;
  char *name;
  char *base_uid; /**< NULL: none */
  gboolean week_stated;
  gboolean week[7]; /**< worked: Monday first */
  GArray *exceptions; /**< of SpilPlanFileException */
} SpilPlanFileCalendar;

/** A baseline as a whole, where the file says something about it. */
typedef struct
{
  gboolean used; /**< finish: some task is in it */
  char *name; /**< NULL: the file gives none */
  SpilDay date; /**< when it was made; SPIL_DAY_NONE: the file does not say */
} SpilPlanFileBaseline;

/** Something in the file that Spil does not keep. */
typedef struct
{
  char *name; /**< as the file calls it: "Task/Priority" */
  int64_t count; /**< how often */
  char *example; /**< one value, on one line; NULL: none */
  char *reason; /**< one sentence for people: what becomes of it; NULL: it is left out */
  guint hash; /**< of the name; private */
} SpilPlanFileUnknown;

void spil_plan_file_unknown_free (SpilPlanFileUnknown *self);

/** A planning. */
typedef struct
{
  const char *format; /**< "mspdi", "gan", "planner": the first part of the field `origin` of activities */
  char *title; /**< NULL: none */
  char *guid; /**< of the project; NULL: none */
  SpilDay start; /**< of the project */
  SpilDay saved; /**< when the file was last saved */
  int day_minutes; /**< of work in a day; 480 */
  int week_minutes; /**< of work in a week; 2400 */
  char *calendar_uid; /**< of the project; NULL: not stated */
  char *currency; /**< "EUR"; NULL: not stated */
  GPtrArray *tasks; /**< of SpilPlanFileTask */
  GPtrArray *links; /**< of SpilPlanFileLink */
  GPtrArray *resources; /**< of SpilPlanFileResource */
  GPtrArray *assignments; /**< of SpilPlanFileAssignment */
  GPtrArray *calendars; /**< of SpilPlanFileCalendar */
  SpilPlanFileBaseline baselines[SPIL_PLAN_FILE_N_BASELINES];
  GPtrArray *unknown; /**< of SpilPlanFileUnknown, in the order in which they were met */
} SpilPlanFile;

/** @format: a constant. */
SpilPlanFile *spil_plan_file_new (const char *format);
void spil_plan_file_free (SpilPlanFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPlanFile, spil_plan_file_free)

/* What is added is owned by the file and has all at "not stated"; texts in it are given with g_strdup(). */
SpilPlanFileTask *spil_plan_file_add_task (SpilPlanFile *self);
SpilPlanFileLink *spil_plan_file_add_link (SpilPlanFile *self);
SpilPlanFileResource *spil_plan_file_add_resource (SpilPlanFile *self);
SpilPlanFileAssignment *spil_plan_file_add_assignment (SpilPlanFile *self);
SpilPlanFileCalendar *spil_plan_file_add_calendar (SpilPlanFile *self);

/** The baseline of that number (0..10) of the task; it is added when it is not there yet. */
SpilPlanFileBase *spil_plan_file_task_base (SpilPlanFileTask *task, int number);
void spil_plan_file_calendar_add (SpilPlanFileCalendar *self, SpilDay first, SpilDay last, gboolean worked,
                                  const char *name);

/** Notes something that Spil does not keep; the same name and reason are counted together. @example, @reason: nullable, copied. */
void spil_plan_file_note (SpilPlanFile *self, const char *name, const char *example, const char *reason);

/** The calendar of the project: with that key, else the only one, else the first. NULL: there is none. Owned by the file. */
const SpilPlanFileCalendar *spil_plan_file_get_calendar (const SpilPlanFile *self);

/**
 * Brings what was read together, last: places of links (those whose ends are not in the file, or that tie a task to itself, are noted and go), owners
 * and hours from assignments, levels, summaries, dates in order (a finish before its start is noted and left out), which baselines are used; notes
 * calendars of others than the project. SPIL_EXCHANGE_ERROR when there is too much of something.
 */
gboolean spil_plan_file_finish (SpilPlanFile *self, GError **error);

/** Called now and then while a file is read or taken in, on the thread that does so: how much is done, from 0 to 1. */
typedef void (*SpilPlanFileProgress) (double share, gpointer user_data);

/** Who follows reading or writing; NULL, and each part of it, means nobody. */
typedef struct
{
  SpilPlanFileProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} SpilPlanFileSink;

/** Tells how much is done, and whether to go on: FALSE with G_IO_ERROR_CANCELLED. For every so many rows. @self: nullable. */
gboolean spil_plan_file_sink_look (const SpilPlanFileSink *self, double share, GError **error);

/** Refuses more items of one kind, and more bytes of text, than a planning has. SPIL_EXCHANGE_ERROR. */
gboolean spil_plan_file_check_items (guint n_items, GError **error);
gboolean spil_plan_file_check_text (gsize n_bytes, GError **error);

/** Reads a file of a form. SPIL_EXCHANGE_ERROR, G_IO_ERROR_CANCELLED. */
typedef SpilPlanFile *(*SpilPlanFileRead) (const char *path, const SpilPlanFileSink *sink, GError **error);

/** Writes a planning to a file of a form, whole or not at all. What the form cannot hold is noted in @lost (of SpilPlanFileUnknown; nullable). */
typedef gboolean (*SpilPlanFileWrite) (const SpilPlanFile *plan, const char *path,
                                       const SpilPlanFileSink *sink, GPtrArray *lost, GError **error);

/** Adds to such an array; as spil_plan_file_note() does. */
void spil_plan_file_lose (GPtrArray *lost, const char *name, const char *example, const char *reason);

G_END_DECLS
