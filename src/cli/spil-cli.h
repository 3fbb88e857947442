// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-store.h"

G_BEGIN_DECLS

/** Why a verb was not carried out, where the model and the store do not say so themselves. */
typedef enum
{
  SPIL_CLI_ERROR_USAGE, /**< wrong usage: exit status 2 */
  SPIL_CLI_ERROR_FAILED, /**< anything else */
  SPIL_CLI_ERROR_CLOSED, /**< nobody reads the output any more: there is nothing to say */
} SpilCliError;

#define SPIL_CLI_ERROR (spil_cli_error_quark ())
GQuark spil_cli_error_quark (void);

typedef struct _SpilCli SpilCli;

/** An option of a verb: "--name", or "--name VALUE" where `value` is not NULL. */
typedef struct
{
  const char *name;
  const char *value; /**< msgid: what the value is */
  const char *summary; /**< msgid */
  gboolean required; /**< the verb cannot do without */
} SpilCliOption;

/** A verb of the command line. */
typedef struct _SpilCliVerb SpilCliVerb;
struct _SpilCliVerb
{
  const char *name;
  const char *arguments; /**< msgid: what follows the verb; "" when nothing does */
  const char *summary; /**< msgid: what it does */
  int min_arguments;
  int max_arguments; /**< -1: any number */
  gboolean (*run) (SpilCli *cli, GError **error);
  const SpilCliOption *options; /**< up to one without a name; NULL: none */
  const SpilCliVerb
      *parts; /**< what it is made of, "space create" and so on, up to one without a name; NULL: nothing */
};

/** One call of spilctl: what was asked, and the database once a verb has opened it. */
struct _SpilCli
{
  const SpilCliVerb *verb;
  const SpilCliVerb *whole; /**< the verb that `verb` is a part of; NULL: none */
  char *dir; /**< folder of the database */
  gboolean json; /**< write for machines */
  gboolean help; /**< --help was given */
  gboolean version; /**< --version was given */
  GPtrArray *arguments; /**< char *: what follows the verb, options left out */
  GPtrArray *options; /**< SpilCliGiven *: the options of the verb, in order */
  SpilStore *store; /**< NULL until it is opened */
  GString *output; /**< what standard output has still to get */
  int output_errno; /**< why it cannot get more; 0: it can */
};

/** An option that was given. */
typedef struct
{
  const SpilCliOption *option;
  char *value; /**< NULL for a flag */
} SpilCliGiven;

/** Reads the command line (without the program's name). SPIL_CLI_ERROR_USAGE when it cannot be read. Free with spil_cli_free(). */
SpilCli *spil_cli_new (int n_arguments, char *const *arguments, GError **error);
void spil_cli_free (SpilCli *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpilCli, spil_cli_free)

/** The argument at that place, or NULL when it was not given; owned by @self. */
const char *spil_cli_argument (SpilCli *self, guint place);
/** All arguments, with spaces between them: for what is printed in groups and typed without quotes. Free with g_free(). */
char *spil_cli_dup_arguments (SpilCli *self);
/** TRUE when the option was given. */
gboolean spil_cli_has (SpilCli *self, const char *option);
/** The value of the option (the last one), or NULL; owned by @self. */
const char *spil_cli_value (SpilCli *self, const char *option);

/** The verb by its full name, "space create". Free with g_free(). */
char *spil_cli_dup_verb_name (SpilCli *self);

/** Opens the database for a verb that changes it. */
gboolean spil_cli_open (SpilCli *self, GError **error);
/** Opens it for a verb that only reads: also where it may not be written. */
gboolean spil_cli_open_to_read (SpilCli *self, GError **error);

/** Sets SPIL_CLI_ERROR_USAGE with what is wrong and the verb's usage; always returns FALSE. */
gboolean spil_cli_refuse_usage (SpilCli *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
