// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-step-line.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-fund-words.h"

// The usual way.
static const int way[] = { SPIL_APPLICATION_STATE_DRAFT,     SPIL_APPLICATION_STATE_SUBMITTED,
                           SPIL_APPLICATION_STATE_COMPLETE,  SPIL_APPLICATION_STATE_ASSESSED,
                           SPIL_APPLICATION_STATE_AWARDED,   SPIL_APPLICATION_STATE_ADVANCED,
                           SPIL_APPLICATION_STATE_ACCOUNTED, SPIL_APPLICATION_STATE_SETTLED,
                           SPIL_APPLICATION_STATE_PAID };

struct _SpilStepLine
{
  AdwBin parent_instance;

  AdwWrapBox *box;
};

G_DEFINE_FINAL_TYPE (SpilStepLine, spil_step_line, ADW_TYPE_BIN)

static int
place_of (int state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (way); i++)
    if (way[i] == state)
      return (int) i;
  return -1;
}

// How far it came before it ended early.
static int
last_place (const SpilFundApplicationRow *row)
{
  if (row->has_awarded)
    return place_of (row->advance_paid.cents > 0 ? SPIL_APPLICATION_STATE_ADVANCED
                                                 : SPIL_APPLICATION_STATE_AWARDED);
  if (spil_day_is_known (row->complete))
    return place_of (SPIL_APPLICATION_STATE_COMPLETE);
  return place_of (spil_day_is_known (row->received) ? SPIL_APPLICATION_STATE_SUBMITTED
                                                     : SPIL_APPLICATION_STATE_DRAFT);
}

// An advance is not always paid: then it is left out of what is behind.
static gboolean
is_skipped (const SpilFundApplicationRow *row, int state, int place)
{
  return state == SPIL_APPLICATION_STATE_ADVANCED && row->advance_paid.cents <= 0 &&
         place > place_of (SPIL_APPLICATION_STATE_ADVANCED);
}

static void
add_step (SpilStepLine *self, int state, const char *icon, const char *css_class)
{
  GtkWidget *step = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *sign = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (spil_fund_state_label (state));

  gtk_box_append (GTK_BOX (step), sign);
  gtk_box_append (GTK_BOX (step), label);
  gtk_widget_add_css_class (step, "step");
  gtk_widget_add_css_class (step, css_class);
  adw_wrap_box_append (self->box, step);
}

void
spil_step_line_set_row (SpilStepLine *self, const SpilFundApplicationRow *row)
{
  int place = place_of (row->state);
  gboolean ended = place < 0;
  g_autofree char *name = NULL;
  GtkWidget *child;

  g_return_if_fail (SPIL_IS_STEP_LINE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, child);
  if (ended)
    place = last_place (row) + 1;
  for (int i = 0; i < place; i++)
    if (!is_skipped (row, way[i], place))
      add_step (self, way[i], "object-select-symbolic", "step-done");
  add_step (self, row->state, spil_fund_state_icon (row->state), ended ? "step-ended" : "step-now");
  for (int i = place + 1; !ended && i < (int) G_N_ELEMENTS (way); i++)
    add_step (self, way[i], spil_fund_state_icon (way[i]), "step-coming");
  if (ended)
    // Translators: %s is a state.
    name = g_strdup_printf (_ ("State: %s"), spil_fund_state_label (row->state));
  else
    // Translators: a state, its place, and how many there are.
    name = g_strdup_printf (_ ("State: %s, step %d of %d"), spil_fund_state_label (row->state), place + 1,
                            (int) G_N_ELEMENTS (way));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
spil_step_line_class_init (SpilStepLineClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
spil_step_line_init (SpilStepLine *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 4);
  adw_wrap_box_set_line_spacing (self->box, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
