// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-tidings.h"

// What the main thread heard.
typedef struct
{
  int n_heard;
  double last;
  GString *words;
  GThread *thread;
} Heard;

static void
hear (GObject *owner, double n, const char *what)
{
  Heard *heard = g_object_get_data (owner, "heard");

  heard->n_heard++;
  heard->last = n;
  heard->thread = g_thread_self ();
  if (what != NULL)
    g_string_append_printf (heard->words, "%s;", what);
}

static gpointer
tell_words (gpointer data)
{
  spil_tidings_tell (data, 0.25, "figures");
  spil_tidings_tell (data, 0.5, "drawing");
  spil_tidings_tell (data, 1, "writing");
  return NULL;
}

static gpointer
tell_numbers (gpointer data)
{
  for (int i = 1; i <= 1000; i++)
    spil_tidings_tell (data, i, NULL);
  return NULL;
}

// Runs @job on a thread of its own, and hears on this one until nothing is left.
static void
run (GThreadFunc job, Heard *heard)
{
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  SpilTidings *tidings;

  *heard = (Heard) { .words = g_string_new (NULL) };
  g_object_set_data (owner, "heard", heard);
  tidings = spil_tidings_new (owner, hear);
  g_thread_join (g_thread_new ("job", job, tidings));
  g_assert_cmpint (heard->n_heard, ==, 0);
  spil_tidings_free (tidings);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (owner);
}

// Words come all of them, in their order, on this thread.
static void
test_words (void)
{
  Heard heard;

  run (tell_words, &heard);
  g_assert_cmpint (heard.n_heard, ==, 3);
  g_assert_cmpfloat (heard.last, ==, 1);
  g_assert_cmpstr (heard.words->str, ==, "figures;drawing;writing;");
  g_assert_true (heard.thread == g_thread_self ());
  g_string_free (heard.words, TRUE);
}

// Of a thousand numbers in no time hardly any comes.
static void
test_numbers (void)
{
  Heard heard;

  run (tell_numbers, &heard);
  g_assert_cmpint (heard.n_heard, >=, 1);
  g_assert_cmpint (heard.n_heard, <, 1000);
  g_assert_cmpstr (heard.words->str, ==, "");
  g_string_free (heard.words, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/tidings/words", test_words);
  g_test_add_func ("/app/tidings/numbers", test_numbers);
  return g_test_run ();
}
