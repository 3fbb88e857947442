// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What stands for a field; NULL: there is no such field, and it stays as it is written. "" where it is not known. Free with g_free(). */
typedef char *(*SpilLetterFieldFunc) (const char *field, gpointer user_data);

/**
 * Fills the fields ("{toegekend}") in the paragraphs of an OpenDocument part in, wherever a word processor put tags between the letters of their
 * names. A field that is all of its paragraph may stand for several (an empty line between): the paragraph is repeated, with its style. What
 * is not XML comes out as it went in. Free with g_free().
 */
char *spil_letter_xml_fill (const char *xml, SpilLetterFieldFunc value, gpointer user_data);

G_END_DECLS
