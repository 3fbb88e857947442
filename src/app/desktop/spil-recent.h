// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Puts the file @path, which Spil has just made, among the recent files of the desktop, so that it is found there without knowing its folder. Not
 * for what is about one person.
 */
void spil_recent_add (const char *path);

G_END_DECLS
