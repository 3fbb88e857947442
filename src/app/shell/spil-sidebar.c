// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sidebar.h"

#include <glib/gi18n-lib.h>

#include "spil-pages.h"

struct _SpilSidebar
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GPtrArray *badges; /**< of GtkLabel, per page; borrowed */
};

G_DEFINE_FINAL_TYPE (SpilSidebar, spil_sidebar, GTK_TYPE_WIDGET)

enum
{
  PAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated_cb (SpilSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PAGE_ACTIVATED], 0, gtk_list_box_row_get_index (row));
}

static GtkWidget *
make_badge (void)
{
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  return badge;
}

static GtkWidget *
make_row (SpilSidebar *self, const SpilPageInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (info->icon);
  GtkWidget *label = gtk_label_new (spil_page_info_title (info));
  GtkWidget *badge = make_badge ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  g_ptr_array_add (self->badges, badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spil_page_info_title (info), -1);
  return row;
}

static void
spil_sidebar_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &SPIL_SIDEBAR (object)->list, gtk_widget_unparent);
  G_OBJECT_CLASS (spil_sidebar_parent_class)->dispose (object);
}

static void
spil_sidebar_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_SIDEBAR (object)->badges);
  G_OBJECT_CLASS (spil_sidebar_parent_class)->finalize (object);
}

static gboolean
spil_sidebar_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (SPIL_SIDEBAR (widget)->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

// Backwards out of a widget GTK lets the widget itself grab the focus, which here would be the selected row again.
static gboolean
spil_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (SPIL_SIDEBAR (widget)->list), direction);
}

static void
spil_sidebar_class_init (SpilSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_sidebar_finalize;
  widget_class->focus = spil_sidebar_focus;
  widget_class->grab_focus = spil_sidebar_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[PAGE_ACTIVATED] = g_signal_new ("page-activated", SPIL_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
spil_sidebar_init (SpilSidebar *self)
{
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  self->badges = g_ptr_array_new ();
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  // One stop for Tab, or it would begin at the selected page and never come to those above it.
  gtk_list_box_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  for (int i = 0; i < n_pages; i++)
    gtk_list_box_append (self->list, make_row (self, &pages[i]));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (list, GTK_WIDGET (self));
}

void
spil_sidebar_set_programme (SpilSidebar *self, const SpilProgramme *programme)
{
  int n_pages;
  const SpilPageInfo *pages = spil_pages (&n_pages);

  g_return_if_fail (SPIL_IS_SIDEBAR (self));

  for (int i = 0; i < n_pages; i++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

    gtk_widget_set_visible (GTK_WIDGET (row), spil_programme_uses (programme, pages[i].module));
  }
}

gboolean
spil_sidebar_has_page (SpilSidebar *self, int index)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SPIL_IS_SIDEBAR (self), FALSE);

  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (row));
}

void
spil_sidebar_select (SpilSidebar *self, int index)
{
  g_return_if_fail (SPIL_IS_SIDEBAR (self));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
}

void
spil_sidebar_set_count (SpilSidebar *self, int index, int64_t count)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  const char *title;
  int n_pages;

  g_return_if_fail (SPIL_IS_SIDEBAR (self));
  g_return_if_fail (index >= 0 && (guint) index < self->badges->len);

  title = spil_page_info_title (&spil_pages (&n_pages)[index]);
  text = count > 99 ? g_strdup ("99+") : g_strdup_printf ("%d", (int) count);
  // Translators: the name of a page, and how many things there are to do there.
  name = g_strdup_printf (ngettext ("%s, %d to settle", "%s, %d to settle", (gulong) count), title,
                          (int) MIN (count, G_MAXINT));
  gtk_label_set_label (g_ptr_array_index (self->badges, index), text);
  gtk_widget_set_visible (g_ptr_array_index (self->badges, index), count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (self->list, index)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, count > 0 ? name : title, -1);
}
