// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "sync-sim-private.h"

/* A number from @begin to @end - 1, from the seed. */
static guint
draw (SimShare *self, guint begin, guint end)
{
  guint number;

  g_mutex_lock (&self->mutex);
  number = end <= begin ? begin : (guint) g_rand_int_range (self->random, (gint32) begin, (gint32) end);
  g_mutex_unlock (&self->mutex);
  return number;
}

static SimMischief
draw_kind (SimShare *self, SimMischief kinds)
{
  const guint count = (guint) __builtin_popcount (kinds);
  guint left = draw (self, 0, count);

  for (guint bit = 1; bit < SIM_ANYTHING; bit <<= 1)
    if ((kinds & bit) != 0 && left-- == 0)
      return (SimMischief) bit;
  g_assert_not_reached ();
}

static void
swap (SimShare *self, const char *name, const char *other)
{
  g_autoptr (GBytes) first = sim_share_read (self, name);
  g_autoptr (GBytes) second = sim_share_read (self, other);

  sim_share_write (self, name, second);
  sim_share_write (self, other, first);
}

/* What is done to one file. */
static char *
damage (SimShare *self, SimMischief kind, const char *name, const char *other)
{
  g_autoptr (GBytes) bytes = sim_share_read (self, name);
  const guint length = (guint) g_bytes_get_size (bytes);
  const guint at = draw (self, 0, kind == SIM_FLIP ? length * 8 : length);

  switch (kind) {
  case SIM_LOSE:
    sim_share_lose (self, name);
    return g_strdup_printf ("lost %s", name);
  case SIM_TRUNCATE:
    sim_share_truncate (self, name, at);
    return g_strdup_printf ("cut %s to %u bytes", name, at);
  case SIM_FLIP:
    if (length > 0)
      sim_share_flip (self, name, at);
    return g_strdup_printf ("turned over bit %u of %s", at, name);
  case SIM_CONFLICT:
    sim_share_conflict (self, name);
    return g_strdup_printf ("made conflict copies of %s", name);
  case SIM_SHOUT:
    sim_share_shout (self, name);
    return g_strdup_printf ("gave %s capitals", name);
  case SIM_SWAP:
    swap (self, name, other);
    return g_strdup_printf ("exchanged %s and %s", name, other);
  case SIM_EMPTY:
  case SIM_ROLL_BACK:
  case SIM_ANYTHING:
  default:
    g_assert_not_reached ();
  }
}

char *
sim_share_misbehave (SimShare *self, SimMischief kinds)
{
  const SimMischief kind = draw_kind (self, kinds);
  g_autoptr (GPtrArray) names = sim_share_names (self, "");
  guint one;
  guint other;

  if (kind == SIM_ROLL_BACK) {
    if (self->memories->len == 0)
      return NULL;
    one = draw (self, 0, self->memories->len);
    sim_share_roll_back (self, one);
    return g_strdup_printf ("rolled back to memory %u", one);
  }
  if (names->len == 0)
    return NULL;
  if (kind == SIM_EMPTY) {
    sim_share_empty (self);
    return g_strdup ("lost everything");
  }
  one = draw (self, 0, names->len);
  other = draw (self, 0, names->len);
  return damage (self, kind, names->pdata[one], names->pdata[other]);
}
