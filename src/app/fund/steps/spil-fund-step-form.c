// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-step-form.h"

#include <glib/gi18n-lib.h>

#include "spil-form-parts.h"
#include "spil-number.h"

// Up to so many fields and grounds fit in a low dialog.
#define FEW_PARTS 3

// The fields of each step. That of the amount comes first where there is one, the day last.
static const struct
{
  int to;
  int entity;
  int fields[7];
  int amount; /**< which of these is the amount of the step; 0: none */
  gboolean may_except; /**< a decision can make an exception */
} parts[] = {
  { SPIL_APPLICATION_STATE_SUBMITTED, SPIL_ENTITY_APPLICATION, { SPIL_APPLICATION_RECEIVED }, 0, FALSE },
  { SPIL_APPLICATION_STATE_AWARDED,
    SPIL_ENTITY_APPLICATION,
    { SPIL_APPLICATION_AWARDED, SPIL_APPLICATION_AWARDED_ON },
    SPIL_APPLICATION_AWARDED,
    TRUE },
  { SPIL_APPLICATION_STATE_REFUSED,
    SPIL_ENTITY_APPLICATION,
    { SPIL_APPLICATION_REFUSAL_REASON, SPIL_APPLICATION_REFUSED_ON },
    0,
    FALSE },
  { SPIL_APPLICATION_STATE_WITHDRAWN,
    SPIL_ENTITY_APPLICATION,
    { SPIL_APPLICATION_WITHDRAWAL_REASON, SPIL_APPLICATION_WITHDRAWN_ON },
    0,
    FALSE },
  { SPIL_APPLICATION_STATE_ADVANCED,
    SPIL_ENTITY_PAYMENT,
    { SPIL_PAYMENT_AMOUNT, SPIL_PAYMENT_DATE },
    SPIL_PAYMENT_AMOUNT,
    TRUE },
  { SPIL_APPLICATION_STATE_ACCOUNTED,
    SPIL_ENTITY_APPLICATION,
    { SPIL_APPLICATION_SETTLED_COST, SPIL_APPLICATION_SETTLED_OTHER, SPIL_APPLICATION_REALISED_AVOIDANCES,
      SPIL_APPLICATION_REALISED_CO2, SPIL_APPLICATION_REALISED_SOURCE, SPIL_APPLICATION_ACCOUNTED_ON },
    0,
    FALSE },
  { SPIL_APPLICATION_STATE_SETTLED,
    SPIL_ENTITY_APPLICATION,
    { SPIL_APPLICATION_SETTLED, SPIL_APPLICATION_SETTLED_COST, SPIL_APPLICATION_SETTLED_OTHER,
      SPIL_APPLICATION_SETTLED_ON },
    SPIL_APPLICATION_SETTLED,
    TRUE },
  { SPIL_APPLICATION_STATE_PAID,
    SPIL_ENTITY_PAYMENT,
    { SPIL_PAYMENT_AMOUNT, SPIL_PAYMENT_DATE },
    SPIL_PAYMENT_AMOUNT,
    TRUE },
};

struct _SpilFundStepForm
{
  GObject parent_instance;

  SpilWorker *worker;
  const SpilFundStepFacts *facts;
  int entity;
  int amount;
  gboolean is_typed; /**< a person typed the amount */
  gboolean setting; /**< the program changes it, not a person */

  GPtrArray *editors; /**< of SpilFieldEditor */
  GPtrArray *checks; /**< of GtkCheckButton, as the grounds; borrowed */
  GtkWidget *first;
  char *reason;
  char *source;
};

G_DEFINE_FINAL_TYPE (SpilFundStepForm, spil_fund_step_form, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SpilFieldEditor *
find_editor (SpilFundStepForm *self, int entity, int field)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (spil_field_editor_get_entity (self->editors->pdata[i])->number == entity &&
        spil_field_editor_get_field (self->editors->pdata[i])->number == field)
      return self->editors->pdata[i];
  return NULL;
}

static void
on_changed_cb (SpilFundStepForm *self, gpointer source)
{
  if (self->setting)
    return;
  if (SPIL_IS_FIELD_EDITOR (source) && (source == find_editor (self, self->entity, self->amount)))
    self->is_typed = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What stands there at first */

static void
set_integer (SpilFieldEditor *editor, int64_t integer)
{
  const SpilValue value = spil_value_integer (integer);

  spil_field_editor_set_value (editor, &value);
}

// What the employer says it cost, or else the sum of the cost items once all of them are known.
static void
set_real_cost (SpilFieldEditor *editor, const SpilFundApplicationRow *row)
{
  if (row->has_settled_cost)
    set_integer (editor, row->settled_cost.cents);
  else if (row->costs.n > 0 && row->costs.not_settled == 0)
    set_integer (editor, row->costs.settled.cents);
}

static void
set_application_field (SpilFieldEditor *editor, int field, const SpilFundApplicationRow *row)
{
  switch (field) {
  case SPIL_APPLICATION_SETTLED_COST:
    set_real_cost (editor, row);
    break;
  case SPIL_APPLICATION_SETTLED_OTHER:
    if (row->has_settled_other || row->other.cents > 0)
      set_integer (editor, row->has_settled_other ? row->settled_other.cents : row->other.cents);
    break;
  case SPIL_APPLICATION_REALISED_AVOIDANCES:
    if (row->has_realised_avoidances)
      set_integer (editor, row->realised_avoidances);
    break;
  case SPIL_APPLICATION_REALISED_CO2:
    if (row->has_realised_co2)
      set_integer (editor, row->realised_co2);
    break;
  case SPIL_APPLICATION_RECEIVED:
    set_integer (editor, spil_day_is_known (row->received) ? row->received.number : spil_day_today ().number);
    break;
  default:
    break;
  }
}

static void
set_first_value (SpilFundStepForm *self, SpilFieldEditor *editor)
{
  const SpilField *field = spil_field_editor_get_field (editor);

  if (self->amount != 0 && field->number == self->amount)
    set_integer (editor, self->facts->usual.cents);
  else if (field->type == SPIL_TYPE_DATE)
    set_integer (editor, spil_day_today ().number);
  if (self->entity == SPIL_ENTITY_APPLICATION)
    set_application_field (editor, field->number, self->facts->row);
}

/* The fields */

static SpilFieldEditor *
make_editor (SpilFundStepForm *self, int entity_number, int field)
{
  const SpilEntity *entity = spil_entity (entity_number);
  SpilFieldEditor *editor = spil_field_editor_new (self->worker, entity, spil_entity_field (entity, field));

  g_signal_connect_object (editor, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->editors, editor);
  return editor;
}

static void
add_fields (SpilFundStepForm *self, AdwPreferencesPage *page, const int *fields)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (int i = 0; fields[i] != 0; i++) {
    SpilFieldEditor *editor = make_editor (self, self->entity, fields[i]);

    spil_field_editor_add_to (editor, ADW_PREFERENCES_GROUP (group));
    set_first_value (self, editor);
    if (self->first == NULL)
      self->first = spil_field_editor_get_input (editor);
  }
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
add_grounds (SpilFundStepForm *self, AdwPreferencesPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Ground for refusal"));
  if (self->facts->grounds->len == 0)
    adw_preferences_group_set_description (
        ADW_PREFERENCES_GROUP (group),
        _ ("The scheme has no grounds for refusal yet; they are added on its page. Explain the refusal below."));
  for (guint i = 0; i < self->facts->grounds->len; i++) {
    const SpilRefusalGroundRow *ground = self->facts->grounds->pdata[i];
    GtkCheckButton *check;
    GtkWidget *row = spil_form_check_row_new (ground->name, ground->rule, &check);

    if (self->checks->len > 0)
      gtk_check_button_set_group (check, self->checks->pdata[0]);
    else
      self->first = GTK_WIDGET (check);
    g_signal_connect_object (check, "toggled", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
    g_ptr_array_add (self->checks, check);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  }
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
add_exception (SpilFundStepForm *self, AdwPreferencesPage *page)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *expander = adw_expander_row_new ();
  SpilFieldEditor *editor = make_editor (self, SPIL_ENTITY_APPLICATION, SPIL_APPLICATION_DECISION);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("Exception by decision"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander),
                                 _ ("When it was decided to go beyond what the rules allow"));
  spil_field_editor_add_to_expander (editor, ADW_EXPANDER_ROW (expander));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
add_parts (SpilFundStepForm *self, AdwPreferencesPage *page)
{
  const gboolean is_refund = self->facts->to == SPIL_APPLICATION_STATE_WITHDRAWN &&
                             self->facts->row->state == SPIL_APPLICATION_STATE_WITHDRAWN;
  const int to = is_refund ? SPIL_APPLICATION_STATE_PAID : self->facts->to;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (parts[i].to != to)
      continue;
    self->entity = parts[i].entity;
    self->amount = parts[i].amount;
    if (to == SPIL_APPLICATION_STATE_REFUSED)
      add_grounds (self, page);
    add_fields (self, page, parts[i].fields);
    if (parts[i].may_except)
      add_exception (self, page);
  }
}

/* Reading */

static gboolean
peek_integer (SpilFundStepForm *self, int entity, int field, int64_t *integer)
{
  SpilFieldEditor *editor = find_editor (self, entity, field);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  if (editor == NULL)
    return FALSE;
  spil_field_editor_peek (editor, &value);
  if (value.kind != SPIL_VALUE_INTEGER)
    return FALSE;
  *integer = value.integer;
  return TRUE;
}

static const char *
peek_text (SpilFundStepForm *self, int field, char **kept)
{
  SpilFieldEditor *editor = find_editor (self, SPIL_ENTITY_APPLICATION, field);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  if (editor == NULL)
    return *kept;
  spil_field_editor_peek (editor, &value);
  g_free (*kept);
  *kept = value.kind == SPIL_VALUE_TEXT ? g_strdup (value.text) : NULL;
  return *kept;
}

static SpilDay
peek_day (SpilFundStepForm *self)
{
  for (guint i = 0; i < self->editors->len; i++) {
    const SpilField *field = spil_field_editor_get_field (self->editors->pdata[i]);
    int64_t number;

    if (field->type == SPIL_TYPE_DATE && peek_integer (self, self->entity, field->number, &number))
      return spil_day ((int32_t) number);
  }
  return SPIL_DAY_NONE;
}

static double
peek_decimal (SpilFundStepForm *self, int field)
{
  int64_t millionths;

  return peek_integer (self, SPIL_ENTITY_APPLICATION, field, &millionths)
             ? (double) millionths / SPIL_DECIMAL_ONE
             : -1;
}

static void
read_amounts (SpilFundStepForm *self, SpilFundStep *step)
{
  const SpilVat vat = self->facts->row->vat;
  int64_t cents;

  if (self->amount != 0 && self->is_typed && peek_integer (self, self->entity, self->amount, &cents)) {
    step->amount = spil_money (cents, vat);
    step->settle_nothing = cents == 0 && step->to == SPIL_APPLICATION_STATE_SETTLED;
  }
  step->has_real_cost = peek_integer (self, SPIL_ENTITY_APPLICATION, SPIL_APPLICATION_SETTLED_COST, &cents);
  if (step->has_real_cost)
    step->real_cost = spil_money (cents, vat);
  step->has_real_other = peek_integer (self, SPIL_ENTITY_APPLICATION, SPIL_APPLICATION_SETTLED_OTHER, &cents);
  if (step->has_real_other)
    step->real_other = spil_money (cents, vat);
}

void
spil_fund_step_form_read (SpilFundStepForm *self, SpilFundStep *step)
{
  SpilFieldEditor *decision;
  g_auto (SpilValue) value = SPIL_VALUE_INIT;

  g_return_if_fail (SPIL_IS_FUND_STEP_FORM (self));

  *step = SPIL_FUND_STEP (self->facts->to);
  step->day = peek_day (self);
  read_amounts (self, step);
  step->realised_avoidances = peek_decimal (self, SPIL_APPLICATION_REALISED_AVOIDANCES);
  step->realised_co2 = peek_decimal (self, SPIL_APPLICATION_REALISED_CO2);
  step->realised_source = peek_text (self, SPIL_APPLICATION_REALISED_SOURCE, &self->source);
  peek_text (self, SPIL_APPLICATION_REFUSAL_REASON, &self->reason);
  step->reason = peek_text (self, SPIL_APPLICATION_WITHDRAWAL_REASON, &self->reason);
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      step->refusal = ((const SpilRefusalGroundRow *) self->facts->grounds->pdata[i])->id;
  decision = find_editor (self, SPIL_ENTITY_APPLICATION, SPIL_APPLICATION_DECISION);
  if (decision == NULL)
    return;
  spil_field_editor_peek (decision, &value);
  if (value.kind == SPIL_VALUE_ID)
    step->decision = value.id;
}

gboolean
spil_fund_step_form_check (SpilFundStepForm *self)
{
  SpilFieldEditor *wrong = NULL;

  g_return_val_if_fail (SPIL_IS_FUND_STEP_FORM (self), FALSE);

  for (guint i = 0; i < self->editors->len; i++) {
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (!spil_field_editor_check (self->editors->pdata[i], &value, NULL) && wrong == NULL)
      wrong = self->editors->pdata[i];
  }
  if (wrong != NULL)
    spil_form_focus_row (spil_field_editor_get_row (wrong));
  return wrong == NULL;
}

void
spil_fund_step_form_set_usual (SpilFundStepForm *self, SpilMoney usual)
{
  SpilFieldEditor *editor;

  g_return_if_fail (SPIL_IS_FUND_STEP_FORM (self));

  editor = self->amount != 0 ? find_editor (self, self->entity, self->amount) : NULL;
  if (editor == NULL || self->is_typed)
    return;
  self->setting = TRUE;
  set_integer (editor, usual.cents);
  self->setting = FALSE;
}

GtkWidget *
spil_fund_step_form_get_first (SpilFundStepForm *self)
{
  g_return_val_if_fail (SPIL_IS_FUND_STEP_FORM (self), NULL);
  return self->first;
}

gboolean
spil_fund_step_form_is_long (SpilFundStepForm *self)
{
  g_return_val_if_fail (SPIL_IS_FUND_STEP_FORM (self), FALSE);
  return self->editors->len + self->checks->len > FEW_PARTS;
}

/* The class */

static void
spil_fund_step_form_finalize (GObject *object)
{
  SpilFundStepForm *self = SPIL_FUND_STEP_FORM (object);

  g_ptr_array_unref (self->editors);
  g_ptr_array_unref (self->checks);
  g_clear_object (&self->worker);
  g_free (self->reason);
  g_free (self->source);
  G_OBJECT_CLASS (spil_fund_step_form_parent_class)->finalize (object);
}

static void
spil_fund_step_form_class_init (SpilFundStepFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_fund_step_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_FUND_STEP_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
spil_fund_step_form_init (SpilFundStepForm *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
}

SpilFundStepForm *
spil_fund_step_form_new (SpilWorker *worker, const SpilFundStepFacts *facts, AdwPreferencesPage *page)
{
  SpilFundStepForm *self = g_object_new (SPIL_TYPE_FUND_STEP_FORM, NULL);

  self->worker = g_object_ref (worker);
  self->facts = facts;
  self->setting = TRUE;
  add_parts (self, page);
  self->setting = FALSE;
  return self;
}
