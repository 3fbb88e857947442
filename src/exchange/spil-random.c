// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-random.h"

#define FIRST_ID_MS G_GINT64_CONSTANT (1533024000000) /* 31 July 2018, 8:00 UTC */

SpilRandom
spil_random (uint64_t seed)
{
  return (SpilRandom) { .state = seed };
}

uint64_t
spil_random_next (SpilRandom *self)
{
  uint64_t z = (self->state += UINT64_C (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * UINT64_C (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

int
spil_random_below (SpilRandom *self, int n)
{
  g_return_val_if_fail (n > 0, 0);

  return (int) ((spil_random_next (self) >> 33) % (uint64_t) n);
}

int
spil_random_between (SpilRandom *self, int first, int last)
{
  return first + spil_random_below (self, last - first + 1);
}

gboolean
spil_random_chance (SpilRandom *self, int percent)
{
  return spil_random_below (self, 100) < percent;
}

int
spil_random_weighted (SpilRandom *self, const int *weights, int n_weights)
{
  int sum = 0;
  int at;

  for (int i = 0; i < n_weights; i++)
    sum += weights[i];
  at = spil_random_below (self, sum);
  for (int i = 0; i < n_weights; i++) {
    at -= weights[i];
    if (at < 0)
      return i;
  }
  return n_weights - 1;
}

SpilId
spil_random_id (SpilRandom *self, int64_t time_ms)
{
  const uint64_t words[2] = { spil_random_next (self), spil_random_next (self) };
  uint8_t random[10];

  // Shifted out byte by byte: the same on little and big endian machines.
  for (gsize i = 0; i < sizeof random; i++)
    random[i] = (uint8_t) (words[i / 8] >> (8 * (i % 8)));
  return spil_id_new_seeded (time_ms, random);
}

SpilIdSeries
spil_id_series (uint64_t seed)
{
  return (SpilIdSeries) { .random = spil_random (seed), .time = FIRST_ID_MS };
}

SpilId
spil_id_series_next (gpointer series)
{
  SpilIdSeries *self = series;

  return spil_random_id (&self->random, self->time++);
}
