// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-content-line.h"

#include "spil-time.h"

#include <string.h>

#define MAX_BYTES 75

void
spil_content_line_append (GString *out, const char *name, const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);
  const char *from = line;
  gsize room = MAX_BYTES;

  while (strlen (from) > room) {
    const char *to = from + room;

    while (to > from && ((guchar) *to & 0xc0) == 0x80)
      to--;
    g_string_append_len (out, from, to - from);
    g_string_append (out, "\r\n ");
    from = to;
    room = MAX_BYTES - 1; /* the space counts */
  }
  g_string_append (out, from);
  g_string_append (out, "\r\n");
}

void
spil_content_line_escape (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (out, "\\n");
    else if (strchr ("\\;,", *text) != NULL)
      g_string_append_printf (out, "\\%c", *text);
    else if ((guchar) *text >= ' ' || *text == '\t')
      g_string_append_c (out, *text);
}

void
spil_content_line_append_text (GString *out, const char *name, const char *text)
{
  g_autoptr (GString) value = NULL;

  if (text == NULL || *text == '\0')
    return;
  value = g_string_new (NULL);
  spil_content_line_escape (value, text);
  spil_content_line_append (out, name, value->str);
}

void
spil_content_line_append_day (GString *out, const char *name, SpilDay day)
{
  int year, month, month_day;
  g_autofree char *value = NULL;

  spil_day_to_ymd (day, &year, &month, &month_day);
  value = g_strdup_printf ("%04d%02d%02d", year, month, month_day);
  spil_content_line_append (out, name, value);
}

void
spil_content_line_append_stamp (GString *out)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (spil_time_now ().ms / 1000);
  g_autofree char *value = g_date_time_format (now, "%Y%m%dT%H%M%SZ");

  spil_content_line_append (out, "DTSTAMP", value);
}
