// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fuzz.h"
#include "spil-sync-store.h"
#include "spil-wire.h"

G_BEGIN_DECLS

/** From here on, "random" numbers of the library follow from @seed: the same bytes in each run. */
void wire_fixture_seed (uint32_t seed);

/** An id whose last byte is @number. */
SpilId wire_fixture_id (int number);
/** A key of 32 bytes @number. */
SpilSigningKey wire_fixture_signer (int number);
SpilPublicKey wire_fixture_public (int number);
SpilSpaceKey wire_fixture_key (int number);

char *wire_fixture_hex (GBytes *bytes);
GBytes *wire_fixture_unhex (const char *text);

/** The bytes as a text, up to the first zero. */
char *wire_fixture_text (GBytes *bytes);

/** The bytes with @n of them replaced from @at on. */
GBytes *wire_fixture_splice (GBytes *bytes, gsize at, const void *with, gsize n);

/** Fails the test unless @hex is what @bytes are, and stands in FORMAT.md. */
void wire_fixture_assert_documented (GBytes *bytes, const char *hex);
void wire_fixture_assert_documented_text (const char *text);

/** Fails the test unless @hex is what @bytes are; tells both. */
void wire_fixture_assert_hex (GBytes *bytes, const char *hex);

typedef FuzzFunc WireFuzzFunc;

/** fuzz_run() with some 20,000 cases. */
void wire_fixture_fuzz (GPtrArray *seeds, WireFuzzFunc func, gpointer user_data);

G_END_DECLS
