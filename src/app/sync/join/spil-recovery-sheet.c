// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-recovery-sheet.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "spil-pdf.h"
#include "spil-report-file.h"

// Groups of the code on a line of the sheet.
#define GROUPS 4
// What is filled in by hand.
#define BLANK "______________________________________"

char *
spil_recovery_dup_lines (const char *code, int per_line)
{
  g_auto (GStrv) groups = g_strsplit_set (code, "- \n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  int n = 0;

  for (int i = 0; groups[i] != NULL; i++) {
    if (groups[i][0] == '\0')
      continue;
    if (n > 0)
      g_string_append (text, n % per_line == 0 ? "\n" : "  ");
    g_string_append (text, groups[i]);
    n++;
  }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_step (SpilDocument *sheet, int number, const char *text)
{
  spil_document_take_prose (sheet, SPIL_PROSE_BODY, g_strdup_printf ("%d.  %s", number, text));
}

static void
add_use (SpilDocument *sheet)
{
  static const char *const steps[] = {
    N_ ("Install Spil on another laptop and open it."),
    N_ ("Choose “Go on with a recovery sheet” in the menu of the first screen."),
    N_ ("Type the code of this sheet, choose the shared folder and write down your name. Everything comes back from the folder."),
    N_ ("End the access of the lost laptop on the page “Working together”."),
  };

  spil_document_add_heading (sheet, 2, _ ("How it is used"));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    add_step (sheet, (int) i + 1, _ (steps[i]));
}

static void
add_signature (SpilDocument *sheet, const char *person, SpilDay day)
{
  g_autofree char *date = spil_day_format (day);

  spil_document_add_heading (sheet, 2, _ ("Kept by"));
  spil_document_take_prose (sheet, SPIL_PROSE_BODY, g_strdup_printf (_ ("Made on %s by %s"), date, person));
  spil_document_take_prose (sheet, SPIL_PROSE_BODY,
                            g_strdup_printf (_ ("Place where it is kept: %s"), BLANK));
  spil_document_take_prose (sheet, SPIL_PROSE_BODY, g_strdup_printf (_ ("Name: %s"), BLANK));
  spil_document_take_prose (sheet, SPIL_PROSE_BODY, g_strdup_printf (_ ("Date and signature: %s"), BLANK));
}

SpilDocument *
spil_recovery_sheet_new (const char *code, const char *person, const char *programme, SpilDay day)
{
  SpilDocument *sheet = spil_document_new (_ ("Recovery sheet"));

  spil_document_set_author (sheet, person);
  spil_document_set_subject (sheet, programme);
  spil_document_set_made (sheet, spil_time_from_day (day, 12, 0));
  spil_document_add_prose (sheet, SPIL_PROSE_TITLE, _ ("Recovery sheet"));
  spil_document_add_prose (sheet, SPIL_PROSE_SUBTITLE, programme[0] != '\0' ? programme : "Spil");
  spil_document_add_prose (
      sheet, SPIL_PROSE_LEAD,
      _ ("With this code somebody can go on as the project leader when the project leader’s laptop is lost or broken. Without it nobody can let in other laptops then. Who has the code can read everything: keep this sheet in a safe or another locked place, and not on the laptop alone."));
  spil_document_take_prose (sheet, SPIL_PROSE_CODE, spil_recovery_dup_lines (code, GROUPS));
  add_use (sheet);
  add_signature (sheet, person, day);
  return sheet;
}

gboolean
spil_recovery_sheet_write (SpilDocument *sheet, const char *path, GError **error)
{
  g_autoptr (SpilReportFile) file = spil_report_file_new (path, error);

  if (file == NULL)
    return FALSE;
  if (!spil_pdf_write (sheet, spil_report_file_get_stream (file), NULL, NULL, NULL, NULL, error)) {
    spil_report_file_explain (file, error);
    return FALSE;
  }
  if (!spil_report_file_commit (file, error))
    return FALSE;
  // Where the file system knows no rights there is nothing to be done about it.
  g_chmod (path, 0600);
  return TRUE;
}
