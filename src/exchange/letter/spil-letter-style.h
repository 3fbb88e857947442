// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-letter-xml.h"

G_BEGIN_DECLS

/** Whether a letter can be put in @path: an OpenDocument text with "{brief}" in it. SPIL_EXCHANGE_ERROR with what is the matter. */
gboolean spil_letter_style_check (const char *path, GError **error);

/**
 * Writes @style, an OpenDocument text in the house style of an organisation, with its fields filled in to @path: whole, or not at all. Logos, headers and
 * fonts stay as they are. SPIL_EXCHANGE_ERROR, G_FILE_ERROR.
 */
gboolean spil_letter_style_fill (const char *style, const char *path, SpilLetterFieldFunc value,
                                 gpointer user_data, GError **error);

G_END_DECLS
