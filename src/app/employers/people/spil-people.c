// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-people.h"

#include <glib/gi18n-lib.h>

#include "spil-employer-texts.h"
#include "spil-reach.h"
#include "spil-record-words.h"

// In the order in which a business card is copied; what is the same for the next one stays.
static const int fields[] = {
  SPIL_PERSON_NAME,  SPIL_PERSON_FUNCTION, SPIL_PERSON_PHONE,          SPIL_PERSON_EMAIL, SPIL_PERSON_LEVEL,
  SPIL_PERSON_ROLES, SPIL_PERSON_SITE,     SPIL_PERSON_RETENTION_DATE, SPIL_PERSON_NOTES, 0
};
static const int kept[] = { SPIL_PERSON_LEVEL, SPIL_PERSON_SITE, SPIL_PERSON_RETENTION_DATE, 0 };

static GtkWidget *
make_row (SpilRecord *person, const SpilEmployerData *data)
{
  g_autofree char *title = spil_record_dup_one_line (person);
  g_autofree char *subtitle = spil_employer_person_subtitle (person, data);
  GtkWidget *row = spil_text_row_new (title, subtitle, NULL);

  if (spil_employer_person_is_due (person)) {
    GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

    gtk_widget_add_css_class (icon, "warning");
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  }
  spil_reach_add_to (ADW_ACTION_ROW (row), title, spil_record_get_text (person, SPIL_PERSON_PHONE),
                     spil_record_get_text (person, SPIL_PERSON_EMAIL));
  spil_text_row_edit (row, person, NULL);
  return row;
}

void
spil_people_show (SpilRowGroup *group, const SpilEmployerData *data)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_PERSON), spil_id_new ());

  spil_record_set_reference (preset, SPIL_PERSON_ORGANISATION, data->id);
  if (data->sites->len == 1)
    spil_record_set_reference (preset, SPIL_PERSON_SITE, spil_record_get_id (data->sites->pdata[0]));
  spil_row_group_set_add (group, preset, fields);
  spil_row_group_set_add_label (group, _ ("Add contact persons"));
  spil_row_group_set_series (group, kept);
  spil_row_group_begin (group);
  for (guint i = 0; i < data->persons->len; i++)
    spil_row_group_append (group, make_row (data->persons->pdata[i], data));
  spil_row_group_end (group, _ ("No contact persons yet"));
}
