// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * Asks whether what was typed in @dialog may be thrown away, and closes it if so. Undo cannot bring back what was never kept: this is
 * the one place for a question. For the handler of `close-attempt`.
 */
void spil_discard_ask (AdwDialog *dialog);

/**
 * Closes @dialog, whatever is in it, once @question has gone from over it. For who asks another question: call it when the
 * answer has come.
 */
void spil_discard_after (AdwDialog *dialog, AdwDialog *question);

G_END_DECLS
