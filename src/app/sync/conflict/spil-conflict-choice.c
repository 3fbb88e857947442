// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-conflict-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

// Of longer texts only the beginning and the end are compared.
#define MAX_WORDS 400

static const SpilConflictSide *
get_side (const SpilConflict *conflict, guint index)
{
  return g_ptr_array_index (conflict->sides, index);
}

static int
find_latest_other (const SpilConflict *conflict)
{
  int found = -1;

  for (guint i = 1; i < conflict->sides->len; i++)
    if (found < 0 || get_side (conflict, i)->time.ms > get_side (conflict, (guint) found)->time.ms)
      found = (int) i;
  return found;
}

int
spil_conflict_choose (const SpilConflict *conflict, SpilConflictChoice choice, const SpilId *own_device)
{
  switch (choice) {
  case SPIL_CHOICE_PRESENT:
    return conflict->sides->len > 0 ? 0 : -1;
  case SPIL_CHOICE_OTHER:
    return find_latest_other (conflict);
  case SPIL_CHOICE_OWN:
    for (guint i = 0; i < conflict->sides->len; i++)
      if (spil_id_equal (get_side (conflict, i)->device, *own_device))
        return (int) i;
    break;
  }
  return -1;
}

SpilAction *
spil_conflict_choose_all (GPtrArray *conflicts, SpilConflictChoice choice, const SpilId *own_device,
                          guint *n_left)
{
  g_autoptr (SpilAction) action = spil_action_new ("");
  guint n_settled = 0;

  for (guint i = 0; i < conflicts->len; i++) {
    const SpilConflict *conflict = g_ptr_array_index (conflicts, i);
    int side = spil_conflict_choose (conflict, choice, own_device);

    if (side >= 0 && spil_conflict_settle (conflict, (guint) side, action, NULL))
      n_settled++;
  }
  if (n_left != NULL)
    *n_left = conflicts->len - n_settled;
  if (n_settled == 0)
    return NULL;
  g_free (action->label);
  action->label = g_strdup_printf (ngettext ("%u choice made", "%u choices made", n_settled), n_settled);
  return g_steal_pointer (&action);
}

/* What differs */

typedef struct
{
  GArray *ranges; /**< of SpilTextRange */
  const char *text;
} Words;

// Words and the white between them, each by itself.
static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SpilTextRange));
  const char *at = text;

  while (*at != '\0') {
    gboolean white = g_unichar_isspace (g_utf8_get_char (at));
    SpilTextRange range = { (guint) (at - text), 0 };

    while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)) == white)
      at = g_utf8_next_char (at);
    range.end = (guint) (at - text);
    g_array_append_val (words, range);
  }
  return words;
}

static gboolean
same_word (const Words *a, guint i, const Words *b, guint j)
{
  const SpilTextRange *x = &g_array_index (a->ranges, SpilTextRange, i);
  const SpilTextRange *y = &g_array_index (b->ranges, SpilTextRange, j);

  return x->end - x->start == y->end - y->start &&
         memcmp (a->text + x->start, b->text + y->start, x->end - x->start) == 0;
}

static void
mark (GArray *marks, const Words *words, guint i)
{
  const SpilTextRange *range = &g_array_index (words->ranges, SpilTextRange, i);
  SpilTextRange *last = marks->len > 0 ? &g_array_index (marks, SpilTextRange, marks->len - 1) : NULL;

  if (last != NULL && last->end == range->start)
    last->end = range->end;
  else
    g_array_append_val (marks, *range);
}

// The longest common sequence of words; what is not in it differs.
static void
mark_middle (GArray *marks, const Words *a, guint a_first, guint a_last, const Words *b, guint b_first,
             guint b_last)
{
  guint n = a_last - a_first;
  guint m = b_last - b_first;
  g_autofree guint16 *length = g_new0 (guint16, (n + 1) * (m + 1));
  guint i = 0, j = 0;

#define LENGTH(i, j) length[(i) * (m + 1) + (j)]
  for (i = n; i-- > 0;)
    for (j = m; j-- > 0;)
      LENGTH (i, j) = same_word (a, a_first + i, b, b_first + j) ? (guint16) (LENGTH (i + 1, j + 1) + 1)
                                                                 : MAX (LENGTH (i + 1, j), LENGTH (i, j + 1));
  for (i = 0, j = 0; i < n;) {
    if (j < m && same_word (a, a_first + i, b, b_first + j)) {
      i++;
      j++;
    } else if (j < m && LENGTH (i, j + 1) >= LENGTH (i + 1, j))
      j++;
    else
      mark (marks, a, a_first + i++);
  }
#undef LENGTH
}

// White at the ends of what differs says nothing, unless it is all.
static void
trim (GArray *marks, const char *text)
{
  for (guint i = 0; i < marks->len; i++) {
    SpilTextRange *range = &g_array_index (marks, SpilTextRange, i);
    SpilTextRange trimmed = *range;

    while (trimmed.start < trimmed.end && g_ascii_isspace (text[trimmed.start]))
      trimmed.start++;
    while (trimmed.end > trimmed.start && g_ascii_isspace (text[trimmed.end - 1]))
      trimmed.end--;
    if (trimmed.end > trimmed.start)
      *range = trimmed;
  }
}

GArray *
spil_text_difference (const char *text, const char *other)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SpilTextRange));
  Words a = { split (text), text };
  Words b = { split (other), other };
  guint first = 0, a_last = a.ranges->len, b_last = b.ranges->len;

  while (first < a_last && first < b_last && same_word (&a, first, &b, first))
    first++;
  while (a_last > first && b_last > first && same_word (&a, a_last - 1, &b, b_last - 1)) {
    a_last--;
    b_last--;
  }
  if (a_last - first <= MAX_WORDS && b_last - first <= MAX_WORDS)
    mark_middle (marks, &a, first, a_last, &b, first, b_last);
  else
    for (guint i = first; i < a_last; i++)
      mark (marks, &a, i);
  trim (marks, text);
  g_array_unref (a.ranges);
  g_array_unref (b.ranges);
  return marks;
}
