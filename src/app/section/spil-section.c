// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-section.h"

#include "spil-accessible.h"

typedef struct
{
  SpilId subject;
  SpilWorker *worker; /**< of the page; NULL before it was seen */
  GCancellable *loading;
  gpointer data;
  gboolean stale;
  gboolean empty; /**< fill() said so */
  GtkWidget *content; /**< whose place is taken while there is nothing; else NULL */
} SpilSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SpilSection, spil_section, ADW_TYPE_BIN)

#define PRIVATE(self) ((SpilSectionPrivate *) spil_section_get_instance_private (self))

static void
take_data (SpilSection *self, gpointer data)
{
  SpilSectionPrivate *priv = PRIVATE (self);
  gpointer old = priv->data;

  priv->data = data;
  if (old != NULL && SPIL_SECTION_GET_CLASS (self)->free_data != NULL)
    SPIL_SECTION_GET_CLASS (self)->free_data (old);
}

static void
fill (SpilSection *self, gpointer data)
{
  SpilSectionPrivate *priv = PRIVATE (self);
  SpilSectionClass *klass = SPIL_SECTION_GET_CLASS (self);
  SpilPage *page = spil_section_get_page (self);
  gpointer old = g_steal_pointer (&priv->data);

  priv->data = data;
  priv->empty = FALSE;
  klass->fill (self, data);
  if (!priv->empty && priv->content != NULL) {
    adw_bin_set_child (ADW_BIN (self), priv->content);
    g_clear_object (&priv->content);
  }
  if (page != NULL)
    spil_accessible_name_containers (GTK_WIDGET (self),
                                     adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)));
  if (old != NULL && klass->free_data != NULL)
    klass->free_data (old);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilSection) self = user_data;
  SpilSectionPrivate *priv = PRIVATE (self);
  SpilPage *page = spil_section_get_page (self);
  g_autoptr (GError) error = NULL;
  gpointer data = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  // A newer load is under way, or the section is gone.
  if (priv->loading == NULL || g_task_get_cancellable (G_TASK (result)) != priv->loading) {
    if (error == NULL && data != NULL && SPIL_SECTION_GET_CLASS (self)->free_data != NULL)
      SPIL_SECTION_GET_CLASS (self)->free_data (data);
    return;
  }
  g_clear_object (&priv->loading);
  if (error == NULL)
    fill (self, data);
  else if (page != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    spil_page_toast (page, error->message);
}

static gpointer
make_request (SpilSection *self)
{
  SpilSectionClass *klass = SPIL_SECTION_GET_CLASS (self);

  return klass->prepare != NULL ? klass->prepare (self)
                                : g_memdup2 (&PRIVATE (self)->subject, sizeof (SpilId));
}

static void
load (SpilSection *self)
{
  SpilSectionPrivate *priv = PRIVATE (self);
  SpilSectionClass *klass = SPIL_SECTION_GET_CLASS (self);

  priv->stale = FALSE;
  if (priv->loading != NULL)
    g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
  priv->loading = g_cancellable_new ();
  spil_worker_run (priv->worker, klass->load, make_request (self),
                   klass->prepare != NULL ? klass->free_request : g_free, klass->free_data, priv->loading,
                   on_loaded_cb, g_object_ref (self));
}

static void
on_worker_changed_cb (SpilSection *self, const SpilEntityMask *mask)
{
  const int *entities = SPIL_SECTION_GET_CLASS (self)->entities;

  for (int i = 0; entities != NULL && entities[i] != 0; i++)
    if (spil_entity_mask_has (mask, entities[i])) {
      spil_section_reload (self);
      return;
    }
}

static void
spil_section_map (GtkWidget *widget)
{
  SpilSection *self = SPIL_SECTION (widget);
  SpilSectionPrivate *priv = PRIVATE (self);

  GTK_WIDGET_CLASS (spil_section_parent_class)->map (widget);
  if (priv->worker == NULL && spil_section_get_page (self) != NULL) {
    priv->worker = g_object_ref (spil_page_get_worker (spil_section_get_page (self)));
    g_signal_connect_object (priv->worker, "changed", G_CALLBACK (on_worker_changed_cb), self,
                             G_CONNECT_SWAPPED);
  }
  if (priv->stale && priv->worker != NULL)
    load (self);
}

static void
spil_section_dispose (GObject *object)
{
  SpilSection *self = SPIL_SECTION (object);
  SpilSectionPrivate *priv = PRIVATE (self);

  if (priv->loading != NULL)
    g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
  take_data (self, NULL);
  g_clear_object (&priv->content);
  g_clear_object (&priv->worker);
  G_OBJECT_CLASS (spil_section_parent_class)->dispose (object);
}

static void
spil_section_class_init (SpilSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_section_dispose;
  GTK_WIDGET_CLASS (klass)->map = spil_section_map;
}

static void
spil_section_init (SpilSection *self)
{
  PRIVATE (self)->stale = TRUE;
}

void
spil_section_set_subject (SpilSection *self, SpilId subject)
{
  g_return_if_fail (SPIL_IS_SECTION (self));

  if (spil_id_equal (PRIVATE (self)->subject, subject))
    return;
  PRIVATE (self)->subject = subject;
  spil_section_reload (self);
}

SpilId
spil_section_get_subject (SpilSection *self)
{
  g_return_val_if_fail (SPIL_IS_SECTION (self), SPIL_ID_NIL);
  return PRIVATE (self)->subject;
}

void
spil_section_set_subjects (GtkWidget *root, SpilId subject)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (SPIL_IS_SECTION (root))
    spil_section_set_subject (SPIL_SECTION (root), subject);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    spil_section_set_subjects (child, subject);
}

SpilPage *
spil_section_get_page (SpilSection *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  return page != NULL ? SPIL_PAGE (page) : NULL;
}

SpilWorker *
spil_section_get_worker (SpilSection *self)
{
  SpilPage *page = spil_section_get_page (self);

  return page != NULL ? spil_page_get_worker (page) : NULL;
}

gpointer
spil_section_get_data (SpilSection *self)
{
  g_return_val_if_fail (SPIL_IS_SECTION (self), NULL);
  return PRIVATE (self)->data;
}

void
spil_section_reload (SpilSection *self)
{
  g_return_if_fail (SPIL_IS_SECTION (self));

  PRIVATE (self)->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && PRIVATE (self)->worker != NULL)
    load (self);
}

void
spil_section_add (SpilSection *self)
{
  g_return_if_fail (SPIL_IS_SECTION (self));

  if (SPIL_SECTION_GET_CLASS (self)->add != NULL)
    SPIL_SECTION_GET_CLASS (self)->add (self);
}

void
spil_section_set_empty (SpilSection *self, const char *icon, const char *title, const char *description,
                        const char *button)
{
  SpilSectionPrivate *priv = PRIVATE (self);
  GtkWidget *status, *add;

  g_return_if_fail (SPIL_IS_SECTION (self));

  priv->empty = TRUE;
  // It stands there already.
  if (priv->content != NULL)
    return;
  status = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), description);
  if (button != NULL) {
    add = gtk_button_new_with_label (button);
    gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
    gtk_widget_add_css_class (add, "pill");
    gtk_widget_add_css_class (add, "suggested-action");
    g_signal_connect_object (add, "clicked", G_CALLBACK (spil_section_add), self, G_CONNECT_SWAPPED);
    adw_status_page_set_child (ADW_STATUS_PAGE (status), add);
  }
  priv->content = g_object_ref (adw_bin_get_child (ADW_BIN (self)));
  adw_bin_set_child (ADW_BIN (self), status);
}

GtkBox *
spil_section_make_column (SpilSection *self, int width)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
  return GTK_BOX (box);
}
