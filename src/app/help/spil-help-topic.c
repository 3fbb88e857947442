// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-help-topic.h"

#define KEY "spil-help-topic"

void
spil_help_set_topic (GtkWidget *dialog, const char *topic)
{
  g_return_if_fail (GTK_IS_WIDGET (dialog));

  g_object_set_data (G_OBJECT (dialog), KEY, (gpointer) topic);
}

const char *
spil_help_get_topic (GtkWidget *dialog)
{
  g_return_val_if_fail (GTK_IS_WIDGET (dialog), NULL);

  return g_object_get_data (G_OBJECT (dialog), KEY);
}
