// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sqlite3.h>

#include "snapshot-fixture.h"
#include "spil-snapshot.h"

G_BEGIN_DECLS

/** Who signs something. */
typedef enum
{
  SIGN_RIGHTLY,
  SIGN_WRONGLY, /**< the other of the two members */
  SIGN_NOBODY, /**< somebody who is no member */
} Signer;

/** A snapshot that is not what it should be, with all signatures it needs. */
typedef struct
{
  const char *name;
  gboolean used; /**< nothing is wrong with it */
  gboolean told; /**< it was begun with, and people hear of it */
  const char *sql; /**< carried out in the copy */
  void (*head) (SpilSnapshot *head); /**< changes what the head says */
  void (*files) (GPtrArray *pieces, const char *head); /**< changes files afterwards, whose paths these are */
  Signer maker;
  Signer witness;
  gboolean foreign; /**< of another space */
  gboolean newer; /**< of another format */
} Forgery;

/** All there are. */
const Forgery *snapshot_forgeries (int *n_forgeries);

/** Makes it of the snapshot that the project leader's laptop made, in its place. */
void snapshot_forge (SnapshotFixture *self, const Forgery *forgery);

/** Whether @text stands in the copy that the snapshots of the project leader's laptop carry. */
gboolean snapshot_holds (SnapshotFixture *self, const char *text);

G_END_DECLS
