// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-record-dialog-private.h"

/* A series: one row after another in the same form. */

static void
show_series (SpilRecordDialog *self)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%d added", "%d added", (gulong) self->n_added),
                                            self->n_added);
  g_autofree char *title = g_strdup_printf ("%s · %s", adw_dialog_get_title (ADW_DIALOG (self)), count);

  adw_navigation_page_set_title (self->form_page, title);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), count, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
spil_record_dialog_begin_next (SpilRecordDialog *self)
{
  g_autoptr (SpilRecord) saved = self->record;

  self->record = spil_record_new (self->entity, spil_id_new ());
  for (int i = 1; i < self->entity->n_fields; i++)
    if (self->entity->fields[i].number != 0)
      spil_record_set (self->record, i, spil_record_get (self->beginning, i));
  for (int i = 0; self->kept[i] != 0; i++)
    spil_record_set (self->record, self->kept[i], spil_record_get (saved, self->kept[i]));
  for (guint i = 0; i < self->editors->len; i++) {
    SpilFieldEditor *editor = g_ptr_array_index (self->editors, i);

    spil_field_editor_set_value (
        editor, spil_record_get (self->record, spil_field_editor_get_field (editor)->number));
    spil_field_editor_set_error (editor, NULL);
  }
  self->n_added++;
  spil_record_dialog_set_dirty (self, FALSE);
  show_series (self);
  spil_record_dialog_focus_editor (g_ptr_array_index (self->editors, 0));
}

void
spil_record_dialog_set_series (SpilRecordDialog *self, const int *kept)
{
  g_return_if_fail (SPIL_IS_RECORD_DIALOG (self));
  g_return_if_fail (self->before == NULL);

  g_clear_object (&self->beginning);
  self->beginning = spil_record_copy (self->record);
  self->kept = kept;
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), TRUE);
}
