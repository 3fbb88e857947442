// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-query.h"

#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-read.h"
#include "spil-store-private.h"

/* Columns from 12 on: answer and evidence of each precondition, in the order of SpilPrecondition. */
#define AREA_SQL                                                                                             \
  "SELECT a.id, a.name, a.kind, a.municipality, a.stance, a.themes, a.priority,"                             \
  " trim (coalesce (a.exception, '')) <> '' AND a.exception_date <= ?2, c.id, c.date, NULL, NULL,"            \
  " c.coherence, c.coherence_evidence, c.problem, c.problem_evidence, c.urgency, c.urgency_evidence,"         \
  " c.park_management, c.park_management_evidence,"                                                           \
  " (SELECT count (DISTINCT " SPIL_HEAD_SQL ("s.organisation") ") FROM site s WHERE s.area = a.id AND s.dead = 0),"  \
  " (SELECT coalesce (sum (staff_count), 0) FROM site WHERE area = a.id AND dead = 0),"                       \
  " (SELECT count (*) FROM site WHERE area = a.id AND dead = 0 AND staff_count IS NULL),"                     \
  " (SELECT count (*) FROM task WHERE area = a.id AND dead = 0), a.map_x, a.map_y FROM area a"                                  \
  " LEFT JOIN area_check c ON c.row = (SELECT row FROM area_check WHERE area = a.id AND dead = 0 AND date <= ?2" \
  " ORDER BY date DESC, row DESC LIMIT 1) WHERE a.dead = 0 AND a.programme = ?1"

static gpointer
make_area (SpilStatement *row, gpointer user_data)
{
  SpilAreaRow *self = g_new0 (SpilAreaRow, 1);

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->kind = spil_get_int (row, 2);
  self->municipality = spil_get_text (row, 3);
  self->stance = spil_get_int (row, 4);
  self->themes = spil_statement_get_integer (row, 5);
  self->priority = spil_statement_get_integer (row, 6) != 0;
  self->answers.exception = spil_statement_get_integer (row, 7) != 0;
  self->check = spil_statement_get_id (row, 8);
  self->check_date = spil_get_day (row, 9);
  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++) {
    self->answers.answers[i] = spil_get_int (row, 12 + 2 * i);
    self->evidence[i] = spil_get_text (row, 13 + 2 * i);
  }
  self->approach = spil_area_approach (&self->answers);
  self->n_employers = spil_statement_get_integer (row, 20);
  self->staff = spil_statement_get_integer (row, 21);
  self->n_staff_unknown = spil_statement_get_integer (row, 22);
  self->n_tasks = spil_statement_get_integer (row, 23);
  self->map_x = (int) spil_get_number (row, 24, -1);
  self->map_y = (int) spil_get_number (row, 25, -1);
  return self;
}

void
spil_area_row_free (SpilAreaRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->municipality);
  g_free (self->hint_employers);
  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++)
    g_free (self->evidence[i]);
  g_free (self);
}

/* How many employers have each need; the rows of one employer follow one another. */
typedef struct
{
  SpilId employer;
  int64_t needs; /* of that employer */
  int employers[SPIL_NEED_STAFF + 1];
} Needs;

static void
count_needs (Needs *needs)
{
  for (int need = 1; need < (int) G_N_ELEMENTS (needs->employers); need++)
    needs->employers[need] += (needs->needs >> need) & 1;
  needs->needs = 0;
}

static gboolean
take_needs (SpilStatement *row, gpointer user_data)
{
  Needs *needs = user_data;
  SpilId employer = spil_statement_get_id (row, 0);

  if (!spil_id_equal (employer, needs->employer))
    count_needs (needs);
  needs->employer = employer;
  needs->needs |= spil_statement_get_integer (row, 1);
  return TRUE;
}

/* Looks for the hint in the contact moments of the months before @day. */
static gboolean
read_hint (SpilStore *store, SpilAreaRow *area, SpilDay day, const SpilNorms *norms, GError **error)
{
  /* Employer by employer, as CROSS JOIN has it, so that the rows of one follow one another. What was corrected counts no more. */
  static const char sql[] = "SELECT s.head, c.needs FROM (SELECT DISTINCT " SPIL_HEAD_SQL (
      "x.organisation") " AS head FROM site x"
                        " WHERE x.area = ?2 AND x.dead = 0) s CROSS JOIN contact c ON c.organisation IN " SPIL_ALIASES_SQL (
                            "s.head") " AND c.dead = 0 AND c.time >= ?3 AND c.time < ?4"
                                      " WHERE c.needs <> 0 AND " SPIL_NOT_CORRECTED_SQL ("c.row");
  int months = spil_norms_get_whole (norms, SPIL_NORM_UPSCALE_MONTHS);
  Needs needs = { 0 };
  SpilGiven parameters[3];

  area->hint = spil_area_upscale (area->approach, needs.employers, G_N_ELEMENTS (needs.employers), norms);
  if (months == 0 || area->n_employers < spil_norms_get_whole (norms, SPIL_NORM_UPSCALE_EMPLOYERS) ||
      area->approach == SPIL_APPROACH_AREA || area->approach == SPIL_APPROACH_AREA_BY_EXCEPTION)
    return TRUE;
  parameters[0] = SPIL_GIVE_ID (area->id);
  parameters[1] = SPIL_GIVE_INTEGER (spil_time_from_day (spil_day_add_months (day, -months), 0, 0).ms);
  parameters[2] = SPIL_GIVE_INTEGER (spil_time_from_day (spil_day_add (day, 1), 0, 0).ms);
  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_needs, &needs, error))
    return FALSE;
  count_needs (&needs);
  area->hint = spil_area_upscale (area->approach, needs.employers, G_N_ELEMENTS (needs.employers), norms);
  return TRUE;
}

static gboolean
take_name (SpilStatement *row, gpointer user_data)
{
  GString *names = user_data;

  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", spil_statement_get_text (row, 0));
  return TRUE;
}

/* Who share the need of the hint. */
static gboolean
read_hint_employers (SpilStore *store, SpilAreaRow *area, SpilDay day, GError **error)
{
  static const char sql[] = "SELECT o.name FROM (SELECT DISTINCT " SPIL_HEAD_SQL (
      "x.organisation") " AS head FROM site x"
                        " WHERE x.area = ?2 AND x.dead = 0) s CROSS JOIN organisation o ON o.id = s.head AND o.dead = 0"
                        " WHERE EXISTS (SELECT 1 FROM contact c WHERE c.organisation IN " SPIL_ALIASES_SQL ("s.head") " AND c.dead = 0 AND c.time >= ?3 AND c.time < ?4 AND (c.needs >> ?5) & 1 AND " SPIL_NOT_CORRECTED_SQL (
                            "c.row") ")"
                                     " ORDER BY o.name_fold, o.row LIMIT 10";
  const SpilGiven parameters[] = {
    SPIL_GIVE_ID (area->id),
    SPIL_GIVE_INTEGER (spil_time_from_day (spil_day_add_months (day, -area->hint.months), 0, 0).ms),
    SPIL_GIVE_INTEGER (spil_time_from_day (spil_day_add (day, 1), 0, 0).ms),
    SPIL_GIVE_INTEGER (area->hint.need),
  };
  g_autoptr (GString) names = g_string_new (NULL);

  if (area->hint.need == 0)
    return TRUE;
  if (!spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_name, names, error))
    return FALSE;
  area->hint_employers = g_string_free_and_steal (g_steal_pointer (&names));
  return TRUE;
}

static GPtrArray *
query_areas (SpilStore *store, const char *sql, SpilId area, SpilDay day, GError **error)
{
  const SpilGiven parameters[] = { spil_give_day (day), SPIL_GIVE_ID (area) };
  g_autoptr (GPtrArray) areas = NULL;
  SpilNorms norms;

  if (!spil_norm_query (store, &norms, error))
    return NULL;
  areas = spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_area, NULL,
                         (GDestroyNotify) spil_area_row_free, error);
  for (guint i = 0; areas != NULL && i < areas->len; i++)
    if (!read_hint (store, areas->pdata[i], day, &norms, error) ||
        !read_hint_employers (store, areas->pdata[i], day, error))
      return NULL;
  return g_steal_pointer (&areas);
}

GPtrArray *
spil_area_query (SpilStore *store, SpilDay day, GError **error)
{
  static const char sql[] = AREA_SQL
      " AND ?3 IS NULL ORDER BY a.\"order\" IS NULL, a.\"order\", a.name, a.row";

  return query_areas (store, sql, SPIL_ID_NIL, day, error);
}

SpilAreaRow *
spil_area_query_one (SpilStore *store, SpilId area, SpilDay day, GError **error)
{
  static const char sql[] = AREA_SQL " AND a.id = ?3";
  g_autoptr (GPtrArray) areas = query_areas (store, sql, area, day, error);

  if (areas == NULL)
    return NULL;
  if (areas->len == 0) {
    spil_store_set_not_found (spil_entity (SPIL_ENTITY_AREA), &area, error);
    return NULL;
  }
  return g_ptr_array_steal_index (areas, 0);
}
