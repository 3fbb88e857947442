// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-add.h"

#include <glib/gi18n-lib.h>

#include "spil-duplicate-hint.h"
#include "spil-record-dialog.h"
#include "spil-stage-dialog.h"

static gpointer
load_first_stage (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_STAGE));
  g_autoptr (GPtrArray) stages = NULL;

  spil_query_sort (query, SPIL_STAGE_NUMBER, FALSE);
  spil_query_window (query, 0, 1);
  stages = spil_store_list (store, query, error);
  return stages != NULL && stages->len > 0 ? g_object_ref (stages->pdata[0]) : NULL;
}

// Partners and governments are not in the funnel.
static void
add_relation (SpilAction *action, SpilRecord *organisation, gpointer user_data)
{
  SpilRecord *stage = user_data;
  int64_t kind = spil_record_get_integer (organisation, SPIL_ORGANISATION_KIND);
  g_autoptr (SpilRecord) engagement = NULL;

  if (kind == SPIL_ORGANISATION_KIND_EMPLOYER || kind == SPIL_ORGANISATION_KIND_SELF_EMPLOYED)
    engagement = spil_stage_move (action, spil_record_get_id (organisation), NULL, spil_record_get_id (stage),
                                  spil_day_today (), NULL);
}

static void
open_organisation (GtkWidget *parent, SpilId organisation)
{
  g_autofree char *id = spil_id_dup_text (organisation);
  g_autofree char *target = g_strdup_printf ("%s %s", spil_entity (SPIL_ENTITY_ORGANISATION)->name, id);

  gtk_widget_activate_action (parent, "win.open-record", "s", target);
}

static void
on_saved_cb (GtkWidget *parent, SpilRecord *organisation)
{
  open_organisation (parent, spil_record_get_id (organisation));
}

/* It may be there already */

static void
on_typed_cb (SpilRecordDialog *dialog, SpilRecord *organisation, SpilDuplicateHint *hint)
{
  SpilWorker *worker = g_object_get_data (G_OBJECT (hint), "spil-worker");

  spil_duplicate_hint_ask (hint, worker, organisation);
}

static void
on_chosen_cb (SpilDuplicateHint *hint, const SpilId *id, GtkWidget *parent)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (hint), SPIL_TYPE_RECORD_DIALOG);
  SpilId organisation = *id;

  spil_record_dialog_give_up (SPIL_RECORD_DIALOG (dialog));
  open_organisation (parent, organisation);
}

static void
add_hint (SpilRecordDialog *dialog, SpilWorker *worker, GtkWidget *parent)
{
  GtkWidget *hint = spil_duplicate_hint_new ();

  g_object_set_data_full (G_OBJECT (hint), "spil-worker", g_object_ref (worker), g_object_unref);
  g_signal_connect_object (dialog, "typed", G_CALLBACK (on_typed_cb), hint, 0);
  g_signal_connect_object (hint, "chosen", G_CALLBACK (on_chosen_cb), parent, 0);
  spil_record_dialog_add_bottom (dialog, hint);
}

static void
on_stage_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilRecord) stage = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  g_autoptr (SpilRecord) preset = NULL;
  SpilRecordDialog *dialog;

  if (error != NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      g_signal_emit_by_name (source, "failed", error);
    return;
  }
  preset = spil_record_new (spil_entity (SPIL_ENTITY_ORGANISATION), spil_id_new ());
  spil_record_set_integer (preset, SPIL_ORGANISATION_KIND, SPIL_ORGANISATION_KIND_EMPLOYER);
  dialog = spil_record_dialog_new_add (SPIL_WORKER (source), spil_entity (SPIL_ENTITY_ORGANISATION), preset);
  spil_record_dialog_set_heading (dialog, _ ("Add an employer"));
  spil_record_dialog_set_action_label (dialog, _ ("Employer added"));
  if (stage != NULL)
    spil_record_dialog_set_extend_func (dialog, add_relation, g_steal_pointer (&stage), g_object_unref);
  add_hint (dialog, SPIL_WORKER (source), parent);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved_cb), parent, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
spil_employer_add_present (SpilWorker *worker, GtkWidget *parent)
{
  g_return_if_fail (SPIL_IS_WORKER (worker));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  spil_worker_run (worker, load_first_stage, NULL, NULL, g_object_unref, NULL, on_stage_loaded_cb,
                   g_object_ref (parent));
}
