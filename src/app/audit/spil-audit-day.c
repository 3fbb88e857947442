// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-audit-day.h"

#include <glib/gi18n-lib.h>

#include "spil-calendar-button.h"

struct _SpilAuditDay
{
  AdwBin parent_instance;

  SpilDay day;
  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (SpilAuditDay, spil_audit_day, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

// What is no day is marked, and asks nothing.
static void
mark (SpilAuditDay *self, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry),
                               wrong ? _ ("This is no date; write 31-12-2026") : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_typed_cb (SpilAuditDay *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  SpilDay day = SPIL_DAY_NONE;

  mark (self, text[0] != '\0' && !spil_day_parse (text, &day));
  if (spil_day_compare (day, self->day) == 0)
    return;
  self->day = day;
  g_signal_emit (self, signals[CHANGED], 0);
}

static int
get_day_cb (SpilAuditDay *self)
{
  return (spil_day_is_known (self->day) ? self->day : spil_day_today ()).number;
}

static void
on_day_chosen_cb (SpilAuditDay *self, int number)
{
  g_autofree char *text = spil_day_format (spil_day (number));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
spil_audit_day_class_init (SpilAuditDayClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_AUDIT_DAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
spil_audit_day_init (SpilAuditDay *self)
{
  self->day = SPIL_DAY_NONE;
}

GtkWidget *
spil_audit_day_new (const char *title)
{
  SpilAuditDay *self = g_object_new (SPIL_TYPE_AUDIT_DAY, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *button = spil_calendar_button_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_entry_set_placeholder_text (self->entry, _ ("dd-mm-yyyy"));
  gtk_widget_add_css_class (label, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "get-day", G_CALLBACK (get_day_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "day-chosen", G_CALLBACK (on_day_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

SpilDay
spil_audit_day_get (SpilAuditDay *self)
{
  g_return_val_if_fail (SPIL_IS_AUDIT_DAY (self), SPIL_DAY_NONE);
  return self->day;
}

void
spil_audit_day_clear (SpilAuditDay *self)
{
  g_return_if_fail (SPIL_IS_AUDIT_DAY (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}
