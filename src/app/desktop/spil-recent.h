// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Puts the file @path, which Spil has just made, among the recent files of the desktop, so that it is found there without knowing its folder. */
void spil_recent_add (const char *path);

/** Takes @path away there: it is about persons, and the dialog in which its place was chosen may have put it there. */
void spil_recent_forget (const char *path);

G_END_DECLS
