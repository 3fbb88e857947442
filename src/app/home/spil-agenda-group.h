// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

#include "spil-agenda-query.h"

G_BEGIN_DECLS

/**
 * A group with the things to do of one kind: a row each, which opens the employer; a next action has a button that says it is done.
 * @agenda holds SpilAgendaItem of all kinds; @count is how many of @kind there are, shown or not. Stands in a SpilPage.
 */
GtkWidget *spil_agenda_group_new (SpilAgendaKind kind, GPtrArray *agenda, int64_t count);

G_END_DECLS
