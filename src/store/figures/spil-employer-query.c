// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-query.h"

#include "spil-employer-keys.h"
#include "spil-entity.h"
#include "spil-norm-query.h"
#include "spil-read.h"
#include "spil-row-set.h"
#include "spil-search.h"
#include "spil-text.h"

/* What is a large set: then fewer rows are passed over than would have to be sorted. */
#define DENSE_SET 3000
/* More words than these do not matter for the order. */
#define MAX_WORDS 8

/* So far down the list, looking at the kind of each row that is passed over takes longer than to gather the kinds first. */
#define FAR_DOWN 5000

/* Which rows: conditions put together from the constant parts below, and what their parameters from ?2 on stand for. */
typedef struct
{
  GString *sql;
  gboolean small; /* a small set leads to the rows */
  gboolean simple; /* nothing is asked but kinds */
  gboolean conditions; /* there are some besides kinds and the set */
  gboolean
      facts; /* of those, there are some on the organisation itself; otherwise an index has what is asked of it */
  char *
      exact; /* of those, the rows with what was typed, as JSON; the others have what it may have meant. NULL: all */
  GArray *values; /* of SpilGiven */
  char *rows; /* a small set of rows, as JSON */
  GByteArray *marks; /* a large one, a byte for each row */
  GByteArray *keys; /* what a large one is sorted by; NULL: by what the rows themselves have */
  char **
      words; /* those that names are looked through for; NULL: not asked for, or too many rows to be worth it */
} Selection;

static void
selection_clear (Selection *self)
{
  g_string_free (self->sql, TRUE);
  g_array_unref (self->values);
  g_free (self->rows);
  g_clear_pointer (&self->marks, g_byte_array_unref);
  g_clear_pointer (&self->keys, g_byte_array_unref);
  g_strfreev (self->words);
  g_free (self->exact);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Selection, selection_clear)

/* Appends a condition whose next parameter stands for @value. */
static void
narrow (Selection *self, const char *condition, SpilGiven value)
{
  g_string_append (self->sql, condition);
  g_array_append_val (self->values, value);
}

/* The rows that text, debt and, far down, kinds leave; NULL without an error when these do not narrow. */
static gboolean
read_set (Selection *self, SpilStore *store, const SpilEmployerFilter *filter, GArray **set, GError **error)
{
  g_autofree char *match = filter->search != NULL ? spil_search_make_match (filter->search) : NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) exact = NULL;
  g_autoptr (GArray) owed = NULL;
  g_autoptr (GArray) kinds = NULL;

  if (match != NULL) {
    found = spil_row_set_search (store, filter->search, &exact, error);
    if (found == NULL)
      return FALSE;
    self->exact = exact != NULL ? spil_row_set_to_json (exact) : NULL;
  }
  if (filter->overdue) {
    owed = spil_row_set_owed (store, filter->today, error);
    if (owed == NULL)
      return FALSE;
  }
  if (filter->kinds != 0 && filter->offset >= FAR_DOWN) {
    kinds = spil_row_set_of_kinds (store, filter->kinds, error);
    if (kinds == NULL)
      return FALSE;
  }
  *set = spil_row_set_intersect (g_steal_pointer (&found), g_steal_pointer (&owed));
  *set = spil_row_set_intersect (*set, g_steal_pointer (&kinds));
  return TRUE;
}

/* A small set leads to its rows, which are then sorted; with a large one the rows are walked in their order. */
static void
narrow_to_set (Selection *self, const GArray *set)
{
  if (set->len <= DENSE_SET) {
    self->rows = spil_row_set_to_json (set);
    narrow (self, " AND o.row IN (SELECT value FROM json_each (?))", SPIL_GIVE_TEXT (self->rows));
  } else {
    self->marks = spil_row_set_to_marks (set);
    narrow (self, " AND substr (?, o.row, 1) = x'01'", SPIL_GIVE_BYTES (self->marks));
  }
}

static char **
split_words (const char *search)
{
  g_autofree char *folded = spil_text_fold (search);

  return g_strsplit (folded, " ", MAX_WORDS);
}

/*
 * Conditions on what refers to organisations. They are gathered by row, and only then compared: rows are small, and stand in every index.
 * Each has one parameter.
 */
#define IN_RELATION_OF(source, condition)                                                                    \
  " o.row IN (SELECT h.row FROM " source SPIL_JOIN_HEAD_SQL ("h", "e.organisation")                          \
  " WHERE e.dead = 0 AND e.programme = ?1 AND " condition " AND " SPIL_RELATION_COUNTS_SQL ("e") ")"
/* The table in its order: quicker than any index where many are meant. */
#define IN_RELATION(condition) " AND" IN_RELATION_OF ("engagement e NOT INDEXED", condition)
#define IN_STAGE " AND" IN_RELATION_OF ("engagement e", "stage = ?")
#define NOT_IN_STAGE " AND NOT" IN_RELATION_OF ("engagement e NOT INDEXED", "stage IS NOT ?")
#define IN_AREA \
  " AND o.row IN (SELECT h.row FROM site s" SPIL_JOIN_HEAD_SQL ("h", "s.organisation") " WHERE s.dead = 0 AND s.area = ?)"
/* From the index alone, which has the organisations in their order: each once. */
#define WITH_NEED                                                                                            \
  " AND o.row IN (SELECT h.row FROM (SELECT c.organisation FROM contact c INDEXED BY contact_by_organisation" \
  " WHERE c.dead = 0 AND c.organisation > x'' AND (c.needs >> ?) & 1 AND " SPIL_NOT_CORRECTED_SQL ("c.row")   \
  " GROUP BY c.organisation) n" SPIL_JOIN_HEAD_SQL ("h", "n.organisation") ")"
#define WITHOUT_ACTION                                                                                       \
  " AND o.row NOT IN (SELECT h.row FROM next_action a" SPIL_JOIN_HEAD_SQL ("h", "a.organisation")            \
  " WHERE a.dead = 0 AND a.state = ?)"

/* What the relation, the contact moments and the next actions have to say. */
static void
narrow_to_relation (Selection *self, const SpilEmployerFilter *filter)
{
  if (filter->no_stage)
    narrow (self, NOT_IN_STAGE, SPIL_GIVE_NULL);
  if (filter->tier != 0)
    narrow (self, IN_RELATION ("tier = ?"), SPIL_GIVE_INTEGER (filter->tier));
  if (filter->urgency != 0)
    narrow (self, IN_RELATION ("(urgency >> ?) & 1"), SPIL_GIVE_INTEGER (filter->urgency));
  if (filter->capacity != 0)
    narrow (self, IN_RELATION ("capacity = ?"), SPIL_GIVE_INTEGER (filter->capacity));
  if (filter->need != 0)
    narrow (self, WITH_NEED, SPIL_GIVE_INTEGER (filter->need));
  if (filter->no_action)
    narrow (self, WITHOUT_ACTION, SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN));
}

/* What the organisation itself has to say. */
static void
narrow_to_facts (Selection *self, const SpilEmployerFilter *filter)
{
  if (filter->town != NULL)
    narrow (self, " AND o.town_fold = spil_fold (?)", SPIL_GIVE_TEXT (filter->town));
  if (filter->tag != NULL)
    narrow (
        self,
        " AND o.tags <> '' AND instr (',' || replace (replace (spil_fold (o.tags), ', ', ','), ' ,', ',') || ',',"
        " ',' || spil_fold (?) || ',')",
        SPIL_GIVE_TEXT (filter->tag));
  if (filter->staff_from > 0)
    narrow (self, " AND o.staff_count >= ?", SPIL_GIVE_INTEGER (filter->staff_from));
  if (filter->staff_to > 0)
    narrow (self, " AND o.staff_count <= ?", SPIL_GIVE_INTEGER (filter->staff_to));
}

static gboolean
select_rows (Selection *self, SpilStore *store, const SpilEmployerFilter *filter, GError **error)
{
  g_autoptr (GArray) set = NULL;
  gsize length, before_facts;

  self->sql = g_string_new (" WHERE o.dead = 0 AND " SPIL_ROW_NOT_MERGED_SQL ("o.row"));
  self->values = g_array_new (FALSE, FALSE, sizeof (SpilGiven));
  if (!read_set (self, store, filter, &set, error))
    return FALSE;
  self->small = set != NULL && set->len <= DENSE_SET;
  // The plus keeps SQLite from walking all of the programme where the rows are named one by one.
  g_string_append (self->sql, self->small ? " AND +o.programme = ?1" : " AND o.programme = ?1");
  if (filter->kinds != 0 && filter->offset < FAR_DOWN)
    narrow (self, " AND (? >> o.kind) & 1", SPIL_GIVE_INTEGER (filter->kinds));
  length = self->sql->len;
  if (!spil_id_is_nil (filter->stage))
    narrow (self, IN_STAGE, SPIL_GIVE_ID (filter->stage));
  if (!spil_id_is_nil (filter->area))
    narrow (self, IN_AREA, SPIL_GIVE_ID (filter->area));
  if (filter->broker != NULL)
    narrow (self, IN_RELATION ("? IN (mobility_broker, sustainability_broker)"),
            SPIL_GIVE_TEXT (filter->broker));
  before_facts = self->sql->len;
  narrow_to_facts (self, filter);
  self->facts = self->sql->len != before_facts;
  narrow_to_relation (self, filter);
  self->conditions = self->sql->len != length;
  if (set != NULL)
    narrow_to_set (self, set);
  self->simple = self->sql->len == length;
  if (filter->sort == SPIL_EMPLOYER_SORT_MATCH && filter->search != NULL && self->small)
    self->words = split_words (filter->search);
  return TRUE;
}

/* Of the relation that the row shows. */
#define RELATION_SQL(what) \
  "(SELECT " what " FROM engagement e LEFT JOIN stage s ON s.id = e.stage AND s.dead = 0" \
  " WHERE e.row = " SPIL_RELATION_ROW_SQL ("o.id") ")"
#define BROKER_SQL RELATION_SQL ("spil_fold (coalesce (nullif (e.mobility_broker, ''), nullif (e.sustainability_broker, '')))")
#define ACTION_SQL \
  "(SELECT min (a.due) FROM next_action a WHERE a.organisation IN " SPIL_ALIASES_SQL ("o.id") \
  " AND a.dead = 0 AND a.state = 1)"
G_STATIC_ASSERT (SPIL_ACTION_STATE_OPEN == 1);
#define BOTH_WAYS(what) \
  { " ORDER BY " what " NULLS LAST, o.name_fold, o.row", " ORDER BY " what " DESC NULLS LAST, o.name_fold, o.row" }

/* Each order in both directions; the ties by name, and of the same name by row, as the index has them. */
static const char *
get_order (const SpilEmployerFilter *filter)
{
  static const char *const orders[][2] = {
    [SPIL_EMPLOYER_SORT_NAME] = { " ORDER BY o.name_fold, o.row", " ORDER BY o.name_fold DESC, o.row DESC" },
    [SPIL_EMPLOYER_SORT_TOWN] = { " ORDER BY o.town_fold NULLS LAST, o.name_fold, o.row",
                                  " ORDER BY o.town_fold DESC NULLS LAST, o.name_fold, o.row" },
    [SPIL_EMPLOYER_SORT_STAFF] = { " ORDER BY o.staff_count NULLS LAST, o.name_fold, o.row",
                                   " ORDER BY o.staff_count DESC NULLS LAST, o.name_fold, o.row" },
    [SPIL_EMPLOYER_SORT_LAST_CONTACT] = { " ORDER BY r.time, o.name_fold, o.row",
                                          " ORDER BY r.time DESC, o.name_fold, o.row" },
    [SPIL_EMPLOYER_SORT_MATCH] = { " ORDER BY o.name_fold, o.row", " ORDER BY o.name_fold DESC, o.row DESC" },
    [SPIL_EMPLOYER_SORT_STAGE] = BOTH_WAYS (RELATION_SQL ("s.number")),
    [SPIL_EMPLOYER_SORT_TIER] = BOTH_WAYS (RELATION_SQL ("e.tier")),
    [SPIL_EMPLOYER_SORT_BROKER] = BOTH_WAYS (BROKER_SQL),
    [SPIL_EMPLOYER_SORT_ACTION] = BOTH_WAYS (ACTION_SQL),
  };

  g_return_val_if_fail (filter->sort < G_N_ELEMENTS (orders), orders[0][0]);
  return orders[filter->sort][filter->descending ? 1 : 0];
}

/* Where the rows come from. Those of the last contact are walked in its order, unless it is a few that are sorted by it. */
static const char *
get_source (const Selection *self, const SpilEmployerFilter *filter)
{
  if (filter->sort != SPIL_EMPLOYER_SORT_LAST_CONTACT)
    return " FROM organisation o";
  return self->small
             ? " FROM organisation o CROSS JOIN reached r ON r.organisation = o.id"
             : " FROM reached r CROSS JOIN organisation o ON o.id = r.organisation AND r.programme = ?1";
}

/* Those with all words in their name come first: the index of words does not tell where it found them. */
static void
order_by_match (Selection *self)
{
  g_string_append (self->sql, " ORDER BY ");
  if (self->exact != NULL)
    narrow (self, "o.row NOT IN (SELECT value FROM json_each (?)), ", SPIL_GIVE_TEXT (self->exact));
  g_string_append (self->sql, "NOT (1");
  for (int i = 0; self->words[i] != NULL; i++)
    narrow (self, " AND instr (o.name_fold, ?)", SPIL_GIVE_TEXT (self->words[i]));
  g_string_append (self->sql, "), o.name_fold, o.row");
}

static gboolean
is_kept_elsewhere (SpilEmployerSort sort)
{
  return sort == SPIL_EMPLOYER_SORT_STAGE || sort == SPIL_EMPLOYER_SORT_TIER ||
         sort == SPIL_EMPLOYER_SORT_BROKER || sort == SPIL_EMPLOYER_SORT_ACTION;
}

/* Appends the order and the window. */
static void
order (Selection *self, const SpilEmployerFilter *filter)
{
  if (self->keys != NULL)
    narrow (self, " ORDER BY substr (?, (o.row - 1) * 4 + 1, 4), o.name_fold, o.row",
            SPIL_GIVE_BYTES (self->keys));
  else if (self->words != NULL)
    order_by_match (self);
  else
    g_string_append (self->sql, get_order (filter));
  narrow (self, " LIMIT ?", SPIL_GIVE_INTEGER (filter->limit > 0 ? filter->limit : -1));
  narrow (self, " OFFSET ?", SPIL_GIVE_INTEGER (filter->offset));
}
G_STATIC_ASSERT (SPIL_EMPLOYER_KEY_SIZE == 4);

/* Makes the SQL one that selects the ids of the window. */
static gboolean
complete (Selection *self, SpilStore *store, const SpilEmployerFilter *filter, GError **error)
{
  if (is_kept_elsewhere (filter->sort) && !self->small) {
    self->keys = spil_employer_keys_read (store, filter->sort, filter->descending, error);
    if (self->keys == NULL)
      return FALSE;
  }
  order (self, filter);
  if (self->keys != NULL) {
    /* The index has all that is sorted: only the rows of the window are looked up. */
    g_string_prepend (
        self->sql,
        "SELECT x.id FROM (SELECT o.row AS row FROM organisation o INDEXED BY organisation_by_name");
    g_string_append (self->sql, ") w CROSS JOIN organisation x ON x.row = w.row");
    return TRUE;
  }
  g_string_prepend (self->sql, get_source (self, filter));
  g_string_prepend (self->sql, "SELECT o.id");
  return TRUE;
}

#define DETAILS_SQL                                                                                          \
  "SELECT o.id, o.name, o.kind, o.town, o.kvk_number, o.staff_count, e.id, e.stage, s.number, s.name, e.tier,"   \
  " e.mobility_broker, e.sustainability_broker, e.cadence, " SPIL_LAST_CONTACT_SQL ", a.id, a.text, a.due,"     \
  " o.sector, o.tags, e.urgency, e.capacity"                                                                   \
  " FROM organisation o LEFT JOIN engagement e ON e.row = " SPIL_RELATION_ROW_SQL ("o.id") " LEFT JOIN stage s ON s.id = e.stage AND s.dead = 0" \
  " LEFT JOIN next_action a ON a.row = (SELECT row FROM next_action"                                            \
  " WHERE organisation IN " SPIL_ALIASES_SQL ("o.id") " AND dead = 0 AND state = ?3 ORDER BY due IS NULL, due, row LIMIT 1)"              \
  " WHERE o.dead = 0 AND "

/* What each row needs to know. */
typedef struct
{
  SpilNorms norms;
  SpilDay today;
  GPtrArray *rows;
} Details;

static SpilEmployerRow *
make_employer (SpilStatement *row, const Details *details)
{
  SpilEmployerRow *self = g_new0 (SpilEmployerRow, 1);
  SpilDay last = SPIL_DAY_NONE;

  self->id = spil_statement_get_id (row, 0);
  self->name = g_strdup (spil_statement_get_text (row, 1));
  self->kind = spil_get_int (row, 2);
  self->town = spil_get_text (row, 3);
  self->kvk_number = spil_get_text (row, 4);
  self->staff = spil_get_number (row, 5, -1);
  self->engagement = spil_statement_get_id (row, 6);
  self->stage = spil_statement_get_id (row, 7);
  self->stage_number = spil_get_int (row, 8);
  self->stage_name = spil_get_text (row, 9);
  self->tier = spil_get_int (row, 10);
  self->mobility_broker = spil_get_text (row, 11);
  self->sustainability_broker = spil_get_text (row, 12);
  self->contacted = !spil_statement_is_null (row, 14);
  self->last_contact = spil_time (spil_statement_get_integer (row, 14));
  self->action = spil_statement_get_id (row, 15);
  self->action_text = spil_get_text (row, 16);
  self->action_due = spil_get_day (row, 17);
  self->sector = spil_get_text (row, 18);
  self->tags = spil_get_text (row, 19);
  self->urgency = spil_statement_get_integer (row, 20);
  self->capacity = spil_get_int (row, 21);
  if (self->contacted)
    last = spil_time_day (self->last_contact);
  self->debt = spil_cadence_debt (
      last, spil_cadence_days (spil_get_int (row, 13), self->tier, &details->norms), details->today);
  return self;
}

void
spil_employer_row_free (SpilEmployerRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->town);
  g_free (self->kvk_number);
  g_free (self->stage_name);
  g_free (self->mobility_broker);
  g_free (self->sustainability_broker);
  g_free (self->action_text);
  g_free (self->sector);
  g_free (self->tags);
  g_free (self);
}

static gboolean
take_employer (SpilStatement *row, gpointer user_data)
{
  Details *details = user_data;

  g_ptr_array_add (details->rows, make_employer (row, details));
  return FALSE;
}

GPtrArray *
spil_employer_query_rows (SpilStore *store, const SpilId *ids, gsize n_ids, SpilDay today, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_employer_row_free);
  Details details = { .today = today, .rows = rows };

  g_return_val_if_fail (spil_day_is_known (today), NULL);

  if (!spil_norm_query (store, &details.norms, error))
    return NULL;
  for (gsize i = 0; i < n_ids; i++) {
    const SpilGiven parameters[] = { SPIL_GIVE_ID (ids[i]), SPIL_GIVE_INTEGER (SPIL_ACTION_STATE_OPEN) };

    if (!spil_read_each (store, DETAILS_SQL "o.id = ?2", parameters, G_N_ELEMENTS (parameters), take_employer,
                         &details, error))
      return NULL;
  }
  return g_steal_pointer (&rows);
}

static gboolean
take_id (SpilStatement *row, gpointer user_data)
{
  SpilId id = spil_statement_get_id (row, 0);

  g_array_append_val ((GArray *) user_data, id);
  return TRUE;
}

/* How many rows there are. The kinds, when nothing else is asked, stand in an index; and all that are no more than that are kept. */
static gboolean
count_rows (const Selection *self, SpilStore *store, const SpilEmployerFilter *filter, int64_t *count,
            GError **error)
{
  gboolean by_kind = self->simple && filter->kinds != 0;
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM organisation o",
                                      by_kind ? " INDEXED BY organisation_by_kind" : "", self->sql->str,
                                      NULL);

  if (self->simple && !by_kind)
    return spil_read_integer (store, "SELECT count (*) FROM reached WHERE programme = ?1", NULL, 0, count,
                              error);
  return spil_read_integer (store, sql, (const SpilGiven *) (gpointer) self->values->data, self->values->len,
                            count, error);
}

static gboolean
take_row (SpilStatement *row, gpointer user_data)
{
  int64_t number = spil_statement_get_integer (row, 0);

  g_array_append_val ((GArray *) user_data, number);
  return TRUE;
}

/* Puts the rows themselves in the place of the conditions, which then need not be looked into again for the window. */
static gboolean
gather_rows (Selection *self, SpilStore *store, int64_t *count, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT o.row FROM organisation o",
                                      self->facts || self->small ? "" : " INDEXED BY organisation_by_kind",
                                      self->sql->str, NULL);
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (int64_t));

  if (!spil_read_each (store, sql, (const SpilGiven *) (gpointer) self->values->data, self->values->len,
                       take_row, set, error))
    return FALSE;
  spil_row_set_sort (set);
  *count = set->len;
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->marks, g_byte_array_unref);
  g_array_set_size (self->values, 0);
  self->small = set->len <= DENSE_SET;
  g_string_assign (self->sql, self->small ? " WHERE o.dead = 0 AND +o.programme = ?1"
                                          : " WHERE o.dead = 0 AND o.programme = ?1");
  narrow_to_set (self, set);
  return TRUE;
}

static gboolean
count_or_gather (Selection *self, SpilStore *store, const SpilEmployerFilter *filter, int64_t *count,
                 GError **error)
{
  return self->conditions ? gather_rows (self, store, count, error)
                          : count_rows (self, store, filter, count, error);
}

/* The ids of the window. @count, where it is not NULL, gets how many there are in all. */
static GArray *
query_ids (SpilStore *store, const SpilEmployerFilter *filter, int64_t *count, GError **error)
{
  g_auto (Selection) selection = { 0 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SpilId));

  if (!select_rows (&selection, store, filter, error))
    return NULL;
  if (count != NULL && !count_or_gather (&selection, store, filter, count, error))
    return NULL;
  if (!complete (&selection, store, filter, error))
    return NULL;
  if (!spil_read_each (store, selection.sql->str, (const SpilGiven *) (gpointer) selection.values->data,
                       selection.values->len, take_id, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

GArray *
spil_employer_query_ids (SpilStore *store, const SpilEmployerFilter *filter, GError **error)
{
  SpilEmployerFilter all = *filter;

  all.offset = all.limit = 0;
  return query_ids (store, &all, NULL, error);
}

GPtrArray *
spil_employer_query_page (SpilStore *store, const SpilEmployerFilter *filter, int64_t *count, GError **error)
{
  g_autoptr (GArray) ids = query_ids (store, filter, count, error);

  if (ids == NULL)
    return NULL;
  return spil_employer_query_rows (store, (const SpilId *) (gpointer) ids->data, ids->len, filter->today,
                                   error);
}

GPtrArray *
spil_employer_query (SpilStore *store, const SpilEmployerFilter *filter, GError **error)
{
  return spil_employer_query_page (store, filter, NULL, error);
}

gboolean
spil_employer_query_count (SpilStore *store, const SpilEmployerFilter *filter, int64_t *count, GError **error)
{
  g_auto (Selection) selection = { 0 };

  if (!select_rows (&selection, store, filter, error))
    return FALSE;
  return count_rows (&selection, store, filter, count, error);
}
