// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offer-board.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"
#include "spil-offer-step.h"
#include "spil-offer-words.h"
#include "spil-page.h"
#include "spil-row-group.h"

#define COLUMN_WIDTH 184

struct _SpilOfferBoard
{
  AdwBin parent_instance;

  GtkBox *columns;
  GtkListBox *lists[SPIL_OFFER_STATE_SECURED + 1]; /**< by state; the first is not used */
  GtkLabel *titles[SPIL_OFFER_STATE_SECURED + 1];
  GtkLabel *figures[SPIL_OFFER_STATE_SECURED + 1];
  GPtrArray *offers; /**< of SpilOfferRow, borrowed */
  SpilId focus; /**< the card that was moved gets the keyboard again; nil: none */
};

G_DEFINE_FINAL_TYPE (SpilOfferBoard, spil_offer_board, ADW_TYPE_BIN)

static const SpilOfferRow *
offer_of (GtkWidget *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "spil-offer") : NULL;
}

static void
step_to (SpilOfferBoard *self, const SpilOfferRow *offer, int state)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  if (page == NULL || offer == NULL)
    return;
  self->focus = offer->id;
  spil_offer_step_to (spil_page_get_worker (SPIL_PAGE (page)), page, offer, state);
}

// To the card at the same height in the next column that has any.
static gboolean
go_beside (SpilOfferBoard *self, int state, int step, int at)
{
  for (int next = state + step; next >= SPIL_OFFER_STATE_PIPELINE && next <= SPIL_OFFER_STATE_SECURED;
       next += step) {
    GtkListBoxRow *row = NULL;

    for (int i = at; i >= 0 && row == NULL; i--)
      row = gtk_list_box_get_row_at_index (self->lists[next], i);
    if (row != NULL && offer_of (GTK_WIDGET (row)) != NULL)
      return gtk_widget_grab_focus (GTK_WIDGET (row));
  }
  return TRUE;
}

static gboolean
on_key_pressed_cb (SpilOfferBoard *self, guint key, guint code, GdkModifierType modifiers,
                   GtkEventControllerKey *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const SpilOfferRow *offer = GTK_IS_LIST_BOX_ROW (focus) ? offer_of (focus) : NULL;
  int step = key == GDK_KEY_Left || key == GDK_KEY_KP_Left     ? -1
             : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1
                                                               : 0;

  if (offer == NULL || step == 0)
    return GDK_EVENT_PROPAGATE;
  if (modifiers & GDK_CONTROL_MASK)
    step_to (self, offer, offer->state + step);
  else
    go_beside (self, offer->state, step, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)));
  return GDK_EVENT_STOP;
}

static gboolean
on_dropped_cb (SpilOfferBoard *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  int state = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "spil-state"));
  const char *id = g_value_get_string (value);

  for (guint i = 0; self->offers != NULL && i < self->offers->len; i++) {
    const SpilOfferRow *offer = g_ptr_array_index (self->offers, i);
    g_autofree char *text = spil_id_dup_text (offer->id);

    if (g_strcmp0 (text, id) == 0) {
      step_to (self, offer, state);
      return TRUE;
    }
  }
  return FALSE;
}

// "20 participants · 4 a day": a card has little room.
static char *
dup_short_figures (const SpilOfferRow *offer)
{
  g_autofree char *expected = offer->expected >= 0 ? spil_decimal_format (offer->expected) : NULL;
  // Translators: expected avoidances a working day, in little room.
  g_autofree char *a_day = expected != NULL ? g_strdup_printf (_ ("%s a day"), expected) : g_strdup ("");
  g_autofree char *people = offer->participants >= 0
                                ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d participant",
                                                                "%d participants",
                                                                (gulong) offer->participants),
                                                   (int) offer->participants)
                                : g_strdup ("");

  return spil_join_facts (people, a_day, NULL);
}

static GtkWidget *
make_card (SpilOfferBoard *self, const SpilOfferRow *offer)
{
  g_autofree char *figures = dup_short_figures (offer);
  g_autofree char *dates = spil_offer_dup_dates (offer);
  g_autofree char *subtitle = figures[0] != '\0'
                                  ? g_strjoin ("\n", offer->instrument_name, figures, dates, NULL)
                                  : g_strjoin ("\n", offer->instrument_name, dates, NULL);
  g_autofree char *id = spil_id_dup_text (offer->id);
  g_autofree char *target = g_strconcat ("offer ", id, NULL);
  GtkWidget *row = spil_text_row_new (offer->whom != NULL ? offer->whom : _ ("not stated"), subtitle, NULL);
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (G_TYPE_STRING, id);

  g_object_set_data (G_OBJECT (row), "spil-offer", (gpointer) offer);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  return row;
}

// Says that there is nothing, or that there is more than is shown.
static void
append_remark (SpilOfferBoard *self, int state, int shown, int64_t n)
{
  g_autofree char *rest = NULL;
  GtkWidget *row;

  if (shown == n && n > 0)
    return;
  if (n > shown)
    rest = g_strdup_printf (_ ("%d more: narrow the board, or take the list"), (int) n - shown);
  row = spil_text_row_new (n > shown ? rest : _ ("Nothing here"), NULL, NULL);
  gtk_widget_add_css_class (row, "dimmed");
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->lists[state], row);
}

static void
fill_column (SpilOfferBoard *self, int state, GPtrArray *offers, const SpilOfferCounts *counts)
{
  g_autofree char *n = spil_integer_format (counts->n[state]);
  g_autofree char *title = g_strdup_printf ("%s · %s", spil_offer_state_label (state), n);
  g_autofree char *expected = spil_decimal_format (counts->expected[state]);
  // Translators: under the title of a column: %s avoidances a working day are expected of its offers.
  g_autofree char *figures = counts->expected[state] > 0
                                 ? g_strdup_printf (_ ("%s avoidances a day"), expected)
                                 : g_strdup (" ");
  int shown = 0;

  gtk_label_set_label (self->titles[state], title);
  gtk_label_set_label (self->figures[state], figures);
  gtk_list_box_remove_all (self->lists[state]);
  for (guint i = 0; i < offers->len; i++) {
    const SpilOfferRow *offer = g_ptr_array_index (offers, i);

    if (offer->state != state)
      continue;
    gtk_list_box_append (self->lists[state], make_card (self, offer));
    if (spil_id_equal (offer->id, self->focus))
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->lists[state], shown)));
    shown++;
  }
  append_remark (self, state, shown, counts->n[state]);
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
make_column (SpilOfferBoard *self, int state)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *list = gtk_list_box_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_widget_set_size_request (column, COLUMN_WIDTH, -1);
  gtk_widget_set_hexpand (column, TRUE);
  g_object_set_data (G_OBJECT (column), "spil-state", GINT_TO_POINTER (state));
  self->titles[state] = append_label (column, "heading");
  self->figures[state] = append_label (column, "dimmed");
  self->lists[state] = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->lists[state], GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_top (list, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spil_offer_state_label (state), -1);
  gtk_box_append (GTK_BOX (column), list);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (target));
  gtk_box_append (self->columns, column);
}

static void
spil_offer_board_class_init (SpilOfferBoardClass *klass)
{
}

static void
spil_offer_board_init (SpilOfferBoard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->columns = GTK_BOX (columns);
  gtk_box_set_homogeneous (self->columns, TRUE);
  gtk_widget_set_margin_start (columns, 12);
  gtk_widget_set_margin_end (columns, 12);
  gtk_widget_set_margin_top (columns, 6);
  gtk_widget_set_margin_bottom (columns, 24);
  for (int state = SPIL_OFFER_STATE_PIPELINE; state <= SPIL_OFFER_STATE_SECURED; state++)
    make_column (self, state);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), columns);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
spil_offer_board_new (void)
{
  return g_object_new (SPIL_TYPE_OFFER_BOARD, NULL);
}

void
spil_offer_board_set_offers (SpilOfferBoard *self, GPtrArray *offers, const SpilOfferCounts *counts)
{
  g_return_if_fail (SPIL_IS_OFFER_BOARD (self));

  self->offers = offers;
  for (int state = SPIL_OFFER_STATE_PIPELINE; state <= SPIL_OFFER_STATE_SECURED; state++)
    fill_column (self, state, offers, counts);
  self->focus = SPIL_ID_NIL;
}
