// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-outline.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-text.h"

/* How many elements between two looks at whether to go on. */
#define ITEMS_A_LOOK 64
#define NAME_CHARS 60

void
spil_outline_note (SpilOutline *self, const char *owner, const char *name, const char *value,
                   const char *reason)
{
  g_autofree char *path = NULL;
  g_autofree char *bare = value != NULL ? g_strstrip (g_strdup (value)) : NULL;

  if (bare != NULL && bare[0] == '\0')
    return;
  path = owner != NULL ? g_strdup_printf ("%s/%s", owner, name) : g_strdup (name);
  spil_plan_file_note (self->plan, path, bare, reason);
}

/* Attributes */

static void
refuse_value (SpilOutline *self, const char *name, const char *text)
{
  spil_outline_note (self, spil_xml_name (self->xml), name, text,
                     _ ("This value cannot be read; it is left out."));
}

char *
spil_outline_dup (SpilOutline *self, const char *name)
{
  const char *text = spil_xml_attribute (self->xml, name);

  if (text == NULL || text[0] == '\0')
    return NULL;
  self->text_bytes += strlen (text);
  return g_strdup (text);
}

double
spil_outline_number (SpilOutline *self, const char *name, double least, double most, double other)
{
  const char *text = spil_xml_attribute (self->xml, name);
  char *end = NULL;
  double number;

  if (text == NULL || text[0] == '\0')
    return other;
  number = g_ascii_strtod (text, &end);
  if (end != text && end[strspn (end, " ")] == '\0' && isfinite (number) && number >= least && number <= most)
    return number;
  refuse_value (self, name, text);
  return other;
}

int
spil_outline_boolean (SpilOutline *self, const char *name)
{
  const char *text = spil_xml_attribute (self->xml, name);

  if (text == NULL || text[0] == '\0')
    return -1;
  if (strcmp (text, "true") == 0 || strcmp (text, "1") == 0)
    return 1;
  if (strcmp (text, "false") == 0 || strcmp (text, "0") == 0)
    return 0;
  refuse_value (self, name, text);
  return -1;
}

/* "20180731T170000Z", its time left out or not. */
static gboolean
parse_packed (const char *text, SpilDay *day, int *minute)
{
  int year, month, month_day, hour = 0, minutes = 0, end = 0;

  if (sscanf (text, "%4d%2d%2d%n", &year, &month, &month_day, &end) != 3 || end != 8)
    return FALSE;
  if (text[end] == 'T' && sscanf (text + end + 1, "%2d%2d", &hour, &minutes) != 2)
    return FALSE;
  if (hour < 0 || hour > 24 || minutes < 0 || minutes > 59)
    return FALSE;
  *day = spil_day_from_ymd (year, month, month_day);
  *minute = hour * 60 + minutes;
  return spil_day_is_known (*day);
}

SpilDay
spil_outline_day (SpilOutline *self, const char *name, int *minute)
{
  const char *text = spil_xml_attribute (self->xml, name);
  SpilDay day = SPIL_DAY_NONE;
  int of_day = 0;

  if (minute != NULL)
    *minute = 0;
  if (text == NULL || text[0] == '\0')
    return SPIL_DAY_NONE;
  if (!spil_day_parse (text, &day) && !parse_packed (text, &day, &of_day)) {
    refuse_value (self, name, text);
    return SPIL_DAY_NONE;
  }
  if (minute != NULL)
    *minute = of_day;
  return day;
}

/* Elements */

static gboolean
look (SpilOutline *self, GError **error)
{
  return spil_plan_file_sink_look (self->sink, spil_xml_get_progress (self->xml), error);
}

/* Before anything grows out of bounds. */
static gboolean
check_amount (SpilOutline *self, GError **error)
{
  const SpilPlanFile *plan = self->plan;

  return (self->n_items++ % ITEMS_A_LOOK != 0 || look (self, error)) &&
         spil_plan_file_check_text (self->text_bytes, error) &&
         spil_plan_file_check_items (MAX (MAX (plan->tasks->len, plan->links->len), plan->assignments->len),
                                     error);
}

static gboolean
is_known (const char *known, const char *name)
{
  g_autofree char *spaced = g_strdup_printf (" %s ", name);

  return strstr (known, spaced) != NULL;
}

static void
note_attributes (SpilOutline *self, const SpilOutlineElement *element)
{
  const char *value;
  const char *name;

  for (int i = 0; (name = spil_xml_attribute_at (self->xml, i, &value)) != NULL; i++)
    if (!is_known (element->known, name))
      spil_outline_note (self, element->name, name, value, NULL);
}

static const SpilOutlineElement *
find_element (const SpilOutlineElement *elements, const char *name)
{
  for (const SpilOutlineElement *element = elements; element->name != NULL; element++)
    if (strcmp (element->name, name) == 0)
      return element;
  return NULL;
}

static gboolean
take_element (SpilOutline *self, const char *within, const SpilOutlineElement *elements, gpointer data,
              GError **error)
{
  const SpilOutlineElement *element = find_element (elements, spil_xml_name (self->xml));

  if (!check_amount (self, error))
    return FALSE;
  if (element == NULL) {
    spil_outline_note (self, within, spil_xml_name (self->xml), NULL, NULL);
    return spil_xml_skip (self->xml, error);
  }
  if (element->known != NULL)
    note_attributes (self, element);
  return element->take != NULL ? element->take (self, data, error) : spil_xml_skip (self->xml, error);
}

gboolean
spil_outline_take (SpilOutline *self, const SpilOutlineElement *elements, gpointer data, GError **error)
{
  const int depth = spil_xml_depth (self->xml);
  g_autofree char *within = g_strdup (spil_xml_name (self->xml));

  for (;;) {
    switch (spil_xml_next (self->xml, error)) {
    case SPIL_XML_OPEN:
      if (!take_element (self, within, elements, data, error))
        return FALSE;
      break;
    case SPIL_XML_CLOSE:
      if (spil_xml_depth (self->xml) == depth)
        return TRUE;
      break;
    case SPIL_XML_TEXT:
      break;
    default:
      return FALSE;
    }
  }
}

gboolean
spil_outline_close (SpilOutline *self, GError **error)
{
  return spil_xml_skip (self->xml, error);
}

gboolean
spil_outline_take_text (SpilOutline *self, char **text, GError **error)
{
  const int depth = spil_xml_depth (self->xml);
  g_autoptr (GString) gathered = g_string_new (NULL);

  for (;;) {
    switch (spil_xml_next (self->xml, error)) {
    case SPIL_XML_TEXT:
      g_string_append (gathered, spil_xml_text (self->xml));
      break;
    case SPIL_XML_CLOSE:
      if (spil_xml_depth (self->xml) != depth)
        break;
      self->text_bytes += gathered->len;
      *text = g_strstrip (g_string_free_and_steal (g_steal_pointer (&gathered)));
      return TRUE;
    case SPIL_XML_OPEN:
      break;
    default:
      return FALSE;
    }
  }
}

/* The file */

static gboolean
refuse_kind (const char *path, const SpilOutlineForm *form, const char *first, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *element = spil_text_one_line (first, NAME_CHARS);

  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      /* Translators: %1$s is a file, %2$s a program, %3$s the name of an XML element. */
      _ ("“%1$s” is XML, but not a planning of %2$s: it begins with <%3$s>. Open it in the program that made "
         "it, save the planning as XML of MS Project, and read that in."),
      name, form->program, element);
  return FALSE;
}

static gboolean
is_form (SpilOutline *self, const SpilOutlineForm *form)
{
  return spil_xml_is (self->xml, "project") &&
         (form->mark == NULL || spil_xml_attribute (self->xml, form->mark) != NULL) &&
         (form->foreign == NULL || spil_xml_attribute (self->xml, form->foreign) == NULL);
}

static gboolean
find_project (SpilOutline *self, const char *path, const SpilOutlineForm *form, GError **error)
{
  for (;;) {
    switch (spil_xml_next (self->xml, error)) {
    case SPIL_XML_OPEN:
      return is_form (self, form) || refuse_kind (path, form, spil_xml_name (self->xml), error);
    case SPIL_XML_OVER:
      return refuse_kind (path, form, "", error);
    case SPIL_XML_FAILED:
      return FALSE;
    default:
      break;
    }
  }
}

/* To the end, since what follows may be broken. */
static gboolean
read_rest (SpilOutline *self, GError **error)
{
  SpilXmlEvent event;

  do
    event = spil_xml_next (self->xml, error);
  while (event != SPIL_XML_OVER && event != SPIL_XML_FAILED);
  return event == SPIL_XML_OVER;
}

SpilPlanFile *
spil_outline_read (const char *path, const SpilOutlineForm *form, gpointer data, const SpilPlanFileSink *sink,
                   GError **error)
{
  g_autoptr (SpilXml) xml = spil_xml_new_file (path, error);
  g_autoptr (SpilPlanFile) plan = spil_plan_file_new (form->format);
  SpilOutline self = { .xml = xml, .plan = plan, .sink = sink, .form = data };

  if (xml == NULL || !find_project (&self, path, form, error))
    return NULL;
  form->begin (&self);
  if (!spil_outline_take (&self, form->elements, NULL, error) || !read_rest (&self, error))
    return NULL;
  if (form->settle != NULL)
    form->settle (&self);
  return look (&self, error) && spil_plan_file_finish (plan, error) ? g_steal_pointer (&plan) : NULL;
}
