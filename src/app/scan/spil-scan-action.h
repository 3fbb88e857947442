// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** One of the entities that hold counts of a quickscan: how many people, by one or two keys. */
typedef struct
{
  SpilEntityNumber entity;
  int scan; /**< the field that refers to the quickscan */
  int keys[2]; /**< fields; 0: none */
  int people; /**< field */
} SpilScanPart;

extern const SpilScanPart spil_scan_arrivals; /**< by weekday and hour */
extern const SpilScanPart spil_scan_home; /**< by weekday */
extern const SpilScanPart spil_scan_modes; /**< by travel mode */
extern const SpilScanPart spil_scan_distances; /**< by first and last kilometre; -1: no end */

/** The rows of all of them for one quickscan, as SpilRecord. Free with g_ptr_array_unref(). */
GPtrArray *spil_scan_read_rows (SpilStore *store, SpilId scan, GError **error);

/**
 * Adds to @action what makes the count of @part with @keys @people (-1: not counted) in the quickscan @scan, whose @rows are these: a row added, changed or
 * deleted; nothing where it is so already.
 */
void spil_scan_put (SpilAction *action, const SpilScanPart *part, SpilId scan, GPtrArray *rows,
                    const int64_t keys[2], int64_t people);

G_END_DECLS
