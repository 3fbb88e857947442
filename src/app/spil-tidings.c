// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-tidings.h"

// Numbers are not told more often than this.
#define PAUSE_US (50 * G_TIME_SPAN_MILLISECOND)

struct _SpilTidings
{
  GObject *owner;
  SpilTidingsFunc func;
  gint64 told;
};

// One, on its way to the main thread.
typedef struct
{
  GObject *owner;
  SpilTidingsFunc func;
  double n;
  char *what;
} Tiding;

SpilTidings *
spil_tidings_new (GObject *owner, SpilTidingsFunc func)
{
  SpilTidings *self = g_new0 (SpilTidings, 1);

  self->owner = g_object_ref (owner);
  self->func = func;
  return self;
}

void
spil_tidings_free (SpilTidings *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->owner);
  g_free (self);
}

static void
tiding_free (gpointer data)
{
  Tiding *tiding = data;

  g_object_unref (tiding->owner);
  g_free (tiding->what);
  g_free (tiding);
}

static gboolean
bring (gpointer data)
{
  const Tiding *tiding = data;

  tiding->func (tiding->owner, tiding->n, tiding->what);
  return G_SOURCE_REMOVE;
}

void
spil_tidings_tell (SpilTidings *self, double n, const char *what)
{
  const gint64 now = g_get_monotonic_time ();
  Tiding *tiding;

  if (what == NULL && now - self->told < PAUSE_US)
    return;
  self->told = now;
  tiding = g_new0 (Tiding, 1);
  tiding->owner = g_object_ref (self->owner);
  tiding->func = self->func;
  tiding->n = n;
  tiding->what = g_strdup (what);
  g_idle_add_full (G_PRIORITY_DEFAULT, bring, tiding, tiding_free);
}
