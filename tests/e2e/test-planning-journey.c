// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * What the project leader does with the planning of 2018, from a new database to paper: plan, keep, slip, compare, print, and take it
 * all back. With the keyboard wherever there is a key; what is on screen is held against what spilctl tells.
 */
#include "driver.h"

#include <gio/gio.h>
#include <string.h>

#define PREPARATION "Nieuwe gebieden: voorbereiding"
#define EXECUTION "Nieuwe gebieden: uitvoering"
#define DECISION "Besluit over nieuwe gebieden"
#define OWNER "Nadia Kruispunt (voorbeeld)"

/* What spilctl tells */

static char *
list_of (Driver *driver, const char *entity)
{
  return driver_spilctl (driver, (const char *[]) { "--json", "list", entity, NULL });
}

static int
count (const char *text, const char *what)
{
  int n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

static int
count_rows (Driver *driver, const char *entity)
{
  g_autofree char *rows = list_of (driver, entity);

  return count (rows, "\"id\"");
}

// The row of the activity with that name. Free with g_free().
static char *
dup_task (Driver *driver, const char *name)
{
  g_autofree char *where = g_strconcat ("name=", name, NULL);

  return driver_spilctl (driver, (const char *[]) { "--json", "list", "task", "--where", where, NULL });
}

static char *
dup_id (Driver *driver, const char *name)
{
  g_autofree char *task = dup_task (driver, name);
  const char *id = strstr (task, "\"id\":\"");

  g_assert_nonnull (id);
  return g_strndup (id + strlen ("\"id\":\""), 36);
}

typedef struct
{
  const char *name;
  const char *text;
} Said;

static gboolean
is_said (Driver *driver, gpointer data)
{
  const Said *said = data;
  g_autofree char *task = dup_task (driver, said->name);

  return strstr (task, said->text) != NULL;
}

static void
wait_task (Driver *driver, const char *name, const char *text)
{
  Said said = { name, text };

  driver_wait (driver, is_said, &said, text);
}

typedef struct
{
  const char *entity;
  int n;
} Rows;

static gboolean
are_there (Driver *driver, gpointer data)
{
  const Rows *rows = data;

  return count_rows (driver, rows->entity) == rows->n;
}

static void
wait_rows (Driver *driver, const char *entity, int n)
{
  Rows rows = { entity, n };

  driver_wait (driver, are_there, &rows, entity);
}

/* Hands */

static void
press_keys (Driver *driver, const char *keys, int times)
{
  for (int i = 0; i < times; i++)
    driver_key (driver, keys);
}

// The keyboard goes to the chart, to that row of it, and to the names.
static void
go_to_row (Driver *driver, int row, const char *name)
{
  g_autoptr (AtspiAccessible) bar = NULL;

  driver_key (driver, "Home");
  press_keys (driver, "Down", row);
  press_keys (driver, "Left", 12);
  bar = driver_find_starting (driver, ATSPI_ROLE_LIST_ITEM, name);
  g_object_unref (driver_find (driver, ATSPI_ROLE_LABEL, name));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  return g_test_run ();
}
