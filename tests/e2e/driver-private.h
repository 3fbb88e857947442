// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "driver.h"

#include <gio/gio.h>

// What libatspi leaves out.
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

// Long, for a busy machine; nothing waits for it but a failure.
#define DEADLINE_SECONDS 30
#define STEP_MS 20

struct _Driver
{
  GSubprocess *process;
  char *data;
  gboolean owns_data;
  char *said; /**< the file that takes what the application says on standard error */
  AtspiAccessible *application;
  AtspiEventListener *listener;
  AtspiAccessible *focus; /**< what got the focus last */
  guint n_focused; /**< how often something did */
  guint n_keys; /**< that were sent */
  guint n_letters; /**< that were typed */
  gboolean holds; // the button of the mouse
  gboolean forgives; /**< what does not come is told, and ends nothing */
  char *failure; /**< what did not come, when it forgives */
  guint log_handlers[2]; /**< of libatspi's own warnings */
};

/**
 * Where SPIL starts the application in a sandbox, which hides its process: the environment's E2E_SANDBOX, the name that it has on the bus of accessibility and as
 * the class of its window. Otherwise NULL.
 */
const char *driver_get_sandbox (void);

/** Handles what came over the bus, and forgets what was known of the screen. */
void driver_refresh (Driver *self);

/** What is shown from @accessible on, parents first; returns FALSE once @visit did. */
gboolean driver_walk (AtspiAccessible *accessible, DriverVisit visit, gpointer data);

/** Listener of the events that tell where the focus is; @user_data is the Driver. */
void driver_on_focus (AtspiEvent *event, void *user_data);
