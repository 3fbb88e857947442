// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-measurement-row.h"

#include <glib/gi18n-lib.h>

#include "spil-effect-words.h"
#include "spil-page.h"
#include "spil-record-dialog.h"
#include "spil-row-group.h"

const int *
spil_measurement_fields (void)
{
  static const int fields[] = {
    SPIL_MEASUREMENT_DATE, SPIL_MEASUREMENT_VALUE,  SPIL_MEASUREMENT_KIND,
    SPIL_MEASUREMENT_N,    SPIL_MEASUREMENT_METHOD, 0,
  };

  return fields;
}

static gboolean
is_corrected (SpilRecord *measurement, GPtrArray *all)
{
  SpilId id = spil_record_get_id (measurement);

  for (guint i = 0; i < all->len; i++)
    if (spil_id_equal (spil_record_get_reference (g_ptr_array_index (all, i), SPIL_MEASUREMENT_REVERSES), id))
      return TRUE;
  return FALSE;
}

// Measurements are never changed: a new one takes the place of the old one.
static void
on_correct_clicked_cb (GtkWidget *button, SpilRecord *measurement)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, SPIL_TYPE_PAGE);
  g_autoptr (SpilRecord) preset = spil_record_copy (measurement);
  SpilRecordDialog *dialog;

  spil_record_set_reference (preset, SPIL_MEASUREMENT_REVERSES, spil_record_get_id (measurement));
  dialog = spil_record_dialog_new_add (spil_page_get_worker (SPIL_PAGE (page)),
                                       spil_record_get_entity (measurement), preset);
  spil_record_dialog_set_fields (dialog, spil_measurement_fields ());
  spil_record_dialog_set_action_label (dialog, _ ("Measurement corrected"));
  adw_dialog_present (ADW_DIALOG (dialog), page);
}

static GtkWidget *
make_correct_button (SpilRecord *measurement, const char *date)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Correct the measurement of %s"), date);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_correct_clicked_cb), g_object_ref (measurement),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return button;
}

GtkWidget *
spil_measurement_row_new (SpilRecord *measurement, GPtrArray *all)
{
  gboolean corrected = is_corrected (measurement, all);
  g_autofree char *date = spil_record_format (measurement, SPIL_MEASUREMENT_DATE);
  g_autofree char *value = spil_record_format (measurement, SPIL_MEASUREMENT_VALUE);
  g_autofree char *kind = spil_record_format (measurement, SPIL_MEASUREMENT_KIND);
  g_autofree char *n = spil_record_format (measurement, SPIL_MEASUREMENT_N);
  g_autofree char *respondents = n[0] != '\0' ? g_strdup_printf (_ ("%s respondents"), n) : g_strdup ("");
  g_autofree char *method = spil_record_format (measurement, SPIL_MEASUREMENT_METHOD);
  g_autofree char *subtitle = spil_join_facts (
      corrected ? _ ("Corrected") : "",
      spil_record_is_null (measurement, SPIL_MEASUREMENT_REVERSES) ? "" : _ ("Correction"), kind, respondents,
      method, NULL);
  GtkWidget *row = spil_text_row_new (date, subtitle, value);

  if (corrected)
    gtk_widget_add_css_class (row, "dimmed");
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_correct_button (measurement, date));
  return row;
}
