// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fact-row.h"

#include <glib/gi18n-lib.h>

GtkWidget *
spil_fact_row_new (const char *label, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  spil_fact_row_set_value (row, value);
  return row;
}

GtkWidget *
spil_fact_row_new_for_field (SpilRecord *record, int field)
{
  g_autofree char *value = spil_record_format (record, field);

  return spil_fact_row_new (spil_field_label (spil_entity_field (spil_record_get_entity (record), field)),
                            value);
}

void
spil_fact_row_set_value (GtkWidget *row, const char *value)
{
  gboolean known = value != NULL && value[0] != '\0';

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), known ? value : _ ("not stated"));
}
