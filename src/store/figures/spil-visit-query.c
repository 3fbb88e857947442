// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-read.h"
#include "spil-rhythm-query.h"

/* Two brokers on one relation: the contract is in spil-rhythm-query.h. */

void
spil_meeting_free (SpilMeeting *self)
{
  if (self == NULL)
    return;
  g_free (self->broker);
  g_free (self->text);
  g_free (self);
}

/* Columns: id, instant, day, broker, text, kind; of a contact moment the day is null. */
static gpointer
make_meeting (SpilStatement *row, gpointer user_data)
{
  SpilMeeting *self = g_new0 (SpilMeeting, 1);

  self->id = spil_statement_get_id (row, 0);
  self->planned = !spil_statement_is_null (row, 2);
  self->day = self->planned ? spil_get_day (row, 2)
                            : spil_time_day (spil_time (spil_statement_get_integer (row, 1)));
  self->broker = spil_get_text (row, 3);
  self->text = spil_get_text (row, 4);
  self->kind = spil_get_int (row, 5);
  return self;
}

#define NOT_CORRECTED "NOT EXISTS (SELECT 1 FROM contact r WHERE r.reverses = c.id AND r.dead = 0)"

GPtrArray *
spil_meeting_query (SpilStore *store, SpilId organisation, SpilDay first, SpilDay last, GError **error)
{
  static const char sql[] =
      "SELECT c.id, c.time AS place, NULL, c.broker, c.summary, c.kind FROM contact c"
      " WHERE c.organisation IN " SPIL_ALIASES_SQL (
          "?2") " AND c.dead = 0 AND c.time >= ?3 AND c.time < ?4 AND " NOT_CORRECTED
                " UNION ALL SELECT a.id, a.due * 86400000 + 39600000, a.due, a.owner, a.text, a.kind FROM next_action a"
                " WHERE a.organisation IN " SPIL_ALIASES_SQL (
                    "?2") " AND a.dead = 0 AND a.state = ?5 AND a.due >= ?6 AND a.due <= ?7"
                          " ORDER BY place";
  const SpilGiven parameters[] = {
    SPIL_GIVE_ID (organisation),
    SPIL_GIVE_INTEGER (spil_time_from_day (first, 0, 0).ms),
    SPIL_GIVE_INTEGER (spil_time_from_day (spil_day_add (last, 1), 0, 0).ms),
    SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN),
    spil_give_day (first),
    spil_give_day (last),
  };

  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_meeting, NULL,
                        (GDestroyNotify) spil_meeting_free, error);
}

GArray *
spil_meetings_get_visits (GPtrArray *meetings)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (SpilVisit));

  for (guint i = 0; i < meetings->len; i++) {
    const SpilMeeting *meeting = meetings->pdata[i];
    SpilVisit visit = { meeting->day, meeting->broker, meeting->planned };

    if (meeting->kind == SPIL_CONTACT_KIND_VISITED)
      g_array_append_val (visits, visit);
  }
  return visits;
}

/* Where two come */

void
spil_double_visit_free (SpilDoubleVisit *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation_name);
  g_free (self->text);
  g_free (self);
}

/* The visits of one organisation after another. */
typedef struct
{
  SpilId organisation;
  char *name;
  GPtrArray *meetings;
  GPtrArray *found;
  const char *broker;
  int guard_days;
  SpilDay today;
} Guarding;

static gboolean
concerns (const Guarding *self, const SpilVisitClash *clash, const GArray *visits)
{
  return self->broker == NULL ||
         g_strcmp0 (self->broker, g_array_index (visits, SpilVisit, clash->first).broker) == 0 ||
         g_strcmp0 (self->broker, g_array_index (visits, SpilVisit, clash->second).broker) == 0;
}

static void
finish_organisation (Guarding *self)
{
  g_autoptr (GArray) visits = spil_meetings_get_visits (self->meetings);
  SpilVisitClash clash = spil_visit_guard_find ((const SpilVisit *) (gpointer) visits->data, visits->len,
                                                self->guard_days, self->today);

  if (clash.found && concerns (self, &clash, visits)) {
    SpilDoubleVisit *visit = g_new0 (SpilDoubleVisit, 1);

    visit->organisation = self->organisation;
    visit->organisation_name = g_strdup (self->name);
    visit->text = spil_visit_clash_dup_text (&clash, (const SpilVisit *) (gpointer) visits->data);
    g_ptr_array_add (self->found, visit);
  }
  g_clear_pointer (&self->name, g_free);
  g_ptr_array_set_size (self->meetings, 0);
}

static gboolean
take_visit (SpilStatement *row, gpointer user_data)
{
  Guarding *self = user_data;
  SpilId organisation = spil_statement_get_id (row, 6);

  if (!spil_id_equal (organisation, self->organisation)) {
    finish_organisation (self);
    self->organisation = organisation;
    self->name = spil_get_text (row, 7);
  }
  g_ptr_array_add (self->meetings, make_meeting (row, NULL));
  return TRUE;
}

/* Only where more than one broker comes; the rule itself looks at the days. */
#define VISITS_SQL                                                                                           \
  "WITH visit AS (SELECT c.id AS id, c.time AS place, NULL AS day, c.broker AS broker, NULL AS text, c.kind AS kind, "  \
  SPIL_HEAD_SQL ("c.organisation") " AS of FROM contact c WHERE c.dead = 0 AND c.programme = ?1 AND c.time >= ?2"      \
  " AND c.kind = ?3 AND (?5 IS NULL OR c.organisation IN " SPIL_ALIASES_SQL ("?5") ") AND " NOT_CORRECTED               \
  " UNION ALL SELECT a.id, a.due * 86400000 + 39600000, a.due, a.owner, NULL, a.kind, " SPIL_HEAD_SQL ("a.organisation")  \
  " FROM next_action a WHERE a.dead = 0 AND a.programme = ?1 AND a.due IS NOT NULL AND a.state = ?4 AND a.kind = ?3"  \
  " AND (?5 IS NULL OR a.organisation IN " SPIL_ALIASES_SQL ("?5") "))"

GPtrArray *
spil_double_visit_query (SpilStore *store, SpilId organisation, const char *broker, SpilDay today,
                         GError **error)
{
  static const char sql[] = VISITS_SQL
      " SELECT v.*, o.name FROM visit v JOIN organisation o ON o.id = v.of AND o.dead = 0"
      " WHERE v.of IN (SELECT of FROM visit GROUP BY of HAVING count (DISTINCT broker) > 1) ORDER BY o.name, v.of, v.place";
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_meeting_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_double_visit_free);
  Guarding guarding = { .meetings = meetings, .found = found, .broker = broker, .today = today };
  SpilNorms norms;
  SpilGiven parameters[4];
  gboolean read;

  g_return_val_if_fail (spil_day_is_known (today), NULL);

  if (!spil_norm_query (store, &norms, error))
    return NULL;
  guarding.guard_days = spil_norms_get_whole (&norms, SPIL_NORM_VISIT_GUARD_DAYS);
  // Before that nothing can be too close to today or to what is to come.
  parameters[0] = SPIL_GIVE_INTEGER (
      spil_time_from_day (spil_day_add (today, -2 * guarding.guard_days), 0, 0).ms);
  parameters[1] = SPIL_GIVE_INTEGER (SPIL_CONTACT_KIND_VISITED);
  parameters[2] = SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN);
  parameters[3] = SPIL_GIVE_ID (organisation);
  read = spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_visit, &guarding, error);
  finish_organisation (&guarding);
  return read ? g_steal_pointer (&found) : NULL;
}
