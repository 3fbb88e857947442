// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-agenda-query.h"

#include <string.h>

#include "spil-debt-read.h"
#include "spil-entity.h"
#include "spil-read.h"
#include "spil-toolkit-query.h"

void
spil_agenda_item_free (SpilAgendaItem *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->text);
  g_free (self->who);
  g_free (self);
}

#define ACTIONS_SQL                                                                                          \
  " FROM next_action a LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL ("a.organisation")                                    \
  " WHERE a.dead = 0 AND a.programme = ?1 AND a.due <= ?2 AND a.state = ?3 AND (?4 IS NULL OR a.owner = ?4)"

static gpointer
make_action (SpilStatement *row, gpointer user_data)
{
  const SpilAgendaFilter *filter = user_data;
  SpilAgendaItem *self = g_new0 (SpilAgendaItem, 1);

  self->kind = SPIL_AGENDA_ACTION;
  self->id = spil_statement_get_id (row, 0);
  self->organisation = spil_statement_get_id (row, 1);
  self->organisation_name = spil_get_text (row, 2);
  self->text = spil_get_text (row, 3);
  self->who = spil_get_text (row, 4);
  self->due = spil_get_day (row, 5);
  self->days = spil_day_between (self->due, filter->today);
  return self;
}

/* Appends the items of @from, which keep their owner's free function. */
static void
move_items (GPtrArray *items, GPtrArray *from)
{
  g_ptr_array_set_free_func (from, NULL);
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (items, from->pdata[i]);
}

static gboolean
add_actions (SpilStore *store, const SpilAgendaFilter *filter, GPtrArray *items, GError **error)
{
  static const char sql[] = "SELECT a.id, o.id, o.name, a.text, a.owner, a.due" ACTIONS_SQL
                            " ORDER BY a.due, a.row LIMIT ?5";
  const SpilGiven parameters[] = {
    SPIL_GIVE_INTEGER (spil_day_add (filter->today, filter->days_ahead).number),
    SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN), SPIL_GIVE_TEXT (filter->person),
    SPIL_GIVE_INTEGER (filter->limit > 0 ? filter->limit : -1)
  };
  g_autoptr (GPtrArray)
      actions = spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_action,
                               (gpointer) filter, (GDestroyNotify) spil_agenda_item_free, error);

  if (actions == NULL)
    return FALSE;
  move_items (items, actions);
  return TRUE;
}

/* The longest overdue first, those never contacted after them. */
static int
compare_debts (gconstpointer a, gconstpointer b)
{
  const SpilDebt *one = a, *other = b;

  if (one->debt.never != other->debt.never)
    return one->debt.never ? 1 : -1;
  if (one->debt.days != other->debt.days)
    return one->debt.days > other->debt.days ? -1 : 1;
  return spil_id_compare (one->organisation, other->organisation);
}

/* What is owed within the days ahead, the longest first. */
static GArray *
read_debts (SpilStore *store, const SpilAgendaFilter *filter, GError **error)
{
  g_autoptr (GArray) debts = spil_debts_read (store, filter->person, filter->today, FALSE, error);
  guint kept = 0;

  if (debts == NULL)
    return NULL;
  for (guint i = 0; i < debts->len; i++) {
    const SpilDebt *debt = &g_array_index (debts, SpilDebt, i);

    if (spil_contact_debt_is_owed (debt->debt) ||
        (filter->days_ahead > 0 && debt->debt.days >= -filter->days_ahead))
      g_array_index (debts, SpilDebt, kept++) = *debt;
  }
  g_array_set_size (debts, kept);
  g_array_sort (debts, compare_debts);
  return g_steal_pointer (&debts);
}

static gboolean
take_names (SpilStatement *row, gpointer user_data)
{
  SpilAgendaItem *item = user_data;

  item->organisation_name = spil_get_text (row, 0);
  item->who = spil_get_text (row, 1);
  return FALSE;
}

static gboolean
add_contacts (SpilStore *store, const SpilAgendaFilter *filter, GPtrArray *items, int64_t *count,
              GError **error)
{
  static const char sql[] =
      "SELECT o.name, coalesce (e.mobility_broker, e.sustainability_broker) FROM organisation o"
      " LEFT JOIN engagement e ON e.row = " SPIL_RELATION_ROW_SQL ("o.id") " WHERE o.id = ?2";
  g_autoptr (GArray) debts = read_debts (store, filter, error);
  guint n;

  if (debts == NULL)
    return FALSE;
  *count = debts->len;
  n = filter->limit > 0 ? (guint) MIN (filter->limit, (int64_t) debts->len) : debts->len;
  for (guint i = 0; i < n; i++) {
    const SpilDebt *debt = &g_array_index (debts, SpilDebt, i);
    const SpilGiven parameters[] = { SPIL_GIVE_ID (debt->organisation) };
    SpilAgendaItem *item = g_new0 (SpilAgendaItem, 1);

    item->kind = SPIL_AGENDA_CONTACT;
    item->id = item->organisation = debt->organisation;
    item->due = debt->debt.due;
    item->days = debt->debt.days;
    g_ptr_array_add (items, item);
    if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_names, item, error))
      return FALSE;
  }
  return TRUE;
}

/* Extensions are decided at the end of the first period, and make no sense any more once the extension would be over. */
static gboolean
is_to_decide (const SpilCohortRow *cohort, const SpilAgendaFilter *filter)
{
  SpilDay from = cohort->decide_on;

  if (cohort->n_to_decide + cohort->n_open == 0 || !spil_day_is_known (from))
    return FALSE;
  if (spil_day_between (filter->today, from) > filter->days_ahead)
    return FALSE;
  return cohort->rules.extension_weeks <= 0 ||
         spil_day_between (from, filter->today) <= cohort->rules.extension_weeks * 7;
}

static gboolean
add_trials (SpilStore *store, const SpilAgendaFilter *filter, GPtrArray *items, int64_t *count,
            GError **error)
{
  g_autoptr (GPtrArray) cohorts = spil_toolkit_query_cohorts (store, SPIL_ID_NIL, error);

  *count = 0;
  if (cohorts == NULL)
    return FALSE;
  /* The latest start comes first, so the longest overdue is at the end. */
  for (guint i = cohorts->len; i-- > 0;) {
    const SpilCohortRow *cohort = cohorts->pdata[i];
    SpilAgendaItem *item;

    if (!is_to_decide (cohort, filter) || ((*count)++ >= filter->limit && filter->limit > 0))
      continue;
    item = g_new0 (SpilAgendaItem, 1);
    item->kind = SPIL_AGENDA_TRIAL;
    item->id = cohort->id;
    item->organisation = cohort->organisation;
    item->organisation_name = g_strdup (cohort->organisation_name);
    item->text = g_strdup (cohort->name != NULL ? cohort->name : cohort->instrument_name);
    item->due = cohort->decide_on;
    item->days = spil_day_between (item->due, filter->today);
    item->count = cohort->n_to_decide + cohort->n_open;
    g_ptr_array_add (items, item);
  }
  return TRUE;
}

static gboolean
count_actions (SpilStore *store, const SpilAgendaFilter *filter, int64_t *count, GError **error)
{
  const SpilGiven parameters[] = {
    SPIL_GIVE_INTEGER (spil_day_add (filter->today, filter->days_ahead).number),
    SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN), SPIL_GIVE_TEXT (filter->person)
  };

  return spil_read_integer (store, "SELECT count (*)" ACTIONS_SQL, parameters, G_N_ELEMENTS (parameters),
                            count, error);
}

GPtrArray *
spil_agenda_query (SpilStore *store, const SpilAgendaFilter *filter, int64_t counts[3], GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_agenda_item_free);
  int64_t found[3] = { 0 };

  g_return_val_if_fail (filter != NULL && spil_day_is_known (filter->today), NULL);

  if (!add_actions (store, filter, items, error) ||
      !add_contacts (store, filter, items, &found[SPIL_AGENDA_CONTACT], error) ||
      !add_trials (store, filter, items, &found[SPIL_AGENDA_TRIAL], error))
    return NULL;
  if (counts == NULL)
    return g_steal_pointer (&items);
  if (!count_actions (store, filter, &found[SPIL_AGENDA_ACTION], error))
    return NULL;
  memcpy (counts, found, sizeof found);
  return g_steal_pointer (&items);
}
