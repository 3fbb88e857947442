// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-atomic-file.h"
#include "spil-mspdi-value.h"

G_BEGIN_DECLS

/** A file that is being written. Elements stand in the order of the schema: MS Project refuses another. */
typedef struct
{
  const SpilPlanFile *plan;
  const SpilPlanFileSink *sink; /**< nullable */
  SpilAtomicFile *file;
  GString *text; /**< that waits to be written */
  GPtrArray *lost; /**< nullable */
} SpilMspdiWriting;

/* Each appends one element. Characters that XML cannot hold are left out and noted. */
void spil_mspdi_open (SpilMspdiWriting *self, const char *name);
void spil_mspdi_close (SpilMspdiWriting *self, const char *name);
void spil_mspdi_text (SpilMspdiWriting *self, const char *name, const char *value);
void spil_mspdi_integer (SpilMspdiWriting *self, const char *name, int64_t value);
/** The day at that minute; nothing for one that is not known. */
void spil_mspdi_date (SpilMspdiWriting *self, const char *name, SpilDay day, int minute);
/** So many working days of the planning. */
void spil_mspdi_duration (SpilMspdiWriting *self, const char *name, double days);

/** Appends a "<Task>" with all in it. */
void spil_mspdi_write_task (SpilMspdiWriting *self, guint place, GPtrArray *links);

G_END_DECLS
