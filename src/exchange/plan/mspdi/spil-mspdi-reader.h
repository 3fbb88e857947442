// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-mspdi-value.h"
#include "spil-xml.h"

G_BEGIN_DECLS

/** What an element without elements in it holds, and where it goes. */
typedef enum
{
  SPIL_MSPDI_QUIET, /**< is not kept; noted unless it holds `usual` ("" : whatever it holds, since it follows from the rest) */
  SPIL_MSPDI_TEXT, /**< char *, replaced */
  SPIL_MSPDI_INTEGER, /**< int */
  SPIL_MSPDI_BOOLEAN, /**< int */
  SPIL_MSPDI_NUMBER, /**< double */
  SPIL_MSPDI_DATE, /**< SpilMspdiDate */
  SPIL_MSPDI_DURATION, /**< double: minutes */
  SPIL_MSPDI_TIME, /**< int: minute of the day */
} SpilMspdiKind;

typedef struct
{
  const char *name;
  SpilMspdiKind kind;
  gsize offset; /**< in the struct that is filled */
  const char *usual;
} SpilMspdiField;

typedef struct _SpilMspdi SpilMspdi;

/** Takes the element @name with elements in it, which has opened, to its close. @taken FALSE: it is passed over and noted. */
typedef gboolean (*SpilMspdiNest) (SpilMspdi *self, const char *name, gpointer raw, gboolean *taken,
                                   GError **error);

/** What may stand in an element. */
typedef struct
{
  const char *name;
  const SpilMspdiField *fields; /**< ends with a NULL name */
  SpilMspdiNest nest; /**< NULL: nothing with elements in it */
  const char *const *nested; /**< names that `nest` takes; ends with NULL; NULL: none */
} SpilMspdiTable;

/** A file that is being read. */
struct _SpilMspdi
{
  SpilXml *xml;
  SpilPlanFile *plan;
  const SpilPlanFileSink *sink;
  GHashTable *indexes; /**< SpilMspdiTable -> name -> SpilMspdiField */
  GHashTable *aliases; /**< number of a custom field -> its name */
  gsize text_bytes;
  guint n_items; /**< taken so far */
  int start_minute; /**< of a working day */
  int finish_minute;
  GArray *raws; /**< of SpilMspdiRaw, beside plan->tasks */
  GArray *outline; /**< of int: the task at each level that is open */
};

/** What of a task can only be told when all tasks are known. */
typedef struct
{
  int outline;
  double cost;
  double fixed_cost;
  int percent;
  int physical;
  int method;
  int manual;
} SpilMspdiRaw;

/** Fills @raw from what stands in the element that has opened, to its close. SPIL_EXCHANGE_ERROR. */
gboolean spil_mspdi_take (SpilMspdi *self, const SpilMspdiTable *table, gpointer raw, GError **error);

/** Notes something that is not kept. */
void spil_mspdi_note (SpilMspdi *self, const char *name, const char *example, const char *reason);

/* Each takes one element of that name. */
gboolean spil_mspdi_take_task (SpilMspdi *self, GError **error);
gboolean spil_mspdi_take_calendar (SpilMspdi *self, GError **error);
gboolean spil_mspdi_take_resource (SpilMspdi *self, GError **error);
gboolean spil_mspdi_take_assignment (SpilMspdi *self, GError **error);

/** After the last task: what follows from what is known of all. */
void spil_mspdi_settle_tasks (SpilMspdi *self);

/** "{GUID}" as it is kept; NULL for none. Free with g_free(). */
char *spil_mspdi_dup_guid (const char *text);

G_END_DECLS
