// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What people do with what is selected in the planning: the actions of the page, for keys and menu. */
#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-planning-edits.h"

void
spil_planning_enable (SpilPlanningPage *self, const char *action, gboolean enabled)
{
  g_autofree char *name = g_strconcat ("planning.", action, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), name, enabled);
}

static const int *
places_of (const GArray *tasks)
{
  return (const int *) (gconstpointer) tasks->data;
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean forward = g_str_equal (name, "planning.later") || g_str_equal (name, "planning.longer");
  gboolean only_finish = g_str_equal (name, "planning.shorter") || g_str_equal (name, "planning.longer");

  spil_plan_view_move_selected (SPIL_PLANNING_PAGE (widget)->view, forward ? 1 : -1, only_finish);
}

/* Place in the tree */

typedef SpilAction *(*TreeFunc) (const SpilPlan *plan, const int *tasks, gsize n, GError **error);

static const struct
{
  const char *name;
  TreeFunc make;
} tree[] = {
  { "planning.indent", spil_plan_indent_action },
  { "planning.outdent", spil_plan_outdent_action },
  { "planning.raise", spil_plan_raise_action },
  { "planning.lower", spil_plan_lower_action },
};

static void
tree_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);
  g_autoptr (GArray) tasks = spil_planning_get_selected (self);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (tree) && tasks->len > 0; i++)
    if (g_str_equal (name, tree[i].name)) {
      SpilAction *action = tree[i].make (spil_planning_get_plan (self), places_of (tasks), tasks->len,
                                         &error);

      spil_planning_do (self, action, error);
    }
}

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);

  spil_planning_toggle (self, spil_plan_view_get_selected (self->view));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);

  if (spil_planning_get_plan (self) != NULL)
    spil_planning_add_under (self, spil_planning_get_current (self), SPIL_DAY_NONE, SPIL_DAY_NONE,
                             g_str_equal (name, "planning.add-milestone"));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);
  g_autoptr (GArray) tasks = spil_planning_get_selected (self);

  if (tasks->len > 0)
    spil_planning_commit (
        self, spil_plan_delete_action (spil_planning_get_plan (self), places_of (tasks), tasks->len));
}

/* Links */

static gboolean
is_linked (const SpilPlan *plan, int from, int to)
{
  for (guint i = 0; i < plan->links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);

    if (link->from_index == from && link->to_index == to)
      return TRUE;
  }
  return FALSE;
}

/* Takes over what another action does. */
static void
take_changes (SpilAction *self, SpilAction *other)
{
  while (other->changes->len > 0)
    g_ptr_array_add (self->changes, g_ptr_array_steal_index (other->changes, 0));
  spil_action_free (other);
}

/* Each starts once the one above it has ended. */
static void
link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);
  SpilPlan *plan = spil_planning_get_plan (self);
  g_autoptr (GArray) tasks = spil_planning_get_selected (self);
  g_autoptr (SpilAction) all = spil_action_new (_ ("Activities linked"));
  g_autoptr (GError) error = NULL;

  if (tasks->len < 2) {
    spil_page_toast (
        SPIL_PAGE (self),
        _ ("Select two or more activities to link: with Shift and the arrows, or Ctrl and a click"));
    return;
  }
  for (guint i = 0; i + 1 < tasks->len && error == NULL; i++) {
    int from = g_array_index (tasks, int, i), to = g_array_index (tasks, int, i + 1);
    SpilAction *action;

    if (is_linked (plan, from, to))
      continue;
    action = spil_plan_link_action (plan, from, to, SPIL_LINK_TYPE_FINISH_START, 0, SPIL_LAG_UNIT_WORKING,
                                    &error);
    if (action != NULL)
      take_changes (all, action);
  }
  spil_planning_do (self, error == NULL ? g_steal_pointer (&all) : NULL, error);
}

static gboolean
contains (const GArray *tasks, int task)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_array_index (tasks, int, i) == task)
      return TRUE;
  return FALSE;
}

/* Between what is selected; of one activity all that it has. */
static void
unlink_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);
  SpilPlan *plan = spil_planning_get_plan (self);
  g_autoptr (GArray) tasks = spil_planning_get_selected (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SpilId));

  for (guint i = 0; plan != NULL && i < plan->links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (plan->links, SpilPlanLinkRow, i);
    int found = contains (tasks, link->from_index) + contains (tasks, link->to_index);

    if (found == 2 || (found == 1 && tasks->len == 1))
      g_array_append_val (ids, link->id);
  }
  if (ids->len == 0)
    spil_page_toast (SPIL_PAGE (self), _ ("There are no dependencies between these activities"));
  else
    spil_planning_commit (
        self, spil_plan_unlink_action (plan, (const SpilId *) (gconstpointer) ids->data, ids->len));
}

/* The clipboard */

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanningPage *self = SPIL_PLANNING_PAGE (widget);
  g_autoptr (GArray) tasks = spil_planning_get_selected (self);
  g_autofree char *text = NULL;

  if (tasks->len == 0)
    return;
  text = spil_plan_copy (spil_planning_get_plan (self), places_of (tasks), tasks->len);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (g_str_equal (name, "planning.cut"))
    delete_action (widget, name, NULL);
  else {
    g_autofree char *said = g_strdup_printf (
        ngettext ("%u activity copied", "%u activities copied", tasks->len), tasks->len);

    spil_page_toast (SPIL_PAGE (self), said);
  }
}

static void
on_text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilPlanningPage) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  SpilPlan *plan = spil_planning_get_plan (self);
  g_autoptr (GError) error = NULL;
  SpilAction *action;

  if (plan == NULL)
    return;
  if (text == NULL || *text == '\0') {
    spil_page_toast (
        SPIL_PAGE (self),
        _ ("There is no text on the clipboard: copy activities or cells of a spreadsheet first"));
    return;
  }
  action = spil_plan_paste_action (plan, spil_planning_get_current (self), text, &error);
  spil_planning_do (self, action, error);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text_read_cb,
                                 g_object_ref (widget));
}

/* For keys that would change something. */
static void
refuse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_page_toast (SPIL_PAGE (widget), _ ("The planning can only be read here, so this changes nothing"));
}

void
spil_planning_bind_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "planning.earlier", move_action },      { "planning.later", move_action },
    { "planning.shorter", move_action },      { "planning.longer", move_action },
    { "planning.toggle", toggle_action },     { "planning.add", add_action },
    { "planning.add-milestone", add_action }, { "planning.delete", delete_action },
    { "planning.link", link_action },         { "planning.unlink", unlink_action },
    { "planning.copy", copy_action },         { "planning.cut", copy_action },
    { "planning.paste", paste_action },       { "planning.refuse", refuse_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  for (gsize i = 0; i < G_N_ELEMENTS (tree); i++)
    gtk_widget_class_install_action (widget_class, tree[i].name, NULL, tree_action);
}
