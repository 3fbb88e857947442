// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-wire.h"

G_BEGIN_DECLS

/** The file that tells whose a shared folder is: "spil-space-<space>-<carrier>". */
typedef struct
{
  SpilId space;
  SpilId carrier; /**< made anew for each folder that the space uses */
} SpilCarrierMark;

/** The most bytes that it has. */
#define SPIL_CARRIER_MARK_MAX_BYTES 1024

/** Its name. Free with g_free(). */
char *spil_carrier_mark_dup_name (const SpilCarrierMark *self);
/** FALSE for the name of something else. */
gboolean spil_carrier_mark_parse_name (const char *name, SpilCarrierMark *mark);

GBytes *spil_carrier_mark_to_bytes (const SpilCarrierMark *self);
/** SPIL_WIRE_ERROR when it is none. Compare with the name: a file that was renamed is no mark. */
gboolean spil_carrier_mark_read (GBytes *bytes, SpilCarrierMark *mark, GError **error);

/** 32 lower-case hex digits without hyphens, as ids stand in file names; and back. Free with g_free(). */
char *spil_wire_id_dup_hex (const SpilId *id);
gboolean spil_wire_id_parse_hex (const char *text, SpilId *id);

G_END_DECLS
