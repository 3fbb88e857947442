// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-plan-list-private.h"
#include "spil-synonyms.h"

const SpilPlanListTitle spil_plan_list_titles[SPIL_PLAN_LIST_N_COLUMNS] = {
  [SPIL_PLAN_LIST_NUMBER] = { N_ ("No."), SPIL_COLUMN_TEXT,
                              "|nr|no|nummer|number|wbs|wbscode|overzichtsnummer|outlinenumber|volgnummer|" },
  [SPIL_PLAN_LIST_NAME] = { N_ ("Activity"), SPIL_COLUMN_TEXT,
                            "|activiteit|activity|naam|name|taak|taaknaam|task|taskname|naamtaak|omschrijving|" },
  [SPIL_PLAN_LIST_START] = { N_ ("Start"), SPIL_COLUMN_DATE,
                             "|start|begin|begindatum|startdatum|startdate|van|begindate|starttime|" },
  [SPIL_PLAN_LIST_FINISH] = { N_ ("End"), SPIL_COLUMN_DATE,
                              "|einde|eind|end|einddatum|finish|enddate|finishdate|totenmet|tm|tot|voltooien|" },
  [SPIL_PLAN_LIST_DAYS] = { N_ ("Working days"), SPIL_COLUMN_NUMBER,
                            "|werkdagen|workingdays|duur|duration|dagen|days|" },
  [SPIL_PLAN_LIST_MILESTONE] = { N_ ("Milestone"), SPIL_COLUMN_BOOLEAN, "|mijlpaal|milestone|" },
  [SPIL_PLAN_LIST_OWNER] = { N_ ("Owner"), SPIL_COLUMN_TEXT,
                             "|eigenaar|owner|trekker|verantwoordelijke|namenvanresources|resourcenames|resources|"
                             "wie|uitvoerder|" },
  [SPIL_PLAN_LIST_HOURS] = { N_ ("Hours a week"), SPIL_COLUMN_NUMBER, "|urenperweek|hoursaweek|" },
  [SPIL_PLAN_LIST_PROGRESS] = { N_ ("Done (%)"), SPIL_COLUMN_NUMBER,
                                "|voortgang|gereed|klaar|done|progress|complete|percentcomplete|voltooid|"
                                "percentagevoltooid|" },
  [SPIL_PLAN_LIST_BEFORE] = { N_ ("Comes after"), SPIL_COLUMN_TEXT,
                              "|voorafgaandetaken|voorganger|voorgangers|predecessors|predecessor|volgtop|komtna|"
                              "comesafter|" },
  [SPIL_PLAN_LIST_DEADLINE] = { N_ ("Deadline"), SPIL_COLUMN_DATE, "|uiterstedatum|deadline|uiterlijk|" },
  [SPIL_PLAN_LIST_NOT_BEFORE] = { N_ ("Not earlier than"), SPIL_COLUMN_DATE,
                                  "|nieteerderdan|notearlierthan|vroegstestart|" },
  [SPIL_PLAN_LIST_FIXED] = { N_ ("Dates are fixed"), SPIL_COLUMN_BOOLEAN,
                             "|datumsstaanvast|vastedatums|datesarefixed|" },
  [SPIL_PLAN_LIST_COST] = { N_ ("Estimated cost"), SPIL_COLUMN_MONEY,
                            "|geraamdekosten|kosten|cost|estimatedcost|raming|" },
  [SPIL_PLAN_LIST_NOTES] = { N_ ("Notes"), SPIL_COLUMN_LONG_TEXT,
                             "|notities|notes|opmerkingen|toelichting|remarks|" },
  [SPIL_PLAN_LIST_ID] = { N_ ("Id"), SPIL_COLUMN_ID, "|id|taakid|taskid|uniqueid|uniekeid|guid|sleutel|" },
  [SPIL_PLAN_LIST_LEVEL] = { NULL, SPIL_COLUMN_NUMBER, "|niveau|level|overzichtsniveau|outlinelevel|" },
};

int
spil_plan_list_find_column (const char *title)
{
  g_autofree char *bare = spil_synonyms_normalise (title);
  g_autofree char *word = g_strdup_printf ("|%s|", bare);

  for (int i = 0; i < SPIL_PLAN_LIST_N_COLUMNS && bare[0] != '\0'; i++)
    if (strstr (spil_plan_list_titles[i].words, word) != NULL)
      return i;
  return -1;
}
