// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-content-line.h"
#include "spil-export-private.h"

/* Family;given;;; : after the last space is the family name, unless a word in lower case ("van der") stands before it. */
static void
append_name (GString *text, const char *name)
{
  g_autoptr (GString) value = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  const guint n = g_strv_length (words);
  guint family = n > 0 ? n - 1 : 0;

  while (family > 1 && g_unichar_islower (g_utf8_get_char (words[family - 1])))
    family--;
  for (guint i = family; i < n; i++) {
    g_string_append (value, i > family ? " " : "");
    spil_content_line_escape (value, words[i]);
  }
  g_string_append_c (value, ';');
  for (guint i = 0; i < family; i++) {
    g_string_append (value, i > 0 ? " " : "");
    spil_content_line_escape (value, words[i]);
  }
  g_string_append (value, ";;;");
  spil_content_line_append (text, "N", value->str);
}

static void
append_part (GString *value, const char *part)
{
  if (part != NULL)
    spil_content_line_escape (value, part);
}

static void
append_address (GString *text, SpilRecord *organisation)
{
  g_autoptr (GString) value = g_string_new (";;");
  const char *house = spil_record_get_text (organisation, SPIL_ORGANISATION_HOUSE_NUMBER);

  if (spil_record_is_null (organisation, SPIL_ORGANISATION_STREET) &&
      spil_record_is_null (organisation, SPIL_ORGANISATION_TOWN))
    return;
  append_part (value, spil_record_get_text (organisation, SPIL_ORGANISATION_STREET));
  if (house != NULL)
    g_string_append_c (value, ' ');
  append_part (value, house);
  g_string_append_c (value, ';');
  append_part (value, spil_record_get_text (organisation, SPIL_ORGANISATION_TOWN));
  g_string_append (value, ";;");
  append_part (value, spil_record_get_text (organisation, SPIL_ORGANISATION_POSTCODE));
  g_string_append_c (value, ';');
  spil_content_line_append (text, "ADR;TYPE=WORK", value->str);
}

static gboolean
append_card (SpilExporting *self, SpilRecord *person, GString *text, GError **error)
{
  g_autofree char *id = spil_id_dup_text (spil_record_get_id (person));
  g_autofree char *uid = g_strconcat ("urn:uuid:", id, NULL);
  g_autofree char *roles = spil_record_format (person, SPIL_PERSON_ROLES);
  const char *name = spil_record_get_title (person);
  g_autoptr (SpilRecord)
      organisation = spil_store_get (self->store, spil_entity (SPIL_ENTITY_ORGANISATION),
                                     spil_record_get_reference (person, SPIL_PERSON_ORGANISATION), NULL);

  spil_content_line_append (text, "BEGIN", "VCARD");
  spil_content_line_append (text, "VERSION", "3.0");
  spil_content_line_append (text, "UID", uid);
  spil_content_line_append_text (text, "FN", name);
  append_name (text, name);
  if (organisation != NULL)
    spil_content_line_append_text (text, "ORG", spil_record_get_title (organisation));
  spil_content_line_append_text (text, "TITLE", spil_record_get_text (person, SPIL_PERSON_FUNCTION));
  spil_content_line_append_text (text, "ROLE", roles);
  spil_content_line_append_text (text, "EMAIL;TYPE=INTERNET,WORK",
                                 spil_record_get_text (person, SPIL_PERSON_EMAIL));
  spil_content_line_append_text (text, "TEL;TYPE=WORK,VOICE",
                                 spil_record_get_text (person, SPIL_PERSON_PHONE));
  if (organisation != NULL) {
    append_address (text, organisation);
    spil_content_line_append_text (text, "URL",
                                   spil_record_get_text (organisation, SPIL_ORGANISATION_WEBSITE));
  }
  spil_content_line_append (text, "END", "VCARD");
  return TRUE;
}

gboolean
spil_export_vcards (SpilExporting *self, SpilQuery *query, GError **error)
{
  return spil_exporting_write_text (self, query, "", append_card, "", error);
}
