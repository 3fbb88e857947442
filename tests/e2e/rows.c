// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "rows.h"

#include <string.h>

#include "samples.h"

// What is waited for.
typedef struct
{
  const char *entity;
  const char *text;
  int n;
} Wanted;

char *
rows_list (Driver *driver, const char *entity)
{
  return driver_spilctl (driver, (const char *[]) { "--json", "list", entity, NULL });
}

int
rows_count (Driver *driver, const char *entity)
{
  g_autofree char *rows = rows_list (driver, entity);

  return sample_count (rows, "\"id\"");
}

gboolean
rows_hold (Driver *driver, const char *entity, const char *text)
{
  g_autofree char *rows = rows_list (driver, entity);

  return strstr (rows, text) != NULL;
}

static gboolean
are_so_many (Driver *driver, gpointer data)
{
  const Wanted *wanted = data;

  return rows_count (driver, wanted->entity) == wanted->n;
}

static gboolean
hold_text (Driver *driver, gpointer data)
{
  const Wanted *wanted = data;

  return rows_hold (driver, wanted->entity, wanted->text);
}

void
rows_wait_count (Driver *driver, const char *entity, int n)
{
  Wanted wanted = { .entity = entity, .n = n };
  g_autofree char *what = g_strdup_printf ("%d rows of %s", n, entity);

  driver_wait (driver, are_so_many, &wanted, what);
}

void
rows_wait_text (Driver *driver, const char *entity, const char *text)
{
  Wanted wanted = { .entity = entity, .text = text };

  driver_wait (driver, hold_text, &wanted, text);
}
