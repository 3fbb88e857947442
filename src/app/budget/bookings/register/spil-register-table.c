// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-register-table.h"

#include <glib/gi18n-lib.h>

#include "spil-register-item.h"
#include "spil-register-words.h"

struct _SpilRegisterTable
{
  SpilListTable parent_instance;
};

G_DEFINE_FINAL_TYPE (SpilRegisterTable, spil_register_table, SPIL_TYPE_LIST_TABLE)

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define ROW(item) (spil_register_item_get_row (SPIL_REGISTER_ITEM (item)))

/* Texts */

static char *
dup_or_nothing (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static char *
date_text (gpointer item, gpointer user_data)
{
  return spil_day_format (ROW (item)->date);
}

static char *
kind_text (gpointer item, gpointer user_data)
{
  return spil_register_dup_kind (ROW (item));
}

static char *
line_text (gpointer item, gpointer user_data)
{
  return spil_register_dup_line (ROW (item));
}

// Who was on the other side; a reservation has nobody there yet.
static char *
counterpart_text (gpointer item, gpointer user_data)
{
  const char *counterpart = spil_register_get_counterpart (ROW (item));

  return g_strdup (counterpart != NULL ? counterpart : spil_register_get_title (ROW (item)));
}

static char *
title_text (gpointer item, gpointer user_data)
{
  return g_strdup (spil_register_get_title (ROW (item)));
}

static char *
description_text (gpointer item, gpointer user_data)
{
  return g_strdup (spil_register_get_counterpart (ROW (item)) != NULL ? spil_register_get_title (ROW (item))
                                                                      : "");
}

static char *
marks_text (gpointer item, gpointer user_data)
{
  return spil_register_dup_marks (ROW (item));
}

static char *
reference_text (gpointer item, gpointer user_data)
{
  return dup_or_nothing (ROW (item)->reference);
}

static char *
amount_text (gpointer item, gpointer user_data)
{
  return spil_register_dup_amount (ROW (item));
}

static char *
subtitle_text (gpointer item, gpointer user_data)
{
  return spil_register_dup_subtitle (ROW (item));
}

static char *
row_name_text (gpointer item, gpointer user_data)
{
  g_autofree char *amount = spil_register_dup_amount (ROW (item));
  g_autofree char *subtitle = spil_register_dup_subtitle (ROW (item));

  return g_strjoin (", ", spil_register_get_title (ROW (item)), amount, subtitle, NULL);
}

/* The class */

static void
add_columns (SpilListTable *self, GtkColumnView *view)
{
  static const struct
  {
    const char *title;
    int n_chars;
    SpilColumnFlags flags;
    SpilCellFunc text;
    SpilCellFunc caption;
  } columns[] = {
    { N_ ("Date"), 10, 0, date_text, NULL },
    { N_ ("Kind"), 12, 0, kind_text, reference_text },
    { N_ ("Counterpart"), 30, SPIL_COLUMN_EXPAND, counterpart_text, description_text },
    { N_ ("Budget line"), 26, SPIL_COLUMN_EXPAND, line_text, marks_text },
    { N_ ("Amount"), 13, SPIL_COLUMN_NUMERIC, amount_text, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autoptr (GtkColumnViewColumn)
        column = spil_column_new_two_line (_ (columns[i].title), columns[i].n_chars, columns[i].flags,
                                           columns[i].text, columns[i].caption, NULL, NULL);

    gtk_column_view_append_column (view, column);
  }
}

static void
open_booking (SpilListTable *self, gpointer item)
{
  g_signal_emit (self, signals[OPENED], 0, ROW (item));
}

static void
spil_register_table_class_init (SpilRegisterTableClass *klass)
{
  SpilListTableClass *table_class = SPIL_LIST_TABLE_CLASS (klass);

  table_class->name = N_ ("Bookings");
  table_class->row_name = row_name_text;
  table_class->add_columns = add_columns;
  table_class->title = title_text;
  table_class->subtitle = subtitle_text;
  table_class->end = amount_text;
  table_class->open = open_booking;
  signals[OPENED] = g_signal_new ("opened", SPIL_TYPE_REGISTER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
spil_register_table_init (SpilRegisterTable *self)
{
}
