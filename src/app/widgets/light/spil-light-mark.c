// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-light-mark.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"

const char *
spil_light_label (int light)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_TASK_JOURNAL),
                                              SPIL_TASK_JOURNAL_LIGHT);
  const char *label = spil_field_choice_label (field, light);

  return label[0] != '\0' ? label : _ ("no light");
}

// The sign says it without colour: round, triangle, octagon-like.
const char *
spil_light_icon (int light)
{
  switch (light) {
  case SPIL_LIGHT_GREEN:
    return "object-select-symbolic";
  case SPIL_LIGHT_AMBER:
    return "dialog-warning-symbolic";
  case SPIL_LIGHT_RED:
    return "dialog-error-symbolic";
  default:
    return "dialog-question-symbolic";
  }
}

const char *
spil_light_css_class (int light)
{
  switch (light) {
  case SPIL_LIGHT_GREEN:
    return "success";
  case SPIL_LIGHT_AMBER:
    return "warning";
  case SPIL_LIGHT_RED:
    return "error";
  default:
    return "dimmed";
  }
}

void
spil_light_mark_set_light (GtkWidget *mark, int light)
{
  const char *label = spil_light_label (light);

  gtk_image_set_from_icon_name (GTK_IMAGE (mark), spil_light_icon (light));
  for (int i = 0; i <= SPIL_LIGHT_RED; i++)
    gtk_widget_remove_css_class (mark, spil_light_css_class (i));
  gtk_widget_add_css_class (mark, spil_light_css_class (light));
  gtk_widget_set_tooltip_text (mark, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
spil_light_mark_new (int light)
{
  GtkWidget *mark = gtk_image_new ();

  spil_light_mark_set_light (mark, light);
  return mark;
}
