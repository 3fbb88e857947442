// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-letter-job.h"

#include <glib/gi18n-lib.h>

#include "spil-letter-style.h"
#include "spil-report-language.h"

#define STYLE_FILE "huisstijl.odt"

char *
spil_letter_dup_style (const char *dir)
{
  return g_build_filename (dir, STYLE_FILE, NULL);
}

SpilLetterOrder *
spil_letter_order_new (SpilId application, int kind)
{
  SpilLetterOrder *self = g_new0 (SpilLetterOrder, 1);

  self->application = application;
  self->kind = kind;
  return self;
}

void
spil_letter_order_free (SpilLetterOrder *self)
{
  g_free (self->subject);
  g_free (self->body);
  g_free (self->style);
  g_free (self);
}

void
spil_letter_loaded_free (SpilLetterLoaded *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->data, spil_letter_data_free);
  g_clear_pointer (&self->letter, spil_letter_free);
  g_free (self->name);
  g_free (self);
}

/* The kind that was asked, or what the state of the application asks for; 0 with @error set. */
static int
find_kind (SpilStore *store, const SpilLetterOrder *order, GError **error)
{
  g_autoptr (SpilRecord) application = NULL;

  if (order->kind != 0)
    return order->kind;
  application = spil_store_get (store, spil_entity (SPIL_ENTITY_APPLICATION), order->application, error);
  return application == NULL
             ? 0
             : spil_letter_usual_kind ((int) spil_record_get_integer (application, SPIL_APPLICATION_STATE));
}

gpointer
spil_letter_load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const SpilLetterOrder *order = data;
  g_autoptr (SpilLetterLoaded) self = g_new0 (SpilLetterLoaded, 1);
  SpilReportLanguage language;

  self->kind = find_kind (store, order, error);
  if (self->kind == 0)
    return NULL;
  self->data = spil_letter_data_new (store, order->application, self->kind, spil_day_today (), error);
  if (self->data == NULL)
    return NULL;
  language = spil_report_language_begin ();
  self->letter = spil_letter_new (self->data);
  self->name = spil_letter_dup_file_name (self->data, self->kind);
  spil_report_language_end (&language);
  return g_steal_pointer (&self);
}

/* A letter on its way into a house style. */
typedef struct
{
  const SpilLetterOrder *order;
  SpilLetterData *data;
} Styled;

/* "{brief}" and "{onderwerp}" are what was typed; of the others, one that is not known leaves its place empty. */
static char *
get_styled_value (const char *field, gpointer user_data)
{
  const Styled *styled = user_data;
  gboolean exists;
  char *value;

  if (g_str_equal (field, "onderwerp"))
    return g_strdup (styled->order->subject);
  if (g_str_equal (field, "brief"))
    return g_strconcat (styled->data->programme->demo ? _ ("DEMO – invented data") : "",
                        styled->data->programme->demo ? "\n\n" : "", styled->order->body, NULL);
  value = spil_letter_value (field, &exists, styled->data);
  return exists && value == NULL ? g_strdup ("") : value;
}

static gboolean
save_styled (SpilStore *store, const SpilLetterOrder *order, const char *path, GError **error)
{
  g_autoptr (SpilLetterData)
      data = spil_letter_data_new (store, order->application, order->kind, spil_day_today (), error);
  Styled styled = { order, data };
  SpilReportLanguage language;
  gboolean saved;

  if (data == NULL)
    return FALSE;
  language = spil_report_language_begin ();
  saved = spil_letter_style_fill (order->style, path, get_styled_value, &styled, error);
  spil_report_language_end (&language);
  return saved;
}

gboolean
spil_letter_save (SpilStore *store, const char *path, gpointer data, GCancellable *cancellable,
                  GError **error)
{
  const SpilLetterOrder *order = data;

  // What is to be read only is not put in a text to work on.
  if (order->style != NULL && g_str_has_suffix (path, ".odt"))
    return save_styled (store, order, path, error);
  return spil_letter_write (store, order->application, order->kind, order->subject, order->body, path,
                            cancellable, error);
}

SpilAction *
spil_letter_kept_action (const SpilLetterOrder *order, const char *path)
{
  SpilAction *action = spil_action_new (_ ("Letter saved"));
  g_autoptr (SpilRecord) letter = spil_record_new (spil_entity (SPIL_ENTITY_LETTER), spil_id_new ());
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", order->subject, order->body);

  spil_record_set_reference (letter, SPIL_LETTER_APPLICATION, order->application);
  spil_record_set_integer (letter, SPIL_LETTER_KIND, order->kind);
  spil_record_set_day (letter, SPIL_LETTER_DATE, spil_day_today ());
  spil_record_set_text (letter, SPIL_LETTER_NAME, name);
  spil_record_set_text (letter, SPIL_LETTER_TEXT, text);
  spil_action_add (action, letter);
  return action;
}

static void
assign_text (SpilChange *change, int field, const char *text)
{
  g_auto (SpilValue) value = spil_value_text (text);

  spil_change_assign (change, field, &value);
}

SpilAction *
spil_letter_text_action (SpilId text, int kind, const char *subject, const char *body)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_LETTER_TEXT);
  SpilAction *action = spil_action_new (_ ("Letter text changed"));
  const gboolean known = !spil_id_is_nil (text);
  SpilChange *change = known ? spil_action_set_row (action, entity, text)
                             : spil_action_add_row (action, entity, spil_id_new ());
  const SpilValue number = spil_value_integer (kind);

  if (!known)
    spil_change_assign (change, SPIL_LETTER_TEXT_KIND, &number);
  assign_text (change, SPIL_LETTER_TEXT_SUBJECT, subject);
  assign_text (change, SPIL_LETTER_TEXT_BODY, body);
  return action;
}
