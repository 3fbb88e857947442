// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-ledger-private.h"

#include <glib/gi18n-lib.h>

#include "spil-ledger-change.h"
#include "spil-page.h"
#include "spil-record-dialog.h"

// More than any cell needs.
#define MAX_TYPED 12

static const SpilLedgerColumn *
column_at (SpilLedger *self)
{
  return &g_array_index (self->columns, SpilLedgerColumn, self->column);
}

static SpilPage *
find_page (SpilLedger *self)
{
  return SPIL_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE));
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilLedger) self = user_data;
  g_autoptr (GError) error = NULL;

  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    return;
  // Nothing was changed: what stands in the cells is what was there.
  if (self->cohort != NULL)
    spil_ledger_set_cohort (self, self->cohort);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

void
spil_ledger_commit (SpilLedger *self, SpilAction *action, GError *error)
{
  SpilPage *page = find_page (self);

  if (error != NULL) {
    if (page != NULL)
      spil_page_toast (page, error->message);
    g_error_free (error);
    return;
  }
  if (page != NULL && action != NULL)
    spil_worker_commit (spil_page_get_worker (page), action, on_committed_cb, g_object_ref (self));
}

/* Typing */

static void
forget_typed (SpilLedger *self)
{
  SpilLedgerCell *cell = spil_ledger_cell_at (self, self->row, self->column);

  if (self->typed == NULL)
    return;
  g_string_free (g_steal_pointer (&self->typed), TRUE);
  if (cell != NULL)
    spil_ledger_cell_set_typed (cell, NULL, FALSE);
}

static gboolean
put (SpilLedger *self, const char *text)
{
  GError *error = NULL;
  SpilAction *action = spil_ledger_change_cell (self->cohort, (guint) self->row, column_at (self), text,
                                                &error);

  spil_ledger_commit (self, action, error);
  return action != NULL;
}

// Keeps what is being typed; FALSE when it cannot be read.
static gboolean
keep_typed (SpilLedger *self)
{
  SpilLedgerCell *cell = spil_ledger_cell_at (self, self->row, self->column);

  if (self->typed == NULL || cell == NULL)
    return TRUE;
  if (!put (self, self->typed->str)) {
    spil_ledger_cell_set_typed (cell, self->typed->str, TRUE);
    return FALSE;
  }
  g_string_free (g_steal_pointer (&self->typed), TRUE);
  return TRUE;
}

static void
type (SpilLedger *self, const char *text)
{
  SpilLedgerCell *cell = spil_ledger_cell_at (self, self->row, self->column);

  if (self->typed == NULL)
    self->typed = g_string_new (NULL);
  if (self->typed->len < MAX_TYPED)
    g_string_append (self->typed, text);
  if (cell != NULL)
    spil_ledger_cell_set_typed (cell, self->typed->str, FALSE);
}

static void
erase (SpilLedger *self)
{
  SpilLedgerCell *cell = spil_ledger_cell_at (self, self->row, self->column);

  if (self->typed == NULL) {
    put (self, "");
    return;
  }
  if (self->typed->len > 0)
    g_string_truncate (self->typed, self->typed->len - 1);
  if (cell != NULL)
    spil_ledger_cell_set_typed (cell, self->typed->str, FALSE);
}

// A letter or the space bar answers at once.
static gboolean
answer (SpilLedger *self, guint key)
{
  const SpilParticipationRow *row = g_ptr_array_index (self->cohort->participations, self->row);

  switch (column_at (self)->kind) {
  case SPIL_LEDGER_EXTENDED:
    if (key == GDK_KEY_space)
      return put (self, row->extended ? "" : "j"), TRUE;
    if (key == GDK_KEY_j || key == GDK_KEY_y)
      return put (self, "j"), TRUE;
    return key == GDK_KEY_n ? (put (self, "n"), TRUE) : FALSE;
  case SPIL_LEDGER_KEEPS:
    if (key == GDK_KEY_j || key == GDK_KEY_y)
      return put (self, "j"), TRUE;
    if (key == GDK_KEY_n || key == GDK_KEY_o)
      return put (self, key == GDK_KEY_n ? "n" : "o"), TRUE;
    return FALSE;
  default:
    return FALSE;
  }
}

static gboolean
type_key (SpilLedger *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  SpilLedgerKind kind = column_at (self)->kind;
  char text[7] = { 0 };

  if (kind != SPIL_LEDGER_WEEK && kind != SPIL_LEDGER_SPENT)
    return FALSE;
  if (!g_unichar_isdigit (letter) &&
      !(kind == SPIL_LEDGER_SPENT && (letter == ',' || letter == '.' || letter == 0x20AC)))
    return FALSE;
  g_unichar_to_utf8 (letter, text);
  type (self, text);
  return TRUE;
}

/* Moving */

static void
go_to (SpilLedger *self, int row, int column)
{
  SpilLedgerCell *cell;

  if (!keep_typed (self))
    return;
  row = CLAMP (row, 0, (int) self->cohort->participations->len - 1);
  column = CLAMP (column, 0, (int) self->columns->len - 1);
  cell = spil_ledger_cell_at (self, row, column);
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static gboolean
move (SpilLedger *self, guint key, gboolean control)
{
  int last_row = (int) self->cohort->participations->len - 1;
  int last_column = (int) self->columns->len - 1;

  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return go_to (self, self->row, control ? 0 : self->column - 1), TRUE;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return go_to (self, self->row, control ? last_column : self->column + 1), TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return go_to (self, control ? 0 : self->row - 1, self->column), TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return go_to (self, control ? last_row : self->row + 1, self->column), TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    return go_to (self, self->row + 1, self->column), TRUE;
  case GDK_KEY_Home:
    return go_to (self, control ? 0 : self->row, 0), TRUE;
  case GDK_KEY_End:
    return go_to (self, control ? last_row : self->row, last_column), TRUE;
  default:
    return FALSE;
  }
}

/* Pasting, extending, opening */

static void
on_pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilLedger) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GError *error = NULL;
  SpilAction *action;

  // Nothing that can be read as text: there is nothing to paste.
  if (text == NULL || text[0] == '\0' || self->cohort == NULL || self->cohort->participations->len == 0)
    return;
  action = spil_ledger_change_paste (self->cohort, self->columns, (guint) self->row, (guint) self->column,
                                     text, &error);
  spil_ledger_commit (self, action, error);
}

static void
paste (SpilLedger *self)
{
  forget_typed (self);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_pasted_cb,
                                 g_object_ref (self));
}

static void
copy (SpilLedger *self)
{
  g_autofree char *text = spil_ledger_dup_text (g_ptr_array_index (self->cohort->participations, self->row),
                                                column_at (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
extend_row (SpilLedger *self)
{
  static const SpilLedgerColumn extended = { SPIL_LEDGER_EXTENDED, 0 };
  const SpilParticipationRow *row = g_ptr_array_index (self->cohort->participations, self->row);
  GError *error = NULL;
  SpilAction *action = spil_ledger_change_cell (self->cohort, (guint) self->row, &extended,
                                                row->extended ? "" : "j", &error);

  spil_ledger_commit (self, action, error);
}

static void
open_row (SpilLedger *self)
{
  const SpilParticipationRow *row = g_ptr_array_index (self->cohort->participations, self->row);
  SpilPage *page = find_page (self);

  if (page != NULL)
    spil_record_dialog_present_edit (spil_page_get_worker (page), spil_entity (SPIL_ENTITY_PARTICIPATION),
                                     row->id, GTK_WIDGET (page));
}

/* Keys and clicks */

static gboolean
on_control_key (SpilLedger *self, guint key)
{
  if (key == GDK_KEY_v)
    return paste (self), TRUE;
  if (key == GDK_KEY_c)
    return copy (self), TRUE;
  return move (self, key, TRUE);
}

static gboolean
on_plain_key (SpilLedger *self, guint key)
{
  switch (key) {
  case GDK_KEY_Escape:
    if (self->typed == NULL)
      return FALSE;
    return forget_typed (self), TRUE;
  case GDK_KEY_BackSpace:
    return erase (self), TRUE;
  case GDK_KEY_Delete:
  case GDK_KEY_KP_Delete:
    return forget_typed (self), put (self, ""), TRUE;
  case GDK_KEY_F2:
    return open_row (self), TRUE;
  case GDK_KEY_v:
    return extend_row (self), TRUE;
  case GDK_KEY_V:
    return spil_ledger_extend_earned (self), TRUE;
  default:
    return move (self, key, FALSE) || answer (self, key) || type_key (self, key);
  }
}

static gboolean
on_key_pressed_cb (SpilLedger *self, guint key, guint code, GdkModifierType modifiers,
                   GtkEventControllerKey *controller)
{
  SpilLedgerCell *cell = spil_ledger_cell_at (self, self->row, self->column);

  if (cell == NULL || !gtk_widget_has_focus (GTK_WIDGET (cell)) || (modifiers & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  return modifiers & GDK_CONTROL_MASK ? on_control_key (self, key) : on_plain_key (self, key);
}

static void
on_pressed_cb (SpilLedger *self, int n_presses, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, SPIL_TYPE_LEDGER_CELL) : NULL;

  if (cell != NULL && keep_typed (self))
    gtk_widget_grab_focus (cell);
}

static void
on_left_cb (SpilLedger *self)
{
  if (!keep_typed (self))
    forget_typed (self);
}

void
spil_ledger_listen (SpilLedger *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
