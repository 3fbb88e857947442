// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-sync-store.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/** What a device publishes of how it stands, so that others can compare. */
typedef struct
{
  int epoch; /**< number of the space key it is encrypted with */
  SpilId device;
  int64_t number; /**< from 1 on; the highest one holds */
  GArray *vector; /**< of SpilVectorItem, its own included, by device */
  SpilHash digest; /**< of the data, for that vector; zero: not known */
  SpilHash
      fingerprint; /**< of the descriptors with which the data were made: digests compare only when these are equal */
  SpilTime clock; /**< what its clock said when this was made */
} SpilStanding;

/** The most bytes that a standing has. */
#define SPIL_STANDING_MAX_BYTES (1024 * 1024)

void spil_standing_clear (SpilStanding *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilStanding, spil_standing_clear)

/** Encrypts with the key of its epoch and signs. */
GBytes *spil_standing_seal (const SpilStanding *self, const SpilId *space, const SpilSpaceKey *key,
                            const SpilSigningKey *signer);

/** Reads epoch, device and number of @bytes, which may come from anywhere; the rest is left empty. SPIL_WIRE_ERROR. */
gboolean spil_standing_read_head (GBytes *bytes, const SpilId *space, SpilStanding *standing, GError **error);

/** Checks the signature of @author, decrypts and reads all of it. SPIL_WIRE_ERROR. */
gboolean spil_standing_open (GBytes *bytes, const SpilId *space, const SpilPublicKey *author,
                             const SpilSpaceKey *key, SpilStanding *standing, GError **error);

G_END_DECLS
