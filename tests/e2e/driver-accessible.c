// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "driver-private.h"

char *
accessible_name (AtspiAccessible *accessible)
{
  char *name = atspi_accessible_get_name (accessible, NULL);

  return name != NULL ? name : g_strdup ("");
}

char *
accessible_description (AtspiAccessible *accessible)
{
  char *description = atspi_accessible_get_description (accessible, NULL);

  return description != NULL ? description : g_strdup ("");
}

char *
accessible_text (AtspiAccessible *accessible)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (accessible);
  char *result = text != NULL ? atspi_text_get_text (text, 0, -1, NULL) : NULL;

  return result != NULL ? result : g_strdup ("");
}

gboolean
accessible_has_state (AtspiAccessible *accessible, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (accessible);

  return states != NULL && atspi_state_set_contains (states, state);
}

AtspiRect
accessible_extents (AtspiAccessible *accessible)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (accessible);
  AtspiRect result = { 0 };

  if (component != NULL) {
    AtspiRect *extents = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);

    if (extents != NULL)
      result = *extents;
    g_free (extents);
  }
  return result;
}
