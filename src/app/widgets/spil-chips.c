// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-chips.h"

struct _SpilChips
{
  GtkWidget parent_instance;

  AdwWrapBox *box;
  GPtrArray *chips; /**< of GtkToggleButton, borrowed */
  gboolean multiple;
  gboolean setting; /**< a program chooses */
};

G_DEFINE_FINAL_TYPE (SpilChips, spil_chips, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkToggleButton *
chip_at (SpilChips *self, int index)
{
  return GTK_TOGGLE_BUTTON (self->chips->pdata[index]);
}

static void
show_chosen (SpilChips *self, GtkToggleButton *chip)
{
  gboolean chosen = gtk_toggle_button_get_active (chip);
  GtkWidget *mark = g_object_get_data (G_OBJECT (chip), "spil-mark");

  if (mark != NULL)
    gtk_widget_set_visible (mark, chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_CHECKED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

// Of chips of which one is chosen, Tab reaches that one only; as long as there is none, the first.
static void
update_focusable (SpilChips *self)
{
  int chosen = MAX (spil_chips_get_first_chosen (self), 0);

  for (int i = 0; i < (int) self->chips->len; i++)
    gtk_widget_set_focusable (self->chips->pdata[i], self->multiple || i == chosen);
}

static void
on_chip_toggled_cb (SpilChips *self, GtkToggleButton *chip)
{
  show_chosen (self, chip);
  // Of the two that change in a group, the one that is chosen says it.
  if (!self->multiple && !gtk_toggle_button_get_active (chip))
    return;
  update_focusable (self);
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_key_pressed_cb (SpilChips *self, guint keyval)
{
  int chosen = spil_chips_get_first_chosen (self);
  int step = 0;

  if (keyval == GDK_KEY_Right || keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Right ||
      keyval == GDK_KEY_KP_Down)
    step = 1;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Left || keyval == GDK_KEY_KP_Up)
    step = -1;
  if (self->multiple || step == 0 || self->chips->len == 0)
    return FALSE;
  chosen = CLAMP (chosen + step, 0, (int) self->chips->len - 1);
  gtk_toggle_button_set_active (chip_at (self, chosen), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (chip_at (self, chosen)));
  return TRUE;
}

static GtkSizeRequestMode
spil_chips_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (GTK_WIDGET (SPIL_CHIPS (widget)->box));
}

static void
spil_chips_dispose (GObject *object)
{
  SpilChips *self = SPIL_CHIPS (object);

  g_ptr_array_set_size (self->chips, 0);
  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (spil_chips_parent_class)->dispose (object);
}

static void
spil_chips_finalize (GObject *object)
{
  g_ptr_array_unref (SPIL_CHIPS (object)->chips);
  G_OBJECT_CLASS (spil_chips_parent_class)->finalize (object);
}

static void
spil_chips_class_init (SpilChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_chips_finalize;
  widget_class->get_request_mode = spil_chips_get_request_mode;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
spil_chips_init (SpilChips *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->chips = g_ptr_array_new ();
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
spil_chips_new (const char *label, gboolean multiple)
{
  SpilChips *self = g_object_new (SPIL_TYPE_CHIPS, NULL);

  self->multiple = multiple;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

static GtkWidget *
make_chip (SpilChips *self, const char *text)
{
  GtkAccessibleRole role = self->multiple ? GTK_ACCESSIBLE_ROLE_CHECKBOX : GTK_ACCESSIBLE_ROLE_RADIO;
  GtkWidget *chip = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", role, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (mark, FALSE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (chip), "spil-mark", mark);
  g_object_set_data (G_OBJECT (chip), "spil-label", label);
  return chip;
}

void
spil_chips_add (SpilChips *self, const char *label)
{
  GtkWidget *chip;

  g_return_if_fail (SPIL_IS_CHIPS (self));

  chip = make_chip (self, label);
  if (!self->multiple && self->chips->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), chip_at (self, 0));
  g_ptr_array_add (self->chips, chip);
  adw_wrap_box_append (self->box, chip);
  show_chosen (self, GTK_TOGGLE_BUTTON (chip));
  update_focusable (self);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled_cb), self, G_CONNECT_SWAPPED);
}

void
spil_chips_set_label (SpilChips *self, int index, const char *label)
{
  g_return_if_fail (SPIL_IS_CHIPS (self));
  g_return_if_fail (index >= 0 && index < (int) self->chips->len);

  gtk_label_set_text (g_object_get_data (self->chips->pdata[index], "spil-label"), label);
  gtk_accessible_update_property (self->chips->pdata[index], GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
spil_chips_set_icon (SpilChips *self, int index, const char *icon, const char *css_class)
{
  GtkImage *mark;

  g_return_if_fail (SPIL_IS_CHIPS (self));
  g_return_if_fail (index >= 0 && index < (int) self->chips->len);

  mark = g_object_steal_data (self->chips->pdata[index], "spil-mark");
  g_return_if_fail (mark != NULL);
  gtk_image_set_from_icon_name (mark, icon);
  gtk_widget_add_css_class (GTK_WIDGET (mark), css_class);
  gtk_widget_set_visible (GTK_WIDGET (mark), TRUE);
}

void
spil_chips_set_shown (SpilChips *self, int index, gboolean shown)
{
  g_return_if_fail (SPIL_IS_CHIPS (self));
  g_return_if_fail (index >= 0 && index < (int) self->chips->len);

  gtk_widget_set_visible (self->chips->pdata[index], shown);
}

void
spil_chips_clear (SpilChips *self)
{
  g_return_if_fail (SPIL_IS_CHIPS (self));

  for (guint i = 0; i < self->chips->len; i++)
    adw_wrap_box_remove (self->box, self->chips->pdata[i]);
  g_ptr_array_set_size (self->chips, 0);
}

int
spil_chips_get_count (SpilChips *self)
{
  g_return_val_if_fail (SPIL_IS_CHIPS (self), 0);
  return (int) self->chips->len;
}

gboolean
spil_chips_get_chosen (SpilChips *self, int index)
{
  g_return_val_if_fail (SPIL_IS_CHIPS (self), FALSE);
  g_return_val_if_fail (index >= 0 && index < (int) self->chips->len, FALSE);
  return gtk_toggle_button_get_active (chip_at (self, index));
}

void
spil_chips_set_chosen (SpilChips *self, int index, gboolean chosen)
{
  g_return_if_fail (SPIL_IS_CHIPS (self));
  g_return_if_fail (index >= 0 && index < (int) self->chips->len);

  self->setting = TRUE;
  gtk_toggle_button_set_active (chip_at (self, index), chosen);
  self->setting = FALSE;
}

int
spil_chips_get_first_chosen (SpilChips *self)
{
  g_return_val_if_fail (SPIL_IS_CHIPS (self), -1);

  for (int i = 0; i < (int) self->chips->len; i++)
    if (gtk_toggle_button_get_active (chip_at (self, i)))
      return i;
  return -1;
}
