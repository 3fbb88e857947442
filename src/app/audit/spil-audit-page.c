// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-page.h"

#include <glib/gi18n-lib.h>

#include "spil-audit-conditions.h"
#include "spil-audit-item.h"
#include "spil-audit-table.h"
#include "spil-audit-verdict.h"
#include "spil-export-list.h"
#include "spil-filter-line.h"
#include "spil-list-search.h"
#include "spil-number.h"
#include "spil-store-list-model.h"

struct _SpilAuditPage
{
  SpilPage parent_instance;

  SpilStoreListModel *model; /**< NULL until the page is first filled */

  SpilAuditVerdict *verdict;
  GtkSearchEntry *search;
  GtkToggleButton *filter_toggle;
  GtkRevealer *filters;
  SpilAuditConditions *conditions;
  SpilFilterLine *state;
  GtkStack *stack;
  SpilListTable *table;
};

G_DEFINE_FINAL_TYPE (SpilAuditPage, spil_audit_page, SPIL_TYPE_PAGE)

/* Loading */

typedef struct
{
  SpilAuditFacts *facts;
  int64_t n; /**< lines that the filter selects */
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->facts, spil_audit_facts_free);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

// What is asked, borrowed from the widgets.
static SpilAuditFilter
get_filter (SpilAuditPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  SpilAuditFilter filter = SPIL_AUDIT_FILTER_ALL;

  spil_audit_conditions_get (self->conditions, &filter);
  filter.text = text[0] != '\0' ? text : NULL;
  return filter;
}

static gpointer
prepare (SpilPage *page)
{
  const SpilAuditFilter filter = get_filter (SPIL_AUDIT_PAGE (page));

  return spil_audit_filter_copy (&filter);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);

  data->facts = spil_audit_facts (store, error);
  if (data->facts == NULL || !spil_audit_count (store, request, &data->n, error))
    return NULL;
  return g_steal_pointer (&data);
}

/* Showing */

static void
show_conditions (SpilAuditPage *self)
{
  spil_filter_line_begin (self->state);
  for (int i = 0; i < SPIL_AUDIT_N_CONDITIONS; i++) {
    g_autofree char *text = spil_audit_conditions_dup_text (self->conditions, (SpilAuditCondition) i);

    // What is seen above needs not be told again.
    if (text != NULL && !gtk_toggle_button_get_active (self->filter_toggle))
      spil_filter_line_add (self->state, i, text);
  }
  spil_filter_line_end (self->state);
}

static char *
dup_count (int64_t n, int64_t n_all)
{
  g_autofree char *shown = spil_integer_format (n);
  g_autofree char *all = spil_integer_format (n_all);

  if (n == n_all)
    // Translators: %s is a number.
    return g_strdup_printf (ngettext ("%s line", "%s lines", (gulong) n), shown);
  // Translators: both are numbers.
  return g_strdup_printf (ngettext ("%s of %s line", "%s of %s lines", (gulong) n_all), shown, all);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilAuditPage *self = SPIL_AUDIT_PAGE (page);
  const Data *data = loaded;
  const SpilAuditFilter filter = get_filter (self);
  g_autofree char *count = dup_count (data->n, data->facts->n);

  if (self->model == NULL) {
    self->model = spil_store_list_model_new (spil_page_get_worker (page), spil_audit_item_fetch);
    spil_list_table_set_model (self->table, G_LIST_MODEL (self->model));
  }
  spil_store_list_model_set_query (self->model, spil_audit_filter_copy (&filter),
                                   (GDestroyNotify) spil_audit_filter_free);
  spil_audit_conditions_set_facts (self->conditions, data->facts);
  spil_filter_line_set_count (self->state, count, TRUE);
  show_conditions (self);
  gtk_stack_set_visible_child_name (self->stack, data->n > 0 ? "list" : "nothing");
  spil_audit_verdict_check (self->verdict, spil_page_get_worker (page), data->facts->n);
}

/* Asking */

static void
on_changed_cb (SpilAuditPage *self)
{
  spil_list_table_scroll_to_top (self->table);
  spil_page_reload (SPIL_PAGE (self));
}

static void
on_filters_shown_cb (SpilAuditPage *self)
{
  if (spil_page_get_data (SPIL_PAGE (self)) != NULL)
    show_conditions (self);
}

static void
on_condition_dropped_cb (SpilAuditPage *self, int number)
{
  spil_audit_conditions_drop (self->conditions, (SpilAuditCondition) number);
}

static void
on_clear_cb (SpilAuditPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  spil_audit_conditions_clear (self->conditions);
}

static void
on_search_activated_cb (SpilAuditPage *self)
{
  spil_list_table_focus_first (self->table);
}

static void
on_search_stopped_cb (SpilAuditPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
search (SpilPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SPIL_AUDIT_PAGE (page)->search));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const SpilAuditFilter filter = get_filter (SPIL_AUDIT_PAGE (widget));

  gtk_widget_activate_action_variant (widget, "win.export-list",
                                      spil_export_list_new_audit_parameter (&filter));
}

/* Narrow windows: the conditions are behind a button */

static void
set_narrow (SpilAuditPage *self, gboolean narrow)
{
  spil_list_table_set_narrow (self->table, narrow);
  spil_audit_verdict_set_narrow (self->verdict, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_toggle), narrow);
  gtk_toggle_button_set_active (self->filter_toggle, !narrow);
}

static void
on_narrow_cb (SpilAuditPage *self)
{
  set_narrow (self, TRUE);
}

static void
on_wide_cb (SpilAuditPage *self)
{
  set_narrow (self, FALSE);
}

/* The class */

static void
spil_audit_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_AUDIT_PAGE);
  g_clear_object (&SPIL_AUDIT_PAGE (object)->model);
  G_OBJECT_CLASS (spil_audit_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-audit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilAuditPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, SpilAuditPage, search);
  gtk_widget_class_bind_template_child (widget_class, SpilAuditPage, filter_toggle);
  gtk_widget_class_bind_template_child (widget_class, SpilAuditPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SpilAuditPage, conditions);
  gtk_widget_class_bind_template_child (widget_class, SpilAuditPage, state);
  gtk_widget_class_bind_template_child (widget_class, SpilAuditPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilAuditPage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_condition_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

static void
spil_audit_page_class_init (SpilAuditPageClass *klass)
{
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_audit_page_dispose;
  // Each action of any kind has its line.
  page_class->all_changes = TRUE;
  page_class->prepare = prepare;
  page_class->free_request = (GDestroyNotify) spil_audit_filter_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  page_class->search = search;
  page_class->help = "audit";
  gtk_widget_class_install_action (widget_class, "audit.export", NULL, export_action);

  g_type_ensure (SPIL_TYPE_AUDIT_CONDITIONS);
  g_type_ensure (SPIL_TYPE_AUDIT_TABLE);
  g_type_ensure (SPIL_TYPE_AUDIT_VERDICT);
  g_type_ensure (SPIL_TYPE_FILTER_LINE);
  bind_template (widget_class);
}

static void
spil_audit_page_init (SpilAuditPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  spil_list_search_listen (self->search, GTK_WIDGET (self->stack));
}

SpilPage *
spil_audit_page_new (SpilWorker *worker)
{
  return g_object_new (SPIL_TYPE_AUDIT_PAGE, "worker", worker, NULL);
}
