// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-demo.h"

#include <glib/gi18n-lib.h>

#include "spil-demo-private.h"
#include "spil-exchange-error.h"

#define SEED UINT64_C (20180731)

SpilId
spil_demo_row (SpilDemo *self, const char *key)
{
  const SpilTemplateRow *row = spil_template_keys_lookup (self->keys, key);

  g_assert (row != NULL);
  return row->id;
}

/* The demo's own file for that template. */
static SpilTemplate *
load_addition (const char *template_id, GError **error)
{
  g_autofree char *dir = spil_fiction_dir ();
  g_autofree char *name = g_strconcat (template_id, "-demo.json", NULL);
  g_autofree char *path = g_build_filename (dir, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return spil_template_load_file (path, error);
  g_set_error (error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
               _ ("There is no demo for template “%s” (looked for “%s”); choose template “%s”."), template_id,
               path, SPIL_DEMO_TEMPLATE);
  return NULL;
}

/* Adds the rows of the demo's file and the invented ones to one action. */
static SpilAction *
invent (SpilTemplate *addition, SpilTemplateKeys *keys, SpilIdSeries *ids, GError **error)
{
  g_autoptr (SpilFiction) fiction = spil_fiction_load (error);
  g_autoptr (SpilAction)
      action = fiction != NULL ? spil_template_make_action (addition, keys, spil_id_series_next, ids, error)
                               : NULL;
  g_autoptr (GArray) employers = g_array_new (FALSE, TRUE, sizeof (SpilInvented));
  SpilDemo demo = {
    .keys = keys,
    .first = spil_day_from_ymd (2018, 1, 8),
    .today = spil_day_from_ymd (2018, 11, 15),
    .employers = employers,
  };

  if (action == NULL)
    return NULL;
  g_free (action->label);
  action->label = g_strdup (_ ("Demo data added"));
  if (spil_inventor_init (&demo.inventor, fiction, SEED, keys, error)) {
    demo.inventor.action = action;
    spil_demo_add_relations (&demo);
    spil_demo_add_toolkit (&demo);
    spil_demo_add_fund (&demo);
    spil_demo_add_duplicates (&demo);
    spil_demo_add_scans (&demo);
    spil_demo_add_alliance (&demo);
    spil_demo_add_planning (&demo);
  } else {
    g_clear_pointer (&action, spil_action_free);
  }
  spil_inventor_clear (&demo.inventor);
  return g_steal_pointer (&action);
}

gboolean
spil_demo_make (SpilStore *store, const char *template_id, GError **error)
{
  g_autoptr (SpilTemplateKeys) keys = spil_template_keys_new ();
  g_autoptr (SpilTemplate) template = NULL;
  g_autoptr (SpilTemplate) addition = NULL;
  g_autoptr (SpilAction) plan = NULL;
  g_autoptr (SpilAction) demo = NULL;
  SpilIdSeries ids = spil_id_series (SEED);

  if (template_id == NULL)
    template_id = SPIL_DEMO_TEMPLATE;
  template = spil_template_load (NULL, template_id, error);
  addition = template != NULL ? load_addition (template_id, error) : NULL;
  if (addition == NULL)
    return FALSE;
  // Both are made before anything is written: what cannot be made leaves nothing behind.
  plan = spil_template_make_action (template, keys, spil_id_series_next, &ids, error);
  demo = plan != NULL ? invent (addition, keys, &ids, error) : NULL;
  return demo != NULL && spil_store_commit_bulk (store, plan, error) &&
         spil_store_commit_bulk (store, demo, error);
}

gboolean
spil_demo_play (SpilStore *store, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_SETTING));
  g_auto (SpilValue) key = spil_value_text ("demo_today");
  g_autoptr (GPtrArray) settings = NULL;
  SpilDay day = SPIL_DAY_NONE;

  spil_query_where (query, SPIL_SETTING_KEY, SPIL_COMPARE_EQUAL, &key);
  settings = spil_store_list (store, query, error);
  if (settings == NULL)
    return FALSE;
  if (settings->len > 0) {
    const char *text = spil_record_get_text (g_ptr_array_index (settings, 0), SPIL_SETTING_TEXT);

    if (text != NULL)
      spil_day_parse (text, &day);
  }
  spil_day_play (day);
  return TRUE;
}
