// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cascade-panel.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "spil-cascade-words.h"
#include "spil-column.h"

struct _SpilCascadePanel
{
  GtkWidget parent_instance;

  const SpilPlan *plan; /**< of whoever showed it; NULL: hidden */
  GArray *rows; /**< of SpilCascadeRow */
  gboolean narrow;

  GtkRevealer *revealer;
  GtkBox *box;
  GtkLabel *title;
  GtkLabel *asked;
  GtkListView *list;
  GtkScrolledWindow *scroller;
  GtkWidget *all;
  GtkWidget *only;
};

G_DEFINE_FINAL_TYPE (SpilCascadePanel, spil_cascade_panel, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint answered;

/* The rows: an item is a place in `rows` */

static const SpilCascadeRow *
row_of (gpointer item, SpilCascadePanel *self)
{
  guint place = (guint) g_ascii_strtoull (gtk_string_object_get_string (item), NULL, 10);

  return &g_array_index (self->rows, SpilCascadeRow, place);
}

static char *
title_text (gpointer item, gpointer user_data)
{
  SpilCascadePanel *self = user_data;
  const SpilPlanTaskRow *task = spil_plan_get_task (self->plan, row_of (item, self)->task);

  return g_strdup (task != NULL ? task->name : "");
}

static char *
subtitle_text (gpointer item, gpointer user_data)
{
  SpilCascadePanel *self = user_data;

  return spil_cascade_dup_dates (self->plan, row_of (item, self));
}

static char *
end_text (gpointer item, gpointer user_data)
{
  SpilCascadePanel *self = user_data;
  char *text = spil_cascade_dup_shift (self->plan, row_of (item, self));

  return text != NULL ? text : g_strdup (C_ ("cascade", "stays"));
}

static gboolean
is_problem (const SpilCascadeRow *row)
{
  return row->note != SPIL_CASCADE_MOVED;
}

/* What goes wrong first; what was asked is said over the list, and stands in it only when something is wrong with it. */
static GListModel *
make_items (SpilCascadePanel *self, gboolean mend)
{
  GtkStringList *items = gtk_string_list_new (NULL);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->rows->len; i++) {
      const SpilCascadeRow *row = &g_array_index (self->rows, SpilCascadeRow, i);

      if (is_problem (row) == (pass == 0) && (mend || row->because >= 0 || is_problem (row)))
        gtk_string_list_take (items, g_strdup_printf ("%u", i));
    }
  return G_LIST_MODEL (items);
}

static char *
dup_reason (const SpilPlan *plan, GArray *rows, SpilCascadeKind kind)
{
  switch (kind) {
  case SPIL_CASCADE_OF_PULL:
    return g_strdup (_ ("To as early as what comes first allows"));
  case SPIL_CASCADE_OF_MENDING:
    return g_strdup (_ ("So that every dependency is met again"));
  default:
    return spil_cascade_dup_asked (plan, rows);
  }
}

void
spil_cascade_panel_show (SpilCascadePanel *self, const SpilPlan *plan, GArray *rows, SpilCascadeKind kind)
{
  gboolean mend = kind != SPIL_CASCADE_OF_ASKED;
  SpilCascadeCount count = spil_cascade_count (rows);
  g_autofree char *title = spil_cascade_dup_title (&count, mend);
  g_autofree char *asked = dup_reason (plan, rows, kind);
  g_autoptr (GtkSelectionModel) model = NULL;

  g_return_if_fail (SPIL_IS_CASCADE_PANEL (self));

  spil_cascade_panel_hide (self);
  self->plan = plan;
  self->rows = g_array_ref (rows);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (make_items (self, mend)));
  gtk_list_view_set_model (self->list, model);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->asked, asked != NULL ? asked : "");
  gtk_widget_set_visible (self->only, !mend);
  gtk_button_set_label (GTK_BUTTON (self->only), count.n_asked > 1 ? _ ("Only these") : _ ("Only this one"));
  gtk_button_set_label (GTK_BUTTON (self->all), mend || count.n_moved == 0 ? _ ("Move") : _ ("Move all"));
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->all);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
spil_cascade_panel_hide (SpilCascadePanel *self)
{
  g_return_if_fail (SPIL_IS_CASCADE_PANEL (self));

  gtk_list_view_set_model (self->list, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  self->plan = NULL;
  g_clear_pointer (&self->rows, g_array_unref);
}

gboolean
spil_cascade_panel_is_shown (SpilCascadePanel *self)
{
  return self->plan != NULL;
}

static void
on_all_clicked_cb (SpilCascadePanel *self)
{
  g_signal_emit (self, answered, 0, SPIL_CASCADE_ALL);
}

static void
on_only_clicked_cb (SpilCascadePanel *self)
{
  g_signal_emit (self, answered, 0, SPIL_CASCADE_ONLY_ASKED);
}

static void
on_cancel_clicked_cb (SpilCascadePanel *self)
{
  g_signal_emit (self, answered, 0, SPIL_CASCADE_CANCELLED);
}

static void
set_narrow (SpilCascadePanel *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_scrolled_window_set_max_content_height (self->scroller, narrow ? 150 : 190);
}

static void
spil_cascade_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    g_value_set_boolean (value, SPIL_CASCADE_PANEL (object)->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_cascade_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NARROW:
    set_narrow (SPIL_CASCADE_PANEL (object), g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_cascade_panel_dispose (GObject *object)
{
  SpilCascadePanel *self = SPIL_CASCADE_PANEL (object);

  self->plan = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_CASCADE_PANEL);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (spil_cascade_panel_parent_class)->dispose (object);
}

static void
spil_cascade_panel_class_init (SpilCascadePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spil_cascade_panel_get_property;
  object_class->set_property = spil_cascade_panel_set_property;
  object_class->dispose = spil_cascade_panel_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  answered = g_signal_new ("answered", SPIL_TYPE_CASCADE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                           G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-cascade-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilCascadePanel, revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilCascadePanel, box);
  gtk_widget_class_bind_template_child (widget_class, SpilCascadePanel, title);
  gtk_widget_class_bind_template_child (widget_class, SpilCascadePanel, asked);
  gtk_widget_class_bind_template_child (widget_class, SpilCascadePanel, list);
  gtk_widget_class_bind_template_child (widget_class, SpilCascadePanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpilCascadePanel, all);
  gtk_widget_class_bind_template_child (widget_class, SpilCascadePanel, only);
  gtk_widget_class_bind_template_callback (widget_class, on_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_only_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
}

static void
spil_cascade_panel_init (SpilCascadePanel *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  factory = spil_two_line_factory_new (title_text, subtitle_text, end_text, self);
  gtk_list_view_set_factory (self->list, factory);
  set_narrow (self, FALSE);
}
