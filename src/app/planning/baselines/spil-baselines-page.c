// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-baselines-page.h"

#include <glib/gi18n-lib.h>

#include "spil-baseline-dialog.h"
#include "spil-baseline-words.h"
#include "spil-columns.h"
#include "spil-comparison-page.h"
#include "spil-entity.h"
#include "spil-row-group.h"

struct _SpilBaselinesPage
{
  SpilPage parent_instance;

  SpilRowGroup *baselines;
};

G_DEFINE_FINAL_TYPE (SpilBaselinesPage, spil_baselines_page, SPIL_TYPE_PAGE)

static guint chosen;

/* What the page shows. */
typedef struct
{
  SpilPlan *plan;
  GPtrArray *baselines; /**< of SpilPlanBaselineFigures */
} Data;

static void
data_free (Data *data)
{
  g_clear_pointer (&data->plan, spil_plan_free);
  g_clear_pointer (&data->baselines, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (Data) data = g_new0 (Data, 1);

  if ((data->plan = spil_plan_query (store, SPIL_PLAN_NO_BASELINE, spil_day_today (), error)) == NULL ||
      (data->baselines = spil_plan_baselines_query (store, error)) == NULL)
    return NULL;
  return g_steal_pointer (&data);
}

static void
on_chosen_cb (SpilBaselinesPage *self, const SpilId *id)
{
  g_signal_emit (self, chosen, 0, id);
}

static void
on_row_activated_cb (SpilBaselinesPage *self, GtkWidget *row)
{
  const SpilId *id = g_object_get_data (G_OBJECT (row), "spil-baseline");
  SpilPage *page = spil_comparison_page_new (spil_page_get_worker (SPIL_PAGE (self)), *id);

  g_signal_connect_object (page, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  spil_page_push (SPIL_PAGE (self), page);
}

static GtkWidget *
baseline_row (SpilBaselinesPage *self, const SpilPlanBaselineFigures *baseline, const SpilPlan *plan)
{
  g_autofree char *facts = spil_baseline_dup_facts (baseline);
  g_autofree char *slip = spil_baseline_dup_end_slip (baseline, plan);
  GtkWidget *row = spil_text_row_new (baseline->name, facts, slip);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "spil-baseline", g_memdup2 (&baseline->id, sizeof (SpilId)),
                          g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilBaselinesPage *self = SPIL_BASELINES_PAGE (page);
  const Data *data = loaded;

  if (data->baselines->len == 0)
    spil_page_set_empty (
        page, _ ("No baselines yet"),
        _ ("A baseline keeps the planning as it is agreed now. Later you see under each bar how far it has moved."),
        _ ("Set baseline"), "baselines.add");
  spil_row_group_begin (self->baselines);
  for (guint i = 0; i < data->baselines->len; i++)
    spil_row_group_append (self->baselines, baseline_row (self, data->baselines->pdata[i], data->plan));
  spil_row_group_end (self->baselines, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "baselines.add", data->plan->tasks->len > 0);
}

static void
add (SpilPage *page)
{
  const Data *data = spil_page_get_data (page);

  if (data != NULL && data->plan->tasks->len > 0)
    spil_baseline_dialog_present (spil_page_get_worker (page), data->plan, GTK_WIDGET (page));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (SPIL_PAGE (widget));
}

static void
spil_baselines_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_BASELINES_PAGE);
  G_OBJECT_CLASS (spil_baselines_page_parent_class)->dispose (object);
}

static void
spil_baselines_page_class_init (SpilBaselinesPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_TASK, SPIL_ENTITY_BASELINE, SPIL_ENTITY_BASELINE_TASK,
                                  SPIL_ENTITY_TASK_JOURNAL, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_baselines_page_dispose;
  page_class->entities = entities;
  page_class->help = "planning";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  page_class->icon = "spil-planning-symbolic";
  page_class->add = add;
  chosen = g_signal_new ("chosen", SPIL_TYPE_BASELINES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                         G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_install_action (widget_class, "baselines.add", NULL, add_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-baselines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilBaselinesPage, baselines);
}

static void
spil_baselines_page_init (SpilBaselinesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_baselines_page_new (SpilWorker *worker)
{
  return g_object_new (SPIL_TYPE_BASELINES_PAGE, "worker", worker, NULL);
}
