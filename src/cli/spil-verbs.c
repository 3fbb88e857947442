// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-cli-output.h"
#include "spil-sync-verbs.h"

static const SpilCliOption init_options[] = {
  { "template", N_ ("ID"), N_ ("fill it from this programme template") },
  { "demo", NULL, N_ ("add invented data, marked as such") },
  { NULL },
};

static const SpilCliOption list_options[] = {
  { "where", N_ ("FIELD=VALUE"), N_ ("only these rows; also != < <= > >=; may be repeated") },
  { "search", N_ ("TEXT"), N_ ("only rows in which these words are found") },
  { "sort", N_ ("FIELD"), N_ ("in this order; -FIELD: the other way round; may be repeated") },
  { "limit", N_ ("N"), N_ ("no more rows than this") },
  { NULL },
};

static const SpilCliOption apply_options[] = {
  { "atomic", NULL, N_ ("all lines as one change, or none of them") },
  { NULL },
};

static const SpilCliOption import_options[] = {
  { "map", N_ ("FIELD=COLUMN"),
    N_ ("the column (header, letter or number) that goes to a field, such as name or person.email; nothing: none does; may be repeated") },
  { "dry-run", NULL, N_ ("tell what would happen, and change nothing") },
  { "no-header", NULL, N_ ("the first row is no header") },
  { "sheet", N_ ("N"), N_ ("this sheet of the file; the first is 1") },
  { "delimiter", N_ ("CHARACTER"), N_ ("what stands between cells of a CSV file; otherwise it is found") },
  { "keep-existing", NULL, N_ ("leave rows that exist as they are") },
  { "keep-likely", NULL, N_ ("leave out what probably exists under another name") },
  { "delete-gone", NULL, N_ ("of a planning: delete what came from it before and is no longer in the file") },
  { "undo", N_ ("ID"), N_ ("take back an import, also later and after a restart") },
  { "list", NULL, N_ ("the imports that were done") },
  { NULL },
};

static const SpilCliOption chart_options[] = {
  { "paper", N_ ("a4|a3"), N_ ("gantt: on that paper; otherwise the first on which it can be read") },
  { "landscape", NULL, N_ ("gantt: on its side, as it is without this") },
  { "portrait", NULL, N_ ("gantt: upright") },
  { "tiles", NULL, N_ ("gantt: over as many pages as it needs") },
  { "grey", NULL, N_ ("gantt: patterns and words instead of colours") },
  { "from", N_ ("DAY"), N_ ("gantt: only what there is from this day on") },
  { "to", N_ ("DAY"), N_ ("gantt: only what there is until this day") },
  { NULL },
};

static const SpilCliOption report_options[] = {
  { "period", N_ ("PERIOD"), N_ ("akt: 2018-Q4, 2018-10 or 2018; otherwise this quarter") },
  { "employer", N_ ("EMPLOYER"), N_ ("visit: id or name of the employer") },
  { "person", N_ ("PERSON"), N_ ("person: id or name of the contact person") },
  { "application", N_ ("APPLICATION"), N_ ("letter: id of the application") },
  { "letter", N_ ("KIND"),
    N_ ("letter: incomplete, award, refusal or settlement; otherwise what its state asks for") },
  { NULL },
};

static const SpilCliVerb verbs[] = {
  { "init", "", N_ ("make a database"), 0, 0, spil_verb_init, init_options },
  { "templates", "", N_ ("the programme templates"), 0, 0, spil_verb_templates, NULL },
  { "entities", "", N_ ("all entities and their fields, as JSON"), 0, 0, spil_verb_entities, NULL },
  { "list", N_ ("ENTITY"), N_ ("rows of an entity"), 1, 1, spil_verb_list, list_options },
  { "show", N_ ("ENTITY ID"), N_ ("one row"), 2, 2, spil_verb_show, NULL },
  { "add", N_ ("ENTITY FIELD=VALUE..."), N_ ("add a row; prints its id"), 2, -1, spil_verb_add, NULL },
  { "set", N_ ("ENTITY ID FIELD=VALUE..."), N_ ("change a row"), 3, -1, spil_verb_set, NULL },
  { "delete", N_ ("ENTITY ID"), N_ ("delete a row"), 2, 2, spil_verb_delete, NULL },
  { "undo", "", N_ ("take back the latest change"), 0, 0, spil_verb_undo, NULL },
  { "redo", "", N_ ("carry out again what was taken back"), 0, 0, spil_verb_redo, NULL },
  { "history", N_ ("ENTITY ID"), N_ ("all changes of a row, the latest first"), 2, 2, spil_verb_history,
    NULL },
  { "apply", N_ ("FILE"), N_ ("carry out changes from JSON lines (-: standard input)"), 1, 1, spil_verb_apply,
    apply_options },
  { "import", N_ ("ENTITY FILE"),
    N_ ("read in rows from a list: CSV, XLSX, ODS or vCard; activities also from a planning: .xml (MSPDI), .gan, .planner"),
    0, 2, spil_verb_import, import_options },
  { "export", N_ ("ENTITY|all FILE"),
    N_ ("write rows to a file: .csv, .ods, .xlsx or .json; activities also as a planning: .xml (MSPDI), .ics; \"budget\" and \"bookings\": tables with totals; \"audit\": who did what, with the hashes"),
    2, 2, spil_verb_export, NULL },
  { "chart", N_ ("NAME FILE"), N_ ("draw a chart: .svg, .pdf or .png"), 2, 2, spil_verb_chart,
    chart_options },
  { "report", N_ ("akt|visit|person|letter|guide|data FILE"),
    N_ ("write the report for the AKT or a visit sheet: .pdf or .odt"), 2, 2, spil_verb_report,
    report_options },
  { "dump", "", N_ ("all state as sorted JSON lines"), 0, 0, spil_verb_dump, NULL },
  { "digest", "", N_ ("the hash of the dump"), 0, 0, spil_verb_digest, NULL },
  { "check", "", N_ ("look whether everything is right"), 0, 0, spil_verb_check, NULL },
  { "space", "", N_ ("share the data with other laptops"), 0, 0, NULL, NULL, spil_space_parts },
  { "sync", "", N_ ("send what is new here, fetch what is new elsewhere"), 0, 0, spil_verb_sync, NULL },
  { "conflicts", "", N_ ("what was written differently on several laptops"), 0, 0, NULL, NULL,
    spil_conflicts_parts },
  { "erase", "", N_ ("personal data"), 0, 0, NULL, NULL, spil_erase_parts },
  { "backup", N_ ("FILE"), N_ ("copy the database to a file"), 1, 1, spil_verb_backup, NULL },
  { "restore", N_ ("FILE"), N_ ("put a copy of the database back"), 1, 1, spil_verb_restore, NULL },
  { "remove-local", "", N_ ("remove all data of Spil from this laptop"), 0, 0, spil_verb_remove_local,
    spil_remove_local_options },
};

const SpilCliVerb *
spil_verb_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

static const char *
translated (const char *msgid)
{
  return *msgid != '\0' ? _ (msgid) : "";
}

static void
print_option (SpilCli *cli, const SpilCliOption *option)
{
  g_autofree char *text = g_strdup_printf ("--%s %s", option->name,
                                           option->value != NULL ? _ (option->value) : "");

  spil_cli_printf (cli, "  %-22s %s\n", text, _ (option->summary));
}

static void
print_parts (SpilCli *cli, const SpilCliVerb *verb)
{
  for (const SpilCliVerb *part = verb->parts; part->name != NULL; part++) {
    g_autofree char *text = g_strdup_printf ("%s %s %s", verb->name, part->name,
                                             translated (part->arguments));

    spil_cli_printf (cli, "  %-30s %s\n", text, _ (part->summary));
  }
}

static void
print_verb_help (SpilCli *cli, const SpilCliVerb *verb)
{
  g_autofree char *name = spil_cli_dup_verb_name (cli);

  spil_cli_printf (cli, "%s spilctl [--data %s] [--json] %s %s\n\n%s\n", _ ("Usage:"), _ ("DIR"), name,
                   verb->parts != NULL ? "..." : translated (verb->arguments), _ (verb->summary));
  if (verb->parts != NULL) {
    spil_cli_print (cli, "\n");
    print_parts (cli, verb);
  }
  for (const SpilCliOption *option = verb->options; option != NULL && option->name != NULL; option++) {
    if (option == verb->options)
      spil_cli_print (cli, "\n");
    print_option (cli, option);
  }
}

void
spil_verbs_print_help (SpilCli *cli)
{
  if (cli->verb != NULL) {
    print_verb_help (cli, cli->verb);
    return;
  }
  spil_cli_printf (cli, "%s spilctl [--data %s] [--json] %s ...\n\n", _ ("Usage:"), _ ("DIR"), _ ("VERB"));
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++) {
    g_autofree char *text = g_strdup_printf ("%s %s", verbs[i].name, translated (verbs[i].arguments));

    if (verbs[i].parts != NULL) {
      print_parts (cli, &verbs[i]);
      continue;
    }
    spil_cli_printf (cli, "  %-30s %s\n", text, _ (verbs[i].summary));
  }
  spil_cli_printf (cli, "\n  %-30s %s\n  %-30s %s\n  %-30s %s\n", _ ("--data DIR"),
                   _ ("folder of the database; otherwise ~/.local/share/spil"), "--json",
                   _ ("write JSON, the same in every language"), _ ("spilctl VERB --help"),
                   _ ("the options of a verb"));
}
