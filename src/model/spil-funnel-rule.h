// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-day.h"
#include "spil-id.h"

G_BEGIN_DECLS

/** One stage of the funnel with its counts. */
typedef struct
{
  SpilId id;
  int number; /**< its place in the funnel */
  char *name; /**< owned */
  int64_t reached; /**< employers that ever got at least this far; of a period: that were in it at some time in it */
  int64_t now; /**< employers that are in it */
  int conversion; /**< thousandths of those of the stage before that went on to it; -1: no stage before, or nobody there */
  int dwell; /**< median of the days spent in it by those that left it; -1: nobody left */
  int n_dwell; /**< how many left it */
} SpilFunnelFigures;

SpilFunnelFigures *spil_funnel_figures_new (SpilId id, int number, const char *name);
void spil_funnel_figures_free (SpilFunnelFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilFunnelFigures, spil_funnel_figures_free)

/** One step of one employer: on @date it came into the stage with that number. */
typedef struct
{
  int64_t engagement; /**< any number that is the same for all steps of one employer */
  int stage; /**< number of the stage */
  SpilDay date; /**< SPIL_DAY_NONE: not known; counts as the first step */
} SpilFunnelMove;

/**
 * Counts @moves, which are sorted by engagement and then by date, into @stages (of SpilFunnelFigures, sorted by number). Steps
 * after @as_of are left out (SPIL_DAY_NONE: none is). Going back leaves `reached` as it was: conversion is about having got there.
 */
void spil_funnel_count (GPtrArray *stages, const SpilFunnelMove *moves, gsize n_moves, SpilDay as_of);

/**
 * The same for the days from @from until @to alone: `reached` are those that were in the stage at some time in it, `conversion` the share of
 * those of the stage before that came further within it, `now` those that were in the stage at its end, `dwell` of those that left within it.
 */
void spil_funnel_count_period (GPtrArray *stages, const SpilFunnelMove *moves, gsize n_moves, SpilDay from, SpilDay to);

/**
 * Forward in the funnel only with evidence (data model, "Invariants"); going back, staying and beginning at stage 1 need none. @from 0: new. Sets
 * SPIL_MODEL_ERROR_INVALID with one sentence for people.
 */
gboolean spil_funnel_may_move (int from, int to, const char *to_name, const char *evidence, GError **error);

G_END_DECLS
