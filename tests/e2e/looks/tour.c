// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2

/*
 * The screenshot tour: goes to places of the real program and leaves a picture of each in each look, with the names of both.
 * tour FOLDER [--look NAME]... [--size WIDTHxHEIGHT] [PLACE...]: without looks in all of them, without places to all of them. The sentences that it prints say what is wrong with
 * a picture (findings.h).
 */
#include "findings.h"
#include "look.h"

#include <stdio.h>

static char **wanted_looks;
static char **wanted_places;
static gboolean tell_more;
static char *wide_size;

static gboolean
is_wanted (char **wanted, const char *name)
{
  return wanted == NULL || g_strv_contains ((const char *const *) wanted, name);
}

static Look
sized (const Look *look)
{
  Look result = *look;

  if (wide_size != NULL && look->width >= NARROW)
    sscanf (wide_size, "%dx%d", &result.width, &result.height);
  return result;
}

static void
keep (Sight *sight, const char *folder, const char *place)
{
  g_autofree char *told = NULL;
  g_autoptr (Picture) picture = sight_picture (sight, &told);
  g_autofree char *said = sight_said (sight);
  g_autoptr (GPtrArray) items = probe_items_parse (told);
  g_autoptr (GPtrArray) wrong = NULL;
  g_autofree char *png = g_strdup_printf ("%s/%s-%s.png", folder, place, sight->look.name);

  if (picture == NULL)
    return;
  wrong = findings (picture, items, sight->look.text, sight->look.width < NARROW);
  picture_save (picture, png);
  g_print ("%s\n", png);
  if (tell_more && *said != '\0')
    g_print ("  said %s", said);
  for (guint i = 0; tell_more && i < wrong->len; i++)
    g_print ("  %s\n", (char *) g_ptr_array_index (wrong, i));
}

static void
visit (Sight *sight, const char *folder, const Place *place)
{
  const Look plain = sight->look;
  g_autoptr (AtspiAccessible) opened = place_open (sight->driver, place);
  gsize n;
  const Look *all = looks (&n);

  for (gsize i = 0; i < n && opened != NULL; i++)
    if (look_is_like (&all[i], &plain) && is_wanted (wanted_looks, all[i].name)) {
      const Look look = sized (&all[i]);

      sight_wear (sight, &look);
      keep (sight, folder, place->name);
    }
  sight_wear (sight, &plain);
  if (opened != NULL)
    place_close (sight->driver, place);
}

// All places that a run with @start has, in looks like @look.
static void
run (const char *folder, const Look *look, PlaceStart start)
{
  g_autoptr (Sight) sight = NULL;
  gsize n;
  const Place *all = places (&n);

  for (gsize i = 0; i < n; i++) {
    if (all[i].start != start || !is_wanted (wanted_places, all[i].name))
      continue;
    if (sight == NULL)
      sight = sight_start (look, start);
    visit (sight, folder, &all[i]);
    if (driver_has_failed (sight->driver)) {
      g_autofree char *failure = driver_take_failure (sight->driver);

      g_printerr ("%s cannot be reached: %.300s\n", all[i].name, failure);
      g_clear_pointer (&sight, sight_stop);
    }
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

static gboolean
is_like_wanted (const Look *all, gsize n, gsize index)
{
  for (gsize i = 0; i < n; i++)
    if (look_is_like (&all[i], &all[index]) && is_wanted (wanted_looks, all[i].name))
      return TRUE;
  return FALSE;
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "look", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wanted_looks, "only this one", "NAME" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &wide_size, "of windows that are not narrow", "WIDTHxHEIGHT" },
    { "findings", 0, 0, G_OPTION_ARG_NONE, &tell_more, "say what is wrong with the pictures", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER [PLACE...]");
  g_autoptr (GError) error = NULL;
  gsize n;
  const Look *all = looks (&n);

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2) {
    g_printerr ("%s\n", error != NULL ? error->message : "tour FOLDER [--look NAME]... [PLACE...]");
    return 2;
  }
  wanted_places = argc > 2 ? argv + 2 : NULL;
  for (gsize i = 0; i < n; i++)
    if (is_first_like (all, i) && is_like_wanted (all, n, i))
      for (int start = 0; start < PLACE_N_STARTS; start++)
        run (argv[1], &all[i], (PlaceStart) start);
  return 0;
}
