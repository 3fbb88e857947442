// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-action.h"
#include "spil-budget-action.h"
#include "spil-rule-fields.h"
#include "world.h"

#define EX SPIL_VAT_NOTE_EXCLUDED

// Commits what was made of it, and sees that the store refuses what the ledger does, and nothing else.
static void
act (World *self, int laptop, SpilAction *made, const char *what, GError **refused)
{
  g_autoptr (SpilAction) action = made;
  g_autoptr (GError) error = NULL;
  const char *why;
  gboolean done;

  if (action == NULL) {
    world_tell (self, "%d %d %s: not made: %s", self->step, laptop, what, (*refused)->message);
    g_clear_error (refused);
    self->n_refused++;
    return;
  }
  if (action->changes->len == 0)
    return;
  naive_take (self->naive[laptop], action);
  why = naive_judge (self->naive[laptop]);
  done = spil_store_commit (self->laptops.stores[laptop], action, &error);
  world_tell (self, "%d %d %s: %s", self->step, laptop, what, done ? "done" : error->message);
  if (done != (why == NULL))
    world_fail (self, "laptop %d: %s, where the ledger says: %s", laptop, done ? "done" : error->message,
                why != NULL ? why : "may be");
  if (!done)
    naive_drop (self->naive[laptop]);
  self->n_done += done ? 1 : 0;
  self->n_refused += done ? 0 : 1;
}

static SpilRecord *
pick (World *self, GPtrArray *list)
{
  return list->len > 0 ? list->pdata[world_below (self, (int) list->len)] : NULL;
}

static SpilRecord *
pick_row (World *self, int laptop, int entity)
{
  g_autoptr (GPtrArray) list = naive_list (self->naive[laptop], entity);

  return pick (self, list);
}

// Mostly on the budget in force, now and then on an earlier version or a proposal.
static SpilRecord *
pick_line (World *self, int laptop)
{
  SpilRecord *current = naive_current (self->naive[laptop], spil_day_today ());

  if (current == NULL || world_chance (self, 10))
    return pick_row (self, laptop, SPIL_ENTITY_BUDGET_LINE);
  return naive_line (self->naive[laptop], current, 1 + world_below (self, WORLD_LINES));
}

// Often just what is left, or a cent more.
static int64_t
pick_amount (World *self, int laptop, SpilRecord *line)
{
  NaiveFigures figures = naive_figures (self->naive[laptop], line, SPIL_DAY_NONE);
  int64_t left = figures.budget - figures.open - figures.actual;

  if (left > 1 && world_chance (self, 15))
    return left + world_below (self, 3) - 1;
  return 1 + world_below (self, world_chance (self, 80) ? 900000 : 9000000);
}

static void
do_booking (World *self, int laptop)
{
  static const int entities[] = { SPIL_ENTITY_COMMITMENT, SPIL_ENTITY_ACTUAL,      SPIL_ENTITY_COMMITMENT,
                                  SPIL_ENTITY_ACTUAL,     SPIL_ENTITY_RESERVATION, SPIL_ENTITY_FORECAST };
  int entity = entities[world_below (self, G_N_ELEMENTS (entities))];
  SpilAction *action = spil_action_new ("Booked");
  g_autoptr (SpilRecord) row = spil_record_new (spil_entity ((SpilEntityNumber) entity), spil_id_new ());
  const SpilRuleFields *fields = spil_rule_fields (row);
  SpilRecord *line = pick_line (self, laptop);
  SpilRecord *from = NULL;
  SpilRecord *original;
  int64_t cents = pick_amount (self, laptop, line);

  if (fields->draws != 0 && world_chance (self, 50))
    from = pick_row (self, laptop,
                     entity == SPIL_ENTITY_ACTUAL ? SPIL_ENTITY_COMMITMENT : SPIL_ENTITY_RESERVATION);
  if (from != NULL) {
    spil_record_set_reference (row, fields->draws, spil_record_get_id (from));
    original = naive_find (self->naive[laptop],
                           spil_record_get_reference (from, spil_rule_fields (from)->line));
    if (original != NULL && world_chance (self, 85))
      line = original;
    if (world_chance (self, 40))
      cents = ABS (spil_record_get_integer (from, spil_rule_fields (from)->amount));
  }
  if (entity == SPIL_ENTITY_ACTUAL && world_chance (self, 5))
    cents = -cents;
  spil_record_set_reference (row, fields->line, spil_record_get_id (line));
  spil_record_set_day (row, fields->date, world_day (self));
  spil_record_set_integer (row, fields->amount, cents);
  spil_record_set_integer (row, fields->vat, world_chance (self, 97) ? EX : SPIL_VAT_NOTE_INCLUDED);
  if (entity == SPIL_ENTITY_COMMITMENT || entity == SPIL_ENTITY_ACTUAL)
    spil_record_set_text (row, SPIL_COMMITMENT_DESCRIPTION, "Booked");
  if (fields->decision != 0 && world_chance (self, 4))
    spil_record_set_reference (row, fields->decision, self->decision);
  // What has another note is in no figure but counted: that is another test.
  if ((entity == SPIL_ENTITY_RESERVATION || entity == SPIL_ENTITY_FORECAST))
    spil_record_set_integer (row, fields->vat, EX);
  spil_action_add (action, row);
  act (self, laptop, action, spil_entity ((SpilEntityNumber) entity)->name, NULL);
}

static const struct
{
  SpilBookingKind kind;
  int entity;
} kinds[] = {
  { SPIL_BOOKING_RESERVATION, SPIL_ENTITY_RESERVATION },
  { SPIL_BOOKING_COMMITMENT, SPIL_ENTITY_COMMITMENT },
  { SPIL_BOOKING_ACTUAL, SPIL_ENTITY_ACTUAL },
  { SPIL_BOOKING_FORECAST, SPIL_ENTITY_FORECAST },
};

// As people do it.
static void
do_reverse (World *self, int laptop)
{
  int i = world_below (self, G_N_ELEMENTS (kinds));
  SpilRecord *row = pick_row (self, laptop, kinds[i].entity);
  g_autoptr (GError) error = NULL;

  if (row != NULL)
    act (self, laptop,
         spil_booking_reverse_action (self->laptops.stores[laptop], kinds[i].kind, spil_record_get_id (row),
                                      world_chance (self, 50) ? world_day (self) : SPIL_DAY_NONE, NULL,
                                      &error),
         "reverse", &error);
}

// As they should not: any row by any amount.
static void
do_wild_reverse (World *self, int laptop)
{
  int i = world_below (self, G_N_ELEMENTS (kinds));
  SpilRecord *row = pick_row (self, laptop, kinds[i].entity);
  SpilAction *action;
  g_autoptr (SpilRecord) reversal = NULL;
  const SpilRuleFields *fields;
  int64_t cents;

  if (row == NULL)
    return;
  action = spil_action_new ("Reversed");
  fields = spil_rule_fields (row);
  reversal = spil_record_new (spil_record_get_entity (row), spil_id_new ());
  cents = -spil_record_get_integer (row, fields->amount);
  spil_record_set (reversal, fields->line, spil_record_get (row, fields->line));
  spil_record_set_day (reversal, fields->date,
                       world_chance (self, 50) ? world_day (self) : spil_day_today ());
  spil_record_set_integer (reversal, fields->amount, world_chance (self, 85) ? cents : cents + 1);
  spil_record_set_integer (reversal, fields->vat, EX);
  spil_record_set_reference (reversal, fields->reverses, spil_record_get_id (row));
  if (fields->draws != 0)
    spil_record_set (reversal, fields->draws, spil_record_get (row, fields->draws));
  if (kinds[i].kind == SPIL_BOOKING_COMMITMENT || kinds[i].kind == SPIL_BOOKING_ACTUAL)
    spil_record_set_text (reversal, SPIL_COMMITMENT_DESCRIPTION, "Reversed");
  if (kinds[i].kind == SPIL_BOOKING_COMMITMENT && cents < 0 && world_chance (self, 40)) {
    spil_record_set_integer (reversal, SPIL_COMMITMENT_RELEASE, TRUE);
    spil_record_set_integer (reversal, fields->amount, -1 - world_below (self, (int) -cents));
    spil_record_set_null (reversal, fields->draws);
  }
  spil_action_add (action, reversal);
  act (self, laptop, action, "wild reversal", NULL);
}

static void
do_release (World *self, int laptop)
{
  SpilRecord *row = pick_row (self, laptop, SPIL_ENTITY_COMMITMENT);
  g_autoptr (GError) error = NULL;

  if (row != NULL)
    act (self, laptop,
         spil_booking_release_action (self->laptops.stores[laptop], spil_record_get_id (row), SPIL_DAY_NONE,
                                      NULL, &error),
         "release", &error);
}

static void
do_correct (World *self, int laptop)
{
  int i = world_below (self, G_N_ELEMENTS (kinds) - 1);
  SpilRecord *row = pick_row (self, laptop, kinds[i].entity);
  SpilRecord *line = pick_line (self, laptop);
  SpilBooking instead = { .kind = kinds[i].kind,
                          .line = spil_record_get_id (line),
                          .date = world_day (self),
                          .amount = spil_money (pick_amount (self, laptop, line), SPIL_VAT_EXCLUDED),
                          .description = "Corrected" };
  g_autoptr (GError) error = NULL;

  if (row != NULL)
    act (self, laptop,
         spil_booking_correct_action (self->laptops.stores[laptop], kinds[i].kind, spil_record_get_id (row),
                                      &instead, &error),
         "correct", &error);
}

static SpilPeriod
some_quarter (World *self)
{
  return spil_period_of (SPIL_PERIOD_QUARTER, spil_day_from_ymd (2018, 1 + 3 * world_below (self, 4), 1));
}

static void
do_forecast (World *self, int laptop)
{
  g_autoptr (GError) error = NULL;

  act (self, laptop,
       spil_forecast_set_action (self->laptops.stores[laptop], spil_record_get_id (pick_line (self, laptop)),
                                 some_quarter (self),
                                 spil_money (world_below (self, 5) * 10001, SPIL_VAT_EXCLUDED), NULL, &error),
       "forecast", &error);
}

// Moves money between two lines of what is in force.
static void
do_reallocate (World *self, int laptop)
{
  SpilRecord *current = naive_current (self->naive[laptop], spil_day_today ());
  int from = 1 + world_below (self, 3);
  int to = 1 + (from + world_below (self, 2)) % 3;
  SpilReallocationRow rows[2] = { 0 };
  int64_t moved = 1 + world_below (self, 3000000);
  SpilId id;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++) {
    SpilRecord *line = naive_line (self->naive[laptop], current, i == 0 ? from : to);
    int64_t amount = spil_record_get_integer (line, SPIL_BUDGET_LINE_AMOUNT);

    if (i == 0)
      moved = MIN (moved, amount);
    rows[i].line = spil_record_get_id (line);
    rows[i].after = spil_money (amount + (i == 0 ? -moved : moved), SPIL_VAT_EXCLUDED);
  }
  act (self, laptop,
       spil_budget_reallocate_action (self->laptops.stores[laptop], spil_record_get_id (current), rows, 2,
                                      NULL, world_chance (self, 50) ? SPIL_DAY_NONE : spil_day_today (),
                                      SPIL_ID_NIL, "Anders", &id, &error),
       "re-allocate", &error);
}

// Decides or withdraws a proposal of this laptop.
static void
do_decide (World *self, int laptop)
{
  SpilRecord *version = pick_row (self, laptop, SPIL_ENTITY_BUDGET_VERSION);
  g_autoptr (GError) error = NULL;
  SpilStore *store = self->laptops.stores[laptop];
  SpilId id = spil_record_get_id (version);

  if (!naive_owns (self->naive[laptop], id))
    return;
  if (world_chance (self, 75))
    act (self, laptop, spil_budget_decide_action (store, id, spil_day_today (), SPIL_ID_NIL, &error),
         "decide", &error);
  else
    act (self, laptop, spil_budget_withdraw_action (store, id, spil_day_today (), &error), "withdraw",
         &error);
}

// Changes the amount of a line: of a proposal it may be.
static void
do_amount (World *self, int laptop)
{
  SpilRecord *line = pick_row (self, laptop, SPIL_ENTITY_BUDGET_LINE);
  int number = (int) spil_record_get_integer (line, SPIL_BUDGET_LINE_NUMBER);
  SpilRecord *version = naive_find (self->naive[laptop],
                                    spil_record_get_reference (line, SPIL_BUDGET_LINE_VERSION));
  SpilRecord *other = naive_line (self->naive[laptop], version, 1 + number % 3);
  int64_t moved = world_below (self, 100000);
  SpilAction *action;

  moved = MIN (moved, spil_record_get_integer (line, SPIL_BUDGET_LINE_AMOUNT));
  // What changes nothing is no step.
  if (number > 3 || moved == 0 || !naive_owns (self->naive[laptop], spil_record_get_id (line)))
    return;
  action = spil_action_new ("Amounts");
  for (int i = 0; i < 2; i++) {
    SpilRecord *each = i == 0 ? line : other;
    SpilValue value = spil_value_integer (spil_record_get_integer (each, SPIL_BUDGET_LINE_AMOUNT) +
                                          (i == 0 ? -moved : moved));

    spil_change_assign (
        spil_action_set_row (action, spil_record_get_entity (each), spil_record_get_id (each)),
        SPIL_BUDGET_LINE_AMOUNT, &value);
  }
  act (self, laptop, action, "amounts", NULL);
}

static void
do_close (World *self, int laptop)
{
  g_autoptr (GError) error = NULL;

  act (self, laptop,
       spil_period_close_action (self->laptops.stores[laptop], some_quarter (self), SPIL_DAY_NONE, NULL,
                                 SPIL_ID_NIL, &error),
       "close", &error);
}

static void
do_reopen (World *self, int laptop)
{
  SpilRecord *period = pick_row (self, laptop, SPIL_ENTITY_CLOSED_PERIOD);
  g_autoptr (GError) error = NULL;

  if (period != NULL)
    act (self, laptop,
         spil_period_reopen_action (self->laptops.stores[laptop], spil_record_get_id (period), SPIL_DAY_NONE,
                                    NULL, &error),
         "reopen", &error);
}

// What others refer to by now cannot be undone; then nothing changes.
static void
do_turn (World *self, int laptop)
{
  gboolean back = !naive_can_redo (self->naive[laptop]) || world_chance (self, 60);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (back && !naive_can_undo (self->naive[laptop]))
    return;
  done = back ? spil_store_undo (self->laptops.stores[laptop], NULL, &error)
              : spil_store_redo (self->laptops.stores[laptop], NULL, &error);
  world_tell (self, "%d %d %s: %s", self->step, laptop, back ? "undo" : "redo",
              done ? "done" : error->message);
  if (!done)
    return;
  if (back)
    naive_undo (self->naive[laptop]);
  else
    naive_redo (self->naive[laptop]);
}

void
world_meet (World *self, int laptop)
{
  world_tell (self, "%d meet", self->step);
  meet (&self->laptops);
  naive_meet (self->naive, 3);
  for (int i = 0; i < 3; i++) {
    world_check (self, i);
    world_check_faults (self, i);
  }
}

// A re-allocation on which others book before its own laptop takes it back.
static void
do_undone (World *self, int laptop)
{
  guint before = self->naive[laptop]->n_done;

  do_reallocate (self, laptop);
  if (self->naive[laptop]->n_done == before)
    return;
  world_meet (self, laptop);
  for (int i = 0; i < 4; i++)
    do_booking (self, (laptop + 1 + i % 2) % 3);
  do_turn (self, laptop);
  world_meet (self, laptop);
}

static const struct
{
  int weight;
  void (*act) (World *self, int laptop);
} operations[] = {
  { 40, do_booking }, { 10, do_reverse },   { 8, do_wild_reverse }, { 6, do_release }, { 5, do_correct },
  { 5, do_forecast }, { 3, do_reallocate }, { 4, do_decide },       { 3, do_amount },  { 3, do_close },
  { 2, do_reopen },   { 8, do_turn },       { 3, world_meet },      { 1, do_undone },
};

void
world_step (World *self)
{
  int laptop = world_below (self, 3);
  int sum = 0;
  int at;

  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    sum += operations[i].weight;
  at = world_below (self, sum);
  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++) {
    at -= operations[i].weight;
    if (at < 0) {
      operations[i].act (self, laptop);
      break;
    }
  }
  world_check (self, laptop);
  if (self->step % 20 == 0)
    world_check_faults (self, laptop);
}
