// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-stamp.h"
#include "spil-store.h"

G_BEGIN_DECLS

/*
 * What synchronisation asks of a database: the entries of its change log, the application of others' entries, and a place for what it
 * has to remember. It knows nothing of carriers, keys of spaces or signatures.
 */

/** How far one device has come: part of a version vector. */
typedef struct
{
  SpilId device;
  int64_t sequence; /**< of its last entry; 0: none */
} SpilVectorItem;

/** One entry of a change log as it travels: one transaction. Owns nothing. */
typedef struct
{
  int64_t sequence;
  int64_t time; /**< hybrid logical */
  int64_t wall; /**< physical, milliseconds since 1970 */
  int64_t undoes; /**< sequence of the entry of the same device that it takes back; 0: none */
  const char *actor;
  const char *label;
  const uint8_t *payload; /**< see LOG.md */
  gsize payload_length;
} SpilLogEntry;

/** Length of the key under which the personal values of one row are kept. */
#define SPIL_ROW_KEY_LENGTH 16

/** The key of a row with personal values. */
typedef struct
{
  SpilId row;
  gboolean erased; /**< there is no key any more */
  uint8_t key[SPIL_ROW_KEY_LENGTH];
} SpilRowKey;

/* Reading what was done here */

/** Called for each entry. Return FALSE with @error set to stop. */
typedef gboolean (*SpilLogEntryFunc) (const SpilLogEntry *entry, gpointer user_data, GError **error);

/** The entries of @device from sequence @first on, in order, to @last at most. */
gboolean spil_store_each_entry (SpilStore *self, const SpilId *device, int64_t first, int64_t last,
                                SpilLogEntryFunc func, gpointer user_data, GError **error);

/** The keys of the rows that entries @first to @last of @device added, as SpilRowKey; for others to read them. */
GArray *
spil_store_row_keys (SpilStore *self, const SpilId *device, int64_t first, int64_t last, GError **error);

/** How many rows have lost their key, because their personal data were erased: when it grows, keys that were given to others have to be given anew. */
gboolean spil_store_count_erased (SpilStore *self, int64_t *count, GError **error);

/** The last entry of this device. */
gboolean spil_store_get_last_sequence (SpilStore *self, int64_t *sequence, GError **error);

/** How far the entries of each device have come in this database, its own too, as SpilVectorItem sorted by device; devices without entries are left out. */
GArray *spil_store_get_vector (SpilStore *self, GError **error);

/* Carrying out what was done elsewhere */

/** A change of the database that carries out others' entries: all of them or none. */
typedef struct _SpilImport SpilImport;

/** What came of an import. */
typedef struct
{
  int64_t n_entries;
  gboolean erased; /**< personal data were erased: call spil_store_scrub() when time allows */
} SpilImportResult;

/** Takes the database for itself. What belongs to it (see below) can be written until it ends. */
SpilImport *spil_import_begin (SpilStore *store, GError **error);

/** Takes all of it back, unless it was finished. */
void spil_import_free (SpilImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilImport, spil_import_free)

/**
 * Carries out one entry of @device, the next of that device. @keys: SpilId -> SpilRowKey of the rows it adds. Merges by the rules of
 * spil-merge.h; what this version does not know is kept for a later one. Entries come in an order in which each follows those that it had seen;
 * one that is there already is skipped. SPIL_STORE_ERROR_KEYS when a key is missing; SPIL_STORE_ERROR_CORRUPT for a payload
 * that is none. After an error only spil_import_free() is of use.
 */
gboolean spil_import_entry (SpilImport *self, const SpilId *device, const SpilLogEntry *entry,
                            GHashTable *keys, GError **error);

/** Looks after references, circles and the inbox, and makes all of it durable. */
gboolean spil_import_finish (SpilImport *self, SpilImportResult *result, GError **error);

/**
 * Entries of @device beyond @last do not count: it was revoked. What was carried out of them is taken back, by making all rows anew from the
 * log. A higher @last later lets them count again. G_MAXINT64: all count.
 */
gboolean spil_store_cut_device (SpilStore *self, const SpilId *device, int64_t last, GError **error);

/**
 * Goes on as another device: this one's identity is in use elsewhere (a copied or restored database). Entries beyond @keep become the
 * first of the new device, all others stay what they are. Afterwards spil_store_get_device() is @device.
 */
gboolean spil_store_renew_device (SpilStore *self, const SpilId *device, int64_t keep, GError **error);

/** The name by which people know a device; "" when unknown. Free with g_free(). */
char *spil_store_dup_device_name (SpilStore *self, const SpilId *device);
gboolean spil_store_set_device_name (SpilStore *self, const SpilId *device, const char *name, GError **error);

/** Whether people may change anything here: a laptop that only reads along refuses (SPIL_STORE_ERROR_READ_ONLY). Kept in the database. */
gboolean spil_store_set_reader (SpilStore *self, gboolean reader, GError **error);
gboolean spil_store_is_reader (SpilStore *self);

/* A place to remember. Each of these is a change of its own, or part of the import that is open. */

/** What synchronisation notes for itself, by name; NULL: nothing. Nothing of it travels. */
GBytes *spil_store_get_note (SpilStore *self, const char *name, GError **error);
/** @note NULL: forget it. */
gboolean spil_store_set_note (SpilStore *self, const char *name, GBytes *note, GError **error);

typedef enum
{
  SPIL_PACKET_WAITING = 0, /**< received, not yet carried out */
  SPIL_PACKET_APPLIED = 1,
  SPIL_PACKET_REFUSED = 2, /**< quarantined */
} SpilPacketState;

/** A segment as it was sent or received: the encrypted bytes. */
typedef struct
{
  SpilId device;
  int64_t first;
  int64_t last;
  uint8_t hash[32];
  SpilPacketState state;
  char *reason; /**< why it waits or was refused, for people; may be NULL */
  gboolean bare; /**< came with a snapshot: only its beginning is kept, which says what came before it */
} SpilPacket;

void spil_packet_free (SpilPacket *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilPacket, spil_packet_free)

/** Keeps a segment, or says anew how it stands. @bytes may be NULL for one that is kept already. */
gboolean spil_store_keep_packet (SpilStore *self, const SpilPacket *packet, GBytes *bytes, GError **error);
/** All that are kept, as SpilPacket, by device and sequence; without their bytes. */
GPtrArray *spil_store_list_packets (SpilStore *self, GError **error);
GBytes *spil_store_get_packet (SpilStore *self, const SpilPacket *packet, GError **error);

G_END_DECLS
