// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-scheme-page.h"

#include <glib/gi18n-lib.h>

#include "spil-columns.h"
#include "spil-entry-list.h"
#include "spil-fact-grid.h"
#include "spil-record-dialog.h"
#include "spil-row-group.h"

struct _SpilSchemePage
{
  SpilPage parent_instance;

  SpilId scheme;

  GtkLabel *name;
  SpilFactGrid *terms;
  SpilRowGroup *line;
  SpilEntryList *requirements;
  SpilEntryList *accountability;
  SpilEntryList *grounds;
};

G_DEFINE_FINAL_TYPE (SpilSchemePage, spil_scheme_page, SPIL_TYPE_PAGE)

// The terms, in the order in which a scheme is read.
static const int term_fields[] = {
  SPIL_SCHEME_CEILING,
  SPIL_SCHEME_VAT,
  SPIL_SCHEME_OWN_SHARE,
  SPIL_SCHEME_OTHER_IS_OWN,
  SPIL_SCHEME_APPLICATION_CEILING,
  SPIL_SCHEME_APPLICATION_CEILING_SOURCE,
  SPIL_SCHEME_ADVANCE_SHARE,
  SPIL_SCHEME_OPENS,
  SPIL_SCHEME_CLOSES,
  SPIL_SCHEME_ORDER_RULE,
  SPIL_SCHEME_DECIDE_DAYS,
  SPIL_SCHEME_ACCOUNT_DAYS,
  SPIL_SCHEME_NOTES,
};

/* Loading */

typedef struct
{
  SpilRecord *record;
  char *line; /* name of its budget line; NULL: none */
  GPtrArray *requirements; /* at application */
  GPtrArray *accountability;
  GPtrArray *grounds;
} Data;

static void
data_free (gpointer data)
{
  Data *self = data;

  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_clear_pointer (&self->requirements, g_ptr_array_unref);
  g_clear_pointer (&self->accountability, g_ptr_array_unref);
  g_clear_pointer (&self->grounds, g_ptr_array_unref);
  g_free (self->line);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_SCHEME_PAGE (page)->scheme, sizeof (SpilId));
}

static GPtrArray *
list_requirements (SpilStore *store, SpilId scheme, int step, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_REQUIREMENT));

  spil_query_where_reference (query, SPIL_REQUIREMENT_SCHEME, scheme);
  spil_query_where_integer (query, SPIL_REQUIREMENT_STEP, SPIL_COMPARE_EQUAL, step);
  spil_query_sort (query, SPIL_REQUIREMENT_ORDER, FALSE);
  return spil_store_list (store, query, error);
}

static GPtrArray *
list_grounds (SpilStore *store, SpilId scheme, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_REFUSAL_GROUND));

  spil_query_where_reference (query, SPIL_REFUSAL_GROUND_SCHEME, scheme);
  spil_query_sort (query, SPIL_REFUSAL_GROUND_ORDER, FALSE);
  return spil_store_list (store, query, error);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *scheme = request;
  g_autoptr (Data) self = g_new0 (Data, 1);
  g_autoptr (GError) local = NULL;

  self->record = spil_store_get (store, spil_entity (SPIL_ENTITY_SCHEME), *scheme, &local);
  if (self->record == NULL) {
    if (!g_error_matches (local, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
      g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (!spil_record_is_null (self->record, SPIL_SCHEME_LINE))
    self->line = spil_store_dup_title (store, spil_entity (SPIL_ENTITY_BUDGET_LINE),
                                       spil_record_get_reference (self->record, SPIL_SCHEME_LINE));
  self->requirements = list_requirements (store, *scheme, SPIL_ASSESSMENT_STEP_ESTIMATE, error);
  if (self->requirements == NULL)
    return NULL;
  self->accountability = list_requirements (store, *scheme, SPIL_ASSESSMENT_STEP_SETTLEMENT, error);
  if (self->accountability == NULL)
    return NULL;
  self->grounds = list_grounds (store, *scheme, error);
  return self->grounds != NULL ? g_steal_pointer (&self) : NULL;
}

/* Showing */

static void
fill_requirements (SpilSchemePage *self, SpilEntryList *list, int step, GPtrArray *records)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_REQUIREMENT), spil_id_new ());

  spil_record_set_reference (preset, SPIL_REQUIREMENT_SCHEME, self->scheme);
  spil_record_set_integer (preset, SPIL_REQUIREMENT_STEP, step);
  spil_entry_list_set_preset (list, preset);
  spil_entry_list_set_records (list, records);
}

static void
fill_grounds (SpilSchemePage *self, GPtrArray *records)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_REFUSAL_GROUND), spil_id_new ());

  spil_record_set_reference (preset, SPIL_REFUSAL_GROUND_SCHEME, self->scheme);
  spil_entry_list_set_preset (self->grounds, preset);
  spil_entry_list_set_records (self->grounds, records);
}

static void
fill_line (SpilSchemePage *self, const Data *data)
{
  spil_row_group_begin (self->line);
  if (data->line != NULL) {
    GtkWidget *row = spil_text_row_new (data->line, _ ("Budget line on which awards and payments are booked"),
                                        NULL);

    spil_text_row_open (row, SPIL_ENTITY_BUDGET_LINE,
                        spil_record_get_reference (data->record, SPIL_SCHEME_LINE));
    spil_row_group_append (self->line, row);
  }
  spil_row_group_end (self->line, _ ("No budget line is chosen: awards and payments are not booked."));
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilSchemePage *self = SPIL_SCHEME_PAGE (page);
  const Data *data = loaded;

  if (data == NULL) {
    spil_page_pop (page);
    return;
  }
  spil_page_set_rows (page, &(SpilPageRow) { SPIL_ENTITY_SCHEME, self->scheme }, 1);
  gtk_label_set_text (self->name, spil_record_get_title (data->record));
  spil_fact_grid_clear (self->terms);
  for (gsize i = 0; i < G_N_ELEMENTS (term_fields); i++)
    spil_fact_grid_add_field (self->terms, data->record, term_fields[i]);
  fill_line (self, data);
  fill_requirements (self, self->requirements, SPIL_ASSESSMENT_STEP_ESTIMATE, data->requirements);
  fill_requirements (self, self->accountability, SPIL_ASSESSMENT_STEP_SETTLEMENT, data->accountability);
  fill_grounds (self, data->grounds);
}

/* Doing */

static void
on_edit_clicked_cb (SpilSchemePage *self)
{
  const Data *data = spil_page_get_data (SPIL_PAGE (self));

  if (data != NULL)
    adw_dialog_present (
        ADW_DIALOG (spil_record_dialog_new_edit (spil_page_get_worker (SPIL_PAGE (self)), data->record)),
        GTK_WIDGET (self));
}

/* The class */

static void
spil_scheme_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_SCHEME_PAGE);
  G_OBJECT_CLASS (spil_scheme_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-scheme-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilSchemePage, name);
  gtk_widget_class_bind_template_child (widget_class, SpilSchemePage, terms);
  gtk_widget_class_bind_template_child (widget_class, SpilSchemePage, line);
  gtk_widget_class_bind_template_child (widget_class, SpilSchemePage, requirements);
  gtk_widget_class_bind_template_child (widget_class, SpilSchemePage, accountability);
  gtk_widget_class_bind_template_child (widget_class, SpilSchemePage, grounds);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
}

static void
spil_scheme_page_class_init (SpilSchemePageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_SCHEME, SPIL_ENTITY_REQUIREMENT, SPIL_ENTITY_REFUSAL_GROUND,
                                  SPIL_ENTITY_BUDGET_LINE, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_scheme_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->help = "fund";
  page_class->load = load;
  page_class->free_data = data_free;
  page_class->fill = fill;
  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ENTRY_LIST);
  g_type_ensure (SPIL_TYPE_FACT_GRID);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_scheme_page_init (SpilSchemePage *self)
{
  static const int requirement_fields[] = { SPIL_REQUIREMENT_NAME, 0 };
  static const int ground_fields[] = { SPIL_REFUSAL_GROUND_NAME, SPIL_REFUSAL_GROUND_RULE, 0 };

  gtk_widget_init_template (GTK_WIDGET (self));
  spil_entry_list_set_up (self->requirements, requirement_fields, SPIL_REQUIREMENT_ORDER,
                          _ ("Add what an application has to hold"));
  spil_entry_list_set_up (self->accountability, requirement_fields, SPIL_REQUIREMENT_ORDER,
                          _ ("Add what the accountability has to hold"));
  spil_entry_list_set_up (self->grounds, ground_fields, SPIL_REFUSAL_GROUND_ORDER,
                          _ ("Add a ground for refusal"));
}

SpilPage *
spil_scheme_page_new (SpilWorker *worker, SpilId scheme)
{
  SpilSchemePage *self = g_object_new (SPIL_TYPE_SCHEME_PAGE, "worker", worker, NULL);

  self->scheme = scheme;
  return SPIL_PAGE (self);
}
