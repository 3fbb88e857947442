// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-rule.h"

#include "spil-entity.h"

#include <glib/gi18n-lib.h>

static const int precondition_fields[SPIL_N_PRECONDITIONS] = {
  [SPIL_PRECONDITION_COHERENCE] = SPIL_AREA_CHECK_COHERENCE,
  [SPIL_PRECONDITION_PROBLEM] = SPIL_AREA_CHECK_PROBLEM,
  [SPIL_PRECONDITION_URGENCY] = SPIL_AREA_CHECK_URGENCY,
  [SPIL_PRECONDITION_PARK_MANAGEMENT] = SPIL_AREA_CHECK_PARK_MANAGEMENT,
};

static int
count_answers (const SpilAreaAnswers *answers, int answer)
{
  int count = 0;

  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++)
    count += answers->answers[i] == answer;
  return count;
}

int
spil_area_count_met (const SpilAreaAnswers *answers)
{
  return count_answers (answers, SPIL_ANSWER_YES);
}

SpilApproach
spil_area_approach (const SpilAreaAnswers *answers)
{
  int met = spil_area_count_met (answers);

  if (met == SPIL_N_PRECONDITIONS)
    return SPIL_APPROACH_AREA;
  if (answers->exception)
    return SPIL_APPROACH_AREA_BY_EXCEPTION;
  if (met == 0 && count_answers (answers, SPIL_ANSWER_NO) == 0)
    return SPIL_APPROACH_NOT_ASSESSED;
  return SPIL_APPROACH_ONE_TO_ONE;
}

guint
spil_area_missing (const SpilAreaAnswers *answers)
{
  guint missing = 0;

  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++)
    if (answers->answers[i] != SPIL_ANSWER_YES)
      missing |= 1u << i;
  return missing;
}

const char *
spil_approach_label (SpilApproach approach)
{
  switch (approach) {
  case SPIL_APPROACH_AREA:
    return _ ("Area approach");
  case SPIL_APPROACH_AREA_BY_EXCEPTION:
    return _ ("Area approach by exception");
  case SPIL_APPROACH_ONE_TO_ONE:
    return _ ("One to one");
  case SPIL_APPROACH_NOT_ASSESSED:
    return _ ("Not assessed");
  }
  g_return_val_if_reached ("");
}

const char *
spil_precondition_label (SpilPrecondition precondition)
{
  g_return_val_if_fail (precondition < SPIL_N_PRECONDITIONS, "");

  return spil_field_label (
      spil_entity_field (spil_entity (SPIL_ENTITY_AREA_CHECK), precondition_fields[precondition]));
}

static void
append_those (GString *reason, const SpilAreaAnswers *answers, gboolean no, const char *format)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++) {
    int answer = answers->answers[i];

    if (answer != SPIL_ANSWER_YES && (answer == SPIL_ANSWER_NO) == no)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", spil_precondition_label (i));
  }
  if (list->len == 0)
    return;
  if (reason->len > 0)
    g_string_append_c (reason, ' ');
  g_string_append_printf (reason, format, list->str);
}

char *
spil_area_dup_reason (const SpilAreaAnswers *answers)
{
  g_autoptr (GString) reason = g_string_new (NULL);

  switch (spil_area_approach (answers)) {
  case SPIL_APPROACH_AREA:
    return g_strdup (_ ("All four preconditions are met."));
  case SPIL_APPROACH_NOT_ASSESSED:
    return g_strdup (_ ("The preconditions have not been assessed yet."));
  case SPIL_APPROACH_AREA_BY_EXCEPTION:
    g_string_append (reason, _ ("An exception is recorded."));
    break;
  case SPIL_APPROACH_ONE_TO_ONE:
    break;
  }
  append_those (reason, answers, TRUE, _ ("Not met: %s."));
  append_those (reason, answers, FALSE, _ ("Not known: %s."));
  return g_strdup (reason->str);
}

/* "urgency, shared problem": the preconditions without a yes, as they stand within a sentence. */
static char *
dup_missing (const SpilAreaAnswers *answers)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++) {
    const char *label = spil_precondition_label (i);
    char first[6] = "";

    if (answers->answers[i] == SPIL_ANSWER_YES)
      continue;
    g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (label)), first);
    g_string_append_printf (list, "%s%s%s", list->len > 0 ? ", " : "", first, g_utf8_next_char (label));
  }
  return g_string_free_and_steal (g_steal_pointer (&list));
}

char *
spil_area_dup_sentence (const SpilAreaAnswers *answers)
{
  SpilApproach approach = spil_area_approach (answers);
  gulong n_missing = SPIL_N_PRECONDITIONS - (gulong) spil_area_count_met (answers);
  g_autofree char *missing = NULL;

  if (approach == SPIL_APPROACH_NOT_ASSESSED)
    return g_strdup (_ ("Not assessed yet"));
  if (approach != SPIL_APPROACH_ONE_TO_ONE)
    return g_strdup (spil_approach_label (approach));
  missing = dup_missing (answers);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "One to one with employers: %s is missing",
                                       "One to one with employers: %s are missing", n_missing),
                          missing);
}

SpilUpscaleHint
spil_area_upscale (SpilApproach approach, const int *employers, int n_needs, const SpilNorms *norms)
{
  SpilUpscaleHint hint = { .months = spil_norms_get_whole (norms, SPIL_NORM_UPSCALE_MONTHS) };
  int least = spil_norms_get_whole (norms, SPIL_NORM_UPSCALE_EMPLOYERS);
  gboolean has_approach = approach == SPIL_APPROACH_AREA || approach == SPIL_APPROACH_AREA_BY_EXCEPTION;

  if (least == 0 || hint.months == 0 || has_approach)
    return hint;
  for (int need = 1; need < n_needs; need++)
    if (employers[need] >= least && employers[need] > hint.employers) {
      hint.need = need;
      hint.employers = employers[need];
    }
  return hint;
}

char *
spil_upscale_hint_dup_sentence (const SpilUpscaleHint *hint)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_CONTACT), SPIL_CONTACT_NEEDS);

  if (hint->need == 0)
    return NULL;
  return g_strdup_printf (_ ("%d employers had the same need in %d months: %s. Consider an area approach."),
                          hint->employers, hint->months, spil_field_choice_label (field, hint->need));
}
