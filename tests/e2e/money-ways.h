// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The ways to all pages and dialogs about money, for the audit. */
#pragma once

#include "driver.h"

// A page or a dialog about money, as one comes to it: by what is pressed in turn, then by keys.
typedef struct
{
  AtspiRole role;
  const char *start; /**< of its name; NULL: nothing more is pressed */
} Press;

typedef struct
{
  const char *name;
  const char *page;
  Press presses[3];
  const char *keys; /**< NULL: none */
  const char *dialog; /**< NULL: it is a page */
  const char *text; /**< what is there once it has been read */
} Walked;

#define APPLICATION { ATSPI_ROLE_TABLE_ROW, "Lange Perronklok Expeditie (demo): " }

static const Walked walked[] = {
  { "register", "budget", { { 0 } }, "ctrl+shift+b", NULL, "77 boekingen" },
  { "expense",
    "budget",
    { { ATSPI_ROLE_BUTTON, "Uitgave boeken" } },
    NULL,
    "Uitgave boeken",
    "Omschrijving" },
  { "forecasts", "budget", { { ATSPI_ROLE_BUTTON, "Prognose per kwartaal" } }, NULL, NULL, "53.500,00" },
  { "periods",
    "budget",
    { { ATSPI_ROLE_BUTTON, "Afgesloten tijdvakken" } },
    NULL,
    NULL,
    "Het 3e kwartaal 2018 afsluiten" },
  { "reallocation",
    "budget",
    { { ATSPI_ROLE_BUTTON, "Begrotingswijziging maken" } },
    NULL,
    "Begrotingswijziging",
    "Post 5, Wijziging" },
  { "sources", "budget", { { ATSPI_ROLE_PAGE_TAB, "Bronnen" } }, NULL, NULL, "Post 5, Rijksbijdrage" },
  { "course", "budget", { { ATSPI_ROLE_PAGE_TAB, "Verloop" } }, NULL, NULL, "Kas per kwartaal" },
  { "versions", "budget", { { ATSPI_ROLE_PAGE_TAB, "Versies" } }, NULL, NULL, "Begroting 2018" },
  { "line",
    "budget",
    { { ATSPI_ROLE_TABLE_ROW, "5. Gebiedsaanpak Assendorp: " } },
    NULL,
    NULL,
    "Gebiedsaanpak Assendorp" },
  { "booking",
    "budget",
    { { ATSPI_ROLE_BUTTON, "Alle boekingen" }, { ATSPI_ROLE_TABLE_ROW, "Reistegoed proefperiode 5 (demo)" } },
    NULL,
    NULL,
    "Van reservering tot betaling" },
  { "bookings-import", "budget", { { 0 } }, "ctrl+alt+b", "Boekingen inlezen", "Boekingen inlezen" },
  { "scheme",
    "fund",
    { { ATSPI_ROLE_BUTTON, "Voorwaarden, eisen en weigeringsgronden" } },
    NULL,
    NULL,
    "Weigeringsgrond toevoegen" },
  { "board", "fund", { { ATSPI_ROLE_RADIO_BUTTON, "Bord" } }, NULL, NULL, "Afgevallen" },
  { "room", "fund", { { ATSPI_ROLE_RADIO_BUTTON, "Ruimte en effect" } }, NULL, NULL, "Ruimte" },
  { "new-application",
    "fund",
    { { ATSPI_ROLE_BUTTON, "Aanvraag toevoegen" } },
    NULL,
    "Aanvraag toevoegen",
    "Gevraagd" },
  { "application", "fund", { APPLICATION }, NULL, NULL, "Status: " },
  { "step",
    "fund",
    { { ATSPI_ROLE_TABLE_ROW, "Witte Fietstas Techniek (demo): " },
      { ATSPI_ROLE_BUTTON, "Slotbetaling doen" } },
    NULL,
    "Slotbetaling doen",
    "Bedrag" },
  { "letter",
    "fund",
    { APPLICATION, { ATSPI_ROLE_BUTTON, "Brief maken…" } },
    NULL,
    "Brief maken",
    "Onderwerp" },
};

// What is only on the page on which a way begins: while it is there, the next one is not.
static const char *
first_row (const Walked *way)
{
  return g_str_equal (way->page, "fund")
             ? "Lange Perronklok Expeditie (demo): Mobiliteitsbudget in plaats van leaseauto, Betaald"
             : "Totaal: vrij €\u00a0278.025 van €\u00a0951.500";
}
