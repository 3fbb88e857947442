// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** What is done with the reason, trimmed; NULL: none was given. */
typedef void (*SpilReasonFunc) (const char *reason, gpointer user_data);

/** What is asked. Texts are borrowed. */
typedef struct
{
  const char *heading;
  const char *explanation; /**< what will happen */
  const char *button; /**< with a mnemonic */
  gboolean required; /**< nothing happens without a reason */
} SpilReasonQuestion;

/**
 * Asks why, over @parent: one line and a button; Enter does it. @func is called once, with @object (held meanwhile) as its user_data, unless the person goes
 * back.
 */
void
spil_reason_ask (GtkWidget *parent, const SpilReasonQuestion *question, SpilReasonFunc func, gpointer object);

G_END_DECLS
