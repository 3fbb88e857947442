// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-carrier-name.h"
#include "spil-key-packet.h"
#include "spil-peers.h"
#include "spil-session.h"
#include "spil-shelf.h"
#include "spil-standing.h"
#include "spil-sync-report.h"
#include "spil-sync.h"

G_BEGIN_DECLS

/**
 * One run of synchronisation: its steps stand in files of their own and are carried out in this order. A step returns FALSE with an error only for
 * what keeps the database from being used; what is amiss with the carrier or with others' files goes into the report.
 */
typedef struct
{
  SpilSession *session; /**< not owned */
  SpilStore *store; /**< of the session */
  SpilCarrier *carrier; /**< of the session */
  SpilShelf *shelf;
  SpilSyncReport *report;
  GCancellable *cancellable;
  gboolean lost; /**< the carrier was not there, or went away: nothing more is asked of it */
  gboolean full; /**< it has no room left */
  gboolean erased; /**< somebody's personal data were erased by what was carried out */

  GPtrArray *folders; /**< of SpilRunFolder: the devices that have a folder */
  GHashTable *standings; /**< SpilId -> SpilStanding: what the others said last */
  GHashTable *key_files; /**< SpilId -> what spil_run_fetch_keys() found in the folders of that device */
  GHashTable *listed; /**< SpilId -> GHashTable of the names of its packets on the carrier */
  GHashTable *entries; /**< names of the entries of the members that somebody has on the carrier */
  GPtrArray *lacking; /**< of SpilCarrierName: files that the carrier has, but not whole */

  SpilStanding
      begun; /**< what the snapshot said with which this run began; without a vector when there was none */
  SpilStanding own; /**< what this laptop says of itself; without a vector until spil_run_standing() */

  SpilSyncProgressFunc progress;
  gpointer user_data;
  int64_t done;
  int64_t total;
} SpilRun;

/** What a device has on the carrier. */
typedef struct
{
  SpilId device;
  char *name;
  GPtrArray *folders; /**< of SpilCarrierItem */
} SpilRunFolder;

/** For @session, which outlives it. */
SpilRun *spil_run_new (SpilSession *session, GCancellable *cancellable, GError **error);
void spil_run_free (SpilRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilRun, spil_run_free)

/* Asking the carrier. NULL or FALSE: it is not to be had, which stands in the report; then go on without. */

GPtrArray *spil_run_list (SpilRun *run, const char *folder, gboolean folders);
/** NULL too when the file is not there or too large. */
GBytes *spil_run_get (SpilRun *run, const char *name, gsize limit);
/** One that is there already is as good. */
gboolean spil_run_put (SpilRun *run, const char *name, GBytes *bytes);
void spil_run_remove (SpilRun *run, const char *name);
/** The files in "<device>/<folder>"; empty when the device has no such folder. Takes one listing less than spil_run_list() for what is not there. */
GPtrArray *spil_run_list_of (SpilRun *run, const SpilRunFolder *of, const char *folder);
SpilRunFolder *spil_run_find_folder (SpilRun *run, const SpilId *device);
gboolean spil_run_folder_has (const SpilRunFolder *self, const char *folder);
void spil_run_folder_free (SpilRunFolder *self);

/** Whether the run has to end: cancelled. */
gboolean spil_run_is_cancelled (SpilRun *run);
/** Tells that one more packet is done. */
void spil_run_step (SpilRun *run);
/** Adds a problem with a sentence made by printf; @device may be NULL. */
void spil_run_tell (SpilRun *run, SpilProblemKind kind, const SpilId *device, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/** Tells, once, that the clock of @device is @ahead milliseconds ahead. */
void spil_run_tell_clock (SpilRun *run, const SpilId *device, int64_t ahead);

/** Looks at an own file, and brings it again when it is not what it should be. */
void spil_run_mend (SpilRun *run, const SpilId *device, const char *folder, SpilNaming naming, int64_t number,
                    GBytes *bytes);
/** Notes for spil_run_ask() that a file is not to be had as it should be: @hash is what its name says, for keys that of their packet. */
void spil_run_want (SpilRun *run, int64_t number, const SpilHash *hash);

/* What the others said. */

void spil_run_standing_free (SpilStanding *self);
/** The last entry of @device that counts; G_MAXINT64: all do. */
int64_t spil_run_get_cut (SpilRun *run, const SpilId *device);
/** The last entry of @device that anybody says to have; 0: none. */
int64_t spil_run_get_known (SpilRun *run, const SpilId *device);
gboolean spil_run_is_behind (SpilRun *run, const SpilId *device, int64_t reached);

/* Key packets. */

int spil_run_count_erased (GArray *keys);
/** The highest version in a listing (of SpilCarrierItem) of the key packet for @first; 0: there is none. */
int spil_run_highest_version (GPtrArray *items, int64_t first);
/** Puts a key packet into @folder and gives its name; NULL when that does not succeed. Free with g_free(). */
char *spil_run_put_keys (SpilRun *run, const char *folder, const SpilKeyPacketHead *head, GArray *keys);

/* The steps. */

/** Looks whose the folder is and who has something in it. */
gboolean spil_run_open (SpilRun *run, GError **error);
/** Finds out whether this database is older than what it sent, or has a double. */
gboolean spil_run_identity (SpilRun *run, GError **error);
/** Takes from the carrier the entries and statements of the members that are new, without noting them; TRUE when there were some. */
gboolean spil_run_take_members (SpilRun *run);
/** The same, and carries it out. */
gboolean spil_run_members (SpilRun *run, GError **error);
/** Brings to the carrier what it does not have of the members. */
gboolean spil_run_publish (SpilRun *run, GError **error);
/** Reads what the others say of themselves. */
gboolean spil_run_hear (SpilRun *run, GError **error);
/** Packs own changes. */
gboolean spil_run_pack (SpilRun *run, GError **error);
/** Brings to the carrier what it does not have of this device. */
gboolean spil_run_send (SpilRun *run, GError **error);
/** Fetches others' packets. */
gboolean spil_run_fetch (SpilRun *run, GError **error);
/** Decides which packets do not count. */
gboolean spil_run_judge (SpilRun *run, GError **error);
/** Carries out others' packets. */
gboolean spil_run_apply (SpilRun *run, GError **error);
/** Says which files of the carrier are spoiled. */
gboolean spil_run_ask (SpilRun *run, GError **error);
/** Brings again what others say to be spoiled. */
gboolean spil_run_answer (SpilRun *run, GError **error);
/** Gives back what the carrier lost of others. */
gboolean spil_run_rescue (SpilRun *run, GError **error);
/** Takes erased keys off the carrier. */
gboolean spil_run_renew_keys (SpilRun *run, GError **error);
/** Tells the others how far this device is, and compares. */
gboolean spil_run_standing (SpilRun *run, GError **error);
/** Begins an empty database with what another laptop put ready, where there is such a thing. */
gboolean spil_run_begin_with_snapshot (SpilRun *run, GError **error);
/** Puts such a thing ready, says what it knows of that of others, and removes what is no longer of use. */
gboolean spil_run_see_to_snapshots (SpilRun *run, GError **error);

G_END_DECLS
