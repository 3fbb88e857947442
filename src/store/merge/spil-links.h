// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"
#include "spil-tables.h"

G_BEGIN_DECLS

/*
 * What a merge may leave between rows, and how every laptop deals with it alike: rows that refer to one that is gone (orphans), and
 * activities that would go round in a circle. Both are functions of the rows and their clocks.
 */

/** A row, for the lists below. */
typedef struct
{
  const SpilEntity *entity;
  SpilId id;
} SpilLinkRow;

/** A reference that may lead nowhere. */
typedef struct
{
  const SpilEntity *entity;
  SpilId id;
  int field;
} SpilLink;

/**
 * Brings the table of orphans up to date after changes: @links (of SpilLink) were written, the rows @gone (of SpilLinkRow) deleted. Those that stand in it
 * already are looked at again.
 */
gboolean spil_links_update (SpilTables *tables, GArray *links, GArray *gone, GError **error);

/** Whether there are orphans or broken rows at all: then each change may mend one. */
gboolean spil_links_any (SpilTables *tables, gboolean *orphans, gboolean *broken, GError **error);

/**
 * Breaks the circles among activities: edges count in the order of their stamps, and one that would close a circle is left out: an activity's
 * parent is emptied, a dependency set aside. @store knows the devices. Called when one of them changed.
 */
gboolean spil_circles_update (SpilStore *store, SpilTables *tables, GError **error);

/** Whether rows of @entity can close a circle. */
gboolean spil_circles_concern (const SpilEntity *entity);

/** Gives the record of an activity whose parent is left out the parent that was written. */
gboolean spil_circles_complete (SpilTables *tables, SpilRecord *record, GError **error);

/** The row was written anew: what was broken of it no longer is what it says. */
gboolean
spil_circles_forget (SpilTables *tables, const SpilEntity *entity, const SpilId *row, GError **error);

G_END_DECLS
