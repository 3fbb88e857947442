// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "bench-rows.h"

#include <glib/gstdio.h>

void
bench_assert_no_error (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

char *
bench_make_dir (const char *name)
{
  char *path = g_build_filename (bench_dir (), name, NULL);
  g_autoptr (GDir) dir = NULL;
  const char *entry;

  g_mkdir_with_parents (path, 0700);
  dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, entry, NULL);

    g_unlink (file);
  }
  return path;
}

static void
assign_text (SpilChange *change, int field, const char *text)
{
  g_auto (SpilValue) value = spil_value_text (text);

  spil_change_assign (change, field, &value);
}

static void
assign_integer (SpilChange *change, int field, int64_t integer)
{
  SpilValue value = spil_value_integer (integer);

  spil_change_assign (change, field, &value);
}

static void
assign_id (SpilChange *change, int field, SpilId id)
{
  SpilValue value = spil_value_id (id);

  spil_change_assign (change, field, &value);
}

SpilStore *
bench_store_new (const char *name)
{
  g_autofree char *dir = bench_make_dir (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAction) action = spil_action_new ("Programme added");
  SpilStore *store = spil_store_create (dir, &error);

  bench_assert_no_error (error);
  assign_text (spil_action_add_row (action, spil_entity (SPIL_ENTITY_PROGRAMME), spil_id_new ()),
               SPIL_PROGRAMME_NAME, "Werkgeversaanpak");
  spil_store_commit (store, action, &error);
  bench_assert_no_error (error);
  return store;
}

/* Some of many words, so that the search index has something to do. */
static void
append_words (GString *text, int number, int n_words)
{
  static const char *const words[] = { "fiets",          "spits",       "vergoeding", "gesprek",
                                       "probeerperiode", "lease",       "parkeren",   "medewerkers",
                                       "directie",       "thuiswerken", "abonnement", "mijdpunt",
                                       "beleid",         "elektrisch",  "maatregel",  "locatie",
                                       "bereikbaar",     "afspraak",    "volgende",   "kwartaal" };

  for (int i = 0; i < n_words; i++) {
    guint pick = (guint) (number * 7919 + i * 104729);

    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[pick / 13 % G_N_ELEMENTS (words)]);
    if (i % 5 == 4)
      g_string_append_printf (text, " %u", pick % 5000);
  }
}

char *
bench_note_new (int number)
{
  GString *text = g_string_new (NULL);

  append_words (text, number, 14);
  return g_string_free (text, FALSE);
}

static SpilId
add_employer (SpilAction *action, int number)
{
  SpilId id = spil_id_new ();
  SpilChange *change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), id);
  g_autofree char *name = g_strdup_printf ("Voorbeeldbedrijf %c%c%c %d", 'A' + number % 26,
                                           'a' + number / 26 % 26, 'a' + number / 676 % 26, number);
  g_autofree char *kvk = g_strdup_printf ("%08d", 10000000 + number);
  g_autofree char *postcode = g_strdup_printf ("%d AB", 1000 + number % 9000);

  assign_text (change, SPIL_ORGANISATION_NAME, name);
  assign_integer (change, SPIL_ORGANISATION_KIND, 1);
  assign_text (change, SPIL_ORGANISATION_KVK_NUMBER, kvk);
  assign_integer (change, SPIL_ORGANISATION_STAFF_COUNT, number % 900);
  assign_text (change, SPIL_ORGANISATION_STREET, "Voorbeeldstraat");
  assign_text (change, SPIL_ORGANISATION_HOUSE_NUMBER, "12");
  assign_text (change, SPIL_ORGANISATION_POSTCODE, postcode);
  assign_text (change, SPIL_ORGANISATION_TOWN,
               number % 3 == 0   ? "Zwolle"
               : number % 3 == 1 ? "Kampen"
                                 : "Meppel");
  return id;
}

static void
add_contact (SpilAction *action, SpilId organisation, int number)
{
  SpilChange *change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_CONTACT), spil_id_new ());
  g_autofree char *note = bench_note_new (number);

  assign_id (change, SPIL_CONTACT_ORGANISATION, organisation);
  /* From 2018 on, in steps that no two rows in a screen share. */
  assign_integer (change, SPIL_CONTACT_TIME,
                  G_GINT64_CONSTANT (1514800000000) + (int64_t) (number % 525600) * 60000);
  assign_integer (change, SPIL_CONTACT_KIND, 1 + number % 3);
  assign_text (change, SPIL_CONTACT_BROKER, number % 2 == 0 ? "Makelaar noord" : "Makelaar zuid");
  assign_text (change, SPIL_CONTACT_SUMMARY, note);
}

SpilAction *
bench_rows_new (int n_employers, int n_contacts)
{
  SpilAction *action = spil_action_new ("Rows added");

  for (int i = 0; i < n_employers; i++) {
    SpilId id = add_employer (action, i);

    for (int j = 0; j < n_contacts; j++)
      add_contact (action, id, i * n_contacts + j);
  }
  return action;
}

SpilAction *
bench_contact_new (SpilId organisation, int number)
{
  SpilAction *action = spil_action_new ("Contact moment added");

  add_contact (action, organisation, number);
  return action;
}

void
bench_plain_check (sqlite3 *plain, int code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("plain SQLite: %s", sqlite3_errmsg (plain));
}

void
bench_plain_run (sqlite3 *plain, const char *sql)
{
  bench_plain_check (plain, sqlite3_exec (plain, sql, NULL, NULL, NULL));
}

sqlite3 *
bench_plain_open (const char *name)
{
  g_autofree char *dir = bench_make_dir (name);
  g_autofree char *path = g_build_filename (dir, "plain.db", NULL);
  sqlite3 *plain = NULL;

  bench_plain_check (plain, sqlite3_open (path, &plain));
  bench_plain_run (plain, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  return plain;
}
