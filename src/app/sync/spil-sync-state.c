// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sync-state.h"

#include <glib/gi18n-lib.h>

struct _SpilSyncState
{
  GtkBox parent_instance;

  SpilSyncer *syncer;
  SpilSyncLevel level; /**< that was shown last */

  GtkWidget *button;
  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SpilSyncState, spil_sync_state, GTK_TYPE_BOX)

const char *
spil_sync_level_icon (SpilSyncLevel level)
{
  static const char *const icons[] = {
    [SPIL_SYNC_ALONE] = "computer-symbolic",
    [SPIL_SYNC_CURRENT] = "object-select-symbolic",
    [SPIL_SYNC_WAITING] = "document-open-recent-symbolic",
    [SPIL_SYNC_TO_DO] = "spil-choose-symbolic",
    [SPIL_SYNC_TROUBLE] = "dialog-warning-symbolic",
    [SPIL_SYNC_ENDED] = "action-unavailable-symbolic",
  };

  return icons[level];
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_state (SpilSyncState *self)
{
  g_autofree char *sentence = spil_syncer_dup_sentence (self->syncer);
  SpilSyncLevel level = spil_syncer_get_level (self->syncer);
  gboolean busy = spil_syncer_get_busy (self->syncer);
  gboolean worse = level > self->level && level > SPIL_SYNC_CURRENT;

  gtk_image_set_from_icon_name (self->icon, busy ? "view-refresh-symbolic" : spil_sync_level_icon (level));
  gtk_label_set_label (self->label, sentence);
  gtk_widget_set_tooltip_text (self->button, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Opens the page “Working together”"), -1);
  set_class (GTK_WIDGET (self->icon), "warning", level >= SPIL_SYNC_TO_DO && !busy);
  set_class (self->button, "dimmed", level < SPIL_SYNC_TO_DO);
  if (busy)
    return;
  if (worse)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  self->level = level;
}

static void
spil_sync_state_dispose (GObject *object)
{
  SpilSyncState *self = SPIL_SYNC_STATE (object);

  g_clear_object (&self->syncer);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_SYNC_STATE);
  G_OBJECT_CLASS (spil_sync_state_parent_class)->dispose (object);
}

static void
spil_sync_state_class_init (SpilSyncStateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_sync_state_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-sync-state.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilSyncState, button);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncState, icon);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncState, label);
}

static void
spil_sync_state_init (SpilSyncState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
spil_sync_state_set_syncer (SpilSyncState *self, SpilSyncer *syncer)
{
  g_return_if_fail (SPIL_IS_SYNC_STATE (self));
  g_return_if_fail (self->syncer == NULL);

  self->syncer = g_object_ref (syncer);
  g_signal_connect_object (syncer, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (syncer, "notify::busy", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
}
