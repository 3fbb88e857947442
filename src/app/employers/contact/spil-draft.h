// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

#include "spil-store.h"
#include "spil-worker.h"

G_BEGIN_DECLS

/*
 * What was typed of a contact moment and is not saved: kept in a file of this laptop, one for each employer, so that neither a slip nor a
 * crash loses it. It is never synchronised, and goes when it is saved or thrown away.
 */

typedef struct
{
  SpilId organisation;
  char *organisation_name;
  char *note; /**< what was typed as a note, on one line */
  SpilTime time; /**< when it was last typed at */
} SpilDraft;

/**
 * Keeps @content as the draft for @organisation; NULL: there is none any more. Comes after what the worker has to do already. @for_good:
 * nobody is typing at it now, so pages that list drafts load again.
 */
void spil_draft_keep (SpilWorker *worker, SpilId organisation, const char *content, gboolean for_good);

/** On the worker's thread: the draft in the folder @dir; NULL: none. Free with g_free(). */
char *spil_draft_read (const char *dir, SpilId organisation);

/** On the worker's thread: the drafts in @dir of employers that are there, the latest first. Of SpilDraft; free with g_ptr_array_unref(). */
GPtrArray *spil_drafts_list (const char *dir, SpilStore *store);
void spil_draft_free (SpilDraft *self);

/** Names in the text of a draft, a GKeyFile. */
#define SPIL_DRAFT_GROUP "contact"
#define SPIL_DRAFT_NOTE "summary"
#define SPIL_DRAFT_TIME "typed"

G_END_DECLS
