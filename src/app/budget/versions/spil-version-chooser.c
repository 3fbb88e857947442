// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-version-chooser.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-row-group.h"
#include "spil-version-words.h"

struct _SpilVersionChooser
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *name;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SpilVersionChooser, spil_version_chooser, ADW_TYPE_BIN)

enum
{
  VERSION_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const headings[] = {
  [SPIL_BUDGET_IN_FORCE] = N_ ("In force"),   [SPIL_BUDGET_PROPOSED] = N_ ("Proposals"),
  [SPIL_BUDGET_LATER] = N_ ("To come"),       [SPIL_BUDGET_EARLIER] = N_ ("Earlier"),
  [SPIL_BUDGET_WITHDRAWN] = N_ ("Withdrawn"),
};

static int
state_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "spil-state"));
}

// Over the first of each kind.
static void
on_header_wanted_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GtkWidget *label;

  if (before != NULL && state_of (row) == state_of (before)) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (_ (headings[state_of (row)]));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "version-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
on_row_activated_cb (SpilVersionChooser *self, GtkListBoxRow *row)
{
  const SpilId *id = g_object_get_data (G_OBJECT (row), "spil-id");
  SpilId chosen = *id;

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[VERSION_CHOSEN], 0, &chosen);
}

static void
spil_version_chooser_class_init (SpilVersionChooserClass *klass)
{
  signals[VERSION_CHOSEN] = g_signal_new ("version-chosen", SPIL_TYPE_VERSION_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
make_popover (SpilVersionChooser *self)
{
  GtkWidget *popover = spil_accessible_popover_new (_ ("Versions of the budget"));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, on_header_wanted_cb, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Versions of the budget"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_widget_set_size_request (scroller, 300, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "menu");
  return popover;
}

static void
spil_version_chooser_init (SpilVersionChooser *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *name = gtk_label_new (NULL);

  self->button = GTK_MENU_BUTTON (button);
  self->name = GTK_LABEL (name);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->name, 0);
  gtk_widget_add_css_class (name, "title-4");
  gtk_menu_button_set_child (self->button, name);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_popover (self->button, make_popover (self));
  gtk_widget_add_css_class (button, "flat");
  adw_bin_set_child (ADW_BIN (self), button);
}

static void
add_row (SpilVersionChooser *self, const SpilBudgetData *data, const SpilBudgetVersionRow *version,
         SpilBudgetState state)
{
  g_autofree char *standing = spil_version_dup_standing (version, state);
  GtkWidget *row = spil_text_row_new (version->name, standing, NULL);

  if (version == data->version)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "spil-state", GINT_TO_POINTER (state));
  g_object_set_data_full (G_OBJECT (row), "spil-id", g_memdup2 (&version->id, sizeof (SpilId)), g_free);
  gtk_list_box_append (self->list, row);
}

void
spil_version_chooser_fill (SpilVersionChooser *self, const SpilBudgetData *data)
{
  static const SpilBudgetState order[] = { SPIL_BUDGET_IN_FORCE, SPIL_BUDGET_PROPOSED, SPIL_BUDGET_LATER,
                                           SPIL_BUDGET_EARLIER, SPIL_BUDGET_WITHDRAWN };
  g_autofree char *name = NULL;

  g_return_if_fail (SPIL_IS_VERSION_CHOOSER (self));

  gtk_list_box_remove_all (self->list);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < data->versions->len; j++) {
      const SpilBudgetVersionRow *version = data->versions->pdata[j];

      if (spil_budget_version_state (version, data->current, data->today) == order[i])
        add_row (self, data, version, order[i]);
    }
  gtk_label_set_text (self->name, data->version->name);
  // Translators: %s is the name of a budget version.
  name = g_strdup_printf (_ ("Budget version: %s"), data->version->name);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
