// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * The secret service of a desktop, as a table of functions so that tests can bring their own. Each blocks, and runs on a thread of its
 * own. Secrets are text; their place is the folder @dir of the database and a name.
 */
typedef struct
{
  /** Whether it is there and open, without asking the user anything. */
  gboolean (*answers) (gpointer data, GCancellable *cancellable);
  /** @text gets the secret, or NULL when there is none; freed with spil_secrets_free_text(). */
  gboolean (*load) (gpointer data, const char *dir, const char *name, char **text, GCancellable *cancellable,
                    GError **error);
  gboolean (*save) (gpointer data, const char *dir, const char *name, const char *text,
                    GCancellable *cancellable, GError **error);
  /** @name NULL: all of @dir. What is not there is no error. */
  gboolean (*forget) (gpointer data, const char *dir, const char *name, GCancellable *cancellable,
                      GError **error);
  gpointer data;
} SpilSecretService;

/** That of this desktop, by libsecret. */
extern const SpilSecretService SPIL_SECRET_SERVICE_OF_DESKTOP;

G_END_DECLS
