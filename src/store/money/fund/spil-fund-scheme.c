// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-private.h"

#include <glib/gi18n-lib.h>

#include "spil-budget-query.h"
#include "spil-entity.h"
#include "spil-number.h"
#include "spil-read.h"

/* Columns from @column on: ceiling, VAT, own share, ceiling per application, opens, closes, other is own, advance share, days to decide, days to account, order. */
static SpilFundTerms
get_terms (SpilStatement *row, int column)
{
  return (SpilFundTerms) {
    .has_ceiling = !spil_statement_is_null (row, column),
    .ceiling = spil_get_money (row, column, column + 1),
    .has_own_share = !spil_statement_is_null (row, column + 2),
    .own_share = spil_statement_get_integer (row, column + 2),
    .has_application_ceiling = !spil_statement_is_null (row, column + 3),
    .application_ceiling = spil_get_money (row, column + 3, column + 1),
    .opens = spil_get_day (row, column + 4),
    .closes = spil_get_day (row, column + 5),
    .other_is_own = spil_statement_get_integer (row, column + 6) != 0,
    .has_advance_share = !spil_statement_is_null (row, column + 7),
    .advance_share = spil_statement_get_integer (row, column + 7),
    .decide_days = spil_get_int (row, column + 8),
    .account_days = spil_get_int (row, column + 9),
    .order = spil_get_int (row, column + 10),
  };
}

static gpointer
make_scheme (SpilStatement *row, gpointer user_data)
{
  SpilFundSchemeRow *self = g_new0 (SpilFundSchemeRow, 1);
  SpilMoney nothing;

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->application_ceiling_source = spil_get_text (row, 2);
  self->line = spil_statement_get_id (row, 3);
  self->terms = get_terms (row, 4);
  self->order = self->terms.order;
  self->has_room = self->terms.has_ceiling;
  self->is_weighed = TRUE;
  nothing = spil_money (0, self->terms.ceiling.vat);
  self->taken = self->paid = self->to_pay = self->to_recover = self->pipeline = nothing;
  self->weighted = self->room = self->over = nothing;
  return self;
}

void
spil_fund_scheme_row_free (SpilFundSchemeRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->application_ceiling_source);
  g_free (self);
}

/* The window that use is held against: each edge of the scheme, else of the programme, else of the budget in force. */
typedef struct
{
  SpilDay from;
  SpilDay to;
} Window;

static gboolean
take_window (SpilStatement *row, gpointer user_data)
{
  *(Window *) user_data = (Window) { spil_get_day (row, 0), spil_get_day (row, 1) };
  return FALSE;
}

static gboolean
read_window (SpilStore *store, SpilDay day, Window *window, GError **error)
{
  g_autoptr (SpilBudgetVersionRow) version = NULL;
  g_autoptr (GError) local = NULL;

  *window = (Window) { SPIL_DAY_NONE, SPIL_DAY_NONE };
  if (!spil_read_each (store, "SELECT start, \"end\" FROM programme WHERE id = ?1", NULL, 0, take_window,
                       window, error))
    return FALSE;
  version = spil_budget_query_current (store, day, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (version == NULL)
    return TRUE;
  if (!spil_day_is_known (window->from))
    window->from = version->from;
  if (!spil_day_is_known (window->to) && version->year > 0)
    window->to = spil_day_from_ymd (version->year, 12, 31);
  return TRUE;
}

GPtrArray *
spil_fund_read_schemes (SpilStore *store, SpilDay day, GError **error)
{
  static const char sql[] =
      "SELECT id, name, application_ceiling_source, line, ceiling, vat, own_share, application_ceiling, opens,"
      " closes, other_is_own, advance_share, decide_days, account_days, order_rule FROM scheme"
      " WHERE dead = 0 AND programme = ?1 ORDER BY name, id";
  g_autoptr (GPtrArray) schemes = spil_read_all (store, sql, NULL, 0, make_scheme, NULL,
                                                 (GDestroyNotify) spil_fund_scheme_row_free, error);
  Window window;

  if (schemes == NULL || !read_window (store, day, &window, error))
    return NULL;
  for (guint i = 0; i < schemes->len; i++) {
    SpilFundSchemeRow *scheme = schemes->pdata[i];

    scheme->from = spil_day_is_known (scheme->terms.opens) ? scheme->terms.opens : window.from;
    scheme->to = spil_day_is_known (scheme->terms.closes) ? scheme->terms.closes : window.to;
  }
  return g_steal_pointer (&schemes);
}

char *
spil_fund_scheme_dup_over (const SpilFundSchemeRow *self)
{
  g_autofree char *over = spil_money_format (self->over.cents, SPIL_MONEY_CENTS);
  g_autofree char *ceiling = spil_money_format (self->terms.ceiling.cents, SPIL_MONEY_CENTS);

  if (self->n_over == 0)
    return NULL;
  return g_strdup_printf (
      ngettext (
          "“%s”: the awards stand %s over the ceiling of %s. In the order of treatment %d application comes "
          "too late for the room; decide on it, and name that decision there.",
          "“%s”: the awards stand %s over the ceiling of %s. In the order of treatment %d applications come "
          "too late for the room; decide on them, and name that decision there.",
          (gulong) self->n_over),
      self->name, over, ceiling, self->n_over);
}

char *
spil_fund_application_dup_over (const SpilFundApplicationRow *self)
{
  g_autofree char *over = spil_money_format (self->over.cents, SPIL_MONEY_CENTS);

  if (self->over.cents <= 0)
    return NULL;
  if (!spil_id_is_nil (self->decision))
    return g_strdup_printf (_ ("%s of this stands over the ceiling of the scheme, by decision."), over);
  return g_strdup_printf (
      _ ("%s of this stands over the ceiling of the scheme: others come before it in the order of treatment. "
         "Decide on it, and name that decision here."),
      over);
}
