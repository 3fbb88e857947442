// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The text of a letter has fields in braces: "U krijgt {toegekend}." A passage in square brackets is left out where one of the
 * fields in it is not known: "[Ons kenmerk: {kenmerk}]"; brackets do not nest, and "[" without "]" is an ordinary sign.
 */

/** What the field holds, or NULL when that is not known; @exists tells whether there is such a field. Free with g_free(). */
typedef char *(*SpilLetterValueFunc) (const char *field, gboolean *exists, gpointer user_data);

/** A text with its fields filled in. */
typedef struct
{
  char *text;
  GPtrArray *unknown; /**< of char *: what stands in braces and is no field; left as it is written */
  GPtrArray *
      missing; /**< of char *: fields that are not known, outside of square brackets; shown as "(kenmerk?)" */
} SpilLetterText;

SpilLetterText *spil_letter_text_fill (const char *text, SpilLetterValueFunc value, gpointer user_data);
void spil_letter_text_free (SpilLetterText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilLetterText, spil_letter_text_free)

G_END_DECLS
