// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-space.h"
#include "spil-verbs.h"

static const SpilCliOption global_options[] = {
  { "data", N_ ("DIR"), NULL },
  { "json", NULL, NULL },
  { "help", NULL, NULL },
  { "version", NULL, NULL },
  { NULL },
};

G_DEFINE_QUARK (spil - cli - error - quark, spil_cli_error)

static void
given_free (gpointer data)
{
  SpilCliGiven *given = data;

  g_free (given->value);
  g_free (given);
}

static const SpilCliOption *
find_option (const SpilCliOption *options, const char *name, gsize length)
{
  for (; options != NULL && options->name != NULL; options++)
    if (strlen (options->name) == length && strncmp (options->name, name, length) == 0)
      return options;
  return NULL;
}

char *
spil_cli_dup_verb_name (SpilCli *self)
{
  if (self->whole == NULL)
    return g_strdup (self->verb->name);
  return g_strdup_printf ("%s %s", self->whole->name, self->verb->name);
}

gboolean
spil_cli_refuse_usage (SpilCli *self, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autofree char *name = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->verb == NULL)
    g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_USAGE, _ ("%s See: spilctl --help"), what);
  else {
    name = spil_cli_dup_verb_name (self);
    g_set_error (error, SPIL_CLI_ERROR, SPIL_CLI_ERROR_USAGE, _ ("%s See: spilctl %s --help"), what, name);
  }
  return FALSE;
}

/* Notes an option that every verb has. */
static void
set_global (SpilCli *self, const SpilCliOption *option, const char *value)
{
  if (strcmp (option->name, "data") == 0) {
    g_free (self->dir);
    self->dir = g_strdup (value);
  } else if (strcmp (option->name, "json") == 0)
    self->json = TRUE;
  else if (strcmp (option->name, "help") == 0)
    self->help = TRUE;
  else
    self->version = TRUE;
}

static void
set_own (SpilCli *self, const SpilCliOption *option, const char *value)
{
  SpilCliGiven *given = g_new0 (SpilCliGiven, 1);

  given->option = option;
  given->value = g_strdup (value);
  g_ptr_array_add (self->options, given);
}

/* Reads "--name", "--name=VALUE" or "--name VALUE" at @arguments[*at]; leaves *at at the last one used. */
static gboolean
read_option (SpilCli *self, int n_arguments, char *const *arguments, int *at, GError **error)
{
  const char *text = arguments[*at] + 2;
  gsize length = strcspn (text, "=");
  const char *value = text[length] == '=' ? text + length + 1 : NULL;
  const SpilCliOption *global = find_option (global_options, text, length);
  const SpilCliOption *option = global;

  if (option == NULL && self->verb != NULL)
    option = find_option (self->verb->options, text, length);
  if (option == NULL)
    return spil_cli_refuse_usage (self, error, _ ("There is no option “%s” here."), arguments[*at]);
  if (option->value == NULL && value != NULL)
    return spil_cli_refuse_usage (self, error, _ ("The option “--%s” takes no value."), option->name);
  if (option->value != NULL && value == NULL) {
    if (*at + 1 >= n_arguments)
      return spil_cli_refuse_usage (self, error, _ ("The option “--%s” needs a value."), option->name);
    value = arguments[++*at];
  }
  if (global != NULL)
    set_global (self, option, value);
  else
    set_own (self, option, value);
  return TRUE;
}

/* The names of what @verb is made of. Free with g_free(). */
static char *
dup_parts (const SpilCliVerb *verb)
{
  GString *names = g_string_new (NULL);

  for (const SpilCliVerb *part = verb->parts; part->name != NULL; part++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", part->name);
  return g_string_free_and_steal (names);
}

static gboolean
read_part (SpilCli *self, const char *word, GError **error)
{
  g_autofree char *names = NULL;

  for (const SpilCliVerb *part = self->verb->parts; part->name != NULL; part++)
    if (strcmp (part->name, word) == 0) {
      self->whole = self->verb;
      self->verb = part;
      return TRUE;
    }
  names = dup_parts (self->verb);
  return spil_cli_refuse_usage (self, error, _ ("There is no “%s %s”, but: %s."), self->verb->name, word,
                                names);
}

static gboolean
read_word (SpilCli *self, const char *word, GError **error)
{
  if (self->verb != NULL && self->verb->parts != NULL)
    return read_part (self, word, error);
  if (self->verb != NULL) {
    g_ptr_array_add (self->arguments, g_strdup (word));
    return TRUE;
  }
  self->verb = spil_verb_find (word);
  if (self->verb == NULL)
    return spil_cli_refuse_usage (self, error, _ ("spilctl has no verb “%s”."), word);
  return TRUE;
}

static gboolean
read_arguments (SpilCli *self, int n_arguments, char *const *arguments, GError **error)
{
  gboolean options = TRUE;

  for (int i = 0; i < n_arguments; i++) {
    if (!g_utf8_validate (arguments[i], -1, NULL))
      return spil_cli_refuse_usage (self, error, _ ("Argument %d is not text in UTF-8."), i + 1);
    if (options && strcmp (arguments[i], "--") == 0)
      options = FALSE;
    else if (options && strcmp (arguments[i], "-h") == 0)
      self->help = TRUE;
    else if (options && g_str_has_prefix (arguments[i], "--")) {
      if (!read_option (self, n_arguments, arguments, &i, error))
        return FALSE;
    } else if (!read_word (self, arguments[i], error))
      return FALSE;
  }
  return TRUE;
}

/* Says what has to follow the verb. */
static gboolean
refuse_count (SpilCli *self, GError **error)
{
  g_autofree char *name = spil_cli_dup_verb_name (self);
  g_autofree char *names = NULL;

  if (self->verb->parts != NULL) {
    names = dup_parts (self->verb);
    return spil_cli_refuse_usage (self, error, _ ("“%s” is followed by one of: %s."), name, names);
  }
  if (self->verb->max_arguments == 0)
    return spil_cli_refuse_usage (self, error, _ ("“%s” takes no arguments."), name);
  return spil_cli_refuse_usage (self, error, _ ("“%s” is followed by: %s."), name, _ (self->verb->arguments));
}

static gboolean
check_required (SpilCli *self, GError **error)
{
  g_autofree char *name = spil_cli_dup_verb_name (self);
  const SpilCliOption *option = self->verb->options;

  for (; option != NULL && option->name != NULL; option++)
    if (option->required && !spil_cli_has (self, option->name))
      return spil_cli_refuse_usage (self, error, _ ("“%s” cannot do without “--%s”."), name, option->name);
  return TRUE;
}

static gboolean
check_usage (SpilCli *self, GError **error)
{
  int count = (int) self->arguments->len;

  if (self->help || self->version)
    return TRUE;
  if (self->verb == NULL)
    return spil_cli_refuse_usage (self, error, _ ("A verb is missing."));
  if (self->verb->parts != NULL || count < self->verb->min_arguments ||
      (self->verb->max_arguments >= 0 && count > self->verb->max_arguments))
    return refuse_count (self, error);
  return check_required (self, error);
}

SpilCli *
spil_cli_new (int n_arguments, char *const *arguments, GError **error)
{
  g_autoptr (SpilCli) self = g_new0 (SpilCli, 1);

  self->dir = g_build_filename (g_get_user_data_dir (), "spil", NULL);
  self->arguments = g_ptr_array_new_with_free_func (g_free);
  self->options = g_ptr_array_new_with_free_func (given_free);
  self->output = g_string_new (NULL);
  if (!read_arguments (self, n_arguments, arguments, error) || !check_usage (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
spil_cli_free (SpilCli *self)
{
  g_clear_pointer (&self->store, spil_store_close);
  g_ptr_array_unref (self->arguments);
  g_ptr_array_unref (self->options);
  g_string_free (self->output, TRUE);
  g_free (self->dir);
  g_free (self);
}

const char *
spil_cli_argument (SpilCli *self, guint place)
{
  return place < self->arguments->len ? g_ptr_array_index (self->arguments, place) : NULL;
}

char *
spil_cli_dup_arguments (SpilCli *self)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < self->arguments->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " " : "", spil_cli_argument (self, i));
  return g_string_free_and_steal (all);
}

gboolean
spil_cli_has (SpilCli *self, const char *option)
{
  for (guint i = 0; i < self->options->len; i++)
    if (strcmp (((SpilCliGiven *) g_ptr_array_index (self->options, i))->option->name, option) == 0)
      return TRUE;
  return FALSE;
}

const char *
spil_cli_value (SpilCli *self, const char *option)
{
  for (guint i = self->options->len; i > 0; i--) {
    SpilCliGiven *given = g_ptr_array_index (self->options, i - 1);

    if (strcmp (given->option->name, option) == 0)
      return given->value;
  }
  return NULL;
}

gboolean
spil_cli_open (SpilCli *self, GError **error)
{
  self->store = spil_store_open (self->dir, error);
  return self->store != NULL;
}

gboolean
spil_cli_open_to_read (SpilCli *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (spil_cli_open (self, &local))
    return TRUE;
  if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_READ_ONLY)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  self->store = spil_store_open_read_only (self->dir, error);
  return self->store != NULL;
}
