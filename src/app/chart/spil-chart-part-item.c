// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chart-part-item.h"

#include <math.h>

struct _SpilChartPartItem
{
  GObject parent_instance;

  GtkWidget *canvas; /**< not owned; NULL once detached */
  SpilChartPartItem *next; /**< not owned */
  GtkATContext *context;
  graphene_rect_t bounds;
  gboolean focused;
};

static void accessible_iface_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpilChartPartItem, spil_chart_part_item, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, accessible_iface_init))

enum
{
  PROP_0,
  PROP_ACCESSIBLE_ROLE,
  N_PROPS
};

static GtkATContext *
get_at_context (GtkAccessible *accessible)
{
  SpilChartPartItem *self = SPIL_CHART_PART_ITEM (accessible);

  if (self->context == NULL && self->canvas != NULL)
    self->context = gtk_at_context_create (GTK_ACCESSIBLE_ROLE_LIST_ITEM, accessible,
                                           gtk_widget_get_display (self->canvas));
  return self->context != NULL ? g_object_ref (self->context) : NULL;
}

static gboolean
get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  SpilChartPartItem *self = SPIL_CHART_PART_ITEM (accessible);

  switch (state) {
  case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
    return TRUE;
  case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
    return self->focused;
  case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    return FALSE;
  }
  return FALSE;
}

static GtkAccessible *
get_accessible_parent (GtkAccessible *accessible)
{
  SpilChartPartItem *self = SPIL_CHART_PART_ITEM (accessible);

  return self->canvas != NULL ? GTK_ACCESSIBLE (g_object_ref (self->canvas)) : NULL;
}

static GtkAccessible *
get_first_accessible_child (GtkAccessible *accessible)
{
  return NULL;
}

static GtkAccessible *
get_next_accessible_sibling (GtkAccessible *accessible)
{
  SpilChartPartItem *self = SPIL_CHART_PART_ITEM (accessible);

  return self->next != NULL ? GTK_ACCESSIBLE (g_object_ref (self->next)) : NULL;
}

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  SpilChartPartItem *self = SPIL_CHART_PART_ITEM (accessible);

  *x = (int) floorf (self->bounds.origin.x);
  *y = (int) floorf (self->bounds.origin.y);
  *width = (int) ceilf (self->bounds.size.width);
  *height = (int) ceilf (self->bounds.size.height);
  return TRUE;
}

static void
accessible_iface_init (GtkAccessibleInterface *iface)
{
  iface->get_at_context = get_at_context;
  iface->get_platform_state = get_platform_state;
  iface->get_accessible_parent = get_accessible_parent;
  iface->get_first_accessible_child = get_first_accessible_child;
  iface->get_next_accessible_sibling = get_next_accessible_sibling;
  iface->get_bounds = get_bounds;
}

static void
spil_chart_part_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_ACCESSIBLE_ROLE:
    g_value_set_enum (value, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_chart_part_item_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  // The role never changes.
}

static void
spil_chart_part_item_dispose (GObject *object)
{
  spil_chart_part_item_detach (SPIL_CHART_PART_ITEM (object));
  G_OBJECT_CLASS (spil_chart_part_item_parent_class)->dispose (object);
}

static void
spil_chart_part_item_class_init (SpilChartPartItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spil_chart_part_item_get_property;
  object_class->set_property = spil_chart_part_item_set_property;
  object_class->dispose = spil_chart_part_item_dispose;
  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
spil_chart_part_item_init (SpilChartPartItem *self)
{
}

SpilChartPartItem *
spil_chart_part_item_new (GtkWidget *canvas, int at, int n_parts)
{
  SpilChartPartItem *self = g_object_new (SPIL_TYPE_CHART_PART_ITEM, NULL);

  self->canvas = canvas;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, at + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, n_parts, -1);
  return self;
}

void
spil_chart_part_item_set_next (SpilChartPartItem *self, SpilChartPartItem *next)
{
  g_return_if_fail (SPIL_IS_CHART_PART_ITEM (self));

  self->next = next;
}

void
spil_chart_part_item_update (SpilChartPartItem *self, const SpilChartBox *box)
{
  g_return_if_fail (SPIL_IS_CHART_PART_ITEM (self));

  graphene_rect_init (&self->bounds, (float) box->x, (float) box->y, (float) box->width, (float) box->height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, box->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  box->description != NULL ? box->description : "", -1);
}

void
spil_chart_part_item_set_focused (SpilChartPartItem *self, gboolean focused)
{
  g_return_if_fail (SPIL_IS_CHART_PART_ITEM (self));

  if (self->focused == focused)
    return;
  self->focused = focused;
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}

void
spil_chart_part_item_set_selected (SpilChartPartItem *self, gboolean selected)
{
  g_return_if_fail (SPIL_IS_CHART_PART_ITEM (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
spil_chart_part_item_detach (SpilChartPartItem *self)
{
  g_return_if_fail (SPIL_IS_CHART_PART_ITEM (self));

  self->next = NULL;
  self->canvas = NULL;
  g_clear_object (&self->context);
}
