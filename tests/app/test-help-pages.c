// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* That the pages of the help stay true: what they name is in the program, and what is in the program has a page. */
#include <string.h>

#include "spil-help.h"
#include "spil-pages.h"
#include "spil-plan-keys.h"
#include "spil-shortcuts.h"

static SpilHelp *
load (void)
{
  g_autoptr (GError) error = NULL;
  SpilHelp *help = spil_help_new (&error);

  g_assert_no_error (error);
  return help;
}

typedef void (*SpanFunc) (const SpilHelpPage *page, const SpilHelpSpan *span, gpointer data);

static void
each_of (const SpilHelpPage *page, GPtrArray *spans, SpilHelpSpanKind kind, SpanFunc func, gpointer data)
{
  for (guint i = 0; spans != NULL && i < spans->len; i++) {
    const SpilHelpSpan *span = g_ptr_array_index (spans, i);

    if (span->kind == kind)
      func (page, span, data);
  }
}

static void
each_span (const SpilHelp *help, SpilHelpSpanKind kind, SpanFunc func, gpointer data)
{
  for (int i = 0; i < spil_help_get_n_pages (help); i++) {
    const SpilHelpPage *page = spil_help_get_page (help, i);

    for (guint j = 0; j < page->blocks->len; j++) {
      const SpilHelpBlock *block = g_ptr_array_index (page->blocks, j);

      each_of (page, block->spans, kind, func, data);
      each_of (page, block->meaning, kind, func, data);
    }
  }
}

/* Words on the screen */

/* Without mnemonics and the sign that something is asked first. */
static char *
plain (const char *text)
{
  g_auto (GStrv) mnemonics = g_strsplit (text, "_", -1);
  g_autofree char *joined = g_strjoinv ("", mnemonics);
  g_auto (GStrv) dots = g_strsplit (joined, "…", -1);

  return g_strjoinv ("", dots);
}

/* All Dutch of the catalogue; strings that go on over lines are joined. */
static GHashTable *
read_dutch (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "po", "nl.po", NULL);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean is_dutch = FALSE;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++) {
    const char *open = strchr (lines[i], '"');
    const char *close = strrchr (lines[i], '"');

    if (lines[i][0] != '"') {
      if (is_dutch)
        g_hash_table_add (words, plain (value->str));
      is_dutch = g_str_has_prefix (lines[i], "msgstr");
      g_string_truncate (value, 0);
    }
    if (is_dutch && open != NULL && close > open) {
      g_autofree char *raw = g_strndup (open + 1, (gsize) (close - open - 1));
      g_autofree char *part = g_strcompress (raw);

      g_string_append (value, part);
    }
  }
  return words;
}

static void
check_word (const SpilHelpPage *page, const SpilHelpSpan *span, gpointer data)
{
  g_autofree char *word = plain (span->text);

  if (!g_hash_table_contains (data, word)) {
    g_test_message ("%s: “%s” does not stand on any screen", page->id, span->text);
    g_test_fail ();
  }
}

static void
test_words (void)
{
  g_autoptr (SpilHelp) help = load ();
  g_autoptr (GHashTable) words = read_dutch ();

  each_span (help, SPIL_HELP_GUI, check_word, words);
}

/* Keys */

/* As GTK writes it: "Ctrl+Shift+N" is "<Control><Shift>n". */
static char *
to_accelerator (const char *text)
{
  static const char *const names[][2] = {
    { "Ctrl", "<Control>" }, { "Shift", "<Shift>" }, { "Alt", "<Alt>" },   { "Enter", "Return" },
    { "Esc", "Escape" },     { "?", "question" },    { "Space", "space" }, { ",", "comma" },
  };
  g_auto (GStrv) parts = g_strsplit (text, "+", -1);
  GString *keys = g_string_new (NULL);

  for (int i = 0; parts[i] != NULL; i++) {
    const char *name = NULL;

    for (gsize j = 0; j < G_N_ELEMENTS (names) && name == NULL; j++)
      if (strcmp (parts[i], names[j][0]) == 0)
        name = names[j][1];
    g_string_append (keys, name != NULL ? name : parts[i]);
  }
  return g_string_free (keys, FALSE);
}

static char *
normal (const char *keys)
{
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (keys, &key, &modifiers))
    return NULL;
  return gtk_accelerator_name (key, modifiers);
}

static GHashTable *
collect_keys (void)
{
  // Those of every form, list and calendar, which are in no table.
  static const char *const usual[] = { "Tab",        "<Shift>Tab",      "Return",   "space",
                                       "Escape",     "<Control>Return", "Insert",   "<Alt>Left",
                                       "<Alt>Right", "<Alt>Up",         "<Alt>Down" };
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int n_shortcuts;
  const SpilShortcut *shortcuts = spil_shortcuts (&n_shortcuts);
  gsize n_plan_keys;
  const SpilPlanKey *plan_keys = spil_plan_keys (&n_plan_keys);

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    g_hash_table_add (keys, normal (usual[i]));
  for (int i = 0; i < 10; i++) {
    g_autofree char *page = g_strdup_printf ("<Control>%d", i);

    g_hash_table_add (keys, normal (page));
  }
  for (int i = 0; i < n_shortcuts; i++)
    for (int j = 0; shortcuts[i].keys[j] != NULL; j++)
      g_hash_table_add (keys, normal (shortcuts[i].keys[j]));
  for (gsize i = 0; i < n_plan_keys; i++)
    g_hash_table_add (keys, normal (plan_keys[i].keys));
  return keys;
}

static void
check_key (const SpilHelpPage *page, const SpilHelpSpan *span, gpointer data)
{
  g_autofree char *accelerator = to_accelerator (span->text);
  g_autofree char *name = normal (accelerator);

  if (name == NULL || !g_hash_table_contains (data, name)) {
    g_test_message ("%s: “%s” is no key of the program", page->id, span->text);
    g_test_fail ();
  }
}

static void
test_keys (void)
{
  g_autoptr (SpilHelp) help = load ();
  g_autoptr (GHashTable) keys = collect_keys ();

  each_span (help, SPIL_HELP_KEY, check_key, keys);
}

/* Topics */

static void
test_sidebar (void)
{
  g_autoptr (SpilHelp) help = load ();
  int n;
  const SpilPageInfo *pages = spil_pages (&n);

  for (int i = 0; i < n; i++)
    if (spil_help_find (help, pages[i].name) < 0)
      g_error ("there is no help about the page “%s”", pages[i].name);
}

/* Each topic that @path names: ->help = "x", spil_help_set_topic (w, "x"), spil_help_present (w, "x"). */
static int
check_source (const SpilHelp *help, const char *path)
{
  g_autoptr (GRegex)
      names = g_regex_new ("(?:->help = |spil_help_(?:set_topic|present) \\([^;\"]*, )\"([^\"]+)\"",
                           G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;
  int n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (names, text, G_REGEX_MATCH_DEFAULT, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL), n++) {
    g_autofree char *topic = g_match_info_fetch (match, 1);

    if (spil_help_find (help, topic) < 0)
      g_error ("%s: there is no help about “%s”", path, topic);
  }
  return n;
}

static int
check_folder (const SpilHelp *help, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      n += check_folder (help, path);
    else if (g_str_has_suffix (name, ".c"))
      n += check_source (help, path);
  }
  return n;
}

static void
test_topics (void)
{
  g_autoptr (SpilHelp) help = load ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "app", NULL);

  g_assert_cmpint (check_folder (help, folder), >, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help-pages/words", test_words);
  g_test_add_func ("/help-pages/keys", test_keys);
  g_test_add_func ("/help-pages/sidebar", test_sidebar);
  g_test_add_func ("/help-pages/topics", test_topics);
  return g_test_run ();
}
