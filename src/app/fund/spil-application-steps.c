// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-steps.h"

#include <glib/gi18n-lib.h>

#include "spil-record-dialog.h"

// The words of each step: on its button, and when it was done.
static const struct
{
  int state;
  const char *step;
  const char *done;
} words[] = {
  { SPIL_APPLICATION_STATE_SUBMITTED, N_ ("Submit"), N_ ("Application submitted") },
    { SPIL_APPLICATION_STATE_COMPLETE, N_ ("Declare complete"), N_ ("Application declared complete") },
      { SPIL_APPLICATION_STATE_ASSESSED, N_ ("Assess"), N_ ("Application assessed") },
        { SPIL_APPLICATION_STATE_AWARDED, N_ ("Award"), N_ ("Application awarded") },
          { SPIL_APPLICATION_STATE_REFUSED, N_ ("Refuse"), N_ ("Application refused") },
            { SPIL_APPLICATION_STATE_WITHDRAWN, N_ ("Withdraw"), N_ ("Application withdrawn") },
              { SPIL_APPLICATION_STATE_ADVANCED, N_ ("Pay an advance"), N_ ("Advance paid out") },
                { SPIL_APPLICATION_STATE_ACCOUNTED, N_ ("Account for"), N_ ("Application accounted for") },
                  { SPIL_APPLICATION_STATE_SETTLED, N_ ("Settle"), N_ ("Application settled") },
                    { SPIL_APPLICATION_STATE_PAID, N_ ("Make the last payment"), N_ ("Application paid") },
                    };

const char *
spil_application_step_label (int state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].state == state)
      return _ (words[i].step);
  return NULL;
}

static const char *
get_done (int state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].state == state)
      return _ (words[i].done);
  return NULL;
}

SpilRecord *
spil_application_new_assessment (const SpilFundApplicationRow *row, int state, SpilDay day)
{
  SpilRecord *record = spil_record_new (spil_entity (SPIL_ENTITY_ASSESSMENT), spil_id_new ());
  gboolean settling = state == SPIL_APPLICATION_STATE_SETTLED;
  g_autofree char *reason = spil_fund_award_dup_sentence (&row->award);

  spil_record_set_reference (record, SPIL_ASSESSMENT_APPLICATION, row->id);
  spil_record_set_day (record, SPIL_ASSESSMENT_DATE, day);
  spil_record_set_integer (record, SPIL_ASSESSMENT_STEP,
                           settling ? SPIL_ASSESSMENT_STEP_SETTLEMENT : SPIL_ASSESSMENT_STEP_ESTIMATE);
  spil_record_set_integer (record, SPIL_ASSESSMENT_PASSED, state != SPIL_APPLICATION_STATE_REFUSED);
  if (row->award.known)
    spil_record_set_integer (record, SPIL_ASSESSMENT_ALLOWED, row->award.highest.cents);
  if (state != SPIL_APPLICATION_STATE_REFUSED)
    spil_record_set_text (record, SPIL_ASSESSMENT_REASON, reason);
  return record;
}

/* What comes with the row of the form */

typedef struct
{
  SpilId application;
  int state;
} StateChange;

// After a row that belongs to the application: its state.
static void
extend_with_state (SpilAction *action, SpilRecord *record, gpointer user_data)
{
  const StateChange *change = user_data;
  const SpilValue state = spil_value_integer (change->state);

  spil_change_assign (
      spil_action_set_row (action, spil_entity (SPIL_ENTITY_APPLICATION), change->application),
      SPIL_APPLICATION_STATE, &state);
}

// After the application itself: the assessment behind the award.
static void
extend_with_assessment (SpilAction *action, SpilRecord *record, gpointer user_data)
{
  g_autoptr (SpilRecord) assessment = spil_record_copy (user_data);

  spil_action_add (action, assessment);
}

// On the worker's thread: whether that may be awarded, and why.
static char *
advise (SpilStore *store, SpilRecord *record, gboolean *warns)
{
  SpilId id = spil_record_get_id (record);
  gboolean settling = spil_record_get_integer (record, SPIL_APPLICATION_STATE) ==
                      SPIL_APPLICATION_STATE_SETTLED;
  int field = settling ? SPIL_APPLICATION_SETTLED : SPIL_APPLICATION_AWARDED;
  SpilMoney amount = spil_record_get_money (record, field, SPIL_APPLICATION_VAT);
  g_autoptr (GPtrArray) rows = spil_fund_query_applications (
      store, spil_record_get_reference (record, SPIL_APPLICATION_SCHEME), NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    const SpilFundApplicationRow *row = g_ptr_array_index (rows, i);

    if (!spil_id_equal (row->id, id))
      continue;
    *warns = amount.cents > 0 && !spil_fund_may_award (&row->award, amount);
    return spil_fund_award_dup_sentence (&row->award);
  }
  return NULL;
}

/* The forms */

static void
present (GtkWidget *parent, SpilRecordDialog *dialog, const int *fields, int state)
{
  spil_record_dialog_set_heading (dialog, spil_application_step_label (state));
  spil_record_dialog_set_fields (dialog, fields);
  spil_record_dialog_set_action_label (dialog, get_done (state));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

static void
set_state_after (SpilRecordDialog *dialog, const SpilApplicationData *data, int state)
{
  StateChange *change = g_new0 (StateChange, 1);

  change->application = data->row->id;
  change->state = state;
  spil_record_dialog_set_extend_func (dialog, extend_with_state, change, g_free);
}

static SpilRecordDialog *
make_edit (SpilWorker *worker, const SpilApplicationData *data, int state)
{
  SpilRecordDialog *dialog = spil_record_dialog_new_edit (worker, data->record);
  const SpilValue value = spil_value_integer (state);

  spil_record_dialog_set_value (dialog, SPIL_APPLICATION_STATE, &value);
  return dialog;
}

static void
set_amount (SpilRecordDialog *dialog, int field, SpilMoney amount)
{
  const SpilValue value = spil_value_integer (amount.cents);

  if (amount.cents > 0)
    spil_record_dialog_set_value (dialog, field, &value);
}

static void
present_award (GtkWidget *parent, SpilWorker *worker, const SpilApplicationData *data)
{
  static const int fields[] = { SPIL_APPLICATION_AWARDED, SPIL_APPLICATION_AWARDED_ON, 0 };
  const int state = SPIL_APPLICATION_STATE_AWARDED;
  const SpilFundApplicationRow *row = data->row;
  SpilRecordDialog *dialog = make_edit (worker, data, state);
  const SpilValue today = spil_value_integer (spil_day_today ().number);

  set_amount (dialog, SPIL_APPLICATION_AWARDED,
              spil_fund_usual_award (&row->award, row->has_asked, row->asked));
  spil_record_dialog_set_value (dialog, SPIL_APPLICATION_AWARDED_ON, &today);
  spil_record_dialog_set_advice_func (dialog, advise);
  spil_record_dialog_set_extend_func (dialog, extend_with_assessment,
                                      spil_application_new_assessment (row, state, spil_day_today ()),
                                      g_object_unref);
  present (parent, dialog, fields, state);
}

static void
present_settlement (GtkWidget *parent, SpilWorker *worker, const SpilApplicationData *data)
{
  static const int fields[] = { SPIL_APPLICATION_SETTLED, SPIL_APPLICATION_SETTLED_COST, 0 };
  const int state = SPIL_APPLICATION_STATE_SETTLED;
  const SpilFundApplicationRow *row = data->row;
  SpilRecordDialog *dialog = make_edit (worker, data, state);

  set_amount (dialog, SPIL_APPLICATION_SETTLED,
              spil_fund_usual_award (&row->award, row->has_awarded, row->awarded));
  spil_record_dialog_set_advice_func (dialog, advise);
  spil_record_dialog_set_extend_func (dialog, extend_with_assessment,
                                      spil_application_new_assessment (row, state, spil_day_today ()),
                                      g_object_unref);
  present (parent, dialog, fields, state);
}

static void
present_account (GtkWidget *parent, SpilWorker *worker, const SpilApplicationData *data)
{
  static const int fields[] = { SPIL_APPLICATION_SETTLED_COST, SPIL_APPLICATION_NOTES, 0 };
  const int state = SPIL_APPLICATION_STATE_ACCOUNTED;

  present (parent, make_edit (worker, data, state), fields, state);
}

static void
present_assessment (GtkWidget *parent, SpilWorker *worker, const SpilApplicationData *data, int state)
{
  static const int fields[] = { SPIL_ASSESSMENT_REASON, SPIL_ASSESSMENT_PASSED, SPIL_ASSESSMENT_ALLOWED,
                                SPIL_ASSESSMENT_DATE, 0 };
  g_autoptr (SpilRecord) preset = spil_application_new_assessment (data->row, state, spil_day_today ());
  SpilRecordDialog *dialog = spil_record_dialog_new_add (worker, spil_entity (SPIL_ENTITY_ASSESSMENT),
                                                         preset);

  set_state_after (dialog, data, state);
  present (parent, dialog, fields, state);
}

static void
present_payment (GtkWidget *parent, SpilWorker *worker, const SpilApplicationData *data, int state)
{
  static const int fields[] = { SPIL_PAYMENT_AMOUNT, SPIL_PAYMENT_KIND, SPIL_PAYMENT_DATE, 0 };
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_PAYMENT), spil_id_new ());
  gboolean last = state == SPIL_APPLICATION_STATE_PAID;
  SpilMoney left = spil_fund_left_to_pay (data->row->settled, data->row->paid);
  SpilRecordDialog *dialog;

  spil_record_set_reference (preset, SPIL_PAYMENT_APPLICATION, data->row->id);
  spil_record_set_day (preset, SPIL_PAYMENT_DATE, spil_day_today ());
  spil_record_set_integer (preset, SPIL_PAYMENT_KIND,
                           !last            ? SPIL_PAYMENT_KIND_ADVANCE
                           : left.cents < 0 ? SPIL_PAYMENT_KIND_REFUND
                                            : SPIL_PAYMENT_KIND_FINAL);
  if (last && data->row->has_settled && left.cents != 0)
    spil_record_set_integer (preset, SPIL_PAYMENT_AMOUNT, ABS (left.cents));
  dialog = spil_record_dialog_new_add (worker, spil_entity (SPIL_ENTITY_PAYMENT), preset);
  set_state_after (dialog, data, state);
  present (parent, dialog, fields, state);
}

// What needs no more than a date, which is today.
static void
commit_at_once (SpilWorker *worker, const SpilApplicationData *data, int state)
{
  SpilAction *action = spil_action_new (get_done (state));
  g_autoptr (SpilRecord) after = spil_record_copy (data->record);
  int field = state == SPIL_APPLICATION_STATE_SUBMITTED  ? SPIL_APPLICATION_RECEIVED
              : state == SPIL_APPLICATION_STATE_COMPLETE ? SPIL_APPLICATION_COMPLETE
                                                         : 0;

  spil_record_set_integer (after, SPIL_APPLICATION_STATE, state);
  if (field != 0 && spil_record_is_null (after, field))
    spil_record_set_day (after, field, spil_day_today ());
  spil_action_set (action, data->record, after);
  spil_worker_commit (worker, action, NULL, NULL);
}

void
spil_application_step (GtkWidget *parent, SpilWorker *worker, const SpilApplicationData *data, int state)
{
  switch (state) {
  case SPIL_APPLICATION_STATE_ASSESSED:
  case SPIL_APPLICATION_STATE_REFUSED:
    present_assessment (parent, worker, data, state);
    break;
  case SPIL_APPLICATION_STATE_AWARDED:
    present_award (parent, worker, data);
    break;
  case SPIL_APPLICATION_STATE_ADVANCED:
  case SPIL_APPLICATION_STATE_PAID:
    present_payment (parent, worker, data, state);
    break;
  case SPIL_APPLICATION_STATE_ACCOUNTED:
    present_account (parent, worker, data);
    break;
  case SPIL_APPLICATION_STATE_SETTLED:
    present_settlement (parent, worker, data);
    break;
  default:
    commit_at_once (worker, data, state);
  }
}
