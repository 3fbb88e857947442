// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-table.h"

#include <glib/gi18n-lib.h>

#include "spil-audit-item.h"
#include "spil-audit-line-dialog.h"
#include "spil-number.h"

struct _SpilAuditTable
{
  SpilListTable parent_instance;
};

G_DEFINE_FINAL_TYPE (SpilAuditTable, spil_audit_table, SPIL_TYPE_LIST_TABLE)

#define LINE(item) (spil_audit_item_get_line (SPIL_AUDIT_ITEM (item)))

/* Texts */

static char *
number_text (gpointer item, gpointer user_data)
{
  return spil_integer_format (LINE (item)->n);
}

static char *
time_text (gpointer item, gpointer user_data)
{
  return spil_time_format (LINE (item)->time);
}

static char *
actor_text (gpointer item, gpointer user_data)
{
  return g_strdup (LINE (item)->actor);
}

static char *
device_text (gpointer item, gpointer user_data)
{
  return g_strdup (spil_audit_item_get_device (SPIL_AUDIT_ITEM (item)));
}

static char *
action_text (gpointer item, gpointer user_data)
{
  return g_strdup (spil_audit_action_label (LINE (item)->action));
}

static char *
object_text (gpointer item, gpointer user_data)
{
  return spil_audit_dup_object (LINE (item));
}

static char *
result_text (gpointer item, gpointer user_data)
{
  return spil_audit_dup_result (LINE (item));
}

static char *
title_text (gpointer item, gpointer user_data)
{
  g_autofree char *object = spil_audit_dup_object (LINE (item));

  return g_strjoin (" · ", spil_audit_action_label (LINE (item)->action), object[0] != '\0' ? object : NULL,
                    NULL);
}

static char *
subtitle_text (gpointer item, gpointer user_data)
{
  g_autofree char *time = spil_time_format (LINE (item)->time);

  return g_strjoin (" · ", time, LINE (item)->actor, NULL);
}

static char *
row_name_text (gpointer item, gpointer user_data)
{
  g_autofree char *title = title_text (item, NULL);
  g_autofree char *subtitle = subtitle_text (item, NULL);

  return g_strjoin (", ", title, subtitle, NULL);
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
  } columns[] = {
    { NC_ ("audit", "When"), 18, 0, time_text },
    { NC_ ("audit", "Who"), 16, 0, actor_text },
    { NC_ ("audit", "Which laptop"), 12, 0, device_text },
    { NC_ ("audit", "What was done"), 18, 0, action_text },
    { NC_ ("audit", "With what"), 30, SPIL_COLUMN_EXPAND, object_text },
    { NC_ ("audit", "Result"), 10, 0, result_text },
    { NC_ ("audit", "Line"), 8, SPIL_COLUMN_NUMERIC, number_text },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autoptr (GtkColumnViewColumn)
        column = spil_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "audit", columns[i].title),
                                  columns[i].n_chars, columns[i].flags, columns[i].text, NULL, NULL);

    gtk_column_view_append_column (view, column);
  }
}

static void
open_line (SpilListTable *self, gpointer item)
{
  adw_dialog_present (spil_audit_line_dialog_new (item), GTK_WIDGET (self));
}

static void
spil_audit_table_class_init (SpilAuditTableClass *klass)
{
  SpilListTableClass *table_class = SPIL_LIST_TABLE_CLASS (klass);

  table_class->name = N_ ("Who did what");
  table_class->row_name = row_name_text;
  table_class->add_columns = add_columns;
  table_class->title = title_text;
  table_class->subtitle = subtitle_text;
  table_class->end = number_text;
  table_class->open = open_line;
}

static void
spil_audit_table_init (SpilAuditTable *self)
{
}
