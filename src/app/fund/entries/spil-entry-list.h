// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record.h"

G_BEGIN_DECLS

#define SPIL_TYPE_ENTRY_LIST (spil_entry_list_get_type ())

/**
 * A short list of records that is edited where it stands: a row of entries for each, and an entry to add one. Where there is an order, rows are moved with their
 * buttons or Alt+Up and Alt+Down. It stands in a SpilPage, whose worker it uses; each change is an action of its own.
 */
G_DECLARE_FINAL_TYPE (SpilEntryList, spil_entry_list, SPIL, ENTRY_LIST, AdwPreferencesGroup)

/**
 * Once it is made from its template. @fields (static, ends with 0): the title first. @order: the field with the order key; 0: none. @add: what
 * the entry for a new one says.
 */
void spil_entry_list_set_up (SpilEntryList *self, const int *fields, int order, const char *add);

/** What a new row begins with; gets a new id each time. */
void spil_entry_list_set_preset (SpilEntryList *self, SpilRecord *preset);
/** Shows them, in that order. Focus and what is being typed stay. */
void spil_entry_list_set_records (SpilEntryList *self, GPtrArray *records);

G_END_DECLS
