// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-entity.h"
#include "spil-sync-store.h"

G_BEGIN_DECLS

/*
 * Personal values stand in the change log only encrypted, under a key of their row. Destroying that one key makes them unreadable
 * wherever the log went: here, in packets, in copies. XChaCha20-Poly1305 (libsodium) under a key that is derived (BLAKE2b) from
 * the sixteen bytes of the row's key; the row and the field are authenticated with it.
 */

typedef enum
{
  SPIL_KEY_NONE, /**< the row has none: its entity has no personal values */
  SPIL_KEY_HELD,
  SPIL_KEY_ERASED, /**< it was destroyed */
} SpilKeyState;

/** The key of one row. */
typedef struct
{
  SpilKeyState state;
  uint8_t bytes[SPIL_ROW_KEY_LENGTH];
} SpilKey;

/** Whether the values of @field are personal. */
gboolean spil_seal_concerns (const SpilField *field);

/** Whether the rows of @entity have keys. */
gboolean spil_seal_has_key (const SpilEntity *entity);

/** A new key for a row of @entity; none where it needs none. */
SpilKey spil_seal_new_key (const SpilEntity *entity);

/** Appends the length of what follows, the nonce and the cipher text of @text. @key is held. */
void spil_seal_add (GByteArray *bytes, const SpilKey *key, const SpilId *row, int field, const char *text);

/** The text in @data; NULL when @key does not open it. Free with g_free(). */
char *spil_seal_open (const SpilKey *key, const SpilId *row, int field, const uint8_t *data, gsize length);

G_END_DECLS
