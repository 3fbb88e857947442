// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-letter-data.h"
#include "spil-letter-text.h"

G_BEGIN_DECLS

/** A field that the text of a letter may hold. Its name is Dutch, whatever the language of the program: it stands in Dutch letters. */
typedef struct
{
  const char *name; /**< "toegekend" */
  const char *label; /**< what it is, for people; owned by gettext */
} SpilLetterField;

/** All fields, in the order in which a list shows them. */
guint spil_letter_n_fields (void);
SpilLetterField spil_letter_field (guint index);

/** The value of a field for @data, a SpilLetterData: a SpilLetterValueFunc. */
char *spil_letter_value (const char *field, gboolean *exists, gpointer data);

G_END_DECLS
