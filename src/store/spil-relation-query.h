// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** The organisation that @id is merged into, by which it is known: mostly @id itself. */
gboolean spil_organisation_head (SpilStore *store, SpilId id, SpilId *head, GError **error);

/** The tags of organisations that are in use, the most used first (char *). Free with g_ptr_array_unref(). */
GPtrArray *spil_tags_query (SpilStore *store, GError **error);

/** How often one need was spoken of. */
typedef struct
{
  int need; /**< SPIL_NEED_* */
  int count; /**< contact moments */
  SpilDay last;
} SpilNeedCount;

/** The needs that came up with @organisation, the most frequent first; corrected contact moments aside. Of SpilNeedCount; free with g_array_unref(). */
GArray *spil_need_query (SpilStore *store, SpilId organisation, GError **error);

/** The documents about the row @id of @entity, by name; of an organisation also about those merged into it. Of SpilRecord; free with g_ptr_array_unref(). */
GPtrArray *spil_document_query (SpilStore *store, const SpilEntity *entity, SpilId id, GError **error);

/** The rows of @entity whose @field refers to @organisation or to one that is merged into it, as spil_store_list() orders them. Free with g_ptr_array_unref(). */
GPtrArray *spil_rows_of_organisation (SpilStore *store, const SpilEntity *entity, int field,
                                      SpilId organisation, GError **error);

/** The open next actions of @organisation, the next one in front: by day, those without a day last. Of SpilRecord; free with g_ptr_array_unref(). */
GPtrArray *spil_open_actions_query (SpilStore *store, SpilId organisation, GError **error);

G_END_DECLS
