// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-plan-file.h"

G_BEGIN_DECLS

/** A date with a time. */
typedef struct
{
  SpilDay day; /**< SPIL_DAY_NONE: not stated */
  int minute; /**< of the day */
} SpilMspdiDate;

#define SPIL_MSPDI_DATE_NONE ((SpilMspdiDate) { .day = { G_MININT32 }, .minute = 0 })

/** The custom text of the project as a whole that tells of a baseline: Text20 for baseline 0, and so on. */
#define SPIL_MSPDI_BASELINE_FIELD 188744006

/* How a duration or a lag was typed; elapsed means by the clock rather than by work. */
#define SPIL_MSPDI_FORMAT_DAYS 7
#define SPIL_MSPDI_FORMAT_ELAPSED_DAYS 8

/* Each is FALSE, with nothing set, for what is not such a value. Blanks around it do not matter. */
gboolean spil_mspdi_parse_date (const char *text, SpilMspdiDate *date);
/** "08:30:00" as minutes. */
gboolean spil_mspdi_parse_time (const char *text, int *minute);
/** "PT80H0M0S" (ISO 8601, without years and months) as minutes. */
gboolean spil_mspdi_parse_duration (const char *text, double *minutes);
gboolean spil_mspdi_parse_number (const char *text, double *number);
gboolean spil_mspdi_parse_integer (const char *text, int *integer);
gboolean spil_mspdi_parse_boolean (const char *text, int *boolean);

gboolean spil_mspdi_format_is_elapsed (int format);
gboolean spil_mspdi_format_is_percent (int format);

/** The last day of something that ends at @finish: midnight is the end of the day before, unless it began there too. */
SpilDay spil_mspdi_last_day (SpilMspdiDate start, SpilMspdiDate finish);

/** SPIL_LINK_TYPE_* of a number in the file; 0 for another number. */
int spil_mspdi_link_type (int number);
/** The other way round. */
int spil_mspdi_link_number (int type);

/** The constraint of a number in the file; not stated for another number. */
SpilPlanConstraint spil_mspdi_constraint (int number);
int spil_mspdi_constraint_number (SpilPlanConstraint constraint);

G_END_DECLS
