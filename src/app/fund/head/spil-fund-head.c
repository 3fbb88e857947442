// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-head.h"

#include <glib/gi18n-lib.h>

#include "spil-figure-strip.h"
#include "spil-fund-item.h"
#include "spil-fund-words.h"
#include "spil-number.h"
#include "spil-row-group.h"

// Beyond this many, the filter of the list shows them.
#define MAX_FLAGS 5

struct _SpilFundHead
{
  AdwBin parent_instance;

  GtkLabel *terms;
  SpilRowGroup *flags;
  SpilFigureStrip *strip;
  GtkLabel *exhaustion;
  GtkWidget *use_card;
  GtkLabel *use;
  GtkButton *risk;
};

G_DEFINE_FINAL_TYPE (SpilFundHead, spil_fund_head, ADW_TYPE_BIN)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

/* The terms */

static void
append (GString *text, char *sentence)
{
  g_autofree char *owned = sentence;

  if (owned == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, owned);
}

static char *
dup_ceiling (const SpilFundSchemeRow *scheme)
{
  g_autofree char *ceiling = spil_fund_dup_money (scheme->terms.has_application_ceiling,
                                                  scheme->terms.application_ceiling);

  if (scheme->application_ceiling_source != NULL)
    // Translators: an amount, and where it comes from.
    return g_strdup_printf (_ ("Ceiling per application: %s (source: %s)."), ceiling,
                            scheme->application_ceiling_source);
  // Translators: %s is an amount.
  return g_strdup_printf (_ ("Ceiling per application: %s."), ceiling);
}

static char *
dup_share (gboolean known, int64_t millionths, const char *sentence)
{
  g_autofree char *share = spil_decimal_format (millionths * 100);

  return known ? g_strdup_printf (sentence, share) : NULL;
}

static char *
dup_window (const SpilFundTerms *terms)
{
  g_autofree char *opens = spil_fund_dup_day (terms->opens);
  g_autofree char *closes = spil_fund_dup_day (terms->closes);

  if (!spil_day_is_known (terms->opens) && !spil_day_is_known (terms->closes))
    return NULL;
  // Translators: both are dates.
  return g_strdup_printf (_ ("Open from %s until %s."), opens, closes);
}

// "The employer pays at least 50 % ...": what @scheme asks and for how long it is open. Free with g_free().
static char *
dup_terms (const SpilFundSchemeRow *scheme)
{
  const SpilFundTerms *terms = &scheme->terms;
  GString *text = g_string_new (NULL);

  // Translators: %s is a number of per cent.
  append (text, dup_share (terms->has_own_share, terms->own_share,
                           _ ("The employer pays at least %s %% of the cost itself.")));
  append (text, dup_ceiling (scheme));
  append (text, dup_share (terms->has_advance_share, terms->advance_share,
                           // Translators: %s is a number of per cent.
                           _ ("An advance is at most %s %% of the award.")));
  append (text, dup_window (terms));
  if (spil_id_is_nil (scheme->line))
    append (text, g_strdup (_ ("No budget line is chosen: awards and payments are not booked.")));
  return g_string_free_and_steal (text);
}

/* What waits for a decision */

static GtkWidget *
make_flag_row (const SpilFundApplicationRow *row)
{
  g_autofree char *sentence = spil_fund_application_dup_over (row);
  GtkWidget *flag = spil_text_row_new (row->organisation_name, sentence, NULL);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (sign, "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (flag), sign);
  spil_text_row_open (flag, SPIL_ENTITY_APPLICATION, row->id);
  return flag;
}

static void
fill_flags (SpilFundHead *self, const SpilFundData *data)
{
  g_autofree char *over = spil_fund_scheme_dup_over (data->scheme);
  int n = 0;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->flags), over);
  spil_row_group_begin (self->flags);
  for (guint i = 0; i < data->items->len && n < MAX_FLAGS; i++) {
    const SpilFundApplicationRow *row = spil_fund_item_get_row (data->items->pdata[i]);

    if (row->over.cents <= 0)
      continue;
    spil_row_group_append (self->flags, make_flag_row (row));
    n++;
  }
  spil_row_group_end (self->flags, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->flags), n > 0);
}

/* The figures */

static void
add_figure (SpilFundHead *self, const char *caption, gboolean known, SpilMoney money, const char *note)
{
  g_autofree char *text = spil_fund_dup_money (known, money);

  spil_figure_strip_add (self->strip, caption, text, note, known && money.cents < 0);
}

static char *
dup_pipeline (const SpilFundSchemeRow *scheme)
{
  g_autofree char *number = g_strdup_printf (
      ngettext ("%d application", "%d applications", (gulong) scheme->n_pipeline), (int) scheme->n_pipeline);
  g_autofree char *weighted = scheme->is_weighed
                                  ? spil_money_format (scheme->weighted.cents, SPIL_MONEY_BRIEF)
                                  : NULL;

  if (scheme->n_pipeline == 0)
    return g_steal_pointer (&number);
  if (weighted == NULL)
    return g_strdup_printf ("%s · %s", number, _ ("chances not set"));
  // Translators: a number of applications, and an amount.
  return g_strdup_printf (_ ("%s · by chance %s"), number, weighted);
}

static char *
dup_to_pay (const SpilFundSchemeRow *scheme)
{
  g_autofree char *left = spil_money_format (scheme->to_pay.cents, SPIL_MONEY_BRIEF);
  g_autofree char *back = spil_money_format (scheme->to_recover.cents, SPIL_MONEY_BRIEF);

  if (scheme->to_recover.cents > 0)
    // Translators: both are amounts.
    return g_strdup_printf (_ ("still to pay %s · to be paid back %s"), left, back);
  // Translators: %s is an amount.
  return scheme->to_pay.cents != 0 ? g_strdup_printf (_ ("still to pay %s"), left) : NULL;
}

static char *
dup_used (const SpilFundSchemeRow *scheme)
{
  g_autofree char *share = NULL;

  if (!scheme->terms.has_ceiling || scheme->terms.ceiling.cents <= 0)
    return NULL;
  share = spil_decimal_format (scheme->taken.cents * 1000 / scheme->terms.ceiling.cents *
                               (SPIL_DECIMAL_ONE / 10));
  // Translators: %s is a number of per cent.
  return g_strdup_printf (_ ("%s %% of the ceiling"), share);
}

static void
fill_strip (SpilFundHead *self, const SpilFundSchemeRow *scheme)
{
  g_autofree char *pipeline = dup_pipeline (scheme);
  g_autofree char *to_pay = dup_to_pay (scheme);
  g_autofree char *used = dup_used (scheme);

  spil_figure_strip_clear (self->strip);
  add_figure (self, _ ("Ceiling"), scheme->terms.has_ceiling, scheme->terms.ceiling, NULL);
  add_figure (self, _ ("Awarded"), TRUE, scheme->taken, used);
  add_figure (self, _ ("Paid"), TRUE, scheme->paid, to_pay);
  add_figure (self, _ ("Asked, not decided"), TRUE, scheme->pipeline, pipeline);
  add_figure (self, _ ("Room"), scheme->has_room, scheme->room, NULL);
}

static void
fill_exhaustion (SpilFundHead *self, const SpilFundSchemeRow *scheme)
{
  GString *text = g_string_new (NULL);

  if (scheme->has_room)
    append (text, spil_fund_exhaustion_dup_sentence (&scheme->exhaustion, scheme->terms.closes));
  if (!scheme->use.low)
    append (text, spil_fund_use_dup_sentence (&scheme->use));
  if (scheme->n_late > 0)
    append (text,
            g_strdup_printf (ngettext ("Of %d application a term has passed.",
                                       "Of %d applications a term has passed.", (gulong) scheme->n_late),
                             scheme->n_late));
  if (scheme->left_out > 0)
    append (text, g_strdup_printf (ngettext ("%d application with another VAT note is not counted.",
                                             "%d applications with another VAT note are not counted.",
                                             (gulong) scheme->left_out),
                                   scheme->left_out));
  set_text (self->exhaustion, text->str);
  g_string_free (text, TRUE);
}

// Risk 2 of the plan of 2018: the fund is used too little.
static void
fill_use (SpilFundHead *self, const SpilFundData *data)
{
  g_autofree char *sentence = data->scheme->use.low ? spil_fund_use_dup_sentence (&data->scheme->use) : NULL;
  g_autofree char *id = spil_id_dup_text (data->risk);
  g_autofree char *target = g_strdup_printf ("%s %s", spil_entity (SPIL_ENTITY_RISK)->name, id);

  gtk_widget_set_visible (self->use_card, sentence != NULL);
  set_text (self->use, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->risk), data->risk_name != NULL);
  if (data->risk_name == NULL)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->risk), data->risk_name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->risk), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->risk), "win.open-record");
}

void
spil_fund_head_set_data (SpilFundHead *self, const SpilFundData *data)
{
  g_autofree char *terms = NULL;

  g_return_if_fail (SPIL_IS_FUND_HEAD (self));

  terms = dup_terms (data->scheme);
  set_text (self->terms, terms);
  fill_flags (self, data);
  fill_strip (self, data->scheme);
  fill_exhaustion (self, data->scheme);
  fill_use (self, data);
}

static void
spil_fund_head_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_FUND_HEAD);
  G_OBJECT_CLASS (spil_fund_head_parent_class)->dispose (object);
}

static void
spil_fund_head_class_init (SpilFundHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_fund_head_dispose;
  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-fund-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilFundHead, terms);
  gtk_widget_class_bind_template_child (widget_class, SpilFundHead, flags);
  gtk_widget_class_bind_template_child (widget_class, SpilFundHead, strip);
  gtk_widget_class_bind_template_child (widget_class, SpilFundHead, exhaustion);
  gtk_widget_class_bind_template_child (widget_class, SpilFundHead, use_card);
  gtk_widget_class_bind_template_child (widget_class, SpilFundHead, use);
  gtk_widget_class_bind_template_child (widget_class, SpilFundHead, risk);
}

static void
spil_fund_head_init (SpilFundHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
