// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-fund-page.h"

#include <glib/gi18n-lib.h>

#include "spil-application-page.h"
#include "spil-application-table.h"
#include "spil-figure-strip.h"
#include "spil-fund-data.h"
#include "spil-number.h"
#include "spil-record-dialog.h"

struct _SpilFundPage
{
  SpilPage parent_instance;

  SpilId scheme; /**< the one that was chosen; nil: the first */
  gboolean filling;

  GtkDropDown *schemes;
  GtkLabel *scheme_label;
  GtkLabel *terms;
  SpilFigureStrip *strip;
  GtkLabel *exhaustion;
  SpilApplicationTable *table;
};

G_DEFINE_FINAL_TYPE (SpilFundPage, spil_fund_page, SPIL_TYPE_PAGE)

/* Loading */

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_FUND_PAGE (page)->scheme, sizeof (SpilId));
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *scheme = request;

  return spil_fund_data_load (store, *scheme, spil_day_today (), error);
}

/* Showing */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
append_ceiling (GString *text, const SpilFundSchemeRow *scheme)
{
  g_autofree char *ceiling = spil_fund_dup_money (scheme->terms.has_application_ceiling,
                                                  scheme->terms.application_ceiling);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  // Translators: %s is an amount.
  g_string_append_printf (text, _ ("Ceiling per application: %s"), ceiling);
  if (scheme->application_ceiling_source != NULL)
    // Translators: %s is where an amount comes from.
    g_string_append_printf (text, _ (" (source: %s)"), scheme->application_ceiling_source);
  g_string_append_c (text, '.');
}

// What the scheme asks and for how long it is open.
static char *
dup_terms (const SpilFundSchemeRow *scheme)
{
  const SpilFundTerms *terms = &scheme->terms;
  GString *text = g_string_new (NULL);
  g_autofree char *opens = spil_fund_dup_day (terms->opens);
  g_autofree char *closes = spil_fund_dup_day (terms->closes);

  if (terms->has_own_share) {
    g_autofree char *share = spil_decimal_format (terms->own_share * 100);

    // Translators: %s is a number of per cent.
    g_string_append_printf (text, _ ("The employer pays at least %s %% of the cost itself."), share);
  }
  append_ceiling (text, scheme);
  if (spil_day_is_known (terms->opens) || spil_day_is_known (terms->closes))
    // Translators: both are dates.
    g_string_append_printf (text, _ (" Open from %s until %s."), opens, closes);
  return g_string_free_and_steal (text);
}

static void
fill_schemes (SpilFundPage *self, const SpilFundData *data)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < data->schemes->len; i++) {
    const SpilFundSchemeRow *scheme = g_ptr_array_index (data->schemes, i);

    gtk_string_list_append (names, scheme->name);
    if (scheme == data->scheme)
      selected = i;
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->schemes, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->schemes, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->schemes), data->schemes->len > 1);
  set_text (self->scheme_label, data->schemes->len > 1 ? NULL : data->scheme->name);
}

static void
add_figure (SpilFundPage *self, const char *caption, gboolean known, SpilMoney money, const char *note)
{
  g_autofree char *text = spil_fund_dup_money (known, money);

  spil_figure_strip_add (self->strip, caption, text, note, known && money.cents < 0);
}

static void
fill_strip (SpilFundPage *self, const SpilFundSchemeRow *scheme)
{
  g_autofree char *pipeline = g_strdup_printf (
      ngettext ("%d application", "%d applications", (gulong) scheme->n_pipeline), (int) scheme->n_pipeline);

  spil_figure_strip_clear (self->strip);
  add_figure (self, _ ("Ceiling"), scheme->terms.has_ceiling, scheme->terms.ceiling, NULL);
  add_figure (self, _ ("Awarded"), TRUE, scheme->taken, NULL);
  add_figure (self, _ ("Paid"), TRUE, scheme->paid, NULL);
  add_figure (self, _ ("Asked, not decided"), TRUE, scheme->pipeline, pipeline);
  add_figure (self, _ ("Room"), scheme->has_room, scheme->room, NULL);
}

static void
fill_exhaustion (SpilFundPage *self, const SpilFundSchemeRow *scheme)
{
  g_autofree char *sentence = scheme->has_room ? spil_fund_exhaustion_dup_sentence (&scheme->exhaustion,
                                                                                    scheme->terms.closes)
                                               : NULL;
  GString *text = g_string_new (sentence);

  if (scheme->left_out > 0) {
    if (text->len > 0)
      g_string_append_c (text, ' ');
    g_string_append_printf (text,
                            ngettext ("%d application with another VAT note is not counted.",
                                      "%d applications with another VAT note are not counted.",
                                      (gulong) scheme->left_out),
                            scheme->left_out);
  }
  set_text (self->exhaustion, text->str);
  g_string_free (text, TRUE);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilFundPage *self = SPIL_FUND_PAGE (page);
  const SpilFundData *data = loaded;
  g_autofree char *terms = NULL;

  if (data->scheme == NULL) {
    spil_page_set_empty (
        page, _ ("No fund yet"),
                _ ("A scheme says how much money there is and what an employer pays itself; applications "
                              "come after it."),
                  _ ("Add a scheme"), "win.add::scheme");
    return;
  }
  terms = dup_terms (data->scheme);
  fill_schemes (self, data);
  set_text (self->terms, terms);
  fill_strip (self, data->scheme);
  fill_exhaustion (self, data->scheme);
  spil_application_table_set_items (self->table, data->items);
}

/* Doing */

static void
add (SpilPage *page)
{
  static const int fields[] = { SPIL_APPLICATION_ORGANISATION,
                                SPIL_APPLICATION_MEASURES,
                                SPIL_APPLICATION_COST,
                                SPIL_APPLICATION_OWN,
                                SPIL_APPLICATION_OTHER,
                                SPIL_APPLICATION_ASKED,
                                SPIL_APPLICATION_VAT,
                                SPIL_APPLICATION_RECEIVED,
                                SPIL_APPLICATION_STATE,
                                SPIL_APPLICATION_EXPECTED_AVOIDANCES,
                                SPIL_APPLICATION_NOTES,
                                SPIL_APPLICATION_SCHEME,
                                0 };
  const SpilFundData *data = spil_page_get_data (page);
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_APPLICATION), spil_id_new ());
  SpilRecordDialog *dialog;

  if (data == NULL || data->scheme == NULL)
    return;
  spil_record_set_reference (preset, SPIL_APPLICATION_SCHEME, data->scheme->id);
  spil_record_set_integer (preset, SPIL_APPLICATION_STATE, SPIL_APPLICATION_STATE_DRAFT);
  if (data->scheme->terms.ceiling.vat != SPIL_VAT_UNKNOWN)
    spil_record_set_integer (preset, SPIL_APPLICATION_VAT, data->scheme->terms.ceiling.vat);
  dialog = spil_record_dialog_new_add (spil_page_get_worker (page), spil_entity (SPIL_ENTITY_APPLICATION),
                                       preset);
  spil_record_dialog_set_heading (dialog, _ ("Add an application"));
  spil_record_dialog_set_fields (dialog, fields);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
}

static void
on_add_clicked_cb (SpilFundPage *self)
{
  add (SPIL_PAGE (self));
}

static void
on_edit_clicked_cb (SpilFundPage *self)
{
  const SpilFundData *data = spil_page_get_data (SPIL_PAGE (self));

  if (data != NULL && data->scheme != NULL)
    spil_record_dialog_present_edit (spil_page_get_worker (SPIL_PAGE (self)),
                                     spil_entity (SPIL_ENTITY_SCHEME), data->scheme->id, GTK_WIDGET (self));
}

static void
on_scheme_selected_cb (SpilFundPage *self)
{
  const SpilFundData *data = spil_page_get_data (SPIL_PAGE (self));
  guint selected = gtk_drop_down_get_selected (self->schemes);

  if (self->filling || data == NULL || selected >= data->schemes->len)
    return;
  self->scheme = ((const SpilFundSchemeRow *) g_ptr_array_index (data->schemes, selected))->id;
  spil_page_reload (SPIL_PAGE (self));
}

static void
open_application (SpilPage *page, SpilId application)
{
  spil_page_push (page, spil_application_page_new (spil_page_get_worker (page), application));
}

static void
on_application_activated_cb (SpilFundPage *self, const SpilId *application)
{
  open_application (SPIL_PAGE (self), *application);
}

static gboolean
open_record (SpilPage *page, const SpilEntity *entity, SpilId id)
{
  if (entity->number != SPIL_ENTITY_APPLICATION)
    return FALSE;
  open_application (page, id);
  return TRUE;
}

static void
search (SpilPage *page)
{
  spil_application_table_search (SPIL_FUND_PAGE (page)->table);
}

/* The class */

static void
spil_fund_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_FUND_PAGE);
  G_OBJECT_CLASS (spil_fund_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-fund-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, schemes);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, scheme_label);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, terms);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, strip);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, exhaustion);
  gtk_widget_class_bind_template_child (widget_class, SpilFundPage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_scheme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_application_activated_cb);
}

static void
spil_fund_page_class_init (SpilFundPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_SCHEME, SPIL_ENTITY_APPLICATION, SPIL_ENTITY_PAYMENT,
                                  SPIL_ENTITY_ORGANISATION, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_fund_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_fund_data_free;
  page_class->fill = fill;
  page_class->search = search;
  page_class->add = add;
  page_class->open_record = open_record;

  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_APPLICATION_TABLE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_fund_page_init (SpilFundPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
