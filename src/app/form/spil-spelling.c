// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-spelling.h"

#include <libspelling.h>

#include "spil-settings.h"

/* Words of mobility programmes that are in no dictionary. */
static const char *const trade_words[] = {
  "Spil",
  "AKT",
  "aanlandingsplek",
  "bakfietsproef",
  "deelauto",
  "deelfiets",
  "deelfietsen",
  "e-bike",
  "e-bikes",
  "fietsproef",
  "gebiedsaanpak",
  "gebiedstoets",
  "intentieverklaring",
  "intentieverklaringen",
  "KvK",
  "leenfiets",
  "mobiliteitsbudget",
  "mobiliteitsmakelaar",
  "mobiliteitsmakelaars",
  "mobiliteitsplan",
  "nulmeting",
  "ov-kaart",
  "parkmanagement",
  "parkmanager",
  "proefkaart",
  "proefkaarten",
  "proefperiode",
  "quickscan",
  "quickscans",
  "reisregeling",
  "spitsmijden",
  "spitsmijding",
  "spitsmijdingen",
  "thuiswerkbeleid",
  "thuiswerkdag",
  "vanpool",
  "werkgeversaanpak",
  "woon-werkverkeer",
};

/* One for the whole program, as the library keeps it; NULL where there is no Dutch. */
static SpellingChecker *
find_checker (void)
{
  SpellingChecker *checker = spelling_checker_get_default ();

  if (!spelling_provider_supports_language (spelling_checker_get_provider (checker), "nl_NL"))
    return NULL;
  if (g_strcmp0 (spelling_checker_get_language (checker), "nl_NL") != 0)
    spelling_checker_set_language (checker, "nl_NL");
  for (gsize i = 0; i < G_N_ELEMENTS (trade_words); i++)
    if (!spelling_checker_check_word (checker, trade_words[i], -1))
      spelling_checker_ignore_word (checker, trade_words[i]);
  return checker;
}

// A look at the text that is still to come would find no text.
static void
on_view_destroyed_cb (SpellingTextBufferAdapter *adapter)
{
  spelling_text_buffer_adapter_set_enabled (adapter, FALSE);
}

void
spil_spelling_attach (GtkTextView *view)
{
  g_autoptr (SpellingTextBufferAdapter) adapter = NULL;
  g_autoptr (GtkSourceBuffer) buffer = NULL;
  SpellingChecker *checker;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  if (!spil_settings_get_switch ("spelling", TRUE))
    return;
  checker = find_checker ();
  if (checker == NULL)
    return;
  buffer = gtk_source_buffer_new (NULL);
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  gtk_source_buffer_set_highlight_syntax (buffer, FALSE);
  gtk_text_view_set_buffer (view, GTK_TEXT_BUFFER (buffer));
  adapter = spelling_text_buffer_adapter_new (buffer, checker);
  gtk_text_view_set_extra_menu (view, spelling_text_buffer_adapter_get_menu_model (adapter));
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (adapter));
  spelling_text_buffer_adapter_set_enabled (adapter, TRUE);
  g_signal_connect_object (view, "destroy", G_CALLBACK (on_view_destroyed_cb), adapter, G_CONNECT_SWAPPED);
}
