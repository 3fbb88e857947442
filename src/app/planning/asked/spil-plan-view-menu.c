// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-view-menu.h"

#include <glib/gi18n-lib.h>

struct _SpilPlanViewMenu
{
  GtkPopover parent_instance;

  SpilPlanAsked *asked; /**< borrowed */
  GArray *baselines; /**< of SpilId: what can be compared with, in the order of the list */
  SpilId latest; /**< the latest baseline; nil: there is none */
  gboolean updating; /**< the rows are set by the program */

  AdwComboRow *group;
  AdwComboRow *baseline;
  AdwSwitchRow *critical;
  AdwSwitchRow *slack;
};

G_DEFINE_FINAL_TYPE (SpilPlanViewMenu, spil_plan_view_menu, GTK_TYPE_POPOVER)

enum
{
  CHANGED,
  COMPARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The groups in the order of the list. */
static const SpilPlanGroup groups[] = { SPIL_PLAN_GROUP_NONE, SPIL_PLAN_GROUP_ACTION_LINE,
                                        SPIL_PLAN_GROUP_AREA, SPIL_PLAN_GROUP_OWNER };

static void
on_changed_cb (SpilPlanViewMenu *self)
{
  guint group = adw_combo_row_get_selected (self->group);

  if (self->updating || self->asked == NULL)
    return;
  self->asked->group = group < G_N_ELEMENTS (groups) ? groups[group] : SPIL_PLAN_GROUP_NONE;
  self->asked->critical = adw_switch_row_get_active (self->critical);
  self->asked->slack = adw_switch_row_get_active (self->slack);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_compared_cb (SpilPlanViewMenu *self)
{
  guint at = adw_combo_row_get_selected (self->baseline);

  if (self->updating || self->asked == NULL || at >= self->baselines->len)
    return;
  self->asked->baseline = g_array_index (self->baselines, SpilId, at);
  g_signal_emit (self, signals[COMPARED], 0);
}

/* The actions open dialogs of the page: the popover goes first. */
static void
on_button_cb (SpilPlanViewMenu *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Nil asks for the latest one, which has a place of its own in the list. */
static guint
find_baseline (SpilPlanViewMenu *self)
{
  SpilId asked = spil_id_is_nil (self->asked->baseline) ? self->latest : self->asked->baseline;

  for (guint i = 0; i < self->baselines->len; i++)
    if (spil_id_equal (g_array_index (self->baselines, SpilId, i), asked))
      return i;
  return 0;
}

static void
update (SpilPlanViewMenu *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (groups[i] == self->asked->group)
      adw_combo_row_set_selected (self->group, i);
  adw_combo_row_set_selected (self->baseline, find_baseline (self));
  adw_switch_row_set_active (self->critical, self->asked->critical);
  adw_switch_row_set_active (self->slack, self->asked->slack);
  self->updating = FALSE;
}

static void
spil_plan_view_menu_show (GtkWidget *widget)
{
  SpilPlanViewMenu *self = SPIL_PLAN_VIEW_MENU (widget);

  if (self->asked != NULL)
    update (self);
  GTK_WIDGET_CLASS (spil_plan_view_menu_parent_class)->show (widget);
}

static void
spil_plan_view_menu_dispose (GObject *object)
{
  SPIL_PLAN_VIEW_MENU (object)->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_PLAN_VIEW_MENU);
  G_OBJECT_CLASS (spil_plan_view_menu_parent_class)->dispose (object);
}

static void
spil_plan_view_menu_finalize (GObject *object)
{
  g_array_unref (SPIL_PLAN_VIEW_MENU (object)->baselines);
  G_OBJECT_CLASS (spil_plan_view_menu_parent_class)->finalize (object);
}

static void
spil_plan_view_menu_class_init (SpilPlanViewMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_plan_view_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_plan_view_menu_finalize;
  widget_class->show = spil_plan_view_menu_show;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_PLAN_VIEW_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[COMPARED] = g_signal_new ("compared", SPIL_TYPE_PLAN_VIEW_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-plan-view-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilPlanViewMenu, group);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanViewMenu, baseline);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanViewMenu, critical);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanViewMenu, slack);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_compared_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_button_cb);
}

static void
spil_plan_view_menu_init (SpilPlanViewMenu *self)
{
  self->updating = TRUE;
  self->baselines = g_array_new (FALSE, FALSE, sizeof (SpilId));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

void
spil_plan_view_menu_set_asked (SpilPlanViewMenu *self, SpilPlanAsked *asked)
{
  g_return_if_fail (SPIL_IS_PLAN_VIEW_MENU (self));

  self->asked = asked;
}

static void
add_baseline (SpilPlanViewMenu *self, GtkStringList *list, SpilId id, const char *text)
{
  g_array_append_val (self->baselines, id);
  gtk_string_list_append (list, text);
}

void
spil_plan_view_menu_set_plan (SpilPlanViewMenu *self, const SpilPlan *plan)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  gboolean reported = FALSE;

  g_return_if_fail (SPIL_IS_PLAN_VIEW_MENU (self));

  g_array_set_size (self->baselines, 0);
  self->latest = SPIL_ID_NIL;
  add_baseline (self, list, SPIL_PLAN_NO_BASELINE, C_ ("compare with", "Nothing"));
  for (guint i = 0; i < plan->baselines->len; i++)
    reported |= !spil_id_is_nil (((SpilPlanBaselineRow *) plan->baselines->pdata[i])->report);
  if (reported)
    add_baseline (self, list, SPIL_PLAN_SINCE_REPORT, _ ("Since the last report"));
  for (guint i = 0; i < plan->baselines->len; i++) {
    const SpilPlanBaselineRow *baseline = plan->baselines->pdata[i];

    if (i == 0)
      self->latest = baseline->id;
    add_baseline (self, list, baseline->id, baseline->name);
  }
  self->updating = TRUE;
  adw_combo_row_set_model (self->baseline, G_LIST_MODEL (list));
  self->updating = FALSE;
  if (self->asked != NULL)
    update (self);
}
