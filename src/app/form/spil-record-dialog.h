// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-field-editor.h"
#include "spil-record-advice.h"
#include "spil-worker.h"

G_BEGIN_DECLS

#define SPIL_TYPE_RECORD_DIALOG (spil_record_dialog_get_type ())

/**
 * A form for one row of any entity, made from its descriptor. Saving commits through the worker; the dialog closes when that has
 * succeeded, and stays with the reason when it was refused. Nothing typed is lost without a question.
 *
 * Signals: `typed` (SpilRecord *, a copy of the row as far as it is typed) after each change; `saved` (SpilRecord *) after the commit; `deleted`.
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

/** Says under the form what @func makes of it, anew at each change. */
void spil_record_dialog_set_advice_func (SpilRecordDialog *self, SpilRecordAdviceFunc func);

/** Puts @widget under the form: what is found about what is typed. */
void spil_record_dialog_add_bottom (SpilRecordDialog *self, GtkWidget *widget);

/** Closes the dialog without saving, whatever was typed: for when the row turns out to be there already. */
void spil_record_dialog_give_up (SpilRecordDialog *self);

/**
 * Several are added one after another: "Save and next" (Ctrl+Enter) keeps the form open for the next one, which takes over the fields
 * @kept (static, ends with 0). To add only; call before presenting. `saved` comes for each.
 */
void spil_record_dialog_set_series (SpilRecordDialog *self, const int *kept);

/** The label of the action in toast and undo, instead of "Risk added". */
void spil_record_dialog_set_action_label (SpilRecordDialog *self, const char *label);

/** Uses @editor (taken) for its field, instead of the usual one. Call before presenting. */
void spil_record_dialog_set_editor (SpilRecordDialog *self, SpilFieldEditor *editor);
/** The editor of @field; NULL: it is not in the form, or the form was never shown. Owned by the dialog. */
SpilFieldEditor *spil_record_dialog_get_editor (SpilRecordDialog *self, int field);

/** On the worker's thread: the action that saving @record comes to, where that is more than adding the row. NULL with @error: refused. */
typedef SpilAction *(*SpilRecordDeedFunc) (SpilStore *store, SpilRecord *record, GObject *subject,
                                           GError **error);
/** Saving does what @func says. @subject (nullable) is held meanwhile; @func only reads what never changes of it. */
void spil_record_dialog_set_deed_func (SpilRecordDialog *self, SpilRecordDeedFunc func, GObject *subject);

/** Adds what belongs to the same action, after the row itself: a stage change with its relation. @record is as it will be. */
typedef void (*SpilRecordExtendFunc) (SpilAction *action, SpilRecord *record, gpointer user_data);
void spil_record_dialog_set_extend_func (SpilRecordDialog *self, SpilRecordExtendFunc func,
                                         gpointer user_data, GDestroyNotify free_user_data);

G_END_DECLS
