// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-document.h"
#include "spil-store.h"

G_BEGIN_DECLS

/** One thing that is said: what it is about, and a sentence. */
typedef struct
{
  char *label;
  char *text;
} SpilDataRow;

/** What belongs together. */
typedef struct
{
  char *title;
  GPtrArray *rows; /**< of SpilDataRow */
  gboolean figures; /**< their texts are numbers */
} SpilDataSection;

/** What synchronisation knows, which the reports do not read themselves. */
typedef struct
{
  const char *folder; /**< the shared folder, for people; NULL: the database is not shared */
  GPtrArray *members; /**< of char *, a line for each laptop; NULL: none */
} SpilDataSharing;

/** What is kept where, how much of it, who can read it and for how long, as SpilDataSection; each sentence holds for this database. Free with g_ptr_array_unref(). */
GPtrArray *spil_data_report_gather (SpilStore *store, const SpilDataSharing *sharing, GError **error);

/** The same to read on paper. Free with spil_document_free(). */
SpilDocument *spil_data_report_new (GPtrArray *sections);

/** Writes it, in Dutch, whole or not at all: to @path that ends in .pdf or .odt. */
gboolean
spil_data_report_write (SpilStore *store, const SpilDataSharing *sharing, const char *path, GError **error);

G_END_DECLS
