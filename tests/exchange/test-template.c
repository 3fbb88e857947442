// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-template.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spil-exchange-error.h"

#define HEADER "{\"id\":\"t\",\"format\":1,\"name\":{\"nl\":\"T\"},\"records\":["
#define PROGRAMME "{\"entity\":\"programme\",\"key\":\"p\",\"values\":{\"name\":\"P\"}}"

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dir = g_dir_make_tmp ("spil-template-XXXXXX", NULL);
  self->path = g_build_filename (self->dir, "t.json", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_rmdir (self->dir);
  g_free (self->path);
  g_free (self->dir);
}

/* Loads @text as a template and makes its action. */
static SpilAction *
make (Fixture *self, const char *text, GError **error)
{
  g_autoptr (SpilTemplate) template = NULL;

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  template = spil_template_load_file (self->path, error);
  return template != NULL ? spil_template_make_action (template, NULL, NULL, NULL, error) : NULL;
}

/* Bad templates, and what the sentence has to name. */
static const struct
{
  const char *text;
  const char *named;
} bad[] = {
  { "", "t.json" },
  { "{\n", "line 1" },
  { "[]", "object" },
  { "{\"id\":\"t\",\"format\":2,\"name\":{\"nl\":\"T\"},\"records\":[]}", "format" },
  { "{\"id\":\"u\",\"format\":1,\"name\":{\"nl\":\"T\"},\"records\":[]}", "id" },
  { "{\"id\":\"t\",\"format\":1,\"records\":[]}", "name" },
  { "{\"id\":\"t\",\"format\":1,\"name\":{\"nl\":\"T\"}}", "records" },
  { "{\"id\":\"t\",\"format\":1,\"name\":{\"nl\":\"T\"},\"records\":[],\"colour\":1}", "colour" },
  { HEADER "]}", "programme" },
  { HEADER "1]}", "record 1" },
  { HEADER "{\"entity\":\"programme\"}]}", "values" },
  { HEADER "{\"entity\":\"area\",\"values\":{\"name\":\"A\"}}]}", "begins with its programme" },
  { HEADER PROGRAMME "," PROGRAMME "]}", "record 2" },
  { HEADER PROGRAMME ",{\"entity\":\"planet\",\"values\":{}}]}", "planet" },
  { HEADER PROGRAMME ",{\"entity\":7,\"values\":{}}]}", "entity" },
  { HEADER PROGRAMME ",{\"entity\":\"area\",\"key\":\"a b\",\"values\":{}}]}", "a b" },
  { HEADER PROGRAMME ",{\"entity\":\"stage\",\"key\":\"p\",\"values\":{\"number\":1,\"name\":\"S\"}}]}",
    "“p”" },
  { HEADER PROGRAMME ",{\"entity\":\"area\",\"values\":{\"colour\":\"red\"}}]}", "colour" },
  { HEADER PROGRAMME ",{\"entity\":\"area\",\"values\":{\"programme\":\"@p\"}}]}", "programme" },
  { HEADER PROGRAMME ",{\"entity\":\"area\",\"values\":{\"name\":\"A\",\"kind\":\"street\"}}]}", "street" },
  { HEADER PROGRAMME ",{\"entity\":\"area\",\"values\":{\"name\":null}}]}", "name" },
  { HEADER PROGRAMME ",{\"entity\":\"area\",\"values\":{\"name\":\"\"}}]}", "name" },
  { HEADER PROGRAMME ",{\"entity\":\"area\",\"key\":\"a\",\"values\":{\"name\":\"A\"}}]}", "record 2 (“a”)" },
  { HEADER PROGRAMME ",{\"entity\":\"task\",\"values\":{\"name\":\"A\",\"start\":\"31-02-2018\"}}]}",
    "31-02-2018" },
  { HEADER PROGRAMME ",{\"entity\":\"task\",\"values\":{\"name\":\"A\",\"parent\":\"@x\"}}]}", "@x" },
  { HEADER PROGRAMME ",{\"entity\":\"task\",\"values\":{\"name\":\"A\",\"parent\":\"@p\"}}]}", "programme" },
  { HEADER PROGRAMME ",{\"entity\":\"budget_line\",\"values\":{\"amount\":\"12,5,3\"}}]}", "12,5,3" },
  { HEADER PROGRAMME ",{\"entity\":\"budget_line\",\"values\":{\"amount\":\"-5\"}}]}", "Amount" },
  { HEADER PROGRAMME ",{\"change\":\"x\",\"values\":{}}]}", "“x”" },
  { HEADER
    "{\"entity\":\"programme\",\"values\":{\"name\":\"P\",\"start\":\"2018-07-02\",\"end\":\"2018-07-01\"}}]}",
    "record 1" },
  { "{\"id\":\"t\",\"format\":1,\"name\":{\"nl\":\"T\"},\"extends\":\"u\",\"records\":[]}", "“u”" },
};

static void
test_template_bad (Fixture *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilAction) action = make (self, bad[i].text, &error);

    g_test_message ("%s", error != NULL ? error->message : bad[i].text);
    g_assert_null (action);
    g_assert_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, self->path));
    g_assert_nonnull (strstr (error->message, bad[i].named));
    g_assert_null (strchr (error->message, '\n'));
  }
}

static void
test_template_values (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilAction) action = make (
      self,
      HEADER PROGRAMME
      ",{\"entity\":\"task\",\"values\":{\"name\":\"A\",\"parent\":\"@b\",\"number\":1,\"milestone\":true}}"
      ",{\"entity\":\"task\",\"key\":\"b\",\"values\":{\"name\":\"B\"}}"
      ",{\"entity\":\"scheme\",\"values\":{\"name\":\"S\",\"ceiling\":\"1234.50\",\"own_share\":0.5}}]}",
      &error);
  const SpilChange *programme;
  const SpilChange *first;
  const SpilChange *second;
  const SpilChange *scheme;

  g_assert_no_error (error);
  g_assert_cmpuint (action->changes->len, ==, 4);
  programme = action->changes->pdata[0];
  first = action->changes->pdata[1];
  second = action->changes->pdata[2];
  scheme = action->changes->pdata[3];
  g_assert_cmpstr (spil_change_get (programme, SPIL_PROGRAMME_TEMPLATE)->text, ==, "t");
  g_assert_true (spil_id_equal (spil_change_get (first, SPIL_FIELD_PROGRAMME)->id, programme->id));
  g_assert_true (spil_id_equal (spil_change_get (first, SPIL_TASK_PARENT)->id, second->id));
  g_assert_cmpint (spil_change_get (first, SPIL_TASK_MILESTONE)->integer, ==, 1);
  g_assert_null (spil_change_get (first, SPIL_TASK_START));
  g_assert_cmpstr (spil_change_get (first, SPIL_TASK_ORDER)->text, <,
                   spil_change_get (second, SPIL_TASK_ORDER)->text);
  g_assert_cmpint (spil_change_get (scheme, SPIL_SCHEME_CEILING)->integer, ==, 123450);
  g_assert_cmpint (spil_change_get (scheme, SPIL_SCHEME_OWN_SHARE)->integer, ==, 500000);
}

static void
test_template_addition (Fixture *self, gconstpointer data)
{
  g_autoptr (SpilTemplateKeys) keys = spil_template_keys_new ();
  g_autoptr (SpilTemplate) base = NULL;
  g_autoptr (SpilTemplate) addition = NULL;
  g_autoptr (SpilAction) base_action = NULL;
  g_autoptr (SpilAction) action = NULL;
  g_autoptr (GError) error = NULL;
  const SpilChange *change;

  g_file_set_contents (self->path,
                       HEADER PROGRAMME ",{\"entity\":\"task\",\"key\":\"a\",\"values\":{\"name\":\"A\"}}]}",
                       -1, NULL);
  base = spil_template_load_file (self->path, &error);
  g_assert_no_error (error);
  base_action = spil_template_make_action (base, keys, NULL, NULL, &error);
  g_assert_no_error (error);

  g_file_set_contents (self->path,
                       "{\"id\":\"t\",\"format\":1,\"name\":{\"nl\":\"T\"},\"extends\":\"t\",\"records\":["
                       "{\"change\":\"a\",\"values\":{\"progress\":40}},"
                       "{\"entity\":\"task\",\"values\":{\"name\":\"B\",\"parent\":\"@a\"}}]}",
                       -1, NULL);
  addition = spil_template_load_file (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (spil_template_get_extends (addition), ==, "t");
  action = spil_template_make_action (addition, keys, NULL, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (action->changes->len, ==, 2);
  change = action->changes->pdata[0];
  g_assert_cmpint (change->kind, ==, SPIL_CHANGE_SET);
  g_assert_cmpuint (change->assignments->len, ==, 1);
  g_assert_cmpint (spil_change_get (change, SPIL_TASK_PROGRESS)->integer, ==, 40);
  change = action->changes->pdata[1];
  g_assert_cmpint (change->kind, ==, SPIL_CHANGE_ADD);
  g_assert_cmpstr (spil_change_get (change, SPIL_TASK_ORDER)->text, >,
                   spil_change_get (base_action->changes->pdata[1], SPIL_TASK_ORDER)->text);
  g_assert_true (spil_id_equal (spil_change_get (change, SPIL_FIELD_PROGRAMME)->id,
                                ((SpilChange *) base_action->changes->pdata[0])->id));
}

static void
test_template_list (Fixture *self, gconstpointer data)
{
  const char *const dirs[] = { self->dir, "/nonexistent", NULL };
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) none = spil_template_list (dirs, faults);
  g_autoptr (GPtrArray) shipped = spil_template_list (NULL, faults);
  g_autoptr (GPtrArray) broken = NULL;
  const SpilTemplateInfo *info;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (shipped->len, ==, 3);
  info = shipped->pdata[1];
  g_assert_cmpstr (info->id, ==, "werkgeversaanpak-2018");
  g_assert_cmpstr (info->name, ==, "Employer approach 2018");
  g_assert_cmpstr (info->description, !=, "");

  g_file_set_contents (self->path, "{", -1, NULL);
  broken = spil_template_list (dirs, faults);
  g_assert_cmpuint (broken->len, ==, 0);
  g_assert_cmpuint (faults->len, ==, 1);
}

static void
test_template_unknown (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = { "", "werkgeversaanpak-2017", "../templates/leeg", "/etc/passwd" };
  const char *const no_dirs[] = { self->dir, NULL };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (GError) fault = NULL;

    g_assert_null (spil_template_load (NULL, ids[i], &fault));
    g_assert_error (fault, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN);
    g_assert_nonnull (strstr (fault->message, "werkgeversaanpak-2018"));
  }
  g_assert_null (spil_template_load (no_dirs, "leeg", &error));
  g_assert_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, self->dir));
}

/* Every template that is shipped can be carried out. */
static void
test_template_shipped (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) infos = spil_template_list (NULL, NULL);

  for (guint i = 0; i < infos->len; i++) {
    const SpilTemplateInfo *info = infos->pdata[i];
    g_autoptr (GError) error = NULL;
    g_autoptr (SpilTemplate) template = spil_template_load (NULL, info->id, &error);
    g_autoptr (SpilAction)
        action = template != NULL ? spil_template_make_action (template, NULL, NULL, NULL, &error) : NULL;

    g_assert_no_error (error);
    g_assert_cmpuint (action->changes->len, >=, 1);
  }
}

int
main (int argc, char **argv)
{
  // The names of templates follow the language of the environment.
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/template/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("bad", test_template_bad);
  ADD ("values", test_template_values);
  ADD ("addition", test_template_addition);
  ADD ("list", test_template_list);
  ADD ("unknown", test_template_unknown);
  ADD ("shipped", test_template_shipped);
#undef ADD
  return g_test_run ();
}
