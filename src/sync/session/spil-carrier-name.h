// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-carrier.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/*
 * The names of the files on a carrier. All texts are to be freed with g_free(). Reading functions return FALSE for a name that the writing ones
 * would not have made.
 */

/** The folders that each device has. */
#define SPIL_FOLDER_SEGMENTS "segments"
#define SPIL_FOLDER_KEYS "keys"
#define SPIL_FOLDER_MEMBERS "members"
#define SPIL_FOLDER_REQUEST "request"
#define SPIL_FOLDER_SUCCESSOR "successor"
#define SPIL_FOLDER_STATE "state"
#define SPIL_FOLDER_SNAPSHOTS "snapshots"
#define SPIL_FOLDER_WITNESS "witness"
#define SPIL_FOLDER_RESCUED "rescued"
#define SPIL_FOLDER_WANTED "wanted"

/** The folder of a device: its id, without hyphens. */
char *spil_carrier_name_dup_device (const SpilId *device);
gboolean spil_carrier_name_read_device (const char *name, SpilId *device);

/** "<device>/<folder>". */
char *spil_carrier_name_dup_folder (const SpilId *device, const char *folder);

/** "<device>/rescued/<other>/<folder>": what the carrier lost of @other, put back by @device. */
char *spil_carrier_name_dup_rescued (const SpilId *device, const SpilId *other, const char *folder);

/** What is in the name of a file: a number, a version (key packets alone), the hash of its content. */
typedef struct
{
  int64_t number;
  int version;
  SpilHash hash;
} SpilCarrierName;

/** How the files of a folder are named. */
typedef enum
{
  SPIL_NAMING_SEQUENCE, /**< segments, state, heads of snapshots, witness, wanted: 16 digits, hash */
  SPIL_NAMING_VERSION, /**< keys, pieces of snapshots: 16 digits, 8 digits of the version or the place, hash */
  SPIL_NAMING_ORDINAL, /**< members: 8 digits, hash */
  SPIL_NAMING_HASH, /**< request, successor: the hash alone */
} SpilNaming;

char *spil_carrier_name_dup (SpilNaming naming, const SpilCarrierName *parts);
gboolean spil_carrier_name_read (SpilNaming naming, const char *name, SpilCarrierName *parts);

G_END_DECLS
