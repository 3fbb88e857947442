// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-text-input.h"

G_BEGIN_DECLS

/** One property of a vCard (2.1, 3.0 or 4.0): name, parameters, value. */
typedef struct
{
  const char *name; /**< in capitals, without a group */
  const char *types; /**< all parameters in capitals, each between semicolons: ";TYPE=HOME;PREF;" */
  const char *value; /**< UTF-8; escapes still in it */
} SpilVcardLine;

/** Reads properties: joins folded lines, decodes quoted-printable and its charset. A value is cut at SPIL_TEXT_MAX_BYTES. */
typedef struct _SpilVcardLines SpilVcardLines;

/** Takes @input. */
SpilVcardLines *spil_vcard_lines_new (SpilTextInput *input);
void spil_vcard_lines_free (SpilVcardLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilVcardLines, spil_vcard_lines_free)

/** The next property, valid until the next call; @line becomes NULL at the end. What is no property is passed over. SPIL_EXCHANGE_ERROR. */
gboolean spil_vcard_lines_next (SpilVcardLines *self, const SpilVcardLine **line, GError **error);

SpilTextInput *spil_vcard_lines_get_input (SpilVcardLines *self);

/** Whether the parameters of @line name @type ("CELL"), as a type or by itself. */
gboolean spil_vcard_line_has (const SpilVcardLine *line, const char *type);

/** Part @index (from 0) of a value that semicolons divide, without escapes; "" when there is none. Free with g_free(). */
char *spil_vcard_part (const char *value, guint index);
/** The whole value without escapes. Free with g_free(). */
char *spil_vcard_text (const char *value);

G_END_DECLS
