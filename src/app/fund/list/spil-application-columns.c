// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-columns.h"

#include <glib/gi18n-lib.h>

#include "spil-column-sort.h"
#include "spil-column.h"
#include "spil-fund-item.h"
#include "spil-fund-words.h"
#include "spil-list-texts.h"
#include "spil-row-group.h"

// What sorts after any day.
#define NO_DAY G_MAXINT32

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_EMPLOYER,
  COLUMN_RECEIVED,
  COLUMN_ASKED,
  COLUMN_AWARDED,
  COLUMN_PAID,
  COLUMN_STATE,
  N_COLUMNS
} Column;

static const struct
{
  const char *id;
  const char *title;
  int n_chars;
  SpilColumnFlags flags;
} columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "number", N_ ("Case number"), 9, 0 },
  [COLUMN_EMPLOYER] = { "employer", N_ ("Employer"), 36, SPIL_COLUMN_EXPAND },
  [COLUMN_RECEIVED] = { "received", N_ ("Received"), 9, 0 },
  [COLUMN_ASKED] = { "asked", N_ ("Asked"), 8, SPIL_COLUMN_NUMERIC },
  [COLUMN_AWARDED] = { "awarded", N_ ("Awarded"), 8, SPIL_COLUMN_NUMERIC },
  [COLUMN_PAID] = { "paid", N_ ("Paid"), 8, SPIL_COLUMN_NUMERIC },
  [COLUMN_STATE] = { "state", N_ ("State"), 15, 0 },
};

// Cents only where there are any: the page of the application has them all.
static char *
dup_amount (gboolean known, SpilMoney money)
{
  return known ? spil_money_format (money.cents, SPIL_MONEY_BRIEF) : g_strdup ("–");
}

static char *
dup_cell (gpointer item, gpointer user_data)
{
  const SpilFundApplicationRow *row = spil_fund_item_get_row (item);

  switch ((Column) GPOINTER_TO_INT (user_data)) {
  case COLUMN_NUMBER:
    return g_strdup (row->number != NULL ? row->number : "–");
  case COLUMN_EMPLOYER:
    return g_strdup (row->organisation_name);
  case COLUMN_RECEIVED:
    return spil_day_is_known (row->received) ? spil_day_format (row->received) : g_strdup ("–");
  case COLUMN_ASKED:
    return dup_amount (row->has_asked, row->asked);
  case COLUMN_AWARDED:
    return dup_amount (row->has_awarded || row->has_settled, row->has_settled ? row->settled : row->awarded);
  case COLUMN_PAID:
    return dup_amount (row->paid.cents != 0, row->paid);
  case COLUMN_STATE:
  case N_COLUMNS:
    break;
  }
  return NULL;
}

// What is asked for, under the name of who asks.
static char *
dup_measures (gpointer item, gpointer user_data)
{
  return g_strdup (spil_fund_get_measures (spil_fund_item_get_row (item)));
}

/* The state with its sign, and by when what follows has to be done */

static void
on_state_setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *mark = spil_fund_state_mark_new ();

  // Away from the amounts before it.
  gtk_widget_set_margin_start (mark, 9);
  gtk_column_view_cell_set_child (cell, mark);
}

static void
on_state_bound_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  const SpilFundApplicationRow *row = spil_fund_item_get_row (gtk_column_view_cell_get_item (cell));
  g_autofree char *term = spil_fund_dup_term_short (row, spil_day_today ());

  spil_fund_state_mark_set (gtk_column_view_cell_get_child (cell), row->state, term, row->late);
}

static void
add_state_text (gpointer item, gpointer user_data, GPtrArray *texts)
{
  const SpilFundApplicationRow *row = spil_fund_item_get_row (item);
  g_autofree char *term = spil_fund_dup_term_short (row, spil_day_today ());

  g_ptr_array_add (texts, spil_join_facts (spil_fund_state_label (row->state), term, NULL));
}

static GtkColumnViewColumn *
make_state_column (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_state_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_state_bound_cb), NULL);
  spil_list_texts_set (factory, add_state_text, NULL);
  return gtk_column_view_column_new (_ (columns[COLUMN_STATE].title), factory);
}

static GtkColumnViewColumn *
make_column (Column column)
{
  if (column == COLUMN_STATE)
    return make_state_column ();
  return spil_column_new_two_line (_ (columns[column].title), columns[column].n_chars, columns[column].flags,
                                   dup_cell, column == COLUMN_EMPLOYER ? dup_measures : NULL,
                                   GINT_TO_POINTER (column), NULL);
}

/* Sorting */

static int64_t
day_of (SpilDay day)
{
  return spil_day_is_known (day) ? day.number : NO_DAY;
}

static int64_t
number_of (const SpilFundApplicationRow *row, Column column)
{
  switch (column) {
  case COLUMN_RECEIVED:
    return day_of (row->received);
  case COLUMN_ASKED:
    return row->has_asked ? row->asked.cents : -1;
  case COLUMN_AWARDED:
    return row->has_settled ? row->settled.cents : row->has_awarded ? row->awarded.cents : -1;
  case COLUMN_PAID:
    return row->paid.cents;
  case COLUMN_STATE:
    return spil_fund_state_rank (row->state);
  default:
    return 0;
  }
}

static const char *
text_of (const SpilFundApplicationRow *row, Column column)
{
  const char *text = column == COLUMN_NUMBER     ? row->number
                     : column == COLUMN_EMPLOYER ? row->organisation_name
                                                 : NULL;

  return text != NULL ? text : "";
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SpilFundApplicationRow *first = spil_fund_item_get_row ((gpointer) a);
  const SpilFundApplicationRow *second = spil_fund_item_get_row ((gpointer) b);
  Column column = GPOINTER_TO_INT (user_data);
  int64_t one = number_of (first, column);
  int64_t other = number_of (second, column);

  if (one == other && column == COLUMN_STATE) {
    one = day_of (spil_fund_get_term (first));
    other = day_of (spil_fund_get_term (second));
  }
  if (one != other)
    return one < other ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
  return gtk_ordering_from_cmpfunc (g_utf8_collate (text_of (first, column), text_of (second, column)));
}

void
spil_application_columns_show_number (GtkColumnView *view, gboolean shown)
{
  g_autoptr (GtkColumnViewColumn)
      column = g_list_model_get_item (gtk_column_view_get_columns (view), COLUMN_NUMBER);

  gtk_column_view_column_set_visible (column, shown);
}

void
spil_application_columns_add (GtkColumnView *view)
{
  for (int i = 0; i < N_COLUMNS; i++) {
    g_autoptr (GtkColumnViewColumn) column = make_column ((Column) i);
    g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GINT_TO_POINTER (i), NULL));

    gtk_column_view_column_set_id (column, columns[i].id);
    gtk_column_view_column_set_sorter (column, sorter);
    gtk_column_view_append_column (view, column);
  }
  spil_column_view_align_titles (view);
  spil_column_sort_remember (view, "application-sort");
}
