// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-form.h"

#include <glib/gi18n-lib.h>

#include "spil-fund-query.h"
#include "spil-record-dialog.h"

// What an application says; the dates of receipt and completeness belong to its steps, and can be mended afterwards.
static const int fields[] = { SPIL_APPLICATION_ORGANISATION,
                              SPIL_APPLICATION_MEASURES,
                              SPIL_APPLICATION_COST,
                              SPIL_APPLICATION_OWN,
                              SPIL_APPLICATION_OTHER,
                              SPIL_APPLICATION_ASKED,
                              SPIL_APPLICATION_VAT,
                              SPIL_APPLICATION_EXPECTED_AVOIDANCES,
                              SPIL_APPLICATION_EXPECTED_CO2,
                              SPIL_APPLICATION_CONTACT,
                              SPIL_APPLICATION_NUMBER,
                              SPIL_APPLICATION_ENDS,
                              SPIL_APPLICATION_NOTES,
                              SPIL_APPLICATION_SCHEME,
                              0 };
static const int edit_fields[] = { SPIL_APPLICATION_ORGANISATION, SPIL_APPLICATION_MEASURES,
                                   SPIL_APPLICATION_COST,         SPIL_APPLICATION_OWN,
                                   SPIL_APPLICATION_OTHER,        SPIL_APPLICATION_ASKED,
                                   SPIL_APPLICATION_VAT,          SPIL_APPLICATION_EXPECTED_AVOIDANCES,
                                   SPIL_APPLICATION_EXPECTED_CO2, SPIL_APPLICATION_REALISED_AVOIDANCES,
                                   SPIL_APPLICATION_REALISED_CO2, SPIL_APPLICATION_REALISED_SOURCE,
                                   SPIL_APPLICATION_CONTACT,      SPIL_APPLICATION_NUMBER,
                                   SPIL_APPLICATION_RECEIVED,     SPIL_APPLICATION_COMPLETE,
                                   SPIL_APPLICATION_ENDS,         SPIL_APPLICATION_NOTES,
                                   SPIL_APPLICATION_SCHEME,       0 };

/* The test */

static const SpilFundSchemeRow *
find_scheme (GPtrArray *schemes, SpilId id)
{
  for (guint i = 0; schemes != NULL && i < schemes->len; i++)
    if (spil_id_equal (((const SpilFundSchemeRow *) schemes->pdata[i])->id, id))
      return schemes->pdata[i];
  return NULL;
}

static SpilMoney
get_money (SpilRecord *record, int field)
{
  return spil_record_get_money (record, field, SPIL_APPLICATION_VAT);
}

// What cost, own contribution, other subsidy and what is asked leave open between them; NULL: they fit, or one is not known yet.
static char *
dup_gap (SpilRecord *record)
{
  int64_t gap;
  g_autofree char *amount = NULL;

  if (spil_record_is_null (record, SPIL_APPLICATION_COST) ||
      spil_record_is_null (record, SPIL_APPLICATION_OWN) ||
      spil_record_is_null (record, SPIL_APPLICATION_ASKED))
    return NULL;
  gap = get_money (record, SPIL_APPLICATION_COST).cents - get_money (record, SPIL_APPLICATION_OWN).cents -
        get_money (record, SPIL_APPLICATION_OTHER).cents - get_money (record, SPIL_APPLICATION_ASKED).cents;
  if (gap == 0)
    return NULL;
  amount = spil_money_format (ABS (gap), SPIL_MONEY_BRIEF);
  if (gap > 0)
    // Translators: %s is an amount.
    return g_strdup_printf (_ ("Of the cost %s is paid by nobody."), amount);
  // Translators: %s is an amount.
  return g_strdup_printf (_ ("Together %s more than the cost is paid."), amount);
}

// On the worker's thread: whether that may be asked, and why.
static char *
advise (SpilStore *store, SpilRecord *record, gboolean *warns)
{
  g_autoptr (GPtrArray) schemes = spil_fund_query_schemes (store, spil_day_today (), NULL);
  const SpilFundSchemeRow *scheme = find_scheme (schemes,
                                                 spil_record_get_reference (record, SPIL_APPLICATION_SCHEME));
  SpilFundCase application = { .has_cost = !spil_record_is_null (record, SPIL_APPLICATION_COST),
                               .cost = get_money (record, SPIL_APPLICATION_COST),
                               .other = get_money (record, SPIL_APPLICATION_OTHER),
                               .asked = get_money (record, SPIL_APPLICATION_ASKED) };
  g_autofree char *sentence = NULL;
  g_autofree char *gap = dup_gap (record);
  SpilFundAward award;

  if (scheme == NULL)
    return g_steal_pointer (&gap);
  // Its own room is known once it is awarded: here the terms alone speak.
  award = spil_fund_highest_award (&scheme->terms, &application, NULL);
  sentence = spil_fund_award_dup_sentence (&award);
  *warns = application.asked.cents > 0 && award.known && !spil_fund_may_award (&award, application.asked);
  return gap != NULL ? g_strdup_printf ("%s %s", sentence, gap) : g_steal_pointer (&sentence);
}

/* The forms */

typedef struct
{
  GtkWidget *parent;
  SpilId scheme;
  SpilId organisation;
} Request;

static gpointer
load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return spil_fund_query_schemes (store, spil_day_today (), error);
}

static void
present_add (SpilWorker *worker, const Request *request, GPtrArray *schemes)
{
  const SpilFundSchemeRow *scheme = find_scheme (schemes, request->scheme);
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_APPLICATION), spil_id_new ());
  SpilRecordDialog *dialog;

  if (scheme == NULL && schemes->len == 1)
    scheme = schemes->pdata[0];
  if (scheme != NULL)
    spil_record_set_reference (preset, SPIL_APPLICATION_SCHEME, scheme->id);
  if (scheme != NULL && scheme->terms.ceiling.vat != SPIL_VAT_UNKNOWN)
    spil_record_set_integer (preset, SPIL_APPLICATION_VAT, scheme->terms.ceiling.vat);
  if (!spil_id_is_nil (request->organisation))
    spil_record_set_reference (preset, SPIL_APPLICATION_ORGANISATION, request->organisation);
  spil_record_set_integer (preset, SPIL_APPLICATION_STATE, SPIL_APPLICATION_STATE_DRAFT);
  dialog = spil_record_dialog_new_add (worker, spil_entity (SPIL_ENTITY_APPLICATION), preset);
  spil_record_dialog_set_heading (dialog, _ ("Add an application"));
  spil_record_dialog_set_fields (dialog, fields);
  spil_record_dialog_set_advice_func (dialog, advise);
  adw_dialog_present (ADW_DIALOG (dialog), request->parent);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GtkWidget) parent = request->parent;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) schemes = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (schemes == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
  if (schemes != NULL && gtk_widget_get_root (parent) != NULL)
    present_add (SPIL_WORKER (source), request, schemes);
  g_free (request);
}

void
spil_application_form_add (SpilWorker *worker, GtkWidget *parent, SpilId scheme, SpilId organisation)
{
  Request *request = g_new0 (Request, 1);

  request->parent = g_object_ref (parent);
  request->scheme = scheme;
  request->organisation = organisation;
  spil_worker_run (worker, load, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, on_loaded_cb, request);
}

void
spil_application_form_edit (SpilWorker *worker, GtkWidget *parent, SpilRecord *record)
{
  SpilRecordDialog *dialog = spil_record_dialog_new_edit (worker, record);

  spil_record_dialog_set_fields (dialog, edit_fields);
  spil_record_dialog_set_advice_func (dialog, advise);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
spil_application_form_decide (SpilWorker *worker, GtkWidget *parent, SpilRecord *record)
{
  static const int decision[] = { SPIL_APPLICATION_DECISION, 0 };
  SpilRecordDialog *dialog = spil_record_dialog_new_edit (worker, record);

  spil_record_dialog_set_heading (dialog, _ ("Name the decision"));
  spil_record_dialog_set_fields (dialog, decision);
  spil_record_dialog_set_action_label (dialog, _ ("Decision named"));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
