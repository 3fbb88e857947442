// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-plan-query.h"

G_BEGIN_DECLS

#define SPIL_TYPE_CASCADE_PANEL (spil_cascade_panel_get_type ())

/** Where what is shown comes from. */
typedef enum
{
  SPIL_CASCADE_OF_ASKED, /**< somebody gave activities new dates */
  SPIL_CASCADE_OF_PULL, /**< to as early as what comes first allows */
  SPIL_CASCADE_OF_MENDING, /**< so that every dependency is met */
} SpilCascadeKind;

/** What a person chose. */
typedef enum
{
  SPIL_CASCADE_ALL, /**< what was asked and all that moves with it */
  SPIL_CASCADE_ONLY_ASKED,
  SPIL_CASCADE_CANCELLED,
} SpilCascadeAnswer;

/**
 * A panel at the bottom that shows what would move, and asks: all of it, only what was asked, or nothing. Property `narrow`. Signal `answered`
 * (SpilCascadeAnswer): the panel is still there, hide it with spil_cascade_panel_hide().
 */
G_DECLARE_FINAL_TYPE (SpilCascadePanel, spil_cascade_panel, SPIL, CASCADE_PANEL, GtkWidget)

/** Shows @rows (of SpilCascadeRow; a reference is kept), and takes the focus. @plan stays until the panel is hidden. */
void
spil_cascade_panel_show (SpilCascadePanel *self, const SpilPlan *plan, GArray *rows, SpilCascadeKind kind);
/** Lets go of it, without a signal. */
void spil_cascade_panel_hide (SpilCascadePanel *self);

G_END_DECLS
