// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What more than one test begins with. */

#define SAMPLE_LIST_EMPLOYERS 5000

#define SAMPLE_PAIR_NAME "De Gouden Proefkorst"

/**
 * Writes a list as people have it into @folder: Windows letters, SAMPLE_LIST_EMPLOYERS employers, a number that is none, a total
 * below. Returns its path; free with g_free().
 */
char *sample_write_list (const char *folder);

/** Adds an employer to the database in @data. Returns its id; free with g_free(). */
char *sample_add_employer (const char *data, const char *name, const char *phone);

/** Adds an employer that is in it twice to the database in @data. */
void sample_add_pair (const char *data);

/** A new folder with the plan and one employer that is in it twice. Free with g_free(), after remove_folder(). */
char *sample_make_pair (void);

#define SAMPLE_REMEMBERED "Kale Stoepkeal BV"

/** Adds SAMPLE_REMEMBERED, with a person and a contact moment, to the database in @data. Returns its id; free with g_free(). */
char *sample_add_remembered (const char *data);

/** How often @part is in @text. */
int sample_count (const char *text, const char *part);

/** Keeps @lines ("notifications=false") as the settings of Spil in the folder @config, for applications that have it as XDG_CONFIG_HOME. */
void sample_write_settings (const char *config, const char *lines);

/** The text of a PDF, laid out as it stands there; each page ends with a form feed. Free with g_free(). */
char *sample_read_pdf (const char *path);

G_END_DECLS
