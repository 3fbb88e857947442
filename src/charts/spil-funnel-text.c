// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spil-chart-axis.h"
#include "spil-funnel-private.h"
#include "spil-number.h"

const SpilFunnelStage *
spil_funnel_get_stage (const SpilFunnel *self, int at)
{
  return &g_array_index (self->stages, SpilFunnelStage, at);
}

/* The share of the stage before that came to this one; NaN for the first and after an empty one. */
double
spil_funnel_get_share (const SpilFunnel *self, int at)
{
  if (at == 0 || spil_funnel_get_stage (self, at - 1)->reached == 0)
    return NAN;
  if (spil_funnel_get_stage (self, at)->share >= 0)
    return spil_funnel_get_stage (self, at)->share / 1000.0;
  return (double) spil_funnel_get_stage (self, at)->reached / spil_funnel_get_stage (self, at - 1)->reached;
}

gboolean
spil_funnel_has_data (const SpilFunnel *self)
{
  return self->stages->len > 0;
}

gboolean
spil_funnel_has_dwell (const SpilFunnel *self)
{
  for (int i = 0; i < (int) self->stages->len; i++)
    if (spil_funnel_get_stage (self, i)->n_dwell > 0)
      return TRUE;
  return FALSE;
}

/* "Half within 34 days (n = 12)"; NULL when nobody left. */
char *
spil_funnel_dup_dwell (const SpilFunnelStage *stage)
{
  g_autofree char *days = spil_integer_format (stage->dwell);
  g_autofree char *n = spil_integer_format (stage->n_dwell);

  if (stage->n_dwell == 0)
    return NULL;
  // Translators: the median of the days that employers stayed in a stage, and how many left it.
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "median %s day (n = %s)", "median %s days (n = %s)",
                                       (gulong) stage->dwell),
                          days, n);
}

char *
spil_funnel_dup_description (const SpilFunnel *self, int at)
{
  const SpilFunnelStage *stage = spil_funnel_get_stage (self, at);
  g_autofree char *reached = spil_integer_format (stage->reached);
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text, self->period != NULL ? _ ("%s were here in this period") : _ ("%s came this far"), reached);
  if (isfinite (spil_funnel_get_share (self, at))) {
    g_autofree char *share = spil_chart_percent (spil_funnel_get_share (self, at));

    g_string_append_printf (text, _ ("; %s of the stage before"), share);
  }
  if (stage->now >= 0) {
    g_autofree char *now = spil_integer_format (stage->now);

    g_string_append_printf (
        text, self->period != NULL ? _ ("; %s were here at its end") : _ ("; %s are here now"), now);
  }
  if (stage->n_dwell > 0) {
    g_autofree char *dwell = spil_funnel_dup_dwell (stage);

    g_string_append_printf (text, "; %s", dwell);
  }
  return g_string_free_and_steal (text);
}

char *
spil_funnel_dup_now (const SpilFunnel *self, int at)
{
  const SpilFunnelStage *stage = spil_funnel_get_stage (self, at);
  g_autofree char *now = NULL;

  if (stage->now < 0)
    return NULL;
  now = spil_integer_format (stage->now);
  // Translators: how many are in a stage at the end of a period.
  return g_strdup_printf (self->period != NULL ? _ ("%s at the end") : _ ("%s now"), now);
}

char *
spil_funnel_summary (gconstpointer data)
{
  const SpilFunnel *self = data;
  GString *text;

  if (!spil_funnel_has_data (self))
    return g_strdup (_ ("Funnel without stages."));
  text = g_string_new (NULL);
  g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, "Funnel of %d stage", "Funnel of %d stages", self->stages->len),
      (int) self->stages->len);
  if (self->unit != NULL)
    g_string_append_printf (text, " (%s)", self->unit);
  for (int i = 0; i < (int) self->stages->len; i++) {
    g_autofree char *reached = spil_integer_format (spil_funnel_get_stage (self, i)->reached);

    g_string_append_printf (text, "%s %s %s", i == 0 ? ":" : ",", spil_funnel_get_stage (self, i)->label,
                            reached);
    if (isfinite (spil_funnel_get_share (self, i))) {
      g_autofree char *share = spil_chart_percent (spil_funnel_get_share (self, i));

      g_string_append_printf (text, " (%s)", share);
    }
    if (spil_funnel_get_stage (self, i)->n_dwell > 0) {
      g_autofree char *dwell = spil_funnel_dup_dwell (spil_funnel_get_stage (self, i));

      g_string_append_printf (text, ", %s", dwell);
    }
  }
  if (self->period != NULL)
    g_string_append_printf (text, "; %s", self->period);
  g_string_append_c (text, '.');
  return g_string_free_and_steal (text);
}

static char *
support_text (const SpilFunnel *self, int at)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < self->bands->len; i++) {
    const SpilFunnelBand *band = &g_array_index (self->bands, SpilFunnelBand, i);

    if (at >= band->first && at <= band->last)
      g_strv_builder_add (names, band->label);
  }
  list = g_strv_builder_end (names);
  return g_strjoinv ("; ", list);
}

SpilChartTable *
spil_funnel_table (gconstpointer data)
{
  const SpilFunnel *self = data;
  SpilChartTable *out = spil_chart_table_new ();

  spil_chart_table_add_column (out, C_ ("chart", "Stage"), FALSE);
  spil_chart_table_add_column (
      out, self->period != NULL ? C_ ("chart", "Here in the period") : C_ ("chart", "Came this far"), TRUE);
  spil_chart_table_add_column (out, C_ ("chart", "Of the stage before"), TRUE);
  spil_chart_table_add_column (
      out, self->period != NULL ? C_ ("chart", "Here at its end") : C_ ("chart", "Here now"), TRUE);
  if (spil_funnel_has_dwell (self)) {
    spil_chart_table_add_column (out, C_ ("chart", "Median days"), TRUE);
    spil_chart_table_add_column (out, C_ ("chart", "Left it"), TRUE);
  }
  spil_chart_table_add_column (out, C_ ("chart", "Support"), FALSE);
  for (int i = 0; i < (int) self->stages->len; i++) {
    const SpilFunnelStage *stage = spil_funnel_get_stage (self, i);

    spil_chart_table_add_row (out);
    spil_chart_table_put (out, stage->label);
    spil_chart_table_take (out, spil_integer_format (stage->reached));
    spil_chart_table_take (out, i > 0 ? spil_chart_percent (spil_funnel_get_share (self, i)) : NULL);
    spil_chart_table_take (out, stage->now >= 0 ? spil_integer_format (stage->now) : NULL);
    if (spil_funnel_has_dwell (self)) {
      spil_chart_table_take (out, stage->n_dwell > 0 ? spil_integer_format (stage->dwell) : NULL);
      spil_chart_table_take (out, spil_integer_format (stage->n_dwell));
    }
    spil_chart_table_take (out, support_text (self, i));
  }
  return out;
}
