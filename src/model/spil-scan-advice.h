// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-scan-rule.h"

G_BEGIN_DECLS

/** What a quickscan can lead to. The thresholds are norms; where one is not set its advice is not proposed. */
typedef enum
{
  SPIL_SCAN_ADVICE_PEAK, /**< many arrive in the peak: begin earlier or later */
  SPIL_SCAN_ADVICE_DAY, /**< one day is much busier: spread home work and meetings */
  SPIL_SCAN_ADVICE_HOME, /**< little home work */
  SPIL_SCAN_ADVICE_BICYCLE, /**< many live near and come by car */
  SPIL_SCAN_ADVICE_PUBLIC_TRANSPORT, /**< many live far and come by car: the trial card */
  SPIL_SCAN_ADVICE_CARPOOL, /**< most are alone in a car */
  SPIL_N_SCAN_ADVICES
} SpilScanAdvice;

/** The name by which a row remembers which rule proposed it: "peak". */
const char *spil_scan_advice_key (SpilScanAdvice advice);

/** Whether the figures ask for it. */
gboolean
spil_scan_advice_applies (SpilScanAdvice advice, const SpilScanFigures *figures, const SpilNorms *norms);

/** The proposal in words with the figures that it rests on, for the broker to edit. Free with g_free(). */
char *
spil_scan_advice_dup_text (SpilScanAdvice advice, const SpilScanFigures *figures, const SpilNorms *norms);

G_END_DECLS
