// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-completeness-rule.h"
#include "spil-exhaustion-rule.h"
#include "spil-fund-effect-rule.h"
#include "spil-fund-rule.h"
#include "spil-receipt-rule.h"
#include "spil-settlement-rule.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** A scheme with its figures. Amounts carry the VAT note of the scheme; others are left out and counted. */
typedef struct
{
  SpilId id;
  char *name;
  SpilFundTerms terms;
  char *application_ceiling_source; /**< NULL: not stated */
  SpilMoney taken; /**< awarded, settled where settled; what was paid counts until it is back */
  SpilMoney paid; /**< advances and final payments less refunds */
  SpilMoney to_pay; /**< awarded or settled and not paid yet */
  SpilMoney to_recover; /**< paid above what was settled, or on a withdrawn application, and not back yet */
  SpilMoney pipeline; /**< asked by applications that may still become an award */
  gboolean is_weighed; /**< all chances that the pipeline needs are set */
  SpilMoney weighted; /**< the pipeline by its chances: sum of chance x what may be awarded at most */
  gboolean has_room; /**< the scheme has a ceiling */
  SpilMoney room; /**< ceiling - taken; below 0: over */
  int order; /**< SPIL_APPLICATION_ORDER_*; 0: not stated */
  SpilId line; /**< budget line; nil: none, nothing is booked */
  int64_t n_applications;
  int64_t n_pipeline;
  int left_out; /**< applications with another VAT note */
  SpilFundExhaustion exhaustion;
  SpilDay from,
      to; /**< the window that the use is held against: of the scheme, else of the programme, else of the budget in force; SPIL_DAY_NONE: not known */
  SpilFundUse use; /**< too little of it used: `use.low` */
  SpilFundEffect expected_avoidances, expected_co2; /**< of what was awarded */
  SpilFundEffect realised_avoidances, realised_co2; /**< of what was settled */
  int n_over; /**< applications beyond the ceiling by order of receipt, without a decision */
  SpilMoney over; /**< by how much together */
  int n_late; /**< applications of which a term has passed */
} SpilFundSchemeRow;

/** The schemes by name, as SpilFundSchemeRow. Free with g_ptr_array_unref(). */
GPtrArray *spil_fund_query_schemes (SpilStore *store, SpilDay day, GError **error);
void spil_fund_scheme_row_free (SpilFundSchemeRow *self);
/** What people should know of the ceiling: "Together the awards are ... over the ceiling ... decide on ..."; NULL when nothing is amiss. Free with g_free(). */
char *spil_fund_scheme_dup_over (const SpilFundSchemeRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFundSchemeRow, spil_fund_scheme_row_free)

/** An application. Zero amounts whose `has_` is FALSE are not stated. */
typedef struct
{
  SpilId id;
  SpilId scheme;
  SpilId organisation;
  char *organisation_name;
  char *measures; /**< NULL: not stated */
  int state; /**< SPIL_APPLICATION_STATE_* */
  SpilDay received;
  SpilDay complete;
  gboolean has_cost;
  SpilMoney cost;
  gboolean has_own;
  SpilMoney own;
  SpilMoney other;
  gboolean has_asked;
  SpilMoney asked;
  gboolean has_awarded;
  SpilMoney awarded;
  SpilDay awarded_on;
  gboolean has_settled;
  SpilMoney settled;
  gboolean has_settled_cost;
  SpilMoney settled_cost;
  SpilMoney paid;
  gboolean has_avoidances;
  int64_t avoidances; /**< expected a working day, decimal */
  SpilFundAward
      award; /**< the highest award now, or the highest settlement once the real cost is known; what it holds already is room for it */
  char *number; /**< case number; NULL: not stated */
  SpilId contact; /**< nil: none */
  char *contact_name; /**< NULL: none */
  SpilVat vat;
  SpilDay ends; /**< measure finished on */
  SpilDay refused_on;
  SpilId refusal;
  char *refusal_name; /**< NULL: no ground */
  char *refusal_rule; /**< where it stands in the rules; NULL: not stated */
  char *refusal_reason; /**< NULL: none */
  SpilDay withdrawn_on;
  char *withdrawal_reason; /**< NULL: none */
  SpilDay accounted_on;
  SpilDay settled_on;
  gboolean has_settled_other;
  SpilMoney settled_other;
  gboolean has_co2;
  int64_t co2; /**< expected, kg a year, decimal */
  gboolean has_realised_avoidances;
  int64_t realised_avoidances;
  gboolean has_realised_co2;
  int64_t realised_co2;
  char *realised_source; /**< NULL: not stated */
  SpilId decision; /**< exception by decision; nil: none */
  SpilFundCompleteness completeness; /**< at application */
  SpilFundCompleteness accountability; /**< at settlement */
  SpilFundCosts costs; /**< the cost items */
  SpilDay decide_before; /**< SPIL_DAY_NONE: no term, or decided */
  SpilDay account_before; /**< SPIL_DAY_NONE: no term, or accounted for */
  gboolean late; /**< one of both has passed */
  SpilFundWindow window;
  SpilMoney held; /**< of the ceiling */
  SpilMoney over; /**< by order of receipt beyond the ceiling; 0: not */
  SpilMoney left_to_pay; /**< of what was awarded or settled; below 0: to be paid back */
  SpilMoney advance_paid; /**< of `paid`: advances less refunds */
  SpilMoney highest_advance;
  SpilId commitment; /**< of the award, the one with most left to draw; nil: none */
  SpilMoney
      commitment_stands; /**< what its commitments hold: more than one when two laptops awarded it both */
  SpilMoney commitment_open; /**< what is left of them */
  SpilFundEffect per_avoidance; /**< of this application: realised once that is known, else expected */
  SpilFundEffect per_tonne;
  gboolean is_realised; /**< `per_avoidance` and `per_tonne` are about what was realised */
} SpilFundApplicationRow;

/** The applications of @scheme (nil: all), first received first, those not received last. Free with g_ptr_array_unref(). */
GPtrArray *spil_fund_query_applications (SpilStore *store, SpilId scheme, GError **error);
/** Those of one organisation. */
GPtrArray *spil_fund_query_organisation (SpilStore *store, SpilId organisation, GError **error);
/** One application; SPIL_STORE_ERROR_NOT_FOUND when it is not there. Free with spil_fund_application_row_free(). */
SpilFundApplicationRow *spil_fund_query_application (SpilStore *store, SpilId application, GError **error);
void spil_fund_application_row_free (SpilFundApplicationRow *self);
/** Why it stands beyond the ceiling, in one sentence; NULL when it does not. Free with g_free(). */
char *spil_fund_application_dup_over (const SpilFundApplicationRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFundApplicationRow, spil_fund_application_row_free)

/** Something that has to be there for an application, with its latest answer. */
typedef struct
{
  SpilId id;
  char *name;
  int step; /**< SPIL_ASSESSMENT_STEP_* */
  int answer; /**< SPIL_ANSWER_*; 0: not looked at */
  SpilDay date; /**< of the answer */
  char *notes; /**< NULL: none */
} SpilRequirementRow;

/** By step, then by their order. Free with g_ptr_array_unref(). */
GPtrArray *spil_fund_query_requirements (SpilStore *store, SpilId application, GError **error);
void spil_requirement_row_free (SpilRequirementRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilRequirementRow, spil_requirement_row_free)

/** A ground on which a scheme refuses. */
typedef struct
{
  SpilId id;
  char *name;
  char *rule; /**< where it stands in the rules; NULL: not stated */
} SpilRefusalGroundRow;

/** Of @scheme, in their order. Free with g_ptr_array_unref(). */
GPtrArray *spil_fund_query_grounds (SpilStore *store, SpilId scheme, GError **error);
void spil_refusal_ground_row_free (SpilRefusalGroundRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilRefusalGroundRow, spil_refusal_ground_row_free)

/** A cost item. */
typedef struct
{
  SpilId id;
  char *name;
  SpilMoney estimated, settled;
  gboolean has_estimated, has_settled;
  gboolean excluded; /**< does not count */
  gboolean other_vat; /**< has another VAT note than the application: in no sum */
  char *notes; /**< NULL: none */
} SpilCostItemRow;

/** In the order in which they were made. Free with g_ptr_array_unref(). */
GPtrArray *spil_fund_query_costs (SpilStore *store, SpilId application, GError **error);
void spil_cost_item_row_free (SpilCostItemRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilCostItemRow, spil_cost_item_row_free)

/** What happened to an application, in the order in which it happens on one day. */
typedef enum
{
  SPIL_FUND_EVENT_RECEIVED,
  SPIL_FUND_EVENT_CHECKED, /**< a requirement: `text` says which and the answer */
  SPIL_FUND_EVENT_COMPLETE,
  SPIL_FUND_EVENT_ASSESSED, /**< `amount`: the highest award; `text`: why */
  SPIL_FUND_EVENT_AWARDED,
  SPIL_FUND_EVENT_COMMITTED, /**< the commitment of the award */
  SPIL_FUND_EVENT_REFUSED,
  SPIL_FUND_EVENT_ADVANCE,
  SPIL_FUND_EVENT_ENDED, /**< the measure is finished */
  SPIL_FUND_EVENT_ACCOUNTED, /**< `amount`: the real cost */
  SPIL_FUND_EVENT_TESTED, /**< assessment at settlement */
  SPIL_FUND_EVENT_SETTLED,
  SPIL_FUND_EVENT_RELEASED,
  SPIL_FUND_EVENT_WITHDRAWN,
  SPIL_FUND_EVENT_PAID, /**< last payment */
  SPIL_FUND_EVENT_REFUND,
  SPIL_FUND_EVENT_LETTER, /**< `text`: its name */
} SpilFundEventKind;

typedef struct
{
  SpilDay date;
  SpilFundEventKind what;
  gboolean has_amount;
  SpilMoney amount;
  char *text; /**< NULL: none */
  SpilId id; /**< of the row behind it; of the application where it is a date of its own */
} SpilFundEvent;

/** What the event is called: "Award". Owned by gettext. */
const char *spil_fund_event_label (SpilFundEventKind what);

/** The history of an application, oldest first. Free with g_ptr_array_unref(). */
GPtrArray *spil_fund_query_history (SpilStore *store, SpilId application, GError **error);
void spil_fund_event_free (SpilFundEvent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFundEvent, spil_fund_event_free)

G_END_DECLS
