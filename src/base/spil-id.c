// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-id.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define MAX_TIME_MS ((G_GINT64_CONSTANT (1) << 48) - 1)
#define LOW_BITS 62
#define LOW_LIMIT (G_GUINT64_CONSTANT (1) << LOW_BITS)
#define HIGH_LIMIT (1U << 12)

/* The parts of an id of version 7: 48 bits of time, and 74 random bits in two pieces. */
typedef struct
{
  int64_t time_ms;
  uint32_t high;
  uint64_t low;
} Parts;

const SpilId SPIL_ID_NIL = { { 0 } };

/*
 * Ids of one process keep their order, whatever its threads and its clock do. That takes one memory of the
 * last id for the whole process: the only mutable static of this folder.
 */
static GMutex last_lock;
static Parts last;

static void
fill_random (void *buffer, gsize length)
{
  uint8_t *bytes = buffer;

  while (length > 0) {
    ssize_t got = getrandom (bytes, length, 0);

    if (got < 0 && errno != EINTR)
      g_error ("The system gives no random bytes: %s", g_strerror (errno));
    if (got > 0) {
      bytes += got;
      length -= (gsize) got;
    }
  }
}

static SpilId
id_of_parts (const Parts *parts)
{
  SpilId id;

  for (int i = 0; i < 6; i++)
    id.bytes[i] = (uint8_t) (parts->time_ms >> (8 * (5 - i)));
  id.bytes[6] = (uint8_t) (0x70 | (parts->high >> 8));
  id.bytes[7] = (uint8_t) parts->high;
  for (int i = 0; i < 8; i++)
    id.bytes[8 + i] = (uint8_t) (parts->low >> (8 * (7 - i)));
  id.bytes[8] = (uint8_t) (0x80 | (id.bytes[8] & 0x3f));
  return id;
}

static void
parts_start (Parts *parts, int64_t time_ms, const uint8_t random[10])
{
  parts->time_ms = CLAMP (time_ms, 0, MAX_TIME_MS);
  parts->high = ((uint32_t) random[0] << 8 | random[1]) & (HIGH_LIMIT - 1);
  parts->low = 0;
  for (int i = 2; i < 10; i++)
    parts->low = parts->low << 8 | random[i];
  parts->low &= LOW_LIMIT - 1;
}

/* Moves on to a later id at the same time; a random distance, so that the next id cannot be guessed. */
static void
parts_advance (Parts *parts, const uint8_t random[10])
{
  uint32_t distance;

  memcpy (&distance, random, sizeof distance);
  parts->low += (uint64_t) distance + 1;
  if (parts->low < LOW_LIMIT)
    return;
  parts->low -= LOW_LIMIT;
  parts->high++;
  if (parts->high == HIGH_LIMIT)
    parts_start (parts, parts->time_ms + 1, random);
}

static int
position_of_byte (int index)
{
  return index * 2 + (index >= 4) + (index >= 6) + (index >= 8) + (index >= 10);
}

SpilId
spil_id_new (void)
{
  int64_t now_ms = g_get_real_time () / 1000;
  uint8_t random[10];
  SpilId id;

  fill_random (random, sizeof random);
  g_mutex_lock (&last_lock);
  if (now_ms > last.time_ms)
    parts_start (&last, now_ms, random);
  else
    parts_advance (&last, random);
  id = id_of_parts (&last);
  g_mutex_unlock (&last_lock);
  return id;
}

SpilId
spil_id_new_seeded (int64_t time_ms, const uint8_t random[10])
{
  Parts parts;

  g_return_val_if_fail (random != NULL, SPIL_ID_NIL);

  parts_start (&parts, time_ms, random);
  return id_of_parts (&parts);
}

gboolean
spil_id_parse (const char *text, SpilId *id)
{
  SpilId found;

  g_return_val_if_fail (text != NULL && id != NULL, FALSE);

  if (strnlen (text, SPIL_ID_TEXT_LENGTH + 1) != SPIL_ID_TEXT_LENGTH)
    return FALSE;
  if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
    return FALSE;
  for (int i = 0; i < 16; i++) {
    int high = g_ascii_xdigit_value (text[position_of_byte (i)]);
    int low = g_ascii_xdigit_value (text[position_of_byte (i) + 1]);

    if (high < 0 || low < 0)
      return FALSE;
    found.bytes[i] = (uint8_t) (high << 4 | low);
  }
  *id = found;
  return TRUE;
}

void
spil_id_to_text (SpilId id, char text[SPIL_ID_TEXT_LENGTH + 1])
{
  static const char digits[] = "0123456789abcdef";

  g_return_if_fail (text != NULL);

  memset (text, '-', SPIL_ID_TEXT_LENGTH);
  for (int i = 0; i < 16; i++) {
    text[position_of_byte (i)] = digits[id.bytes[i] >> 4];
    text[position_of_byte (i) + 1] = digits[id.bytes[i] & 0xf];
  }
  text[SPIL_ID_TEXT_LENGTH] = '\0';
}

char *
spil_id_dup_text (SpilId id)
{
  char *text = g_malloc (SPIL_ID_TEXT_LENGTH + 1);

  spil_id_to_text (id, text);
  return text;
}

gboolean
spil_id_is_nil (SpilId id)
{
  return spil_id_equal (id, SPIL_ID_NIL);
}

gboolean
spil_id_equal (SpilId a, SpilId b)
{
  return memcmp (a.bytes, b.bytes, sizeof a.bytes) == 0;
}

int
spil_id_compare (SpilId a, SpilId b)
{
  int order = memcmp (a.bytes, b.bytes, sizeof a.bytes);

  return (order > 0) - (order < 0);
}

guint
spil_id_hash_key (gconstpointer id)
{
  const SpilId *key = id;
  guint32 hash = 2166136261U;

  // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  for (gsize i = 0; i < sizeof key->bytes; i++)
    hash = (hash ^ key->bytes[i]) * 16777619U;
  return hash;
}

gboolean
spil_id_equal_key (gconstpointer a, gconstpointer b)
{
  return spil_id_equal (*(const SpilId *) a, *(const SpilId *) b);
}
