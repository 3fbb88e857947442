// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

char *
make_dir (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("spil-test-XXXXXX", &error);

  g_assert_no_error (error);
  return dir;
}

void
remove_dir (char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL) {
    char *path = g_build_filename (dir, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
      remove_dir (path);
    } else {
      g_unlink (path);
      g_free (path);
    }
  }
  g_assert_cmpint (g_rmdir (dir), ==, 0);
  g_free (dir);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_action_new ("Programme added");
  SpilChange *change;
  g_auto (SpilValue) name = spil_value_text ("Werkgeversaanpak");

  fixture->dir = make_dir ();
  fixture->store = spil_store_create (fixture->dir, &error);
  g_assert_no_error (error);
  fixture->programme = spil_id_new ();
  change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_PROGRAMME), fixture->programme);
  spil_change_assign (change, SPIL_PROGRAMME_NAME, &name);
  commit (fixture->store, action);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  spil_store_close (fixture->store);
  remove_dir (fixture->dir);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  spil_store_close (fixture->store);
  fixture->store = spil_store_open (fixture->dir, &error);
  g_assert_no_error (error);
}

void
commit (SpilStore *store, SpilAction *action)
{
  g_autoptr (GError) error = NULL;

  spil_store_commit (store, action, &error);
  g_assert_no_error (error);
  spil_action_free (action);
}

void
commit_fails (SpilStore *store, SpilAction *action, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (spil_store_commit (store, action, &error));
  g_assert_error (error, domain, code);
  g_test_message ("%s", error->message);
  spil_action_free (action);
}

static gboolean
is_named (const SpilField *field, const char *name)
{
  return g_strcmp0 (field->name, name) == 0;
}

// Fields whose texts have a form of their own, by name.
static const struct
{
  const char *field;
  const char *text;
} forms[] = {
  { "postcode", "8011 AB" },    { "email", "a@example.nl" },
  { "phone", "038 123 45 67" }, { "period", "2018-Q4" },
  { "about_entity", "area" },   { "about_id", "01890000-0000-7000-8000-000000000001" },
};

static SpilValue
sample_text (const SpilField *field, int seed)
{
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (is_named (field, forms[i].field))
      return spil_value_text (forms[i].text);
  if ((field->flags & SPIL_FIELD_NATURAL_KEY) != 0)
    text = g_strdup_printf ("%08d", 10000000 + seed);
  else
    text = g_strdup_printf ("Voorbeeld %s é %d", field->name, seed);
  return spil_value_text (text);
}

static SpilValue
sample_number (const SpilField *field, int seed)
{
  if ((field->flags & SPIL_FIELD_PERCENT) != 0)
    return spil_value_integer (seed % 101);
  if ((field->flags & SPIL_FIELD_SHARE) != 0)
    return spil_value_integer (200000);
  if (is_named (field, "year"))
    return spil_value_integer (2018);
  // Other subsidies leave nothing to award.
  if (is_named (field, "other") || is_named (field, "settled_other"))
    return spil_value_integer (0);
  // A period closes on nothing booked.
  if (is_named (field, "committed") || is_named (field, "actual") || is_named (field, "bookings"))
    return spil_value_integer (0);
  return spil_value_integer (seed % 5 + 1);
}

// What is not required, but asked for by the rules between rows.
static gboolean
is_wanted (const SpilField *field)
{
  return (field->flags & SPIL_FIELD_REQUIRED) != 0 || is_named (field, "vat") || is_named (field, "amount") ||
         is_named (field, "decision");
}

static SpilValue
sample_value (SpilAction *action, const SpilField *field, int seed)
{
  switch (field->type) {
  case SPIL_TYPE_TEXT:
    return sample_text (field, seed);
  case SPIL_TYPE_ORDER:
    return spil_value_text ("m");
  case SPIL_TYPE_DATE:
    // What came in late belongs to an earlier day.
    if (is_named (field, "late_of"))
      return spil_value_integer (spil_day_from_ymd (2017, 12, 31).number);
    return spil_value_integer (spil_day_from_ymd (2018, 1, 1).number + seed % 300);
  case SPIL_TYPE_TIME:
    return spil_value_integer (G_GINT64_CONSTANT (1530000000000) + seed);
  case SPIL_TYPE_CHOICE:
    // Amounts go together only with one and the same VAT note.
    return spil_value_integer (
        field->choices->items[is_named (field, "vat") ? 0 : seed % field->choices->n_items].number);
  case SPIL_TYPE_SET:
    return spil_value_integer (1 << field->choices->items[seed % field->choices->n_items].number);
  case SPIL_TYPE_BOOLEAN:
    // A line has an amount or is PM, not both; a release names its commitment.
    return spil_value_integer (is_named (field, "pm") || is_named (field, "release") ? 0 : seed % 2);
  case SPIL_TYPE_REFERENCE: {
    g_autoptr (SpilRecord)
        target = sample_record (action, spil_entity_by_number (field->target), seed, FALSE);

    return spil_value_id (spil_record_get_id (target));
  }
  case SPIL_TYPE_INTEGER:
  case SPIL_TYPE_DECIMAL:
  case SPIL_TYPE_MONEY:
  default:
    return sample_number (field, seed);
  }
}

// What would be a fault beside the other samples: a budget is decided or withdrawn, nothing is awarded, a period closes without bookings with that note.
static gboolean
goes_ill (const SpilEntity *entity, const SpilField *field)
{
  return (entity->number == SPIL_ENTITY_BUDGET_VERSION && field->number == SPIL_BUDGET_VERSION_WITHDRAWN) ||
         (entity->number == SPIL_ENTITY_COMMITMENT && field->number == SPIL_COMMITMENT_APPLICATION) ||
         (entity->number == SPIL_ENTITY_PAYMENT && field->number == SPIL_PAYMENT_ACTUAL) ||
         (entity->number == SPIL_ENTITY_CLOSED_LINE && field->number == SPIL_CLOSED_LINE_VAT);
}

SpilRecord *
sample_record (SpilAction *action, const SpilEntity *entity, int seed, gboolean all_fields)
{
  SpilRecord *record = spil_record_new (entity, spil_id_new ());

  for (int i = 1; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    if (field->number == 0 || field->number == SPIL_FIELD_PROGRAMME || (!all_fields && !is_wanted (field)))
      continue;
    if (goes_ill (entity, field))
      continue;
    // A row that refers to its own kind would need another one without end.
    if (field->type == SPIL_TYPE_REFERENCE && field->target == entity->number &&
        (field->flags & SPIL_FIELD_REQUIRED) == 0)
      continue;
    value = sample_value (action, field, seed);
    // Nothing is paid of what was not awarded.
    if (entity->number == SPIL_ENTITY_PAYMENT && i == SPIL_PAYMENT_AMOUNT)
      value.integer = 0;
    spil_record_set (record, i, &value);
  }
  spil_action_add (action, record);
  return record;
}

static SpilId
add_titled (SpilStore *store, const SpilEntity *entity, const char *title)
{
  SpilAction *action = spil_action_new ("Row added");
  g_autoptr (SpilRecord) record = spil_record_new (entity, spil_id_new ());

  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && (entity->fields[i].flags & SPIL_FIELD_REQUIRED) != 0) {
      g_auto (SpilValue) value = sample_value (action, &entity->fields[i], 0);

      spil_record_set (record, i, &value);
    }
  spil_record_set_text (record, entity->title, title);
  spil_action_add (action, record);
  commit (store, action);
  return spil_record_get_id (record);
}

SpilId
add_organisation (SpilStore *store, const char *name)
{
  return add_titled (store, spil_entity (SPIL_ENTITY_ORGANISATION), name);
}

SpilId
add_task (SpilStore *store, const char *name)
{
  return add_titled (store, spil_entity (SPIL_ENTITY_TASK), name);
}

int64_t
count_rows (SpilStore *store, const SpilEntity *entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilQuery) query = spil_query_new (entity);
  int64_t count;

  spil_store_count (store, query, &count, &error);
  g_assert_no_error (error);
  return count;
}

char *
digest_of (SpilStore *store)
{
  g_autoptr (GError) error = NULL;
  char *digest = spil_store_digest (store, &error);

  g_assert_no_error (error);
  return digest;
}

void
run_sql (const char *dir, const char *sql)
{
  g_autofree char *path = g_build_filename (dir, "spil.db", NULL);
  char *fault = NULL;
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_exec (database, sql, NULL, NULL, &fault);
  g_assert_cmpstr (fault, ==, NULL);
  sqlite3_close (database);
}
