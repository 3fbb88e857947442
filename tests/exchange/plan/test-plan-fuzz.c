// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#define _GNU_SOURCE /* memfd_create() */

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "plan-fixture.h"
#include "spil-exchange-error.h"
#include "spil-mspdi.h"

#define CASES 20000
/* Of so many, one is taken in too. */
#define CASES_A_RUN 40
#define VALUE_CASES 4000

/* Where the bytes are put for reading: in memory, since a disk would be waited for. */
static int file;
static char *path;

static void
assert_task (const SpilPlanFile *plan, guint place)
{
  const SpilPlanFileTask *task = plan->tasks->pdata[place];

  g_assert_nonnull (task->uid);
  g_assert_cmpint (task->parent, <, (int) place);
  g_assert_cmpint (task->level, <=, SPIL_PLAN_FILE_MAX_LEVEL);
  g_assert_cmpint (task->progress, <=, 100);
  g_assert_true (task->name == NULL || g_utf8_validate (task->name, -1, NULL));
  if (spil_day_is_known (task->start) && spil_day_is_known (task->finish))
    g_assert_cmpint (spil_day_compare (task->start, task->finish), <=, 0);
}

static gboolean
fuzz_mspdi (GBytes *bytes, gpointer user_data)
{
  const gsize length = g_bytes_get_size (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilPlanFile) plan = NULL;

  g_assert_cmpint (ftruncate (file, (off_t) length), ==, 0);
  g_assert_cmpint (pwrite (file, g_bytes_get_data (bytes, NULL), length, 0), ==, (gssize) length);
  plan = spil_mspdi_read (path, NULL, &error);
  if (plan == NULL) {
    g_assert_true (error->domain == SPIL_EXCHANGE_ERROR);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return FALSE;
  }
  for (guint i = 0; i < plan->tasks->len; i++)
    assert_task (plan, i);
  for (guint i = 0; i < plan->links->len; i++) {
    const SpilPlanFileLink *link = plan->links->pdata[i];

    g_assert_cmpint (link->from, !=, link->to);
    g_assert_cmpint (MAX (link->from, link->to), <, (int) plan->tasks->len);
  }
  return TRUE;
}

static void
test_mspdi (void)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (seeds, g_bytes_new_static (plan_fixture_microsoft, strlen (plan_fixture_microsoft)));
  g_ptr_array_add (seeds, g_bytes_new_static (plan_fixture_libre, strlen (plan_fixture_libre)));
  fuzz_run (seeds, CASES, fuzz_mspdi, NULL);
}

/* What stands in an element is exchanged for something else, and elements for others: the XML stays sound, what it says does not. */
static char *
exchange_pieces (GRand *random, const char *text)
{
  static const char *const odd[] = {
    "",
    "0",
    "-1",
    "99999999999",
    "NaN",
    "1e308",
    "PT9999999H0M0S",
    "2199-12-31T23:59:00",
    "1900-01-01T00:00:00",
    "11",
    "10",
    "2",
  };
  g_auto (GStrv) parts = g_strsplit (text, ">", -1);
  const int n = (int) g_strv_length (parts);

  for (int k = g_rand_int_range (random, 1, 8); k > 0; k--) {
    const int at = g_rand_int_range (random, 0, n);
    char *mark = strchr (parts[at], '<');
    char *replaced;

    if (mark == NULL || mark == parts[at] || mark[1] != '/')
      continue; /* no value in front of a close */
    replaced = g_strconcat (odd[g_rand_int_range (random, 0, G_N_ELEMENTS (odd))], mark, NULL);
    g_free (parts[at]);
    parts[at] = replaced;
  }
  return g_strjoinv (">", parts);
}

static void
test_values (ExchangeFixture *fixture, gconstpointer data)
{
  const SpilPlanImportOptions dry = { .dry = TRUE };
  g_autoptr (GRand) random = g_rand_new_with_seed (2018);

  plan_fixture_use_programme (fixture);
  for (int i = 0; i < VALUE_CASES; i++) {
    g_autofree char *text = exchange_pieces (random, plan_fixture_microsoft);
    g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilPlanFile) plan = NULL;
    g_autoptr (SpilPlanImportResult) result = NULL;

    if (!fuzz_mspdi (bytes, NULL) || i % CASES_A_RUN != 0)
      continue;
    plan = plan_fixture_read (fixture, text, -1, &error);
    result = spil_plan_import (fixture->store, plan, &dry, &error);
    g_assert_no_error (error);
    g_assert_cmpint (result->counts[SPIL_PLAN_PART_TASK][SPIL_PLAN_CREATED] +
                         result->counts[SPIL_PLAN_PART_TASK][SPIL_PLAN_REFUSED],
                     ==, plan->tasks->len);
  }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  file = memfd_create ("fuzz", MFD_CLOEXEC);
  path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_test_add_func ("/plan-fuzz/mspdi", test_mspdi);
  g_test_add ("/plan-fuzz/values", ExchangeFixture, NULL, exchange_fixture_set_up, test_values,
              exchange_fixture_tear_down);
  result = g_test_run ();
  close (file);
  g_free (path);
  return result;
}
