// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-keys.h"

#include <glib/gi18n-lib.h>

#include "spil-plan-view-private.h"

#define ZOOM_FACTOR 1.25
/* Tenths of an em. */
#define TABLE_STEP 30

/* clang-format off */
static const SpilPlanKey keys[] = {
  { NULL, N_ ("Type in the cell"), "F2" },
  { "planning.edit", N_ ("Edit in a form"), "<Alt>Return" },
  { "planning.details", N_ ("All about the activity"), "<Control>Return" },
  { "planning.add", N_ ("New activity under this one"), "Insert" },
  { "planning.add-milestone", N_ ("New milestone under this one"), "<Control>m" },
  { "planning.earlier", N_ ("Earlier"), "<Alt>Left" },
  { "planning.later", N_ ("Later"), "<Alt>Right" },
  { "planning.shorter", N_ ("End earlier"), "<Shift>Left" },
  { "planning.longer", N_ ("End later"), "<Shift>Right" },
  { "planning.indent", N_ ("Make it a part of the one above"), "<Alt><Shift>Right" },
  { "planning.outdent", N_ ("A part no longer"), "<Alt><Shift>Left" },
  { "planning.raise", N_ ("Up"), "<Alt>Up" },
  { "planning.lower", N_ ("Down"), "<Alt>Down" },
  { "planning.toggle", N_ ("Show or hide its parts"), "plus" },
  { "planning.link", N_ ("Link one after the other"), "<Control>l" },
  { "planning.unlink", N_ ("Undo the links between them"), "<Control><Shift>l" },
  { "planning.cut", N_ ("Cut"), "<Control>x" },
  { "planning.copy", N_ ("Copy"), "<Control>c" },
  { "planning.paste", N_ ("Paste"), "<Control>v" },
  { "planning.delete", N_ ("Delete"), "Delete" },
  { "planning.select-all", N_ ("Select all"), "<Control>a" },
  { "planning.zoom-in", N_ ("Zoom in"), "<Control>plus" },
  { "planning.zoom-out", N_ ("Zoom out"), "<Control>minus" },
  { "planning.fit", N_ ("Show the whole planning"), "<Control>0" },
  { NULL, N_ ("Make the table narrower or wider"), "<Control><Shift>Left" },
  { NULL, N_ ("Scroll through time"), "<Control>Left" },
};
/* clang-format on */

const SpilPlanKey *
spil_plan_keys (gsize *n_keys)
{
  *n_keys = G_N_ELEMENTS (keys);
  return keys;
}

/* Who may only read is told so, rather than that nothing happens. */
static gboolean
refuse (SpilPlanView *self)
{
  return self->read_only && gtk_widget_activate_action (GTK_WIDGET (self), "planning.refuse", NULL);
}

/* What is done by an action of the page. */
static gboolean
activate (SpilPlanView *self, guint keyval, GdkModifierType held)
{
  guint lower = gdk_keyval_to_lower (keyval), key;
  GdkModifierType modifiers;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].action != NULL && gtk_accelerator_parse (keys[i].keys, &key, &modifiers) && key == lower &&
        modifiers == held)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL) || refuse (self);
  return FALSE;
}

/* Keys of the number pad are those of the rest of the keyboard. */
static guint
plain_keyval (guint keyval)
{
  static const guint pairs[][2] = {
    { GDK_KEY_KP_Left, GDK_KEY_Left },      { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Up, GDK_KEY_Up },          { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Enter, GDK_KEY_Return },   { GDK_KEY_KP_Add, GDK_KEY_plus },
    { GDK_KEY_KP_Subtract, GDK_KEY_minus }, { GDK_KEY_KP_0, GDK_KEY_0 },
    { GDK_KEY_KP_Insert, GDK_KEY_Insert },  { GDK_KEY_KP_Delete, GDK_KEY_Delete },
    { GDK_KEY_equal, GDK_KEY_plus },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == keyval)
      return pairs[i][1];
  return keyval;
}

static void
go_to (SpilPlanView *self, int row, gboolean extend)
{
  spil_plan_rows_set_current (self, CLAMP (row, 0, spil_plan_view_count_rows (self) - 1), extend);
}

static gboolean
on_vertical_key (SpilPlanView *self, guint keyval, gboolean extend)
{
  int current = spil_plan_view_get_selected (self);
  int page = MAX (
      1, (int) ((self->layout.height - self->layout.header_height) / MAX (self->layout.row_height, 1)) - 1);

  switch (keyval) {
  case GDK_KEY_Down:
    go_to (self, current + 1, extend);
    return TRUE;
  case GDK_KEY_Up:
    go_to (self, current - 1, extend);
    return TRUE;
  case GDK_KEY_Home:
    go_to (self, 0, extend);
    return TRUE;
  case GDK_KEY_End:
    go_to (self, G_MAXINT - 1, extend);
    return TRUE;
  case GDK_KEY_Page_Down:
    go_to (self, current + page, extend);
    return TRUE;
  case GDK_KEY_Page_Up:
    go_to (self, current - page, extend);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
pan (SpilPlanView *self, int tenths)
{
  spil_plan_place_scroll (self, tenths * 0.1 * gtk_adjustment_get_page_size (self->across), 0);
}

/* On the name of a summary left and right close and open it. */
static gboolean
toggle_towards (SpilPlanView *self, int count)
{
  int current = spil_plan_view_get_selected (self);
  const SpilGanttRow *row;

  if (current < 0 || self->column > 0)
    return FALSE;
  row = spil_gantt_get_row (spil_plan_view_get_gantt (self), current);
  if (!(row->summary || row->heading) || row->collapsed != (count > 0))
    return FALSE;
  g_signal_emit_by_name (self, "row-toggled", current);
  return TRUE;
}

static void
on_horizontal_key (SpilPlanView *self, int count)
{
  if (!toggle_towards (self, count) && !spil_plan_cells_move (self, count))
    pan (self, count);
}

static void
ask_menu (SpilPlanView *self)
{
  int current = MAX (0, spil_plan_view_get_selected (self));
  double x, y, width, height;

  spil_gantt_cell_place (&self->layout, current, 0, &x, &y, &width, &height);
  g_signal_emit_by_name (self, "menu-wanted",
                         &(GdkRectangle) { (int) x, (int) y, (int) MIN (width, 120), (int) height }, FALSE);
}

static gboolean
on_enter (SpilPlanView *self)
{
  int current = spil_plan_view_get_selected (self);

  if (current < 0)
    return FALSE;
  if (spil_plan_view_has_table (self) && !self->read_only)
    return spil_plan_cells_edit_current (self, NULL);
  g_signal_emit_by_name (self, "row-activated", current);
  return TRUE;
}

/* A letter begins to fill in the cell, as in a spreadsheet. */
static gboolean
on_letter (SpilPlanView *self, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[8] = { 0 };

  if (!g_unichar_isgraph (letter) || !spil_plan_view_has_table (self))
    return FALSE;
  g_unichar_to_utf8 (letter, text);
  return spil_plan_cells_edit_current (self, text);
}

static gboolean
on_plain_key (SpilPlanView *self, guint keyval)
{
  int current = spil_plan_view_get_selected (self);

  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_Right:
    on_horizontal_key (self, keyval == GDK_KEY_Left ? -1 : 1);
    return TRUE;
  case GDK_KEY_minus:
    if (current >= 0)
      g_signal_emit_by_name (self, "row-toggled", current);
    return TRUE;
  case GDK_KEY_F2:
    return refuse (self) || spil_plan_cells_edit_current (self, NULL);
  case GDK_KEY_Return:
    return on_enter (self);
  case GDK_KEY_space:
    self->space = TRUE;
    return TRUE;
  case GDK_KEY_Escape:
    if (spil_plan_selection_get_count (self->selection) <= 1)
      return FALSE;
    spil_plan_view_select (self, current);
    return TRUE;
  case GDK_KEY_Menu:
    ask_menu (self);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
on_control_key (SpilPlanView *self, guint keyval, gboolean shift)
{
  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_Right:
    if (shift)
      spil_plan_place_set_table_width (self, self->table_width +
                                                 (keyval == GDK_KEY_Left ? -TABLE_STEP : TABLE_STEP));
    else
      pan (self, keyval == GDK_KEY_Left ? -1 : 1);
    return TRUE;
  case GDK_KEY_plus:
    spil_plan_place_zoom_by (self, ZOOM_FACTOR, -1);
    return TRUE;
  case GDK_KEY_minus:
    spil_plan_place_zoom_by (self, 1 / ZOOM_FACTOR, -1);
    return TRUE;
  case GDK_KEY_a:
    spil_plan_selection_all (self->selection);
    spil_plan_rows_selected (self, TRUE);
    return TRUE;
  case GDK_KEY_space:
    spil_plan_selection_toggle (self->selection, MAX (0, spil_plan_view_get_selected (self)));
    spil_plan_rows_selected (self, TRUE);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
on_key_pressed_cb (SpilPlanView *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);
  gboolean shift = (held & GDK_SHIFT_MASK) != 0;

  if (!spil_plan_view_has_size (self) || !gtk_widget_has_focus (GTK_WIDGET (self->canvas)))
    return FALSE;
  keyval = plain_keyval (keyval);
  if (shift && keyval == GDK_KEY_F10) {
    ask_menu (self);
    return TRUE;
  }
  if ((held & ~(guint) GDK_SHIFT_MASK) == 0 && on_vertical_key (self, keyval, shift))
    return TRUE;
  if ((held & ~(guint) GDK_SHIFT_MASK) == GDK_CONTROL_MASK && on_control_key (self, keyval, shift))
    return TRUE;
  if (activate (self, keyval, keyval == GDK_KEY_plus ? held & ~(guint) GDK_SHIFT_MASK : held))
    return TRUE;
  if (held == 0 && on_plain_key (self, keyval))
    return TRUE;
  return (held & ~(guint) GDK_SHIFT_MASK) == 0 && on_letter (self, keyval);
}

static void
on_key_released_cb (SpilPlanView *self, guint keyval)
{
  if (keyval == GDK_KEY_space)
    self->space = FALSE;
}

void
spil_plan_keys_add (SpilPlanView *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  /* Before the canvas and the scrolled window, which would take the arrows. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "key-released", G_CALLBACK (on_key_released_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
