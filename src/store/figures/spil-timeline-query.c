// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-timeline-query.h"

#include <string.h>

#include "spil-entity.h"
#include "spil-json.h"
#include "spil-read.h"
#include "spil-text.h"

/*
 * All kinds in one shape: kind, id, place in time, day (null: the place is an instant), choice, title, detail, who, persons,
 * needs, advice, reversed, amount, VAT, organisation. A day alone stands at noon, near enough in every time zone of the country.
 */
#define AT_NOON(day) day " * 86400000 + 39600000"
#define BORN(table) "(" table ".born_time >> 16)"
#define OURS(table) table ".organisation IN " SPIL_ALIASES_SQL ("?2")

#define CONTACTS_SQL                                                                                         \
  "SELECT 0 AS kind, c.id AS id, c.time AS place, NULL AS day, c.kind AS choice, c.summary AS title, c.outcome AS detail, c.broker AS who,"  \
  " (SELECT group_concat (p.name, ', ') FROM contact_person k JOIN person p ON p.id = k.person AND p.dead = 0"   \
  " WHERE k.contact = c.id AND k.dead = 0) AS persons, c.needs AS needs, iif (c.advice_given, coalesce (c.advice, ''), NULL)"  \
  " AS advice, EXISTS (SELECT 1 FROM contact r WHERE r.reverses = c.id AND r.dead = 0) AS reversed, NULL AS amount, NULL AS vat, c.organisation AS of"  \
  " FROM contact c WHERE c.dead = 0 AND " OURS ("c")
#define STAGES_SQL                                                                                           \
  "SELECT 1, s.id, " AT_NOON ("s.date") ", s.date, 0, t.name, s.evidence, NULL, NULL, NULL, NULL, 0, NULL, NULL,"  \
  " e.organisation FROM engagement e JOIN stage_change s ON s.engagement = e.id AND s.dead = 0"                \
  " LEFT JOIN stage t ON t.id = s.\"to\" WHERE e.dead = 0 AND " OURS ("e") " AND e.programme = ?1"
/* Done before its day: then it stands where it was agreed, for what happened does not lie ahead. */
#define ACTION_DAY "iif (a.due <= ?4, a.due, NULL)"
#define AGREED "coalesce ((SELECT c.time FROM contact c WHERE c.id = a.contact), " BORN ("a") ")"
#define ACTIONS_SQL                                                                                          \
  "SELECT 2, a.id, coalesce (" AT_NOON (ACTION_DAY) ", " AGREED "), " ACTION_DAY ", a.state, a.text, NULL, a.owner,"  \
  " NULL, NULL, NULL, 0, NULL, NULL, a.organisation FROM next_action a"                                        \
  " WHERE a.dead = 0 AND " OURS ("a") " AND a.state <> ?3"
#define OFFERS_SQL                                                                                           \
  "SELECT 3, f.id, coalesce (" AT_NOON ("f.start") ", " BORN ("f") "), f.start, f.state, i.name, f.notes, NULL, NULL,"  \
  " NULL, NULL, 0, NULL, NULL, f.organisation FROM offer f LEFT JOIN instrument i ON i.id = f.instrument"     \
  " WHERE f.dead = 0 AND " OURS ("f")
#define APPLICATIONS_SQL                                                                                     \
  "SELECT 4, a.id, coalesce (" AT_NOON ("a.received") ", " BORN ("a") "), a.received, a.state, a.measures, a.notes,"  \
  " NULL, NULL, NULL, NULL, 0, coalesce (a.awarded, a.asked), a.vat, a.organisation FROM application a"         \
  " WHERE a.dead = 0 AND " OURS ("a")
#define STATEMENTS_SQL                                                                                       \
  "SELECT 5, s.id, " AT_NOON ("s.signed_on") ", s.signed_on, s.level, s.promises, NULL, NULL, NULL, NULL, NULL, 0,"  \
  " NULL, NULL, s.organisation FROM statement s WHERE s.dead = 0 AND " OURS ("s")
#define SCANS_SQL                                                                                            \
  "SELECT 6, s.id, " AT_NOON ("s.date") ", s.date, s.kind, s.method, s.notes, NULL, NULL, NULL, NULL, 0,"       \
  " NULL, NULL, s.organisation FROM scan s WHERE s.dead = 0 AND " OURS ("s")

/* ?5: broker, folded; ?6: words, folded, as a JSON array: each must be found. */
#define TIMELINE_SQL                                                                                         \
  "(SELECT * FROM (" CONTACTS_SQL " UNION ALL " STAGES_SQL " UNION ALL " ACTIONS_SQL " UNION ALL " OFFERS_SQL   \
  " UNION ALL " APPLICATIONS_SQL " UNION ALL " STATEMENTS_SQL " UNION ALL " SCANS_SQL ")"                       \
  " WHERE (?5 IS NULL OR spil_fold (who) = ?5) AND (?6 IS NULL OR NOT EXISTS (SELECT 1 FROM json_each (?6) w"   \
  " WHERE instr (spil_fold (concat_ws (' ', title, detail, who, persons, advice)), w.value) = 0)))"

G_STATIC_ASSERT (SPIL_TIMELINE_CONTACT == 0 && SPIL_TIMELINE_STAGE == 1 && SPIL_TIMELINE_ACTION == 2 &&
                 SPIL_TIMELINE_OFFER == 3 && SPIL_TIMELINE_APPLICATION == 4 && SPIL_TIMELINE_STATEMENT == 5 &&
                 SPIL_TIMELINE_SCAN == 6);

static gpointer
make_entry (SpilStatement *row, gpointer user_data)
{
  SpilTimelineEntry *self = g_new0 (SpilTimelineEntry, 1);
  SpilDay day = spil_get_day (row, 3);

  self->kind = (SpilTimelineKind) spil_get_int (row, 0);
  self->id = spil_statement_get_id (row, 1);
  self->time = spil_day_is_known (day) ? spil_time_from_day (day, 12, 0)
                                       : spil_time (spil_statement_get_integer (row, 2));
  self->choice = spil_get_int (row, 4);
  self->title = spil_get_text (row, 5);
  self->detail = spil_get_text (row, 6);
  self->who = spil_get_text (row, 7);
  self->persons = spil_get_text (row, 8);
  self->needs = spil_statement_get_integer (row, 9);
  self->advice = g_strdup (spil_statement_get_text (row, 10));
  self->reversed = spil_statement_get_integer (row, 11) != 0;
  self->amount = spil_get_money (row, 12, 13);
  self->from = spil_get_text (row, 14);
  return self;
}

void
spil_timeline_entry_free (SpilTimelineEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->detail);
  g_free (self->who);
  g_free (self->persons);
  g_free (self->advice);
  g_free (self->from);
  g_free (self);
}

/* The filter as the parameters of TIMELINE_SQL, ?2 to ?6. Its texts are owned by this. */
typedef struct
{
  SpilGiven given[5];
  char *broker;
  char *words;
} Asked;

static char *
dup_words (const char *text)
{
  g_autofree char *folded = spil_text_fold (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GString) json = g_string_new ("[");

  for (int i = 0; words[i] != NULL; i++) {
    if (words[i][0] == '\0')
      continue;
    if (json->len > 1)
      g_string_append_c (json, ',');
    spil_json_append_text (json, words[i]);
  }
  return json->len > 1 ? g_strconcat (json->str, "]", NULL) : NULL;
}

static void
asked_init (Asked *self, const SpilTimelineFilter *filter)
{
  self->broker = filter->broker != NULL ? spil_text_fold (filter->broker) : NULL;
  self->words = dup_words (filter->words);
  self->given[0] = SPIL_GIVE_ID (filter->organisation);
  self->given[1] = SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN);
  self->given[2] = SPIL_GIVE_INTEGER (spil_day_today ().number);
  self->given[3] = SPIL_GIVE_TEXT (self->broker);
  self->given[4] = SPIL_GIVE_TEXT (self->words);
}

static void
asked_clear (Asked *self)
{
  g_free (self->broker);
  g_free (self->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

GPtrArray *
spil_timeline_query_filtered (SpilStore *store, const SpilTimelineFilter *filter, GError **error)
{
  static const char sql[] =
      "SELECT kind, id, place, day, choice, title, detail, who, persons, needs, advice, reversed, amount, vat, iif (of = ?2, NULL, (SELECT name FROM organisation o WHERE o.id = of))"
      " FROM " TIMELINE_SQL
      " t WHERE ?7 = 0 OR (?7 >> kind) & 1 ORDER BY place DESC, kind, id LIMIT ?8 OFFSET ?9";
  g_auto (Asked) asked = { 0 };
  SpilGiven parameters[G_N_ELEMENTS (asked.given) + 3];

  g_return_val_if_fail (filter != NULL, NULL);

  asked_init (&asked, filter);
  memcpy (parameters, asked.given, sizeof asked.given);
  parameters[5] = SPIL_GIVE_INTEGER (filter->kinds);
  parameters[6] = SPIL_GIVE_INTEGER (filter->limit > 0 ? filter->limit : -1);
  parameters[7] = SPIL_GIVE_INTEGER (filter->offset);
  return spil_read_all (store, sql, parameters, G_N_ELEMENTS (parameters), make_entry, NULL,
                        (GDestroyNotify) spil_timeline_entry_free, error);
}

static gboolean
take_count (SpilStatement *row, gpointer user_data)
{
  int64_t *counts = user_data;

  counts[spil_get_int (row, 0)] = spil_statement_get_integer (row, 1);
  return TRUE;
}

gboolean
spil_timeline_query_counts (SpilStore *store, const SpilTimelineFilter *filter,
                            int64_t counts[SPIL_N_TIMELINE_KINDS], GError **error)
{
  g_auto (Asked) asked = { 0 };

  g_return_val_if_fail (filter != NULL, FALSE);

  memset (counts, 0, SPIL_N_TIMELINE_KINDS * sizeof *counts);
  asked_init (&asked, filter);
  return spil_read_each (store, "SELECT kind, count (*) FROM " TIMELINE_SQL " GROUP BY kind", asked.given,
                         G_N_ELEMENTS (asked.given), take_count, counts, error);
}

GPtrArray *
spil_timeline_query (SpilStore *store, SpilId organisation, int64_t offset, int64_t limit, GError **error)
{
  const SpilTimelineFilter filter = { .organisation = organisation, .offset = offset, .limit = limit };

  return spil_timeline_query_filtered (store, &filter, error);
}

gboolean
spil_timeline_query_count (SpilStore *store, SpilId organisation, int64_t *count, GError **error)
{
  const SpilTimelineFilter filter = { .organisation = organisation };
  int64_t counts[SPIL_N_TIMELINE_KINDS];

  if (!spil_timeline_query_counts (store, &filter, counts, error))
    return FALSE;
  *count = 0;
  for (int i = 0; i < SPIL_N_TIMELINE_KINDS; i++)
    *count += counts[i];
  return TRUE;
}
