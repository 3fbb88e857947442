// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/*
 * Bytes as letters and digits for people: five bits a character, the highest first. The alphabet is Crockford's: digits and capitals without I, L,
 * O and U. Reading takes I and L for 1, O for 0, and lower case.
 */

/** The character of 0 to 31. */
char spil_code32_digit (int value);
/** The value of a character; -1: none. */
int spil_code32_value (char character);

/** The characters of @length bytes, a multiple of five. */
void spil_code32_encode (GString *text, const uint8_t *data, gsize length);
/** Reads @length bytes, a multiple of five, from as many characters as they take. FALSE at a character that has no value. */
gboolean spil_code32_decode (const char *text, uint8_t *data, gsize length);

G_END_DECLS
