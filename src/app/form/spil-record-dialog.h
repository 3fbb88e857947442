// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-record-advice.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_RECORD_DIALOG (spil_record_dialog_get_type ())

/**
 * A form for one row of any entity, made from its descriptor. Saving commits through the worker; the dialog closes when that has
 * succeeded, and stays with the reason when it was refused. Nothing typed is lost without a question.
 *
 * Signals: `saved` (SpilRecord *) after the commit; `deleted`.
 */
G_DECLARE_FINAL_TYPE (SpilRecordDialog, spil_record_dialog, SPIL, RECORD_DIALOG, AdwDialog)

/** To add a row. @preset (nullable, transfer none) is a row of the entity whose values stand in the form at first: also those of fields that are not shown. The new row gets an id of its own. */
SpilRecordDialog *
spil_record_dialog_new_add (SpilWorker *worker, const SpilEntity *entity, SpilRecord *preset);

/** To change @record (transfer none). Where its entity is never changed, the form can only be read, apart from what may be filled in later. */
SpilRecordDialog *spil_record_dialog_new_edit (SpilWorker *worker, SpilRecord *record);

/** Reads the row and presents the form to change it over @parent; an error is shown by the window. */
void
spil_record_dialog_present_edit (SpilWorker *worker, const SpilEntity *entity, SpilId id, GtkWidget *parent);

/** Only those fields, in that order; the list ends with 0. Call before presenting. */
void spil_record_dialog_set_fields (SpilRecordDialog *self, const int *fields);

/** Title of the dialog instead of "Add: Risk": the step that is done with it. Then the row cannot be deleted there. */
void spil_record_dialog_set_heading (SpilRecordDialog *self, const char *title);

/** What stands in the form at first for @field, instead of what the row holds. Call before presenting. */
void spil_record_dialog_set_value (SpilRecordDialog *self, int field, const SpilValue *value);

/** Says under the form what @func makes of it, anew at each change. */
void spil_record_dialog_set_advice_func (SpilRecordDialog *self, SpilRecordAdviceFunc func);

/**
 * Several are added one after another: "Save and next" (Ctrl+Enter) keeps the form open for the next one, which takes over the fields
 * @kept (static, ends with 0). To add only; call before presenting. `saved` comes for each.
 */
void spil_record_dialog_set_series (SpilRecordDialog *self, const int *kept);

/** The label of the action in toast and undo, instead of "Risk added". */
void spil_record_dialog_set_action_label (SpilRecordDialog *self, const char *label);

/** Adds what belongs to the same action, after the row itself: a stage change with its relation. @record is as it will be. */
typedef void (*SpilRecordExtendFunc) (SpilAction *action, SpilRecord *record, gpointer user_data);
void spil_record_dialog_set_extend_func (SpilRecordDialog *self, SpilRecordExtendFunc func,
                                         gpointer user_data, GDestroyNotify free_user_data);

G_END_DECLS
