// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "bench-organisations.h"

static const char *const trades[] = {
  "Bakkerij",         "Installatiebedrijf", "Accountantskantoor",
  "Transportbedrijf", "Schildersbedrijf",   "Bouwbedrijf",
  "Garage",           "Drukkerij",          "Ingenieursbureau",
  "Kwekerij",         "Apotheek",           "Notariskantoor",
  "Groothandel",      "Technisch Bureau",   "Zorggroep",
  "Machinefabriek",   "Adviesbureau",       "Schoonmaakbedrijf",
  "Hoveniersbedrijf", "Slagerij",           "Houthandel",
  "Timmerfabriek",    "Reisbureau",         "Tandartspraktijk",
  "Kinderopvang",     "Uitzendbureau",      "Aannemersbedrijf",
  "Rijwielhandel",    "Metaalbewerking",    "Wasserij",
  "Architectenburo",  "Advocatenkantoor",   "Vleesverwerking",
  "Meubelmakerij",    "Elektrotechniek",    "Verhuisbedrijf",
  "Makelaardij",      "Loonbedrijf",        "Autoschade",
  "Zuivelhandel",
};

static const char *const families[] = {
  "de Vries",     "Jansen",        "van den Berg", "Bakker",   "van Dijk", "Visser",    "Smit",
  "Meijer",       "de Boer",       "Mulder",       "de Groot", "Bos",      "Vos",       "Peters",
  "Hendriks",     "van Leeuwen",   "Dekker",       "Brouwer",  "de Wit",   "Dijkstra",  "Smits",
  "de Graaf",     "van der Meer",  "Kok",          "Jacobs",   "de Haan",  "Vermeulen", "van den Heuvel",
  "van der Veen", "van den Broek", "de Bruijn",    "Schouten", "van Beek", "Willems",   "van Vliet",
  "Hoekstra",     "Maas",          "Verhoeven",    "Koster",   "van Dam",  "Prins",     "Blom",
  "Huisman",      "Kuipers",       "van Veen",     "Postma",   "Veenstra", "Kramer",    "Scholten",
  "Timmermans",   "Groen",         "Koning",       "van Wijk", "Bosch",    "Gerritsen", "Molenaar",
};

static const char *const forms[] = { "B.V.",    "B.V.", "B.V.",        "V.O.F.",
                                     "& Zonen", "N.V.", "Beheer B.V.", "Groep" };

static const char *const sectors[] = {
  "Industrie",
  "Bouwnijverheid",
  "Groothandel",
  "Detailhandel",
  "Vervoer en opslag",
  "Horeca",
  "Informatie en communicatie",
  "Financiële dienstverlening",
  "Zakelijke dienstverlening",
  "Openbaar bestuur",
  "Onderwijs",
  "Gezondheidszorg",
  "Cultuur, sport en recreatie",
  "Landbouw",
};

static const char *const towns[] = {
  "Zwolle",  "Kampen",     "Meppel",    "Hattem",     "Deventer", "Apeldoorn",  "Raalte",       "Ommen",
  "Dalfsen", "Hardenberg", "Steenwijk", "Genemuiden", "Hasselt",  "Zwartsluis", "IJsselmuiden", "Heerde",
  "Epe",     "Olst",       "Wijhe",     "Nunspeet",   "Elburg",   "Dronten",    "Emmeloord",    "Staphorst",
};

static const char *const streets[] = { "Industrieweg",
                                       "Ceintuurbaan",
                                       "Stationsweg",
                                       "Marsweg",
                                       "Kerkstraat",
                                       "Dorpsstraat",
                                       "Handelsstraat",
                                       "Veerallee",
                                       "Nijverheidsweg",
                                       "Rijnlaan",
                                       "Burgemeester Roelenweg",
                                       "Grote Voort" };

static const char *const methods[] = { "Enquête onder werknemers", "Telling aan de poort",
                                       "Opgave van de werkgever", "Kentekenonderzoek" };

#define PICK(random, list) list[g_rand_int_range (random, 0, G_N_ELEMENTS (list))]

/* Few are large. */
static int64_t
pick_staff (GRand *random)
{
  int64_t staff = g_rand_int_range (random, 1, 40);

  while (g_rand_boolean (random) && staff < 5000)
    staff *= 2;
  return staff;
}

static char *
make_text (GRand *random, int field)
{
  switch (field) {
  case SPIL_ORGANISATION_NAME:
    return g_strdup_printf ("%s %s %s", PICK (random, trades), PICK (random, families), PICK (random, forms));
  case SPIL_ORGANISATION_KVK_NUMBER:
    return g_strdup_printf ("%08d", g_rand_int_range (random, 1000000, 99999999));
  case SPIL_ORGANISATION_SECTOR:
    return g_strdup (PICK (random, sectors));
  case SPIL_ORGANISATION_TOWN:
    return g_strdup (PICK (random, towns));
  case SPIL_ORGANISATION_STREET:
    return g_strdup (PICK (random, streets));
  case SPIL_ORGANISATION_HOUSE_NUMBER:
    return g_strdup_printf ("%d", g_rand_int_range (random, 1, 200));
  case SPIL_ORGANISATION_POSTCODE:
    return g_strdup_printf ("%d %c%c", g_rand_int_range (random, 7700, 8400),
                            g_rand_int_range (random, 'A', 'Z'), g_rand_int_range (random, 'A', 'Z'));
  default:
    return g_strdup_printf ("https://www.voorbeeld-%d.example", g_rand_int_range (random, 1, 100000));
  }
}

SpilValue
bench_organisation_value (GRand *random, int field)
{
  if (field == SPIL_ORGANISATION_STAFF_COUNT)
    return spil_value_integer (pick_staff (random));
  if (field == SPIL_ORGANISATION_KIND)
    return spil_value_integer (g_rand_int_range (random, 1, 5));
  return (SpilValue) { .kind = SPIL_VALUE_TEXT, .text = make_text (random, field) };
}

SpilAction *
bench_organisations_new (int n, guint32 seed)
{
  static const int fields[] = { SPIL_ORGANISATION_NAME,        SPIL_ORGANISATION_KIND,
                                SPIL_ORGANISATION_KVK_NUMBER,  SPIL_ORGANISATION_SECTOR,
                                SPIL_ORGANISATION_STAFF_COUNT, SPIL_ORGANISATION_TOWN };
  SpilAction *action = spil_action_new ("Organisaties overgenomen");
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (int i = 0; i < n; i++) {
    SpilChange *change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_ORGANISATION), spil_id_new ());

    for (gsize j = 0; j < G_N_ELEMENTS (fields); j++) {
      g_auto (SpilValue) value = bench_organisation_value (random, fields[j]);

      spil_change_assign (change, fields[j], &value);
    }
  }
  return action;
}

SpilAction *
bench_measurements_new (int n, SpilId indicator, guint32 seed)
{
  SpilAction *action = spil_action_new ("Metingen overgenomen");
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (int i = 0; i < n; i++) {
    SpilChange *change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_MEASUREMENT), spil_id_new ());
    g_auto (SpilValue) method = spil_value_text (PICK (random, methods));
    const struct
    {
      int field;
      SpilValue value;
    } values[] = {
      { SPIL_MEASUREMENT_INDICATOR, spil_value_id (indicator) },
      { SPIL_MEASUREMENT_DATE, spil_value_integer (g_rand_int_range (random, 16000, 18000)) },
      { SPIL_MEASUREMENT_VALUE, spil_value_integer (g_rand_int_range (random, 0, 100000) * (int64_t) 10000) },
      { SPIL_MEASUREMENT_KIND, spil_value_integer (g_rand_int_range (random, 1, 4)) },
      { SPIL_MEASUREMENT_N, spil_value_integer (g_rand_int_range (random, 1, 2000)) },
      { SPIL_MEASUREMENT_METHOD, method },
    };

    for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
      spil_change_assign (change, values[j].field, &values[j].value);
  }
  return action;
}
