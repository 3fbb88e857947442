// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-table-reader.h"
#include "spil-xml.h"

G_BEGIN_DECLS

/** A cell of an OpenDocument sheet as it is read; init with zeros and `text`. */
typedef struct
{
  GString *text; /**< what is in it, as SpilCell has it */
  SpilCellKind kind;
  gint64 repeated; /**< how many cells beside each other are like this */
  gboolean formula;
  gboolean error; /**< holds an error such as #N/A */
  gboolean merged; /**< is the first of merged cells */
} SpilOdsCell;

/** Reads the cell element that opened, to its end. SPIL_EXCHANGE_ERROR. */
gboolean spil_ods_cell_read (SpilOdsCell *self, SpilXml *xml, GError **error);

G_END_DECLS
