// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-page.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-title-bin.h"
#include "spil-pages.h"

// A load that takes less than this shows no spinner: nothing flashes.
#define SPINNER_DELAY_MS 200

typedef struct
{
  SpilWorker *worker;
  GCancellable *loading;
  gpointer data;
  guint spinner_timeout;
  gboolean stale; /**< has to load again when it is seen */
  gboolean wants_focus; /**< when there is something to focus */

  SpilConflictBanner *banner; /**< borrowed; NULL: the page is about no rows */

  AdwToolbarView *toolbar_view;
  GtkBox *title_bin;
  GtkLabel *title;
  AdwHeaderBar *header;
  GtkStack *stack;
  AdwBin *content;
  AdwStatusPage *empty;
  GtkButton *empty_button;
  AdwStatusPage *failure;
} SpilPagePrivate;

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SpilPage, spil_page, ADW_TYPE_NAVIGATION_PAGE,
                                  G_ADD_PRIVATE (SpilPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

enum
{
  PROP_0,
  PROP_WORKER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable_iface;

#define PRIVATE(self) ((SpilPagePrivate *) spil_page_get_instance_private (self))

static void
take_data (SpilPage *self, gpointer data)
{
  SpilPagePrivate *priv = PRIVATE (self);
  SpilPageClass *klass = SPIL_PAGE_GET_CLASS (self);

  if (priv->data != NULL && klass->free_data != NULL)
    klass->free_data (priv->data);
  priv->data = data;
}

static void
stop_spinner (SpilPage *self)
{
  g_clear_handle_id (&PRIVATE (self)->spinner_timeout, g_source_remove);
}

// Who does not see the page hears that there is more to come.
static void
tell_busy (SpilPage *self)
{
  SpilPagePrivate *priv = PRIVATE (self);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY,
                               priv->loading != NULL && priv->data == NULL, -1);
}

static void
on_spinner_due_cb (gpointer data)
{
  SpilPagePrivate *priv = PRIVATE (data);

  priv->spinner_timeout = 0;
  gtk_stack_set_visible_child_name (priv->stack, "loading");
}

static gboolean
spil_page_grab_focus (GtkWidget *widget)
{
  SpilPagePrivate *priv = PRIVATE (SPIL_PAGE (widget));
  GtkWidget *shown = gtk_stack_get_visible_child (priv->stack);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  priv->wants_focus = priv->data == NULL;
  // Where it is already it would go one further.
  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, shown))
    return TRUE;
  return gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

// Backwards out of a widget GTK lets the widget itself grab the focus, which here would be its first child again.
static gboolean
spil_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (widget)), direction);
}

static void
fill (SpilPage *self, gpointer data)
{
  SpilPagePrivate *priv = PRIVATE (self);
  gpointer old = g_steal_pointer (&priv->data);
  SpilPageClass *klass = SPIL_PAGE_GET_CLASS (self);

  priv->data = data;
  gtk_stack_set_visible_child_name (priv->stack, "content");
  if (klass->fill != NULL)
    klass->fill (self, data);
  spil_accessible_name_containers (GTK_WIDGET (priv->content),
                                   adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)));
  if (old != NULL && klass->free_data != NULL)
    klass->free_data (old);
  if (priv->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  priv->wants_focus = FALSE;
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilPage) self = user_data;
  SpilPagePrivate *priv = PRIVATE (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;
  gpointer data = spil_worker_run_finish (SPIL_WORKER (source), result, &error);
  gboolean current = g_task_get_cancellable (G_TASK (result)) == priv->loading && priv->loading != NULL;

  // A newer load is under way, or the page is gone.
  if (!current) {
    if (error == NULL && data != NULL && SPIL_PAGE_GET_CLASS (self)->free_data != NULL)
      SPIL_PAGE_GET_CLASS (self)->free_data (data);
    return;
  }
  g_clear_object (&priv->loading);
  stop_spinner (self);
  if (error == NULL)
    fill (self, data);
  tell_busy (self);
  if (error == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  description = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (priv->failure, description);
  gtk_stack_set_visible_child_name (priv->stack, "failure");
}

static void
load (SpilPage *self)
{
  SpilPagePrivate *priv = PRIVATE (self);
  SpilPageClass *klass = SPIL_PAGE_GET_CLASS (self);

  priv->stale = FALSE;
  if (klass->load == NULL) {
    fill (self, NULL);
    return;
  }
  if (priv->loading != NULL)
    g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
  priv->loading = g_cancellable_new ();
  tell_busy (self);
  if (priv->data == NULL && priv->spinner_timeout == 0)
    priv->spinner_timeout = g_timeout_add_once (SPINNER_DELAY_MS, on_spinner_due_cb, self);
  spil_worker_run (priv->worker, klass->load, klass->prepare != NULL ? klass->prepare (self) : NULL,
                   klass->free_request, klass->free_data, priv->loading, on_loaded_cb, g_object_ref (self));
}

static void
on_retry_clicked_cb (SpilPage *self)
{
  spil_page_reload (self);
}

static gboolean
concerns (SpilPage *self, const SpilEntityMask *changed)
{
  const SpilPageClass *klass = SPIL_PAGE_GET_CLASS (self);

  for (int i = 0; klass->entities != NULL && klass->entities[i] != 0; i++)
    if (spil_entity_mask_has (changed, klass->entities[i]))
      return TRUE;
  return klass->all_changes;
}

static void
on_worker_changed_cb (SpilPage *self, const SpilEntityMask *changed)
{
  if (concerns (self, changed))
    spil_page_reload (self);
}

static void
spil_page_map (GtkWidget *widget)
{
  SpilPage *self = SPIL_PAGE (widget);

  GTK_WIDGET_CLASS (spil_page_parent_class)->map (widget);
  if (PRIVATE (self)->stale)
    load (self);
}

static void
spil_page_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SpilPage *self = SPIL_PAGE (buildable);
  SpilPagePrivate *priv = PRIVATE (self);

  // The template of this class itself comes first.
  if (priv->content == NULL || !GTK_IS_WIDGET (child))
    parent_buildable_iface->add_child (buildable, builder, child, type);
  else if (type == NULL)
    adw_bin_set_child (priv->content, GTK_WIDGET (child));
  else if (g_str_equal (type, "start"))
    adw_header_bar_pack_start (priv->header, GTK_WIDGET (child));
  else if (g_str_equal (type, "end"))
    adw_header_bar_pack_end (priv->header, GTK_WIDGET (child));
  else if (g_str_equal (type, "top"))
    adw_toolbar_view_add_top_bar (priv->toolbar_view, GTK_WIDGET (child));
  else if (g_str_equal (type, "bottom"))
    adw_toolbar_view_add_bottom_bar (priv->toolbar_view, GTK_WIDGET (child));
  else if (g_str_equal (type, "title")) {
    // In place of the label with the title.
    gtk_widget_set_visible (GTK_WIDGET (priv->title), FALSE);
    gtk_box_prepend (priv->title_bin, GTK_WIDGET (child));
  } else
    GTK_BUILDER_WARN_INVALID_CHILD_TYPE (buildable, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = spil_page_add_child;
}

static void
spil_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SpilPage *self = SPIL_PAGE (object);

  switch (prop_id) {
  case PROP_WORKER:
    PRIVATE (self)->worker = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_page_constructed (GObject *object)
{
  SpilPage *self = SPIL_PAGE (object);

  G_OBJECT_CLASS (spil_page_parent_class)->constructed (object);
  g_assert (PRIVATE (self)->worker != NULL);
  g_signal_connect_object (PRIVATE (self)->worker, "changed", G_CALLBACK (on_worker_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
spil_page_dispose (GObject *object)
{
  SpilPage *self = SPIL_PAGE (object);
  SpilPagePrivate *priv = PRIVATE (self);

  stop_spinner (self);
  if (priv->loading != NULL)
    g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
  take_data (self, NULL);
  g_clear_object (&priv->worker);
  // The child first: it is bound and would be let go of twice.
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_PAGE);
  G_OBJECT_CLASS (spil_page_parent_class)->dispose (object);
}

// Before the roles of what is in it are told to anybody.
static void
spil_page_root (GtkWidget *widget)
{
  spil_accessible_mark_headings (widget);
  GTK_WIDGET_CLASS (spil_page_parent_class)->root (widget);
}

static void
spil_page_class_init (SpilPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = spil_page_set_property;
  object_class->constructed = spil_page_constructed;
  object_class->dispose = spil_page_dispose;
  widget_class->root = spil_page_root;
  widget_class->map = spil_page_map;
  widget_class->focus = spil_page_focus;
  widget_class->grab_focus = spil_page_grab_focus;

  properties[PROP_WORKER] = g_param_spec_object ("worker", NULL, NULL, SPIL_TYPE_WORKER,
                                                 G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                     G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SPIL_TYPE_TITLE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SpilPage, toolbar_view);
  gtk_widget_class_bind_template_child_private (widget_class, SpilPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, SpilPage, title_bin);
  gtk_widget_class_bind_template_child_private (widget_class, SpilPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, SpilPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, SpilPage, content);
  gtk_widget_class_bind_template_child_private (widget_class, SpilPage, empty);
  gtk_widget_class_bind_template_child_private (widget_class, SpilPage, empty_button);
  gtk_widget_class_bind_template_child_private (widget_class, SpilPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked_cb);
}

static void
spil_page_init (SpilPage *self)
{
  PRIVATE (self)->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "title", PRIVATE (self)->title, "label", G_BINDING_SYNC_CREATE);
}

SpilWorker *
spil_page_get_worker (SpilPage *self)
{
  g_return_val_if_fail (SPIL_IS_PAGE (self), NULL);
  return PRIVATE (self)->worker;
}

void
spil_page_reload (SpilPage *self)
{
  g_return_if_fail (SPIL_IS_PAGE (self));

  PRIVATE (self)->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

gpointer
spil_page_get_data (SpilPage *self)
{
  g_return_val_if_fail (SPIL_IS_PAGE (self), NULL);
  return PRIVATE (self)->data;
}

/* The target first: with the name alone the action would lack what it needs for a moment, and GTK warns. */
static void
set_action (GtkActionable *button, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  gtk_actionable_set_action_name (button, NULL);
  if (detailed == NULL || !g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return;
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, name);
}

static const char *
find_icon (SpilPage *self)
{
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  if (SPIL_PAGE_GET_CLASS (self)->icon != NULL)
    return SPIL_PAGE_GET_CLASS (self)->icon;
  for (int i = 0; i < n_pages; i++)
    if (pages[i].get_type () == G_OBJECT_TYPE (self))
      return pages[i].icon;
  return "spil-empty-symbolic";
}

// Who only reads has no first step to take; leading elsewhere stays.
static gboolean
may_do (SpilPage *self, const char *action)
{
  return action != NULL &&
         (!spil_worker_get_read_only (PRIVATE (self)->worker) ||
          !(g_str_has_prefix (action, "win.add") || g_str_has_prefix (action, "win.import")));
}

void
spil_page_set_empty (SpilPage *self, const char *title, const char *description, const char *button,
                     const char *action)
{
  SpilPagePrivate *priv;
  g_autofree char *escaped = g_markup_escape_text (description != NULL ? description : "", -1);

  g_return_if_fail (SPIL_IS_PAGE (self));

  priv = PRIVATE (self);
  adw_status_page_set_icon_name (priv->empty, find_icon (self));
  adw_status_page_set_title (priv->empty, title);
  adw_status_page_set_description (priv->empty, escaped);
  gtk_widget_set_visible (GTK_WIDGET (priv->empty_button), button != NULL && may_do (self, action));
  if (button != NULL)
    gtk_button_set_label (priv->empty_button, button);
  set_action (GTK_ACTIONABLE (priv->empty_button), action);
  gtk_stack_set_visible_child_name (priv->stack, "empty");
}

void
spil_page_push (SpilPage *self, SpilPage *page)
{
  GtkWidget *view;

  g_return_if_fail (SPIL_IS_PAGE (self));
  g_return_if_fail (SPIL_IS_PAGE (page));

  view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_return_if_fail (view != NULL);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  // Also where nothing had the keyboard before, as after a key that opens the page: it comes as soon as there is something.
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

void
spil_page_pop (SpilPage *self)
{
  GtkWidget *view;

  g_return_if_fail (SPIL_IS_PAGE (self));

  view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  if (view != NULL &&
      adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) == ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

void
spil_page_set_rows (SpilPage *self, const SpilPageRow *rows, gsize n_rows)
{
  SpilPagePrivate *priv;

  g_return_if_fail (SPIL_IS_PAGE (self));

  priv = PRIVATE (self);
  if (priv->banner == NULL) {
    priv->banner = SPIL_CONFLICT_BANNER (spil_conflict_banner_new (priv->worker));
    adw_toolbar_view_add_top_bar (priv->toolbar_view, GTK_WIDGET (priv->banner));
  }
  spil_conflict_banner_set_rows (priv->banner, rows, n_rows);
}

void
spil_page_toast (SpilPage *self, const char *text)
{
  g_return_if_fail (SPIL_IS_PAGE (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}
