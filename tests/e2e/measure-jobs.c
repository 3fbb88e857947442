// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/*
 * measure-jobs FOLDER: does the ten jobs by keyboard on the database in FOLDER, which it changes, and prints how long each answer took: from
 * the key until it can be read on the bus. That is slower than the eye, by what reading the whole window takes: hold a large database
 * against a small one. Run by tests/app/jobs-at-100000.sh.
 */
#include "driver.h"

#include <stdio.h>

#include "samples.h"

typedef struct
{
  const char *job;
  const char *step;
  const char *typed; /**< first; NULL: nothing */
  const char *key; /**< then; NULL: none */
  AtspiRole role; /**< ATSPI_ROLE_INVALID: any text */
  const char *name; /**< what comes begins with this */
} Step;

#define ANY ATSPI_ROLE_INVALID

static const Step steps[] = {
  { "3 schuldig", "lijst", NULL, "ctrl+2", ATSPI_ROLE_TABLE_CELL, "Naam: " },
  { "3 schuldig", "filter", NULL, "alt+2", ATSPI_ROLE_BUTTON, "Filter ‘Contact te laat’ weghalen" },
  { "1 vinden", "zoekveld", NULL, "ctrl+k", ATSPI_ROLE_DIALOG, "Overal heen" },
  { "1 vinden", "deel van de naam", "kale st", NULL, ATSPI_ROLE_LIST_ITEM, SAMPLE_REMEMBERED },
  { "1 vinden", "pagina", NULL, "Return", ATSPI_ROLE_HEADING, SAMPLE_REMEMBERED },
  { "1 vinden", "zoekveld", NULL, "ctrl+k", ATSPI_ROLE_DIALOG, "Overal heen" },
  { "1 vinden", "woord uit een notitie", "waakgans", NULL, ANY, "Kale Stoepkeal" },
  { "1 vinden", "pagina", NULL, "Return", ATSPI_ROLE_HEADING, SAMPLE_REMEMBERED },
  { "4 voorbereiden", "bezoekblad", NULL, "ctrl+b", ATSPI_ROLE_TEXT, "Notitie" },
  { "2 bezoek", "opslaan", "Rondje gemaakt", "ctrl+Return", ATSPI_ROLE_HEADING, SAMPLE_REMEMBERED },
  { "5 fase", "venster", NULL, "ctrl+e", ATSPI_ROLE_DIALOG, "Fase wijzigen" },
  { "5 fase", "opslaan", "Vroeg om een scan", "ctrl+Return", ATSPI_ROLE_BUTTON, "Ongedaan maken: Fase" },
  { "6 kaarten", "venster", NULL, "ctrl+shift+n", ATSPI_ROLE_DIALOG, "Toevoegen: Contactpersoon" },
  { "6 kaarten", "een kaart opslaan", "Proefpersoon Kaart", "ctrl+Return", ANY, "1 toegevoegd" },
  { "6 kaarten", "klaar", NULL, "ctrl+Return", ATSPI_ROLE_LIST_ITEM, "Proefpersoon Kaart" },
  { "9 proef", "venster", NULL, "ctrl+shift+o", ATSPI_ROLE_DIALOG, "Aanbieden aan" },
  { "9 proef", "aanbod", NULL, "ctrl+Return", ATSPI_ROLE_BUTTON, "Volgende plannen" },
  { "9 proef", "venster", NULL, "ctrl+shift+n", ATSPI_ROLE_DIALOG, "Toevoegen" },
  { "9 proef", "periode", NULL, "ctrl+Return", ANY, "0 van 20 plaatsen bezet" },
  { "9 proef", "deelnemer", NULL, "Return", ANY, "1 van 20 plaatsen bezet" },
  { "10 gebied", "zoekveld", NULL, "ctrl+k", ATSPI_ROLE_DIALOG, "Overal heen" },
  { "10 gebied", "naam", "hardenb", NULL, ATSPI_ROLE_LIST_ITEM, "Hardenberg" },
  { "10 gebied", "pagina", NULL, "Return", ATSPI_ROLE_HEADING, "Nog niet getoetst" },
  { "8 dubbel", "eerste paar", NULL, "ctrl+shift+d", ANY, "Waarschijnlijk dezelfde" },
  { "8 dubbel", "samenvoegen", NULL, "m", ATSPI_ROLE_BUTTON, "Ongedaan maken: “" },
};

static void
tell (const char *job, const char *step, gint64 began)
{
  printf ("%-16s %-24s %8.0f ms\n", job, step, (double) (g_get_monotonic_time () - began) / 1000);
  fflush (stdout);
}

static void
take (Driver *driver, const Step *step)
{
  gint64 began;

  if (step->typed != NULL && step->key != NULL)
    driver_type (driver, step->typed);
  began = g_get_monotonic_time ();
  if (step->key != NULL)
    driver_key (driver, step->key);
  else
    driver_type (driver, step->typed);
  if (step->role == ANY)
    driver_wait_text (driver, step->name);
  else
    g_object_unref (driver_find_starting (driver, step->role, step->name));
  tell (step->job, step->step, began);
}

static void
import (Driver *driver, const char *data)
{
  g_autofree char *path = sample_write_list (data);
  const Step import_steps[] = {
    { "7 lijst", "venster", NULL, "ctrl+i", ATSPI_ROLE_DIALOG, "Lijst inlezen" },
    { "7 lijst", "voorbeeld", path, "Return", ANY, "Is dit uw lijst?" },
    { "7 lijst", "kolommen", NULL, "Return", ANY, "Wat staat waar?" },
    { "7 lijst", "wat er gebeurt", NULL, "Return", ANY, "5000 werkgevers inlezen" },
    { "7 lijst", "inlezen", NULL, "Return", ANY, "De lijst is ingelezen" },
    { "7 lijst", "terug", NULL, "Return", ATSPI_ROLE_BUTTON, "Ongedaan maken: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (import_steps); i++)
    take (driver, &import_steps[i]);
}

int
main (int argc, char **argv)
{
  g_autoptr (Driver) driver = NULL;
  gint64 began;

  if (argc != 2)
    g_error ("measure-jobs FOLDER");
  g_free (sample_add_remembered (argv[1]));
  sample_add_pair (argv[1]);
  began = g_get_monotonic_time ();
  driver = driver_start_on (argv[1], NULL);
  driver_wait_text (driver, "Achterstallig contact");
  tell ("start", "eerste pagina", began);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    take (driver, &steps[i]);
  import (driver, argv[1]);
  return 0;
}
