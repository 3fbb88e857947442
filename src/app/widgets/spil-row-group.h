// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record.h"

G_BEGIN_DECLS

#define SPIL_TYPE_ROW_GROUP (spil_row_group_get_type ())

/**
 * A group of a page whose rows are made anew whenever the page is filled: spil_row_group_begin(), _append() for each row,
 * _end(). The focus stays where it was. It stands in a SpilPage, whose worker it uses.
 */
G_DECLARE_FINAL_TYPE (SpilRowGroup, spil_row_group, SPIL, ROW_GROUP, AdwPreferencesGroup)

GtkWidget *spil_row_group_new (const char *title);

void spil_row_group_begin (SpilRowGroup *self);
void spil_row_group_append (SpilRowGroup *self, GtkWidget *row);
/** @nothing is said when there are no rows; NULL: then the group is hidden, unless it can add. */
void spil_row_group_end (SpilRowGroup *self, const char *nothing);

/**
 * Gives the group a button that adds a row of the entity of @preset, whose values stand in the form at first; @fields (static; NULL: all) are
 * shown, the list ends with 0.
 */
void spil_row_group_set_add (SpilRowGroup *self, SpilRecord *preset, const int *fields);
/** What that button says instead of "Add: Risk score". */
void spil_row_group_set_add_label (SpilRowGroup *self, const char *label);
/** Several are added one after another; see spil_record_dialog_set_series(). */
void spil_row_group_set_series (SpilRowGroup *self, const int *kept);
/** Opens that form. */
void spil_row_group_add (SpilRowGroup *self);

/** A row of texts, of which @subtitle and @end (figures, flush right) may be NULL. Nothing is markup. */
GtkWidget *spil_text_row_new (const char *title, const char *subtitle, const char *end);
/** The row opens the page of that record, wherever it is. */
void spil_text_row_open (GtkWidget *row, SpilEntityNumber entity, SpilId id);
/** The row opens the form of @record, with @fields (static; NULL: all). */
void spil_text_row_edit (GtkWidget *row, SpilRecord *record, const int *fields);

/** The same for a row that is not at hand. */
void spil_text_row_edit_by_id (GtkWidget *row, SpilEntityNumber entity, SpilId id);

/** Opens the form of @record over @widget, which stands in a SpilPage; @fields as above. */
void spil_present_edit (GtkWidget *widget, SpilRecord *record, const int *fields);

/** The texts that are not empty, up to NULL, with " · " between. Free with g_free(). */
char *spil_join_facts (const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
