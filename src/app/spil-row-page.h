// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-page.h"

G_BEGIN_DECLS

#define SPIL_TYPE_ROW_PAGE (spil_row_page_get_type ())

/**
 * A page about one row. Its load() gets the id (const SpilId *), and returns NULL without an error when the row is gone: then the page goes too.
 */
G_DECLARE_DERIVABLE_TYPE (SpilRowPage, spil_row_page, SPIL, ROW_PAGE, SpilPage)

struct _SpilRowPageClass
{
  SpilPageClass parent_class;

  SpilEntityNumber entity;

  /** As fill() of a page, which a class of this leaves alone; @data is never NULL. */
  void (*fill_row) (SpilPage *self, gpointer data);
};

/** Makes a page of the class @type about the row @id; @title is shown until there is a better one. */
SpilPage *spil_row_page_new (GType type, SpilWorker *worker, const char *title, SpilId id);

SpilId spil_row_page_get_id (SpilRowPage *self);

/** Opens the form of the row. */
void spil_row_page_edit (SpilRowPage *self);

G_END_DECLS
