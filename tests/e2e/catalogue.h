// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The English texts of a catalogue (.mo) that are something else in Dutch, as a set, without mnemonics. Free with g_hash_table_unref(). */
GHashTable *catalogue_dup_english (const char *path);

G_END_DECLS
