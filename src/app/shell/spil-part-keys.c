// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-part-keys.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const SpilPartKeys parts[] = {
  { N_ ("Tables to type in, such as the forecast"),
    { { N_ ("Next row"), { "Return", "Down" } },
      { N_ ("Previous row"), { "<Shift>Return", "Up" } },
      { N_ ("Next cell"), { "Tab" } },
      { N_ ("Previous cell"), { "<Shift>Tab" } },
      { N_ ("Paste a block from a spreadsheet"), { "<Control>v" } },
      { N_ ("Put back what was in the cell"), { "Escape" } } } },
  { N_ ("Ledger of trial cards"),
    { { N_ ("Previous cell"), { "Left" } },
      { N_ ("Next cell"), { "Right" } },
      { N_ ("First or last cell of the row"), { "Home", "End" } },
      { N_ ("First or last row"), { "<Control>Up", "<Control>Down" } },
      { N_ ("Yes, no or unknown"), { "j", "n", "o" } },
      { N_ ("Extend the card, or all cards that earned it"), { "v", "<Shift>v" } },
      { N_ ("Open the row"), { "F2" } },
      { N_ ("Empty the cell"), { "Delete" } },
      { N_ ("Copy the row"), { "<Control>c" } },
      { N_ ("Paste a block from a spreadsheet"), { "<Control>v" } },
      { N_ ("Put back what was in the cell"), { "Escape" } } } },
  { N_ ("Boards"),
    { { N_ ("To the card beside it"), { "Left", "Right" } },
      { N_ ("Move the card a column"), { "<Control>Left", "<Control>Right" } },
      { N_ ("Open the card"), { "Return" } },
      { N_ ("What can be done with the card"), { "<Shift>F10", "Menu" } } } },
  { N_ ("Charts"),
    { { N_ ("To the next or the previous part"), { "Right", "Left" } },
      { N_ ("First or last part"), { "Home", "End" } },
      { N_ ("Open what the part stands for"), { "Return", "space" } } } },
  { N_ ("Help"),
    { { N_ ("Back to the page before"), { "<Alt>Left" } },
      { N_ ("Search in the help"), { "<Control>f" } },
      { N_ ("Close the help"), { "Escape" } } } },
};
/* clang-format on */

const SpilPartKeys *
spil_part_keys (gsize *n_parts)
{
  *n_parts = G_N_ELEMENTS (parts);
  return parts;
}
