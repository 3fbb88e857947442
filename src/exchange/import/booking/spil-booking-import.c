// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-import.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-private.h"
#include "spil-budget-query.h"
#include "spil-exchange-error.h"

gboolean
spil_booking_import_takes (const SpilEntity *entity)
{
  return entity->number == SPIL_ENTITY_ACTUAL || entity->number == SPIL_ENTITY_COMMITMENT;
}

static gboolean
read_budget (SpilBookingImport *self, SpilStore *store, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (SpilBudgetVersionRow) version = spil_budget_query_current (store, self->today, &fault);

  if (version == NULL) {
    if (fault != NULL)
      g_propagate_error (error, g_steal_pointer (&fault));
    else
      g_set_error_literal (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
                           _ ("There is no budget in force to book on. Decide on a budget first."));
    return FALSE;
  }
  self->year = version->year;
  self->lines = spil_budget_query_lines (store, version->id, SPIL_DAY_NONE, error);
  if (self->vat == SPIL_VAT_UNKNOWN)
    self->vat = version->vat;
  return self->lines != NULL;
}

static void
free_commitment (gpointer data)
{
  SpilBookingCommitment *commitment = data;

  g_free (commitment->name);
  g_free (commitment);
}

static void
list_commitments (SpilBookingImport *self)
{
  self->commitments = g_ptr_array_new_with_free_func (free_commitment);
  for (guint i = 0; i < self->known->commitments->len; i++) {
    const SpilKnownCommitment *known = self->known->commitments->pdata[i];
    SpilBookingCommitment *commitment;

    if (known->open <= 0 || spil_booking_line_numbered (self, known->booking->line) == NULL)
      continue;
    commitment = g_new0 (SpilBookingCommitment, 1);
    commitment->id = known->booking->id;
    commitment->line_number = known->booking->line;
    commitment->name = g_strdup (known->booking->name);
    commitment->open = known->open;
    g_ptr_array_add (self->commitments, commitment);
  }
}

static void
give_ids (SpilBookingImport *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    SpilBookingRow *row = self->rows->pdata[i];

    row->id = spil_id_new ();
  }
}

static void
free_decision (gpointer data)
{
  SpilBookingDecision *decision = data;

  g_free (decision->name);
  g_free (decision);
}

static gboolean
list_decisions (SpilBookingImport *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_DECISION));
  g_autoptr (GPtrArray) records = spil_store_list (store, query, error);

  self->decisions = g_ptr_array_new_with_free_func (free_decision);
  for (guint i = 0; records != NULL && i < records->len; i++) {
    SpilBookingDecision *decision = g_new0 (SpilBookingDecision, 1);

    decision->id = spil_record_get_id (records->pdata[i]);
    decision->name = g_strdup (spil_record_get_title (records->pdata[i]));
    g_ptr_array_add (self->decisions, decision);
  }
  return records != NULL;
}

SpilBookingImport *
spil_booking_import_new (SpilStore *store, const char *path, const SpilImportPlan *plan, SpilVat vat,
                         SpilDay today, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilBookingImport) self = g_new0 (SpilBookingImport, 1);

  g_return_val_if_fail (spil_booking_import_takes (plan->entity), NULL);
  self->entity = plan->entity;
  self->path = g_strdup (path);
  self->plan = spil_import_plan_copy (plan);
  self->today = today;
  self->vat = vat;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  if (!spil_booking_list_read (self, store, cancellable, error) || !read_budget (self, store, error))
    return NULL;
  self->known = spil_booking_known_new (store, self->entity, self->year, error);
  if (self->known == NULL || !spil_booking_codes_propose (self, store, error) ||
      !list_decisions (self, store, error))
    return NULL;
  list_commitments (self);
  give_ids (self);
  spil_booking_import_judge (self);
  return g_steal_pointer (&self);
}

void
spil_booking_import_free (SpilBookingImport *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_clear_pointer (&self->plan, spil_import_plan_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->known, spil_booking_known_free);
  g_free (self);
}

void
spil_booking_import_set_vat (SpilBookingImport *self, SpilVat vat)
{
  self->vat = vat;
}

void
spil_booking_import_set_line (SpilBookingImport *self, guint index, SpilId line)
{
  SpilBookingRow *row = self->rows->pdata[index];

  row->line = line;
  row->line_chosen = !spil_id_is_nil (line);
}

void
spil_booking_import_set_commitment (SpilBookingImport *self, guint index, SpilId commitment)
{
  SpilBookingRow *row = self->rows->pdata[index];

  row->commitment = commitment;
  row->commitment_chosen = TRUE;
}

void
spil_booking_import_sum (const SpilBookingImport *self, SpilBookingSum sums[SPIL_BOOKING_ROW_N_STATES])
{
  for (int i = 0; i < SPIL_BOOKING_ROW_N_STATES; i++)
    sums[i] = (SpilBookingSum) { 0 };
  for (guint i = 0; i < self->rows->len; i++) {
    const SpilBookingRow *row = self->rows->pdata[i];

    sums[row->state].n++;
    sums[row->state].cents += row->amount.cents;
  }
}

gboolean
spil_booking_row_is_late (const SpilBookingRow *row)
{
  return spil_day_compare (row->booked, row->date) != 0;
}
