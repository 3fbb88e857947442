// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-letters.h"

#include <glib/gi18n-lib.h>

#include "spil-letter-dialog.h"
#include "spil-page.h"

static void
on_make_cb (GtkWidget *row, gpointer user_data)
{
  const SpilId *application = user_data;
  GtkWidget *page = gtk_widget_get_ancestor (row, SPIL_TYPE_PAGE);

  if (page != NULL)
    spil_letter_dialog_present (page, spil_page_get_worker (SPIL_PAGE (page)), *application, 0);
}

static void
free_id (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
spil_fund_letters_fill (SpilRowGroup *letters, const SpilApplicationData *data)
{
  GtkWidget *make = adw_button_row_new ();

  spil_row_group_begin (letters);
  for (guint i = 0; i < data->history->len; i++) {
    const SpilFundEvent *event = data->history->pdata[i];
    g_autofree char *day = spil_day_format (event->date);

    if (event->what == SPIL_FUND_EVENT_LETTER)
      spil_row_group_append (letters, spil_text_row_new (event->text, day, NULL));
  }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (make), _ ("Make a letter…"));
  g_signal_connect_data (make, "activated", G_CALLBACK (on_make_cb),
                         g_memdup2 (&data->row->id, sizeof data->row->id), free_id, G_CONNECT_DEFAULT);
  spil_row_group_append (letters, make);
  spil_row_group_end (letters, NULL);
}
