// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-trial-figures.h"

#include <glib/gi18n-lib.h>

#include "spil-norms.h"
#include "spil-number.h"
#include "spil-record-dialog.h"

gboolean
spil_trial_norms_load (SpilTrialNorms *self, SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_SETTING));
  g_autoptr (GPtrArray) settings = spil_store_list (store, query, error);

  *self = (SpilTrialNorms) { .plan_share = -1 };
  if (settings == NULL)
    return FALSE;
  for (guint i = 0; i < settings->len; i++) {
    SpilRecord *setting = g_ptr_array_index (settings, i);
    const char *key = spil_record_get_text (setting, SPIL_SETTING_KEY);
    int64_t value = spil_record_get_integer (setting, SPIL_SETTING_VALUE);

    if (g_strcmp0 (key, spil_norm_key (SPIL_NORM_TRIAL_HORIZON)) == 0)
      self->horizon = (int) (value / SPIL_DECIMAL_ONE);
    if (g_strcmp0 (key, spil_norm_key (SPIL_NORM_TRIAL_KEEPS)) == 0 &&
        !spil_record_is_null (setting, SPIL_SETTING_VALUE)) {
      self->plan_share = value;
      g_set_str (&self->plan_source, spil_record_get_text (setting, SPIL_SETTING_SOURCE));
    }
  }
  return TRUE;
}

void
spil_trial_norms_clear (SpilTrialNorms *self)
{
  g_clear_pointer (&self->plan_source, g_free);
}

static char *
dup_percent (int64_t share)
{
  return g_strdup_printf ("%d\302\240%%", (int) ((share * 100 + SPIL_DECIMAL_ONE / 2) / SPIL_DECIMAL_ONE));
}

static void
add_stake (SpilFigureStrip *strip, const SpilTrialLedger *ledger, SpilStake stake, const char *caption)
{
  g_autofree char *amount = spil_money_format (ledger->at_stake[stake], SPIL_MONEY_BRIEF);
  g_autofree char *note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d card to decide on",
                                                        "%d cards to decide on",
                                                        (gulong) ledger->n_at_stake[stake]),
                                           ledger->n_at_stake[stake]);

  spil_figure_strip_add (strip, caption, amount, note, FALSE);
}

void
spil_trial_add_share (SpilFigureStrip *strip, const SpilTrialLedger *ledger, const SpilTrialNorms *norms)
{
  int64_t share = spil_trial_ledger_share (ledger);
  int answered = ledger->n_keeps + ledger->n_stops;
  g_autofree char *value = share >= 0 ? dup_percent (share) : g_strdup (_ ("not known"));
  g_autofree char *n = g_strdup_printf (_ ("n = %d, %d not asked or unknown"), answered,
                                        spil_trial_ledger_unknown (ledger));
  g_autofree char *percent = norms != NULL && norms->plan_share >= 0 ? dup_percent (norms->plan_share) : NULL;
  // Translators: the share that the plan reports, and where it does.
  g_autofree char *plan = percent != NULL ? g_strdup_printf (_ ("Plan: %s (%s)"), percent,
                                                             norms->plan_source != NULL ? norms->plan_source
                                                                                        : _ ("not stated"))
                                          : g_strdup ("");
  g_autofree char *note = g_strjoin (plan[0] != '\0' ? "\n" : "", n, plan, NULL);

  spil_figure_strip_add (strip, _ ("Keeps travelling so"), value, note, FALSE);
}

void
spil_trial_show_figures (SpilFigureStrip *strip, const SpilTrialLedger *ledger, const SpilTrialNorms *norms)
{
  g_autofree char *spent = spil_money_format (ledger->spent, SPIL_MONEY_CENTS);
  g_autofree char *cards = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d card, %d extended", "%d cards, %d extended", (gulong) ledger->n),
      ledger->n, ledger->n_extended);
  g_autofree char *soon = g_strdup_printf (_ ("At stake in the next %d days"), norms->horizon);

  spil_figure_strip_clear (strip);
  spil_figure_strip_add (strip, _ ("Spent"), spent, cards, FALSE);
  add_stake (strip, ledger, SPIL_STAKE_NOW, _ ("At stake now"));
  add_stake (strip, ledger, SPIL_STAKE_SOON, soon);
  spil_trial_add_share (strip, ledger, norms);
}

void
spil_trial_choose_rule (SpilPage *page, SpilId instrument)
{
  spil_record_dialog_present_edit (spil_page_get_worker (page), spil_entity (SPIL_ENTITY_INSTRUMENT),
                                   instrument, GTK_WIDGET (page));
}
