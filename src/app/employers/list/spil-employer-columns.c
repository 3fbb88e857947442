// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-columns.h"

#include <glib/gi18n-lib.h>

#include "spil-employer-item.h"
#include "spil-employer-words.h"
#include "spil-entity.h"

#define MAX_WIDTH 4000

#define ROW(item) (spil_employer_item_get_row (SPIL_EMPLOYER_ITEM (item)))

/* Texts of the cells */

static char *
name_text (gpointer item, gpointer user_data)
{
  return g_strdup (ROW (item)->name);
}

static char *
town_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_town (ROW (item));
}

static char *
staff_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_staff (ROW (item));
}

static char *
stage_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_stage (ROW (item));
}

static char *
broker_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_broker (ROW (item));
}

static char *
last_contact_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_last_day (ROW (item));
}

static char *
owed_text (gpointer item, gpointer user_data)
{
  const SpilEmployerRow *row = ROW (item);

  return spil_contact_debt_is_owed (row->debt) ? spil_contact_debt_dup_text (row->debt) : NULL;
}

static char *
next_action_text (gpointer item, gpointer user_data)
{
  const char *action = ROW (item)->action_text;

  return g_strdup (action != NULL ? action : _ ("none"));
}

static char *
action_day_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_action_day (ROW (item), spil_employer_item_get_today (item));
}

static char *
tier_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_tier (ROW (item));
}

static char *
debt_text (gpointer item, gpointer user_data)
{
  return spil_contact_debt_dup_text (ROW (item)->debt);
}

static char *
second_broker_text (gpointer item, gpointer user_data)
{
  const char *broker = ROW (item)->sustainability_broker;

  return g_strdup (broker != NULL ? broker : _ ("none"));
}

static char *
urgency_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_urgency (ROW (item));
}

static char *
capacity_text (gpointer item, gpointer user_data)
{
  return spil_employer_dup_capacity (ROW (item));
}

static char *
tags_text (gpointer item, gpointer user_data)
{
  const char *tags = ROW (item)->tags;

  return g_strdup (tags != NULL ? tags : "");
}

static char *
sector_text (gpointer item, gpointer user_data)
{
  const char *sector = ROW (item)->sector;

  return g_strdup (sector != NULL ? sector : _ ("not stated"));
}

static char *
kvk_text (gpointer item, gpointer user_data)
{
  const char *number = ROW (item)->kvk_number;

  return g_strdup (number != NULL ? number : _ ("not stated"));
}

// The usual ones first, and few of them: each costs some two hundred widgets. What the others say that matters most stands under these.
#define N_USUAL 5

static const SpilEmployerColumn columns[] = {
  { "name", N_ ("Name"), 36, SPIL_COLUMN_EXPAND, name_text, SPIL_EMPLOYER_SORT_NAME, town_text, "town" },
  { "staff", N_ ("Employees"), 9, SPIL_COLUMN_NUMERIC, staff_text, SPIL_EMPLOYER_SORT_STAFF, NULL, NULL },
  { "stage", N_ ("Stage"), 30, 0, stage_text, SPIL_EMPLOYER_SORT_STAGE, broker_text, "broker" },
  { "last-contact", N_ ("Last contact"), 13, 0, last_contact_text, SPIL_EMPLOYER_SORT_LAST_CONTACT, owed_text,
    "debt" },
  { "next-action", N_ ("Next action"), 34, SPIL_COLUMN_EXPAND, next_action_text, SPIL_EMPLOYER_SORT_ACTION,
    action_day_text, NULL },
  { "town", N_ ("Town"), 9, 0, town_text, SPIL_EMPLOYER_SORT_TOWN, NULL, NULL },
  { "broker", N_ ("Broker"), 18, 0, broker_text, SPIL_EMPLOYER_SORT_BROKER, NULL, NULL },
  { "tier", N_ ("Tier"), 5, 0, tier_text, SPIL_EMPLOYER_SORT_TIER, NULL, NULL },
  { "debt", N_ ("Contact debt"), 16, 0, debt_text, SPIL_EMPLOYER_NOT_SORTABLE, NULL, NULL },
  { "sustainability-broker", N_ ("Sustainability broker"), 12, 0, second_broker_text,
    SPIL_EMPLOYER_NOT_SORTABLE, NULL, NULL },
  { "urgency", N_ ("Urgency"), 16, 0, urgency_text, SPIL_EMPLOYER_NOT_SORTABLE, NULL, NULL },
  { "capacity", N_ ("Capacity"), 12, 0, capacity_text, SPIL_EMPLOYER_NOT_SORTABLE, NULL, NULL },
  { "tags", N_ ("Tags"), 14, 0, tags_text, SPIL_EMPLOYER_NOT_SORTABLE, NULL, NULL },
  { "sector", N_ ("Sector"), 14, 0, sector_text, SPIL_EMPLOYER_NOT_SORTABLE, NULL, NULL },
  { "kvk-number", N_ ("KvK number"), 10, 0, kvk_text, SPIL_EMPLOYER_NOT_SORTABLE, NULL, NULL },
};

const SpilEmployerColumn *
spil_employer_columns (gsize *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

static const SpilEmployerColumn *
find_column (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].name, name))
      return &columns[i];
  return NULL;
}

static gboolean
has_column (const GArray *uses, const SpilEmployerColumn *column)
{
  for (guint i = 0; i < uses->len; i++)
    if (g_array_index (uses, SpilEmployerColumnUse, i).column == column)
      return TRUE;
  return FALSE;
}

static void
add_use (GArray *uses, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  SpilEmployerColumnUse use = { parts[0] != NULL ? find_column (g_strstrip (parts[0])) : NULL, 0 };

  if (use.column == NULL || has_column (uses, use.column))
    return;
  if (parts[1] != NULL)
    use.width = (int) CLAMP (g_ascii_strtoll (parts[1], NULL, 10), 0, MAX_WIDTH);
  g_array_append_val (uses, use);
}

GArray *
spil_employer_columns_parse (const char *text)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (SpilEmployerColumnUse));
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);
  const SpilEmployerColumnUse first = { &columns[0], 0 };

  for (gsize i = 0; parts[i] != NULL; i++)
    add_use (uses, parts[i]);
  if (uses->len == 0)
    for (gsize i = 0; i < N_USUAL; i++)
      add_use (uses, columns[i].name);
  if (!has_column (uses, first.column))
    g_array_prepend_val (uses, first);
  return uses;
}

char *
spil_employer_columns_format (const GArray *uses, gboolean with_widths)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < uses->len; i++) {
    const SpilEmployerColumnUse *use = &g_array_index (uses, SpilEmployerColumnUse, i);

    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", use->column->name);
    if (with_widths && use->width > 0)
      g_string_append_printf (text, ":%d", use->width);
  }
  return g_string_free_and_steal (text);
}

SpilCellFunc
spil_employer_column_caption (const SpilEmployerColumn *column, const GArray *uses)
{
  if (column->caption_column != NULL && has_column (uses, find_column (column->caption_column)))
    return NULL;
  return column->caption;
}

gboolean
spil_employer_columns_are_usual (const GArray *uses)
{
  for (guint i = 0; i < uses->len; i++)
    if (uses->len != N_USUAL || g_array_index (uses, SpilEmployerColumnUse, i).column != &columns[i])
      return FALSE;
  return TRUE;
}
