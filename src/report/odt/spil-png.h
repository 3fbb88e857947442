// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * An image surface of CAIRO_FORMAT_RGB24 as PNG. Cairo can do that too, but packs a drawing of even surfaces ten times as long for a few per
 * cent less. NULL when there is no memory. Free with g_byte_array_unref().
 */
GByteArray *spil_png_encode (cairo_surface_t *image);

G_END_DECLS
