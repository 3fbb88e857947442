// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Prints the heads of the columns of the table. */
#include "bench.h"

int
main (void)
{
  bench_print_head ();
  return 0;
}
