// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Fractional order keys: texts over 0-9a-z that sort by bytes. Returns a key that sorts after @before and
 * before @after (NULL: no bound), so that a row can be moved by changing that row alone. Two devices may make the same key: break ties by id.
 * Rows put one after the other, at the start, at the end or anywhere between, give keys of a few tens of bytes at most.
 *
 * Returns NULL when there is no such key: @before does not sort before @after (two devices gave two rows the same key),
 * one of them is not valid, or the key would be longer than a valid one. Then give the rows around it new keys.
 * Free with g_free().
 */
char *spil_order_between (const char *before, const char *after);

/** Returns TRUE for a non-empty text over 0-9a-z of at most 200 bytes that does not end in 0. */
gboolean spil_order_is_valid (const char *key);

G_END_DECLS
