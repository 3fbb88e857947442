// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtk/gtk.h>

#include "spil-money.h"

G_BEGIN_DECLS

#define SPIL_TYPE_AMOUNT_LABEL (spil_amount_label_get_type ())

/** An amount in euro: flush right, digits of equal width, marked when negative (colour and minus sign). */
G_DECLARE_FINAL_TYPE (SpilAmountLabel, spil_amount_label, SPIL, AMOUNT_LABEL, GtkWidget)

GtkWidget *spil_amount_label_new (void);

void spil_amount_label_set_amount (SpilAmountLabel *self, int64_t cents, SpilMoneyFormat format);

/** A word instead of an amount: "PM". */
void spil_amount_label_set_text (SpilAmountLabel *self, const char *text);

G_END_DECLS
