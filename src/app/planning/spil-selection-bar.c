// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-selection-bar.h"

#include <glib/gi18n-lib.h>

#include "spil-plan-table.h"

struct _SpilSelectionBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkBox *box;
  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (SpilSelectionBar, spil_selection_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

void
spil_selection_bar_set_task (SpilSelectionBar *self, const SpilPlanTaskRow *task)
{
  g_autofree char *dates = NULL;
  g_autofree char *slip = NULL;
  g_autofree char *against = NULL;
  g_autofree char *text = NULL;
  int days = 0;

  g_return_if_fail (SPIL_IS_SELECTION_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, task != NULL);
  if (task == NULL)
    return;
  dates = spil_plan_dup_dates (task);
  slip = spil_plan_dup_slip (task);
  spil_schedule_slip (&task->task, task->baseline_start, task->baseline_end, &days);
  if (days != 0)
    /* Translators: %s is "12 days later". */
    against = g_strdup_printf (_ ("%s than in the baseline"), slip);
  text = g_strjoin (" · ", dates, spil_task_status_label (task->status), against, NULL);
  gtk_label_set_text (self->title, task->name);
  gtk_label_set_text (self->subtitle, text);
}

static gboolean
is_narrow (SpilSelectionBar *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->box)) == GTK_ORIENTATION_VERTICAL;
}

static void
spil_selection_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    g_value_set_boolean (value, is_narrow (SPIL_SELECTION_BAR (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_selection_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    gtk_orientable_set_orientation (GTK_ORIENTABLE (SPIL_SELECTION_BAR (object)->box),
                                    g_value_get_boolean (value) ? GTK_ORIENTATION_VERTICAL
                                                                : GTK_ORIENTATION_HORIZONTAL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_selection_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_SELECTION_BAR);
  G_OBJECT_CLASS (spil_selection_bar_parent_class)->dispose (object);
}

static void
spil_selection_bar_class_init (SpilSelectionBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_selection_bar_get_property;
  object_class->set_property = spil_selection_bar_set_property;
  object_class->dispose = spil_selection_bar_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilSelectionBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilSelectionBar, box);
  gtk_widget_class_bind_template_child (widget_class, SpilSelectionBar, title);
  gtk_widget_class_bind_template_child (widget_class, SpilSelectionBar, subtitle);
}

static void
spil_selection_bar_init (SpilSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
