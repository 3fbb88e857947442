// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-employer-data.h"

G_BEGIN_DECLS

/*
 * What the rows of an employer's page say: SpilRecordTextFuncs, whose user data is a SpilEmployerData **. Free the texts with g_free().
 */

char *spil_employer_person_subtitle (SpilRecord *person, const SpilEmployerData *employer);
/** Whether the date until which the person's data were to be kept has come. */
gboolean spil_employer_person_is_due (SpilRecord *person);

char *spil_employer_site_title (SpilRecord *site, gpointer data);
char *spil_employer_site_subtitle (SpilRecord *site, gpointer data);

char *spil_employer_application_subtitle (SpilRecord *application, gpointer data);

char *spil_employer_statement_subtitle (SpilRecord *statement, gpointer data);

/** "Dokterspad 12, 8025 AB Zwolle"; NULL when nothing is stated. Works for organisations and sites alike. */
char *
spil_employer_dup_address (const char *street, const char *number, const char *postcode, const char *town);

G_END_DECLS
