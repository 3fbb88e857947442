// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the files of the visit sheet share; no other file includes this. */
#pragma once

#include "spil-visit-sheet.h"

G_BEGIN_DECLS

/* Adds a line to @section; takes the texts. */
SpilVisitLine *spil_visit_add_line (SpilVisitChapter *section, char *text, char *detail, char *end);
/* The same about a record, which it leads to. */
SpilVisitLine *
spil_visit_add_record (SpilVisitChapter *section, SpilRecord *record, char *text, char *detail, char *end);

/* The texts that are not empty, up to NULL, with " · " between; NULL when all are. Free with g_free(). */
char *spil_visit_join (const char *first, ...) G_GNUC_NULL_TERMINATED;
/* A field of a record for people; NULL when it has none. Free with g_free(). */
char *spil_visit_field (SpilRecord *record, int field);
/* @format with that in the place of its %s; NULL as well. */
char *spil_visit_words (const char *format, SpilRecord *record, int field);
/* Street, number, postcode and town; the fields of an organisation or a site. NULL when none is known. */
char *spil_visit_address (SpilRecord *record, int street, int number, int postcode, int town);
/* A text of more lines as one, cut after some @most signs. NULL stays NULL. */
char *spil_visit_one_line (const char *text, int most);
/* "12-10-2018 (overdue)"; NULL for a day that is not known. */
char *spil_visit_due (const SpilVisitData *data, SpilDay due, gboolean *late);

/* spil-visit-relation.c */
void spil_visit_say_people (SpilVisitChapter *section, const SpilVisitData *data);
void spil_visit_say_sites (SpilVisitChapter *section, const SpilVisitData *data);
void spil_visit_say_travel (SpilVisitChapter *section, const SpilVisitData *data);
void spil_visit_say_contacts (SpilVisitChapter *section, const SpilVisitData *data, guint most);
void spil_visit_say_needs (SpilVisitChapter *section, const SpilVisitData *data);
void spil_visit_say_actions (SpilVisitChapter *section, const SpilVisitData *data);
void spil_visit_say_promises (SpilVisitChapter *section, const SpilVisitData *data);

/* spil-visit-chances.c */
void spil_visit_say_offers (SpilVisitChapter *section, const SpilVisitData *data);
void spil_visit_say_scan (SpilVisitChapter *section, const SpilVisitData *data);
void spil_visit_say_fund (SpilVisitChapter *section, const SpilVisitData *data);
void spil_visit_say_area (SpilVisitChapter *section, const SpilVisitData *data);

G_END_DECLS
