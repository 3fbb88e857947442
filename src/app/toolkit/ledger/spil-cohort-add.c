// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cohort-add.h"

#include <glib/gi18n-lib.h>

#include "spil-cohort-page.h"
#include "spil-period-rule.h"
#include "spil-record-dialog.h"
#include "spil-toolkit-query.h"

// What is added, and what is proposed for it.
typedef struct
{
  GtkWidget *parent;
  SpilId offer;
  SpilDay start;
  int places; /**< 0: not stated */
} Adding;

static void
adding_free (Adding *self)
{
  g_clear_object (&self->parent);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

// The instrument of the offer, or of the latest period where it is not known yet.
static SpilId
find_instrument (SpilStore *store, SpilId offer, GPtrArray *periods)
{
  g_autoptr (SpilRecord) record = NULL;

  if (!spil_id_is_nil (offer))
    record = spil_store_get (store, spil_entity (SPIL_ENTITY_OFFER), offer, NULL);
  if (record != NULL)
    return spil_record_get_reference (record, SPIL_OFFER_INSTRUMENT);
  return periods->len > 0 ? ((const SpilCohortRow *) periods->pdata[0])->instrument : SPIL_ID_NIL;
}

static gpointer
load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Adding *self = data;
  g_autoptr (GPtrArray) all = spil_toolkit_query_cohorts (store, SPIL_ID_NIL, error);
  g_autoptr (SpilRecord) record = NULL;
  SpilId instrument;
  SpilDay last = SPIL_DAY_NONE;
  int every = 0;

  if (all == NULL)
    return NULL;
  instrument = find_instrument (store, self->offer, all);
  for (guint i = 0; i < all->len; i++) {
    const SpilCohortRow *row = g_ptr_array_index (all, i);

    if (spil_id_equal (row->instrument, instrument) && spil_day_is_known (row->start) &&
        (!spil_day_is_known (last) || spil_day_compare (row->start, last) > 0))
      last = row->start;
  }
  if (!spil_id_is_nil (instrument))
    record = spil_store_get (store, spil_entity (SPIL_ENTITY_INSTRUMENT), instrument, NULL);
  if (record != NULL) {
    every = (int) spil_record_get_integer (record, SPIL_INSTRUMENT_PERIOD_EVERY_WEEKS);
    self->places = (int) spil_record_get_integer (record, SPIL_INSTRUMENT_PARTICIPANTS);
  }
  self->start = spil_period_next_start (every, last, spil_day_today ());
  return self;
}

// Its participants are registered on its page.
static void
on_saved_cb (GtkWidget *parent, SpilRecord *cohort)
{
  GtkWidget *page = gtk_widget_get_ancestor (parent, SPIL_TYPE_PAGE);

  if (page != NULL)
    spil_page_push (SPIL_PAGE (page), spil_cohort_page_new (spil_page_get_worker (SPIL_PAGE (page)),
                                                            spil_record_get_id (cohort)));
}

static void
present (SpilWorker *worker, Adding *self)
{
  static const int of_offer[] = { SPIL_COHORT_START, SPIL_COHORT_PLACES, SPIL_COHORT_NAME, 0 };
  static const int any[] = { SPIL_COHORT_OFFER, SPIL_COHORT_START, SPIL_COHORT_PLACES, SPIL_COHORT_NAME, 0 };
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_COHORT);
  g_autoptr (SpilRecord) preset = spil_record_new (entity, spil_id_new ());
  SpilRecordDialog *dialog;

  spil_record_set_reference (preset, SPIL_COHORT_OFFER, self->offer);
  spil_record_set_day (preset, SPIL_COHORT_START, self->start);
  if (self->places > 0)
    spil_record_set_integer (preset, SPIL_COHORT_PLACES, self->places);
  dialog = spil_record_dialog_new_add (worker, entity, preset);
  spil_record_dialog_set_fields (dialog, spil_id_is_nil (self->offer) ? any : of_offer);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved_cb), self->parent, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), self->parent);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Adding) self = user_data;
  g_autoptr (GError) error = NULL;

  if (spil_worker_run_finish (SPIL_WORKER (source), result, &error) != NULL) {
    if (gtk_widget_get_root (self->parent) != NULL)
      present (SPIL_WORKER (source), self);
  } else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
}

void
spil_cohort_add_present (SpilWorker *worker, GtkWidget *parent, SpilId offer)
{
  Adding *self;

  g_return_if_fail (SPIL_IS_WORKER (worker));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self = g_new0 (Adding, 1);
  self->parent = g_object_ref (parent);
  self->offer = offer;
  spil_worker_run (worker, load, self, NULL, NULL, NULL, on_loaded_cb, self);
}
