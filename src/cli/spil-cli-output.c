// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "spil-text.h"

/* Output is kept until there is this much of it. */
#define BUFFER_BYTES (64 * 1024)
/* The longest line on standard error: a sentence with some quoted text. */
#define COMPLAINT_CHARS 1000

static void
flush (SpilCli *self)
{
  const char *data = self->output->str;
  gsize left = self->output->len;

  while (left > 0 && self->output_errno == 0) {
    ssize_t written = write (STDOUT_FILENO, data, left);

    if (written >= 0) {
      data += written;
      left -= (gsize) written;
    } else if (errno != EINTR)
      self->output_errno = errno;
  }
  g_string_truncate (self->output, 0);
}

static gboolean
flush_when_full (SpilCli *self)
{
  if (self->output->len >= BUFFER_BYTES)
    flush (self);
  return self->output_errno == 0;
}

gboolean
spil_cli_print (SpilCli *self, const char *text)
{
  g_string_append (self->output, text);
  return flush_when_full (self);
}

gboolean
spil_cli_printf (SpilCli *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->output, format, args);
  va_end (args);
  return flush_when_full (self);
}

gboolean
spil_cli_output_finish (SpilCli *self, GError **error)
{
  flush (self);
  if (self->output_errno == 0)
    return TRUE;
  if (self->output_errno == EPIPE)
    g_set_error_literal (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_CLOSED, g_strerror (self->output_errno));
  else
    g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_FAILED,
                 _ ("The output cannot be written (%s); send it to another place and try again."),
                 g_strerror (self->output_errno));
  return FALSE;
}

void
spil_cli_complain (const char *message)
{
  g_autofree char *line = spil_text_one_line (message, COMPLAINT_CHARS);

  fprintf (stderr, "spilctl: %s\n", line);
}

void
spil_cli_guard_streams (void)
{
  signal (SIGPIPE, SIG_IGN);
  /* open() takes the lowest free number: the closed stream's own. The wrong way round, so that using it fails and is told. */
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) == -1 && open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) == -1)
      return;
}
