// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* What synchronisation costs, without the carrier: each target of its design, against plain SQLite. Names as arguments: only those parts. */
#include "bench-sync.h"

static const struct
{
  const char *name;
  void (*measure) (const BenchSpace *space);
} parts[] = {
  { "million", bench_sync_million }, { "rows", bench_sync_rows },       { "edit", bench_sync_edit },
  { "cells", bench_sync_cells },     { "laptops", bench_sync_laptops },
};

int
main (int argc, char **argv)
{
  BenchSpace space = bench_space_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (argc < 2 || g_strv_contains ((const char *const *) argv + 1, parts[i].name))
      parts[i].measure (&space);
  return 0;
}
