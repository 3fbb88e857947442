// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* Starts GTK programs with the probe in them, and tells when they have painted and when they rest. */
#pragma once

#include "bench.h"

G_BEGIN_DECLS

/** A program that runs. */
typedef struct _BenchProgram BenchProgram;

/** What something cost until it was painted, and until the program rested; seconds, the probe's own part left out. */
typedef struct
{
  double painted_elapsed;
  double painted_processor;
  double ready_processor;
  int frames;
  gboolean changed; /**< other texts are seen than before; else painted is the first frame */
} BenchCost;

/**
 * Starts the program and waits until it rests. @cost gets what that took from its start on: painted is the first frame that
 * showed the texts that it shows at rest. Ends this program when that one does not come to rest.
 */
BenchProgram *bench_program_start (const char *const *argv, BenchCost *cost);

/** Has the probe carry out a command (see probe.c) and waits for rest; the cost counts from the command on. FALSE: it could not. */
gboolean bench_program_do (BenchProgram *self, const char *command, BenchCost *cost);

/** The same, but waits only for the next frame: of what goes on, such as a drag. */
gboolean bench_program_do_frame (BenchProgram *self, const char *command, BenchCost *cost);

/** Memory now, in MB (10^6 bytes): "Pss", the proportional share of the process, or "Rss", all that it has resident. */
double bench_program_get_memory (BenchProgram *self, const char *name);

/** How often its threads woke up until now, and how many frames it painted. */
void bench_program_get_activity (BenchProgram *self, int64_t *wakeups, int64_t *frames);

/** Closes its window and waits for its end. */
void bench_program_stop (BenchProgram *self);

/** The path of a program: of this build's benchmarks, or, for "spil", the installed one. Free with g_free(). */
char *bench_program_path (const char *name);

G_END_DECLS
