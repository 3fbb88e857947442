// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-bytes.h"
#include "spil-record.h"
#include "spil-seal.h"

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
  SPIL_LOG_ERASE = 4, /**< the key of its personal values is destroyed */
  SPIL_LOG_N_KINDS,
} SpilLogKind;

/** What a write replaces: the value that entry @sequence of @device wrote. A nil device is the one that wrote the payload. */
typedef struct
{
  SpilId device;
  int64_t sequence;
} SpilLogBase;

/** The format of the payloads that this version writes. */
#define SPIL_LOG_FORMAT 1

/** The kind of a personal value in a payload, beside those of SpilValueKind. */
#define SPIL_LOG_VALUE_SEALED 4

/** Bounds of the numbers in a payload, far above those of any version's descriptors. */
#define SPIL_LOG_MAX_ENTITY 65535
#define SPIL_LOG_MAX_FIELD 4095

/* Writing */

struct _SpilLogValue;

typedef struct
{
  GByteArray *bytes;
  GArray *devices; // of SpilId, in the order of their first use
  const SpilEntity *entity; // of the change that is being written
  SpilId row;
  SpilKey key;
} SpilLogWriter;

void spil_log_writer_init (SpilLogWriter *self, guint n_changes);
void spil_log_writer_clear (SpilLogWriter *self);

/** Begins a change of the row; what belongs to it follows. @key: under which its personal values are kept. */
void spil_log_writer_begin (SpilLogWriter *self, SpilLogKind kind, const SpilEntity *entity, const SpilId *id,
                            const SpilKey *key);
/** How many, then these (SpilLogBase). After DELETE: the bases of the row's existence, then what was seen of the row. After RESTORE: the bases. */
void spil_log_writer_bases (SpilLogWriter *self, GArray *bases);
/** After ADD: how many values follow. After SET: how many groups follow; after each group's number and bases: how many values. */
void spil_log_writer_number (SpilLogWriter *self, int number);
void spil_log_writer_value (SpilLogWriter *self, int field, const SpilValue *value);

/** For copying from a payload, also of a later version: as spil_log_writer_begin(), and a value as it stood there. */
void spil_log_writer_begin_number (SpilLogWriter *self, SpilLogKind kind, int entity, const SpilId *id);
void spil_log_writer_copy_value (SpilLogWriter *self, const struct _SpilLogValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilLogWriter, spil_log_writer_clear)

/* Reading */

/** A value in a payload. */
typedef struct _SpilLogValue
{
  int field;
  SpilValue value; // owned; null while it is sealed
  const uint8_t *sealed; // personal: what spil_seal_open() opens; NULL for others
  gsize sealed_length;
} SpilLogValue;

/** A column group in a payload: which of the bases and values are its own. The first base is the value it replaces, the others it settles. */
typedef struct
{
  int group;
  guint first_base;
  guint n_bases;
  guint first_value;
  guint n_values;
} SpilLogGroup;

/** A change in a payload. The numbers may be of a later version's descriptors: spil_log_change_entity() looks. */
typedef struct
{
  SpilLogKind kind;
  int entity;
  SpilId id;
  GArray *bases; // of SpilLogBase: of the groups (SET), or of the row's existence and what was seen of it
  guint n_bases; // DELETE and RESTORE: how many are of its existence; the rest was seen
  GArray *groups; // of SpilLogGroup: SET
  GArray *values; // of SpilLogValue: ADD and SET
} SpilLogChange;

typedef struct
{
  SpilBytes all;
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

/** Leaves out what this version does not know. Returns FALSE when nothing is left. */
gboolean spil_log_change_keep_known (SpilLogChange *change);

/** Opens the personal values; those that @key does not open are null from then on. */
void spil_log_change_unseal (SpilLogChange *change, const SpilKey *key);

/** The group with that number, or NULL. */
const SpilLogGroup *spil_log_change_group (const SpilLogChange *change, int group);

/** Whether entry @sequence of @device is among @n bases from @first on. @device nil: that of the payload. */
gboolean spil_log_change_names (const SpilLogChange *change, guint first, guint n, const SpilLogBase *base);

/**
 * Goes to the change of a row, from where the reader is and then from the start on: so finding rows in their order reads each once. FALSE: not in it, or no
 * payload. For readers that are moved by nothing else.
 */
gboolean spil_log_reader_seek (SpilLogReader *self, int entity, const SpilId *id);

/** Finds the change of a row in a payload. FALSE: not in it, or no payload. @reader is to be cleared either way; its `change` is it. */
gboolean spil_log_find (SpilLogReader *reader, const void *data, gsize length, int entity, const SpilId *id);

G_END_DECLS
