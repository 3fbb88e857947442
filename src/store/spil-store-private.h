// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-log.h"
#include "spil-store.h"
#include "spil-tables.h"

G_BEGIN_DECLS

/** Name of the database in its folder. */
#define SPIL_STORE_FILE "spil.db"

struct _SpilStore
{
  GThread *thread; // the only one that may use it
  SpilConnection *connection;
  SpilTables *tables;
  gboolean read_only;
  gboolean reader; // people may change nothing here
  char *actor;
  SpilId device;
  int64_t device_number; // of `device` in the table `device`
  int64_t data_version; // changes when another connection has written
  SpilEntityMask touched; // since the last spil_store_take_touched()
};

/** Holds the name of who works here. */
#define SPIL_STORE_ACTOR_NOTE "actor"

#define spil_store_assert_thread(self) g_assert ((self) != NULL && (self)->thread == g_thread_self ())

/** A store on @connection, which it takes; its device is not known yet. */
SpilStore *spil_store_new_on (SpilConnection *connection, gboolean read_only);

/** Reads who this database is: another program may have given it another identity, or other numbers for devices. */
gboolean spil_store_read_device (SpilStore *self, GError **error);

/** Makes the folder of a database, with those above it, only for the user. */
gboolean spil_store_make_dir (const char *dir, GError **error);

/** How long it waits for another program to finish its change; 0: not at all. For tests. */
void spil_store_set_busy_timeout (SpilStore *self, int milliseconds);

/** The device with that number in this database; nil when there is none. */
SpilId spil_store_device_by_number (SpilStore *self, int64_t number);
/** Its number; 0 when there is none. A nil id is @author. */
int64_t spil_store_number_of_device (SpilStore *self, const SpilId *device, int64_t author);

/** A sentence's name for a row: its title in one line, in quotes, after its entity. Free with g_free(). */
char *spil_store_name_row (SpilRecord *record);

/** Sets SPIL_STORE_ERROR_NOT_FOUND for a row that is not there, or no longer. */
void spil_store_set_not_found (const SpilEntity *entity, const SpilId *id, GError **error);

/** Sets SPIL_STORE_ERROR_CORRUPT for bytes of the change log that cannot be read. */
void spil_store_set_log_fault (SpilStore *self, int64_t device, int64_t sequence, GError **error);

/** Notes, within a change that erases, that traces are left in the file until spil_store_scrub(). */
gboolean spil_store_note_traces (SpilStore *self, GError **error);

/** Makes the device known here, unless it is. */
gboolean spil_store_add_device (SpilStore *self, const SpilId *device, GError **error);

/** Reads the payload of an entry of the log; @payload is NULL when there is none. */
gboolean
spil_store_find_payload (SpilStore *self, int64_t device, int64_t sequence, GBytes **payload, GError **error);

/** Reads the payload of an entry of the log; NULL with @error when there is none or on failure. */
GBytes *spil_store_read_payload (SpilStore *self, int64_t device, int64_t sequence, GError **error);

G_END_DECLS
