// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "bench-organisations.h"
#include "bench-sync.h"

static void
assign_text (SpilChange *change, int field, const char *text)
{
  g_auto (SpilValue) value = spil_value_text (text);

  spil_change_assign (change, field, &value);
}

static void
commit (SpilStore *store, SpilAction *action)
{
  g_autoptr (GError) error = NULL;

  spil_store_commit (store, action, &error);
  bench_assert_no_error (error);
}

static SpilId
add_person (SpilStore *store, SpilId organisation)
{
  g_autoptr (SpilAction) action = spil_action_new ("Contactpersoon toegevoegd");
  SpilId id = spil_id_new ();
  SpilChange *change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_PERSON), id);
  SpilValue of = spil_value_id (organisation);

  spil_change_assign (change, SPIL_PERSON_ORGANISATION, &of);
  assign_text (change, SPIL_PERSON_NAME, "Marieke van den Berg");
  assign_text (change, SPIL_PERSON_PHONE, "038 421 00 01");
  commit (store, action);
  return id;
}

/* The bytes of the segment of one edit. */
static void
edit (const BenchSpace *space, SpilStore *store, SpilEntityNumber entity, SpilId id, int field,
      const char *text, BenchSeries *bytes)
{
  g_autoptr (SpilAction) action = spil_action_new ("Organisatie gewijzigd");
  g_autoptr (GBytes) segment = NULL;
  int64_t last;

  assign_text (spil_action_set_row (action, spil_entity (entity), id), field, text);
  commit (store, action);
  last = bench_last_entry (store);
  segment = bench_space_pack (space, store, last, last);
  bench_series_add_amount (bytes, (double) g_bytes_get_size (segment));
}

void
bench_sync_edit (const BenchSpace *space)
{
  g_autoptr (SpilStore) store = bench_store_new ("sync-source");
  g_autoptr (SpilAction) action = bench_organisations_new (10, 1);
  SpilId organisation = ((SpilChange *) g_ptr_array_index (action->changes, 0))->id;
  g_auto (BenchSeries) sector = { 0 };
  g_auto (BenchSeries) phone = { 0 };

  bench_series_init (&sector);
  bench_series_init (&phone);
  spil_store_set_actor (store, "Marieke Jansen");
  commit (store, action);
  edit (space, store, SPIL_ENTITY_ORGANISATION, organisation, SPIL_ORGANISATION_SECTOR, "Gezondheidszorg",
        &sector);
  edit (space, store, SPIL_ENTITY_PERSON, add_person (store, organisation), SPIL_PERSON_PHONE,
        "06 12 34 56 78", &phone);
  bench_report (&(BenchRow) { .figure = "Sync, one edit (sector of an organisation)",
                              .unit = "bytes",
                              .target = { .median = 300 } },
                &sector, NULL);
  bench_report (&(BenchRow) { .figure = "Sync, one edit (phone of a contact person)",
                              .unit = "bytes",
                              .target = { .median = 300 } },
                &phone, NULL);
}
