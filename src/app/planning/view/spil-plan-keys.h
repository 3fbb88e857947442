// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A key of the planning: what it does, for the menu and for the list of keys. */
typedef struct
{
  const char *action; /**< of the page: "planning.indent"; NULL: something of the view itself */
  const char *title; /**< msgid */
  const char *keys; /**< as GTK writes them: "<Alt><Shift>Right" */
} SpilPlanKey;

/** All keys of the planning, those that belong together after each other. */
const SpilPlanKey *spil_plan_keys (gsize *n_keys);

G_END_DECLS
