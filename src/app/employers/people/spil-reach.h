// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How somebody is reached: by phone and by e-mail, with the programs of the desktop. */

/** "tel:+31384214567" of a number in any notation; NULL when it has no digits. Free with g_free(). */
char *spil_reach_dup_phone_uri (const char *phone);
/** "mailto:a@b.nl"; NULL when it is no address. Free with g_free(). */
char *spil_reach_dup_mail_uri (const char *email);

/**
 * Adds to the row of somebody called @name what reaches them: buttons to call and to mail, and a menu to copy; Ctrl+C on the row
 * copies it all. @phone and @email may be NULL.
 */
void spil_reach_add_to (AdwActionRow *row, const char *name, const char *phone, const char *email);

G_END_DECLS
