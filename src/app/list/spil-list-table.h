// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-column.h"

G_BEGIN_DECLS

#define SPIL_TYPE_LIST_TABLE (spil_list_table_get_type ())

/**
 * A list of any length: a table in a wide window, rows of two lines in a narrow one. Only one of the two is made at a time. A class of its own says
 * what its columns and rows are.
 */
G_DECLARE_DERIVABLE_TYPE (SpilListTable, spil_list_table, SPIL, LIST_TABLE, AdwBin)

struct _SpilListTableClass
{
  AdwBinClass parent_class;

  /** What a screen reader calls the list: a msgid; and each of its rows. */
  const char *name;
  SpilCellFunc row_name;

  /** Puts the columns into the table. */
  void (*add_columns) (SpilListTable *self, GtkColumnView *view);

  /** What a row of two lines says: see spil_two_line_factory_new(). */
  SpilCellFunc title;
  SpilCellFunc subtitle;
  SpilCellFunc end;

  /** A row was opened; @item lives as long as the call. */
  void (*open) (SpilListTable *self, gpointer item);

  /** The table or the rows were made: spil_list_table_get_view(). May be NULL. */
  void (*made) (SpilListTable *self);
};

/**
 * Shows @model, of slots or of what they hold. Where it is a selection, a plain click is the business of the class; otherwise it opens.
 */
void spil_list_table_set_model (SpilListTable *self, GListModel *model);
void spil_list_table_set_narrow (SpilListTable *self, gboolean narrow);

/** The GtkColumnView or GtkListView that is shown; NULL until there is a model. */
GtkWidget *spil_list_table_get_view (SpilListTable *self);

/** Opens what is at @position, if it is there already. */
void spil_list_table_open (SpilListTable *self, guint position);

void spil_list_table_scroll_to_top (SpilListTable *self);
/** Brings the keyboard to the first row. FALSE: there is none. */
gboolean spil_list_table_focus_first (SpilListTable *self);

G_END_DECLS
