// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

#include "spil-table-reader.h"

G_BEGIN_DECLS

/** The encoding that the first @length bytes of a file are in; @mark is the length of its byte order mark. */
SpilTextEncoding spil_encoding_find (const guint8 *bytes, gsize length, gsize *mark);

/** What CP1252 means by a byte; U+FFFD where it means nothing. */
gunichar spil_encoding_cp1252 (guint8 byte);

G_END_DECLS
