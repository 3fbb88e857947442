// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-effect-query.h"

#include "spil-entity.h"
#include "spil-read.h"

/* "train, 2026 (source)"; NULL when there is no factor. */
static char *
dup_factor_name (SpilStatement *row, int column)
{
  const char *mode = spil_statement_get_text (row, column);
  g_autofree char *source = spil_get_text (row, column + 2);
  g_autoptr (GString) name = g_string_new (mode);

  if (mode == NULL)
    return NULL;
  if (!spil_statement_is_null (row, column + 1))
    g_string_append_printf (name, ", %d", spil_get_int (row, column + 1));
  if (source != NULL)
    g_string_append_printf (name, " (%s)", source);
  return g_strdup (name->str);
}

/* Columns from @column on: the links of the chain in the order of the struct. */
static SpilEffectChain
get_chain (SpilStatement *row, int column)
{
  return (SpilEffectChain) {
    .participants = spil_get_number (row, column, SPIL_EFFECT_UNKNOWN),
    .avoidances_a_day = spil_get_number (row, column + 1, SPIL_EFFECT_UNKNOWN),
    .days_a_year = spil_get_number (row, column + 2, SPIL_EFFECT_UNKNOWN),
    .share_mode = spil_get_number (row, column + 3, SPIL_EFFECT_UNKNOWN),
    .share_off_peak = spil_get_number (row, column + 4, SPIL_EFFECT_UNKNOWN),
    .share_elsewhere = spil_get_number (row, column + 5, SPIL_EFFECT_UNKNOWN),
    .share_home = spil_get_number (row, column + 6, SPIL_EFFECT_UNKNOWN),
    .km = spil_get_number (row, column + 7, SPIL_EFFECT_UNKNOWN),
    .old_factor = spil_get_number (row, column + 8, SPIL_EFFECT_UNKNOWN),
    .new_factor = spil_get_number (row, column + 9, SPIL_EFFECT_UNKNOWN),
    .old_scope = spil_get_int (row, column + 10),
    .new_scope = spil_get_int (row, column + 11),
    .persistence = spil_get_number (row, column + 12, SPIL_EFFECT_UNKNOWN),
    .free_riders = spil_get_number (row, column + 13, SPIL_EFFECT_UNKNOWN),
  };
}

static gpointer
make_effect (SpilStatement *row, gpointer user_data)
{
  SpilEffectRow *self = g_new0 (SpilEffectRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = spil_get_text (row, 1);
  self->offer = spil_statement_get_id (row, 2);
  self->instrument_name = spil_get_text (row, 3);
  self->organisation = spil_statement_get_id (row, 4);
  self->organisation_name = spil_get_text (row, 5);
  self->indicator = spil_statement_get_id (row, 6);
  self->old_factor_name = dup_factor_name (row, 7);
  self->new_factor_name = dup_factor_name (row, 10);
  self->chain = get_chain (row, 13);
  self->figures = spil_effect_compute (&self->chain);
  return self;
}

void
spil_effect_row_free (SpilEffectRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->instrument_name);
  g_free (self->organisation_name);
  g_free (self->old_factor_name);
  g_free (self->new_factor_name);
  g_free (self);
}

GPtrArray *
spil_effect_query (SpilStore *store, SpilId indicator, GError **error)
{
  static const char sql[] =
      "SELECT e.id, e.name, e.offer, i.name, o.id, o.name, e.indicator, p.mode, p.year, p.source,"
      " n.mode, n.year, n.source, e.participants, e.avoidances_a_day, e.days_a_year, e.share_mode, e.share_off_peak,"
      " e.share_elsewhere, e.share_home, e.km, p.value, n.value, p.scope, n.scope, e.persistence, e.free_riders"
      " FROM effect e LEFT JOIN offer f ON f.id = e.offer LEFT JOIN instrument i ON i.id = f.instrument"
      " LEFT JOIN organisation o ON o.id = " SPIL_HEAD_SQL (
          "coalesce (e.organisation, f.organisation)") " LEFT JOIN emission_factor p ON p.id = e.old_factor AND p.dead = 0"
                                                       " LEFT JOIN emission_factor n ON n.id = e.new_factor AND n.dead = 0"
                                                       " WHERE e.dead = 0 AND e.programme = ?1 AND (?2 IS NULL OR e.indicator = ?2)"
                                                       " ORDER BY coalesce (e.name, i.name, o.name), e.row";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (indicator) };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_effect, NULL,
                        (GDestroyNotify) spil_effect_row_free, error);
}
