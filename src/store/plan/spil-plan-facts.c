// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-private.h"

#include "spil-entity.h"
#include "spil-plan-shown.h"
#include "spil-read.h"

/*
 * What is counted, once for each fact, area and instrument: the nil id stands for any. A task then asks for its own. What is offered
 * to an area is what is offered to it and to employers with a site there, as on the page of the area.
 */
typedef struct
{
  int fact;
  SpilId area;
  SpilId instrument;
} Key;

typedef struct
{
  int64_t done;
  int64_t total;
  int64_t done_anyhow; /* with what has no known total */
} Count;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return (guint) key->fact + 31 * spil_id_hash_key (&key->area) + 961 * spil_id_hash_key (&key->instrument);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->fact == y->fact && spil_id_equal (x->area, y->area) &&
         spil_id_equal (x->instrument, y->instrument);
}

typedef struct
{
  GHashTable *counts; /* Key -> Count */
  int fact;
} Counting;

static void
add (Counting *counting, SpilId area, SpilId instrument, const Count *more)
{
  Key key = { counting->fact, area, instrument };
  Count *count = g_hash_table_lookup (counting->counts, &key);

  if (count == NULL) {
    count = g_new0 (Count, 1);
    g_hash_table_insert (counting->counts, g_memdup2 (&key, sizeof key), count);
  }
  count->done += more->done;
  count->total += more->total;
  count->done_anyhow += more->done_anyhow;
}

/* Columns: area (null: any), instrument, done, total, done anyhow. */
static gboolean
take_count (SpilStatement *row, gpointer user_data)
{
  SpilId area = spil_statement_get_id (row, 0), instrument = spil_statement_get_id (row, 1);
  Count count = { spil_get_number (row, 2, 0), spil_get_number (row, 3, 0), spil_get_number (row, 4, 0) };

  add (user_data, area, instrument, &count);
  if (!spil_id_is_nil (instrument))
    add (user_data, area, SPIL_ID_NIL, &count);
  return TRUE;
}

/* Columns: area, the four answers. A later check comes after an earlier one, and stays. */
static gboolean
take_check (SpilStatement *row, gpointer user_data)
{
  Counting *counting = user_data;
  Key key = { counting->fact, spil_statement_get_id (row, 0), SPIL_ID_NIL };
  Count *count = g_new0 (Count, 1);

  count->total = SPIL_PROGRESS_PRECONDITIONS;
  for (int i = 1; i <= SPIL_PROGRESS_PRECONDITIONS; i++)
    count->done += spil_get_int (row, i) == SPIL_ANSWER_YES;
  count->done_anyhow = count->done;
  g_hash_table_replace (counting->counts, g_memdup2 (&key, sizeof key), count);
  return TRUE;
}

/* Rows of offers with each area that they count for, once, and once for any. */
#define OFFER_AREAS_SQL \
  "(SELECT f.row AS offer, f.area AS area FROM offer f WHERE f.dead = 0 AND f.programme = ?1 AND f.area IS NOT NULL" \
  " UNION SELECT f.row, s.area FROM offer f JOIN site s ON s.organisation = f.organisation AND s.dead = 0" \
  " WHERE f.dead = 0 AND f.programme = ?1 AND s.area IS NOT NULL" \
  " UNION ALL SELECT f.row, NULL FROM offer f WHERE f.dead = 0 AND f.programme = ?1)"

/* Finished and secured ones are done (SPIL_OFFER_STATE_FINISHED and later). */
static const char offers_sql[] =
    "SELECT a.area, f.instrument, sum (f.state >= 4), count (*), sum (f.state >= 4) FROM " OFFER_AREAS_SQL
    " a JOIN offer f ON f.row = a.offer GROUP BY a.area, f.instrument";

/* Those that were refused or withdrawn have nothing to settle; settled and paid ones are done. */
static const char applications_sql[] =
    "SELECT a.area, NULL, sum (p.state IN (10, 11)), count (*), sum (p.state IN (10, 11)) FROM"
    " (SELECT p.row AS application, s.area AS area FROM application p"
    " JOIN site s ON s.organisation = p.organisation AND s.dead = 0"
    " WHERE p.dead = 0 AND p.programme = ?1 AND s.area IS NOT NULL GROUP BY p.row, s.area"
    " UNION ALL SELECT p.row, NULL FROM application p WHERE p.dead = 0 AND p.programme = ?1) a"
    " JOIN application p ON p.row = a.application WHERE p.state NOT IN (6, 7) GROUP BY a.area";

static const char checks_sql[] = "SELECT area, coherence, problem, urgency, park_management FROM area_check"
                                 " WHERE dead = 0 AND programme = ?1 AND date <= ?2 ORDER BY date, row";

/* A place that is not known is not counted, and neither is who took it; see `done_anyhow`. */
static const char places_sql[] =
    "SELECT a.area, f.instrument, sum (CASE WHEN c.places IS NULL THEN 0 ELSE c.taken END), sum (c.places),"
    " sum (c.taken) FROM (SELECT c.offer, c.places, (SELECT count (*) FROM participation t"
    " WHERE t.cohort = c.id AND t.dead = 0) AS taken FROM cohort c WHERE c.dead = 0 AND c.programme = ?1) c"
    " JOIN offer f ON f.id = c.offer AND f.dead = 0 JOIN " OFFER_AREAS_SQL " a ON a.offer = f.row"
    " GROUP BY a.area, f.instrument";

G_STATIC_ASSERT (SPIL_OFFER_STATE_FINISHED == 4 && SPIL_OFFER_STATE_SECURED == 5);
G_STATIC_ASSERT (SPIL_APPLICATION_STATE_REFUSED == 6 && SPIL_APPLICATION_STATE_WITHDRAWN == 7);
G_STATIC_ASSERT (SPIL_APPLICATION_STATE_SETTLED == 10 && SPIL_APPLICATION_STATE_PAID == 11);

static gboolean
count_fact (SpilStore *store, int fact, SpilDay day, GHashTable *counts, GError **error)
{
  Counting counting = { counts, fact };
  SpilGiven until = spil_give_day (day);

  switch (fact) {
  case SPIL_TASK_FACT_OFFERS:
    return spil_read_each (store, offers_sql, NULL, 0, take_count, &counting, error);
  case SPIL_TASK_FACT_APPLICATIONS:
    return spil_read_each (store, applications_sql, NULL, 0, take_count, &counting, error);
  case SPIL_TASK_FACT_PRECONDITIONS:
    return spil_read_each (store, checks_sql, &until, 1, take_check, &counting, error);
  case SPIL_TASK_FACT_PLACES:
    return spil_read_each (store, places_sql, NULL, 0, take_count, &counting, error);
  default:
    return TRUE;
  }
}

/* What counts for a task: in its area, or that of what it is part of. */
static void
take_facts (SpilPlan *plan, int place, GHashTable *counts)
{
  SpilPlanTaskRow *task = spil_plan_get_task (plan, place);
  int holder = spil_plan_find_holder (plan, place, SPIL_PLAN_GROUP_AREA);
  gboolean places = task->facts.fact == SPIL_TASK_FACT_PLACES;
  gboolean by_instrument = places || task->facts.fact == SPIL_TASK_FACT_OFFERS;
  Key key = { task->facts.fact, holder < 0 ? SPIL_ID_NIL : spil_plan_get_task (plan, holder)->area,
              by_instrument ? task->instrument : SPIL_ID_NIL };
  const Count *count = g_hash_table_lookup (counts, &key);

  task->facts.counted = task->facts.fact != 0 &&
                        (count != NULL || task->facts.fact != SPIL_TASK_FACT_PRECONDITIONS);
  if (count != NULL) {
    task->facts.total = count->total;
    task->facts.done = places && task->facts.goal > 0 ? count->done_anyhow : count->done;
  }
  task->task.progress = spil_progress_from_facts (&task->facts);
}

gboolean
spil_plan_read_facts (SpilStore *store, SpilPlan *plan, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (hash_key, equal_keys, g_free, g_free);
  gboolean counted[SPIL_TASK_FACT_PLACES + 1] = { FALSE };

  for (guint i = 0; i < plan->tasks->len; i++) {
    const SpilPlanTaskRow *task = plan->tasks->pdata[i];
    int fact = task->facts.fact;

    if (!task->progress_from_facts || fact < 0 || fact >= (int) G_N_ELEMENTS (counted))
      continue;
    if (!counted[fact] && !count_fact (store, fact, plan->day, counts, error))
      return FALSE;
    counted[fact] = TRUE;
  }
  for (guint i = 0; i < plan->tasks->len; i++)
    if (((SpilPlanTaskRow *) plan->tasks->pdata[i])->progress_from_facts)
      take_facts (plan, (int) i, counts);
  return TRUE;
}
