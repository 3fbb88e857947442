// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How a write to a file goes wrong. */
typedef enum
{
  FAULT_NONE,
  FAULT_FULL, /**< the disk is full at that moment; later there is room */
  FAULT_IO, /**< the disk refuses once */
  FAULT_TORN, /**< half of it arrives, and nothing after it: the power went */
  FAULT_STOP, /**< nothing arrives any more */
} Fault;

/** Has all databases that are opened from now on write through a layer that can go wrong. */
void fault_vfs_register (void);

/** Lets the @place-th write or sync from now on go wrong, counted from 1. */
void fault_vfs_arm (Fault fault, int place);

/** Everything goes well again. Returns whether the fault was reached. */
gboolean fault_vfs_disarm (void);

G_END_DECLS
