// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* make-data FOLDER EMPLOYERS CONTACTS TASKS: a database of that size. */
#include <stdlib.h>

#include "spil-generator.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilStore) store = NULL;
  SpilGeneratorSize size;

  if (argc != 5)
    g_error ("make-data FOLDER EMPLOYERS CONTACTS TASKS");
  size = (SpilGeneratorSize) { .employers = atoi (argv[2]),
                               .contacts = atoi (argv[3]),
                               .tasks = atoi (argv[4]) };
  store = spil_store_create (argv[1], &error);
  if (store == NULL || !spil_generator_fill (store, &size, NULL, NULL, &error))
    g_error ("%s", error->message);
  return 0;
}
