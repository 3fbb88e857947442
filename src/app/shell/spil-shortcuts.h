// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** An action that has a key: the one table of them, from which keys and the shortcuts dialog are made. */
typedef struct
{
  const char *action; /**< detailed name: "win.undo", "win.add::contact" */
  const char *title; /**< msgid */
  const char *group; /**< msgid */
  const char *keys[3];
  gboolean after; /**< only where what has the keyboard has no use for the key itself */
} SpilShortcut;

const SpilShortcut *spil_shortcuts (int *n_shortcuts);

/** Gives the actions of the table their keys. */
void spil_shortcuts_install (GtkApplication *application);

/** The same for the keys that are for the window only after all that is in it. For class_init; the actions have no parameter. */
void spil_shortcuts_install_after (GtkWidgetClass *window_class);

/** A dialog that lists them. */
AdwDialog *spil_shortcuts_dialog_new (void);

G_END_DECLS
