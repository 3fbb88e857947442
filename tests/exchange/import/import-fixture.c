// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "import-fixture.h"

char *
write_table (ExchangeFixture *self, const char *name, const char *text)
{
  char *path = exchange_fixture_path (self, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

SpilImportLook *
look_at (ExchangeFixture *self, const char *path, int entity)
{
  g_autoptr (GError) error = NULL;
  SpilImportLook *look = spil_import_look (self->store, path, spil_entity_by_number (entity), NULL, -1,
                                           &error);

  g_assert_no_error (error);
  return look;
}

static void
assert_same (const SpilImportReport *dry, const SpilImportReport *run)
{
  assert_counts (dry, (int) run->created, (int) run->updated, (int) run->skipped, (int) run->rejected);
  g_assert_cmpint (dry->rows, ==, run->rows);
  g_assert_cmpint (dry->n_likely, ==, run->n_likely);
  g_assert_cmpuint (dry->refusals->len, ==, run->refusals->len);
  for (guint i = 0; i < dry->refusals->len; i++) {
    const SpilImportRefusal *one = dry->refusals->pdata[i];
    const SpilImportRefusal *other = run->refusals->pdata[i];

    g_assert_cmpint (one->row, ==, other->row);
    g_assert_cmpstr (one->column, ==, other->column);
    g_assert_cmpstr (one->reason, ==, other->reason);
  }
  g_assert_cmpuint (dry->notes->len, ==, run->notes->len);
  for (guint i = 0; i < dry->notes->len; i++)
    g_assert_cmpstr (dry->notes->pdata[i], ==, run->notes->pdata[i]);
}

SpilImportReport *
import_plan (ExchangeFixture *self, const char *path, const SpilImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilImportReport) dry = NULL;
  g_autofree char *before = digest_of (self);
  g_autofree char *after = NULL;
  SpilImportReport *run;

  dry = spil_import_run (self->store, path, plan, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = digest_of (self);
  g_assert_cmpstr (before, ==, after);
  run = spil_import_run (self->store, path, plan, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < run->refusals->len; i++) {
    const SpilImportRefusal *refusal = run->refusals->pdata[i];

    g_test_message ("%d %s “%s”: %s", (int) refusal->row, refusal->column, refusal->value, refusal->reason);
  }
  assert_same (dry, run);
  assert_sound (self);
  return run;
}

SpilImportReport *
import_text (ExchangeFixture *self, int entity, const char *text)
{
  g_autofree char *path = write_table (self, "lijst.csv", text);
  g_autoptr (SpilImportLook) look = look_at (self, path, entity);

  return import_plan (self, path, look->plan);
}

void
assert_counts (const SpilImportReport *report, int created, int updated, int skipped, int rejected)
{
  g_assert_cmpint (report->created, ==, created);
  g_assert_cmpint (report->updated, ==, updated);
  g_assert_cmpint (report->skipped, ==, skipped);
  g_assert_cmpint (report->rejected, ==, rejected);
  g_assert_cmpint (report->rows, ==, created + updated + skipped + rejected);
}

char *
digest_of (ExchangeFixture *self)
{
  g_autoptr (GError) error = NULL;
  char *digest = spil_store_digest (self->store, &error);

  g_assert_no_error (error);
  return digest;
}

SpilRecord *
row_called (ExchangeFixture *self, int entity, const char *title)
{
  const SpilEntity *kind = spil_entity_by_number (entity);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = spil_store_find_by_title (self->store, kind, title, &error);
  SpilRecord *record;

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  record = spil_store_get (self->store, kind, g_array_index (ids, SpilId, 0), &error);
  g_assert_no_error (error);
  return record;
}

void
assert_sound (ExchangeFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = spil_store_check (self->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}
