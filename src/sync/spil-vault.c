// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-vault.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "spil-limited-thread.h"
#include "spil-private-file.h"
#include "spil-secrets.h"
#include "spil-space.h"
#include "spil-vault-private.h"

/* How long the keyring may take over one call. */
#define MOMENT_MS 3000

/* More than any secret is. */
#define SECRET_MAX_LENGTH ((gsize) 64 << 10)

struct _SpilVault
{
  char *dir; /* canonical */
  const SpilSecretService *keyring;
  gboolean prefer_file;
  gint64 moment;
  SpilLimitedThread *thread; /* talks with the keyring */
};

typedef enum
{
  ASK_LOAD,
  ASK_SAVE,
  ASK_FORGET,
} Question;

/* One call on the keyring. */
typedef struct
{
  const SpilSecretService *keyring;
  Question question;
  char *dir;
  char *name;
  char *text;
  GCancellable *cancellable;
  gboolean done;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_free (self->dir);
  g_free (self->name);
  spil_secrets_free_text (self->text);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

/* On the thread. A secret that was saved after all, when nobody waited any more, is forgotten: it has gone to another place. */
static void
ask (SpilLimitedThread *thread, gpointer data)
{
  Asking *self = data;
  const SpilSecretService *keyring = self->keyring;

  if (!keyring->answers (keyring->data, self->cancellable) || !spil_limited_thread_beat (thread))
    return;
  switch (self->question) {
  case ASK_LOAD:
    self->done = keyring->load (keyring->data, self->dir, self->name, &self->text, self->cancellable, NULL);
    break;
  case ASK_SAVE:
    self->done = keyring->save (keyring->data, self->dir, self->name, self->text, self->cancellable, NULL);
    if (self->done && !spil_limited_thread_beat (thread))
      keyring->forget (keyring->data, self->dir, self->name, NULL, NULL);
    break;
  case ASK_FORGET:
    self->done = keyring->forget (keyring->data, self->dir, self->name, self->cancellable, NULL);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* Asks the keyring, for a moment. NULL without an answer. @text is taken over. */
static Asking *
ask_keyring (SpilVault *self, Question question, const char *name, char *text)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Asking *asking = g_new0 (Asking, 1);

  asking->keyring = self->keyring;
  asking->question = question;
  /* The bus takes UTF-8 only. */
  asking->dir = g_utf8_validate (self->dir, -1, NULL) ? g_strdup (self->dir) : g_strescape (self->dir, NULL);
  asking->name = g_strdup (name);
  asking->text = text;
  asking->cancellable = g_object_ref (cancellable);
  if (spil_limited_thread_run (self->thread, ask, asking, asking_free, self->moment * 1000, NULL) !=
      SPIL_LIMITED_DONE) {
    g_cancellable_cancel (cancellable);
    return NULL;
  }
  if (asking->done)
    return asking;
  asking_free (asking);
  return NULL;
}

static gboolean
fail_silent (GError **error)
{
  g_set_error_literal (
      error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS,
      _ ("The keys of this laptop are in the keyring of your desktop, which is locked or does not answer; unlock it, or log in again, and try again."));
  return FALSE;
}

SpilVault *
spil_vault_open_with (const char *dir, const SpilSecretService *keyring, gboolean prefer_file, gint64 moment,
                      GError **error)
{
  g_autoptr (SpilVault) self = NULL;
  g_auto (SpilSecrets) secrets = { 0 };
  char *canonical;

  g_return_val_if_fail (dir != NULL, NULL);

  canonical = realpath (dir, NULL);
  if (canonical == NULL || sodium_init () < 0) {
    g_autofree char *shown = g_filename_display_name (dir);

    free (canonical);
    g_set_error (error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_FAILED, _ ("The folder “%s” cannot be used: %s."),
                 shown, g_strerror (errno));
    return NULL;
  }
  self = g_new0 (SpilVault, 1);
  self->dir = g_strdup (canonical);
  free (canonical);
  self->keyring = keyring;
  self->prefer_file = prefer_file;
  self->moment = moment;
  self->thread = spil_limited_thread_new ("spil-vault");
  if (!spil_secrets_read (&secrets, self->dir, error))
    return NULL;
  return g_steal_pointer (&self);
}

SpilVault *
spil_vault_open (const char *dir, GError **error)
{
  const gboolean prefer_file = g_strcmp0 (g_getenv ("SPIL_VAULT"), "file") == 0;

  return spil_vault_open_with (dir, &SPIL_SECRET_SERVICE_OF_DESKTOP, prefer_file, MOMENT_MS, error);
}

void
spil_vault_close (SpilVault *self)
{
  if (self == NULL)
    return;
  spil_limited_thread_free (self->thread);
  g_free (self->dir);
  g_free (self);
}

static GBytes *
get_from_keyring (SpilVault *self, const char *name, GError **error)
{
  g_autoptr (Asking) answer = ask_keyring (self, ASK_LOAD, name, NULL);
  GBytes *secret;

  if (answer == NULL) {
    fail_silent (error);
    return NULL;
  }
  if (answer->text == NULL)
    return NULL;
  secret = spil_secrets_decode (answer->text, strlen (answer->text));
  if (secret == NULL)
    g_set_error_literal (
        error, SPIL_SPACE_ERROR, SPIL_SPACE_ERROR_KEYS,
        _ ("A key of this laptop in the keyring of your desktop is damaged; ask your project leader to let this laptop in again."));
  return secret;
}

GBytes *
spil_vault_get (SpilVault *self, const char *name, GError **error)
{
  g_auto (SpilSecrets) secrets = { 0 };
  GBytes *secret;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (spil_secrets_is_name (name), NULL);

  if (!spil_secrets_read (&secrets, self->dir, error))
    return NULL;
  if (secrets.place == SPIL_SECRETS_IN_KEYRING)
    return get_from_keyring (self, name, error);
  secret = spil_secrets_get (&secrets, name);
  return secret == NULL ? NULL : g_bytes_ref (secret);
}

static gboolean
save_in_keyring (SpilVault *self, const char *name, GBytes *secret)
{
  g_autoptr (Asking) answer = NULL;

  if (secret == NULL)
    answer = ask_keyring (self, ASK_FORGET, name, NULL);
  else
    answer = ask_keyring (self, ASK_SAVE, name, spil_secrets_encode (secret));
  return answer != NULL;
}

static gboolean
save_in_file (SpilVault *self, SpilSecrets *secrets, const char *name, GBytes *secret, GError **error)
{
  secrets->place = SPIL_SECRETS_IN_FILE;
  spil_secrets_set (secrets, name, secret);
  return spil_secrets_write (secrets, self->dir, error);
}

/* The first secret decides where all will be. */
static gboolean
save_first (SpilVault *self, SpilSecrets *secrets, const char *name, GBytes *secret, GError **error)
{
  g_autoptr (Asking) forgotten = NULL;

  if (secret == NULL)
    return TRUE;
  if (self->prefer_file || !save_in_keyring (self, name, secret))
    return save_in_file (self, secrets, name, secret, error);
  secrets->place = SPIL_SECRETS_IN_KEYRING;
  if (spil_secrets_write (secrets, self->dir, error))
    return TRUE;
  forgotten = ask_keyring (self, ASK_FORGET, name, NULL);
  return FALSE;
}

/* With the lock held. */
static gboolean
set (SpilVault *self, const char *name, GBytes *secret, GError **error)
{
  g_auto (SpilSecrets) secrets = { 0 };

  if (!spil_secrets_read (&secrets, self->dir, error))
    return FALSE;
  switch (secrets.place) {
  case SPIL_SECRETS_IN_FILE:
    return save_in_file (self, &secrets, name, secret, error);
  case SPIL_SECRETS_IN_KEYRING:
    return save_in_keyring (self, name, secret) || fail_silent (error);
  case SPIL_SECRETS_NOWHERE:
  default:
    return save_first (self, &secrets, name, secret, error);
  }
}

gboolean
spil_vault_set (SpilVault *self, const char *name, GBytes *secret, GError **error)
{
  g_autofd int lock = -1;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (spil_secrets_is_name (name), FALSE);
  g_return_val_if_fail (secret == NULL || g_bytes_get_size (secret) <= SECRET_MAX_LENGTH, FALSE);

  lock = spil_private_file_lock (self->dir);
  return set (self, name, secret, error);
}

gboolean
spil_vault_erase (SpilVault *self, GError **error)
{
  g_auto (SpilSecrets) secrets = { 0 };
  g_autoptr (Asking) answer = NULL;
  g_autofd int lock = -1;

  g_return_val_if_fail (self != NULL, FALSE);

  lock = spil_private_file_lock (self->dir);
  if (!spil_secrets_read (&secrets, self->dir, NULL))
    return spil_secrets_remove (self->dir, error);
  if (secrets.place == SPIL_SECRETS_IN_KEYRING) {
    answer = ask_keyring (self, ASK_FORGET, NULL, NULL);
    if (answer == NULL)
      return fail_silent (error);
  }
  return spil_secrets_remove (self->dir, error);
}
