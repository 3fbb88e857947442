// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-carrier-mark.h"
#include "spil-carrier-name.h"
#include "spil-run.h"
#include "spil-space-carrier.h"

// Whose it is; one that has nothing of Spil is a share that is not connected.
static void
check_mark (SpilRun *run)
{
  SpilSpaceNote *space = run->session->space;
  g_autoptr (GError) error = NULL;
  SpilId carrier;

  if (spil_space_carrier_check (run->carrier, &space->space, &space->carrier, &carrier, run->cancellable,
                                &error)) {
    space->carrier = carrier;
    return;
  }
  run->lost = TRUE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    spil_run_tell (run,
                   g_error_matches (error, SPIL_CARRIER_ERROR, SPIL_CARRIER_ERROR_FOREIGN)
                       ? SPIL_PROBLEM_FOREIGN
                       : SPIL_PROBLEM_CARRIER,
                   NULL, "%s", error->message);
}

static void
look_at_folders (SpilRun *run)
{
  g_autoptr (GPtrArray) items = spil_run_list (run, "", TRUE);

  for (guint i = 0; items != NULL && i < items->len && !run->lost; i++) {
    const SpilCarrierItem *item = g_ptr_array_index (items, i);
    SpilId device;
    SpilRunFolder *folder;
    GPtrArray *folders;

    if (!spil_carrier_name_read_device (item->name, &device))
      continue;
    folders = spil_run_list (run, item->name, TRUE);
    if (folders == NULL)
      return;
    folder = g_new0 (SpilRunFolder, 1);
    folder->device = device;
    folder->name = g_strdup (item->name);
    folder->folders = folders;
    g_ptr_array_add (run->folders, folder);
  }
}

gboolean
spil_run_open (SpilRun *run, GError **error)
{
  check_mark (run);
  if (!run->lost)
    look_at_folders (run);
  return TRUE;
}
