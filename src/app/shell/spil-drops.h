// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-window.h"

G_BEGIN_DECLS

/** Takes a file that is dropped on @window to where it is read in: by its kind and by the page that is shown. What is not known is said. */
void spil_drops_watch (SpilWindow *window);

typedef enum
{
  SPIL_DROP_UNKNOWN,
  SPIL_DROP_LIST, /**< a list of employers */
  SPIL_DROP_BOOKINGS,
  SPIL_DROP_PLANNING,
  SPIL_DROP_INVITATION,
} SpilDropKind;

/** What a file of that name is, dropped on the page of that name (nullable). */
SpilDropKind spil_drop_kind (const char *file, const char *page);

G_END_DECLS
