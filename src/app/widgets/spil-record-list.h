// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record.h"

G_BEGIN_DECLS

#define SPIL_TYPE_RECORD_LIST (spil_record_list_get_type ())

/**
 * A group with a row for each of some tens of records of one entity, and a button to add one. It stands in a SpilPage, whose worker it
 * uses. Long lists are for SpilStoreListModel.
 *
 * Properties: `entity` (its name), `can-add`. In a template: $SpilRecordList risks { entity: "risk"; title: _("Risks"); }
 * Signals: `record-activated` (SpilRecord): return TRUE when that was dealt with; otherwise the form to change it opens. `add`: the
 * same for the button.
 */
G_DECLARE_FINAL_TYPE (SpilRecordList, spil_record_list, SPIL, RECORD_LIST, AdwPreferencesGroup)

/** Shows them, in that order; keeps references. */
void spil_record_list_set_records (SpilRecordList *self, GPtrArray *records);

/** What stands in the form of a new row: the organisation that the page is about. Gets a new id each time. NULL: nothing. */
void spil_record_list_set_preset (SpilRecordList *self, SpilRecord *preset);

/** The texts of a row; free with g_free(); NULL is no text. */
typedef char *(*SpilRecordTextFunc) (SpilRecord *record, gpointer user_data);

/** Instead of title and first facts. @title, @subtitle and @end (at the end of the row) may be NULL: as usual, none for @end. */
void spil_record_list_set_texts (SpilRecordList *self, SpilRecordTextFunc title, SpilRecordTextFunc subtitle,
                                 SpilRecordTextFunc end, gpointer user_data);

/** What is said when there is none. */
void spil_record_list_set_empty_text (SpilRecordList *self, const char *text);

/** Opens the form for a new row. */
void spil_record_list_add (SpilRecordList *self);

G_END_DECLS
