// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-duplicates-page.h"
#include "spil-employer-chooser.h"

/* What is asked, for the page. */
typedef struct
{
  SpilPage *page; /**< weak */
  AdwDialog *dialog; /**< borrowed: it holds this */
  SpilId id;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_clear_weak_pointer (&question->page);
  g_free (question);
}

static void
on_chosen_cb (SpilEmployerChooser *chooser, const SpilEmployerRow *row, gpointer user_data)
{
  Question *question = user_data;
  SpilPage *page = question->page;
  SpilId one = question->id;
  SpilId other = row->id;

  // A row cannot be merged with itself.
  if (page == NULL || spil_id_equal (one, other))
    return;
  adw_dialog_close (question->dialog);
  spil_page_push (page, spil_duplicates_page_new_for (spil_page_get_worker (page), one, other));
}

void
spil_merge_dialog_present (SpilPage *page, SpilId id)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_navigation_view_new ();
  AdwNavigationPage *chooser = spil_employer_chooser_new (spil_page_get_worker (page),
                                                          _ ("Merge with which employer?"));
  Question *question = g_new0 (Question, 1);

  g_return_if_fail (SPIL_IS_PAGE (page));

  g_set_weak_pointer (&question->page, page);
  question->dialog = dialog;
  question->id = id;
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (on_chosen_cb), question, question_free, 0);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), chooser);
  adw_dialog_set_title (dialog, _ ("Merge with which employer?"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_focus (dialog, spil_employer_chooser_get_search (SPIL_EMPLOYER_CHOOSER (chooser)));
  adw_dialog_present (dialog, GTK_WIDGET (page));
}
