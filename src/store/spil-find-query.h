// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** A row that has what was looked for. */
typedef struct
{
  SpilRecord *record; /**< owned; of what is merged into another organisation, that one */
  SpilId organisation; /**< what the row is about, or is itself; nil: nothing */
  char *organisation_name; /**< NULL: nothing */
  char *title; /**< its title on one line, as Pango markup with what was found bold */
  int field; /**< where it was found, when that is not in the title alone; 0: there */
  char *context; /**< that field around it, likewise; NULL: found in the title */
} SpilFound;

void spil_found_free (SpilFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFound, spil_found_free)

/** What was found of one kind. */
typedef struct
{
  int entity; /**< SPIL_ENTITY_* */
  gboolean guessed; /**< not what was typed, but what it may have been meant to be */
  GPtrArray *found; /**< of SpilFound: organisations by name, notes and all else newest first */
  int64_t n_more; /**< that are not among them; counted no further than SPIL_FIND_MOST */
} SpilFoundGroup;

void spil_found_group_free (SpilFoundGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFoundGroup, spil_found_group_free)

#define SPIL_FIND_MOST 1000

/** Whether the answer is wanted no longer. */
typedef gboolean (*SpilFindStopFunc) (gpointer user_data);

/**
 * Looks for @text everywhere: names, places, numbers, persons, notes, each word as a prefix, without regard to case or diacritics; telephone numbers by their first or
 * last digits, in any notation (spil-phone.h); and, when that finds next to nothing, words that @text may be a slip of the pen of. Groups
 * (SpilFoundGroup) in the order to show them (employers first, but for an area that is called so when none of them is), without those that are empty. @stop is nullable; then an unfinished answer is returned. Free with g_ptr_array_unref().
 */
GPtrArray *spil_find_query (SpilStore *store, const char *text, SpilFindStopFunc stop, gpointer user_data,
                            GError **error);

/**
 * Employers and contact persons alone (in groups, in this order, at most @most of each), as typed: for a search outside the window. Free with
 * g_ptr_array_unref().
 */
GPtrArray *spil_find_directory (SpilStore *store, const char *text, int most, SpilFindStopFunc stop,
                                gpointer user_data, GError **error);

G_END_DECLS
