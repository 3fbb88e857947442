// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-light-rule.h"

#include "spil-entity.h"
#include "spil-number.h"

#include <glib/gi18n-lib.h>

/* How a count becomes a light. */
typedef enum
{
  BY_SHARE, /* by the norms */
  RED_AT_ONCE, /* one is too many */
  NEVER_RED, /* by the norms, but amber at most */
} Weight;

/* What is looked at, by aspect. */
static const struct
{
  int aspect;
  gsize count; /* offset in SpilLightFacts */
  Weight weight;
  const char *label; /* %1 of %2 */
} looks[] = {
#define LOOK(ASPECT, field, weight, label)                                                                   \
  { SPIL_ASPECT_##ASPECT, G_STRUCT_OFFSET (SpilLightFacts, field), weight, label }
  LOOK (MONEY, lines_over, RED_AT_ONCE, N_ ("Budget lines over their budget: %s of %s.")),
  LOOK (MONEY, lines_expected_over, BY_SHARE, N_ ("Budget lines expected to exceed their budget: %s of %s.")),
  LOOK (RISK, risks_red, RED_AT_ONCE, N_ ("Red risks: %s of %s.")),
  LOOK (RISK, risks_amber, BY_SHARE, N_ ("Amber risks: %s of %s.")),
  LOOK (RISK, risk_actions_late, BY_SHARE, N_ ("Control measures that are late: %s of %s.")),
  LOOK (ORGANISATION, no_broker, BY_SHARE, N_ ("Employers without a broker: %s of %s.")),
  LOOK (TIME, tasks_late, BY_SHARE, N_ ("Activities that are late: %s of %s.")),
  LOOK (TIME, tasks_undated, NEVER_RED, N_ ("Activities without dates: %s of %s.")),
  LOOK (INFORMATION, indicators_silent, BY_SHARE, N_ ("Indicators that were never measured: %s of %s.")),
  LOOK (INFORMATION, risks_unscored, NEVER_RED, N_ ("Risks without a score: %s of %s.")),
  LOOK (COMMUNICATION, contacts_owed, BY_SHARE, N_ ("Employers with whom contact is overdue: %s of %s.")),
  LOOK (QUALITY, indicators_behind, BY_SHARE, N_ ("Indicators that are behind their target: %s of %s.")),
#undef LOOK
};

/* Lights from good to bad; that of a look without norms stands between green and amber. */
enum
{
  NO_FIGURES,
  GREEN,
  NO_NORM,
  AMBER,
  RED
};

void
spil_light_proposal_free (SpilLightProposal *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self);
}

/* TRUE when amiss / of exceeds the norm (or reaches it), reckoned in millionths. */
static gboolean
exceeds (SpilLightCount count, int64_t share, gboolean or_equal)
{
  int64_t part = count.amiss * SPIL_DECIMAL_ONE, whole = count.of * share;

  return or_equal ? part >= whole : part > whole;
}

static int
look_at (SpilLightCount count, Weight weight, const SpilNorms *norms)
{
  if (count.of <= 0)
    return NO_FIGURES;
  if (count.amiss <= 0)
    return GREEN;
  if (weight == RED_AT_ONCE)
    return RED;
  if (norms == NULL || !norms->known[SPIL_NORM_LIGHT_AMBER] || !norms->known[SPIL_NORM_LIGHT_RED])
    return NO_NORM;
  if (weight == BY_SHARE && exceeds (count, norms->value[SPIL_NORM_LIGHT_RED], TRUE))
    return RED;
  return exceeds (count, norms->value[SPIL_NORM_LIGHT_AMBER], FALSE) ? AMBER : GREEN;
}

static void
append_reason (GString *reason, const char *label, SpilLightCount count)
{
  g_autofree char *amiss = spil_integer_format (count.amiss);
  g_autofree char *of = spil_integer_format (count.of);

  if (reason->len > 0)
    g_string_append_c (reason, ' ');
  g_string_append_printf (reason, _ (label), amiss, of);
}

static SpilLightProposal *
propose (int aspect, const SpilLightFacts *facts, const SpilNorms *norms)
{
  static const int lights[] = {
    [GREEN] = SPIL_LIGHT_GREEN, [AMBER] = SPIL_LIGHT_AMBER, [RED] = SPIL_LIGHT_RED
  };
  SpilLightProposal *proposal = g_new0 (SpilLightProposal, 1);
  g_autoptr (GString) reason = g_string_new (NULL);
  int worst = NO_FIGURES;

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++) {
    const SpilLightCount *count = G_STRUCT_MEMBER_P (facts, looks[i].count);

    if (looks[i].aspect != aspect || count->of <= 0)
      continue;
    worst = MAX (worst, look_at (*count, looks[i].weight, norms));
    append_reason (reason, looks[i].label, *count);
  }
  if (worst == NO_FIGURES)
    g_string_append (reason, _ ("There are no figures to go by."));
  if (worst == NO_NORM) {
    g_string_append_c (reason, ' ');
    g_string_append_printf (reason, _ ("No light is proposed: the settings “%s” and “%s” are not filled in."),
                            spil_norm_key (SPIL_NORM_LIGHT_AMBER), spil_norm_key (SPIL_NORM_LIGHT_RED));
  }
  proposal->aspect = aspect;
  proposal->light = lights[worst];
  proposal->reason = g_strdup (reason->str);
  return proposal;
}

GPtrArray *
spil_lights_propose (const SpilLightFacts *facts, const SpilNorms *norms)
{
  const SpilChoices *aspects =
      spil_entity_field (spil_entity (SPIL_ENTITY_REPORT_LIGHT), SPIL_REPORT_LIGHT_ASPECT)->choices;
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_light_proposal_free);

  for (int i = 0; i < aspects->n_items; i++)
    g_ptr_array_add (proposals, propose (aspects->items[i].number, facts, norms));
  return proposals;
}
