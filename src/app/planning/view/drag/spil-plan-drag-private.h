// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What the kinds of dragging share; no other file includes this. */
#pragma once

#include "spil-plan-view-private.h"

G_BEGIN_DECLS

/** One kind of dragging. The pointer is at x, y of the drag, and was at x0, y0 when the button went down. */
typedef struct
{
  const char *cursor;
  gboolean across; /**< the view scrolls when the pointer comes near the sides of the time area */
  gboolean down; /**< and near top and bottom of the rows */
  gboolean (*grasp) (
      SpilPlanDrag *drag); /**< whether this is what is meant there; changes nothing but the drag */
  void (*start) (SpilPlanDrag *drag); /**< the pointer moved; may be NULL */
  void (*update) (SpilPlanDrag *drag);
  void (*drop) (SpilPlanDrag *drag); /**< let go of; may be NULL */
  void (*cancel) (SpilPlanDrag *drag); /**< puts all back as it was; may be NULL */
} SpilPlanDragKind;

struct _SpilPlanDrag
{
  SpilPlanView *view; /* owns this, through the gesture */
  GtkGesture *gesture;
  const SpilPlanDragKind *kind; /* NULL: nothing is grasped */
  gboolean moving;
  double x0, y0, x, y;
  double day0; /* where the button went down, in days */
  GdkModifierType state;
  guint tick;

  int row;
  SpilPlanGrip grip;
  int lead; /* place of `row` in the changes */
  GArray *before; /* of SpilPlanChange */
  GArray *changes;
  double across0, down0; /* where was scrolled to */
  int width0; /* of the table */
  gboolean from_finish;
  int target; /* a row; -1: none */
  int where; /* at it: its finish, or SpilPlanDrop */
  char *refusal;
};

extern const SpilPlanDragKind spil_plan_drag_bars;
extern const SpilPlanDragKind spil_plan_drag_draw;
extern const SpilPlanDragKind spil_plan_drag_link;
extern const SpilPlanDragKind spil_plan_drag_drop;
extern const SpilPlanDragKind spil_plan_drag_pan;
extern const SpilPlanDragKind spil_plan_drag_split;

/** The cursor over that point. */
const char *spil_plan_drag_cursor_at (SpilPlanView *view, double x, double y, GdkModifierType state);
/** The periods to snap to: those of the zoom, or days with Shift. */
SpilPeriodKind spil_plan_drag_step (SpilPlanDrag *drag);
/** Says dates at the pointer, under `title` when there is one. */
void spil_plan_drag_tell_dates (SpilPlanDrag *drag, const char *title, SpilPlanDates dates, int n_rows);

G_END_DECLS
