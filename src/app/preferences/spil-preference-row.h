// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-window.h"

G_BEGIN_DECLS

/** One of the values of a key that is a word. */
typedef struct
{
  const char *value;
  const char *title; /**< msgid */
} SpilPreferenceChoice;

/** A key of the settings as people meet it: a switch for a yes or no, a number of days, or one of some words. */
typedef struct
{
  const char *key;
  const char *title; /**< msgid */
  const char *subtitle; /**< msgid; NULL: none */
  const SpilPreferenceChoice
      *choices; /**< of a key that is a word, ends with NULL; NULL: the pages of the programme */
} SpilPreference;

/**
 * A row that shows and sets the key of @preference in @settings, at once. Where an administrator laid the key down it cannot be changed, and the row says so. Pages are
 * those of @window.
 */
GtkWidget *
spil_preference_row_new (GSettings *settings, const SpilPreference *preference, SpilWindow *window);

G_END_DECLS
