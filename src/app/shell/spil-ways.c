// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-ways.h"

#include "spil-pages.h"

static void
step_page (GtkWidget *widget, int by)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  int index = spil_navigator_get_current (spil_window_get_navigator (self));
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  if (index < 0)
    return;
  do
    index = (index + by + n_pages) % n_pages;
  while (!spil_window_has_page (self, index));
  gtk_widget_activate_action (widget, "win.page", "s", pages[index].name);
}

static void
next_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_page (widget, 1);
}

static void
previous_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_page (widget, -1);
}

// There are two, so that on and back are the same.
static void
pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilWindow *self = SPIL_WINDOW (widget);
  SpilPage *page = spil_navigator_get_visible_page (spil_window_get_navigator (self));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));

  if (page == NULL || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) != NULL)
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    gtk_widget_activate_action (widget, "win.sidebar", NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (page));
}

static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = NULL;

    if (gtk_widget_get_mapped (child))
      found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_mapped (child, type);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
next_in_stack (AdwViewStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (stack);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  guint current = 0;

  while (current < n && !gtk_selection_model_is_selected (pages, current))
    current++;
  for (guint i = 1; i < n; i++) {
    g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), (current + i) % n);

    if (adw_view_stack_page_get_visible (page)) {
      gtk_selection_model_select_item (pages, (current + i) % n, TRUE);
      return;
    }
  }
}

static void
next_view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = spil_navigator_get_visible_page (spil_window_get_navigator (SPIL_WINDOW (widget)));
  GtkWidget *switcher;

  if (page == NULL || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) != NULL)
    return;
  switcher = find_mapped (GTK_WIDGET (page), ADW_TYPE_INLINE_VIEW_SWITCHER);
  if (switcher != NULL) {
    next_in_stack (adw_inline_view_switcher_get_stack (ADW_INLINE_VIEW_SWITCHER (switcher)));
    return;
  }
  switcher = find_mapped (GTK_WIDGET (page), ADW_TYPE_TOGGLE_GROUP);
  if (switcher != NULL)
    adw_toggle_group_set_active (ADW_TOGGLE_GROUP (switcher),
                                 (adw_toggle_group_get_active (ADW_TOGGLE_GROUP (switcher)) + 1) %
                                     adw_toggle_group_get_n_toggles (ADW_TOGGLE_GROUP (switcher)));
}

/* The keyboard */

static gboolean
is_seen (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_mapped (widget);
}

static gboolean
keep_keyboard_idle (gpointer data)
{
  SpilWindow *self = data;
  SpilPage *page;

  if (!is_seen (GTK_WIDGET (self)) || is_seen (gtk_window_get_focus (GTK_WINDOW (self))) ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return G_SOURCE_REMOVE;
  page = spil_navigator_get_visible_page (spil_window_get_navigator (self));
  if (page == NULL || !gtk_widget_grab_focus (GTK_WIDGET (page)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  return G_SOURCE_REMOVE;
}

// Once what is under way has been done: a dialog gives the keyboard back, a page is drawn.
static void
keep_keyboard (SpilWindow *self)
{
  g_idle_add_full (G_PRIORITY_LOW, keep_keyboard_idle, g_object_ref (self), g_object_unref);
}

static void
on_focus_changed_cb (SpilWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  keep_keyboard (self);
  if (focus == NULL)
    return;
  g_signal_handlers_disconnect_by_func (focus, keep_keyboard, self);
  g_signal_connect_object (focus, "unmap", G_CALLBACK (keep_keyboard), self, G_CONNECT_SWAPPED);
}

void
spil_ways_watch (SpilWindow *window)
{
  g_return_if_fail (SPIL_IS_WINDOW (window));

  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (keep_keyboard), NULL);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus_changed_cb), NULL);
  g_signal_connect_object (spil_window_get_navigator (window), "changed", G_CALLBACK (keep_keyboard), window,
                           G_CONNECT_SWAPPED);
}

void
spil_ways_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (window_class, "win.previous-page", NULL, previous_page_action);
  gtk_widget_class_install_action (window_class, "win.next-pane", NULL, pane_action);
  gtk_widget_class_install_action (window_class, "win.previous-pane", NULL, pane_action);
  gtk_widget_class_install_action (window_class, "win.next-view", NULL, next_view_action);
}
