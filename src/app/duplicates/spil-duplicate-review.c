// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicate-review.h"

#include <glib/gi18n-lib.h>

#include "spil-number.h"
#include "spil-row-group.h"

#define LABEL_WIDTH 148
/* So that what cannot be chosen stands in line with what can. */
#define INDICATOR_WIDTH 27

struct _SpilDuplicateReview
{
  AdwBin parent_instance;

  const SpilDuplicateSide *sides[2]; /**< borrowed */
  SpilLikeness likeness;
  GPtrArray *rows; /**< of SpilDuplicateRow */
  int keep;
  int wanted; /**< the one that was chosen to stay */
  gboolean narrow;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SpilDuplicateReview, spil_duplicate_review, ADW_TYPE_BIN)

/* Parts */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Which of the two it is about: needed where they do not stand in columns. */
static GtkWidget *
make_badge (int side)
{
  const char text[] = { (char) ('1' + side), '\0' };
  GtkWidget *badge = gtk_label_new (text);

  gtk_widget_add_css_class (badge, "key");
  gtk_widget_add_css_class (badge, "dimmed");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  return badge;
}

/* A line: what it is called, and what each of the two says. */
static GtkWidget *
make_line (SpilDuplicateReview *self, const char *title, GtkWidget *one, GtkWidget *other)
{
  GtkWidget *line = gtk_box_new (self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                 self->narrow ? 4 : 12);
  GtkWidget *label = make_label (title, "dimmed");
  GtkWidget *values = gtk_box_new (self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                   self->narrow ? 6 : 18);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (!self->narrow)
    gtk_widget_set_size_request (label, LABEL_WIDTH, -1);
  gtk_box_set_homogeneous (GTK_BOX (values), !self->narrow);
  gtk_widget_set_hexpand (values, TRUE);
  gtk_box_append (GTK_BOX (values), one);
  gtk_box_append (GTK_BOX (values), other);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), values);
  gtk_widget_add_css_class (line, "two-line");
  return line;
}

/* A value without a choice. */
static GtkWidget *
make_value (SpilDuplicateReview *self, int side, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = make_label (text[0] != '\0' ? text : _ ("none"), text[0] != '\0' ? "numeric" : "dimmed");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (box, INDICATOR_WIDTH);
  if (self->narrow)
    gtk_box_append (GTK_BOX (box), make_badge (side));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* A value that can be chosen. */
static GtkWidget *
make_option (SpilDuplicateReview *self, int side, GtkWidget *content, const char *name, GtkCheckButton *group)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (self->narrow)
    gtk_box_append (GTK_BOX (box), make_badge (side));
  gtk_box_append (GTK_BOX (box), content);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), "spil-side", GINT_TO_POINTER (side));
  return check;
}

static const char *
name_of (SpilDuplicateReview *self, int side)
{
  return spil_record_get_title (self->sides[side]->organisation);
}

/* Choosing */

static void
on_value_toggled_cb (GtkCheckButton *check, SpilDuplicateReview *self)
{
  SpilDuplicateRow *row = g_object_get_data (G_OBJECT (check), "spil-row");

  if (!self->filling && gtk_check_button_get_active (check))
    row->chosen = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "spil-side"));
}

// The lines are made anew: not while one of them is telling that it was chosen.
static gboolean
on_keep_due_cb (gpointer user_data)
{
  SpilDuplicateReview *self = user_data;

  spil_duplicate_review_keep (self, self->wanted);
  return G_SOURCE_REMOVE;
}

static void
on_keep_toggled_cb (GtkCheckButton *check, SpilDuplicateReview *self)
{
  if (self->filling || !gtk_check_button_get_active (check))
    return;
  self->wanted = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "spil-side"));
  g_idle_add_full (G_PRIORITY_DEFAULT, on_keep_due_cb, g_object_ref (self), g_object_unref);
}

static GtkWidget *
make_choice (SpilDuplicateReview *self, SpilDuplicateRow *row)
{
  GtkWidget *options[2];

  for (int side = 0; side < 2; side++) {
    const char *text = row->texts[side];
    GtkWidget *label = make_label (text[0] != '\0' ? text : _ ("not stated"),
                                   text[0] != '\0' ? NULL : "dimmed");
    // Translators: a field, its value, and the organisation that says so.
    g_autofree char *name = g_strdup_printf (_ ("%s: %s (%s)"), row->label,
                                             gtk_label_get_text (GTK_LABEL (label)), name_of (self, side));

    options[side] = make_option (self, side, label, name, side == 1 ? GTK_CHECK_BUTTON (options[0]) : NULL);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (options[side]), row->chosen == side);
    g_object_set_data (G_OBJECT (options[side]), "spil-row", row);
    g_signal_connect_object (options[side], "toggled", G_CALLBACK (on_value_toggled_cb), self, 0);
  }
  return make_line (self, row->label, options[0], options[1]);
}

/* Sections */

static GtkWidget *
add_section (GtkBox *box, const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  if (title != NULL) {
    GtkWidget *label = make_label (title, "heading");

    gtk_widget_set_margin_top (label, 12);
    gtk_box_append (box, label);
  }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (box, list);
  if (title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return list;
}

static GtkWidget *
add_line (GtkWidget *list, GtkWidget *line)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

// A line that is only read: the keyboard comes to it, so that what is below can be seen too.
static void
add_text (GtkWidget *list, GtkWidget *line, const char *label, const char *one, const char *other)
{
  GtkWidget *row = add_line (list, line);
  g_autofree char *name = spil_join_facts (label, one, other, NULL);

  gtk_widget_set_focusable (row, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_reason (SpilDuplicateReview *self, GtkBox *box)
{
  static const char *const levels[] = {
    [SPIL_LIKENESS_NONE] = N_ ("Merge these two into one"),
    [SPIL_LIKENESS_SITE] = N_ ("Rather a site of the same organisation"),
    [SPIL_LIKENESS_POSSIBLE] = N_ ("Possibly the same"),
    [SPIL_LIKENESS_PROBABLE] = N_ ("Probably the same"),
  };
  g_autofree char *reasons = spil_likeness_dup_text (self->likeness);
  GtkWidget *label = make_label (_ (levels[self->likeness.level]), "title-3");

  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_box_append (box, label);
  if (reasons[0] != '\0')
    gtk_box_append (box, make_label (reasons, "dimmed"));
}

static void
add_heads (SpilDuplicateReview *self, GtkWidget *list)
{
  GtkWidget *options[2];

  for (int side = 0; side < 2; side++) {
    g_autofree char *name = g_strdup_printf (_ ("%s stays"), name_of (self, side));

    options[side] = make_option (self, side, make_label (name_of (self, side), "heading"), name,
                                 side == 1 ? GTK_CHECK_BUTTON (options[0]) : NULL);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (options[side]), self->keep == side);
    g_signal_connect_object (options[side], "toggled", G_CALLBACK (on_keep_toggled_cb), self, 0);
  }
  add_line (list, make_line (self, _ ("Which one stays?"), options[0], options[1]));
}

static void
add_choices (SpilDuplicateReview *self, GtkWidget *list)
{
  for (guint i = 0; i < self->rows->len; i++) {
    SpilDuplicateRow *row = self->rows->pdata[i];

    // The name stands above already; it has a line of its own all the same, for it may be chosen from the other.
    if (!row->same)
      add_line (list, make_choice (self, row));
  }
}

static void
add_same (SpilDuplicateReview *self, GtkBox *box)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < self->rows->len; i++) {
    const SpilDuplicateRow *row = self->rows->pdata[i];
    GtkWidget *line;
    GtkWidget *label;
    GtkWidget *value;

    if (!row->same)
      continue;
    if (list == NULL)
      list = add_section (box, _ ("The same in both"));
    line = gtk_box_new (self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                        self->narrow ? 4 : 12);
    label = make_label (row->label, "dimmed");
    if (!self->narrow)
      gtk_widget_set_size_request (label, LABEL_WIDTH, -1);
    gtk_box_append (GTK_BOX (line), label);
    value = make_label (row->texts[0], NULL);
    gtk_widget_set_margin_start (value, INDICATOR_WIDTH);
    gtk_box_append (GTK_BOX (line), value);
    gtk_widget_add_css_class (line, "two-line");
    add_text (list, line, row->label, row->texts[0], "");
  }
}

static char *
dup_contacts (const SpilDuplicateSide *side)
{
  g_autofree char *count = spil_integer_format (side->contacts);
  g_autofree char *day = side->contacted ? spil_day_format (spil_time_day (side->last_contact)) : NULL;
  g_autofree char *last = day != NULL ? g_strdup_printf (_ ("the last on %s"), day) : NULL;

  if (side->contacts == 0)
    return g_strdup ("");
  return g_strdup_printf ("%s, %s%s%s", count, last, side->last_note != NULL ? ": " : "",
                          side->last_note != NULL ? side->last_note : "");
}

static void
add_count (SpilDuplicateReview *self, GtkWidget *list, const char *title, int64_t one, int64_t other)
{
  g_autofree char *text = one > 0 ? spil_integer_format (one) : g_strdup ("");
  g_autofree char *other_text = other > 0 ? spil_integer_format (other) : g_strdup ("");

  if (one > 0 || other > 0)
    add_text (list, make_line (self, title, make_value (self, 0, text), make_value (self, 1, other_text)),
              title, text, other_text);
}

static void
add_history (SpilDuplicateReview *self, GtkBox *box)
{
  GtkWidget *list = add_section (box, _ ("Stays with it, from both"));
  g_autofree char *one = dup_contacts (self->sides[0]);
  g_autofree char *other = dup_contacts (self->sides[1]);

  add_text (list,
            make_line (self, _ ("Contact moments"), make_value (self, 0, one), make_value (self, 1, other)),
            _ ("Contact moments"), one, other);
  add_count (self, list, _ ("Contact persons"), self->sides[0]->persons, self->sides[1]->persons);
  add_count (self, list, _ ("Sites"), self->sides[0]->sites, self->sides[1]->sites);
  add_count (self, list, _ ("Open next actions"), self->sides[0]->actions, self->sides[1]->actions);
  add_count (self, list, _ ("Offers"), self->sides[0]->offers, self->sides[1]->offers);
  add_count (self, list, _ ("Applications"), self->sides[0]->applications, self->sides[1]->applications);
}

static void
fill (SpilDuplicateReview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list;

  self->filling = TRUE;
  add_reason (self, GTK_BOX (box));
  list = add_section (GTK_BOX (box), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What differs"),
                                  -1);
  add_heads (self, list);
  add_choices (self, list);
  add_history (self, GTK_BOX (box));
  add_same (self, GTK_BOX (box));
  adw_bin_set_child (ADW_BIN (self), box);
  self->filling = FALSE;
}

static void
spil_duplicate_review_finalize (GObject *object)
{
  g_clear_pointer (&SPIL_DUPLICATE_REVIEW (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (spil_duplicate_review_parent_class)->finalize (object);
}

static void
spil_duplicate_review_class_init (SpilDuplicateReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_duplicate_review_finalize;
}

static void
spil_duplicate_review_init (SpilDuplicateReview *self)
{
}

static void
take_rows (SpilDuplicateReview *self)
{
  // The widgets point at the rows.
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = spil_duplicate_rows (self->sides, self->keep);
  fill (self);
}

void
spil_duplicate_review_show (SpilDuplicateReview *self, const SpilDuplicateSide *const sides[2],
                            SpilLikeness likeness)
{
  g_return_if_fail (SPIL_IS_DUPLICATE_REVIEW (self));

  self->sides[0] = sides[0];
  self->sides[1] = sides[1];
  self->likeness = likeness;
  self->keep = spil_duplicate_better_side (sides);
  take_rows (self);
}

/* The keyboard stays at the choice that was made. */
static void
focus_keep (SpilDuplicateReview *self)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

void
spil_duplicate_review_keep (SpilDuplicateReview *self, int side)
{
  g_return_if_fail (SPIL_IS_DUPLICATE_REVIEW (self));

  if (self->rows == NULL || self->keep == side)
    return;
  self->keep = side;
  take_rows (self);
  focus_keep (self);
}

void
spil_duplicate_review_set_narrow (SpilDuplicateReview *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_DUPLICATE_REVIEW (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->rows != NULL)
    fill (self);
}

SpilMerging
spil_duplicate_review_get_merging (SpilDuplicateReview *self)
{
  return spil_duplicate_merging (self->rows, self->sides, self->keep);
}
