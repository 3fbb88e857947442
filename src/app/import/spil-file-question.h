// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_FILE_QUESTION (spil_file_question_get_type ())

/**
 * Asks which file: chosen in a dialog of files, or typed. Signals: `chosen` (const char *path), a file of this laptop; `refused` (const char *sentence),
 * one that is elsewhere.
 */
G_DECLARE_FINAL_TYPE (SpilFileQuestion, spil_file_question, SPIL, FILE_QUESTION, AdwPreferencesGroup)

/** What stands over the dialog of files, and which files it shows (of GtkFileFilter); keeps a reference. */
void spil_file_question_set_dialog (SpilFileQuestion *self, const char *title, GListModel *filters);

/** Answers with @file, as one that is dropped on the window. */
void spil_file_question_take (SpilFileQuestion *self, GFile *file);

/** Where the path is typed: the keyboard is there first. */
GtkWidget *spil_file_question_get_entry (SpilFileQuestion *self);

G_END_DECLS
