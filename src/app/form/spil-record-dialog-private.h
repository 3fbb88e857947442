// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-field-editor.h"
#include "spil-record-advice.h"
#include "spil-record-dialog.h"

G_BEGIN_DECLS

/* What the files of the dialog share. */

struct _SpilRecordDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  const SpilEntity *entity;
  SpilRecord *before; /**< the row as it is; NULL when it is added */
  SpilRecord *record; /**< as it will be */
  GPtrArray
      *editors; /**< of SpilFieldEditor, in the order of the form; made when the dialog is first shown */
  GArray *fields; /**< numbers of the fields that are shown; NULL: all that people see */
  char *action_label;
  gboolean dirty;
  gboolean saving;
  SpilRecord *beginning; /**< what each of a series begins with; NULL: no series */
  const int *kept; /**< fields that the next of a series takes over */
  int n_added; /**< of the series */
  gboolean goes_on; /**< the next of the series follows what is being saved */
  gboolean is_step; /**< a step of the work, not the whole row: nothing to delete */
  SpilRecordExtendFunc extend;
  gpointer extend_data;
  GDestroyNotify free_extend_data;
  SpilRecordAdviceFunc advise;
  GPtrArray *own_editors; /**< of SpilFieldEditor, for fields that are chosen in a way of their own */
  SpilRecordDeedFunc deed;
  GObject *deed_subject; /**< what the deed is about; NULL: nothing more than the row */

  AdwNavigationView *view;
  AdwNavigationPage *form_page;
  AdwPreferencesPage *page;
  GtkButton *cancel_button;
  GtkButton *close_button;
  GtkButton *save_button;
  GtkButton *next_button;
  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  SpilRecordAdvice *advice;
};

void spil_record_dialog_set_dirty (SpilRecordDialog *self, gboolean dirty);
/** Whether a person may change @field here. */
gboolean spil_record_dialog_may_change (SpilRecordDialog *self, const SpilField *field);
/** Something was typed. */
void spil_record_dialog_typed (SpilRecordDialog *self);

/** Puts the editors of the fields in the form. */
void spil_record_dialog_fill (SpilRecordDialog *self);
/** The row as far as it is typed. Free with g_object_unref(). */
SpilRecord *spil_record_dialog_get_typed (SpilRecordDialog *self);
/** Shows the fields that are asked for when that is typed. */
void spil_record_dialog_show_asked (SpilRecordDialog *self, SpilRecord *typed);

/** Moves the keyboard to the row of @editor. */
void spil_record_dialog_focus_editor (SpilFieldEditor *editor);

/** After a row of a series was added: the form for the next one. */
void spil_record_dialog_begin_next (SpilRecordDialog *self);

G_END_DECLS
