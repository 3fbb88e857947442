// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offer-rule.h"

#include "spil-entity.h"

#include <glib/gi18n-lib.h>

guint
spil_offer_needs (int state)
{
  switch (state) {
  case SPIL_OFFER_STATE_AGREED:
  case SPIL_OFFER_STATE_RUNNING:
    return SPIL_OFFER_NEEDS_START;
  case SPIL_OFFER_STATE_FINISHED:
    return SPIL_OFFER_NEEDS_END | SPIL_OFFER_NEEDS_RESULT;
  case SPIL_OFFER_STATE_SECURED:
    return SPIL_OFFER_NEEDS_SECURING;
  default:
    return 0;
  }
}

char *
spil_offer_dup_notes (const char *notes, SpilOfferNeed need, SpilDay day, const char *words)
{
  g_autofree char *date = spil_day_format (day);
  g_autofree char *line = NULL;

  if (need == SPIL_OFFER_NEEDS_SECURING)
    // Translators: a line in the notes of an offer: the day, and how it goes on by itself.
    line = g_strdup_printf (_ ("Secured (%s): %s"), date, words);
  else
    // Translators: a line in the notes of an offer: the day, and what came of it.
    line = g_strdup_printf (_ ("Result (%s): %s"), date, words);
  if (notes == NULL || notes[0] == '\0')
    return g_steal_pointer (&line);
  return g_strjoin ("\n\n", notes, line, NULL);
}
