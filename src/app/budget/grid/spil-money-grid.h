// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPIL_TYPE_MONEY_GRID (spil_money_grid_get_type ())

/**
 * A grid of some tens of rows in which amounts are typed and shown. Enter and the arrows up and down go through a column. Where it is `narrow` each row is a card.
 * Signals: `changed` (int row, int column) after each letter; `left` (int row, int column) when somebody goes on after a change. Column -1 is the title.
 */
G_DECLARE_FINAL_TYPE (SpilMoneyGrid, spil_money_grid, SPIL, MONEY_GRID, AdwBin)

typedef enum
{
  SPIL_MONEY_SHOWN, /**< a text */
  SPIL_MONEY_TYPED, /**< an amount that is typed */
  SPIL_MONEY_CHECK, /**< yes or no */
  SPIL_MONEY_NOTE, /**< a text that is typed */
} SpilMoneyColumnKind;

typedef struct
{
  const char *title; /**< for people */
  SpilMoneyColumnKind kind;
} SpilMoneyColumn;

GtkWidget *spil_money_grid_new (void);

/** Begins anew, with @n @columns; the title of the rows comes before them, under @heading. */
void spil_money_grid_begin (SpilMoneyGrid *self, const char *heading, const SpilMoneyColumn *columns, int n);
/** Adds a row and returns its place. @name is what a screen reader calls it. @typed: the title is typed too. */
int spil_money_grid_add_row (SpilMoneyGrid *self, const char *title, const char *name, gboolean typed);
int spil_money_grid_count (SpilMoneyGrid *self);

/** Puts a text in a cell; in one that is typed as if it had been typed, without a signal. */
void spil_money_grid_set_text (SpilMoneyGrid *self, int row, int column, const char *text);
/** The same with an amount, written as one types it. */
void spil_money_grid_set_money (SpilMoneyGrid *self, int row, int column, int64_t cents);
void spil_money_grid_set_check (SpilMoneyGrid *self, int row, int column, gboolean checked);
/** Whether the cell can be used. */
void spil_money_grid_set_open (SpilMoneyGrid *self, int row, int column, gboolean open);
/** Marks what cannot be, and says why. NULL: it can. */
void spil_money_grid_set_error (SpilMoneyGrid *self, int row, int column, const char *why);

/** The typed amount in cents; nothing typed is 0. FALSE, @cents untouched, where it cannot be read. */
gboolean spil_money_grid_get_money (SpilMoneyGrid *self, int row, int column, int64_t *cents);
/** What is typed; of the column -1 the title. Owned by the grid, until the next change. */
const char *spil_money_grid_get_text (SpilMoneyGrid *self, int row, int column);
gboolean spil_money_grid_get_check (SpilMoneyGrid *self, int row, int column);

/** The last line, under the rows: a @title and for each column a text, NULL or "" for none. */
void spil_money_grid_set_total (SpilMoneyGrid *self, const char *title, const char *const *texts);

void spil_money_grid_set_narrow (SpilMoneyGrid *self, gboolean narrow);
/** Moves the keyboard into a cell; column -1 is the title. */
void spil_money_grid_focus (SpilMoneyGrid *self, int row, int column);
/** Whether the keyboard is in a cell, and in which one. */
gboolean spil_money_grid_get_focus (SpilMoneyGrid *self, int *row, int *column);
/** The first cell that is typed in, or NULL. */
GtkWidget *spil_money_grid_get_first (SpilMoneyGrid *self);

/** Reads an amount as people type it: also with a plus sign; nothing is 0. */
gboolean spil_money_grid_parse (const char *text, int64_t *cents);

G_END_DECLS
