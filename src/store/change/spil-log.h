// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-bytes.h"
#include "spil-record.h"

G_BEGIN_DECLS

/*
 * The payload of an entry of the change log: what one action did to each row it touched, in bytes that mean the same on every
 * laptop. LOG.md says what each byte is. A row occurs once in a payload.
 */

typedef enum
{
  SPIL_LOG_ADD = 0, /**< a new row with its values */
  SPIL_LOG_SET = 1, /**< new values for whole column groups */
  SPIL_LOG_DELETE = 2, /**< the row becomes a tombstone */
  SPIL_LOG_RESTORE = 3, /**< the tombstone becomes a row again */
} SpilLogKind;

/** What a write replaces: the value that entry @sequence of @device wrote. A nil device is the one that wrote the payload. */
typedef struct
{
  SpilId device;
  int64_t sequence;
} SpilLogBase;

/** The format of the payloads that this version writes. */
#define SPIL_LOG_FORMAT 1

/** Bounds of the numbers in a payload, far above those of any version's descriptors. */
#define SPIL_LOG_MAX_ENTITY 65535
#define SPIL_LOG_MAX_FIELD 4095

/* Writing */

typedef struct
{
  GByteArray *bytes;
  GArray *devices; // of SpilId, in the order of their first use
} SpilLogWriter;

void spil_log_writer_init (SpilLogWriter *self, guint n_changes);
void spil_log_writer_clear (SpilLogWriter *self);

/** Begin a change of the row; what belongs to it follows. @base is of the row's existence: only for DELETE and RESTORE. */
void
spil_log_writer_begin (SpilLogWriter *self, SpilLogKind kind, const SpilEntity *entity, const SpilId *id);
void spil_log_writer_base (SpilLogWriter *self, const SpilLogBase *base);
/** After ADD: how many values follow. After SET: how many groups follow; after each group's number and base: how many values. */
void spil_log_writer_number (SpilLogWriter *self, int number);
void spil_log_writer_value (SpilLogWriter *self, int field, const SpilValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilLogWriter, spil_log_writer_clear)

/* Reading */

/** A value in a payload. */
typedef struct
{
  int field;
  SpilValue value; // owned
} SpilLogValue;

/** A column group in a payload: its base and which of the values are its own. */
typedef struct
{
  int group;
  SpilLogBase base;
  guint first_value;
  guint n_values;
} SpilLogGroup;

/** A change in a payload. The numbers may be of a later version's descriptors: spil_log_change_entity() looks. */
typedef struct
{
  SpilLogKind kind;
  int entity;
  SpilId id;
  SpilLogBase base; // DELETE and RESTORE
  GArray *groups; // of SpilLogGroup: SET
  GArray *values; // of SpilLogValue: ADD and SET
} SpilLogChange;

typedef struct
{
  SpilBytes bytes;
  guint64 n_left;
  GArray *devices;
  SpilLogChange change;
} SpilLogReader;

typedef enum
{
  SPIL_LOG_READ_FAULT, /**< the bytes are no payload of this format */
  SPIL_LOG_READ_CHANGE,
  SPIL_LOG_READ_END,
} SpilLogRead;

/** Reads @data, which must live as long and may come from anywhere. Returns FALSE when it is no payload of this format. */
gboolean spil_log_reader_init (SpilLogReader *self, const void *data, gsize length);
void spil_log_reader_clear (SpilLogReader *self);

/** Reads the next change into `self->change`, valid until the next call. */
SpilLogRead spil_log_reader_next (SpilLogReader *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilLogReader, spil_log_reader_clear)

/** Whether all that the change names exists in this version's descriptors and its values are of the right kinds. */
gboolean spil_log_change_is_known (const SpilLogChange *change);

G_END_DECLS
