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

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  file = memfd_create ("fuzz", MFD_CLOEXEC);
  path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_test_add_func ("/plan-fuzz/mspdi", test_mspdi);
  result = g_test_run ();
  close (file);
  g_free (path);
  return result;
}
