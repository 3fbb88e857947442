// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-effect-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-number.h"
#include "spil-row-group.h"

// From here on figures are whole.
#define WHOLE_FROM 100

static char *
dup_decimal (int64_t value)
{
  return value % SPIL_DECIMAL_ONE == 0 ? spil_integer_format (value / SPIL_DECIMAL_ONE)
                                       : spil_decimal_format (value);
}

char *
spil_indicator_dup_unit (const SpilIndicatorRow *indicator)
{
  return indicator->per != NULL ? g_strdup_printf (_ ("%s per %s"), indicator->unit, indicator->per)
                                : g_strdup (indicator->unit);
}

char *
spil_indicator_dup_value (const SpilIndicatorRow *indicator)
{
  const SpilIndicatorFigures *figures = &indicator->figures;
  g_autofree char *value = figures->has_value ? dup_decimal (figures->value) : g_strdup (_ ("not measured"));
  g_autofree char *target = figures->has_target ? dup_decimal (figures->target) : NULL;

  if (target == NULL)
    return g_steal_pointer (&value);
  return figures->has_value ? g_strdup_printf (_ ("%s of %s"), value, target)
                            : g_strdup_printf (_ ("not measured, goal %s"), target);
}

char *
spil_indicator_dup_facts (const SpilIndicatorRow *indicator)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_INDICATOR);
  const SpilIndicatorFigures *figures = &indicator->figures;
  g_autofree char *day = figures->has_value ? spil_day_format (figures->date) : NULL;
  g_autofree char *measured = day != NULL ? g_strdup_printf (_ ("measured on %s"), day) : g_strdup ("");

  return spil_join_facts (
      measured, spil_trend_label (figures->trend),
      spil_field_choice_label (spil_entity_field (entity, SPIL_INDICATOR_DIRECTION), indicator->direction),
      spil_field_choice_label (spil_entity_field (entity, SPIL_INDICATOR_GROSS_NET), indicator->gross_net),
      NULL);
}

char *
spil_effect_dup_title (const SpilEffectRow *effect)
{
  const char *name = effect->name != NULL ? effect->name : effect->instrument_name;

  if (name == NULL)
    name = effect->organisation_name;
  return g_strdup (name != NULL ? name : spil_entity_label (spil_entity (SPIL_ENTITY_EFFECT)));
}

char *
spil_effect_dup_value (SpilEffectValue value)
{
  if (!value.known)
    return g_strdup (_ ("not known"));
  if (fabs (value.value) >= WHOLE_FROM)
    return spil_integer_format ((int64_t) round (value.value));
  return spil_decimal_format (spil_decimal_from_double (round (value.value * 10) / 10));
}

char *
spil_effect_dup_decimal (int64_t decimal)
{
  return decimal < 0 ? g_strdup (_ ("not known")) : dup_decimal (decimal);
}

char *
spil_effect_dup_share (int64_t decimal)
{
  g_autofree char *number = NULL;

  if (decimal < 0)
    return g_strdup (_ ("not known"));
  number = spil_integer_format ((decimal * 100 + SPIL_DECIMAL_ONE / 2) / SPIL_DECIMAL_ONE);
  return g_strdup_printf ("%s\u00a0%%", number);
}
