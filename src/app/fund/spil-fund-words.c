// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-words.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-number.h"

#define KG_PER_TONNE 1000

// The longest name of a state, about.
#define STATE_CHARS 15

// The sign of each state, in the order in which an application goes through them.
static const struct
{
  int state;
  const char *icon;
} signs[] = {
  { SPIL_APPLICATION_STATE_DRAFT, "document-edit-symbolic" },
  { SPIL_APPLICATION_STATE_SUBMITTED, "mail-unread-symbolic" },
  { SPIL_APPLICATION_STATE_COMPLETE, "checkbox-checked-symbolic" },
  { SPIL_APPLICATION_STATE_ASSESSED, "edit-find-symbolic" },
  { SPIL_APPLICATION_STATE_AWARDED, "starred-symbolic" },
  { SPIL_APPLICATION_STATE_ADVANCED, "semi-starred-symbolic" },
  { SPIL_APPLICATION_STATE_ACCOUNTED, "x-office-spreadsheet-symbolic" },
  { SPIL_APPLICATION_STATE_SETTLED, "object-select-symbolic" },
  { SPIL_APPLICATION_STATE_PAID, "spil-fund-symbolic" },
  { SPIL_APPLICATION_STATE_REFUSED, "action-unavailable-symbolic" },
  { SPIL_APPLICATION_STATE_WITHDRAWN, "edit-undo-symbolic" },
};

char *
spil_fund_dup_money (gboolean known, SpilMoney money)
{
  return known ? spil_money_format (money.cents, SPIL_MONEY_CENTS) : g_strdup (_ ("not stated"));
}

char *
spil_fund_dup_day (SpilDay day)
{
  return spil_day_is_known (day) ? spil_day_format (day) : g_strdup (_ ("not stated"));
}

const char *
spil_fund_get_measures (const SpilFundApplicationRow *row)
{
  return row->measures != NULL ? row->measures : _ ("Measures not stated");
}

/* The state */

const char *
spil_fund_state_label (int state)
{
  const SpilField *field = spil_entity_field (spil_entity (SPIL_ENTITY_APPLICATION), SPIL_APPLICATION_STATE);

  for (int i = 0; i < field->choices->n_items; i++)
    if (field->choices->items[i].number == state)
      return spil_choice_label (&field->choices->items[i]);
  return _ ("not stated");
}

int
spil_fund_state_rank (int state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].state == state)
      return (int) i;
  return (int) G_N_ELEMENTS (signs);
}

const char *
spil_fund_state_icon (int state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].state == state)
      return signs[i].icon;
  return "dialog-question-symbolic";
}

static GtkWidget *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), STATE_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

GtkWidget *
spil_fund_state_mark_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *lines = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign",
                                   GTK_ALIGN_CENTER, NULL);
  GtkWidget *note;

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);
  add_label (lines);
  note = add_label (lines);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "numeric");
  return box;
}

void
spil_fund_state_mark_set (GtkWidget *mark, int state, const char *note, gboolean late)
{
  GtkWidget *icon = gtk_widget_get_first_child (mark);
  GtkWidget *label = gtk_widget_get_first_child (gtk_widget_get_next_sibling (icon));
  GtkWidget *small = gtk_widget_get_next_sibling (label);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), spil_fund_state_icon (state));
  gtk_label_set_text (GTK_LABEL (label), spil_fund_state_label (state));
  gtk_label_set_text (GTK_LABEL (small), note);
  gtk_widget_set_visible (small, note[0] != '\0');
  gtk_widget_remove_css_class (small, late ? "dimmed" : "warning");
  gtk_widget_add_css_class (small, late ? "warning" : "dimmed");
}

/* What is at stake */

SpilMoney
spil_fund_get_stake (const SpilFundApplicationRow *row)
{
  return row->has_settled ? row->settled : row->has_awarded ? row->awarded : row->asked;
}

char *
spil_fund_dup_stake (const SpilFundApplicationRow *row)
{
  g_autofree char *amount = spil_fund_dup_money (row->has_settled || row->has_awarded || row->has_asked,
                                                 spil_fund_get_stake (row));

  if (row->has_settled)
    // Translators: %s is an amount.
    return g_strdup_printf (C_ ("application", "settled at %s"), amount);
  if (row->has_awarded)
    // Translators: %s is an amount.
    return g_strdup_printf (C_ ("application", "awarded %s"), amount);
  // Translators: %s is an amount.
  return g_strdup_printf (C_ ("application", "asked %s"), amount);
}

/* Terms */

SpilDay
spil_fund_get_term (const SpilFundApplicationRow *row)
{
  return spil_day_is_known (row->decide_before) ? row->decide_before : row->account_before;
}

char *
spil_fund_dup_term_short (const SpilFundApplicationRow *row, SpilDay today)
{
  SpilDay term = spil_fund_get_term (row);
  int left = spil_day_is_known (term) ? spil_day_between (today, term) : 0;

  if (!spil_day_is_known (term))
    return g_strdup ("");
  if (left >= 0) {
    g_autofree char *day = spil_day_format (term);

    // Translators: %s is a date.
    return g_strdup_printf (C_ ("term", "by %s"), day);
  }
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -left), -left);
}

static char *
dup_term_left (gboolean deciding, const char *day, int left)
{
  if (left == 0)
    // Translators: %s is a date, which is today.
    return g_strdup_printf (
        deciding ? _ ("Decide today at the latest (%s)") : _ ("Account today at the latest (%s)"), day);
  return g_strdup_printf (deciding
                              // Translators: %s is a date.
                              ? ngettext ("Decide by %s at the latest: %d day left",
                                          "Decide by %s at the latest: %d days left", (gulong) left)
                              // Translators: %s is a date.
                              : ngettext ("The employer accounts by %s at the latest: %d day left",
                                          "The employer accounts by %s at the latest: %d days left",
                                          (gulong) left),
                          day, left);
}

char *
spil_fund_dup_term (const SpilFundApplicationRow *row, SpilDay today)
{
  gboolean deciding = spil_day_is_known (row->decide_before);
  SpilDay term = spil_fund_get_term (row);
  int left = spil_day_is_known (term) ? spil_day_between (today, term) : 0;
  g_autofree char *day = spil_day_is_known (term) ? spil_day_format (term) : NULL;

  if (day == NULL)
    return NULL;
  if (left >= 0)
    return dup_term_left (deciding, day, left);
  return g_strdup_printf (deciding
                              // Translators: days, and a date.
                              ? ngettext ("The decision is %d day late: it was due by %s",
                                          "The decision is %d days late: it was due by %s", (gulong) -left)
                              // Translators: days, and a date.
                              : ngettext ("The accountability is %d day late: it was due by %s",
                                          "The accountability is %d days late: it was due by %s",
                                          (gulong) -left),
                          -left, day);
}

/* Effects */

// "... for 9 of 14 applications": told where it is not known for all.
static char *
dup_known (const SpilFundEffect *effect)
{
  int all = effect->n + effect->left_out;

  if (effect->left_out == 0)
    return g_strdup_printf (ngettext ("%d application", "%d applications", (gulong) effect->n), effect->n);
  // Translators: both are numbers of applications.
  return g_strdup_printf (_ ("known for %d of %d applications"), effect->n, all);
}

static char *
dup_effect (const SpilFundEffect *effect, const char *amount, gboolean has_cost, int64_t cents,
            const char *each)
{
  g_autofree char *known = dup_known (effect);
  g_autofree char *cost = has_cost ? spil_money_format (cents, SPIL_MONEY_CENTS) : NULL;
  g_autofree char *price = cost != NULL ? g_strdup_printf (each, cost) : NULL;

  if (price == NULL)
    return g_strdup_printf ("%s · %s", amount, known);
  return g_strdup_printf ("%s · %s · %s", amount, price, known);
}

char *
spil_fund_dup_avoidances (const SpilFundEffect *effect)
{
  g_autofree char *number = spil_decimal_format (effect->effect);
  g_autofree char *amount = NULL;
  int64_t cents = 0;
  gboolean has_cost = spil_fund_effect_per_avoidance (effect, &cents);

  if (effect->n == 0)
    return g_strdup (_ ("not stated"));
  // Translators: %s is a number of trips in rush hour that are avoided.
  amount = g_strdup_printf (_ ("%s a working day"), number);
  // Translators: %s is an amount of money.
  return dup_effect (effect, amount, has_cost, cents, _ ("%s for each"));
}

char *
spil_fund_dup_co2 (const SpilFundEffect *effect)
{
  g_autofree char *number = spil_decimal_format (effect->effect / KG_PER_TONNE);
  g_autofree char *amount = NULL;
  int64_t cents = 0;
  gboolean has_cost = spil_fund_effect_per_tonne (effect, &cents);

  if (effect->n == 0)
    return g_strdup (_ ("not stated"));
  // Translators: %s is a number of tonnes.
  amount = g_strdup_printf (_ ("%s tonnes a year"), number);
  // Translators: %s is an amount of money.
  return dup_effect (effect, amount, has_cost, cents, _ ("%s for each tonne"));
}
