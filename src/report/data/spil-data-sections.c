// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "spil-backup.h"
#include "spil-copy-note.h"
#include "spil-data-report.h"
#include "spil-entity.h"
#include "spil-number.h"

static void
row_free (gpointer data)
{
  SpilDataRow *row = data;

  g_free (row->label);
  g_free (row->text);
  g_free (row);
}

static void
section_free (gpointer data)
{
  SpilDataSection *section = data;

  g_free (section->title);
  g_ptr_array_unref (section->rows);
  g_free (section);
}

static SpilDataSection *
begin (GPtrArray *sections, const char *title)
{
  SpilDataSection *section = g_new0 (SpilDataSection, 1);

  section->title = g_strdup (title);
  section->rows = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_add (sections, section);
  return section;
}

static void
take (SpilDataSection *section, const char *label, char *text)
{
  SpilDataRow *row = g_new0 (SpilDataRow, 1);

  row->label = g_strdup (label);
  row->text = text;
  g_ptr_array_add (section->rows, row);
}

static void
add (SpilDataSection *section, const char *label, const char *text)
{
  take (section, label, g_strdup (text));
}

/* Where */

static char *
dup_size (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);

  return info != NULL ? g_format_size ((guint64) g_file_info_get_size (info)) : g_strdup (_ ("size unknown"));
}

static int
count_drafts (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;
  int n = 0;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    n += g_str_has_prefix (name, "spil-draft-");
  return n;
}

static char *
dup_copies (const SpilCopyNote *note)
{
  g_autofree char *time = spil_time_format (note->made);

  if (note->made.ms == 0)
    return g_strdup (_ ("None was made of this database, as far as it knows."));
  // Translators: a time; a file.
  return g_strdup_printf (
      _ ("The last one was made on %s: %s. A copy holds everything and is not encrypted: keep it where nobody else comes. Copies that were moved or made earlier, Spil does not know."),
      time, note->path);
}

static gboolean
add_places (GPtrArray *sections, SpilStore *store, const SpilDataSharing *sharing, GError **error)
{
  SpilDataSection *section = begin (sections, _ ("What is kept where"));
  const char *path = spil_store_get_path (store);
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *size = dup_size (path);
  g_autoptr (SpilCopyNote) note = spil_copy_note_read (store, error);
  g_autoptr (GPtrArray) replaced = note != NULL ? spil_backup_list_replaced (dir, error) : NULL;
  const int n_drafts = count_drafts (dir);

  if (replaced == NULL)
    return FALSE;
  // Translators: a file; its size, such as "12.3 MB".
  take (
      section, _ ("The database"),
      g_strdup_printf (
          _ ("%s, %s. All that you see in the program is in this one file, also the history, the search index and who did what."),
          path, size));
  take (section, _ ("Copies"), dup_copies (note));
  if (replaced->len > 0)
    take (
        section, _ ("Replaced databases"),
        g_strdup_printf (
            ngettext (
                "%d file beside the database: what was there before a copy was put back. It may still hold what was erased since.",
                "%d files beside the database: what was there before a copy was put back. They may still hold what was erased since.",
                replaced->len),
            (int) replaced->len));
  if (n_drafts > 0)
    take (section, _ ("Drafts"),
          g_strdup_printf (
              ngettext ("%d draft of a visit that was not saved yet, in a file beside the database.",
                        "%d drafts of visits that were not saved yet, in files beside the database.",
                        (gulong) n_drafts),
              n_drafts));
  if (sharing->folder != NULL)
    // Translators: %s is a folder.
    take (section, _ ("The shared folder"),
          g_strdup_printf (
              _ ("%s. What Spil puts there is encrypted and signed: who manages the folder cannot read it."),
              sharing->folder));
  add (
      section, _ ("Settings"),
      _ ("How the windows look and what you chose in the preferences, in the settings of your account on this laptop."));
  add (section, _ ("Files that you make"),
       _ ("Reports, exports and letters stay where you saved them. Spil does not erase them for you."));
  return TRUE;
}

/* How much */

static gboolean
add_counts (GPtrArray *sections, SpilStore *store, GError **error)
{
  static const int entities[] = { SPIL_ENTITY_ORGANISATION,  SPIL_ENTITY_PERSON,
                                  SPIL_ENTITY_CONTACT,       SPIL_ENTITY_NEXT_ACTION,
                                  SPIL_ENTITY_PARTICIPATION, SPIL_ENTITY_APPLICATION,
                                  SPIL_ENTITY_ACTUAL,        SPIL_ENTITY_RISK };
  SpilDataSection *section = begin (sections, _ ("How much there is"));

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entities[i]));
    int64_t n;

    if (!spil_store_count (store, query, &n, error))
      return FALSE;
    if (n > 0)
      take (section, spil_entity_label_plural (spil_entity (entities[i])), spil_integer_format (n));
  }
  section->figures = section->rows->len > 0;
  if (!section->figures)
    add (section, _ ("Nothing yet"), _ ("Nothing has been written down."));
  return TRUE;
}

/* Who */

static void
add_readers (GPtrArray *sections, const SpilDataSharing *sharing)
{
  SpilDataSection *section = begin (sections, _ ("Who can read it"));

  add (
      section, _ ("On this laptop"),
      _ ("Who logs in with your account, and who manages the laptop. The files are closed to other accounts, but Spil does not encrypt them: for that the disk of the laptop has to be encrypted. Ask your administrator whether it is."));
  if (sharing->folder == NULL)
    add (section, _ ("Elsewhere"),
         _ ("Nobody: these data are only on this laptop, apart from copies and files that you made."));
  for (guint i = 0; sharing->members != NULL && i < sharing->members->len; i++)
    add (section, _ ("Works together"), sharing->members->pdata[i]);
}

/* How long */

static gboolean
add_periods (GPtrArray *sections, SpilStore *store, GError **error)
{
  SpilDataSection *section = begin (sections, _ ("For how long"));
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_RETENTION_RULE);
  g_autoptr (SpilQuery) query = spil_query_new (entity);
  g_autoptr (GPtrArray) rules = spil_store_list (store, query, error);

  for (guint i = 0; rules != NULL && i < rules->len; i++) {
    SpilRecord *rule = rules->pdata[i];
    g_autofree char *category = spil_record_format (rule, SPIL_RETENTION_RULE_CATEGORY);
    const int months = (int) spil_record_get_integer (rule, SPIL_RETENTION_RULE_MONTHS);

    if (months > 0)
      take (section, category, g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months));
  }
  if (rules == NULL)
    return FALSE;
  if (section->rows->len == 0)
    add (section, _ ("No period"), _ ("No retention period was set: data stay until somebody erases them."));
  add (section, _ ("Who erases"),
       _ ("Spil shows what has been kept long enough; a person erases it. Nothing goes by itself."));
  add (
      section, _ ("Who did what"),
      _ ("The lines of who did what stay as long as the database. They say kinds and numbers, never what stands in the data; also an erasure has its line, which does not say of whom."));
  return TRUE;
}

/* What goes out, and what people can do */

static void
add_network (GPtrArray *sections, const SpilDataSharing *sharing)
{
  SpilDataSection *section = begin (sections, _ ("What leaves this laptop"));

  add (
      section, _ ("Over the network"),
      sharing->folder != NULL
          ? _ ("Only what goes to the shared folder, encrypted. Nothing else: no statistics of use, no look for updates.")
          : _ ("Nothing: no statistics of use, no look for updates."));
  add (section, _ ("Makers of Spil"), _ ("They get nothing, and cannot reach these data."));
  add (section, _ ("Never in the shared folder"),
       _ ("Drafts, settings, who did what on this laptop, and the key of this laptop."));
}

static void
add_rights (GPtrArray *sections)
{
  SpilDataSection *section = begin (sections, _ ("See, correct, erase"));

  add (section, _ ("To see"), _ ("Open the contact person and save the overview of personal data."));
  add (section, _ ("To correct"), _ ("Change the contact person; a contact moment gets a correction."));
  add (
      section, _ ("To erase"),
      _ ("Open the contact person and erase the personal data: here, and with the next synchronisation on all laptops. Not in copies and files that were made before."));
}

GPtrArray *
spil_data_report_gather (SpilStore *store, const SpilDataSharing *sharing, GError **error)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (section_free);

  if (!add_places (sections, store, sharing, error) || !add_counts (sections, store, error))
    return NULL;
  add_readers (sections, sharing);
  if (!add_periods (sections, store, error))
    return NULL;
  add_network (sections, sharing);
  add_rights (sections);
  return g_steal_pointer (&sections);
}
