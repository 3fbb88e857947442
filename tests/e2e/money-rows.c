// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "money-rows.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rows.h"

const char *const money_lines[N_LINES] = {
  "Duurzaamheids- en mobiliteitsmakelaars",
  "Intensivering gebieden en professionalisering aanpak, incl. accountmanagement",
  "Bereikbaarheidsfonds 2018",
  "Toolkit: probeer- en deelconceptacties, Movez, vervolg De Overstap",
  "Gebiedsaanpak Assendorp",
  "Organisatie: marketing en communicatie, monitoring en evaluatie",
};

/* The rows, read as text */

static char *
dup_value (const char *row, const char *field)
{
  g_autofree char *key = g_strdup_printf ("\"%s\":", field);
  const char *at = strstr (row, key);
  gsize length;

  if (at == NULL)
    return NULL;
  at += strlen (key);
  at += *at == '"';
  length = strcspn (at, "\",}");
  return strncmp (at, "null", 4) == 0 ? NULL : g_strndup (at, length);
}

static gint64
get_cents (const char *row, const char *field)
{
  g_autofree char *value = dup_value (row, field);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

// The rows of an entity, one object each.
static GStrv
read_rows (Driver *driver, const char *entity)
{
  g_autofree char *text = rows_list (driver, entity);

  return g_strsplit (text, "\n", -1);
}

static const char *
find_row (GStrv rows, const char *field, const char *value)
{
  for (int i = 0; rows[i] != NULL; i++) {
    g_autofree char *found = dup_value (rows[i], field);

    if (g_strcmp0 (found, value) == 0)
      return rows[i];
  }
  return NULL;
}

// The commitment that the row in the end takes back or frees.
static char *
dup_root (GStrv commitments, const char *id)
{
  g_autofree char *at = g_strdup (id);

  for (;;) {
    const char *row = find_row (commitments, "id", at);
    char *earlier = row != NULL ? dup_value (row, "reverses") : NULL;

    if (earlier == NULL)
      return g_steal_pointer (&at);
    g_free (at);
    at = earlier;
  }
}

static void
add_cents (GHashTable *sums, char *key, gint64 cents)
{
  gint64 *sum = g_hash_table_lookup (sums, key);

  if (sum == NULL)
    g_hash_table_insert (sums, g_strdup (key), sum = g_new0 (gint64, 1));
  *sum += cents;
}

static int
number_of (GStrv budget_lines, const char *row)
{
  g_autofree char *line = dup_value (row, "line");
  const char *found = line != NULL ? find_row (budget_lines, "id", line) : NULL;

  return found != NULL ? (int) get_cents (found, "number") : 0;
}

// Spent, and what is left of each commitment, per line: row by row.
void
add_up (Driver *driver, gint64 *used)
{
  g_auto (GStrv) budget_lines = read_rows (driver, "budget_line");
  g_auto (GStrv) commitments = read_rows (driver, "commitment");
  g_auto (GStrv) actuals = read_rows (driver, "actual");
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  memset (used, 0, sizeof (gint64) * N_LINES);
  for (int i = 0; actuals[i] != NULL; i++) {
    const int number = number_of (budget_lines, actuals[i]);
    g_autofree char *commitment = dup_value (actuals[i], "commitment");

    if (number >= 1 && number <= N_LINES)
      used[number - 1] += get_cents (actuals[i], "amount");
    if (commitment != NULL)
      add_cents (left, commitment, -get_cents (actuals[i], "amount"));
  }
  for (int i = 0; commitments[i] != NULL; i++) {
    g_autofree char *id = dup_value (commitments[i], "id");
    g_autofree char *root = id != NULL ? dup_root (commitments, id) : NULL;

    if (root != NULL)
      add_cents (left, root, get_cents (commitments[i], "amount"));
  }
  for (int i = 0; commitments[i] != NULL; i++) {
    g_autofree char *id = dup_value (commitments[i], "id");
    const gint64 *sum = id != NULL ? g_hash_table_lookup (left, id) : NULL;
    g_autofree char *earlier = dup_value (commitments[i], "reverses");

    if (sum != NULL && earlier == NULL && *sum > 0)
      used[number_of (budget_lines, commitments[i]) - 1] += *sum;
  }
}

/* What else says it */

// Cents of "1234.56".
static gint64
parse_cents (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpuint (strlen (parts[1]), ==, 2);
  return g_ascii_strtoll (parts[0], NULL, 10) * 100 + g_ascii_strtoll (parts[1], NULL, 10);
}

// A row of the export, that begins with number and name.
static void
assert_exported (const char *row, const char *start, gint64 budget, gint64 used)
{
  g_auto (GStrv) cells = NULL;

  g_assert_true (g_str_has_prefix (row, start));
  cells = g_strsplit (row + strlen (start), ",", -1);
  g_assert_cmpuint (g_strv_length (cells), >=, 7);
  g_assert_cmpint (parse_cents (cells[0]), ==, budget);
  g_assert_cmpint (parse_cents (cells[3]) + parse_cents (cells[4]), ==, used);
  g_assert_cmpint (parse_cents (cells[6]), ==, budget - used);
}

// The budget as a table for people.
void
assert_export (Driver *driver, const Paper *paper)
{
  g_autofree char *path = g_build_filename (driver_get_data (driver), "begroting.csv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) rows = NULL;
  gint64 used = 0;

  g_free (driver_spilctl (driver, (const char *[]) { "export", "budget", path, NULL }));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  rows = g_strsplit (content, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), >=, N_LINES + 2);
  for (int i = 0; i < N_LINES; i++) {
    const char *quote = strchr (money_lines[i], ',') != NULL ? "\"" : "";
    g_autofree char *start = g_strdup_printf ("%d,%s%s%s,", i + 1, quote, money_lines[i], quote);

    assert_exported (rows[i + 1], start, paper->budget[i], paper->used[i]);
    used += paper->used[i];
  }
  assert_exported (rows[N_LINES + 1], ",Totaal,", 95150000, used);
  g_unlink (path);
}

// All amounts of an entity; those of one kind are taken off (NULL: none).
gint64
sum_rows (Driver *driver, const char *entity, const char *of, const char *off)
{
  g_auto (GStrv) rows = read_rows (driver, entity);
  gint64 sum = 0;

  for (int i = 0; rows[i] != NULL; i++) {
    const gint64 cents = get_cents (rows[i], "amount");
    g_autofree char *whose = dup_value (rows[i], of);

    if (whose != NULL)
      sum += off != NULL && strstr (rows[i], off) != NULL ? -cents : cents;
  }
  return sum;
}

// What a line has in rows of @entity until the day.
static gint64
sum_until (GStrv rows, GStrv budget_lines, int number, const char *until)
{
  gint64 sum = 0;

  for (int i = 0; rows[i] != NULL; i++) {
    g_autofree char *date = dup_value (rows[i], "date");

    if (date != NULL && strcmp (date, until) <= 0 && number_of (budget_lines, rows[i]) == number)
      sum += get_cents (rows[i], "amount");
  }
  return sum;
}

// The figures that were kept at closing are what was booked until the last day of the quarter.
void
assert_closing (Driver *driver)
{
  g_auto (GStrv) closed = read_rows (driver, "closed_line");
  g_auto (GStrv) budget_lines = read_rows (driver, "budget_line");
  g_auto (GStrv) commitments = read_rows (driver, "commitment");
  g_auto (GStrv) actuals = read_rows (driver, "actual");
  int n_lines = 0;

  for (int i = 0; closed[i] != NULL; i++) {
    const int number = number_of (budget_lines, closed[i]);

    if (number == 0)
      continue;
    n_lines++;
    g_assert_cmpint (get_cents (closed[i], "committed"), ==,
                     sum_until (commitments, budget_lines, number, "2018-09-30"));
    g_assert_cmpint (get_cents (closed[i], "actual"), ==,
                     sum_until (actuals, budget_lines, number, "2018-09-30"));
    // On paper: the commitment whole, as its rest was released later; what was spent on it.
    if (number == 4) {
      g_assert_cmpint (get_cents (closed[i], "committed"), ==, 3800000);
      g_assert_cmpint (get_cents (closed[i], "actual"), ==, 1400001);
      g_assert_cmpint (get_cents (closed[i], "bookings"), ==, 2);
    }
  }
  g_assert_cmpint (n_lines, ==, N_LINES);
}
