// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-columns.h"

#define SPACING 24
#define WIDEST 1180
#define WIDE "min-width: 861sp"

struct _SpilColumns
{
  AdwBreakpointBin parent_instance;

  GtkBox *columns;
  GtkBox *first;
  GtkBox *second;
};

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpilColumns, spil_columns, ADW_TYPE_BREAKPOINT_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static void
spil_columns_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SpilColumns *self = SPIL_COLUMNS (buildable);

  if (!GTK_IS_WIDGET (child))
    GTK_BUILDER_WARN_INVALID_CHILD_TYPE (buildable, type);
  else if (type == NULL)
    gtk_box_append (self->first, GTK_WIDGET (child));
  else if (g_str_equal (type, "end"))
    gtk_box_append (self->second, GTK_WIDGET (child));
  else
    GTK_BUILDER_WARN_INVALID_CHILD_TYPE (buildable, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  iface->add_child = spil_columns_add_child;
}

static void
spil_columns_class_init (SpilColumnsClass *klass)
{
}

static GtkBox *
add_column (SpilColumns *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (self->columns, column);
  return GTK_BOX (column);
}

// From this width on the columns stand beside each other. Not the other way round: a page is measured once before its breakpoints count, and in a narrow
// window two columns have no room for that.
static void
add_breakpoint (SpilColumns *self)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (WIDE));
  g_auto (GValue) horizontal = G_VALUE_INIT;
  g_auto (GValue) homogeneous = G_VALUE_INIT;

  g_value_init (&horizontal, GTK_TYPE_ORIENTATION);
  g_value_set_enum (&horizontal, GTK_ORIENTATION_HORIZONTAL);
  g_value_init (&homogeneous, G_TYPE_BOOLEAN);
  g_value_set_boolean (&homogeneous, TRUE);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self->columns), "orientation", &horizontal);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self->columns), "homogeneous", &homogeneous);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (self), breakpoint);
}

static void
spil_columns_init (SpilColumns *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  gtk_widget_set_margin_start (GTK_WIDGET (self->columns), SPACING / 2);
  gtk_widget_set_margin_end (GTK_WIDGET (self->columns), SPACING / 2);
  gtk_widget_set_margin_top (GTK_WIDGET (self->columns), SPACING);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->columns), SPACING);
  self->first = add_column (self);
  self->second = add_column (self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->columns));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 200);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (self), scroller);
  add_breakpoint (self);
}
