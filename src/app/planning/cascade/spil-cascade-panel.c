// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-cascade-panel.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "spil-cascade-words.h"

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

static gboolean
is_problem (const SpilCascadeRow *row)
{
  return row->note != SPIL_CASCADE_MOVED;
}

/* A row is a box: what it is and from when to when, and at its end by how much. */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_setup_cb (SpilCascadePanel *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *dates = make_label ("caption");
  GtkWidget *shift = make_label ("numeric");

  gtk_widget_add_css_class (row, "two-line");
  gtk_widget_add_css_class (dates, "numeric");
  gtk_widget_add_css_class (dates, "dimmed");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (shift), 14);
  gtk_label_set_xalign (GTK_LABEL (shift), 1);
  gtk_label_set_justify (GTK_LABEL (shift), GTK_JUSTIFY_RIGHT);
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), dates);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), shift);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bound_cb (SpilCascadePanel *self, GtkListItem *item)
{
  const SpilCascadeRow *row = row_of (gtk_list_item_get_item (item), self);
  const SpilPlanTaskRow *task = spil_plan_get_task (self->plan, row->task);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *shift = gtk_widget_get_next_sibling (words);
  GtkWidget *name = gtk_widget_get_first_child (words);
  g_autofree char *dates = spil_cascade_dup_dates (self->plan, row);
  g_autofree char *days = spil_cascade_dup_shift (self->plan, row);
  g_autofree char *said = g_strjoin (", ", task != NULL ? task->name : "", dates, days, NULL);

  gtk_label_set_text (GTK_LABEL (name), task != NULL ? task->name : "");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), dates);
  gtk_label_set_text (GTK_LABEL (shift), days != NULL ? days : C_ ("cascade", "stays"));
  if (is_problem (row))
    gtk_widget_add_css_class (shift, "warning");
  else
    gtk_widget_remove_css_class (shift, "warning");
  gtk_list_item_set_accessible_label (item, said);
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
  gtk_button_set_label (GTK_BUTTON (self->all),
                        mend || count.n_moved == 0 ? C_ ("cascade", "Move") : _ ("Move all"));
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
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bound_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  set_narrow (self, FALSE);
}
