// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-navigator.h"

#include "spil-pages.h"

#define ROOT_TAG "root"

struct _SpilNavigator
{
  GObject parent_instance;

  AdwNavigationSplitView *split_view; /**< borrowed, as is the sidebar */
  SpilSidebar *sidebar;
  SpilWorker *worker;
  GPtrArray *outers; /**< per page the AdwNavigationPage around its view, NULL until it is first gone to */
  int current;
};

G_DEFINE_FINAL_TYPE (SpilNavigator, spil_navigator, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
unref_outer (gpointer outer)
{
  if (outer != NULL)
    g_object_unref (outer);
}

static AdwNavigationView *
view_of (AdwNavigationPage *outer)
{
  GtkWidget *view = outer != NULL ? adw_navigation_page_get_child (outer) : NULL;

  return ADW_IS_NAVIGATION_VIEW (view) ? ADW_NAVIGATION_VIEW (view) : NULL;
}

static void
on_visible_page_changed_cb (SpilNavigator *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static AdwNavigationPage *
make_outer (SpilNavigator *self, const SpilPageInfo *info)
{
  const char *title = spil_page_info_title (info);
  GtkWidget *view = adw_navigation_view_new ();
  AdwNavigationPage *page = g_object_new (info->get_type (), "worker", self->worker, "title", title, "tag",
                                          ROOT_TAG, NULL);

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), page);
  g_signal_connect_object (view, "notify::visible-page", G_CALLBACK (on_visible_page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return g_object_ref_sink (adw_navigation_page_new (view, title));
}

static void
spil_navigator_dispose (GObject *object)
{
  SpilNavigator *self = SPIL_NAVIGATOR (object);

  g_clear_pointer (&self->outers, g_ptr_array_unref);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_navigator_parent_class)->dispose (object);
}

static void
spil_navigator_class_init (SpilNavigatorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_navigator_dispose;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
spil_navigator_init (SpilNavigator *self)
{
  int n_pages;

  spil_pages (&n_pages);
  self->outers = g_ptr_array_new_with_free_func (unref_outer);
  g_ptr_array_set_size (self->outers, n_pages);
  self->current = -1;
}

SpilNavigator *
spil_navigator_new (AdwNavigationSplitView *split_view, SpilSidebar *sidebar, SpilWorker *worker)
{
  SpilNavigator *self = g_object_new (SPIL_TYPE_NAVIGATOR, NULL);

  self->split_view = split_view;
  self->sidebar = sidebar;
  self->worker = g_object_ref (worker);
  return self;
}

void
spil_navigator_show (SpilNavigator *self, int index)
{
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  g_return_if_fail (SPIL_IS_NAVIGATOR (self));
  g_return_if_fail (index >= 0 && index < n_pages);

  if (g_ptr_array_index (self->outers, index) == NULL)
    g_ptr_array_index (self->outers, index) = make_outer (self, &pages[index]);
  if (self->current != index) {
    self->current = index;
    adw_navigation_split_view_set_content (self->split_view, g_ptr_array_index (self->outers, index));
    spil_sidebar_select (self->sidebar, index);
  }
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
spil_navigator_show_root (SpilNavigator *self)
{
  AdwNavigationView *view;

  g_return_if_fail (SPIL_IS_NAVIGATOR (self));

  if (self->current < 0)
    return;
  view = view_of (g_ptr_array_index (self->outers, self->current));
  adw_navigation_view_pop_to_page (view,
                                   ADW_NAVIGATION_PAGE (spil_navigator_get_root_page (self, self->current)));
}

int
spil_navigator_get_current (SpilNavigator *self)
{
  g_return_val_if_fail (SPIL_IS_NAVIGATOR (self), -1);
  return self->current;
}

SpilPage *
spil_navigator_get_visible_page (SpilNavigator *self)
{
  AdwNavigationView *view;

  g_return_val_if_fail (SPIL_IS_NAVIGATOR (self), NULL);

  if (self->current < 0)
    return NULL;
  view = view_of (g_ptr_array_index (self->outers, self->current));
  return SPIL_PAGE (adw_navigation_view_get_visible_page (view));
}

SpilPage *
spil_navigator_get_root_page (SpilNavigator *self, int index)
{
  AdwNavigationView *view;

  g_return_val_if_fail (SPIL_IS_NAVIGATOR (self), NULL);

  view = view_of (g_ptr_array_index (self->outers, index));
  return view != NULL ? SPIL_PAGE (adw_navigation_view_find_page (view, ROOT_TAG)) : NULL;
}

void
spil_navigator_clear (SpilNavigator *self)
{
  g_return_if_fail (SPIL_IS_NAVIGATOR (self));

  for (guint i = 0; i < self->outers->len; i++)
    g_clear_object ((AdwNavigationPage **) &g_ptr_array_index (self->outers, i));
  adw_navigation_split_view_set_content (self->split_view, NULL);
  self->current = -1;
  g_signal_emit (self, signals[CHANGED], 0);
}
