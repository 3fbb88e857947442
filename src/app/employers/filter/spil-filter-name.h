// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** What is done with the name. */
typedef void (*SpilFilterNameFunc) (const char *name, gpointer user_data);

/** Asks in a dialog how a filter is called; @func gets the name, trimmed and not empty. @object is held meanwhile and is its user_data. */
void spil_filter_name_ask (GtkWidget *parent, const char *heading, const char *proposed, SpilFilterNameFunc func,
                           gpointer object);

G_END_DECLS
