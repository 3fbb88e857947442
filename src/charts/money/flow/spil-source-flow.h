// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-chart.h"

G_BEGIN_DECLS

/**
 * Which source pays which line: a flow from left to right, in cents. What no source covers of a line comes from a source of its own; a line to follow (PM) is
 * named without an amount; co-financing lies beside the flow and in no total. In a narrow chart: a list of bars.
 */
typedef struct _SpilSourceFlow SpilSourceFlow;

SpilSourceFlow *spil_source_flow_new (void);
void spil_source_flow_free (SpilSourceFlow *self);
/** Adds a source; returns its index. */
int spil_source_flow_add_source (SpilSourceFlow *self, const char *name);
/** Adds a line with what is budgeted (@pm: that is to follow); returns its index. */
int spil_source_flow_add_line (SpilSourceFlow *self, const char *name, int64_t amount, gboolean pm);
/** What @source pays of @line; more of one pair adds up. Nothing below zero. */
void spil_source_flow_add (SpilSourceFlow *self, int source, int line, int64_t amount);
/** What others bring for @line beside the budget. */
void spil_source_flow_add_beside (SpilSourceFlow *self, int line, int64_t amount);
/** Says whether the amounts are with or without VAT. May be NULL. */
void spil_source_flow_set_note (SpilSourceFlow *self, const char *note);
/** Makes the chart; takes @self. */
SpilChart *spil_source_flow_to_chart (SpilSourceFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilSourceFlow, spil_source_flow_free)

G_END_DECLS
