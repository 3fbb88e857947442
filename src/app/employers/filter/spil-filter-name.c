// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-filter-name.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-text.h"

#define MAX_NAME_CHARS 40

typedef struct
{
  SpilFilterNameFunc func;
  GObject *object;
  AdwEntryRow *entry;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *self = data;

  g_object_unref (self->object);
  g_free (self);
}

static char *
dup_name (AdwEntryRow *entry)
{
  return spil_text_one_line (gtk_editable_get_text (GTK_EDITABLE (entry)), MAX_NAME_CHARS);
}

static void
on_changed_cb (AdwAlertDialog *dialog, AdwEntryRow *entry)
{
  g_autofree char *name = dup_name (entry);

  adw_alert_dialog_set_response_enabled (dialog, "save", name[0] != '\0');
}

static void
on_response_cb (AdwAlertDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *name = dup_name (asking->entry);

  if (g_str_equal (response, "save") && name[0] != '\0')
    asking->func (name, asking->object);
}

void
spil_filter_name_ask (GtkWidget *parent, const char *heading, const char *proposed, SpilFilterNameFunc func,
                      gpointer object)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = adw_entry_row_new ();
  Asking *asking = g_new0 (Asking, 1);

  asking->func = func;
  asking->object = g_object_ref (object);
  asking->entry = ADW_ENTRY_ROW (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Name of the filter"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), proposed);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), group);
  spil_accessible_name_containers (group, heading);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("Cancel"), "save", _ ("Save"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), asking, asking_free, 0);
  on_changed_cb (ADW_ALERT_DIALOG (dialog), ADW_ENTRY_ROW (entry));
  adw_dialog_set_focus (dialog, entry);
  adw_dialog_present (dialog, parent);
}
