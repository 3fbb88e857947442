// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-about.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"

#include "spil-config.h"

AdwDialog *
spil_about_dialog_new (void)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (
      dialog, "application-name", "Spil", "application-icon", SPIL_APPLICATION_ID, "version", SPIL_VERSION,
      "developer-name",
      _ ("The Spil developers"), "copyright", "© 2026 The Spil developers", "license-type", GTK_LICENSE_CUSTOM,
        "license",
        _ ("Licensed under the European Union Public Licence, version 1.2."), "comments",
          _ ("The pivot of the employer approach: employers, areas, planning, budget, risks and effects in one place, also "
                   "without a network."),
            "translator-credits", _ ("translator-credits"), NULL);
  spil_accessible_name_containers (GTK_WIDGET (dialog), _ ("About Spil"));
  return dialog;
}
