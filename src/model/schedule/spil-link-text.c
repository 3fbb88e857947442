// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-link-text.h"

#include "spil-entity.h"

#define MAX_LAG 9999

static const struct
{
  const char *letters;
  const char *english;
  int type;
} types[] = {
  { "EB", "FS", SPIL_LINK_TYPE_FINISH_START },
  { "BB", "SS", SPIL_LINK_TYPE_START_START },
  { "EE", "FF", SPIL_LINK_TYPE_FINISH_FINISH },
  { "BE", "SF", SPIL_LINK_TYPE_START_FINISH },
};

const char *
spil_link_letters (int type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].type == type)
      return types[i].letters;
  return types[0].letters;
}

static gboolean
read_type (const char **text, int *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strncasecmp (*text, types[i].letters, 2) == 0 ||
        g_ascii_strncasecmp (*text, types[i].english, 2) == 0) {
      *type = types[i].type;
      *text += 2;
      return TRUE;
    }
  return FALSE;
}

gboolean
spil_link_parse_kind (const char *text, int *type, int *lag, int *lag_unit)
{
  gboolean negative;
  int number = 0;

  *type = SPIL_LINK_TYPE_FINISH_START;
  *lag = 0;
  *lag_unit = SPIL_LAG_UNIT_WORKING;
  read_type (&text, type);
  if (*text == '\0')
    return TRUE;
  negative = *text == '-' || g_str_has_prefix (text, "−");
  if (*text != '+' && !negative)
    return FALSE;
  text = g_utf8_next_char (text);
  if (!g_ascii_isdigit (*text))
    return FALSE;
  for (; g_ascii_isdigit (*text); text++)
    number = MIN (number * 10 + (*text - '0'), MAX_LAG + 1);
  if (*text == 'k' || *text == 'K') {
    *lag_unit = SPIL_LAG_UNIT_CALENDAR;
    text++;
  } else if (*text == 'd' || *text == 'D') {
    text++;
  }
  *lag = negative ? -number : number;
  return *text == '\0' && number <= MAX_LAG;
}

char *
spil_link_format (const char *ref, int type, int lag, int lag_unit)
{
  GString *text = g_string_new (ref);

  if (type != SPIL_LINK_TYPE_FINISH_START || lag != 0)
    g_string_append (text, spil_link_letters (type));
  if (lag != 0)
    g_string_append_printf (text, "%+d%s", lag, lag_unit == SPIL_LAG_UNIT_CALENDAR ? "k" : "");
  return g_string_free_and_steal (text);
}
