// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver-private.h"

#include <string.h>

typedef struct
{
  AtspiRole role;
  const char *name;
  gboolean prefix;
} Wanted;

// Parents first; returns FALSE once @visit did.
gboolean
driver_walk (AtspiAccessible *accessible, DriverVisit visit, gpointer data)
{
  int n_children;

  if (!visit (accessible, data))
    return FALSE;
  n_children = atspi_accessible_get_child_count (accessible, NULL);
  for (int i = 0; i < n_children; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

    if (child == NULL || !accessible_has_state (child, ATSPI_STATE_SHOWING))
      continue;
    if (!driver_walk (child, visit, data))
      return FALSE;
  }
  return TRUE;
}

void
driver_refresh (Driver *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (self->application != NULL)
    atspi_accessible_clear_cache (self->application);
}

void
driver_visit (Driver *self, AtspiAccessible *from, DriverVisit visit, gpointer data)
{
  driver_refresh (self);
  driver_walk (from != NULL ? from : self->application, visit, data);
}

static gboolean
describe_one (AtspiAccessible *accessible, gpointer data)
{
  g_autofree char *name = accessible_name (accessible);
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);

  if (*name != '\0')
    g_string_append_printf (data, "  %s “%s”\n", role, name);
  return TRUE;
}

char *
driver_describe (Driver *self)
{
  GString *lines = g_string_new (NULL);

  if (self->application != NULL)
    driver_visit (self, NULL, describe_one, lines);
  return g_string_free (lines, FALSE);
}

gboolean
driver_walk_from (AtspiAccessible *from, DriverVisit visit, gpointer data)
{
  return driver_walk (from, visit, data);
}

static void
tell_end (Driver *self, const char *what)
{
  g_autofree char *said = NULL;

  g_file_get_contents (self->said, &said, NULL, NULL);
  g_error ("The application ended while the test waited for %s. It said:\n%s", what, said);
}

void
driver_wait (Driver *self, gboolean (*condition) (Driver *self, gpointer data), gpointer data,
             const char *what)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_SECONDS * G_TIME_SPAN_SECOND;
  g_autofree char *seen = NULL;

  while (g_get_monotonic_time () < deadline) {
    driver_refresh (self);
    if (condition (self, data))
      return;
    if (g_subprocess_get_identifier (self->process) == NULL)
      tell_end (self, what);
    g_usleep (STEP_MS * 1000);
  }
  seen = driver_describe (self);
  if (!self->forgives)
    g_error ("Waited in vain for %s. On screen:\n%s", what, seen);
  if (self->failure == NULL)
    self->failure = g_strdup_printf ("Waited in vain for %s. On screen:\n%s", what, seen);
}

void
driver_forgive (Driver *self)
{
  self->forgives = TRUE;
}

gboolean
driver_has_failed (Driver *self)
{
  return self->failure != NULL;
}

char *
driver_take_failure (Driver *self)
{
  return g_steal_pointer (&self->failure);
}

// Its main loop answers after what it was sent before.
void
driver_settle (Driver *self)
{
  for (int i = 0; i < 2; i++) {
    atspi_accessible_clear_cache (self->application);
    atspi_accessible_get_child_count (self->application, NULL);
  }
  driver_refresh (self);
}

static gboolean
matches (AtspiAccessible *accessible, const Wanted *wanted)
{
  g_autofree char *name = NULL;

  if (wanted->role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (accessible, NULL) != wanted->role)
    return FALSE;
  if (wanted->name == NULL)
    return TRUE;
  name = accessible_name (accessible);
  return wanted->prefix ? g_str_has_prefix (name, wanted->name) : strcmp (name, wanted->name) == 0;
}

typedef struct
{
  const Wanted *wanted;
  AtspiAccessible *root;
  AtspiAccessible *found;
} Search;

static gboolean
search_one (AtspiAccessible *accessible, gpointer data)
{
  Search *search = data;

  if (accessible == search->root || !matches (accessible, search->wanted))
    return TRUE;
  search->found = g_object_ref (accessible);
  return FALSE;
}

static gboolean
search_now (Driver *self, gpointer data)
{
  Search *search = data;

  driver_walk (search->root != NULL ? search->root : self->application, search_one, search);
  return search->found != NULL;
}

static AtspiAccessible *
find (Driver *self, AtspiAccessible *from, Wanted wanted)
{
  Search search = { .wanted = &wanted, .root = from };
  g_autofree char *role = wanted.role != ATSPI_ROLE_INVALID ? atspi_role_get_name (wanted.role)
                                                            : g_strdup ("anything");
  g_autofree char *what = g_strdup_printf ("%s “%s”", role, wanted.name != NULL ? wanted.name : "");

  driver_wait (self, search_now, &search, what);
  return search.found;
}

AtspiAccessible *
driver_find (Driver *self, AtspiRole role, const char *name)
{
  return find (self, NULL, (Wanted) { role, name, FALSE });
}

AtspiAccessible *
driver_find_in (Driver *self, AtspiAccessible *from, AtspiRole role, const char *name)
{
  return find (self, from, (Wanted) { role, name, FALSE });
}

AtspiAccessible *
driver_find_starting (Driver *self, AtspiRole role, const char *start)
{
  return find (self, NULL, (Wanted) { role, start, TRUE });
}

gboolean
driver_sees (Driver *self, AtspiRole role, const char *name)
{
  Wanted wanted = { role, name, FALSE };
  Search search = { .wanted = &wanted };
  g_autoptr (AtspiAccessible) found = NULL;

  driver_refresh (self);
  search_now (self, &search);
  found = search.found;
  return found != NULL;
}

static gboolean
is_gone (Driver *self, gpointer data)
{
  const Wanted *wanted = data;

  return !driver_sees (self, wanted->role, wanted->name);
}

void
driver_wait_gone (Driver *self, AtspiRole role, const char *name)
{
  Wanted wanted = { role, name, FALSE };
  g_autofree char *kind = atspi_role_get_name (role);
  g_autofree char *what = name != NULL ? g_strdup_printf ("“%s” to go", name)
                                       : g_strdup_printf ("any %s to go", kind);

  driver_wait (self, is_gone, &wanted, what);
}

typedef struct
{
  const char *text;
  gboolean found;
} TextSearch;

static gboolean
holds_text (AtspiAccessible *accessible, gpointer data)
{
  TextSearch *search = data;
  g_autofree char *name = accessible_name (accessible);
  g_autofree char *text = accessible_text (accessible);

  search->found = strstr (name, search->text) != NULL || strstr (text, search->text) != NULL;
  return !search->found;
}

static gboolean
text_is_there (Driver *self, gpointer data)
{
  TextSearch *search = data;

  driver_walk (self->application, holds_text, search);
  return search->found;
}

static gboolean
text_is_gone (Driver *self, gpointer data)
{
  TextSearch *search = data;

  search->found = FALSE;
  return !text_is_there (self, search);
}

void
driver_wait_text_gone (Driver *self, const char *text)
{
  TextSearch search = { .text = text };
  g_autofree char *what = g_strdup_printf ("the text “%s” to go", text);

  driver_wait (self, text_is_gone, &search, what);
}

void
driver_wait_text (Driver *self, const char *text)
{
  TextSearch search = { .text = text };
  g_autofree char *what = g_strdup_printf ("the text “%s”", text);

  driver_wait (self, text_is_there, &search, what);
}
