// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-link-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "spil-change.h"
#include "spil-entity.h"
#include "spil-plan-action.h"

#define MOST_LAG 999

struct _SpilLinkPopover
{
  GtkPopover parent_instance;

  SpilPlanLinkRow link;
  GtkWidget *type;
  GtkWidget *lag;
  GtkWidget *unit;
};

G_DEFINE_FINAL_TYPE (SpilLinkPopover, spil_link_popover, GTK_TYPE_POPOVER)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const int types[] = { SPIL_LINK_TYPE_FINISH_START, SPIL_LINK_TYPE_START_START,
                             SPIL_LINK_TYPE_FINISH_FINISH, SPIL_LINK_TYPE_START_FINISH };
static const int units[] = { SPIL_LAG_UNIT_WORKING, SPIL_LAG_UNIT_CALENDAR };

/* What is chosen */

static SpilRecord *
make_record (const SpilPlanLinkRow *link, int type, int lag, int unit)
{
  SpilRecord *record = spil_record_new (spil_entity (SPIL_ENTITY_DEPENDENCY), link->id);

  spil_record_set_integer (record, SPIL_DEPENDENCY_TYPE, type);
  spil_record_set_integer (record, SPIL_DEPENDENCY_LAG, lag);
  spil_record_set_integer (record, SPIL_DEPENDENCY_LAG_UNIT, unit);
  return record;
}

static void
on_save_cb (SpilLinkPopover *self)
{
  g_autoptr (SpilRecord)
      before = make_record (&self->link, self->link.type, self->link.lag, self->link.lag_unit);
  guint type = adw_combo_row_get_selected (ADW_COMBO_ROW (self->type));
  guint unit = adw_combo_row_get_selected (ADW_COMBO_ROW (self->unit));
  g_autoptr (SpilRecord) after = make_record (&self->link, types[MIN (type, G_N_ELEMENTS (types) - 1)],
                                              (int) adw_spin_row_get_value (ADW_SPIN_ROW (self->lag)),
                                              units[MIN (unit, G_N_ELEMENTS (units) - 1)]);
  SpilAction *action = spil_action_new (_ ("Dependency changed"));

  spil_action_set (action, before, after);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ANSWERED], 0, action);
}

static void
on_remove_cb (SpilLinkPopover *self)
{
  SpilAction *action = spil_action_new (_ ("Dependency removed"));

  spil_action_delete (action, spil_entity (SPIL_ENTITY_DEPENDENCY), self->link.id);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ANSWERED], 0, action);
}

/* What is shown */

static GtkWidget *
make_choice (const char *title, const char *const *labels, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  return row;
}

static guint
find (const int *values, gsize n_values, int value)
{
  for (guint i = 0; i < n_values; i++)
    if (values[i] == value)
      return i;
  return 0;
}

static GtkWidget *
make_rows (SpilLinkPopover *self)
{
  const char *const type_labels[] = { _ ("Starts after the end"), _ ("Starts after the start"),
                                      _ ("Ends after the end"), _ ("Ends after the start"), NULL };
  const char *const unit_labels[] = { _ ("Working days"), _ ("Calendar days"), NULL };
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->type = make_choice (_ ("Dependency"), type_labels,
                            find (types, G_N_ELEMENTS (types), self->link.type));
  self->lag = adw_spin_row_new_with_range (-MOST_LAG, MOST_LAG, 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->lag), _ ("Time between"));
  adw_spin_row_set_value (ADW_SPIN_ROW (self->lag), self->link.lag);
  self->unit = make_choice (_ ("Counted in"), unit_labels,
                            find (units, G_N_ELEMENTS (units), self->link.lag_unit));
  gtk_list_box_append (GTK_LIST_BOX (list), self->type);
  gtk_list_box_append (GTK_LIST_BOX (list), self->lag);
  gtk_list_box_append (GTK_LIST_BOX (list), self->unit);
  return list;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_buttons (SpilLinkPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_with_mnemonic (_ ("_Remove"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save"));

  gtk_widget_add_css_class (remove, "destructive-action");
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_hexpand (save, TRUE);
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (on_remove_cb), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (on_save_cb), self);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_box_append (GTK_BOX (box), save);
  gtk_popover_set_default_widget (GTK_POPOVER (self), save);
  return box;
}

GtkWidget *
spil_link_popover_new (const SpilPlan *plan, int link)
{
  SpilLinkPopover *self = g_object_new (SPIL_TYPE_LINK_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *from = NULL;

  self->link = g_array_index (plan->links, SpilPlanLinkRow, link);
  /* Translators: %s is the activity that another one depends on. */
  from = g_strdup_printf (_ ("after %s"), spil_plan_get_task (plan, self->link.from_index)->name);
  gtk_box_append (GTK_BOX (names),
                  make_label (spil_plan_get_task (plan, self->link.to_index)->name, "heading"));
  gtk_box_append (GTK_BOX (names), make_label (from, "dimmed"));
  gtk_box_append (GTK_BOX (box), names);
  gtk_box_append (GTK_BOX (box), make_rows (self));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Dependency"), -1);
  return GTK_WIDGET (self);
}

static void
spil_link_popover_class_init (SpilLinkPopoverClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_DIALOG);
  signals[ANSWERED] = g_signal_new ("answered", SPIL_TYPE_LINK_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
spil_link_popover_init (SpilLinkPopover *self)
{
}
