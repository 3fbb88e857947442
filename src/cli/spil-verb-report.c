// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-akt.h"
#include "spil-cli-names.h"
#include "spil-cli-row.h"
#include "spil-data-report.h"
#include "spil-demo.h"
#include "spil-guide.h"
#include "spil-letter-document.h"
#include "spil-person-report.h"
#include "spil-report-file.h"
#include "spil-sharing.h"
#include "spil-verbs.h"
#include "spil-visit-document.h"

static gboolean
write_akt (SpilCli *cli, const char *path, GError **error)
{
  const char *text = spil_cli_value (cli, "period");
  SpilPeriod period;

  if (text != NULL && !spil_period_parse (text, &period))
    return spil_cli_refuse_usage (cli, error,
                                  _ ("“--period %s”: give a period such as 2018-Q4, 2018-10 or 2018."), text);
  if (!spil_cli_open_to_read (cli, error) || !spil_demo_play (cli->store, error))
    return FALSE;
  if (text == NULL)
    period = spil_report_default_period ();
  return spil_report_akt_write (cli->store, period, path, NULL, NULL, NULL, error);
}

static gboolean
write_visit (SpilCli *cli, const char *path, GError **error)
{
  const char *employer = spil_cli_value (cli, "employer");
  SpilId id;

  if (employer == NULL)
    return spil_cli_refuse_usage (cli, error, _ ("Say with --employer which employer, by id or by name."));
  return spil_cli_open_to_read (cli, error) && spil_demo_play (cli->store, error) &&
         spil_cli_find_row (cli, spil_entity (SPIL_ENTITY_ORGANISATION), employer, &id, error) &&
         spil_visit_write (cli->store, id, path, NULL, error);
}

static gboolean
write_person (SpilCli *cli, const char *path, GError **error)
{
  const char *person = spil_cli_value (cli, "person");
  SpilId id;

  if (person == NULL)
    return spil_cli_refuse_usage (cli, error,
                                  _ ("Say with --person which contact person, by id or by name."));
  return spil_cli_open_to_read (cli, error) &&
         spil_cli_find_row (cli, spil_entity (SPIL_ENTITY_PERSON), person, &id, error) &&
         spil_person_report_write (cli->store, id, path, error);
}

/* The kind that @text names as "list" prints it ("award"), or the usual one of the application. */
static gboolean
get_letter_kind (SpilCli *cli, SpilId application, int *kind, GError **error)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_LETTER), SPIL_LETTER_KIND);
  const char *text = spil_cli_value (cli, "letter");
  g_autoptr (SpilRecord) record = NULL;

  for (int i = 0; text != NULL && i < field->choices->n_items; i++)
    if (strcmp (field->choices->items[i].name, text) == 0) {
      *kind = field->choices->items[i].number;
      return TRUE;
    }
  if (text != NULL)
    return spil_cli_refuse_usage (cli, error, _ ("There is no letter “%s”, but: %s."), text,
                                  "incomplete, award, refusal, settlement");
  record = spil_store_get (cli->store, spil_entity (SPIL_ENTITY_APPLICATION), application, error);
  if (record == NULL)
    return FALSE;
  *kind = spil_letter_usual_kind ((int) spil_record_get_integer (record, SPIL_APPLICATION_STATE));
  return TRUE;
}

static gboolean
write_letter (SpilCli *cli, const char *path, GError **error)
{
  const char *application = spil_cli_value (cli, "application");
  SpilId id;
  int kind = 0;

  if (application == NULL)
    return spil_cli_refuse_usage (cli, error, _ ("Say with --application which application, by id."));
  return spil_cli_open_to_read (cli, error) && spil_demo_play (cli->store, error) &&
         spil_cli_find_row (cli, spil_entity (SPIL_ENTITY_APPLICATION), application, &id, error) &&
         get_letter_kind (cli, id, &kind, error) &&
         spil_letter_write (cli->store, id, kind, NULL, NULL, path, NULL, error);
}

/* What is in no database: it needs none. */
static gboolean
write_guide (SpilCli *cli, const char *path, GError **error)
{
  return spil_guide_write (path, error);
}

static gboolean
write_data (SpilCli *cli, const char *path, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *folder = NULL;
  SpilDataSharing sharing = { 0 };

  if (!spil_cli_open_to_read (cli, error) || !spil_sharing_read (cli->store, &folder, &members, error))
    return FALSE;
  sharing.folder = folder;
  sharing.members = members;
  return spil_data_report_write (cli->store, &sharing, path, error);
}

/* The reports, with the options that only they take, the files they can be, and how that is said. */
static const struct
{
  const char *name;
  const char *options[3]; /* NULL-terminated */
  gboolean (*knows) (const char *path);
  const char *files;
  gboolean (*write) (SpilCli *cli, const char *path, GError **error);
} reports[] = {
  { "akt",
    { "period" },
    spil_report_file_knows,
    N_ ("“%s”: give the file a name that ends in .pdf or .odt."),
    write_akt },
  { "visit",
    { "employer" },
    spil_report_file_knows,
    N_ ("“%s”: give the file a name that ends in .pdf or .odt."),
    write_visit },
  { "person",
    { "person" },
    spil_person_report_knows,
    N_ ("“%s”: give the file a name that ends in .pdf, .odt or .json."),
    write_person },
  { "letter",
    { "application", "letter" },
    spil_report_file_knows,
    N_ ("“%s”: give the file a name that ends in .pdf or .odt."),
    write_letter },
  { "guide",
    { NULL },
    spil_report_file_knows,
    N_ ("“%s”: give the file a name that ends in .pdf or .odt."),
    write_guide },
  { "data",
    { NULL },
    spil_report_file_knows,
    N_ ("“%s”: give the file a name that ends in .pdf or .odt."),
    write_data },
};

gboolean
spil_verb_report (SpilCli *cli, GError **error)
{
  const char *name = spil_cli_argument (cli, 0);
  const char *path = spil_cli_argument (cli, 1);
  gsize report = 0;

  while (report < G_N_ELEMENTS (reports) && strcmp (name, reports[report].name) != 0)
    report++;
  if (report == G_N_ELEMENTS (reports))
    return spil_cli_refuse_usage (cli, error, _ ("There is no report “%s”, but: %s."), name,
                                  "akt, visit, person, letter, guide, data");
  if (!reports[report].knows (path))
    return spil_cli_refuse_usage (cli, error, _ (reports[report].files), path);
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    for (int j = 0; i != report && reports[i].options[j] != NULL; j++)
      if (spil_cli_has (cli, reports[i].options[j]))
        return spil_cli_refuse_usage (cli, error, _ ("“--%s” is not for the report “%s”."),
                                      reports[i].options[j], name);
  if (!reports[report].write (cli, path, error))
    return FALSE;
  spil_cli_tell_file (cli, path);
  return TRUE;
}
