// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What a screen reader says by itself: errors, what follows from what is typed, what was done. And where the focus is afterwards. */
#include "driver.h"

#include <string.h>

// What was said, a line each.
typedef struct
{
  AtspiEventListener *listener;
  GString *said;
} Listener;

static void
on_announcement (AtspiEvent *event, void *data)
{
  Listener *self = data;

  if (G_VALUE_HOLDS_STRING (&event->any_data))
    g_string_append_printf (self->said, "%s\n", g_value_get_string (&event->any_data));
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

static Listener *
listen (void)
{
  Listener *self = g_new0 (Listener, 1);

  self->said = g_string_new (NULL);
  self->listener = atspi_event_listener_new (on_announcement, self, NULL);
  g_assert_true (atspi_event_listener_register (self->listener, "object:announcement", NULL));
  return self;
}

static void
listener_free (Listener *self)
{
  atspi_event_listener_deregister (self->listener, "object:announcement", NULL);
  g_object_unref (self->listener);
  g_string_free (self->said, TRUE);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listener, listener_free)

typedef struct
{
  const Listener *listener;
  const char *text;
} Said;

static gboolean
is_said (Driver *driver, gpointer data)
{
  const Said *said = data;

  return strstr (said->listener->said->str, said->text) != NULL;
}

static void
wait_said (Driver *driver, const Listener *listener, const char *text)
{
  Said said = { listener, text };

  driver_wait (driver, is_said, &said, text);
}

static gboolean
is_invalid (Driver *driver, gpointer data)
{
  return accessible_has_state (data, ATSPI_STATE_INVALID_ENTRY);
}

// The text that stands beside a field that is wrong; NULL: none is tied to it.
static char *
dup_error (AtspiAccessible *field)
{
  g_autoptr (GArray) relations = atspi_accessible_get_relation_set (field, NULL);
  char *text = NULL;

  for (guint i = 0; relations != NULL && i < relations->len; i++) {
    AtspiRelation *relation = g_array_index (relations, AtspiRelation *, i);

    if (atspi_relation_get_relation_type (relation) == ATSPI_RELATION_ERROR_MESSAGE &&
        atspi_relation_get_n_targets (relation) > 0) {
      g_autoptr (AtspiAccessible) target = atspi_relation_get_target (relation, 0);

      text = accessible_text (target);
    }
  }
  return text;
}

// A field that is wrong is marked so, tied to the sentence beside it, and the sentence is said.
static void
test_error (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "risks");
  g_autoptr (Listener) listener = listen ();
  g_autoptr (AtspiAccessible) dialog = NULL;
  g_autoptr (AtspiAccessible) field = NULL;
  g_autofree char *error = NULL;

  driver_wait_text (driver, "Nieuwe gebieden komen moeilijk op gang");
  driver_key (driver, "ctrl+shift+n");
  dialog = driver_find (driver, ATSPI_ROLE_DIALOG, "Toevoegen: Risico");
  driver_fill (driver, "Kansscore", "veel");
  field = driver_find_starting (driver, ATSPI_ROLE_TEXT, "Kansscore");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Opslaan");
  driver_wait (driver, is_invalid, field, "the field to be marked as wrong");
  error = dup_error (field);
  g_assert_nonnull (error);
  g_assert_cmpstr (error, !=, "");
  wait_said (driver, listener, error);
  driver_key (driver, "Escape");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Weggooien");
  driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Toevoegen: Risico");
}

// What was done is said, and what follows from answers that are being given.
static void
test_said (void)
{
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "areas");
  g_autoptr (Listener) listener = listen ();
  g_autoptr (AtspiAccessible) group = NULL;
  g_autoptr (AtspiAccessible) answer = NULL;

  driver_press (driver, ATSPI_ROLE_LIST_ITEM, "Hanzeland");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Begin een gebiedstoets");
  group = driver_find (driver, ATSPI_ROLE_GROUPING, "Urgentie");
  answer = driver_find_in (driver, group, ATSPI_ROLE_RADIO_BUTTON, "Nee");
  driver_press_accessible (driver, answer);
  wait_said (driver, listener, "Na opslaan: ");
  driver_press (driver, ATSPI_ROLE_BUTTON, "Toets opslaan");
  driver_wait_text (driver, "Getoetst op");
  driver_key (driver, "ctrl+z");
  wait_said (driver, listener, "Ongedaan gemaakt: ");
}

static gboolean
has_focus (Driver *driver, gpointer data)
{
  return accessible_has_state (data, ATSPI_STATE_FOCUSED);
}

// Escape leaves what lies over a page, and the keyboard is where it was.
static void
test_focus_back (void)
{
  static const char *const keys[] = { "ctrl+k", "ctrl+i", "ctrl+n", "ctrl+shift+n", "ctrl+question" };
  g_autoptr (Driver) driver = driver_start (DRIVER_DEMO, "risks");
  g_autoptr (AtspiAccessible) add = NULL;

  driver_wait_text (driver, "Nieuwe gebieden komen moeilijk op gang");
  add = driver_find (driver, ATSPI_ROLE_BUTTON, "Risico toevoegen");
  driver_focus (driver, add);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    driver_key (driver, keys[i]);
    g_object_unref (driver_find (driver, ATSPI_ROLE_DIALOG, NULL));
    driver_key (driver, "Escape");
    driver_wait_gone (driver, ATSPI_ROLE_DIALOG, NULL);
    driver_wait (driver, has_focus, add, keys[i]);
  }
  driver_key (driver, "F10");
  g_object_unref (driver_find (driver, ATSPI_ROLE_MENU, NULL));
  driver_key (driver, "Escape");
  driver_wait_gone (driver, ATSPI_ROLE_MENU, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/announce/error", test_error);
  g_test_add_func ("/announce/said", test_said);
  g_test_add_func ("/announce/focus-back", test_focus_back);
  return g_test_run ();
}
