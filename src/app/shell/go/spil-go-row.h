// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SPIL_TYPE_GO_ROW (spil_go_row_get_type ())

/** A place to go to, or something to do: a row of the dialog that goes anywhere. */
G_DECLARE_FINAL_TYPE (SpilGoRow, spil_go_row, SPIL, GO_ROW, GtkListBoxRow)

/** What a row says and does. */
typedef struct
{
  int order; /**< place of its group among the groups */
  const char *group; /**< heading of its group */
  int64_t
      n_more; /**< rows that its group has besides those that are shown; -1: at least as many as are counted */
  const char *icon;
  const char *title; /**< Pango markup */
  const char *detail; /**< at the end of the line; nullable */
  const char *context; /**< Pango markup, a line of its own; nullable */
  const char *action; /**< detailed name of the action */
} SpilGoRowContent;

/** Makes a row; copies all. */
GtkWidget *spil_go_row_new (const SpilGoRowContent *content);

int spil_go_row_get_order (SpilGoRow *self);
const char *spil_go_row_get_action (SpilGoRow *self);

/** Whether its title has all of @words (folded) at the beginning of words: for rows that are always there. */
gboolean spil_go_row_matches (SpilGoRow *self, const char *const *words);

/** Puts the heading of its group above it. */
void spil_go_row_set_headed (SpilGoRow *self, gboolean headed);

G_END_DECLS
