// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-member-names.h"

#include <string.h>

#include "spil-membership.h"
#include "spil-text.h"

#define MAX_CHARACTERS 80

// One line, cut between two characters.
static void
add_name (GByteArray *bytes, const char *name)
{
  g_autofree char *line = spil_text_one_line (name != NULL ? name : "", MAX_CHARACTERS);
  gsize length = MIN (strlen (line), SPIL_MEMBER_MAX_NAME);

  while (length > 0 && ((uint8_t) line[length] & 0xc0) == 0x80)
    length--;
  line[length] = '\0';
  spil_bytes_add_text (bytes, line);
}

void
spil_member_names_add (GByteArray *bytes, const char *person, const char *device_name)
{
  g_autoptr (GByteArray) names = g_byte_array_new ();
  guint rest;

  add_name (names, person);
  add_name (names, device_name);
  rest = names->len % SPIL_MEMBER_NAMES_STEP;
  if (rest > 0) {
    static const uint8_t zeros[SPIL_MEMBER_NAMES_STEP] = { 0 };

    g_byte_array_append (names, zeros, SPIL_MEMBER_NAMES_STEP - rest);
  }
  g_byte_array_append (bytes, names->data, names->len);
}

static gboolean
read_name (SpilBytes *bytes, char **name)
{
  g_autofree char *read = NULL;

  if (!spil_bytes_read_text (bytes, &read) || strlen (read) > SPIL_MEMBER_MAX_NAME)
    return FALSE;
  *name = spil_text_one_line (read, MAX_CHARACTERS);
  return TRUE;
}

static gboolean
read_zeros (SpilBytes *bytes, const uint8_t *start)
{
  while ((bytes->at - start) % SPIL_MEMBER_NAMES_STEP != 0)
    if (bytes->at == bytes->end || *bytes->at++ != 0)
      return FALSE;
  return TRUE;
}

gboolean
spil_member_names_read (SpilBytes *bytes, char **person, char **device_name)
{
  const uint8_t *start = bytes->at;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!read_name (bytes, &first) || !read_name (bytes, &second) || !read_zeros (bytes, start))
    return FALSE;
  *person = g_steal_pointer (&first);
  *device_name = g_steal_pointer (&second);
  return TRUE;
}
