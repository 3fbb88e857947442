// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
//
// Bookings are never changed: one that was wrong is taken back by its opposite, and of a commitment what is open may fall free.
// Rows of other laptops may still take back twice; the check names those, and the surplus one can itself be taken back.
#include <glib/gi18n-lib.h>

#include "spil-rule-fields.h"
#include "spil-drawing-rule.h"
#include "spil-read.h"
#include "spil-rules.h"

static gboolean
is_release (SpilRecord *record, const SpilRuleFields *fields)
{
  return fields->release != 0 && spil_record_get_boolean (record, fields->release);
}

// How many rows take back the row @id; releases aside.
static gboolean
count_reversals (SpilStore *store, const SpilRuleFields *fields, SpilId id, int64_t *n, GError **error)
{
  const SpilGiven parameters[] = { SPIL_GIVE_ID (id) };
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE dead = 0 AND reverses = ?2%s",
                                          fields->table,
                                          fields->release != 0 ? " AND ifnull (release, 0) = 0" : "");

  return spil_read_integer (store, sql, parameters, G_N_ELEMENTS (parameters), n, error);
}

// What takes back is only taken back itself when it is a release, or one too many.
static gboolean
check_chain (SpilStore *store, SpilRecord *original, const SpilRuleFields *fields, GError **error)
{
  SpilId root = spil_record_get_reference (original, fields->reverses);
  const SpilGiven parameters[] = { SPIL_GIVE_ID (root) };
  g_autofree char *sql = NULL;
  g_autofree char *name = NULL;
  int64_t reversals;
  int64_t roots;

  if (spil_id_is_nil (root))
    return TRUE;
  sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE dead = 0 AND reverses IS NULL AND id = ?2",
                         fields->table);
  if (!count_reversals (store, fields, root, &reversals, error) ||
      !spil_read_integer (store, sql, parameters, G_N_ELEMENTS (parameters), &roots, error))
    return FALSE;
  if (roots > 0 && (is_release (original, fields) || reversals > 1))
    return TRUE;
  name = spil_store_name_row (original);
  return spil_rule_refuse (
      g_strdup_printf (_ ("%s is itself a reversal and cannot be reversed. Enter the booking anew."), name),
      error);
}

static gboolean
check_once (SpilStore *store, SpilRecord *original, const SpilRuleFields *fields, GError **error)
{
  g_autofree char *name = NULL;
  int64_t reversals;

  if (!count_reversals (store, fields, spil_record_get_id (original), &reversals, error))
    return FALSE;
  if (reversals <= 1)
    return TRUE;
  name = spil_store_name_row (original);
  return spil_rule_refuse (g_strdup_printf (_ ("%s was reversed already; a booking is reversed once."), name),
                           error);
}

// A reversal stands on the line of its original; where another laptop undid that, on the one with its number.
static gboolean
read_stands_with (SpilStore *store, SpilRecord *record, SpilRecord *original, const SpilRuleFields *fields,
                  gboolean *stands, GError **error)
{
  static const char sql[] = "SELECT count (*) FROM budget_line l JOIN budget_version v ON v.id = l.version"
                            " JOIN budget_line m ON m.id = ?3 AND m.number = l.number AND m.dead = 1"
                            " JOIN budget_version w ON w.id = m.version AND w.year IS v.year WHERE l.id = ?2";
  SpilId line = fields->line != 0 ? spil_record_get_reference (record, fields->line) : SPIL_ID_NIL;
  SpilId was = fields->line != 0 ? spil_record_get_reference (original, fields->line) : SPIL_ID_NIL;
  const SpilGiven parameters[] = { SPIL_GIVE_ID (line), SPIL_GIVE_ID (was) };
  int64_t found = 1;

  if (!spil_id_equal (line, was) &&
      !spil_read_integer (store, sql, parameters, G_N_ELEMENTS (parameters), &found, error))
    return FALSE;
  *stands = found > 0;
  return TRUE;
}

// With the VAT note of its original, too, and it names what that drew on, or nothing.
static gboolean
check_same (SpilStore *store, SpilRecord *record, SpilRecord *original, const SpilRuleFields *fields,
            GError **error)
{
  const int same[] = { fields->vat, fields->application };
  gboolean names = fields->draws != 0 && (!spil_record_is_null (record, fields->draws) ||
                                          !spil_record_is_null (original, fields->reverses));
  gboolean stands;
  int wrong;
  g_autofree char *name = NULL;

  if (!read_stands_with (store, record, original, fields, &stands, error))
    return FALSE;
  wrong = stands ? 0 : fields->line;
  for (gsize i = 0; i < G_N_ELEMENTS (same) && wrong == 0; i++)
    if (same[i] != 0 &&
        !spil_value_equal (spil_record_get (record, same[i]), spil_record_get (original, same[i])))
      wrong = same[i];
  if (wrong == 0 && names &&
      !spil_value_equal (spil_record_get (record, fields->draws), spil_record_get (original, fields->draws)))
    wrong = fields->draws;
  if (wrong == 0)
    return TRUE;
  name = spil_store_name_row (original);
  return spil_rule_refuse (
      // TRANSLATORS: The second is a field: "The reversal of Expense “...” has to have the same “Budget line”."
      g_strdup_printf (_ ("The reversal of %s has to have the same “%s”."), name,
                       spil_field_label (spil_entity_field (spil_record_get_entity (record), wrong))),
      error);
}

static gboolean
check_opposite (SpilRecord *record, SpilRecord *original, const SpilRuleFields *fields, GError **error)
{
  int64_t was = spil_record_get_integer (original, fields->amount);
  g_autofree char *name = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *amount = NULL;

  if (spil_record_get_integer (record, fields->amount) == -was)
    return TRUE;
  name = spil_store_name_row (original);
  wanted = spil_money_format (-was, SPIL_MONEY_CENTS);
  amount = spil_money_format (spil_record_get_integer (record, fields->amount), SPIL_MONEY_CENTS);
  return spil_rule_refuse (
      g_strdup_printf (_ ("The reversal of %s is %s, not %s: reverse all of it, and enter anew what "
                          "should have been booked."),
                       name, wanted, amount),
      error);
}

// The commitment with all that takes back, and what expenses drew of it.
static gboolean
read_commitment (SpilStore *store, SpilId id, int64_t *committed, int64_t *drawn, GError **error)
{
  static const char committed_sql[] =
      "SELECT sum (amount) FROM commitment c WHERE dead = 0 AND (id = ?2 OR reverses = ?2"
      " OR reverses IN (SELECT id FROM commitment WHERE reverses = ?2 AND dead = 0))";
  static const char drawn_sql[] =
      "SELECT ifnull (sum (amount), 0) FROM actual WHERE dead = 0 AND vat IS (SELECT vat FROM commitment WHERE id = ?2)"
      " AND (commitment = ?2 OR (commitment IS NULL"
      " AND reverses IN (SELECT id FROM actual WHERE commitment = ?2 AND dead = 0)))";
  const SpilGiven parameters[] = { SPIL_GIVE_ID (id) };

  return spil_read_integer (store, committed_sql, parameters, G_N_ELEMENTS (parameters), committed, error) &&
         spil_read_integer (store, drawn_sql, parameters, G_N_ELEMENTS (parameters), drawn, error);
}

// What is released together in this change.
static int64_t
sum_releases (GPtrArray *rows, const SpilRuleFields *fields, SpilId commitment)
{
  int64_t sum = 0;

  for (guint i = 0; i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);

    if (row->before == NULL && row->after != NULL && is_release (row->after, fields) &&
        spil_id_equal (spil_record_get_reference (row->after, fields->reverses), commitment))
      sum -= spil_record_get_integer (row->after, fields->amount);
  }
  return sum;
}

static gboolean
check_release (SpilStore *store, GPtrArray *rows, SpilRecord *original, const SpilRuleFields *fields,
               GError **error)
{
  SpilId id = spil_record_get_id (original);
  SpilMoney amount = spil_record_get_money (original, fields->amount, fields->vat);
  int64_t released = sum_releases (rows, fields, id);
  int64_t committed;
  int64_t drawn;
  SpilRelease release;

  if (!read_commitment (store, id, &committed, &drawn, error))
    return FALSE;
  release = spil_release_judge (
      spil_drawing_open (spil_money (committed + released, amount.vat), spil_money (drawn, amount.vat)),
      spil_money (released, amount.vat));
  return release.allowed ||
         spil_rule_refuse (spil_release_dup_sentence (&release, spil_record_get_title (original)), error);
}

// A commitment of which a part fell free is not reversed as a whole.
static gboolean
check_not_released (SpilStore *store, SpilRecord *original, GError **error)
{
  g_autofree char *name = NULL;
  int64_t committed;
  int64_t drawn;

  if (!read_commitment (store, spil_record_get_id (original), &committed, &drawn, error))
    return FALSE;
  if (committed >= 0)
    return TRUE;
  name = spil_store_name_row (original);
  return spil_rule_refuse (
      g_strdup_printf (
          _ ("Part of %s was released already, so it cannot be reversed as a whole. Release what is open."),
          name),
      error);
}

static gboolean
check_reversal (SpilStore *store, GPtrArray *rows, SpilRecord *record, GError **error)
{
  const SpilRuleFields *fields = spil_rule_fields (record);
  g_autoptr (SpilRecord) original = spil_store_get (
      store, spil_record_get_entity (record), spil_record_get_reference (record, fields->reverses), error);

  if (original == NULL || !check_chain (store, original, fields, error) ||
      !check_same (store, record, original, fields, error))
    return FALSE;
  if (is_release (record, fields))
    return check_release (store, rows, original, fields, error);
  return check_opposite (record, original, fields, error) && check_once (store, original, fields, error) &&
         (fields->entity != SPIL_ENTITY_COMMITMENT || !spil_record_is_null (original, fields->reverses) ||
          check_not_released (store, original, error));
}

gboolean
spil_rule_reversals (SpilStore *store, GPtrArray *rows, gboolean at_rest, GError **error)
{
  for (guint i = 0; !at_rest && i < rows->len; i++) {
    const SpilRuledRow *row = g_ptr_array_index (rows, i);
    SpilRecord *record = row->before == NULL ? row->after : NULL;

    if (record != NULL && !spil_record_is_null (record, spil_rule_fields (record)->reverses) &&
        !check_reversal (store, rows, record, error))
      return FALSE;
  }
  return TRUE;
}
