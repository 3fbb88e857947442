// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-task-page.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-fact-row.h"
#include "spil-plan-query.h"
#include "spil-plan-table.h"
#include "spil-record-dialog.h"

struct _SpilTaskPage
{
  SpilPage parent_instance;

  SpilId id;
  GPtrArray *rows; /* those that were filled in: pairs of group and row */

  AdwPreferencesGroup *dates;
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *before;
  AdwPreferencesGroup *after;
};

G_DEFINE_FINAL_TYPE (SpilTaskPage, spil_task_page, SPIL_TYPE_PAGE)

/* What the page shows; no task: it is gone. */
typedef struct
{
  SpilRecord *record;
  SpilPlan *plan;
  int place; /* of the task in the plan */
  char *action_line;
  char *parent;
  char *area;
} Data;

static void
data_free (Data *data)
{
  g_clear_object (&data->record);
  spil_plan_free (data->plan);
  g_free (data->action_line);
  g_free (data->parent);
  g_free (data->area);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_TASK_PAGE (page)->id, sizeof (SpilId));
}

static char *
title_of (SpilStore *store, SpilEntityNumber entity, SpilRecord *record, int field)
{
  return spil_store_dup_title (store, spil_entity (entity), spil_record_get_reference (record, field));
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *id = request;
  g_autoptr (Data) data = g_new0 (Data, 1);
  g_autoptr (GError) missing = NULL;

  data->plan = spil_plan_query (store, SPIL_ID_NIL, spil_day_today (), error);
  if (data->plan == NULL)
    return NULL;
  data->record = spil_store_get (store, spil_entity (SPIL_ENTITY_TASK), *id, &missing);
  if (data->record == NULL && g_error_matches (missing, SPIL_STORE_ERROR, SPIL_STORE_ERROR_NOT_FOUND))
    return NULL;
  if (data->record == NULL) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return NULL;
  }
  while (data->place < (int) data->plan->tasks->len &&
         !spil_id_equal (((SpilPlanTaskRow *) data->plan->tasks->pdata[data->place])->id, *id))
    data->place++;
  data->action_line = title_of (store, SPIL_ENTITY_ACTION_LINE, data->record, SPIL_TASK_ACTION_LINE);
  data->parent = title_of (store, SPIL_ENTITY_TASK, data->record, SPIL_TASK_PARENT);
  data->area = title_of (store, SPIL_ENTITY_AREA, data->record, SPIL_TASK_AREA);
  return g_steal_pointer (&data);
}

/* Rows */

static void
add_row (SpilTaskPage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, group);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (SpilTaskPage *self)
{
  for (guint i = 0; i < self->rows->len; i += 2)
    adw_preferences_group_remove (self->rows->pdata[i], self->rows->pdata[i + 1]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_fact (SpilTaskPage *self, AdwPreferencesGroup *group, int field, const char *value)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_TASK);

  add_row (self, group, spil_fact_row_new (spil_field_label (spil_entity_field (entity, field)), value));
}

static void
add_field (SpilTaskPage *self, AdwPreferencesGroup *group, SpilRecord *record, int field)
{
  add_row (self, group, spil_fact_row_new_for_field (record, field));
}

static void
fill_dates (SpilTaskPage *self, const Data *data)
{
  const SpilPlanTaskRow *task = data->plan->tasks->pdata[data->place];
  g_autofree char *start = spil_day_format (task->task.start);
  g_autofree char *end = spil_day_format (task->task.end);
  g_autofree char *progress = spil_plan_dup_progress (task);
  g_autofree char *slip = spil_plan_dup_slip (task);

  add_fact (self, self->dates, SPIL_TASK_START, start);
  add_fact (self, self->dates, SPIL_TASK_END, end);
  add_field (self, self->dates, data->record, SPIL_TASK_GROUND);
  add_field (self, self->dates, data->record, SPIL_TASK_DEADLINE);
  add_row (self, self->dates, spil_fact_row_new (_ ("Status"), spil_task_status_label (task->status)));
  add_row (self, self->dates, spil_fact_row_new (_ ("Progress"), progress));
  if (slip != NULL)
    add_row (self, self->dates, spil_fact_row_new (_ ("Against the baseline"), slip));
}

static void
fill_facts (SpilTaskPage *self, const Data *data)
{
  add_field (self, self->facts, data->record, SPIL_TASK_NUMBER);
  add_fact (self, self->facts, SPIL_TASK_ACTION_LINE, data->action_line);
  add_fact (self, self->facts, SPIL_TASK_PARENT, data->parent);
  add_field (self, self->facts, data->record, SPIL_TASK_OWNER);
  add_fact (self, self->facts, SPIL_TASK_AREA, data->area);
  add_field (self, self->facts, data->record, SPIL_TASK_NOTES);
}

/* Dependencies */

static char *
link_text (const SpilPlanLinkRow *link)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_DEPENDENCY), SPIL_DEPENDENCY_TYPE);
  const char *type = spil_field_choice_label (field, link->type);
  g_autofree char *lag = NULL;

  if (link->lag == 0)
    return g_strdup (type);
  lag = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day lag", "%d days lag", (gulong) ABS (link->lag)),
                         link->lag);
  return g_strdup_printf ("%s · %s", type, lag);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilAction *action = spil_action_new (_ ("Dependency removed"));
  SpilId id;

  if (spil_id_parse (g_variant_get_string (parameter, NULL), &id))
    spil_action_delete (action, spil_entity (SPIL_ENTITY_DEPENDENCY), id);
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (widget)), action, NULL, NULL);
}

static GtkWidget *
make_link_row (const SpilPlanLinkRow *link, const SpilPlanTaskRow *other)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *text = link_text (link);
  g_autofree char *label = g_strdup_printf (_ ("Remove the dependency with “%s”"), other->name);
  char id[SPIL_ID_TEXT_LENGTH + 1];

  spil_id_to_text (link->id, id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), other->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "task.remove-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
make_none_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("No dependencies"));
  gtk_widget_add_css_class (row, "dimmed");
  return row;
}

static void
fill_links (SpilTaskPage *self, const Data *data)
{
  GPtrArray *tasks = data->plan->tasks;
  int n_before = 0, n_after = 0;

  for (guint i = 0; i < data->plan->links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (data->plan->links, SpilPlanLinkRow, i);

    if (link->to_index == data->place && ++n_before > 0)
      add_row (self, self->before, make_link_row (link, tasks->pdata[link->from_index]));
    if (link->from_index == data->place && ++n_after > 0)
      add_row (self, self->after, make_link_row (link, tasks->pdata[link->to_index]));
  }
  if (n_before == 0)
    add_row (self, self->before, make_none_row ());
  if (n_after == 0)
    add_row (self, self->after, make_none_row ());
}

static void
add_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const int fields[] = { SPIL_DEPENDENCY_FROM, SPIL_DEPENDENCY_TO, SPIL_DEPENDENCY_TYPE,
                                SPIL_DEPENDENCY_LAG, 0 };
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_DEPENDENCY);
  SpilTaskPage *self = SPIL_TASK_PAGE (widget);
  g_autoptr (SpilRecord) preset = spil_record_new (entity, spil_id_new ());
  SpilRecordDialog *dialog;

  spil_record_set_reference (
      preset, g_str_equal (name, "task.add-before") ? SPIL_DEPENDENCY_TO : SPIL_DEPENDENCY_FROM, self->id);
  spil_record_set_integer (preset, SPIL_DEPENDENCY_TYPE, SPIL_LINK_TYPE_FINISH_START);
  dialog = spil_record_dialog_new_add (spil_page_get_worker (SPIL_PAGE (self)), entity, preset);
  spil_record_dialog_set_fields (dialog, fields);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_record_dialog_present_edit (spil_page_get_worker (SPIL_PAGE (widget)), spil_entity (SPIL_ENTITY_TASK),
                                   SPIL_TASK_PAGE (widget)->id, widget);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilTaskPage *self = SPIL_TASK_PAGE (page);
  const Data *data = loaded;
  g_autofree char *title = NULL;

  clear_rows (self);
  if (data == NULL || data->place >= (int) data->plan->tasks->len) {
    spil_page_pop (page);
    return;
  }
  spil_page_set_rows (page, &(SpilPageRow) { SPIL_ENTITY_TASK, self->id }, 1);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), spil_record_get_title (data->record));
  title = g_markup_escape_text (spil_record_get_title (data->record), -1);
  adw_preferences_group_set_title (self->dates, title);
  fill_dates (self, data);
  fill_facts (self, data);
  fill_links (self, data);
}

static void
spil_task_page_dispose (GObject *object)
{
  SpilTaskPage *self = SPIL_TASK_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_TASK_PAGE);
  G_OBJECT_CLASS (spil_task_page_parent_class)->dispose (object);
}

static void
spil_task_page_class_init (SpilTaskPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_TASK, SPIL_ENTITY_DEPENDENCY,  SPIL_ENTITY_BASELINE,
                                  SPIL_ENTITY_AREA, SPIL_ENTITY_ACTION_LINE, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_task_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  gtk_widget_class_install_action (widget_class, "task.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "task.add-before", NULL, add_link_action);
  gtk_widget_class_install_action (widget_class, "task.add-after", NULL, add_link_action);
  gtk_widget_class_install_action (widget_class, "task.remove-link", "s", remove_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-task-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, dates);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, before);
  gtk_widget_class_bind_template_child (widget_class, SpilTaskPage, after);
}

static void
spil_task_page_init (SpilTaskPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_task_page_new (SpilWorker *worker, SpilId id)
{
  SpilTaskPage *self = g_object_new (SPIL_TYPE_TASK_PAGE, "worker", worker, NULL);

  self->id = id;
  return SPIL_PAGE (self);
}
