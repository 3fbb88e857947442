// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-norms.h"

G_BEGIN_DECLS

/** How many of how many are amiss. */
typedef struct
{
  int64_t amiss;
  int64_t of;
} SpilLightCount;

/** The figures that lights are proposed from. A count of 0 of 0 proposes nothing. */
typedef struct
{
  SpilLightCount lines_over; /**< money: budget lines with less than nothing free */
  SpilLightCount lines_expected_over; /**< money: lines whose expected end exceeds the budget */
  SpilLightCount risks_amber; /**< risk: open risks that are amber */
  SpilLightCount risks_red; /**< risk: open risks that are red */
  SpilLightCount risk_actions_late; /**< risk: control measures past their day */
  SpilLightCount risks_unscored; /**< information: open risks without a score */
  SpilLightCount no_broker; /**< organisation: employers without a broker */
  SpilLightCount tasks_late; /**< time */
  SpilLightCount tasks_undated; /**< time: told, never more than amber */
  SpilLightCount indicators_silent; /**< information: indicators without a measurement */
  SpilLightCount contacts_owed; /**< communication: employers with whom contact is overdue */
  SpilLightCount indicators_behind; /**< quality: indicators with a red light */
} SpilLightFacts;

/** A light as proposed; a person sets it, with a reason. */
typedef struct
{
  int aspect; /**< SPIL_ASPECT_* */
  int light; /**< SPIL_LIGHT_*; 0: nothing to go by */
  char *reason; /**< owned: sentences for people, with the figures */
} SpilLightProposal;

void spil_light_proposal_free (SpilLightProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilLightProposal, spil_light_proposal_free)

/**
 * One proposal (SpilLightProposal) per aspect of GROTICK, in the order of the choices. Own rule: green when nothing is amiss, or no more than the share LIGHT_AMBER;
 * red from the share LIGHT_RED on; amber between. Lines over their budget and red risks are red at once. Free with g_ptr_array_unref().
 */
GPtrArray *spil_lights_propose (const SpilLightFacts *facts, const SpilNorms *norms);

G_END_DECLS
