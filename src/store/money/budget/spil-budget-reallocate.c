// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-budget-action.h"
#include "spil-booking-private.h"
#include "spil-budget-private.h"
#include "spil-budget-query.h"
#include "spil-store-private.h"
#include "spil-text.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 60

/* A version while its successor is made. */
typedef struct
{
  SpilStore *store;
  SpilAction *action;
  SpilRecord *before; /* version */
  GPtrArray *lines; /* of SpilBudgetLineFigures: those of the version */
  GPtrArray *allocations; /* of SpilBudgetAllocationRow */
  GArray *rows; /* of SpilReallocationRow: the lines in their order, then new ones; names borrowed */
  GString *cut; /* what became of allocations, in sentences */
} Making;

static void
making_clear (Making *self)
{
  g_clear_object (&self->before);
  g_clear_pointer (&self->action, spil_action_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->allocations, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  if (self->cut != NULL)
    g_string_free (g_steal_pointer (&self->cut), TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static gboolean
making_init (Making *self, SpilStore *store, SpilId version, GError **error)
{
  self->store = store;
  self->action = spil_action_new (NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (SpilReallocationRow));
  self->cut = g_string_new (NULL);
  self->before = spil_store_get (store, spil_entity (SPIL_ENTITY_BUDGET_VERSION), version, error);
  if (self->before == NULL)
    return FALSE;
  self->lines = spil_budget_query_lines (store, version, SPIL_DAY_NONE, error);
  if (self->lines == NULL)
    return FALSE;
  self->allocations = spil_budget_query_allocations (store, version, error);
  return self->allocations != NULL;
}

static const SpilReallocationRow *
find_row (const SpilReallocationRow *rows, gsize n, SpilId line)
{
  for (gsize i = 0; i < n; i++)
    if (spil_id_equal (rows[i].line, line))
      return &rows[i];
  return NULL;
}

/* The rows as the budget stands now, with what each is to become. */
static void
gather_rows (Making *self, const SpilReallocationRow *asked, gsize n)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const SpilBudgetLineFigures *line = self->lines->pdata[i];
    const SpilReallocationRow *wanted = find_row (asked, n, line->id);
    SpilReallocationRow row = { .line = line->id,
                                .number = line->number,
                                .name = line->name,
                                .pm = line->pm && (wanted == NULL || wanted->pm),
                                .outside = line->outside,
                                .before = line->budget,
                                .after = wanted != NULL ? wanted->after : line->budget,
                                .used = spil_budget_line_get_used (line) };

    g_array_append_val (self->rows, row);
  }
  for (gsize i = 0; i < n; i++) {
    SpilReallocationRow row = asked[i];

    if (!spil_id_is_nil (row.line))
      continue;
    row.before = row.used = spil_money (0, row.after.vat);
    g_array_append_val (self->rows, row);
  }
}

static gboolean
judge (const Making *self, SpilDay date, SpilId decision, SpilReallocation *judged, GError **error)
{
  const SpilReallocationRow *rows = (const SpilReallocationRow *) (gpointer) self->rows->data;
  g_autofree char *sentence = NULL;

  *judged = spil_reallocation_judge (rows, self->rows->len);
  sentence = spil_reallocation_dup_sentence (judged, rows);
  if (!judged->allowed)
    return spil_money_refuse (error, g_steal_pointer (&sentence));
  if (judged->total_kept || !spil_day_is_known (date) || !spil_id_is_nil (decision))
    return TRUE;
  return spil_money_refuse (
      error,
      g_strdup_printf (_ ("%s Name the decision that changes the total, or make it a proposal."), sentence));
}

static SpilChange *
put_version (Making *self, const SpilReallocation *judged, const char *name, SpilDay date, SpilId decision,
             const char *reason)
{
  static const int copied[] = { SPIL_BUDGET_VERSION_YEAR, SPIL_BUDGET_VERSION_VAT, SPIL_BUDGET_VERSION_FROM };
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_BUDGET_VERSION), spil_id_new ());
  g_autofree char *made = NULL;

  if (name == NULL || *name == '\0') {
    // TRANSLATORS: name of a new version of a budget; %s: the name of the version that it changes.
    made = g_strdup_printf (_ ("%s, changed"), spil_record_get_title (self->before));
    name = made;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (copied); i++)
    spil_record_set (record, copied[i], spil_record_get (self->before, copied[i]));
  spil_record_set_text (record, SPIL_BUDGET_VERSION_NAME, name);
  spil_record_set_text (record, SPIL_BUDGET_VERSION_REASON, reason);
  spil_record_set_integer (record, SPIL_BUDGET_VERSION_TOTAL,
                           spil_record_get_integer (self->before, SPIL_BUDGET_VERSION_TOTAL) +
                               judged->after.cents - judged->before.cents);
  spil_record_set_reference (record, SPIL_BUDGET_VERSION_REPLACES, spil_record_get_id (self->before));
  spil_record_set_reference (record, SPIL_BUDGET_VERSION_DECISION, decision);
  if (spil_day_is_known (date))
    spil_record_set_day (record, SPIL_BUDGET_VERSION_DATE, date);
  else
    spil_record_set_integer (record, SPIL_BUDGET_VERSION_PROPOSAL, TRUE);
  return spil_action_add (self->action, record);
}

static void
note_cut (Making *self, const SpilReallocationRow *row, const SpilBudgetAllocationRow *allocation,
          int64_t left)
{
  g_autofree char *name = spil_text_one_line (row->name, NAME_CHARS);
  g_autofree char *source = spil_text_one_line (allocation->source_name, NAME_CHARS);
  g_autofree char *before = spil_money_format (allocation->amount.cents, SPIL_MONEY_CENTS);
  g_autofree char *after = spil_money_format (left, SPIL_MONEY_CENTS);

  if (self->cut->len > 0)
    g_string_append_c (self->cut, '\n');
  g_string_append_printf (self->cut,
                          _ ("Budget line %d (%s) is less than its sources gave: “%s” goes from %s to %s."),
                          row->number, name, source, before, after);
}

/* Copies the allocations of a line to its successor, cut to its new amount. */
static void
put_allocations (Making *self, const SpilReallocationRow *row, SpilId line)
{
  int64_t room = row->pm ? INT64_MAX : row->after.cents;

  for (guint i = 0; i < self->allocations->len; i++) {
    const SpilBudgetAllocationRow *allocation = self->allocations->pdata[i];
    int64_t cents = MIN (allocation->amount.cents, room);
    g_autoptr (SpilRecord) record = NULL;

    if (!spil_id_equal (allocation->line, row->line))
      continue;
    if (cents < allocation->amount.cents)
      note_cut (self, row, allocation, cents);
    if (!row->pm)
      room -= cents;
    if (cents == 0 && allocation->amount.cents != 0)
      continue;
    record = spil_record_new (spil_entity (SPIL_ENTITY_ALLOCATION), spil_id_new ());
    spil_record_set_reference (record, SPIL_ALLOCATION_LINE, line);
    spil_record_set_reference (record, SPIL_ALLOCATION_SOURCE, allocation->source);
    spil_record_set_integer (record, SPIL_ALLOCATION_AMOUNT, cents);
    spil_action_add (self->action, record);
  }
}

static SpilRecord *
make_line (const Making *self, const SpilReallocationRow *row, SpilId version, GError **error)
{
  static const int copied[] = { SPIL_BUDGET_LINE_NUMBER, SPIL_BUDGET_LINE_NAME, SPIL_BUDGET_LINE_ACTION_LINE,
                                SPIL_BUDGET_LINE_AMOUNT, SPIL_BUDGET_LINE_VAT,  SPIL_BUDGET_LINE_NOTES,
                                SPIL_BUDGET_LINE_OUTSIDE };
  g_autoptr (SpilRecord) record = spil_record_new (spil_entity (SPIL_ENTITY_BUDGET_LINE), spil_id_new ());

  if (spil_id_is_nil (row->line)) {
    spil_record_set_integer (record, SPIL_BUDGET_LINE_NUMBER, row->number);
    spil_record_set_text (record, SPIL_BUDGET_LINE_NAME, row->name);
    spil_record_set_integer (record, SPIL_BUDGET_LINE_VAT, row->after.vat);
    if (row->outside)
      spil_record_set_integer (record, SPIL_BUDGET_LINE_OUTSIDE, TRUE);
  } else {
    g_autoptr (SpilRecord)
        before = spil_store_get (self->store, spil_entity (SPIL_ENTITY_BUDGET_LINE), row->line, error);

    if (before == NULL)
      return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS (copied); i++)
      spil_record_set (record, copied[i], spil_record_get (before, copied[i]));
  }
  spil_record_set_reference (record, SPIL_BUDGET_LINE_VERSION, version);
  if (row->pm)
    spil_record_set_integer (record, SPIL_BUDGET_LINE_PM, TRUE);
  else if (row->after.cents != 0 || spil_id_is_nil (row->line) ||
           !spil_record_is_null (record, SPIL_BUDGET_LINE_AMOUNT))
    spil_record_set_integer (record, SPIL_BUDGET_LINE_AMOUNT, row->after.cents);
  return g_steal_pointer (&record);
}

static gboolean
put_lines (Making *self, SpilId version, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const SpilReallocationRow *row = &g_array_index (self->rows, SpilReallocationRow, i);
    g_autoptr (SpilRecord) record = make_line (self, row, version, error);

    if (record == NULL)
      return FALSE;
    spil_action_add (self->action, record);
    put_allocations (self, row, spil_record_get_id (record));
  }
  return TRUE;
}

static gboolean
check_base (const Making *self, SpilDay date, GError **error)
{
  SpilDay decided = spil_record_get_day (self->before, SPIL_BUDGET_VERSION_DATE);
  g_autofree char *name = spil_store_name_row (self->before);
  g_autofree char *day = NULL;

  if (!spil_day_is_known (decided))
    return spil_money_refuse (
        error,
        g_strdup_printf (
            _ ("%s was not decided, so it cannot be changed by a new version. Change its lines, or decide on it first."),
            name));
  if (!spil_budget_check_latest (self->store, self->before, error))
    return FALSE;
  if (!spil_day_is_known (date) || spil_day_compare (date, decided) >= 0)
    return TRUE;
  day = spil_day_format_long (decided);
  return spil_money_refuse (
      error, g_strdup_printf (_ ("%s was decided on %s; what changes it is decided on that day or later."),
                              name, day));
}

SpilAction *
spil_budget_reallocate_action (SpilStore *store, SpilId version, const SpilReallocationRow *rows, gsize n,
                               const char *name, SpilDay date, SpilId decision, const char *reason,
                               SpilId *id, GError **error)
{
  g_auto (Making) making = { 0 };
  SpilReallocation judged;
  SpilChange *change;

  if (!making_init (&making, store, version, error) || !check_base (&making, date, error))
    return NULL;
  gather_rows (&making, rows, n);
  if (!judge (&making, date, decision, &judged, error))
    return NULL;
  g_free (making.action->label);
  making.action->label = g_strdup (spil_day_is_known (date) ? _ ("Budget changed")
                                                            : _ ("Change of the budget proposed"));
  change = put_version (&making, &judged, name, date, decision, reason);
  if (!put_lines (&making, change->id, error))
    return NULL;
  if (making.cut->len > 0) {
    const SpilValue notes = { .kind = SPIL_VALUE_TEXT, .text = making.cut->str };

    spil_change_assign (change, SPIL_BUDGET_VERSION_NOTES, &notes);
  }
  if (id != NULL)
    *id = change->id;
  return g_steal_pointer (&making.action);
}
