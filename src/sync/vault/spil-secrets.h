// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Where the secrets of a database are: in one place only, and they stay there. */
typedef enum
{
  SPIL_SECRETS_NOWHERE, /**< there are none yet */
  SPIL_SECRETS_IN_FILE,
  SPIL_SECRETS_IN_KEYRING, /**< of the desktop; the file only says so */
} SpilSecretsPlace;

/**
 * The file "secrets" in the data folder: lines of text.
 *
 *   spil secrets 1
 *   in file                   or: in keyring, and then nothing more
 *   NAME BASE64               for each secret
 *   check HASH
 */
typedef struct
{
  SpilSecretsPlace place;
  GPtrArray *names; /**< of char */
  GPtrArray *values; /**< of GBytes, in the same order; wiped when freed */
} SpilSecrets;

/** @self is not initialized before. Errors as in spil-private-file.h. */
gboolean spil_secrets_read (SpilSecrets *self, const char *dir, GError **error);
void spil_secrets_clear (SpilSecrets *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilSecrets, spil_secrets_clear)

/** Whether a secret can have this name: letters, digits and other marks of ASCII, without spaces. */
gboolean spil_secrets_is_name (const char *name);

/** Owned by @self; NULL: there is none. */
GBytes *spil_secrets_get (const SpilSecrets *self, const char *name);
/** @value NULL: forget it. */
void spil_secrets_set (SpilSecrets *self, const char *name, GBytes *value);

/** Writes the file. With spil_private_file_lock() held. */
gboolean spil_secrets_write (const SpilSecrets *self, const char *dir, GError **error);
/** Removes it. */
gboolean spil_secrets_remove (const char *dir, GError **error);

/** Base64 and back; the text is to be freed with spil_secrets_free_text(), which wipes it. */
char *spil_secrets_encode (GBytes *value);
/** NULL when it is no base64. */
GBytes *spil_secrets_decode (const char *text, gsize length);
void spil_secrets_free_text (char *text);

G_END_DECLS
