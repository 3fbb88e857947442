// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "samples.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "driver.h"

char *
sample_write_list (const char *folder)
{
  char *path = g_build_filename (folder, "werkgevers.csv", NULL);
  g_autoptr (GString) list = g_string_new (
      "Bedrijfsnaam;KvK-nr;Adres;Postcode;Plaats;Aantal medewerkers;Contactpersoon;E-mail\r\n");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < SAMPLE_LIST_EMPLOYERS; i++)
    g_string_append_printf (
        list,
        "Verzonnen Bedrijf %d B.V.;%08d;Ertsweg %d;8028 PK;Zwolle;1.%03d;Ren\xe9 Verzonnen;"
        "rene@bedrijf%d.example\r\n",
        i, 20000000 + i, i + 1, i % 1000, i);
  g_string_append (list, "Verkeerd Geteld B.V.;30000000;Ertsweg 1;8028 PK;Zwolle;veel;;\r\n");
  g_string_append (list, "Totaal;;;;;12;;\r\n");
  g_file_set_contents (path, list->str, (gssize) list->len, &error);
  g_assert_no_error (error);
  return path;
}

char *
sample_add_employer (const char *data, const char *name, const char *phone)
{
  g_autofree char *with_name = g_strdup_printf ("name=%s", name);
  g_autofree char *with_phone = g_strdup_printf ("phone=%s", phone);

  return run_spilctl (data, (const char *[]) { "add", "organisation", with_name, "kind=employer",
                                               "town=Zwolle", with_phone, NULL });
}

void
sample_add_pair (const char *data)
{
  g_free (sample_add_employer (data, SAMPLE_PAIR_NAME, "038-5550199"));
  g_free (sample_add_employer (data, "GOUDEN PROEFKORST B.V.", "+31 38 555 01 99"));
}

char *
sample_make_pair (void)
{
  char *data = driver_make_data (DRIVER_PLAN);

  sample_add_pair (data);
  return data;
}

char *
sample_add_remembered (const char *data)
{
  char *id = run_spilctl (data, (const char *[]) { "add", "organisation", "name=" SAMPLE_REMEMBERED,
                                                   "kind=employer", "town=Hasselt", "kvk_number=69599084",
                                                   "phone=038-4440142", NULL });
  g_autofree char *organisation = g_strconcat ("organisation=", id, NULL);

  g_free (
      run_spilctl (data, (const char *[]) { "add", "person", organisation, "name=Toos Proefsleutel", NULL }));
  g_free (run_spilctl (data, (const char *[]) { "add", "contact", organisation, "kind=called",
                                                "time=2018-11-01T10:00:00Z", "broker=Bo",
                                                "summary=Pas op voor de waakgans bij de poort", NULL }));
  return id;
}

int
sample_count (const char *text, const char *part)
{
  int n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

char *
sample_read_pdf (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext",
                                                      "-layout", path, "-", NULL);
  char *text = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

void
sample_write_settings (const char *config, const char *lines)
{
  g_autofree char *folder = g_build_filename (config, "glib-2.0", "settings", NULL);
  g_autofree char *path = g_build_filename (folder, "keyfile", NULL);
  g_autofree char *text = g_strconcat ("[nl/regiozwolle/Spil]\n", lines, "\n", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}
