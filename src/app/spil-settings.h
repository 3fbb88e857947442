// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * The settings of this laptop (data/nl.regiozwolle.Spil.gschema.xml): how the program looks and behaves for who works here. Nothing of the programme: that is in the
 * database. Free with g_object_unref(). NULL where the schema is not installed, for which g_settings_new() would end the program.
 */
GSettings *spil_settings_new (void);

/** The switch @key; @otherwise where the schema is not installed. */
gboolean spil_settings_get_switch (const char *key, gboolean otherwise);

/** The words of @key, such as the form of a file or a folder; @otherwise where the schema is not installed. Free with g_free(). */
char *spil_settings_dup_choice (const char *key, const char *otherwise);

/** The ending of the files that @key chooses the form of, such as ".ods". Free with g_free(). */
char *spil_settings_dup_ending (const char *key, const char *otherwise);

G_END_DECLS
