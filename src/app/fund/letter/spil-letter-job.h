// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-letter-document.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/** Which letter, and, to save it, what it says. */
typedef struct
{
  SpilId application;
  int kind; /**< 0: what the state of the application asks for */
  char *subject;
  char *body;
  char *style; /**< the house style that it is put in, when it is saved as ODT; NULL: none */
} SpilLetterOrder;

SpilLetterOrder *spil_letter_order_new (SpilId application, int kind);
void spil_letter_order_free (SpilLetterOrder *self);

/** A letter as the dialog shows it first. */
typedef struct
{
  int kind;
  SpilLetterData *data;
  SpilLetter *letter;
  char *name; /**< of its file, without an ending */
} SpilLetterLoaded;

void spil_letter_loaded_free (SpilLetterLoaded *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilLetterLoaded, spil_letter_loaded_free)

/** Reads a SpilLetterLoaded for the SpilLetterOrder @order; a SpilJobFunc. */
gpointer spil_letter_load (SpilStore *store, gpointer order, GCancellable *cancellable, GError **error);

/** Writes the letter of the SpilLetterOrder @order to @path, for spil_file_save(). */
gboolean spil_letter_save (SpilStore *store, const char *path, gpointer order, GCancellable *cancellable,
                           GError **error);

/** The house style of this laptop in the data folder @dir, there or not. Free with g_free(). */
char *spil_letter_dup_style (const char *dir);

/** Keeps a letter that was saved at @path with its application. */
SpilAction *spil_letter_kept_action (const SpilLetterOrder *order, const char *path);

/** Keeps @subject and @body as the standard text of letters of @kind, in the row @text (nil: a new one). */
SpilAction *spil_letter_text_action (SpilId text, int kind, const char *subject, const char *body);

G_END_DECLS
