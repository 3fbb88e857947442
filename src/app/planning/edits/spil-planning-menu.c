// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The menu for what is selected in the planning, and what a click on an arrow opens. */
#include <glib/gi18n-lib.h>

#include "spil-link-popover.h"
#include "spil-plan-keys.h"
#include "spil-planning-edits.h"

/* The actions of the menu in groups; a group with a title has a menu of its own. */
static const struct
{
  const char *title;
  const char *names[8];
} groups[] = {
  { NULL, { "edit", "details" } },
  { NULL, { "add", "add-milestone" } },
  { N_ ("Dates"), { "earlier", "later", "shorter", "longer" } },
  { N_ ("Place in the planning"), { "indent", "outdent", "raise", "lower", "toggle" } },
  { N_ ("Dependencies"), { "link", "unlink" } },
  { NULL, { "cut", "copy", "paste", "delete" } },
};

static const SpilPlanKey *
find_key (const char *name)
{
  gsize n_keys;
  const SpilPlanKey *keys = spil_plan_keys (&n_keys);

  for (gsize i = 0; i < n_keys; i++)
    if (keys[i].action != NULL && g_str_equal (keys[i].action + strlen ("planning."), name))
      return &keys[i];
  return NULL;
}

static void
add_item (GMenu *section, const char *name)
{
  const SpilPlanKey *key = find_key (name);
  g_autoptr (GMenuItem) item = NULL;

  g_return_if_fail (key != NULL);

  item = g_menu_item_new (_ (key->title), key->action);
  g_menu_item_set_attribute (item, "accel", "s", key->keys);
  g_menu_append_item (section, item);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenuModel) columns = spil_planning_make_column_menu ();

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++) {
    g_autoptr (GMenu) section = g_menu_new ();

    for (gsize j = 0; groups[i].names[j] != NULL; j++)
      add_item (section, groups[i].names[j]);
    if (groups[i].title != NULL)
      g_menu_append_submenu (own, _ (groups[i].title), G_MENU_MODEL (section));
    else
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    if (groups[i].title != NULL && groups[i + 1].title == NULL)
      g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  }
  g_menu_append_submenu (view, _ ("Columns"), columns);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  return G_MENU_MODEL (menu);
}

/* The popover lives as long as it is open: what it was opened with may be gone after. */
static gboolean
unparent (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent, g_object_ref (popover), g_object_unref);
}

// Opens a popover at that place of the view; it goes away when it is closed.
static void
pop_up (SpilPlanningPage *self, GtkWidget *popover, const GdkRectangle *place)
{
  gtk_widget_set_parent (popover, GTK_WIDGET (self->view));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_menu_wanted_cb (SpilPlanningPage *self, const GdkRectangle *place, gboolean header)
{
  g_autoptr (GMenuModel) menu = header ? spil_planning_make_column_menu () : make_menu ();
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  pop_up (self, popover, place);
}

static int
find_link (SpilPlanningPage *self, int index)
{
  SpilPlan *plan = spil_planning_get_plan (self);
  int from, to;

  if (plan == NULL || !spil_gantt_get_link (spil_plan_view_get_gantt (self->view), index, &from, &to))
    return -1;
  from = spil_planning_task_of_row (self, from);
  to = spil_planning_task_of_row (self, to);
  for (guint i = 0; i < plan->links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);

    if (link->from_index == from && link->to_index == to)
      return (int) i;
  }
  return -1;
}

static void
on_link_answered_cb (SpilPlanningPage *self, SpilAction *action)
{
  spil_planning_commit (self, action);
}

static void
on_link_activated_cb (SpilPlanningPage *self, int index, const GdkRectangle *place)
{
  int link = find_link (self, index);
  GtkWidget *popover;

  if (link < 0 || spil_planning_is_read_only (self))
    return;
  popover = spil_link_popover_new (spil_planning_get_plan (self), link);
  g_signal_connect_object (popover, "answered", G_CALLBACK (on_link_answered_cb), self, G_CONNECT_SWAPPED);
  pop_up (self, popover, place);
}

void
spil_planning_bind_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_menu_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_link_activated_cb);
}
