// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2

/*
 * How Spil looks, place by place: what is written can be read, nothing is cut or lies over something else, targets are large enough, and nothing
 * is wider than a narrow window. The pages of the sidebar are seen in every look; with SPIL_TEST_LONG every place is.
 */
#include "findings.h"
#include "look.h"

#include <string.h>

// WCAG 2.2, 1.4.11.
#define RING_CONTRAST 3.0
#define N_STOPS 12
// Of a window that is gone to another place, its content having to be read.
#define MOST_CHANGES 4

typedef struct
{
  const Look *first; /**< of the looks that one run has */
  Sight *sight;
  PlaceStart start;
} Run;

typedef struct
{
  Run *run;
  const Place *place;
} Case;

static gboolean
is_long (void)
{
  return g_getenv ("SPIL_TEST_LONG") != NULL;
}

static gboolean
is_of_sidebar (const Place *place)
{
  static const char *const pages[] = { "home",   "employers", "areas",   "toolkit", "fund", "planning",
                                       "budget", "risks",     "effects", "reports", "sync", NULL };

  return g_strv_contains (pages, place->name);
}

static gboolean
is_due (const Place *place, const Look *look)
{
  return is_long () || is_of_sidebar (place);
}

static gboolean
is_ever_due (const Place *place, const Look *first)
{
  gsize n;
  const Look *all = looks (&n);

  for (gsize i = 0; i < n; i++)
    if (look_is_like (&all[i], first) && is_due (place, &all[i]))
      return TRUE;
  return FALSE;
}

static void
look_at (Sight *sight, const Place *place)
{
  g_autofree char *told = NULL;
  g_autoptr (Picture) picture = sight_picture (sight, &told);
  g_autofree char *said = sight_said (sight);
  g_autoptr (GPtrArray) items = probe_items_parse (told);
  g_autoptr (GPtrArray) wrong = NULL;

  if (picture == NULL)
    return;
  wrong = findings (picture, items, sight->look.text, sight->look.width < NARROW);
  if (*said != '\0')
    g_test_fail_printf ("%s, %s: the application said %s", place->name, sight->look.name, said);
  for (guint i = 0; i < wrong->len; i++)
    g_test_fail_printf ("%s, %s: %s", place->name, sight->look.name, (char *) g_ptr_array_index (wrong, i));
}

static void
start (Run *run, PlaceStart wanted)
{
  if (run->sight != NULL && run->start != wanted)
    g_clear_pointer (&run->sight, sight_stop);
  if (run->sight == NULL)
    run->sight = sight_start (run->first, wanted);
  run->start = wanted;
}

static void
test_place (gconstpointer data)
{
  const Case *one = data;
  Run *run = one->run;
  g_autoptr (AtspiAccessible) opened = NULL;
  g_autofree char *failure = NULL;
  gsize n;
  const Look *all = looks (&n);

  start (run, one->place->start);
  opened = place_open (run->sight->driver, one->place);
  for (gsize i = 0; i < n && opened != NULL; i++)
    if (look_is_like (&all[i], run->first) && is_due (one->place, &all[i])) {
      sight_wear (run->sight, &all[i]);
      look_at (run->sight, one->place);
    }
  sight_wear (run->sight, run->first);
  if (opened != NULL)
    place_close (run->sight->driver, one->place);
  failure = driver_take_failure (run->sight->driver);
  if (failure != NULL) {
    g_test_fail_printf ("%s: %s", one->place->name, failure);
    g_clear_pointer (&run->sight, sight_stop);
  }
}

// The ring around what has the focus stands out from what was there.
static void
test_ring (gconstpointer data)
{
  g_autoptr (Sight) sight = sight_start (data, PLACE_DEMO);
  g_autoptr (Picture) before = NULL;

  driver_key (sight->driver, "ctrl+8");
  driver_wait_text (sight->driver, "Nieuwe gebieden komen moeilijk op gang");
  for (int i = 0; i < N_STOPS; i++) {
    g_autoptr (AtspiAccessible) focus = driver_move_focus (sight->driver, "Tab");
    g_autofree char *name = accessible_name (focus);
    Picture *after = sight_picture (sight, NULL);
    const double contrast = before != NULL ? picture_change (before, after) : RING_CONTRAST;

    if (contrast < RING_CONTRAST)
      g_test_fail_printf ("The ring around “%s” has contrast %.2f", name, contrast);
    g_clear_pointer (&before, picture_free);
    before = after;
  }
}

// The desktop asked for no animations: what is opened, closed or gone to is there at once. What is moved takes a dozen pictures.
static void
test_still (gconstpointer data)
{
  static const char *const keys[] = { "ctrl+k", "Escape",    "F10",    "Escape",       "ctrl+question",
                                      "Escape", "ctrl+6",    "ctrl+8", "ctrl+shift+n", "Escape",
                                      "Tab",    "shift+F10", "Escape" };
  g_autoptr (Sight) sight = sight_start (data, PLACE_DEMO);

  driver_wait_text (sight->driver, "Spitsmijdingen");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    guint n_changes;

    sight_count_changes (sight);
    driver_key (sight->driver, keys[i]);
    n_changes = sight_count_changes (sight);
    if (n_changes > MOST_CHANGES)
      g_test_fail_printf ("After %s (%d) the window changed %u times", keys[i], (int) i, n_changes);
    g_test_message ("%s: %u", keys[i], n_changes);
  }
}

static gboolean
is_first_like (const Look *all, gsize index)
{
  for (gsize i = 0; i < index; i++)
    if (look_is_like (&all[i], &all[index]))
      return FALSE;
  return TRUE;
}

static void
add_places (Run *run, GPtrArray *cases)
{
  gsize n;
  const Place *all = places (&n);

  for (int at = 0; at < PLACE_N_STARTS; at++)
    for (gsize i = 0; i < n; i++)
      if ((int) all[i].start == at && is_ever_due (&all[i], run->first)) {
        g_autofree char *path = g_strdup_printf ("/looks/%s/%s", run->first->name, all[i].name);
        Case *one = g_new (Case, 1);

        *one = (Case) { run, &all[i] };
        g_ptr_array_add (cases, one);
        g_test_add_data_func (path, one, test_place);
      }
}

static void
end_run (gconstpointer data)
{
  Run *run = (Run *) data;

  g_clear_pointer (&run->sight, sight_stop);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  gsize n;
  const Look *all = looks (&n);
  g_autofree Run *runs = g_new0 (Run, n);

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < n; i++) {
    g_autofree char *ring = g_strdup_printf ("/looks/%s/ring", all[i].name);
    g_autofree char *end = g_strdup_printf ("/looks/%s/end", all[i].name);

    if (!is_first_like (all, i))
      continue;
    runs[i].first = &all[i];
    add_places (&runs[i], cases);
    g_test_add_data_func (end, &runs[i], end_run);
    if (i == 0)
      g_test_add_data_func ("/looks/still", &all[i], test_still);
    if (is_long () || i == 0)
      g_test_add_data_func (ring, &all[i], test_ring);
  }
  return g_test_run ();
}
