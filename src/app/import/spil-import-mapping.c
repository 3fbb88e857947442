// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-import-mapping.h"

#include <glib/gi18n-lib.h>

// How many of the texts of a column are shown.
#define MAX_SAMPLES 2

/* A field that can be chosen; the first choice is none. */
typedef struct
{
  const SpilEntity *entity;
  int field;
} Target;

/* What the choosers share. */
typedef struct
{
  SpilImportPlan *plan;
  GArray *targets; /* of Target */
  GListModel *words; /* their names */
} Mapping;

static void
mapping_free (gpointer data)
{
  Mapping *self = data;

  g_array_unref (self->targets);
  g_object_unref (self->words);
}

// "Contactpersoon: E-mail", "Naam". Free with g_free().
static char *
field_words (const SpilImportPlan *plan, const SpilEntity *entity, int field)
{
  const char *label = field == 0 ? _ ("Id in Spil") : spil_field_label (spil_entity_field (entity, field));

  if (entity == plan->entity)
    return g_strdup (label);
  // Translators: what a field belongs to, and the field: "Contact person: E-mail".
  return g_strdup_printf (_ ("%s: %s"), spil_entity_label (entity), label);
}

static void
add_target (Mapping *self, const SpilEntity *entity, int field)
{
  const Target target = { entity, field };
  g_autofree char *words = field_words (self->plan, entity, field);

  g_array_append_val (self->targets, target);
  gtk_string_list_append (GTK_STRING_LIST (self->words), words);
}

static Mapping *
mapping_new (SpilImportPlan *plan)
{
  Mapping *self = g_rc_box_new0 (Mapping);
  const SpilEntity *parts[SPIL_IMPORT_MAX_PARTS + 1];
  const Target none = { 0 };

  self->plan = plan;
  self->targets = g_array_new (FALSE, FALSE, sizeof (Target));
  self->words = G_LIST_MODEL (gtk_string_list_new (NULL));
  g_array_append_val (self->targets, none);
  gtk_string_list_append (GTK_STRING_LIST (self->words), _ ("Is not read in"));
  spil_import_parts (plan->entity, parts);
  for (int i = 0; parts[i] != NULL; i++)
    for (int j = 1; j < parts[i]->n_fields; j++)
      if (spil_import_can_field (plan->entity, parts[i], &parts[i]->fields[j]))
        add_target (self, parts[i], j);
  add_target (self, plan->entity, 0);
  return self;
}

static guint
find_target (const Mapping *self, const SpilImportColumn *column)
{
  for (guint i = 1; i < self->targets->len; i++) {
    const Target *target = &g_array_index (self->targets, Target, i);

    if (target->entity == column->entity && target->field == column->field)
      return i;
  }
  return 0;
}

static void
on_chosen_cb (AdwComboRow *row, GParamSpec *pspec, SpilImportColumn *column)
{
  const Mapping *self = g_object_get_data (G_OBJECT (row), "spil-mapping");
  const Target *target = &g_array_index (self->targets, Target, adw_combo_row_get_selected (row));

  column->entity = target->entity;
  column->field = target->field;
}

static char *
join_samples (GPtrArray *samples)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < samples->len && i < MAX_SAMPLES; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " · " : "", (const char *) samples->pdata[i]);
  return joined->len > 0 ? g_string_free_and_steal (joined)
                         : (g_string_free (joined, TRUE), g_strdup (_ ("Nothing stands in this column")));
}

static void
release_mapping (gpointer data)
{
  g_rc_box_release_full (data, mapping_free);
}

static GtkWidget *
make_row (Mapping *self, guint index, GPtrArray *samples)
{
  GtkWidget *row = adw_combo_row_new ();
  SpilImportColumn *column = g_ptr_array_index (self->plan->columns, index);
  g_autofree char *name = spil_import_plan_dup_column_name (self->plan, index);
  g_autofree char *title = column->header[0] != '\0' ? g_strdup (name)
                                                     : g_strdup_printf (_ ("Column %s"), name);
  g_autofree char *subtitle = join_samples (samples);
  g_autoptr (GtkExpression) words = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), words);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), self->words);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_target (self, column));
  g_object_set_data_full (G_OBJECT (row), "spil-mapping", g_rc_box_acquire (self), release_mapping);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_chosen_cb), column);
  return row;
}

void
spil_import_mapping_fill (SpilRowGroup *group, SpilImportPlan *plan, GPtrArray *samples)
{
  Mapping *mapping = mapping_new (plan);

  spil_row_group_begin (group);
  for (guint i = 0; i < plan->columns->len && i < samples->len; i++)
    spil_row_group_append (group, make_row (mapping, i, samples->pdata[i]));
  spil_row_group_end (group, NULL);
  release_mapping (mapping);
}
