// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

#include <glib/gi18n-lib.h>

/* (1 - own share) x cost, rounded down so that the employer never pays a cent too little. */
static int64_t
share_of (int64_t cost, int64_t own_share)
{
  return (int64_t) ((__int128) cost * (SPIL_DECIMAL_ONE - own_share) / SPIL_DECIMAL_ONE);
}

static void
limit_by (SpilFundAward *award, SpilFundLimit limit, SpilMoney amount)
{
  if (award->limit != SPIL_FUND_LIMIT_NONE && amount.cents >= award->highest.cents)
    return;
  award->limit = limit;
  award->highest = spil_money (MAX (0, amount.cents), amount.vat);
}

SpilFundAward
spil_fund_highest_award (const SpilFundTerms *terms, const SpilFundCase *application, const SpilMoney *room)
{
  SpilVat vat = application->cost.vat;
  SpilFundAward award = {
    .has_ceiling = terms->has_application_ceiling,
    .by_ceiling = terms->application_ceiling,
    .has_share = terms->has_own_share,
    .has_room = room != NULL,
    .by_room = room != NULL ? *room : spil_money (0, vat),
    .cost = application->cost,
    .own_share = terms->own_share,
    .highest = spil_money (0, vat),
    .own = spil_money (0, vat),
  };

  award.vat_differs = application->has_cost && ((award.has_ceiling && award.by_ceiling.vat != vat) ||
                                                (award.has_room && award.by_room.vat != vat));
  award.known = application->has_cost && !award.vat_differs;
  if (!award.known)
    return award;

  award.by_rest = spil_money (application->cost.cents - application->other.cents, vat);
  award.by_share = spil_money (share_of (application->cost.cents, terms->own_share) -
                                   (terms->other_is_own ? 0 : application->other.cents),
                               vat);
  if (award.has_share)
    limit_by (&award, SPIL_FUND_LIMIT_SHARE, award.by_share);
  if (award.has_ceiling)
    limit_by (&award, SPIL_FUND_LIMIT_CEILING, award.by_ceiling);
  limit_by (&award, SPIL_FUND_LIMIT_REST, award.by_rest);
  if (award.has_room)
    limit_by (&award, SPIL_FUND_LIMIT_ROOM, award.by_room);
  award.own = spil_money (award.by_rest.cents - award.highest.cents, vat);
  return award;
}

gboolean
spil_fund_may_award (const SpilFundAward *highest, SpilMoney award)
{
  return highest->known && award.vat == highest->highest.vat && award.cents <= highest->highest.cents;
}

static void
append_limit (GString *list, SpilMoney amount, const char *what)
{
  g_autofree char *text = spil_money_format (amount.cents, SPIL_MONEY_CENTS);

  g_string_append_printf (list, "%s%s (%s)", list->len > 0 ? ", " : "", text, what);
}

static char *
dup_share_text (const SpilFundAward *award)
{
  g_autofree char *percent = spil_decimal_format ((SPIL_DECIMAL_ONE - award->own_share) * 100);
  g_autofree char *cost = spil_money_format (award->cost.cents, SPIL_MONEY_CENTS);
  int64_t less = share_of (award->cost.cents, award->own_share) - award->by_share.cents;
  g_autofree char *other = spil_money_format (less, SPIL_MONEY_CENTS);

  if (less != 0)
    return g_strdup_printf (_ ("%s%% of %s less %s of other subsidies"), percent, cost, other);
  return g_strdup_printf (_ ("%s%% of %s"), percent, cost);
}

char *
spil_fund_award_dup_sentence (const SpilFundAward *award)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *highest = spil_money_format (award->highest.cents, SPIL_MONEY_CENTS);
  g_autofree char *own = spil_money_format (award->own.cents, SPIL_MONEY_CENTS);
  g_autofree char *share = dup_share_text (award);

  if (award->vat_differs)
    return g_strdup (
        _ ("The highest award cannot be worked out: the application and the scheme have different VAT "
           "notes. Enter the application with the VAT note of the scheme."));
  if (!award->known)
    return g_strdup (_ ("The highest award is not known: the cost has not been filled in."));

  if (award->has_share)
    append_limit (list, award->by_share, share);
  if (award->has_ceiling)
    append_limit (list, award->by_ceiling, _ ("ceiling per application"));
  if (award->by_rest.cents != award->cost.cents || list->len == 0)
    append_limit (list, award->by_rest, _ ("cost less other subsidies"));
  if (award->has_room)
    append_limit (list, award->by_room, _ ("room in the scheme"));
  if (award->has_award)
    append_limit (list, award->by_award, _ ("what was awarded"));
  return g_strdup_printf (_ ("At most %s, the lowest of: %s; the employer then pays %s."), highest, list->str,
                          own);
}

SpilMoney
spil_fund_taken (int state, gboolean has_awarded, SpilMoney awarded, gboolean has_settled, SpilMoney settled)
{
  SpilMoney nothing = spil_money (0, awarded.vat);

  switch (state) {
  case SPIL_APPLICATION_STATE_AWARDED:
  case SPIL_APPLICATION_STATE_ADVANCED:
  case SPIL_APPLICATION_STATE_ACCOUNTED:
    return has_awarded ? awarded : nothing;
  case SPIL_APPLICATION_STATE_SETTLED:
  case SPIL_APPLICATION_STATE_PAID:
    return has_settled ? settled : has_awarded ? awarded : nothing;
  default:
    return nothing;
  }
}

SpilMoney
spil_fund_held (SpilMoney taken, SpilMoney paid)
{
  return paid.vat == taken.vat && paid.cents > taken.cents ? paid : taken;
}

SpilMoney
spil_fund_usual_award (const SpilFundAward *highest, gboolean has_asked, SpilMoney asked)
{
  if (!highest->known)
    return spil_money (0, asked.vat);
  return has_asked && asked.cents < highest->highest.cents ? asked : highest->highest;
}

SpilMoney
spil_fund_left_to_pay (SpilMoney settled, SpilMoney paid)
{
  return spil_money (settled.cents - paid.cents, settled.vat);
}

const int *
spil_fund_next_states (int state)
{
  enum
  {
    MOST = 3
  };
  static const struct
  {
    int state;
    int next[MOST + 1];
  } steps[] = {
    { SPIL_APPLICATION_STATE_DRAFT, { SPIL_APPLICATION_STATE_SUBMITTED, SPIL_APPLICATION_STATE_WITHDRAWN } },
    { SPIL_APPLICATION_STATE_SUBMITTED,
      { SPIL_APPLICATION_STATE_COMPLETE, SPIL_APPLICATION_STATE_REFUSED, SPIL_APPLICATION_STATE_WITHDRAWN } },
    { SPIL_APPLICATION_STATE_COMPLETE,
      { SPIL_APPLICATION_STATE_ASSESSED, SPIL_APPLICATION_STATE_REFUSED, SPIL_APPLICATION_STATE_WITHDRAWN } },
    { SPIL_APPLICATION_STATE_ASSESSED,
      { SPIL_APPLICATION_STATE_AWARDED, SPIL_APPLICATION_STATE_REFUSED, SPIL_APPLICATION_STATE_WITHDRAWN } },
    { SPIL_APPLICATION_STATE_AWARDED,
      { SPIL_APPLICATION_STATE_ADVANCED, SPIL_APPLICATION_STATE_ACCOUNTED,
        SPIL_APPLICATION_STATE_WITHDRAWN } },
    { SPIL_APPLICATION_STATE_ADVANCED,
      { SPIL_APPLICATION_STATE_ACCOUNTED, SPIL_APPLICATION_STATE_WITHDRAWN } },
    { SPIL_APPLICATION_STATE_ACCOUNTED,
      { SPIL_APPLICATION_STATE_SETTLED, SPIL_APPLICATION_STATE_WITHDRAWN } },
    { SPIL_APPLICATION_STATE_SETTLED, { SPIL_APPLICATION_STATE_PAID } },
  };
  static const int none[] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].state == state)
      return steps[i].next;
  return none;
}

gboolean
spil_fund_is_forward (int from, int to)
{
  const int *next = spil_fund_next_states (from);

  // The steps hold no circle.
  for (int i = 0; next[i] != 0; i++)
    if (next[i] == to || spil_fund_is_forward (next[i], to))
      return TRUE;
  return FALSE;
}

gboolean
spil_fund_is_pipeline (int state)
{
  return state == SPIL_APPLICATION_STATE_SUBMITTED || state == SPIL_APPLICATION_STATE_COMPLETE ||
         state == SPIL_APPLICATION_STATE_ASSESSED;
}
